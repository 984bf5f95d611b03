"""Holds the library against the command: judge.py SRCDIR PROGRAM

What golden cases of `reconcile' expect on standard output, as JSON, CSV or text, and in packs, the
library says in its forms, and what they expect on standard error, in its errors: one case in 24, or
in LIBRARY_STEP. Every form of the demonstration, in German, is the command's, and so is every cell of
its tables; where all cases are looked at, of two of them, too.
"""

import csv
import io
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
SRCDIR = pathlib.Path(sys.argv[1]).resolve()
PROGRAM = str(pathlib.Path(sys.argv[2]).resolve())
sys.path.insert(0, str(SRCDIR / "docs/examples"))
from reconcile import LIBRARY, Refused, Report  # noqa: E402

VERSION = b"acorecon " + LIBRARY.acorecon_version()
GOLDEN = SRCDIR / "testdata/golden"
# Options of the command about where things go: a program asks for forms instead.
SWITCHES = {"quiet", "force"}
PLACES = {"output", "format"}
STEP = int(os.environ.get("LIBRARY_STEP", "24"))
FORMS = ["text", "json", "csv", "focus", "html", "xlsx"]
failures = []


def differ(what, found, expected):
    if found != expected:
        failures.append(f"{what}: found {found[-300:]!r}, expected {expected[-300:]!r}")


def read(path):
    return path.read_bytes() if path.exists() else b""


def command_of(case):
    """(options, format, output, paths) of a case that is one `reconcile' of plain words; else None."""
    lines = [line for line in (case / "cmd").read_text().splitlines() if line and not line.startswith("#")]
    if len(lines) != 1 or (case / "filter").exists():
        return None
    words = shlex.split(lines[0])
    if words[:2] != ["$ACORECON", "reconcile"] or any(set(word) & set("$|;&<>*") for word in words[1:]):
        return None
    options, paths, form, output = {}, [], "text", None
    rest = iter(words[2:])
    for word in rest:
        if not word.startswith("--"):
            paths.append(word)
            continue
        name, _, value = word[2:].partition("=")
        if name in SWITCHES and not value:
            continue
        if name in PLACES:
            value = value or next(rest, "")
            if name == "format":
                form = value
            else:
                output = value
            continue
        if name in ("keep-going", "day-first", "decimal-comma", "all") and not value:
            value = True
        elif name in TAKES_VALUE:
            value = value or next(rest, None)
            if value is None:
                return None
        else:
            return None
        options.setdefault(name, []).append(value)
    if not paths or "-" in paths or "." in paths or (output and output != "out") or form not in FORMS:
        return None
    return options, form, output, paths


TAKES_VALUE = set(
    "month as-of expiring-days tolerance aco-reason invoice-month skip map encoding max-rejects max-input "
    "jobs customer code min journal accounts fail-on lang".split()
)


def masked(data):
    return data.replace(VERSION, b"acorecon VERSION")


def judge_pack(case, report, status):
    with tempfile.TemporaryDirectory() as folder:
        report.write_pack(folder + "/out")
        for path in sorted((case / "expected.files").iterdir()):
            differ(f"{case.name}/{path.name}", masked(read(pathlib.Path(folder, "out", path.name))), read(path))


def judge_case(case):
    command = command_of(case)
    if command is None:
        return 0
    options, form, output, paths = command
    status = int(read(case / "expected.status") or 0)
    os.chdir(case)
    try:
        with Report(paths, **options) as report:
            if status > 1:
                # What only the command cannot write.
                if status != 4:
                    failures.append(f"{case.name}: not refused")
                return 0
            if "quiet" not in read(case / "cmd").decode() and "journal" not in options:
                differ(case.name, masked(report.form(form)), read(case / "expected.out"))
            differ(f"{case.name}: status", str(report.exit_status()), str(status))
            if output and (case / "expected.files").is_dir():
                judge_pack(case, report, status)
    except Refused as refusal:
        said = "".join(line + "\n" for line in refusal.details) + f"acorecon: {refusal}\n"
        # Those that a customer's name may stand for are listed on standard output, and the command says so.
        expected = read(case / "expected.err").decode().replace(", listed on standard output", "")
        differ(case.name, said, expected)
        differ(f"{case.name}: status", str(refusal.status), str(status))
    return 1


def judge_golden():
    count = sum(judge_case(cmd.parent) for cmd in sorted(GOLDEN.glob("*/*/cmd"))[::STEP])
    print(f"# figures: cases={count}")
    if count < 200 // STEP:
        failures.append(f"only {count} cases were looked at")


def judge_forms_of(folder, options):
    """Each form against the command's own file or output; each cell against the CSV."""
    words = [f"--{name}" if value is True else f"--{name}={value}" for name, value in options.items()]

    def run(*more):
        return subprocess.run([PROGRAM, "reconcile", *words, *more, "in"], cwd=folder, capture_output=True)

    os.chdir(folder)
    with Report(["in"], **options) as report, tempfile.TemporaryDirectory() as place:
        run(f"--output={place}/pack", "--journal=hledger", "--quiet")
        pack = pathlib.Path(place, "pack")
        report.write_pack(place + "/own")
        for path in sorted(pack.iterdir()):
            if path.name != "journal.hledger":
                differ(f"{folder.name}/{path.name}", read(pathlib.Path(place, "own", path.name)), path.read_bytes())
        named = {"report.json": "json", "summary.txt": "text", "report.html": "html", "report.xlsx": "xlsx",
                 "journal.hledger": "hledger", "rejects.csv": "rejects"}
        for path in sorted(pack.iterdir()):
            differ(f"{folder.name}: form of {path.name}", report.form(named.get(path.name, path.name)), path.read_bytes())
        # The text is summary.txt, which tells what files were read, and on a terminal is shorter.
        for form in ("csv", "focus"):
            differ(f"{folder.name}: {form}", report.form(form), run(f"--format={form}").stdout)
        for form in ("beancount", "ledger"):
            differ(f"{folder.name}: {form}", report.form(form), run(f"--journal={form}").stdout)
        differ(f"{folder.name}: journal.csv", report.form("journal.csv"), run("--journal=csv").stdout)
        for table in report.tables():
            path = pack / (table.replace("_", "-") + ".csv")
            if path.exists():
                judge_cells(f"{folder.name}/{path.name}", report, table, path)


def judge_cells(name, report, table, path):
    expected = list(csv.reader(io.StringIO(path.read_text(), newline="")))
    found = [report.columns(table)] + [[cell or "" for cell in row.values()] for row in report.rows(table)]
    if found != expected:
        failures.append(f"{name}: cells differ")


def judge_forms():
    judge_forms_of(SRCDIR / "testdata/demo", {"month": "2026-10", "customer": "Juniper", "all": True, "lang": "de"})
    for case in ("keep-going-pack", "output-formula-after-blanks") if STEP == 1 else ():
        (folder,) = GOLDEN.glob(f"*/{case}/in")
        judge_forms_of(folder.parent, {"keep-going": True})


judge_golden()
judge_forms()
print(*failures, sep="\n")
sys.exit(bool(failures))
