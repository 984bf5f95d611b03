#!/usr/bin/env python3
"""field.py ACORECON FOLDER [CASE]...: month-end folders that went wrong, and what must be shown.

Each folder below FOLDER is one case: `cmd` is the command line, run with the case as working
folder, and `expect.json` says what must be seen (FOLDER/README.md explains its keys). One line of
TAP a case. Nothing is written into the cases.
"""

import json
import os
import re
import shlex
import subprocess
import sys
from fractions import Fraction

SEVERITIES = ["notice", "warning", "error"]
# Codes that no case holds against a run.
FREE = {"ACO406", "ACO501", "ACO502", "ACO905"}


def number(value):
    """An amount as a number, anything else as it is."""
    if isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?", value):
        return Fraction(value)
    return value


def step(node, part):
    """One part of a path: "name", "name[]" or "name[key=value]"; a list for the last two."""
    match = re.fullmatch(r"(\w+)(?:\[(?:(\w+)=(.*))?\])?", part)
    name, key, value = match.groups()
    found = node[name]
    if not part.endswith("]"):
        return found, False
    if key is not None:
        found = [row for row in found if str(row.get(key)) == value]
        return (found[0], False) if len(found) == 1 else (found, True)
    return found, True


def split_path(path):
    """At the points outside brackets, for file names have points too."""
    return re.findall(r"\w+(?:\[[^\]]*\])?", path)


def look_up(node, parts):
    if not parts:
        return node
    if parts == ["length"]:
        return len(node)
    found, many = step(node, parts[0])
    return [look_up(row, parts[1:]) for row in found] if many else look_up(found, parts[1:])


def same(found, expected):
    if isinstance(expected, list):
        return (isinstance(found, list) and len(found) == len(expected)
                and all(same(a, b) for a, b in zip(found, expected)))
    return number(found) == number(expected)


def fits(finding, wanted):
    for key, value in wanted.items():
        if key == "says":
            if not all(text in finding["message"] for text in value):
                return False
        elif key == "says_one_of":
            if not any(text in finding["message"] for text in value):
                return False
        elif number(finding[key]) != number(value):
            return False
    return True


def check_findings(findings, expected, wrong):
    left = list(findings)
    for wanted in expected.get("must", []):
        found = next((f for f in left if fits(f, wanted)), None)
        if found is None:
            alike = [f for f in findings if f["code"] == wanted["code"]]
            wrong.append(f"no finding like {wanted}; of its code: {alike}")
        else:
            left.remove(found)
    if "only" in expected:
        lowest = SEVERITIES.index(expected["only"])
        wrong.extend(f"not expected: {f}" for f in left
                     if SEVERITIES.index(f["severity"]) >= lowest and f["code"] not in FREE)
    wrong.extend(f"must not be there: {f}" for f in findings
                 if f["code"] in expected.get("must_not", []))


def check_report(text, expected, wrong):
    try:
        report = json.loads(text)
    except ValueError as error:
        wrong.append(f"no JSON report: {error}")
        return
    check_findings(report["findings"], expected, wrong)
    for path, value in expected.get("figures", {}).items():
        try:
            found = look_up(report, split_path(path))
        except (KeyError, IndexError, TypeError) as error:
            wrong.append(f"{path}: not in the report ({error})")
            continue
        if not same(found, value):
            wrong.append(f"{path}: found {found}, expected {value}")


def run_case(program, folder):
    """What is wrong; an empty list is good."""
    with open(os.path.join(folder, "cmd"), encoding="utf-8") as file:
        words = shlex.split(file.read())
    with open(os.path.join(folder, "expect.json"), encoding="utf-8") as file:
        expected = json.load(file)
    done = subprocess.run([program, *words[1:], "--format", "json"], cwd=folder,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    errors = done.stderr.decode()
    wrong = []
    if done.returncode != expected["status"]:
        wrong.append(f"status {done.returncode}, expected {expected['status']}: {errors}")
    wrong.extend(f"standard error does not say {text!r}: {errors}"
                 for text in expected.get("stderr", []) if text not in errors)
    if expected["status"] < 2:
        check_report(done.stdout, expected, wrong)
    elif done.stdout:
        wrong.append("something on standard output though the run was refused")
    return wrong


def main():
    program, root = os.path.abspath(sys.argv[1]), sys.argv[2]
    cases = sys.argv[3:] or sorted(name for name in os.listdir(root)
                                   if os.path.isdir(os.path.join(root, name)))
    print(f"1..{len(cases)}")
    failed = 0
    for index, case in enumerate(cases, 1):
        wrong = run_case(program, os.path.join(root, case))
        for line in wrong:
            print("#", line.replace("\n", "\n# "))
        print(f"{'not ok' if wrong else 'ok'} {index} - field/{case}")
        failed += bool(wrong)
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
