"""docs/findings.md from the program: findings-page.py ACORECON GOLDEN, the page on stdout.

What a finding means is what `acorecon explain` says of it. Its example is a golden case: the cells of its input and the
finding as the text report prints it. A finding without an example, or whose case does not show it, ends with status 1.
"""
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap

WIDTH = 140
ROWS_MAX = 12  # of an example; of larger ones the rows of the finding alone are shown

FAMILIES = [
    ("ACO1", "Agreements and balances"),
    ("ACO2", "Lines of the invoice"),
    ("ACO3", "Which credit paid what"),
    ("ACO4", "Tie-out"),
    ("ACO5", "What is to come"),
    ("ACO9", "Files"),
    ("BEN1", "Partner benefits"),
    ("BEN2", "Billing profiles for a deposit"),
    ("MCA1", "Credits of a Microsoft Customer Agreement"),
    ("MCA2", "Charges and the credits that pay them"),
]

# The cases of those that have none of their own name; the longest beginning counts.
CASES = {
    "ACO402": "findings/aco402-usage-lower",
    "BEN1": "benefits/benefits-every-finding",
    "BEN2": "benefits/benefits-profiles-none",
    "MCA1": "mca/every-finding",
    "MCA101": "mca/identities-broken",
    "MCA102": "mca/identities-broken",
    "MCA103": "mca/identities-broken",
    "MCA113": "mca/identities-broken",
    "MCA115": "mca/page-missing",
    "MCA2": "mca/apply",
}

# Columns that say nothing where an example has one value of them.
DULL = {
    "customerid", "customername", "agreementid", "partnerid", "subscriptionid", "productid", "skuid", "availabilityid",
    "currency", "currencycode", "billingcurrency", "pricingcurrency",
}


def fail(text):
    sys.exit(f"findings-page: {text}")


