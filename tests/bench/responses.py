# SPDX-License-Identifier: MIT
"""Files for `acorecon mca' and `mca apply': responses of a billing profile, and charges. The same
in every run."""
import datetime
import json
import random

PROFILE = ("/providers/Microsoft.Billing/billingAccounts/11111111-1111-4111-8111-111111111111:"
           "22222222-2222-4222-8222-222222222222_2019-05-31/billingProfiles/AAAA-BBBB-CCC-DDD"
           "/providers/Microsoft.Consumption/")
FIRST = datetime.date(2025, 1, 1)
PRODUCTS = [f"Virtual Machines Dsv{i} Series" for i in range(40)]
PRODUCTS += ["Standard support plan", "Ubuntu Advantage", "Reserved VM Instance", "Log analytics"]


def write(path, kind, resources):
    with open(path, "w", encoding="ascii") as file:
        json.dump({"value": [{"id": PROFILE + kind + "/" + name, "name": name,
                              "type": "Microsoft.Consumption/" + kind, "properties": properties}
                             for name, properties in resources]}, file, indent=1)


def usd(value):
    return {"currency": "USD", "value": value}


def write_lots(path, count):
    dice = random.Random(1)
    starts = [FIRST + datetime.timedelta(days=dice.randrange(300)) for _ in range(count)]
    write(path, "lots", ((f"lot-{i}", {
        "originalAmount": usd(1000000), "closedBalance": usd(dice.randrange(1, 500000)),
        "source": dice.choice(["PromotionalCredit", "Azure Sponsorship"]), "startDate": str(start),
        "expirationDate": str(start + datetime.timedelta(days=dice.randrange(60, 500))),
    }) for i, start in enumerate(starts)))


def write_events(path, count):
    """Newest first, as the service lists them; each balance follows from the one before."""
    write(path, "events", ((f"event-{i}", {
        "transactionDate": f"{FIRST + datetime.timedelta(days=i // 50)}T00:00:00Z",
        "description": "Balance after charges", "newCredit": usd(0.0), "adjustments": usd(0.0),
        "creditExpired": usd(0.0), "charges": usd(-1.25), "closedBalance": usd(1000000 - 1.25 * i),
        "eventType": "SettledCharges", "invoiceNumber": f"G{i:09}",
    }) for i in reversed(range(count))))


def write_charges(path, count):
    dice = random.Random(2)
    with open(path, "w", encoding="ascii") as file:
        file.write("Date,ProductName,PublisherName,PublisherType,ChargeType,PricingModel,"
                   "CostInBillingCurrency,BillingCurrency,InvoiceId,BillingProfile\n")
        for i in range(count):
            day = FIRST + datetime.timedelta(days=dice.randrange(600))
            file.write(f"{day},{dice.choice(PRODUCTS)},Microsoft,Azure,Usage,OnDemand,"
                       f"{dice.randrange(60)}.{dice.randrange(100):02},USD,G{i // 1000:09},"
                       "AAAA-BBBB-CCC-DDD\n")
