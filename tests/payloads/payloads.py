"""Whether texts that want to be run come out inert: payloads.py ACORECON FOLDER, TAP on stdout.

For each text column of each kind of file: one file with 120 rows, each with another payload in that
column, is reported in every form. The forms are parsed as the programs do for which they are made.
"""
import csv
import html.parser
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree
import zipfile

import credits

FORMULAS = [start + body
            for body in ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("https://e.example","x")',
                         "SUM(A1:A9)*cmd|' /C calc'!A0", 'IMPORTXML("https://e.example","//a")')
            for start in ("=", "+", "-", "@", "\t=", " =", "\r=", "\n=", "\uff1d", "\uff0b", "\u200b=", "\u00a0=")]
SCRIPTS = [start + body
           for body in ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
                        "<a href=javascript:alert(1)>x</a>", '<iframe srcdoc="<script>alert(1)</script>">')
           for start in ("", '">', "'>", "</td>", "</title>", "</style>", "-->", "]]>", "&lt;", "<!--", "\u202e", "\x01")]
PAYLOADS = FORMULAS + SCRIPTS

CUSTOMER = "c%07d-0000-4000-8000-000000000000"
KINDS = {
    "balance": {
        "columns": "PartnerId CustomerId InvoiceMonth CreditName CreditAmount Status BalanceAmount CurrencyCode"
                   " AgreementID EffectiveDate ExpiryDate".split(),
        "values": {"PartnerId": "p", "InvoiceMonth": "2026-10", "CreditName": "ACO", "CreditAmount": "0",
                   "Status": "active", "BalanceAmount": "100", "CurrencyCode": "USD", "AgreementID": "a1",
                   "EffectiveDate": "2026-10-01", "ExpiryDate": "2026-11-15"},
        "numbers": "CreditAmount",
    },
    "invoice": {
        "columns": "PartnerId CustomerId CustomerName CustomerDomainName CustomerCountry InvoiceNumber MpnId OrderId"
                   " ProductId SkuId AvailabilityId SkuName ProductName ChargeType Subtotal TaxTotal Total Currency"
                   " PriceAdjustmentDescription PublisherName PublisherId SubscriptionDescription SubscriptionId"
                   " ChargeStartDate ChargeEndDate TermAndBillingCycle EffectiveUnitPrice UnitType AlternateId"
                   " BillableQuantity BillingFrequency PricingCurrency MeterDescription ReservationOrderId"
                   " CreditReasonCode ReferenceId ProductQualifiers PromotionId ProductCategory".split(),
        "values": {"InvoiceNumber": "G1", "ProductId": "DZH318Z0BNZ5", "ChargeType": "new", "Subtotal": "10.00",
                   "Currency": "USD", "SubscriptionDescription": "Azure plan", "ChargeStartDate": "2026-10-01",
                   "ChargeEndDate": "2026-10-31", "EffectiveUnitPrice": "1", "BillableQuantity": "10"},
        "numbers": "Subtotal",
    },
    "daily": {
        "columns": "PartnerId PartnerName CustomerId CustomerName CustomerDomainName InvoiceNumber ProductId SkuId"
                   " SkuName ProductName PublisherName SubscriptionDescription SubscriptionId UsageDate MeterType"
                   " MeterCategory MeterId MeterSubCategory MeterName MeterRegion Unit ResourceLocation"
                   " ConsumedService ResourceGroup ResourceURI ChargeType UnitPrice Quantity UnitType"
                   " BillingPreTaxTotal BillingCurrency PricingCurrency ServiceInfo1 ServiceInfo2 Tags AdditionalInfo"
                   " EntitlementId EntitlementDescription PartnerEarnedCreditPercentage CreditPercentage CreditType"
                   " BenefitId BenefitOrderId BenefitType".split(),
        "values": {"InvoiceNumber": "G1", "ProductId": "DZH318Z0BNZ5", "UsageDate": "2026-10-05",
                   "BillingPreTaxTotal": "10", "BillingCurrency": "USD", "PartnerEarnedCreditPercentage": "0",
                   "CreditPercentage": "100", "CreditType": "Azure Credit Applied"},
        "numbers": "BillingPreTaxTotal",
    },
}
# Rows that are not billed yet: few of their columns come out anywhere.
KINDS["estimates"] = dict(KINDS["daily"], values=dict(KINDS["daily"]["values"], InvoiceNumber=""),
                          tested={"CustomerId", "CustomerName", "ProductId", "BillingCurrency"})
