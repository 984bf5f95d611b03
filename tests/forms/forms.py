"""Whether the forms of one report agree: forms.py PACK STATEMENTS, TAP without numbers on stdout.

PACK is the folder of `reconcile --output`, STATEMENTS that of `statement --output` for the same
files. Everything is compared with report.json of the pack.
"""
import csv
import html.parser
import json
import pathlib
import re
import sys

# Column by column what a table of the page shows; None is a column that no table of the report has.
PAGE = {
    "Totals per currency": ("totals", "currency used forfeited balance invoice_credit pec_earned net"),
    "Cases, the first to settle first": ("cases", "severity case customer_name - amount currency - -"),
    "Findings, worst first": ("findings", "severity code customer_name month amount currency message source"),
    "Tie-out per customer, month and currency": (
        "tieout", "customer_name month currency balance_used invoice_credit usage_credit difference result"),
    "Agreements in order of expiry": (
        "agreements", "customer_name agreement_id state effective_date expiry_date - days_left currency"
        " granted used_total - balance"),
    "Roll-forward": ("rollforward", "month opening granted used forfeited adjustment closing source"),
    "Tie-out": ("tieout", "month currency balance_used invoice_credit usage_credit difference result"),
    "Waterfall": ("waterfall", "month currency - pec_earned charges aco_used other_credits net aco_available aco_expected"),
}

REMARKS = ("small", "details")  # what is said of a row beside its figures


class Tables(html.parser.HTMLParser):
    """The rows of all tables of a page, by the label of the table; heads are left out."""

    def __init__(self):
        super().__init__()
        self.rows = {}
        self.row = self.label = None
        self.in_cell = False
        self.remarks = 0  # how many of them are open

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.label = dict(attributes).get("aria-label")
        elif tag == "tr":
            self.row = []
        elif tag == "td":
            self.row.append("")
            self.in_cell = True
        elif tag in REMARKS:
            self.remarks += 1

    def handle_endtag(self, tag):
        if tag == "td":
            self.in_cell = False
        elif tag in REMARKS:
            self.remarks -= 1
        elif tag == "tr" and self.row:
            self.rows.setdefault(self.label, []).append(self.row)

    def handle_data(self, data):
        if self.in_cell and not self.remarks:
            self.row[-1] += data.rstrip()


def shown(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return " ".join(value)
    return "" if value is None else str(value)


def same_amount(cell):
    """Zeros at the end of an amount make no other one."""
    match = re.fullmatch(r"(-?\d+\.\d*[1-9]|-?\d+)\.?0*", str(cell)) if "." in str(cell) else None
    return match[1] if match else str(cell)


def left_of(row):
    """What a statement says is left: nothing of an expired credit, and what nobody knows is not known."""
    if row["state"] == "unreported" or row["state"] == "expired" and (row["last_month"] < row["expiry_date"][:7]):
        return "not"
    return "0.00" if row["state"] == "expired" else shown(row["balance"])


def on_page(row, column):
    if column == "source":
        return f"{row['file']}:{row['line']}"
    if column == "customer_name":  # the page shows the id of a customer without a name
        return row["customer_name"] or shown(row["customer_id"])
    return shown(row[column])


def compare_page(report, page):
    for label, (table, columns) in PAGE.items():
        columns = columns.split()
        wanted = [[on_page(row, c) for c in columns if c != "-"] for row in report[table]]
        found = [["" if cell == "–" else cell for cell, c in zip(row, columns) if c != "-"]
                 for row in page.rows.get(label, [])]
        yield f"the page's {label}", wanted, found


def compare_csv(report, pack):
    for path in sorted(pack.glob("*.csv")):
        with path.open(newline="", encoding="utf-8-sig") as file:
            found = list(csv.reader(file))
        rows = report[path.stem.replace("-", "_")]
        yield path.name, [[shown(row[c]) for c in found[0]] for row in rows], found[1:]


def statement_figures(text):
    """Agreement, granted, used and left of each agreement in the text of a statement."""
    pattern = (r"^Agreement +(\S+)\n(?:.*\n)*?Granted +(\S+) (\S+)\nUsed +(\S+) .*\n"
               r"(?:.*\n)*?Left +(\S+) ")
    return [[match[1], match[3]] + [match[i].replace(",", "") for i in (2, 4, 5)]
            for match in re.finditer(pattern, text, re.MULTILINE)]


def compare_statements(report, folder):
    for customer in sorted({row["customer_id"] for row in report["agreements"]}):
        text = (folder / f"statement-{customer}.txt").read_text(encoding="utf-8")
        wanted = [[shown(row[c]) for c in ("agreement_id", "currency", "granted", "used_total")] + [left_of(row)]
                  for row in report["agreements"] if row["customer_id"] == customer]
        yield f"the statement of {customer}", wanted, statement_figures(text)


def main(pack, statements):
    pack, statements = pathlib.Path(pack), pathlib.Path(statements)
    report = json.loads((pack / "report.json").read_text(encoding="utf-8"), parse_float=str)
    page = Tables()
    page.feed((pack / "report.html").read_text(encoding="utf-8"))
    for name, wanted, found in [*compare_page(report, page), *compare_csv(report, pack),
                                *compare_statements(report, statements)]:
        wanted, found = ([[same_amount(cell) for cell in row] for row in rows] for rows in (wanted, found))
        agrees = sorted(wanted) == sorted(found)
        if not agrees:
            print(f"# report: {[row for row in wanted if row not in found][:3]}")
            print(f"# here:   {[row for row in found if row not in wanted][:3]}")
        print("ok" if agrees else "not ok", "-", f"{name} agrees with report.json")


main(*sys.argv[1:])
