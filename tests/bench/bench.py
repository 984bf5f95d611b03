#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How fast acorecon is, and how fast others do less: a table on standard output, and a JSON file.

    make bench
    BENCH_SCALE=quick make bench                 about a minute
    BENCH_SCALE=full BENCH_JSON=bench.json make bench

Each figure is the median of some runs: wall seconds, CPU seconds (user and system, of all threads)
and the largest resident memory. In each run acorecon and its peers take turns; a ratio is the median
of acorecon / peer, pair by pair, so that it holds on a machine that is busy with something else or
slows down. Below 1 acorecon is faster. All files lie in the page cache, as far as that goes.

Environment; BENCH_SCALE [usual] gives the values of what is not set:

  BENCH_PARTS             which parts: files gz balance reports history mca demo growth [all]
  BENCH_RUNS              runs of each command
  BENCH_KINDS             files and growth: of these kinds [invoice daily]
  BENCH_SIZES             files: sizes as tests/bench/make-files takes them; gz: the last of them
  BENCH_CUSTOMERS         files: how many customers [5000]
  BENCH_BALANCE           balance: reports of CUSTOMERSxMONTHSxCREDITS (of each customer)
  BENCH_REPORTS           reports: pack and statements of CUSTOMERSxMONTHSxCREDITS
  BENCH_MCA               mca: how many transactions, and how many charges [100000 1000000]
  BENCH_HISTORY           history: CUSTOMERSxMONTHS, each with four findings for each customer
  BENCH_GROWTH_SIZES      growth: sizes, of the same BENCH_CUSTOMERS
  BENCH_GROWTH_CUSTOMERS  growth: customers, of files of BENCH_GROWTH_SIZE or as large as they need
  BENCH_PEERS             a regular expression: these peers only [all that are installed]
  BENCH_DUCKDB            a folder with node_modules/@duckdb/node-api [where node looks for it]
  BENCH_DIR               where the files go, which are removed at the end [TMPDIR or /tmp]
  BENCH_JSON              the JSON file [none]
  ACORECON_ARGUMENTS      more arguments of acorecon, e.g. --jobs 1

What is compared (tests/bench/figures.py): the text report of a file, with all threads and with one;
the same with what shows SHA-256 (JSON, pack); the same of the compressed file. Peers are DuckDB's
sums, once with typed and once with text columns; cat; openssl dgst -sha256; decompressors alone.

Exactness: where DuckDB is there, its sums of the file and those that the JSON report tells must be
the same bytes (tests/bench/exact.py), or the status is 1. First of all a small invoice and its
balance report must reconcile without a warning: what is measured is a clean month.

The JSON file, schema acorecon.bench/1:

  schema    "acorecon.bench/1"
  scale     "quick", "usual" or "full"
  started   UTC, as YYYY-MM-DDTHH:MM:SSZ
  machine   cpu, cores, memory_mib, kernel, load (of one minute, when the bench began)
  program   version, commit (null outside of a clone), sha256 of the file, arguments
  peers     versions by name: duckdb, node, openssl, gzip ...
  files     [{file, bytes, rows, exact}]: what was read, rows of a history are findings; exact is
            true, false, or null if not known
  figures   [{part, file, figure, runs, wall_s, cpu_s, peak_mib, is_peer, ratios}]
              wall_s, cpu_s, peak_mib: medians; is_peer: another program than acorecon
              ratios: [{peer, wall, cpu}], empty for peers
  growth    [{curve, kind, file, size_mib, customers, wall_s, cpu_s, peak_mib, wall_s_per_gib,
              cpu_s_per_gib}]; curve: "size" or "customers"
