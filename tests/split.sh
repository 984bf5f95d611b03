#!/bin/sh
# What must not change a report: how rows are dealt out to files, in which order the files are read,
# the order of columns, line ends, a byte-order mark, quotes. The worlds are those of tests/model.
# TAP on stdout: one line per relation.
# SPLIT_WORLDS: how many worlds [8]; of more than 100 each relation writes them anew in one way, chosen at random, and
# pec and trace are asked of every tenth.
set -u

# CI sets it where the same program was tested so already.
if [ "${QUICK_CHECK:-no}" = yes ]; then
  echo '1..0 # SKIP QUICK_CHECK is set'
  exit 0
fi

python=${PYTHON:-/usr/bin/python3}
case $ACORECON in
*' '*) echo '1..0 # SKIP the programs run one another, not under a tool'; exit 0 ;;
esac
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || {
  echo '1..0 # SKIP there is no python3 to rewrite the files'
  exit 0
}

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1

"$python" - "$ACORECON" "$SRCDIR/tests/model" "${SPLIT_WORLDS:-8}" <<'END'
import json
import os
import random
import re
import shlex
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
PROGRAM = os.path.abspath(sys.argv[1])
sys.path.insert(0, sys.argv[2])

import acorecon_model
import random_world

PEC_OPTIONS = {"--decimal-comma": 0, "--day-first": 0, "--aco-reason": 1, "--map": 1, "--invoice-month": 1, "--month": 1}


MANY = 100

# Their ids are of the bytes of a file, or of how the rows are dealt out.
OF_FILES = {"ACO208", "ACO901", "ACO902", "ACO903", "ACO904", "ACO905", "ACO906", "ACO907"}

POSITION = re.compile(r"in/[^:]*\.csv:[0-9]+")


class File:
    """One input file as a table. Written anew it has LF, no byte-order mark, and quotes only where they are needed."""

    def __init__(self, kind, records, separator):
        self.kind, self.header, self.rows, self.separator = kind, records[0], records[1:], separator

    def bytes(self, rows=None, newline="\n", quote_all=False, order=None):
        lines = []
        for cells in [self.header, *(self.rows if rows is None else rows)]:
            cells = [cells[i] for i in order] if order else cells
            lines.append(self.separator.join(self.cell(cell, quote_all) for cell in cells) + newline)
        return "".join(lines).encode()

    def cell(self, text, quote):
        if quote or any(c in text for c in (self.separator, '"', "\n", "\r")):
            return '"' + text.replace('"', '""') + '"'
        return text


def without(options, name):
    kept = list(options)
    while name in kept:
        at = kept.index(name)
        del kept[at : at + 2]
    return kept


def read_world(seed):
    """-> (options, files in reading order); None where the world has no invoice or no daily usage, or is refused"""
    shutil.rmtree("world", ignore_errors=True)
    options = shlex.split(random_world.make_world(seed, "world", daily=True))
    parsed = acorecon_model.parse_options([*options, "world"])
    options = without(options, "--skip")  # those files are not written anew
    separator = ";" if parsed.decimal_comma else ","
    rng, files, seen = random.Random(f"split {seed}"), [], set()
    for path, is_read in acorecon_model.list_files(["world"], parsed.skips):
        with open(path, "rb") as stream:
            data = stream.read()
        if not is_read or not data or data in seen:  # the same content twice is read once, wherever its parts go
            continue
        seen.add(data)
        if acorecon_model.decoded(data).lstrip()[:1] in ("{", "["):
            continue  # JSON has no header to cut under
        records = [cells for _, cells in acorecon_model.csv_records(acorecon_model.decoded(data), separator)]
        kind = acorecon_model.recognise_header(records[0], parsed.maps).kind
        if kind == "daily-usage" and "ResourceURI" in records[0]:
            at = records[0].index("ResourceURI")
            for cells in records[1:]:
                cells[at] = rng.choice(["/vm/1", "/vm/2", "/vm/3"])
        files.append(File(kind, records, separator))
    kinds = {file.kind for file in files if len(file.rows) > 1}
    return (options, files) if {"invoice", "daily-usage"} <= kinds else None


