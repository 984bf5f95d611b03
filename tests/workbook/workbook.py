#!/usr/bin/env python3
"""What a report's workbook holds, for workbook.sh.

workbook.py compare REPORT.json REPORT.xlsx        every cell is what the JSON says
workbook.py forget REPORT.xlsx OTHER.xlsx          a copy with wrong results of all formulas
workbook.py recalculated REPORT.xlsx OTHER.xlsx    the second has the cells of the first again
"""
import datetime
import decimal
import json
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
EPOCH = datetime.date(1899, 12, 30)
TABLES = {
    "Agreements": "agreements", "Roll-forward": "rollforward", "Tie-out": "tieout",
    "Waterfall": "waterfall", "Cases": "cases", "Findings": "findings", "Inputs": "inputs", "Invoices": "invoices",
}
FORMULAS = {"Roll-forward": "closing", "Tie-out": "difference", "Waterfall": "net"}
TEXTS = {
    "customer_id", "customer_name", "agreement_id", "credit_name", "currency", "state", "status",
    "file", "result", "code", "name", "severity", "message", "kind", "sha256", "invoice",
    "month_source", "months", "id", "key", "subject",
}
faults = []


def fault(*words):
    if len(faults) < 20:
        print("#", *words)
    faults.append(words)


def text_of(element):
    """Of a <si> or <is>, its escapes undone."""
    raw = "".join(t.text or "" for t in element.iter(MAIN + "t"))
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), raw)


def read_cell(cell, shared):
    """(value, formula): the value is a str, a float or a bool."""
    formula = cell.find(MAIN + "f")
    value = cell.find(MAIN + "v")
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        result = text_of(cell.find(MAIN + "is"))
    elif value is None:
        return None
    elif kind == "s":
        result = shared[int(value.text)]
    elif kind == "b":
        result = value.text == "1"
    elif kind == "n":
        result = float(value.text)
    else:  # an error, or the text of a formula: the report has neither
        result = "error: " + str(value.text)
    return result, None if formula is None else formula.text or "shared"


