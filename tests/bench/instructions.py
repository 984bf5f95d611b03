#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How many instructions acorecon takes, compared with what is recorded: a loss is seen on any machine,
busy or not, that seconds would hide.

    make bench-instructions
    BENCH_RECORD=yes make bench-instructions     records anew in tests/bench/instructions.known

Callgrind counts, with one thread. Of files the costs of a run as such do not count: it is what a
larger file takes more than a smaller one, by MiB or by customer. Two counts of one program differ by
less than 1 %, for hashes have other keys in each run; what unpacks has a thread that waits now and
then, and the least of some counts is taken. The status is 1 when a count is more than 2 %
above its record, or is not recorded.

Another compiler or C library counts otherwise, and so does a processor without AVX2: the record says
with which it was made, and the table when they are not the same. Then record anew from the program
before a change, and compare.

  BENCH_COUNTS   a regular expression: these counts only
  BENCH_KNOWN    another record
  BENCH_DIR      where the files go, which are removed at the end [TMPDIR or /tmp]
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

import machine

MOST_ABOVE = 2  # per cent
RECONCILE = ["reconcile", "--quiet", "--fail-on", "never", "--jobs", "1"]
STATEMENTS = ["statement", "--quiet", "--customer", "all", "--jobs", "1"]


def of_size(kind):
    """A smaller and a larger file of the generator, and the word by which their difference counts."""
    return [["-c", "500", kind, "2M"], ["-c", "500", kind, "8M"]], "MiB"


def of_customers(few, many, credit_count, unit):
    return [["-c", few, "-k", credit_count, "credits"], ["-c", many, "-k", credit_count, "credits"]], unit


TIMES = {"invoice-gz": 3}

# NAME: (files and unit, arguments, environment). FILE stands for the file, DIR for a new folder.
COUNTS = {
    "help": (None, ["--help"], {}),
    "demo": (None, ["reconcile", "--fail-on", "never", "--jobs", "1", "DEMO"], {}),
    "demo-pack": (None, [*RECONCILE, "--output", "DIR", "DEMO"], {}),
    "invoice": (of_size("invoice"), [*RECONCILE, "FILE"], {}),
    "invoice-plain": (of_size("invoice"), [*RECONCILE, "FILE"], {"ACORECON_SIMD": "none"}),
    "invoice-json": (of_size("invoice"), [*RECONCILE[:1], *RECONCILE[2:], "--format", "json", "FILE"], {}),
    "invoice-gz": (of_size("invoice"), [*RECONCILE, "FILE.gz"], {}),
    "daily": (of_size("daily"), [*RECONCILE, "FILE"], {}),
    "daily-plain": (of_size("daily"), [*RECONCILE, "FILE"], {"ACORECON_SIMD": "none"}),
    "credits": (of_customers("200", "1200", "1", "MiB"), [*RECONCILE, "FILE"], {}),
    "credits-many": (of_customers("4", "24", "100", "MiB"), [*RECONCILE, "FILE"], {}),
    "pack": (of_customers("50", "350", "1", "customer"), [*RECONCILE, "--output", "DIR", "FILE"], {}),
    "statements": (of_customers("20", "120", "1", "customer"), [*STATEMENTS, "--output", "DIR", "FILE"], {}),
}


