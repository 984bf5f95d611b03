# SPDX-License-Identifier: MIT
"""Whether the JSON report tells the sums that DuckDB has of the same file, byte for byte.

invoice   charges by ACO, Partner Earned Credit and all of a customer: the waterfall's aco_used,
          pec_base and net
daily     what ACO paid of a customer, to the cent: the tie-out's usage_credit
credits   what a customer used in a month, the difference of two sums: the tie-out's balance_used
"""

import decimal
import json
import subprocess

TABLES = {"invoice": "waterfall", "daily": "tieout", "credits": "tieout"}


class Failed(Exception):
    """A program that was to tell its sums did not."""


def report_rows(command, table):
    """The rows of one table of the JSON report, which has a line for each."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        inside = False
        for line in running.stdout:
            if line.startswith(f'  "{table}": ['):
                inside = True
            elif line.startswith("  ]"):
                inside = False
            elif inside:
                yield json.loads(line.rstrip().rstrip(","))
    if running.returncode not in (0, 1):
        raise Failed(f"status {running.returncode} of {' '.join(command)}")


def told(kind, command):
    """What the report tells, as lines without order."""
    for row in report_rows(command, TABLES[kind]):
        who = f"{row['customer_id']},{row['currency']}"
        if kind == "invoice":
            yield f"{who},{row['aco_used']},{row['pec_base']},{row['net']}"
        elif kind == "daily" and row["usage_credit"] is not None:
            yield f"{who},{row['usage_credit']}"
        elif kind == "credits":
            yield f"{who},{row['month'].replace('-', '')},{row['balance_used']}"


def expected(kind, path):
    """The same of DuckDB's lines, which lie in the file and are sorted."""
    before = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            words = line.rstrip("\n").split(",")
            if kind == "invoice":
                yield ",".join(words)
            elif kind == "daily" and words[2] == "Azure Credit Applied":
                cents = decimal.Decimal(words[3]).quantize(decimal.Decimal("0.01"),
                                                           decimal.ROUND_HALF_UP)
                yield f"{words[0]},{words[1]},{cents}"
            elif kind == "credits":
                who, used = (words[0], words[1]), decimal.Decimal(words[3])
                yield f"{who[0]},{who[1]},{words[2]},{used - before.get(who, 0):.2f}"
                before[who] = used


def agrees(kind, command, path):
    ours, theirs = sorted(told(kind, command)), sorted(expected(kind, path))
    return bool(ours) and ours == theirs
