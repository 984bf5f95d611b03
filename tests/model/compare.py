#!/usr/bin/env python3
"""Runs a program and the model on the same random worlds and says where they differ.

    python3 compare.py ACORECON_BINARY FIRST_SEED LAST_SEED [--daily] [--nasty]

Compared are the exit status and the JSON report; of the report all but the `message` of findings, `program`, `verdict`, the
`summary` and `cases`, which have to follow from the rest (summaries.py, cases.py), and the findings that the model does not make (spreadsheet damage). Of
`options` their names are compared. Amounts are compared as they are written. The folder of a seed that differs is kept; it holds
the world, both reports and the command line.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import acorecon_model
import cases
import random_world
import summaries

SECONDS = 60


def first_difference(path, theirs, ours):
    """-> (JSON path, the program's value, the model's value) or None"""
    if type(theirs) is not type(ours):
        return path, theirs, ours
    if isinstance(ours, dict):
        for name in [*ours, *(name for name in theirs if name not in ours)]:
            if name not in theirs or name not in ours:
                return f"{path}.{name}", theirs.get(name, "(absent)"), ours.get(name, "(absent)")
            found = first_difference(f"{path}.{name}", theirs[name], ours[name])
            if found:
                return found
        return None
    if isinstance(ours, list):
        for index, (a, b) in enumerate(zip(theirs, ours)):
            found = first_difference(f"{path}[{index}]", a, b)
            if found:
                return found
        if len(theirs) != len(ours):
            at = min(len(theirs), len(ours))
            absent = "(no such element)"
            return f"{path}[{at}]", theirs[at] if at < len(theirs) else absent, ours[at] if at < len(ours) else absent
        return None
    return None if theirs == ours else (path, theirs, ours)


def comparable(report):
    """The report without what is not compared. -> (report, severities of findings that were left out)"""
    left_out = [f["severity"] for f in report.get("findings", []) if f.get("code") in acorecon_model.NOT_MODELLED]
    kept = [dict(f, message="") for f in report.get("findings", []) if f.get("code") not in acorecon_model.NOT_MODELLED]
    left = {name: value for name, value in report.items() if name not in ("program", "options", "verdict", "cases")}
    return dict(left, findings=kept), left_out


def provenance(report, options):
    """`program`, `options` and `verdict` say how the report was made: the first and last are texts, and the options are `--name=value`
    or `--name`, sorted by bytes. -> (JSON path, the program's value, what is expected) or None"""
    for name, begins in (("program", "acorecon "), ("verdict", "")):
        text = report.get(name)
        if not isinstance(text, str) or not text.startswith(begins) or text == begins:
            return f"$.{name}", text, f"a text that begins with {begins!r}" if begins else "a text"
    given = report.get("options")
    if not isinstance(given, list) or not all(isinstance(text, str) and text.startswith("--") for text in given):
        return "$.options", given, "a list of options"
    if given != sorted(given, key=lambda text: text.encode("utf-8")):
        return "$.options", given, "sorted by bytes"
    names = sorted({text.partition("=")[0] for text in given})
    expected = sorted(acorecon_model.options_in_force(options))
    return None if names == expected else ("$.options", names, expected)


def compare_seed(binary, seed, daily, nasty):
    """Works inside the working folder. -> (JSON path, program's value, model's value) or None"""
    line = random_world.make_world(seed, "in", daily, nasty)
    options = shlex.split(line)
    command = [binary, "reconcile", "--format", "json", *options, "in"]
    with open("command", "w", encoding="utf-8") as stream:
        stream.write(shlex.join(command) + "\n")
    try:
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return "(time)", f"not done after {SECONDS} seconds", "done"
    with open("program.json", "wb") as stream:
        stream.write(run.stdout)
    with open("program.err", "wb") as stream:
        stream.write(run.stderr)
    status, report, complaint = acorecon_model.run([*options, "in"])
    with open("model.json", "w", encoding="utf-8") as stream:
        json.dump(report, stream, indent=2, ensure_ascii=False)

    if report is None or run.returncode not in (0, 1):
        if run.returncode != status:
            said = run.stderr.decode("utf-8", "replace").strip()[:300]
            return "(exit status)", f"{run.returncode} {said}", f"{status} {complaint or ''}".strip()
        return ("(stdout)", "something", "nothing") if run.stdout else None
    try:
        said = json.loads(run.stdout)
        wrong = summaries.taken_out(said, run.returncode, is_main=True)
        theirs, left_out = comparable(said)
    except (ValueError, AttributeError, KeyError) as problem:
        return "(stdout)", f"not a JSON report: {problem}", "a report"
    parsed = acorecon_model.parse_options([*options, "in"])
    found = first_difference("$", theirs, report) or provenance(said, parsed) or wrong
    if found:
        return found
    found = cases.check(said)
    if found:
        return "$.cases", found, "as docs/cases.md says"
    fail_on = parsed.fail_on
    rank = acorecon_model.SEVERITY_RANK
    expected = 1 if any(rank[severity] >= rank[fail_on] for severity in left_out) else status
    return None if run.returncode == expected else ("(exit status)", run.returncode, expected)


def short(value):
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 400 else text[:400] + " ..."


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    switches = {word for word in sys.argv[1:] if word.startswith("--")}
    if len(words) != 3 or switches - {"--daily", "--nasty"} or not (words[1].isdigit() and words[2].isdigit()):
        print(__doc__, file=sys.stderr)
        return 2
    binary = os.path.abspath(words[0])
    if not os.access(binary, os.X_OK):
        print(f"compare: {words[0]} cannot be run", file=sys.stderr)
        return 2
    agree = differ = 0
    home = os.getcwd()
    for seed in range(int(words[1]), int(words[2]) + 1):
        folder = tempfile.mkdtemp(prefix=f"acorecon-{seed}-")
        os.chdir(folder)
        try:
            found = compare_seed(binary, seed, "--daily" in switches, "--nasty" in switches)
        finally:
            os.chdir(home)
        if found is None:
            agree += 1
            shutil.rmtree(folder)
        else:
            differ += 1
            path, theirs, ours = found
            print(f"seed {seed}: {path}\n  program: {short(theirs)}\n  model:   {short(ours)}\n  folder:  {folder}", flush=True)
    print(f"{agree} agree, {differ} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
