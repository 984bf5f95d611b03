"""The forms of the commands beside ACO: texts that want to be run, in every text of a response and
every column of a table, come out inert. Called by payloads.py.
"""
import csv
import json

AMOUNT = {"currency": "USD", "value": 5}
PROFILE = "/providers/Microsoft.Billing/billingAccounts/A/billingProfiles/P"
LOT = {"originalAmount": {"currency": "USD", "value": 9}, "closedBalance": AMOUNT, "source": "PromotionalCredit",
       "startDate": "2026-01-01", "expirationDate": "2026-11-15", "poNumber": "1", "status": "Active"}
EVENT = {"transactionDate": "2026-10-05", "description": "x", "newCredit": AMOUNT, "closedBalance": AMOUNT,
         "eventType": "Gift", "invoiceNumber": "G1"}
BENEFIT = {"Benefit Name": "B", "Source": "S", "Quantity": "1", "Status": "Odd", "Activate By": "2026-01-01",
           "Kind": "monthly", "Amount": "10", "Currency": "USD", "BenefitId": "b", "Activated": "2026-02-02",
           "Reassignments": "6", "User": "u", "Experience": "legacy"}
CHARGE = {"Date": "2026-10-05", "Product": "VM support", "Amount": "1", "Currency": "USD", "Publisher": "Contoso",
          "PublisherType": "Marketplace", "Kind": "Usage", "PricingModel": "Reservation", "BillingProfile": "P",
          "Invoice": "G1", "IsAzureCreditEligible": "true"}
PROFILE_ROW = {"BillingProfile": "P", "BillingProfileId": "P", "Type": "MOSP", "BillingAccount": "A",
               "ActiveOffer": "Other", "PaymentInstrument": "no", "Access": "Reader"}


def resource(kind, number, properties, profile=PROFILE):
    return {"id": "%s/providers/Microsoft.Consumption/%s/%d" % (profile, kind, number), "properties": properties}


def write_json(path, resources):
    path.write_text(json.dumps({"value": resources}), encoding="utf-8")


