"""prefixes.py PROGRAM TESTDATA STEP: what becomes of files that are cut short; see tests/prefixes.sh.

A prefix that is accepted must have the sums of rows that stand in it: with all their amounts, and all
their cells, though the last one may be cut. One that ends with a row cannot be told from a file that
was meant so ("whole"); of one that ends within the last cell of a row that cell alone is wrong ("cut").
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile


def read(path):
    with open(path, "rb") as stream:
        return stream.read()


def files(testdata):
    """Name in the folder, content, and how its rows end; None: it has no prefix that is a file of its own."""
    balance = read(os.path.join(testdata, "demo/in/ACO-balance-2026-07.csv"))
    invoice = read(os.path.join(testdata, "demo/in/G051904488-recon-2026-07.csv"))
    usage = read(os.path.join(testdata, "golden/cases/pec-first/in/usage.csv"))
    lines = read(os.path.join(testdata, "golden/input/json-lines-basic/in/usage.json"))
    yield "balance.csv", balance, b"\n"
    yield "invoice.csv", invoice, b"\n"
    yield "usage.csv", usage, b"\n"
    yield "usage.json", lines, b"\n"
    yield "balance.csv.gz", gzip.compress(balance, mtime=0), None
    yield "utf-16.csv", balance.decode("utf-8-sig").encode("utf-16"), "\n".encode("utf-16-le")


class Judge:
    def __init__(self, program, name, content, line_end):
        self.program = program
        self.name = name
        self.content = content
        self.line_end = line_end
        self.reports = {}
        self.counts = {"prefixes": 0, "refused": 0, "whole": 0, "cut": 0}

    def report(self, data):
        """Rows and sums of a file with that content; None: it is refused."""
        with open(self.name, "wb") as stream:
            stream.write(data)
        run = subprocess.run([self.program, "reconcile", "--format", "json", self.name], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, check=False)
        if run.returncode == 3 and not run.stdout and self.name.encode() in run.stderr:
            return None
        if run.returncode not in (0, 1):
            raise AssertionError("status %d: %r" % (run.returncode, run.stderr))
        report = json.loads(run.stdout)
        return [entry["rows"] for entry in report["inputs"]], report["totals"]

    def report_of_rows(self, end):
        """Of the file that ends at @end, behind a row."""
        if end not in self.reports:
            self.reports[end] = self.report(self.content[:end])
        return self.reports[end]

    def boundary(self, place, last):
        """Where the row ends that the byte at @place lies in, or, with @last, the row before it."""
        width = len(self.line_end)
        ends = range(width, len(self.content) + 1, width)
        found = [end for end in ends if self.content[end - width:end] == self.line_end and (end <= place if last else end >= place)]
        return (found[-1] if last else found[0]) if found else None

    def fault(self, length):
        """What is wrong with how the prefix of that length is read; None: nothing."""
        self.counts["prefixes"] += 1
        report = self.report(self.content[:length])
        if report is None:
            self.counts["refused"] += 1
            return None
        if self.line_end is None:
            return "a packed file that is cut is accepted"
        self.counts["whole" if self.boundary(length, True) == length else "cut"] += 1
        ends = {self.boundary(length, True), self.boundary(length, False)} - {None}
        return None if report in [self.report_of_rows(end) for end in ends] else "its sums are not those of its rows"


def main():
    program, testdata, step = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), int(sys.argv[3])
    failed = 0
    print("1..6", flush=True)
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        for number, (name, content, line_end) in enumerate(files(testdata), 1):
            judge = Judge(program, name, content, line_end)
            for length in range(len(content) - 1, 0, -step):
                fault = judge.fault(length)
                if fault is not None:
                    failed += 1
                    print("# %s: the first %d bytes: %s" % (name, length, fault))
                    break
            good = judge.counts["refused"] > 0 and fault is None
            print("%sok %d - %s: %d prefixes" % ("" if good else "not ", number, name, judge.counts["prefixes"]))
            print("# figures: files=1 " + " ".join("%s=%d" % item for item in judge.counts.items()), flush=True)
        os.chdir("/")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
