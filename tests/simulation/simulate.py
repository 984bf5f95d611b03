#!/usr/bin/env python3
"""Month ends on one history, one after the other, with mistakes, restatements and faults; after each the history says what an independent
model says.

    python3 simulate.py ACORECON SEED MONTHS SECONDS [--disk]

Works in the working folder. Every step closes the next month of some customers' agreements. Before, after or instead of a plain close
come mistakes of a person (another month's files, a month too early, a file missing, one name for two people), findings that are to be
resolved first, a late file, a restatement of up to three months before, a reopening, two closers at once, a history that is copied and
goes on as its copy. In a tenth of the steps a command that writes has a fault: killed at a call, a call that fails, a disk that is full
(--disk: the folder `disk` is a file system of its own that can be given a size). The next command makes it good.

After each step `verify` finds nothing; seal, figures and ids of findings of every month that the step was about are those of the model
(tests/model), and so is the report in the pack of its close; of the last `history MONTH` says the sums of them; what was resolved is carried on.

After so many SECONDS (0: never) no further step begins; what was done until then is told.

A line a step says what was done and the digest of what was sealed, nothing of the time or the machine: one seed is one replay. The last
lines are figures: of the processor's time of plain closes too, early and late, so that growth shows.
"""

import collections
import json
import os
import random
import shutil
import statistics
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "model"))

import acorecon_model as model
import closing
import compare
import program as runner
import summaries
from program import HISTORY, Wrong, event_count
from world import World, month_text, write_files

FIRST_MONTH = 2026 * 12
WORDS = ["accepted", "disputed", "corrected", "expected"]
PACKS_KEPT = 6
BELONGS = ("--history", HISTORY)
PEOPLE = ("--preparer", "Ann", "--approver", "Bo")
KINDS = {"close": 50, "mistakes": 14, "late file": 7, "restatement": 7, "reopening": 4, "two closers": 6, "backup": 4, "again": 8}