NOT_TEXT = {"InvoiceMonth", "CreditAmount", "BalanceAmount", "EffectiveDate", "ExpiryDate", "Subtotal", "TaxTotal",
            "Total", "ChargeStartDate", "ChargeEndDate", "EffectiveUnitPrice", "BillableQuantity", "UsageDate",
            "UnitPrice", "Quantity", "BillingPreTaxTotal", "PartnerEarnedCreditPercentage", "CreditPercentage"}

NUMBER = re.compile(r"-?\d+(\.\d+)?$")
FORMULA_START = re.compile(r"[=+\-@\t\r]")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
# What the formulas of the workbook are made of.
OUR_FORMULA = re.compile(r"[A-Z0-9:$(),+\-*/ .!'=<>\"a-z]*$")
HOSTILE = re.compile(r"calc|e\.example|alert|IMPORTXML|HYPERLINK|cmd", re.IGNORECASE)


class Elements(html.parser.HTMLParser):
    """The elements of a page, each with the names of its attributes; scripts, links and texts."""

    def __init__(self):
        super().__init__()
        self.elements, self.scripts, self.links, self.texts = set(), [], [], []
        self.inside = None

    def handle_starttag(self, tag, attributes):
        self.elements.add((tag,) + tuple(sorted(name for name, _ in attributes)))
        self.links += [value for name, value in attributes if name in ("href", "src", "action", "srcdoc", "data")]
        self.inside = tag

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, data):
        (self.scripts if self.inside in ("script", "style") else self.texts).append(data)

    def handle_comment(self, data):
        self.elements.add(("comment",))

    def handle_decl(self, data):
        self.elements.add(("declaration", data.lower()))


def parse(path):
    elements = Elements()
    elements.feed(path.read_text(encoding="utf-8"))
    elements.close()
    return elements


def write_files(folder, kind, column, texts):
    """One file of @kind, @column being one of @texts in each row; a balance report beside it."""
    folder.mkdir(parents=True)
    for name in {kind, "balance"}:
        columns, values = KINDS[name]["columns"], KINDS[name]["values"]
        # A name that begins like a formula: it stands in tables too.
        with open(folder / ("=%s.csv" % name), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
            writer.writerow(columns)
            for number, text in enumerate(texts + [None]):  # and a harmless row
                row = dict(values, CustomerId=CUSTOMER % number, CustomerName="Customer %d" % number)
                if name == kind and None not in (column, text):
                    row[column] = text
                writer.writerow([row.get(at, "") for at in columns])


def run(program, folder, *arguments):
    """Of all files in the folder."""
    files = sorted(name for name in os.listdir(folder) if name.endswith(".csv") and name.startswith("="))
    return run_words(program, folder, *arguments, *files)


def run_words(program, folder, *arguments):
    """In the folder, so that names of files stand in the output as they are."""
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True)
    if done.returncode > 1:
        raise RuntimeError("%s: status %d: %r" % (arguments[0], done.returncode, done.stderr[:500]))
    return done.stdout.decode("utf-8")


