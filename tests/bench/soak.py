#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Whether much is as good as little: a table on standard output, what was judged as TAP.

    make soak                                     about half an hour, 12 GiB of disk
    SOAK_SIZES='10M 100M' SOAK_CUSTOMERS='500 5000' SOAK_RUNS=100 make soak

Files come from the generator of the bench, one after the other, and go again. Judged are the curves and not
the speed, by CPU time, so that it holds on a machine that does something else, too:

  size       daily usage of the same customers, 0.1, 1 and 10 GiB: CPU seconds by GiB at most STRAIGHT times those of
             the size before; memory at most LINE_BYTES more for each further row, and SLACK_MIB in all
  customers  invoices of one size and balance reports of 12 months, 500 to 500,000 customers: what each further customer
             takes, at most so many times what it took in the step before
  runs       SOAK_RUNS runs of the demonstration, pack and all: the same bytes each time

Environment: SOAK_PARTS [size customers runs], SOAK_SIZES [100M 1G 10G], SOAK_CUSTOMERS [500 5000 50000 500000], SOAK_SIZE
(of the invoices) [1G], SOAK_RUNS [1000], SOAK_REPEAT, runs of each file below 2 GiB, of which the median counts [3];
BENCH_DIR, ACORECON_ARGUMENTS as for the bench.
"""

import contextlib
import hashlib
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile

import figures

STRAIGHT = 1.3
LINE_BYTES = 16
SLACK_MIB = 8
# Caches hold 500 customers and not 5,000: from there on a step costs some more, and none much more.
STEP_CPU = 1.6
UNCACHED = 5000
STEP_MEMORY = 1.3
MANY = 50000  # fewer customers take less than the threads and blocks that every run has

USUAL = {"SOAK_PARTS": "size customers runs", "SOAK_SIZES": "100M 1G 10G", "SOAK_SIZE": "1G",
         "SOAK_CUSTOMERS": "500 5000 50000 500000", "SOAK_RUNS": "1000", "SOAK_REPEAT": "3"}


class Options:
    """What the bench's Room asks for, and what is said to this."""

    def __init__(self, environment):
        self.said = {name: environment.get(name) or usual for name, usual in USUAL.items()}
        self.values = {"PEERS": "^$"}
        self.program = environment["ACORECON"].split()
        self.arguments = environment.get("ACORECON_ARGUMENTS", "").split()
        self.tools = environment["BENCH_TOOLS"]
        self.source = environment["SRCDIR"]

    def words(self, name):
        return self.said[name].split()

    def number(self, name):
        return int(self.said[name])