"""

import json
import os
import signal
import subprocess
import sys
import tempfile

import exact
import figures
import machine

SCALES = {
    "quick": {
        "RUNS": "3", "SIZES": "16M", "BALANCE": "2000x12x1 200x12x20", "REPORTS": "200x12x1",
        "HISTORY": "500x12",
        "GROWTH_SIZES": "8M 32M", "GROWTH_CUSTOMERS": "500 5000", "GROWTH_SIZE": "8M",
    },
    "usual": {
        "RUNS": "3", "SIZES": "100M 1G", "BALANCE": "120000x12x1", "REPORTS": "5000x12x1",
        "HISTORY": "5000x12",
        "GROWTH_SIZES": "100M 1G", "GROWTH_CUSTOMERS": "500 5000 50000", "GROWTH_SIZE": "256M",
    },
    "full": {
        "RUNS": "5", "SIZES": "1G", "BALANCE": "120000x12x1 5000x12x100", "REPORTS": "5000x12x1",
        "HISTORY": "5000x120",
        "GROWTH_SIZES": "100M 1G 10G", "GROWTH_CUSTOMERS": "500 5000 50000 500000",
        "GROWTH_SIZE": "1G",
    },
}
COMMON = {"MCA": "100000 1000000", "PARTS": "files gz balance reports history mca demo growth", "KINDS": "invoice daily",
          "CUSTOMERS": "5000", "PEERS": ""}


class Options:
    """What the environment says; a word that is not known ends the run."""

    def __init__(self, environment):
        self.scale = environment.get("BENCH_SCALE") or "usual"
        if self.scale not in SCALES:
            sys.exit(f"bench: BENCH_SCALE is one of {', '.join(SCALES)}, not {self.scale}")
        self.values = dict(COMMON, **SCALES[self.scale])
        for name in self.values:
            self.values[name] = environment.get(f"BENCH_{name}", self.values[name])
        self.directory = environment.get("BENCH_DIR") or None
        self.json = environment.get("BENCH_JSON") or None
        self.program = environment["ACORECON"].split()
        self.arguments = environment.get("ACORECON_ARGUMENTS", "").split()
        self.tools = environment["BENCH_TOOLS"]
        self.source = environment["SRCDIR"]
        for part in self.words("PARTS"):
            if part not in COMMON["PARTS"].split():
                sys.exit(f"bench: there is no part {part}")

    def words(self, name):
        return self.values[name].split()

    def number(self, name):
        return int(self.values[name])


def bench(options, work):
    """All that the JSON file says; the table is printed on the way."""
    os.environ["LC_ALL"] = "C"
    room = figures.Room(options, work)
    figures.check_generator(room)
    result = {
        "schema": "acorecon.bench/1",
        "scale": options.scale,
        **machine.describe(options),
        "peers": room.peer_versions(),
    }
    print(machine.as_text(result), flush=True)
    for part in options.words("PARTS"):
        figures.PARTS[part](room)
    return {**result, "files": room.files, "figures": room.figures, "growth": room.growth}


def record(result):
    """What `make bench' measured of each file that it reconciled, for `make report-reliability'."""
    command = os.environ.get("RECORD_RUN", "")
    for file in result["files"]:
        reports = [one for one in result["figures"] if one["file"] == file["file"] and one["figure"] == "report"]
        for one in reports if command else ():
            found = [f"mib={file['bytes'] // 2**20}", f"rows={file['rows']}", f"peak_mib={one['peak_mib']}"]
            subprocess.run(["sh", command, f"bench/{file['file']}", *found], check=True)


def main():
    for number in (signal.SIGTERM, signal.SIGHUP):  # so that the files go
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    options = Options(os.environ)
    if options.directory:
        os.makedirs(options.directory, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="acorecon-bench.", dir=options.directory) as work:
        try:
            result = bench(options, work)
        except (figures.Failed, exact.Failed) as failure:
            sys.exit(f"bench: {failure}")
    record(result)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as out:
            json.dump(result, out, indent=1)
            out.write("\n")
    wrong = [file["file"] for file in result["files"] if file["exact"] is False]
    if wrong:
        sys.exit(f"bench: not the sums of DuckDB: {', '.join(wrong)}")


if __name__ == "__main__":
    main()