class Counter:
    def __init__(self, environment, work):
        self.work = work
        self.program = environment["ACORECON"].split()[-1]
        self.make_files = os.path.join(environment["BENCH_TOOLS"], "make-files")
        self.demo = os.path.join(environment["SRCDIR"], "testdata", "demo", "in")
        self.made = {}

    def make(self, words):
        """The path of the file, its compressed one beside it, and its MiB and customers."""
        key = " ".join(words)
        if key not in self.made:
            path = os.path.join(self.work, f"{len(self.made)}.csv")
            with open(path, "wb") as out:
                subprocess.run([self.make_files, *words], stdout=out, check=True)
            subprocess.run(["gzip", "-k", path], check=True)
            self.made[key] = path, {"MiB": os.path.getsize(path) / (1 << 20), "customer": int(words[1])}
        return self.made[key]

    def run(self, arguments, environment, path=""):
        folder, out = os.path.join(self.work, "dir"), os.path.join(self.work, "callgrind")
        shutil.rmtree(folder, ignore_errors=True)
        words = [word.replace("FILE", path).replace("DIR", folder).replace("DEMO", self.demo)
                 for word in arguments]
        done = subprocess.run(
            ["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={out}", self.program, *words],
            stdout=subprocess.DEVNULL, env={**os.environ, **environment}, check=False)
        if done.returncode != 0:
            sys.exit(f"bench-instructions: status {done.returncode} of {self.program} {' '.join(words)}")
        with open(out, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if line.startswith(("totals:", "summary:")):
                    return int(line.split()[1])
        sys.exit("bench-instructions: callgrind did not count")

    def count(self, name):
        """Instructions by unit, and the unit."""
        files, arguments, environment = COUNTS[name]
        if files is None:
            return self.run(arguments, environment), "run"
        (small, large), unit = files
        taken = []
        for words in (small, large):
            path, units = self.make(words)
            taken.append((min(self.run(arguments, environment, path) for _ in range(TIMES.get(name, 1))),
                          units[unit]))
        return round((taken[1][0] - taken[0][0]) / (taken[1][1] - taken[0][1])), unit


def made_with(program):
    """What counts depend on beside the program."""
    comment = subprocess.run(["readelf", "-p", ".comment", program], capture_output=True, text=True,
                             check=False).stdout
    names = re.findall(r"\]\s+(.*)", comment)
    flags = (machine.value_in("/proc/cpuinfo", "flags") or "").split()
    return "; ".join([", ".join(names) or "compiler not known", os.confstr("CS_GNU_LIBC_VERSION"),
                      machine.first_line("valgrind", "--version"), "AVX2" if "avx2" in flags else "no AVX2"])


def read_known(path):
    """Counts by name, and what they were made with."""
    known, made = {}, None
    if os.path.exists(path):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("# by "):
                    made = line[5:].strip()
                elif line.strip() and not line.startswith("#"):
                    name, number, _ = line.split(maxsplit=2)
                    known[name] = int(number)
    return known, made


def record(path, counts, made):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Instructions of acorecon, as `make bench-instructions' counts and compares them.\n"
                  "# Recorded by BENCH_RECORD=yes make bench-instructions\n"
                  f"# by {made}\n")
        for name, (number, unit) in counts.items():
            out.write(f"{name:14} {number:>10} by {unit}\n")


def kept(known):
    """What is recorded and was not counted now."""
    return {name: (known[name], files[1] if files else "run") for name, (files, _, _) in COUNTS.items()
            if name in known}


def judge(name, number, unit, known):
    """Prints a line; whether the count is fine."""
    if name not in known:
        print(f"{name:14} {number:>12} by {unit:9} not recorded", flush=True)
        return False
    percent = (number - known[name]) * 100 / known[name]
    says = "WORSE" if percent > MOST_ABOVE else "better, record it" if percent < -MOST_ABOVE else ""
    print(f"{name:14} {number:>12} by {unit:9} {percent:+7.2f} %  {says}".rstrip(), flush=True)
    return percent <= MOST_ABOVE


def main():
    if not shutil.which("valgrind"):
        sys.exit("bench-instructions: valgrind is not installed")
    os.environ["LC_ALL"] = "C"
    known_path = (os.environ.get("BENCH_KNOWN")
                  or os.path.join(os.path.dirname(__file__), "instructions.known"))
    wanted = re.compile(os.environ.get("BENCH_COUNTS", ""))
    known, made_before = read_known(known_path)
    place = os.environ.get("BENCH_DIR") or None
    with tempfile.TemporaryDirectory(prefix="acorecon-bench.", dir=place) as work:
        counter = Counter(os.environ, work)
        made = made_with(counter.program)
        if known and made != made_before:
            print(f"recorded by {made_before}\nthis is     {made}")
        counts, wrong = {}, []
        for name in filter(wanted.search, COUNTS):
            counts[name] = counter.count(name)
            if not judge(name, *counts[name], known):
                wrong.append(name)
    if os.environ.get("BENCH_RECORD"):
        record(known_path, {**kept(known), **counts}, made)
        print(f"recorded in {known_path}")
    elif wrong:
        sys.exit(f"bench-instructions: more than {MOST_ABOVE} % above the record, or not recorded: "
                 f"{', '.join(wrong)}\nIf it must be so, say why and record it: "
                 "BENCH_RECORD=yes make bench-instructions")


if __name__ == "__main__":
    main()