def write_folder(contents):
    shutil.rmtree("in", ignore_errors=True)
    os.mkdir("in")
    for name, data in contents.items():
        with open(os.path.join("in", name), "wb") as stream:
            stream.write(data)


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments, "in"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def exact_report(status, out):
    """All but what tells the bytes of the files apart."""
    report = json.loads(out)
    for entry in report["inputs"]:
        del entry["sha256"]
    for finding in report["findings"]:
        if finding["code"] == "ACO902":  # names the columns in their order
            finding["message"] = ""
        if finding["code"] in OF_FILES:
            del finding["id"], finding["key"], finding["subject"]
    for case in report["cases"]:  # a case tells the ids of its findings, and one that is alone their message
        if OF_FILES.intersection(case["codes"]):
            del case["findings"]
        if "ACO902" in case["codes"]:
            case["sentence"] = ""
    return status, report


def figures(status, out):
    """All but inputs and positions, also those in messages. Of what is told per file (estimates, unknown columns) only that it is told;
    what files have in common (ACO907), and what follows from it, is a matter of how the rows are dealt out."""
    report = json.loads(out)
    findings = []
    del report["verdict"], report["reliable"]
    if any(finding["code"] == "ACO907" for finding in report["findings"]):
        status = None
    for finding in report["findings"]:
        if finding["code"] == "ACO907":
            continue
        if finding["code"] in OF_FILES:
            del finding["id"], finding["key"], finding["subject"]
        del finding["file"], finding["line"]
        finding["message"] = POSITION.sub("", finding["message"])
        if finding["code"] == "ACO208":
            finding.update(amount="", message="")
        elif finding["code"].startswith("ACO9"):
            finding["message"] = ""
        findings.append(json.dumps(finding, sort_keys=True))
    per_file = [f for f in findings if '"ACO208"' in f or '"ACO9' in f]
    report["findings"] = sorted(set(per_file)) + sorted(f for f in findings if f not in per_file)
    for row in report["rollforward"]:
        del row["file"], row["line"]
    # An invoice that is read twice explains other findings of it, so that they are one case.
    del report["inputs"], report["cases"]
    report["summary"] = summed(report["summary"])
    return status, report


def summed(summary):
    """Of what is told per file, nothing: neither alone nor in a sum."""
    codes = [row for row in summary["codes"] if row["code"] != "ACO208" and not row["code"].startswith("ACO9")]
    return {"codes": codes, "tieout": summary["tieout"]}


def parts_of(file, count, rng):
    """Up to @count parts with the same header, none of them like another."""
    for _ in range(100):
        cuts = sorted(rng.randrange(len(file.rows) + 1) for _ in range(count - 1))
        parts = [file.bytes(file.rows[a:b]) for a, b in zip([0, *cuts], [*cuts, len(file.rows)]) if a < b]
        if len(set(parts)) == len(parts):
            return parts
    return [file.bytes()]


def plain(files, **how):
    return {f"{n:02d}.csv": file.bytes(**how) for n, file in enumerate(files)}


def with_parts(files, kind, count, rng, shuffled):
    contents, taken = {}, random.Random(rng.random())
    for n, file in enumerate(files):
        if file.kind != kind:
            contents[f"{n:02d}.csv"] = file.bytes()
            continue
        for i, part in enumerate(parts_of(file, count, rng)):
            place = f"{taken.randrange(len(files)):02d}-{taken.random():.12f}" if shuffled else f"{n:02d}-{i}"
            contents[place + ".csv"] = part
    return contents


def all_at_once(files, rng):
    """Parts in another order, each with its columns, line ends, mark and quotes."""
    contents = {}
    for name, data in with_parts(files, "daily-usage", rng.randint(2, 7), rng, True).items():
        file = File("", [cells for _, cells in acorecon_model.csv_records(acorecon_model.decoded(data), files[0].separator)], files[0].separator)
        data = file.bytes(newline=rng.choice(["\n", "\r\n"]), quote_all=rng.random() < 0.5, order=permutation(file, rng))
        contents[name] = rng.choice([b"", b"\xef\xbb\xbf"]) + data
    return contents


def permutation(file, rng):
    return rng.sample(range(len(file.header)), len(file.header))


def renamed(files, rng):
    """In the same order."""
    return {f"{n:02d}{rng.choice(['', ' (1)', '-recon', '_Müller'])}.csv": data for n, data in enumerate(plain(files).values())}


def daily_in_parts(world, rng):
    for count in (1, 2, 4, 7):
        yield with_parts(world, "daily-usage", count, rng, True)


def invoices_in_parts(world, rng):
    for count in (2, 3, 7):
        yield with_parts(world, "invoice", count, rng, False)


def columns_permuted(world, rng):
    for _ in range(2):
        yield {f"{n:02d}.csv": file.bytes(order=permutation(file, rng)) for n, file in enumerate(world)}