def run(program, *arguments, folder=None):
    environment = {**os.environ, "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1790000000"}
    done = subprocess.run([program, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        fail(f"{' '.join(arguments)}: status {done.returncode}: {done.stderr}")
    return done.stdout


def explained(program, code):
    """What `explain` says, as {label: text}."""
    parts = {}
    for line in run(program, "explain", code).splitlines()[1:]:
        label, text = line[:12].strip(), line[12:]
        if label:
            last = label
            parts[last] = []
        if line:
            parts[last].append(text)
    return {label: " ".join(lines) for label, lines in parts.items()}


def case_of(golden, code, name):
    own = f"findings/{code.lower()}-{name}"
    if (golden / own / "cmd").is_file():
        return own
    for length in (6, 4):
        if code[:length] in CASES:
            return CASES[code[:length]]
    fail(f"{code} {name} has no example: make the golden case {own}")


class Case:
    """A golden case, run once for its findings and once for what the text says of them."""

    def __init__(self, program, golden, path):
        self.path = path
        text = (golden / path / "cmd").read_text()
        self.remark = " ".join(line[1:].strip() for line in text.splitlines() if line.startswith("#"))
        self.commands = [
            re.sub(r" --format json| --output out", "", command).split()
            for command in re.findall(r"\$ACORECON ([^|&\n]*)", text)
        ]
        with tempfile.TemporaryDirectory() as work:
            self.folder = pathlib.Path(work) / "case"
            shutil.copytree(golden / path, self.folder)
            for copied in [self.folder, *self.folder.rglob("*")]:  # the sources may be read-only
                copied.chmod(copied.stat().st_mode | 0o200)
            for leftover in [self.folder / "cmd", *self.folder.glob("expected.*")]:
                shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
            self.files = {
                str(file.relative_to(self.folder)): file.read_bytes() for file in sorted(self.folder.rglob("*")) if file.is_file()
            }
            for command in self.commands[:-1]:
                run(program, *command, folder=self.folder)
            self.report = json.loads(run(program, *self.commands[-1], "--format", "json", folder=self.folder))
            self.text = run(program, *self.commands[-1], folder=self.folder)

    def finding(self, code):
        for finding in self.report["findings"]:
            if finding["code"] == code:
                return finding
        fail(f"{self.path} does not show {code}")

    def printed(self, finding):
        """The lines of the text report about it."""
        lines = self.text.splitlines()
        for at, line in enumerate(lines):
            if line.split(" ")[0] != finding["code"]:
                continue
            end = at + 1
            while end < len(lines) and lines[end].startswith("   "):
                end += 1
            if " ".join(finding["message"].split()) in " ".join(" ".join(lines[at:end]).split()):
                return lines[at:end]
        fail(f"{self.path}: the text report does not say {finding['code']}: {finding['message']}")


def plain(text):
    """Text that Markdown leaves alone."""
    return re.sub(r"([*<\\])", r"\\\1", text)


def cell(text):
    short = re.sub(r"\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", r"\1…", text)
    return plain(short).replace("|", "\\|")


def table(head, rows):
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def rows_of(content):
    """(line, {column: value}) of a CSV file."""
    reader = csv.reader(content.decode("utf-8-sig").splitlines())
    head = next(reader)
    return [(reader.line_num, dict(zip(head, row))) for row in reader]


def csv_tables(case, finding):
    files = {name: rows_of(content) for name, content in case.files.items() if name.endswith(".csv")}
    if sum(map(len, files.values())) > ROWS_MAX:
        names = {finding.get("benefit_id"), finding.get("profile_id")} - {None}
        files = {
            name: [
                (line, row) for line, row in rows
                if (name, line) == (finding["file"], finding["line"]) or names & set(row.values())
            ]
            for name, rows in files.items()
        }
    seen = {}
    for rows in files.values():
        for _, row in rows:
            for column, value in row.items():
                seen.setdefault(column.lower(), set()).add(value)
    for name, rows in files.items():
        if not rows:
            continue
        columns = [
            column for column in rows[0][1]
            if any(row.get(column) for _, row in rows) and (column.lower() not in DULL or len(seen[column.lower()]) > 1)
        ]
        yield from table(
            [f"`{name}`", *map(cell, columns)],
            [[f"line {line}", *(cell(row.get(column) or "") for column in columns)] for line, row in rows],
        )


def members(value, path=""):
    """(path, text) of what a JSON value holds; of a list how much."""
    if isinstance(value, list):
        yield path, f"{len(value)} here"
    elif isinstance(value, dict) and set(value) == {"currency", "value"}:
        yield path, f"{value['value']} {value['currency']}"
    elif isinstance(value, dict):
        for name, member in value.items():
            if name not in ("id", "type", "eTag"):
                yield from members(member, name if path in ("", "properties") else f"{path}.{name}")
    elif value not in (None, ""):
        yield path, str(value).lower() if isinstance(value, bool) else str(value)


def json_tables(case, finding):
    """The object that begins on the line of the finding."""
    if not (finding["file"] or "").endswith(".json"):
        return
    lines = case.files[finding["file"]].decode().splitlines()
    rest = "\n".join(lines[finding["line"] - 1:]).lstrip()
    value, _ = json.JSONDecoder().raw_decode(rest)
    yield from table(
        [f"`{finding['file']}`", f"the object in line {finding['line']}"],
        [[name, cell(text)] for name, text in members(value)],
    )


def paragraph(text):
    yield from textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    yield ""


def example(case, finding):
    if case.path.startswith("findings/"):
        remark = re.sub(r"([^.:;])$", r"\1.", case.remark)
        yield from paragraph(f"*Example.* {plain(remark)}")
    else:
        yield from paragraph("*Example.*")
    yield from csv_tables(case, finding)
    yield from json_tables(case, finding)
    yield "```"
    for command in case.commands:
        yield "$ acorecon " + " ".join(command)
    yield "[...]"
    yield from case.printed(finding)
    yield "```"
    yield ""


def section(code, name, parts, case):
    finding = case.finding(code)
    yield f'<a id="{code}"></a>'
    yield ""
    yield f"### {code} {name}"
    yield ""
    severity = parts["Severity"][0].upper() + parts["Severity"][1:]
    yield from paragraph(f"**{plain(severity)}.** {plain(parts['Meaning'])}")
    yield from paragraph(f"*How it is found.* {plain(parts['Detection'])}")
    yield from paragraph(f"*Amount.* {plain(parts['Amount'])}")
    yield from paragraph(f"*What to do.* {plain(parts['Remedy'])}")
    yield from example(case, finding)


def first_sentence(text):
    return re.match(r".*?[.:](?= |$)|.*", text)[0].rstrip(":").rstrip(".") + "."


def page(program, golden):
    codes = re.findall(r"^([A-Z]{3}\d{3}) +(\w+\*?) +([\w-]+)$", run(program, "explain"), re.M)
    if not codes:
        fail("explain lists no findings")
    said = {code: explained(program, code) for code, _, _ in codes}
    cases = {}
    yield "<!-- Made by build-aux/findings-page.py; to make it anew: BLESS=1 sh tests/findings-page.sh -->"
    yield ""
    yield "# Findings"
    yield ""
    yield from paragraph(
        f"All {len(codes)} findings: what each means, how it is found, what its amount is, and what to do. `acorecon explain CODE` "
        "says the same without the example. An **error** says that money or data is wrong, a **warning** that somebody should look, a "
        "**notice** that something is worth knowing. A star: it depends on the case, and the text of the finding says on what.")
    yield from paragraph(
        "The examples are small inputs that the program's own tests use, and what the program prints of them. Empty columns are left "
        "out, and ids and currencies that are the same in all rows; `c1111111…` is the beginning of an id.")
    for beginning, title in FAMILIES:
        yield f"**{title}**"
        yield ""
        yield from table(
            ["code", "name", "severity", "meaning"],
            [
                [f"[{code}](#{code})", name, cell(severity), cell(first_sentence(said[code]["Meaning"]))]
                for code, severity, name in codes if code.startswith(beginning)
            ],
        )
    for beginning, title in FAMILIES:
        yield f"## {title}"
        yield ""
        for code, _, name in codes:
            if code.startswith(beginning):
                path = case_of(golden, code, name)
                if path not in cases:
                    cases[path] = Case(program, golden, path)
                yield from section(code, name, said[code], cases[path])
    strangers = [code for code, _, _ in codes if not any(code.startswith(beginning) for beginning, _ in FAMILIES)]
    if strangers:
        fail(f"{strangers[0]} is of no family of findings")


def main():
    print("\n".join(page(os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]))).rstrip("\n"))


main()