class Test:
    def __init__(self, program, work):
        self.program, self.work, self.number, self.failed = program, work, 0, False
        self.harmless = {}

    def ok(self, name, problems):
        self.number += 1
        self.failed |= bool(problems)
        for problem in problems[:5]:
            print("# " + ascii(problem))
        print("%sok %d - %s" % ("not " if problems else "", self.number, name))

    def check_csv(self, name, text):
        return ["%s: %s" % (name, cell) for row in csv.reader(io.StringIO(text, newline="")) for cell in row
                if FORMULA_START.match(cell) and not NUMBER.match(cell)]

    def check_workbook(self, path):
        problems, formulas = [], 0
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            problems += [name for name in names if re.search("external|dde|vba|connections", name, re.IGNORECASE)]
            for name in names:
                if not name.endswith((".xml", ".rels")):
                    problems.append(name)
                    continue
                root = xml.etree.ElementTree.fromstring(archive.read(name))
                for element in root.iter():
                    tag = element.tag.rpartition("}")[2]
                    if tag == "f":
                        formulas += 1
                        if not OUR_FORMULA.match(element.text or "") or HOSTILE.search(element.text):
                            problems.append("%s: formula %s" % (name, element.text))
                    elif tag in ("hyperlink", "ddeLink", "oleLink") or element.get("TargetMode") == "External":
                        problems.append("%s: %s" % (name, tag))
        return problems + ([] if formulas else ["no formulas at all"])

    def check_page(self, path, elements):
        page = parse(path)
        problems = ["%s: %s" % (path.name, element) for element in sorted(page.elements - elements)]
        problems += ["%s: link %s" % (path.name, link) for link in page.links if not (link or "").startswith("#")]
        if [text for text in page.scripts if HOSTILE.search(text)]:
            problems.append("%s: a payload in a script or style" % path.name)
        return problems

    def elements(self, path):
        return parse(path).elements

    def check_text(self, name, text):
        return ["%s: control character" % name for _ in CONTROL.findall(text)[:1]]

    def pages(self, folder):
        return [folder / "pack" / "report.html"] + sorted((folder / "statements").glob("*.html"))

    def report(self, folder):
        """All forms of the files in @folder; the texts that went to standard output."""
        texts = {}
        texts["report"] = run(self.program, folder, "reconcile", "--keep-going", "--max-rejects", "999",
                              "--rejects", "rejects.csv", "--output", "pack", "--journal", "csv")
        run(self.program, folder, "statement", "--keep-going", "--max-rejects", "999", "--quiet", "--customer", "all",
            "--output", "statements", "--with-pec", "--force-unreliable")
        for form in ("csv", "focus"):
            texts[form] = run(self.program, folder, "reconcile", "--keep-going", "--max-rejects", "999", "--format",
                              form)
        texts["check"] = run(self.program, folder, "check", "--keep-going", "--max-rejects", "999")
        return texts

    def learn(self, kind):
        """What pages are made of where nothing is hostile, with and without bad rows."""
        for name, column in ((kind, None), (kind + "-bad", KINDS[kind]["numbers"])):
            folder = self.work / name
            write_files(folder, kind, column, ["x"] if column else PAYLOADS)
            self.report(folder)
            pages = self.pages(folder)
            for form, path in (("page", pages[0]), ("statement", pages[1])):
                self.harmless.setdefault((kind, form), set()).update(parse(path).elements)

    def column(self, kind, column):
        folder = self.work / ("%s-%s" % (kind, column))
        write_files(folder, kind, column, PAYLOADS)
        texts = self.report(folder)
        pages = self.pages(folder)
        problems = []
        for path in sorted((folder / "pack").glob("*.csv")) + [folder / "rejects.csv"]:
            if path.exists():
                problems += self.check_csv(path.name, path.read_text(encoding="utf-8"))
        problems += self.check_csv("csv", texts["csv"]) + self.check_csv("focus", texts["focus"])
        problems += self.check_workbook(folder / "pack" / "report.xlsx")
        problems += self.check_page(pages[0], self.harmless[kind, "page"])
        for page in pages[1:]:
            problems += self.check_page(page, self.harmless[kind, "statement"])
        json.loads((folder / "pack" / "report.json").read_text(encoding="utf-8"))
        for name in ("report", "check"):
            problems += self.check_text(name, texts[name])
        for path in sorted((folder / "statements").glob("*.txt")) + [folder / "pack" / "summary.txt"]:
            problems += self.check_text(path.name, path.read_text("utf-8"))
        if len(pages) < 2:
            problems.append("no statements")
        self.ok("%s, %s" % (kind, column), problems)
        return pages[0].read_text(encoding="utf-8"), (folder / "pack" / "findings.csv").read_text(encoding="utf-8")


def main(program, work):
    test = Test(program, pathlib.Path(work))
    for kind, info in KINDS.items():
        test.learn(kind)
        for column in info["columns"]:
            if column in info.get("tested", info["columns"]) and (column not in NOT_TEXT or column == info["numbers"]):
                page, findings = test.column(kind, column)
                if (kind, column) == ("invoice", "CustomerName"):
                    seen = "&lt;script&gt;alert(1)" in page and "'=1+1" in findings
                    test.ok("the payloads arrive where people read them", [] if seen else ["they do not"])
    credits.add(test, PAYLOADS, run_words)
    print("1..%d" % test.number)
    print("# figures: payloads=%d columns=%d" % (len(PAYLOADS), test.number))
    return test.failed


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), sys.argv[2]))