RELATIONS = [  # name, how the files are written anew, what must be the same
    ("a daily file in any number of parts, in any order", daily_in_parts, figures),
    ("an invoice file in parts", invoices_in_parts, figures),
    ("columns in another order", columns_permuted, exact_report),
    ("CRLF for LF", lambda world, rng: [plain(world, newline="\r\n")], exact_report),
    ("a byte-order mark", lambda world, rng: [{n: b"\xef\xbb\xbf" + d for n, d in plain(world).items()}], exact_report),
    ("quotes around every cell", lambda world, rng: [plain(world, quote_all=True)], exact_report),
    ("a Ctrl-Z at the end", lambda world, rng: [{n: d + b"\x1a" for n, d in plain(world).items()}], exact_report),
    ("a blank line after every row", lambda world, rng: [plain(world, newline="\n\n")], figures),
    ("other names of the files", lambda world, rng: [renamed(world, rng)], figures),
    ("all of it at once", lambda world, rng: [all_at_once(world, rng) for _ in range(3)], figures),
]


def pec_options(options):
    kept, at = [], 0
    while at < len(options):
        width = 1 if options[at] in ("--decimal-comma", "--day-first", "--keep-going") else 2
        if options[at] in PEC_OPTIONS:
            kept += options[at : at + width]
        at += width
    return kept


def trace_figure(options, figure, customer, month):
    """The steps without file and line."""
    status, out, error = run("trace", *options, "--figure", figure, customer, month)
    return status, POSITION.sub("", out), error


def traces(files, options, report):
    """One customer's figures: of the report, and the trace of each."""
    row = next(iter(report["waterfall"]), None)
    if row is None:
        return None
    kept = pec_options(options)
    if "--month" in kept:
        del kept[kept.index("--month") : kept.index("--month") + 2]
    return [trace_figure(kept, figure, row["customer_id"], row["month"]) for figure in ("aco", "pec", "net", "used")]


def ends_at_figure(steps, report):
    row = report["waterfall"][0]
    for (_, out, _), name in zip(steps, ("aco_used", "pec_earned", "net")):
        end = re.search(rf"^\w+ = (\S+) {row['currency']}$", out, re.M)
        if row[name] != (end[1].replace(",", "") if end else "0.00"):
            return False
    return True


def check_world(seed, world, broken, is_one_of_many):
    options, files = world
    write_folder(plain(files))
    status, out, error = run("reconcile", "--format", "json", *options)
    if status not in (0, 1):
        broken.setdefault("the worlds are read", f"seed {seed}: {status} {error}")
        return
    report, is_asked = json.loads(out), not is_one_of_many or seed % 10 == 0
    pec = is_asked and run("pec", "--format", "json", *pec_options(options))
    steps = is_asked and traces(files, options, report)
    if steps and not ends_at_figure(steps, report):
        broken.setdefault("a trace ends at the figure of the report", f"seed {seed}: {steps}")
    for name, rewrite, essence in RELATIONS:
        rng, expected = random.Random(f"{name} {seed}"), essence(status, out)
        ways = list(rewrite(files, rng))
        for contents in [rng.choice(ways)] if is_one_of_many else ways:
            write_folder(contents)
            found = run("reconcile", "--format", "json", *options)
            if found[0] not in (0, 1) or essence(found[0], found[1]) != expected:
                broken.setdefault(name, f"seed {seed}: {sorted(contents)} {found[2]}")
            if is_asked and run("pec", "--format", "json", *pec_options(options)) != pec:
                broken.setdefault("the same for pec", f"seed {seed}: {name}: {sorted(contents)}")
            if is_asked and name == "an invoice file in parts" and traces(files, options, report) != steps:
                broken.setdefault("the same for trace", f"seed {seed}: {sorted(contents)}")


def main():
    broken, seed, worlds = {}, 0, 0
    while worlds < int(sys.argv[3]):
        seed += 1
        world = read_world(seed)
        if world is not None:
            worlds += 1
            check_world(seed, world, broken, is_one_of_many=int(sys.argv[3]) > MANY)
    tests = ["the worlds are read", *(name for name, _, _ in RELATIONS), "the same for pec", "the same for trace"]
    tests.append("a trace ends at the figure of the report")
    print(f"1..{len(tests)}")
    for number, name in enumerate(tests, start=1):
        if name in broken:
            print("# " + broken[name].replace("\n", "\n# "))
        print(f"{'not ok' if name in broken else 'ok'} {number} - {name}")
    print(f"# figures: worlds={worlds} relations={len(tests) - 1}")
    return 1 if broken else 0


sys.exit(main())
END
