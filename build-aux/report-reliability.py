"""docs/reliability.md from records of runs.

    report-reliability.py page FOLDER             the page on stdout
    report-reliability.py readme FOLDER README    README on stdout, with the figures of now
    report-reliability.py gather FOLDER RUNS...   takes the lines of the files RUNS, of build-aux/record-run, into
                                                  FOLDER/records, and empties those files

FOLDER has rows.ini, which says for each goal which figures of which target answer it, and records, one line a run as
record-run writes it. Of a target the newest record is kept; records with a figure "executions" are kept per commit and
add up. Targets that no row asks for, and runs of sources that were changed since their commit, are left out.
"""
import configparser
import decimal
import fnmatch
import operator
import pathlib
import re
import sys
import textwrap

COUNT = 32
WIDTH = 140
HEAD = ["day", "target", "commit", "machine", "compiler"]
COMPARISONS = {">=": operator.ge, "<=": operator.le, "=": operator.eq}
ADDS_UP = "executions"


class Mistake(Exception):
    """What is wrong with rows or records, and where."""


def read_rows(folder):
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",))
    try:
        parser.read_string((folder / "rows.ini").read_text(encoding="utf-8"))
    except configparser.Error as error:
        raise Mistake(f"rows.ini: {error}") from error
    if parser.sections() != [str(number) for number in range(1, COUNT + 1)]:
        raise Mistake(f"rows.ini: found the rows {', '.join(parser.sections())}, expected 1 to {COUNT}, each once and in order")
    for number in parser.sections():
        for key in ("property", "goal", "way"):
            if not parser[number].get(key, "").strip():
                raise Mistake(f"rows.ini: row {number}: {key} is missing")
    return parser


def lines_of(row, key):
    return [line.strip() for line in row.get(key, "").splitlines() if line.strip()]


def measures(row):
    """(targets, words) of each measure of a row: the first of the targets that has run answers."""
    return measures_in(row, "measured")


def measures_in(row, key):
    for line in lines_of(row, key):
        targets, found, words = line.partition(": ")
        if not found:
            raise Mistake(f"rows.ini: found \"{line}\", expected TARGET: WORDS")
        yield [target.strip() for target in targets.split(" or ")], words


def as_record(line, where):
    record = dict(part.partition("=")[::2] for part in line.split("\t"))
    if list(record)[:len(HEAD)] != HEAD or not re.fullmatch(r"\d{4}-\d\d-\d\d", record["day"]):
        raise Mistake(f"{where}: found \"{line}\", expected a line of record-run")
    return record


def as_line(record):
    return "\t".join(f"{key}={value}" for key, value in record.items())


def read_records(path):
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [as_record(line, f"{path.name}:{number}") for number, line in enumerate(lines, start=1)]


def figures_of(record):
    return {key: decimal.Decimal(value) for key, value in record.items() if key not in HEAD}


class Answer:
    """What the records say of a target, or of all that fit a pattern."""

    def __init__(self, records):
        self.records = records
        by_target = {}
        for record in records:
            sums = by_target.setdefault(record["target"], {})
            for key, value in figures_of(record).items():
                sums[key] = sums.get(key, 0) + value
        self.figures = {"targets": len(by_target)}
        for sums in by_target.values():
            for key, value in sums.items():
                self.figures[key] = self.figures.get(key, 0) + value
                self.figures["least_" + key] = min(self.figures.get("least_" + key, value), value)
                self.figures["most_" + key] = max(self.figures.get("most_" + key, value), value)

    def say(self, words):
        def figure(match):
            if match[1] not in self.figures:
                raise Mistake(f"rows.ini: {self.records[0]['target']} has recorded no figure \"{match[1]}\"")
            return f"{self.figures[match[1]]:,}"
        return re.sub(r"\{(\w+)\}", figure, words)

    def where(self, machines):
        """On what, and when: of several records the newest, with how many commits there are."""
        newest = max(self.records, key=lambda record: record["day"])
        commits = {record["commit"] for record in self.records}
        others = f" and {len(commits) - 1} more" if len(commits) > 1 else ""
        machine = machines.setdefault((newest["machine"], newest["compiler"]), len(machines) + 1)
        return f"commit {newest['commit'][:12]}{others}, {newest['day']}, machine {machine}"


def answer_to(targets, records):
    for target in targets:
        found = [record for record in records if fnmatch.fnmatchcase(record["target"], target)]
        if found:
            return Answer(found)
    return None


def command_of(target):
    """What runs that target."""
    name, _, word = target.partition("@")
    if word:
        return "make check-" + word
    if name.startswith("ci/"):
        return "bash .ci/run"
    if name.startswith(("tests/", "build-aux/")):
        return f"make check TESTS={name}"
    return "make " + name.partition("/")[0]


def holds(condition, records):
    match = re.fullmatch(r"(\S+): (\w+) (>=|<=|=) ([0-9.]+)", condition)
    if match is None:
        raise Mistake(f"rows.ini: found \"{condition}\", expected TARGET: FIGURE >= NUMBER")
    answer = answer_to([match[1]], records)
    return answer is not None and match[2] in answer.figures and \
        COMPARISONS[match[3]](answer.figures[match[2]], decimal.Decimal(match[4]))


