#!/usr/bin/env python3
"""Writes a balance report and an invoice into DIR whose texts try to be something else in a journal.

    python3 odd_world.py DIR
"""

import csv
import os
import sys

TEXTS = [
    'a"\n2026-01-01 open Assets:Injected',
    "b\r\ninclude /etc/passwd",
    "c  ; date:2020-01-01, type:Cash",
    "[2020-01-01] d",
    "(e) f",
    "! g",
    "* h",
    "i\\",
    'j"',
    "k | l",
    "m\tn  o",
    "p: q",
    "= 1",
    "~ monthly",
    "%r {0} $s",
    "\u202eu\u2028v",
    "\u0085w\u00a0x",
    "Soci\u00e9t\u00e9 \u4e2d\u6587 \U0001f600",
    "y" * 5000,
    "zz" + ";" * 5000,
    "#tag ^link",
    "end",
    "comment",
    "@ 5 EUR",
    "{10 EUR}",
    "x",
    "X",
    "x78",
    "a:b",
    "a",
    "A b",
    "--",
]
CURRENCIES = ["EUR", "TRUE", "E", "E\nR", '"', "A;B", "X-00", "\u20ac", "NUL", "USD"]
BALANCE = "CustomerId,BillingMonth,CreditName,CreditAmount,Status,BalanceAmount,Currency,AgreementId,EffectiveDate".split(",")
INVOICE = "CustomerId,CustomerName,InvoiceNumber,ChargeType,Subtotal,Currency,CreditReasonCode,ChargeStartDate,ChargeEndDate".split(",")


def main():
    folder = sys.argv[1]
    os.makedirs(folder)
    with open(os.path.join(folder, "balance.csv"), "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(BALANCE)
        for index, text in enumerate(TEXTS):
            currency = CURRENCIES[index % len(CURRENCIES)]
            for month, used, left in (("2026-09", "100.0071", "900"), ("2026-10", "300.5", "699.5071")):
                rows.writerow([text, month, text, used, "active", left, currency, text, "2026-09-01"])
                rows.writerow(["one", month, "ACO", used, "active", left, currency, text, ""])
    with open(os.path.join(folder, "invoice.csv"), "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(INVOICE)
        for index, text in enumerate(TEXTS):
            currency = CURRENCIES[index % len(CURRENCIES)]
            for amount, kind, reason in (("500", "new", ""), ("-200.4929", "customerCredit", "Azure Credit Offer")):
                rows.writerow([text, text, "G1", kind, amount, currency, reason, "2026-10-01", "2026-10-31"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