def write_table(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(rows[0])
        writer.writerows(row.values() for row in rows)


def lots(folder, texts, put):
    write_json(folder / "=lots.json", [put(resource("lots", i, dict(LOT)), text) for i, text in enumerate(texts)])


def in_properties(name):
    def put(one, text):
        one["properties"][name] = text
        return one
    return put


def in_id(one, text):
    """The last segment: the id of a lot or event."""
    one["id"] = one["id"].rpartition("/")[0] + "/" + text.replace("/", "|")
    return one


def in_profile(one, text):
    one["id"] = one["id"].replace("/billingProfiles/P", "/billingProfiles/" + text.replace("/", "|"))
    return one


def in_currency(one, text):
    one["properties"]["originalAmount"] = {"currency": text, "value": 9}
    one["properties"]["closedBalance"] = {"currency": text, "value": 5}
    return one


def events(folder, texts, put):
    write_json(folder / "=events.json", [put(resource("events", i, dict(EVENT)), text) for i, text in enumerate(texts)])


def accounts(folder, texts, _):
    write_json(folder / "=accounts.json", [
        {"id": "/billingAccounts/A%d" % i, "name": "A%d" % i, "type": "Microsoft.Billing/billingAccounts",
         "properties": {"displayName": text, "billingProfiles": {"value": [
             {"id": "/billingAccounts/A%d/billingProfiles/P%d" % (i, i),
              "type": "Microsoft.Billing/billingAccounts/billingProfiles", "properties": {"displayName": text}}]}}}
        for i, text in enumerate(texts)])
    write_json(folder / "=lots.json", [
        resource("lots", i, dict(LOT), "/billingAccounts/A%d/billingProfiles/P%d" % (i, i)) for i in range(len(texts))])


def table(name, row, column):
    def write(folder, texts, _):
        key = "BenefitId" if name == "benefits" and column != "BenefitId" else None
        rows = [dict(row, **{column: text, **({key: "b%d" % i} if key else {})}) for i, text in enumerate(texts)]
        if column == "BenefitId":  # each once
            rows = [dict(one, BenefitId="%s %d" % (one[column], i)) for i, one in enumerate(rows)]
        write_table(folder / ("=%s.csv" % name), rows)
    return write


MCA = ["mca", "=lots.json", "=events.json", "=accounts.json"]
APPLY = ["mca", "apply", "--lots", "=lots.json", "--charges", "=charges.csv"]
BENEFITS = ["benefits", "--as-of", "2026-10-31", "=benefits.csv"]
PROFILES = ["benefits", "--profiles", "=profiles.csv", "--account", "A"]
CREDITS = ["credits", "=lots.json", "=accounts.json", "=benefits.csv"]

# WHERE: (how files are written, with which text, the commands that read them, with the page of each).
CASES = {
    "lot source": (lots, in_properties("source"), [(MCA, "mca"), (CREDITS, "credits")]),
    "lot status": (lots, in_properties("status"), [(MCA, "mca")]),
    "lot order number": (lots, in_properties("poNumber"), [(MCA, "mca")]),
    "lot currency": (lots, in_currency, [(MCA, "mca"), (CREDITS, "credits")]),
    "lot id": (lots, in_id, [(MCA, "mca"), (APPLY, "apply"), (CREDITS, "credits")]),
    "profile id": (lots, in_profile, [(MCA, "mca"), (APPLY, "apply"), (CREDITS, "credits")]),
    "event type": (events, in_properties("eventType"), [(MCA, "mca")]),
    "event description": (events, in_properties("description"), [(MCA, "mca")]),
    "event invoice": (events, in_properties("invoiceNumber"), [(MCA, "mca")]),
    "names": (accounts, None, [(MCA, "mca"), (CREDITS, "credits")]),
    **{"charge " + column: (table("charges", CHARGE, column), None, [(APPLY, "apply")])
       for column in ("Product", "Publisher", "Kind", "Currency", "BillingProfile", "Invoice")},
    **{"benefit " + column: (table("benefits", BENEFIT, column), None,
                             [(BENEFITS, "benefits"), (CREDITS, "credits")])
       for column in ("Benefit Name", "Source", "Quantity", "Status", "Currency", "BenefitId", "User")},
    **{"profile " + column: (table("profiles", PROFILE_ROW, column), None, [(PROFILES, "benefit-profiles")])
       for column in ("BillingProfile", "BillingProfileId", "Type", "BillingAccount")},
}


def same(one, _):
    return one


def write_harmless(folder):
    """What a case does not write itself."""
    folder.mkdir(parents=True)
    lots(folder, ["x"], same)
    events(folder, ["x"], same)
    write_json(folder / "=accounts.json", [])
    write_table(folder / "=charges.csv", [CHARGE])
    write_table(folder / "=benefits.csv", [BENEFIT])
    write_table(folder / "=profiles.csv", [PROFILE_ROW])


def add(test, payloads, run):
    """A line for each case: @run (folder, words) gives the standard output, @test judges."""
    harmless = {}
    for number, (name, (write, put, commands)) in enumerate(CASES.items()):
        folder = test.work / ("credits-%d" % number)
        write_harmless(folder)
        plain = test.work / ("plain-%d" % number)
        write_harmless(plain)
        write(plain, ["text %d" % i for i in range(len(payloads))], put)
        write(folder, payloads, put)
        problems = []
        for words, page in commands:
            run(test.program, plain, *words, "--output", "pack-" + page)
            harmless.setdefault(page, set()).update(test.elements(plain / ("pack-" + page) / (page + ".html")))
            said = run(test.program, folder, *words, "--output", "pack-" + page)
            pack = folder / ("pack-" + page)
            for path in sorted(pack.glob("*.csv")):
                problems += test.check_csv(path.name, path.read_text(encoding="utf-8"))
            problems += test.check_page(pack / (page + ".html"), harmless[page])
            problems += test.check_text("standard output", said)
            problems += test.check_text("summary.txt", (pack / "summary.txt").read_text(encoding="utf-8"))
            json.loads((pack / (page + ".json")).read_text(encoding="utf-8"))
            # Further commands may not show the text at all.
            arrived = "=1+1" in "".join(path.read_text(encoding="utf-8") for path in pack.glob("*.csv"))
            if words is commands[0][0] and not arrived:
                problems.append("%s: the payloads do not arrive" % page)
        test.ok("%s, %s" % (commands[0][1], name), problems)