def read_workbook(path):
    """{sheet: {"A1": (value, formula)}}, in the order of the sheets."""
    sheets = {}
    with zipfile.ZipFile(path) as book:
        if book.testzip() is not None:
            fault("damaged archive", path)
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            shared = [text_of(e) for e in ET.fromstring(book.read("xl/sharedStrings.xml"))]
        targets = {e.get("Id"): e.get("Target")
                   for e in ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
        for sheet in ET.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet"):
            root = ET.fromstring(book.read("xl/" + targets[sheet.get(RELATION)]))
            cells = {c.get("r"): read_cell(c, shared) for c in root.iter(MAIN + "c")}
            sheets[sheet.get("name")] = {k: v for k, v in cells.items() if v is not None}
    return sheets


def column_name(index):
    return chr(65 + index) if index < 26 else column_name(index // 26 - 1) + column_name(index % 26)


def rows_of(sheets, title):
    """The rows of a table from all its sheets, each a list of (value, formula)."""
    part, rows, name = 1, [], title
    while name in sheets:
        cells = sheets[name]
        width = 0
        while column_name(width) + "1" in cells:
            width += 1
        last = max(int(re.sub("[A-Z]", "", cell)) for cell in cells)
        for row in range(2, last + 1):
            rows.append([cells.get(column_name(i) + str(row), (None, None)) for i in range(width)])
        part += 1
        name = f"{title} {part}"
    return rows


def significant(text):
    return len(text.replace("-", "").replace(".", "").lstrip("0").rstrip("0"))


def same_amount(cell, text):
    if significant(text) <= 15:
        return cell == float(decimal.Decimal(text))
    return abs(cell - float(text)) <= abs(float(text)) * 1e-14


def same(name, wanted, cell):
    """Whether @cell shows the JSON's @wanted under that name."""
    if wanted is None or wanted == []:
        return cell is None
    if name in TEXTS:
        wanted = ", ".join(wanted) if name == "months" else wanted
        return cell == wanted
    if isinstance(wanted, bool) or isinstance(cell, bool):
        return cell is wanted
    if isinstance(wanted, int):
        return cell == wanted
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", wanted):
        if not isinstance(cell, float):
            return False
        day = (EPOCH + datetime.timedelta(days=cell)).isoformat()
        return day == (wanted if len(wanted) == 10 else wanted + "-01")
    return isinstance(cell, float) and same_amount(cell, wanted)


def flat(row):
    """The values of a JSON row in the order of its columns."""
    pairs = []
    for name, value in row.items():
        pairs.extend(value.items() if name == "fits" else [(name, value)])
    return pairs


def compare_row(title, index, wanted, cells):
    pairs = flat(wanted)
    if len(cells) not in range(len(pairs), len(pairs) + 3):  # exact amounts, and a remark
        fault(title, "has", len(cells), "columns for", len(pairs))
        return
    for (name, value), (cell, formula) in zip(pairs, cells):
        if not same(name, value, cell):
            fault(title, "row", index, name, "is", repr(cell), "for", repr(value))
        if formula is not None and FORMULAS.get(title) != name:
            fault(title, "row", index, name, "is a formula")
    beside = cells[len(pairs)][0] if len(cells) > len(pairs) else None
    for name, value in pairs:
        if isinstance(value, str) and name not in TEXTS and significant(value) > 15:
            if f"{name} {value}" not in (beside or "").split("; "):
                fault(title, "row", index, "lacks the exact", name)


def compare_totals(report, sheets):
    """The block of totals: its rows, by their currency."""
    cells = sheets["Summary"]
    at = 2 + next(int(name[1:]) for name, cell in cells.items()
                  if name.startswith("A") and cell[0] == "Totals by currency")
    for row in report["totals"]:
        for index, value in enumerate(row.values()):
            name = f"{column_name(index)}{at}"
            cell = cells.get(name, (None, None))[0]
            if not same("currency" if index == 0 else "amount", value, cell):
                fault("Summary", name, "is", repr(cell), "for", repr(value))
        at += 1


def compare_counts(report, sheets):
    counts = {}
    for table, key in (("tieout", "result"), ("agreements", "state"), ("findings", "code")):
        for row in report[table]:
            counts[row[key]] = counts.get(row[key], 0) + 1
    cells = sheets["Summary"]
    shown = {cells[name][0]: cells["B" + name[1:]][0] for name in cells
             if re.fullmatch(r"A\d+", name) and cells.get("B" + name[1:], ("", None))[1]
             and "COUNTIF" in cells["B" + name[1:]][1]}
    for key, count in counts.items():
        if shown.get(key) != count:
            fault("Summary counts", shown.get(key), "of", key, "and not", count)


def compare(json_path, path):
    with open(json_path, encoding="utf-8") as file:
        report = json.load(file)
    sheets = read_workbook(path)
    if list(dict.fromkeys(re.sub(r" \d+$", "", name) for name in sheets)) != ["Summary", *TABLES]:
        fault("the sheets are", *sheets)
    for title, table in TABLES.items():
        rows = rows_of(sheets, title)
        if len(rows) != len(report[table]):
            fault(title, "has", len(rows), "rows of", len(report[table]))
        for index, (wanted, cells) in enumerate(zip(report[table], rows)):
            compare_row(title, index, wanted, cells)
    compare_totals(report, sheets)
    compare_counts(report, sheets)
    if not any(formula for cells in sheets.values() for _, formula in cells.values()):
        fault("no formula in the workbook")


def forget(path, other):
    """Every formula keeps its text and gets a result that no report has."""
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in book.namelist():
            data = book.read(name)
            if name.startswith("xl/worksheets/"):
                data = re.sub(rb"</f><v>[^<]*</v>", rb"</f><v>-987654321</v>", data)
            copy.writestr(name, data)


def same_again(before, after):
    """A text stays a text; a boolean may come back as a number."""
    if isinstance(before, str) and isinstance(after, str):
        return before == after
    if isinstance(before, str) or isinstance(after, str) or after is None:
        return False
    return float(before) == float(after)


def recalculated(path, other):
    first, again = read_workbook(path), read_workbook(other)
    if list(first) != list(again):
        fault("the sheets are", *again)
    for title, cells in first.items():
        for name, (value, formula) in cells.items():
            found, other_formula = again.get(title, {}).get(name, (None, None))
            if not same_again(value, found):
                fault(title, name, "is", repr(found), "and not", repr(value), formula or "")
            if other_formula in ("TRUE()", "FALSE()"):  # how LibreOffice writes a boolean
                other_formula = None
            if (formula is None) != (other_formula is None):
                fault(title, name, "formula", other_formula, "and not", formula)


if __name__ == "__main__":
    {"compare": compare, "forget": forget, "recalculated": recalculated}[sys.argv[1]](*sys.argv[2:])
    sys.exit(1 if faults else 0)