class Soak:
    def __init__(self, options, work):
        self.options = options
        self.room = figures.Room(options, work)
        self.tests = self.failed = 0

    def judge(self, name, good, why):
        self.tests += 1
        self.failed += not good
        print(f"{'ok' if good else 'not ok'} {self.tests} - {name}: {why}", flush=True)

    @contextlib.contextmanager
    def file(self, name, kind, *words):
        file = self.room.make(name, kind, *words)
        yield file
        os.remove(file.path)

    def take(self, file):
        """CPU seconds and peak MiB of a reconciliation."""
        repeat = self.options.number("SOAK_REPEAT") if file.size < 2 << 30 else 1
        command = figures.Command("report", self.room.acorecon("reconcile", "--quiet", file.path))
        wall, cpu, peak = (statistics.median(column)
                           for column in zip(*(self.room.run(command) for _ in range(repeat))))
        gib = file.size / (1 << 30)
        print(f"# {file.name:24} {file.size >> 20:6} MiB {file.rows:9} rows {wall:8.2f} s {wall / gib:7.2f} s/GiB "
              f"{cpu:8.2f} CPU s {cpu / gib:7.2f} CPU s/GiB {peak:8.1f} MiB", flush=True)
        return {"mib": file.size >> 20, "rows": file.rows, "wall_s": round(wall, 3), "cpu_s": round(cpu, 3),
                "peak_mib": round(peak, 1), "cpu_by_gib": round(cpu / gib, 3)}

    def size(self):
        before = None
        for size in self.options.words("SOAK_SIZES"):
            with self.file(f"daily-{size}", "daily", "-c", "5000", "daily", size) as file:
                now = self.take(file)
            record(f"soak/daily-{size}", now)
            if before:
                times = now["cpu_by_gib"] / before["cpu_by_gib"]
                self.judge(f"{size} of daily usage", times <= STRAIGHT, f"{times:.2f} times the CPU seconds by GiB")
                more = now["peak_mib"] - before["peak_mib"]
                allowed = SLACK_MIB + LINE_BYTES * (now["rows"] - before["rows"]) / (1 << 20)
                self.judge(f"{size} of daily usage", more <= allowed, f"{more:.1f} MiB more, {allowed:.1f} allowed")
            before = now

    def customers(self):
        counts = self.options.words("SOAK_CUSTOMERS")
        size = self.options.said["SOAK_SIZE"]
        for kind, words in (("invoice", ("invoice", size)), ("balance", ("-m", "12", "credits"))):
            before = earlier = None
            for count in counts:
                with self.file(f"{kind}-{count}", kind, "-c", count, *words) as file:
                    now = self.take(file)
                record(f"soak/{kind}-{count}", {**now, "customers": count})
                now["count"] = int(count)
                if before:
                    self.judge_step(kind, now, before, earlier)
                before, earlier = now, before

    def judge_step(self, kind, now, before, earlier):
        """What each further customer costs, beside what it cost in the step before."""
        name = f"{kind} of {now['count']} customers"
        step, last = by_customer(now, before), earlier and by_customer(before, earlier)
        if last and before["count"] >= UNCACHED:
            times = step["cpu_s"] / last["cpu_s"]
            self.judge(name, times <= STEP_CPU, f"{times:.2f} times the CPU seconds by further customer")
        if last and before["count"] >= MANY:
            times = step["peak_mib"] / last["peak_mib"]
            self.judge(name, times <= STEP_MEMORY, f"{times:.2f} times the memory by further customer")

    def runs(self):
        """Standard output and each file of the pack."""
        demo = os.path.join(self.options.source, "testdata", "demo", "in")
        pack = self.room.place("pack")
        seen, count = set(), self.options.number("SOAK_RUNS")
        for _ in range(count):
            shutil.rmtree(pack, ignore_errors=True)
            run = subprocess.run([*self.room.acorecon("reconcile", "--output", pack, "."), "--force"], cwd=demo,
                                 stdout=subprocess.PIPE, check=True)
            digest = hashlib.sha256(run.stdout)
            for name in sorted(os.listdir(pack)):
                with open(os.path.join(pack, name), "rb") as file:
                    digest.update(name.encode() + b"\0" + file.read())
            seen.add(digest.hexdigest())
        shutil.rmtree(pack)
        self.judge(f"{count} runs of the demonstration", len(seen) == 1, f"{len(seen)} results")
        record("soak/runs", {"runs": count, "results": len(seen)})


def by_customer(now, before):
    """Never 0, for what was too little to be measured."""
    more = now["count"] - before["count"]
    return {name: max(now[name] - before[name], 1e-6) / more for name in ("cpu_s", "peak_mib")}


def record(target, found):
    command = os.environ.get("RECORD_RUN", "")
    if command:
        target = re.sub("[^a-z0-9/-]", "", target.lower())
        subprocess.run(["sh", command, target, *(f"{name}={value}" for name, value in found.items())], check=True)


def main():
    for number in (signal.SIGTERM, signal.SIGHUP):  # so that the files go
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    os.environ["LC_ALL"] = "C"
    options = Options(os.environ)
    with tempfile.TemporaryDirectory(prefix="acorecon-soak.", dir=os.environ.get("BENCH_DIR") or None) as work:
        soak = Soak(options, work)
        for part in options.words("SOAK_PARTS"):
            if part not in USUAL["SOAK_PARTS"].split():
                sys.exit(f"soak: there is no part {part}")
            getattr(soak, part)()
    print(f"1..{soak.tests}")
    record("soak", {"passed": soak.tests - soak.failed, "failed": soak.failed})
    sys.exit(1 if soak.failed else 0)


if __name__ == "__main__":
    main()