def item(text):
    return textwrap.fill(text, WIDTH, initial_indent="* ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def section(name, row, records, machines):
    """(state, lines) of a row: "short", "none" without a run, or "reached"."""
    lines, ran = [], False
    for targets, words in measures(row):
        answer = answer_to(targets, records)
        if answer is None:
            lines.append(item(f"No run yet: `{command_of(targets[-1])}`."))
        else:
            lines.append(item(f"Measured: {answer.say(words)} ({answer.where(machines)})."))
            ran = True
    if not lines:
        lines.append(item("No run yet: no target measures it."))
    conditions = lines_of(row, "reached")
    reached = bool(conditions) and all([holds(condition, records) for condition in conditions])
    state = "none" if not ran else "reached" if reached else "short"
    if state != "reached":
        lines.append(item("In the way: " + " ".join(row["way"].split())))
    head = [f"### {name}. {row['property']}", "", item("Goal: " + " ".join(row["goal"].split()))]
    return state, head + lines + [""]


INTRODUCTION = """\
# Reliability in figures

What is promised, and what was measured of it: `make report-reliability` writes this page from
[the records of runs](../reliability/records); no figure is typed by hand, and the day is that of the run. What a
goal is and which figure of which run answers it stands in [rows.ini](../reliability/rows.ini). What falls short
comes first."""

PARTS = [("short", "Falls short of its goal"), ("none", "No run yet"), ("reached", "Reached")]


def readme(folder, path):
    """What README tells stands between two marks; it says that all went well, so nothing is told of a run that failed."""
    rows, records = read_rows(folder), read_records(folder / "records")
    answers = [(answer_to(targets, records), words) for name in rows.sections()
               for targets, words in measures_in(rows[name], "readme")]
    told = [answer.say(words) for answer, words in answers if answer and answer.figures["failed"] == 0]
    states = [section(name, rows[name], records, {})[0] for name in rows.sections()]
    tried = f" Tried so far, among other things: {'; '.join(told)}." if told else ""
    text = textwrap.fill(f"Of {COUNT} [goals of reliability](docs/reliability.md) {states.count('reached')} are reached, and the page says "
                         f"what keeps the others.{tried}", WIDTH, break_on_hyphens=False)
    before, begin, rest = path.read_text(encoding="utf-8").partition("<!-- reliability -->\n")
    _, end, after = rest.partition("<!-- end -->\n")
    if not end:
        raise Mistake(f"{path.name}: found no marks, expected <!-- reliability --> and <!-- end -->")
    print(before, begin, text, "\n", end, after, sep="", end="")


def page(folder):
    rows, records, machines = read_rows(folder), read_records(folder / "records"), {}
    parts = {state: [] for state, _ in PARTS}
    for name in rows.sections():
        state, lines = section(name, rows[name], records, machines)
        parts[state].append(lines)
    print(textwrap.fill(INTRODUCTION.partition("\n\n")[0], WIDTH), "", sep="\n")
    print(textwrap.fill(INTRODUCTION.partition("\n\n")[2], WIDTH), "", sep="\n")
    print(f"Of {COUNT} goals {len(parts['reached'])} are reached, {len(parts['short'])} fall short, "
          f"{len(parts['none'])} have no run yet.", "", sep="\n")
    for state, title in PARTS:
        if parts[state]:
            print(f"## {title}", "", sep="\n")
        for lines in parts[state]:
            print("\n".join(lines))
    fuzzing(records)
    print("## Machines", "", sep="\n")
    if not machines:
        print("None yet.")
    for (machine, compiler), place in machines.items():
        print(item(f"Machine {place}: {machine}; {compiler}."))


def fuzzing(records):
    """What each fuzz target has executed, in all and since when."""
    by_target = {}
    for record in records:
        if ADDS_UP in record:
            by_target.setdefault(record["target"], []).append(record)
    if not by_target:
        return
    print("## Executions of each fuzz target", "", sep="\n")
    print("| target | executions | commits | first and last day |", "|---|---:|---:|---|", sep="\n")
    for target, found in sorted(by_target.items()):
        days = sorted(record["day"] for record in found)
        print(f"| {target} | {Answer(found).figures[ADDS_UP]:,} | {len({record['commit'] for record in found})} | "
              f"{days[0]} to {days[-1]} |")
    print()


def add_up(old, new):
    """One record of two runs of the same target on the same commit: counts add up, what is no count is the newer."""
    sums = {key: str(int(old.get(key, 0)) + int(new[key])) for key in (ADDS_UP, "seconds") if key in new}
    return {**old, **new, **sums}


def gather(folder, runs):
    rows = read_rows(folder)
    wanted = [target for row in rows.sections() for targets, _ in measures(rows[row]) for target in targets]
    kept = {}
    for record in read_records(folder / "records") + [record for path in runs for record in read_records(path)]:
        if record["commit"].endswith("+"):
            print(f"left out: {record['target']} ran on sources that were changed since their commit")
        elif any(fnmatch.fnmatchcase(record["target"], target) for target in wanted):
            key = (record["target"], *(record[name] for name in HEAD[2:] if ADDS_UP in record))
            old = kept.get(key)
            kept[key] = add_up(old, record) if old and ADDS_UP in record else record
    lines = sorted(as_line(kept[key]) + "\n" for key in sorted(kept))
    lines.sort(key=lambda line: line.split("\t")[1])
    (folder / "records").write_text("".join(lines), encoding="utf-8")
    for path in runs:
        if path.exists():
            path.write_text("", encoding="utf-8")


def main(what, folder, *runs):
    if what == "gather":
        gather(pathlib.Path(folder), [pathlib.Path(path) for path in runs])
    elif what == "readme":
        readme(pathlib.Path(folder), pathlib.Path(*runs))
    else:
        page(pathlib.Path(folder))


try:
    main(*sys.argv[1:])
except Mistake as mistake:
    sys.exit(f"report-reliability: {mistake}")
