#!/usr/bin/env python3
"""Compares the closing balances that an accounting tool reads from a journal with the JSON report.

    python3 books.py TOOL JOURNAL REPORT_JSON

TOOL is hledger, beancount or ledger. First the tool itself must accept the journal, in its strict mode; then the balance of every
account is compared with what the report's roll-forward and waterfall say. What an account is called is reckoned here once more.
"""

import csv
import hashlib
import io
import json
import subprocess
import sys
from collections import defaultdict
from decimal import Decimal, getcontext

getcontext().prec = 200


def segment(identifier, tool, first_is_special=True):
    text = identifier or ""
    if len(text.encode()) > 200:
        return "XL" + hashlib.sha256(text.encode()).hexdigest()
    result = "" if text else "X"
    for index, byte in enumerate(text.encode()):
        letter = chr(byte)
        is_word = letter in "0123456789abcdefghijklmnopqrstuvwxyz"
        if index == 0 and first_is_special and is_word and not (tool == "beancount" and letter == "x"):
            result += letter.upper() if tool == "beancount" else letter
        elif index > 0 and (is_word or letter == "-"):
            result += letter
        else:
            result += "X%02X" % byte
    return result


def account(base, tool, *segments):
    if tool == "beancount":
        base = base.replace(" ", "-")
    return ":".join([base] + list(segments))


def commodity(currency):
    if currency.isascii() and currency.isalpha() and currency.isupper() and 2 <= len(currency) <= 12:
        if currency not in ("TRUE", "FALSE", "NULL"):
            return currency
    return "X-" + hashlib.sha256(currency.encode()).hexdigest()[:22].upper()


def expected_balances(report, tool):
    """-> {(account, commodity): Decimal}"""
    books = defaultdict(Decimal)
    for row in report["rollforward"]:
        customer = segment(row["customer_id"], tool)
        unit = commodity(row["currency"])
        agreement = segment(row["agreement_id"], tool)
        if row["credit_name"] != "ACO":
            agreement += "-N" + segment(row["credit_name"], "plain")
        credit = account("Assets:Azure Credits", tool, customer, agreement), unit
        books[credit] = Decimal(row["closing"])  # rows are sorted by month: the last one stays
        if row["used"] is None or row["opening"] is None:
            continue
        for base, amount in (
            ("Expenses:Azure Credits Used", Decimal(row["used"])),
            ("Expenses:Azure Credits Forfeited", Decimal(row["forfeited"])),
            ("Equity:Azure Credits Granted", -Decimal(row["granted"])),
            ("Equity:Azure Credits Adjusted", -Decimal(row["adjustment"])),
        ):
            books[account(base, tool, customer), unit] += amount
    for row in report["waterfall"]:
        customer = segment(row["customer_id"], tool)
        unit = commodity(row["currency"])
        for base, amount in (
            ("Expenses:Microsoft Charges", Decimal(row["charges"])),
            ("Expenses:Azure Credits Used", -Decimal(row["aco_used"])),
            ("Expenses:Other Microsoft Credits", -Decimal(row["other_credits"])),
            ("Expenses:Partner Earned Credit", Decimal(row["pec_earned"])),
            ("Income:Partner Earned Credit", -Decimal(row["pec_earned"])),
        ):
            books[account(base, tool, customer), unit] += amount
        books[account("Liabilities:Microsoft", tool), unit] -= Decimal(row["net"])
    return {key: value for key, value in books.items() if value}


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != 0 or done.stderr:
        raise SystemExit("%s: status %d\n%s" % (" ".join(command), done.returncode, done.stderr))
    return done.stdout


def split_amount(text):
    """"-12.30 EUR" or '-12.30 "X-1A2B"' -> (number, commodity)"""
    number, unit = text.split(" ", 1)
    return Decimal(number), unit.strip('"')


def hledger_balances(journal):
    run("hledger", "-f", journal, "check", "--strict", "ordereddates")
    table = run("hledger", "-f", journal, "balance", "--flat", "--no-total", "--layout=bare", "-O", "csv")
    for name, unit, number in list(csv.reader(io.StringIO(table)))[1:]:
        yield name, unit.strip('"'), Decimal(number)


def ledger_balances(journal):
    """Amounts stand one below the other; the last of an account has its name beside it."""
    table = run("ledger", "--args-only", "--strict", "--pedantic", "-f", journal, "balance", "--flat", "--no-total")
    amounts = []
    for line in table.splitlines():
        amount, _, name = line.strip().partition("  ")
        amounts.append(split_amount(amount))
        if name:
            for number, unit in amounts:
                yield name.strip(), unit, number
            amounts = []


def beancount_balances(journal):
    run("bean-check", journal)
    from beancount import loader
    from beancount.core import data

    entries, errors, _ = loader.load_file(journal)
    assert not errors
    for entry in entries:
        if isinstance(entry, data.Transaction):
            for posting in entry.postings:
                yield posting.account, posting.units.currency, posting.units.number


def main():
    tool, journal, report = sys.argv[1:4]
    readers = {"hledger": hledger_balances, "ledger": ledger_balances, "beancount": beancount_balances}
    with open(report, encoding="utf-8") as file:
        expected = expected_balances(json.load(file), tool)
    found = defaultdict(Decimal)
    for name, unit, number in readers[tool](journal):
        found[name, unit] += number
    # Openings are the other side of everything that is known; the report has no row of them.
    openings = account("Equity:Opening Balances", tool) + ":"
    found = {key: value for key, value in found.items() if value and not key[0].startswith(openings)}
    differences = [
        "%s %s: the report says %s, %s says %s" % (key + (expected.get(key, 0), tool, found.get(key, 0)))
        for key in sorted(set(expected) | set(found))
        if expected.get(key, 0) != found.get(key, 0)
    ]
    print("\n".join(differences) or "%d balances" % len(expected))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
