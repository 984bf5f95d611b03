#!/usr/bin/env python3
"""Holds a program to what is promised of --customer, --code and --min: they choose among the rows of the whole report, and change nothing
else of it.

    python3 narrowing.py ACORECON_BINARY FIRST_SEED LAST_SEED [--daily]
"""

import json
import os
import shlex
import subprocess
import sys
import tempfile
from fractions import Fraction

sys.dont_write_bytecode = True

import random_world

OWN = ("options", "verdict")  # what a part says of itself
LEAST = "5"


def report(binary, options, folder):
    """-> exit status and report, or None where the input is refused"""
    command = [binary, "reconcile", "--format", "json", *options, folder]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return (run.returncode, json.loads(run.stdout)) if run.returncode in (0, 1) else None


def shown(whole, customer, code, least):
    """The report as it is to be when it is narrowed so; None narrows nothing."""
    part = dict(whole)
    for name, rows in whole.items():
        if customer is not None and isinstance(rows, list) and rows and "customer_id" in rows[0]:
            part[name] = [row for row in rows if row["customer_id"] == customer]
    if code is not None:
        part["findings"] = [
            row for row in part["findings"] if row["code"] == code and abs(Fraction(row["amount"])) >= Fraction(least)
        ]
        ids = {row["id"] for row in part["findings"]}
        part["cases"] = [row for row in part["cases"] if ids & set(row["findings"])]
    return part


def difference(binary, options, folder, whole, choice):
    """-> what is wrong with the part of this choice, or None"""
    customer, code = choice
    words = ([] if customer is None else ["--customer", customer]) + ([] if code is None else ["--code", code, "--min", LEAST])
    status, part = report(binary, [*options, *words], folder)
    if status != whole[0]:
        return f"{words}: status {status}, of all {whole[0]}"
    if not part["verdict"].endswith(whole[1]["verdict"]) and whole[1]["reliable"]:
        return f"{words}: the verdict is not that of all"
    if "PART: " not in part["verdict"]:
        return f"{words}: the verdict does not say that it is a part"
    expected = shown(whole[1], customer, code, LEAST)
    wrong = [name for name in expected if name not in OWN and part[name] != expected[name]]
    return f"{words}: {wrong}" if wrong else None


def choices(whole):
    """Each customer, each code, and one of both."""
    customers = sorted({row["customer_id"] for row in whole["findings"] + whole["waterfall"] + whole["agreements"]} - {None})
    codes = sorted({row["code"] for row in whole["findings"]})
    yield from ((customer, None) for customer in customers)
    yield from ((None, code) for code in codes)
    yield from zip(customers, codes)


def main(binary, first, last, kinds):
    worlds = parts = 0
    binary = os.path.abspath(binary)
    for seed in range(first, last + 1):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, random_world.__file__, str(seed), folder, *kinds]
            options = shlex.split(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)
            os.chdir(folder)
            whole = report(binary, options, ".")
            for choice in choices(whole[1]) if whole is not None else ():
                parts += 1
                wrong = difference(binary, options, ".", whole, choice)
                if wrong is not None:
                    sys.exit(f"world {seed} {' '.join(kinds)}: {wrong}")
            worlds += whole is not None
            os.chdir("/")
    if parts == 0:
        sys.exit("no world has anything to show")
    print(f"{worlds} worlds, {parts} parts")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