class Simulation:
    def __init__(self, binary, seed, can_mount):
        self.program = runner.Program(binary, can_mount)
        self.seed = seed
        self.rng = None
        self.world = World(random.Random(f"world {seed}"), customers=4)
        self.files = {}  # month -> what its files say
        self.seals = {}  # month -> the model's seal of the version that counts
        self.reports = {}  # month -> the model's report of it
        self.versions = {}
        self.resolved = {}  # id of a finding -> (resolution, note)
        self.fault = None
        self.calls = {}  # what a plain close calls, and how often
        self.said = []
        self.seconds = []
        self.counts = collections.Counter()

    # -- what a person has -------------------------------------------------------------------------------------------

    def folder(self, month):
        return os.path.join("in", month_text(month))

    def pack(self, month):
        return os.path.join("disk", "packs", month_text(month))

    def put(self, month):
        write_files(self.folder(month), self.files[month])

    def close_words(self, month, *further):
        return ["close", month_text(month), *PEOPLE, *BELONGS, "--jobs", "1", "--quiet", *further, self.folder(month)]

    # -- commands that write -----------------------------------------------------------------------------------------

    def write(self, *arguments, repeats=True):
        """A command that writes one event. With a fault: the old state or the new one, and then, where it may be given again or the
        state is the old one, the command once more."""
        fault, self.fault = self.fault, None
        if fault is None:
            self.program.expect([0], *arguments)
            return
        before = event_count()
        status, err, is_met = self.program.with_fault(fault, *arguments)
        is_new = event_count() == before + 1
        if not is_new and event_count() != before:
            raise Wrong(f"{fault}: neither the old state nor the new one")
        allowed = {0, 4, 5} if is_new else {3, 4, 5} if is_met else set()
        if status not in allowed | ({137} if fault.kind == "KILL" else set()):
            raise Wrong(f"{fault}: status {status}, {'new' if is_new else 'old'}: {err[:500]}")
        self.said.append(f"{fault.kind} at {fault.call} {fault.when} ({status}, {'new' if is_new else 'old'}{'' if is_met else ', not met'})")
        self.counts["faults"] += is_met
        if repeats or not is_new:
            self.program.expect([0], *arguments)

    def close(self, month, *further):
        self.write(*self.close_words(month, "--output", self.pack(month), "--force", *further))
        self.take_seal(month)

    def restate(self, month, reason):
        self.put(month)
        self.close(month, "--restate", "--reason", reason, "--fail-on", "never")

    def reopen(self, month):
        self.write("reopen", month_text(month), "--by", "Bo", "--reason", "again", *BELONGS, repeats=False)

    def take_seal(self, month):
        """The model closes the month, too."""
        before = [self.seals[m] for m in sorted(self.seals) if m < month]
        arguments = ["--month", month_text(month), self.folder(month)]
        status, report, complaint = model.run(arguments, before)
        if report is None:
            raise Wrong(f"the model: {status} {complaint}")
        self.seals[month] = model.seal_of(model.parse_options(arguments), before)
        self.reports[month] = report
        self.versions[month] = self.versions.get(month, 0) + 1
        self.touched.add(month)

    # -- findings ----------------------------------------------------------------------------------------------------

    def open_findings(self, report):
        rank = model.SEVERITY_RANK
        return [f["id"] for f in report["findings"] if rank[f["severity"]] >= rank["warning"] and f["id"] not in self.resolved]

    def resolve(self, month):
        """A month with open findings is refused; then each is resolved, by its id in the report."""
        out, _ = self.program.expect([0], "reconcile", "--month", month_text(month), "--format", "json", "--fail-on", "never", *BELONGS, self.folder(month))
        ids = self.open_findings(json.loads(out))
        if not ids:
            return
        _, err = self.program.refused(5, *self.close_words(month))
        missing = [one for one in ids if one not in err]
        if missing:
            raise Wrong(f"{month_text(month)}: open, and not listed: {missing}")
        with open("report.json", "w", encoding="utf-8") as stream:
            stream.write(out)
        word, note = self.rng.choice(WORDS), f"seen in {month_text(month)}"
        self.program.expect([0], "resolve", *ids, "--as", word, "--note", note, "--by", "Bo", "--report", "report.json", *BELONGS)
        self.resolved.update((one, (word, note)) for one in ids)
        self.counts["resolved"] += len(ids)
        self.said.append(f"{len(ids)} {word}")

    # -- mistakes ----------------------------------------------------------------------------------------------------

    def mistake(self, month):
        """One of a person's, refused with the status that is documented; not a byte changes."""
        rng, this = self.rng, self.close_words(month)
        kinds = ["too early", "one name", "no reason", "first again", "no such finding", "not the last", "open quote", "no balance", "no invoice", "other head"]
        kind = rng.choice(kinds + ["other files"])
        self.said.append(f"mistake: {kind}")
        self.counts["mistakes"] += 1
        files = dict(self.files[month])
        if kind == "too early":
            self.program.refused(5, "close", month_text(month + 1), *PEOPLE, *BELONGS, self.folder(month))
        elif kind == "one name":
            self.program.refused(2, "close", month_text(month), "--preparer", "Ann", "--approver", " ann", *BELONGS, self.folder(month))
        elif kind == "no reason":
            self.program.refused(2, *this, "--restate")
        elif kind == "first again":
            self.program.refused(5, *this, "--first")
        elif kind == "no such finding":
            self.program.refused(5, "resolve", "f0000000000000000", "--as", "accepted", "--note", "x", "--by", "Bo", *BELONGS)
        elif kind == "not the last" and month - 2 in self.seals:
            self.program.refused(5, "reopen", month_text(month - 2), "--by", "Bo", "--reason", "x", *BELONGS)
        elif kind == "other head":
            self.program.refused(1, "verify", "--head", "0" * 64, *BELONGS)
        elif kind == "other files":
            self.program.refused(5, "close", month_text(month), *PEOPLE, *BELONGS, "--fail-on", "never", self.folder(month - 1))
        elif kind in ("no balance", "no invoice"):
            del files["balance.csv" if kind == "no balance" else "invoice.csv"]
            write_files("wrong", files)
            self.program.refused(5, "close", month_text(month), *PEOPLE, *BELONGS, "--fail-on", "never", "wrong")
        elif kind == "open quote":
            files["balance.csv"] = [files["balance.csv"][0] + '\n"', *files["balance.csv"][1:]]
            write_files("wrong", files)
            self.program.refused(3, "close", month_text(month), *PEOPLE, *BELONGS, "wrong")

    # -- kinds of month ends -----------------------------------------------------------------------------------------

    def close_next(self, month):
        if not self.seals:
            self.close(month, "--first", "--fail-on", "never")
            self.calls = self.program.count_calls("close", month_text(month), *PEOPLE, "--history", "other.db", "--first", "--fail-on", "never",
                                                  "--jobs", "1", "--output", "pack", self.folder(month))  # fmt: skip
            return None
        further = ["--fail-on", "never"]
        if self.rng.random() < 0.4:
            self.resolve(month)
            further = []
        if self.fault or self.rng.random() < 0.5:
            return self.close(month, *further)
        words = self.close_words(month, "--output", self.pack(month), "--force", *further)
        status, seconds, err = self.program.timed(*words)
        if status != 0:
            raise Wrong(f"{words}: status {status}: {err[:500]}")
        self.seconds.append((len(self.seals), seconds))
        return self.take_seal(month)

    def two_closers(self, month):
        words = [self.close_words(month, "--fail-on", "never", "--output", os.path.join("disk", "packs", f"closer{n}")) for n in (1, 2)]
        started = [self.program.start(*each) for each in words]
        ended = [process.communicate(timeout=runner.SECONDS) for process in started]
        if not all(process.returncode in (0, 5) for process in started) or all(process.returncode == 5 for process in started):
            raise Wrong(f"two closers: {[process.returncode for process in started]} {ended}")
        for n in (1, 2):
            shutil.rmtree(os.path.join("disk", "packs", f"closer{n}"), ignore_errors=True)
        self.take_seal(month)

    def late_file(self, month):
        self.files[month] = dict(self.files[month], **{"late.csv": self.world.late_rows(month)})
        self.put(month)
        self.program.refused(1, "diff", month_text(month), *BELONGS, "--quiet", self.folder(month))
        self.program.refused(5, *self.close_words(month, "--fail-on", "never"))
        self.restate(month, "a late file")

    def restatement(self, month):
        """Of a month before: all from the last to it are reopened and sealed again."""
        first = max(month - self.rng.randrange(0, 4), FIRST_MONTH)
        self.said.append(f"from {month_text(first)}")
        self.files[first] = self.world.restated(self.files[first])
        for each in range(month, first, -1):
            self.reopen(each)
        for each in range(first, month + 1):
            self.restate(each, "a new report")

    def backup(self):
        copy = os.path.join("disk", "copy.db")
        self.program.expect([0], "history", "--backup", copy, *BELONGS)
        self.program.refused(4, "history", "--backup", copy, *BELONGS)
        self.program.expect([0], "verify", "--history", copy)
        os.replace(copy, HISTORY)

    def step(self, number):
        month = FIRST_MONTH + number - 1
        self.rng = random.Random(f"step {self.seed} {number}")
        kind = self.rng.choices(list(KINDS), KINDS.values())[0]
        fault = runner.random_fault(self.rng, self.calls, self.program.can_mount) if self.calls and self.rng.random() < 0.12 else None
        self.said, self.touched, self.fault = [kind], set(), None
        self.files[month] = self.world.month(month)
        self.put(month)
        if kind == "mistakes" and self.seals:
            self.mistake(month)
        if kind == "two closers" and self.seals:
            self.two_closers(month)
        else:
            self.fault = fault if kind in ("close", "mistakes", "again", "backup") else None
            self.close_next(month)
        self.fault = fault if kind in ("late file", "restatement", "reopening", "two closers") else None
        if kind == "late file":
            self.late_file(month)
        elif kind == "restatement" or (kind == "two closers" and fault):
            self.restatement(month)
        elif kind == "reopening":
            self.reopen(month)
            self.restate(month, "looked at again")
        elif kind == "again":
            self.program.refused(0, *self.close_words(month))
        elif kind == "backup":
            self.backup()
        self.check(month)

    # -- what must hold ----------------------------------------------------------------------------------------------

    def check(self, month):
        self.program.expect([0], "verify", *BELONGS)
        contents = [self.check_month(each, each == month) for each in sorted(self.touched)]
        old = month - PACKS_KEPT
        shutil.rmtree(self.pack(old), ignore_errors=True)
        shutil.rmtree(self.folder(old), ignore_errors=True)
        print(f"{month_text(month)} {', '.join(self.said)}: {' '.join(contents)}", flush=True)

    def check_month(self, month, is_last):
        text, report = month_text(month), self.reports[month]
        version, state, figures, ids, content = runner.sealed(text)
        if (version, state) != (self.versions[month], "sealed"):
            raise Wrong(f"{text}: version {version}, {state}; expected {self.versions[month]}, sealed")
        expected = closing.expected_figures(report)
        if figures != expected:
            raise Wrong(f"{text}: figures: {set(figures.items()) ^ set(expected.items())}")
        if ids != sorted(f["id"] for f in report["findings"]):
            raise Wrong(f"{text}: the findings are others")
        if is_last:
            self.check_told(text, version, expected, ids)
        if os.path.isdir(self.pack(month)):
            self.check_pack(month)
        return f"v{version} {content[:12]}"

    def check_told(self, text, version, figures, ids):
        """`history MONTH`: sums over all customers of what is known"""
        told = [row for row in runner.told(self.program, text)["months"] if row["version"] == version][0]
        sums = {}
        for (_, currency), values in figures.items():
            row = sums.setdefault(currency, [None] * len(values))
            for at, value in enumerate(values):
                if value is not None:
                    row[at] = (row[at] or 0) + model.Fraction(value)
        names = runner.FIGURES.split(", ")
        found = {row["currency"]: [row[name] for name in names] for row in told["figures"]}
        expected = {currency: [None if value is None else model.amount_text(value) for value in row] for currency, row in sums.items()}
        if found != expected:
            raise Wrong(f"{text}: history says {found}, expected {expected}")
        resolved = sum(one in self.resolved for one in ids)
        if (told["findings_resolved"], told["findings_open"]) != (resolved, len(ids) - resolved):
            raise Wrong(f"{text}: {told['findings_resolved']} resolved, {told['findings_open']} open; expected {resolved} of {len(ids)}")

    def check_pack(self, month):
        text = month_text(month)
        with open(os.path.join(self.pack(month), "report.json"), encoding="utf-8") as stream:
            report = json.load(stream)
        wrong = summaries.taken_out(report, report["summary"]["exit_status"], is_main=True)
        for finding in report["findings"]:
            found = finding.pop("resolution", None), finding.pop("note", None)
            finding.pop("resolved_by", None)
            if found != self.resolved.get(finding["id"], (None, None)):
                raise Wrong(f"{text}: {finding['id']} carries {found}, expected {self.resolved.get(finding['id'])}")
        wrong = wrong or compare.first_difference("$", compare.comparable(report)[0], self.reports[month])
        if wrong:
            raise Wrong(f"{text}: the report of the pack: {wrong}")


def median_around(seconds, month, months):
    """In thousandths; 0 where no close near that month was timed."""
    near = [value for at, value in seconds if abs(at - month) <= max(3, months // 25)]
    return round(1000 * statistics.median(near)) if near else 0


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    if len(words) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    os.environ["SOURCE_DATE_EPOCH"] = "1790000000"
    months, seconds, begin = int(words[2]), int(words[3]), time.monotonic()
    simulation = Simulation(os.path.abspath(words[0]), words[1], "--disk" in sys.argv)
    os.makedirs(os.path.join("disk", "packs"), exist_ok=True)
    for number in range(1, months + 1):
        try:
            simulation.step(number)
        except Wrong as wrong:
            print(f"seed {words[1]}, step {number}, {', '.join(simulation.said)}: {wrong}")
            return 1
        if seconds and time.monotonic() - begin > seconds:
            months = number
            break
    counts = simulation.counts
    early, late = (median_around(simulation.seconds, month, months) for month in (months // 10, months))
    figures = f"months={months} faults={counts['faults']} mistakes={counts['mistakes']} resolved={counts['resolved']}"
    print(f"# figures: {figures} early_ms={early} late_ms={late}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
