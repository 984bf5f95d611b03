#!/usr/bin/env python3
"""Holds the model, or a program, against a folder of field cases: month-end folders that went wrong, each with what must be shown.

    python3 field.py FIELD_FOLDER [ACORECON_BINARY]

A case is a folder with `cmd`, the command line, `in/`, its input, and `expect.json`, what the report must hold; the README.md beside
the cases says what the keys of `expect.json` mean. Without a program the model is tried, of which messages (`says`) and standard
error are not asked. TAP on stdout, one line per case; exit status 1 if any fails.
"""

import json
import os
import re
import shlex
import subprocess
import sys
from decimal import Decimal, InvalidOperation

sys.dont_write_bytecode = True

import acorecon_model

NEVER_HELD = {"ACO406", "ACO501", "ACO502", "ACO905"}
SECONDS = 60


def run_model(arguments):
    """-> (exit status, report or None, standard error or None: not asked)"""
    status, report, _ = acorecon_model.run(arguments)
    return status, report, None


def run_program(binary, arguments):
    command = [binary, "reconcile", "--format", "json", *arguments]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS, check=False)
    report = json.loads(run.stdout) if run.returncode in (0, 1) else None
    return run.returncode, report, run.stderr.decode("utf-8", "replace")


def same(expected, found):
    """amounts are compared as numbers"""
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(same(a, b) for a, b in zip(expected, found))
    if isinstance(expected, str) and isinstance(found, str) and expected != found:
        try:
            return Decimal(expected) == Decimal(found)
        except InvalidOperation:
            return False
    return type(expected) is type(found) and expected == found


def figure(report, path):
    """`"reliable"`, `"tieout[].result"` (of all rows, as a list), `"inputs[file=in/a.csv].kind"`, `"tieout.length"`"""
    value, steps, many = report, re.findall(r"\[[^\]]*\]|[^.\[]+", path), False
    for step in steps:
        if step == "[]":
            many = True
        elif step.startswith("["):
            name, _, wanted = step[1:-1].partition("=")
            chosen = [row for row in value if row.get(name) == wanted]
            if len(chosen) != 1:
                return f"({len(chosen)} rows {step})"
            value = chosen[0]
        elif step == "length" and isinstance(value, list):
            value = len(value)
        else:
            value = [row[step] for row in value] if many else value[step]
    return value


def meets(wanted, finding, with_messages):
    for name, value in wanted.items():
        if name == "says":
            if with_messages and not all(text in finding["message"] for text in value):
                return False
        elif name == "says_one_of":
            if with_messages and not any(text in finding["message"] for text in value):
                return False
        elif not same(value, finding.get(name)):
            return False
    return True


def complaints(expected, status, report, stderr):
    """-> what is not as it must be"""
    if status != expected["status"]:
        yield f"exit status {status}, expected {expected['status']}"
    for text in expected.get("stderr", []):
        if stderr is not None and text not in stderr:
            yield f"standard error does not say {text!r}"
    if report is None:
        if expected["status"] in (0, 1):
            yield "no report"
        return
    with_messages = stderr is not None
    findings = [f for f in report["findings"] if f["code"] not in NEVER_HELD]
    beside = list(findings)
    for wanted in expected.get("must", []):
        found = next((f for f in beside if meets(wanted, f, with_messages)), None)
        if found is None:
            yield f"missing: {json.dumps(wanted)}"
        else:
            beside.remove(found)
    if "only" in expected:
        rank = acorecon_model.SEVERITY_RANK
        for finding in beside:
            if rank[finding["severity"]] >= rank[expected["only"]]:
                shown = {n: finding[n] for n in ("code", "severity", "amount", "month", "file", "line")}
                yield f"not expected: {json.dumps(shown)}"
    for code in expected.get("must_not", []):
        if any(f["code"] == code for f in findings):
            yield f"must not be there: {code}"
    for path, wanted in expected.get("figures", {}).items():
        found = figure(report, path)
        if not same(wanted, found):
            yield f"{path}: {json.dumps(found)}, expected {json.dumps(wanted)}"


def try_case(folder, binary):
    with open(os.path.join(folder, "expect.json"), encoding="utf-8") as stream:
        expected = json.load(stream)
    with open(os.path.join(folder, "cmd"), encoding="utf-8") as stream:
        words = shlex.split(stream.read())
    if words[:2] != ["acorecon", "reconcile"]:
        return [f"the command is not understood: {words}"]
    home = os.getcwd()
    os.chdir(folder)
    try:
        return list(complaints(expected, *(run_program(binary, words[2:]) if binary else run_model(words[2:]))))
    finally:
        os.chdir(home)


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    field, binary = sys.argv[1], os.path.abspath(sys.argv[2]) if len(sys.argv) == 3 else None
    cases = sorted(name for name in os.listdir(field) if os.path.isfile(os.path.join(field, name, "expect.json")))
    if not cases:
        print(f"field: no cases in {field}", file=sys.stderr)
        return 2
    failed = 0
    print(f"1..{len(cases)}")
    for number, name in enumerate(cases, start=1):
        problems = try_case(os.path.join(field, name), binary)
        failed += bool(problems)
        for problem in problems:
            print(f"# {name}: {problem}")
        print(f"{'not ok' if problems else 'ok'} {number} - {name}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
