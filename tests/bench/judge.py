# SPDX-License-Identifier: MIT
"""The tests of bench.sh, on files of some kilobytes."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import exact

HERE = pathlib.Path(__file__).resolve().parent
SMALLEST = {
    "BENCH_SCALE": "quick", "BENCH_RUNS": "1", "BENCH_SIZES": "50K", "BENCH_CUSTOMERS": "10",
    "BENCH_BALANCE": "10x2x2", "BENCH_REPORTS": "10x2x1", "BENCH_MCA": "100 100", "BENCH_HISTORY": "10x2",
    "BENCH_GROWTH_SIZES": "20K",
    "BENCH_GROWTH_CUSTOMERS": "10", "BENCH_GROWTH_SIZE": "20K",
}
FIELDS = {
    "": "schema scale started machine program peers files figures growth",
    "machine": "cpu cores memory_mib kernel load",
    "program": "version commit sha256 arguments",
    "files": "file bytes rows exact",
    "figures": "part file figure runs wall_s cpu_s peak_mib is_peer ratios",
    "growth": "curve kind file size_mib customers wall_s cpu_s peak_mib wall_s_per_gib cpu_s_per_gib",
}
MEASURED = [
    ("files", "report"), ("files", "one-thread"), ("files", "json"), ("files", "pack"), ("files", "cat"),
    ("gz", "report"), ("gz", "gzip"), ("balance", "report"), ("balance", "one-thread"),
    ("balance", "json"), ("reports", "pack"), ("reports", "statements"), ("demo", "demo"),
    ("demo", "help"), ("history", "reckoning"), ("history", "close"), ("history", "history"), ("history", "verify"),
    ("mca", "report"), ("mca", "json"),
]


def bench(work, **environment):
    """The status, both outputs and the JSON file, which may not be there."""
    place = work / "bench.json"
    place.unlink(missing_ok=True)
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith("BENCH_") or name in ("BENCH_TOOLS", "BENCH_DUCKDB")}
    done = subprocess.run(
        [sys.executable, HERE / "bench.py"], capture_output=True, text=True, check=False,
        env={**kept, **SMALLEST, "BENCH_DIR": str(work / "files"), "BENCH_JSON": str(place),
             **environment})
    return done, json.loads(place.read_text(encoding="utf-8")) if place.exists() else None


def missing_fields(result):
    """Those of the schema that are not there, and others that are."""
    for place, fields in FIELDS.items():
        parts = result if place == "" else result[place]
        for part in parts if isinstance(parts, list) else [parts]:
            if set(part) != set(fields.split()):
                yield f"{place or 'file'}: {sorted(set(part) ^ set(fields.split()))}"


def runs(work):
    done, result = bench(work)
    if done.returncode != 0 or done.stderr:
        return f"status {done.returncode}: {done.stderr}"
    shown = {(one["part"], one["figure"]) for one in result["figures"]}
    missing = [one for one in MEASURED if one not in shown]
    others = [one for one in result["figures"] if one["wall_s"] <= 0 or one["peak_mib"] <= 0]
    left = os.listdir(work / "files")
    return "; ".join(map(str, [*missing_fields(result), *missing, *others, *left]))


def is_compared(work):
    _, result = bench(work, BENCH_PARTS="files", BENCH_KINDS="invoice", BENCH_PEERS="^cat$")
    lines = {one["figure"]: one for one in result["figures"]}
    if sorted(lines) != ["cat", "json", "one-thread", "pack", "report"]:
        return f"measures {sorted(lines)}"
    report, cat = lines["report"], lines["cat"]
    if [one["peer"] for one in report["ratios"]] != ["cat"] or cat["ratios"] or not cat["is_peer"]:
        return f"compares {report} with {cat}"
    true = report["wall_s"] / cat["wall_s"]
    told = report["ratios"][0]["wall"]
    return "" if abs(told - true) <= true / 100 + 0.001 else f"{told} of {true}"


def sums_are_judged(work):
    tools, acorecon = os.environ["BENCH_TOOLS"], os.environ["ACORECON"].split()
    file, sums = work / "invoice.csv", work / "sums"
    with open(file, "wb") as out:
        subprocess.run([f"{tools}/make-files", "-c", "10", "invoice", "50K"], stdout=out, check=True)
    report = [*acorecon, "reconcile", "--format", "json", "--fail-on", "never", str(file)]
    lines = sorted(exact.told("invoice", report))
    sums.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if not exact.agrees("invoice", report, sums):
        return "its own sums are said to be wrong"
    sums.write_text("\n".join([lines[0] + "1", *lines[1:]]) + "\n", encoding="utf-8")
    if exact.agrees("invoice", report, sums):
        return "a wrong sum is said to be right"
    sums.write_text("\n".join(lines[1:]) + "\n", encoding="utf-8")
    return "a customer too many is said to be right" if exact.agrees("invoice", report, sums) else ""


def failure_ends_it(work):
    program = work / "failing"
    program.write_text(f"#!/bin/sh\ncase $* in *--jobs*) exit 3 ;; esac\n"
                       f"exec {os.environ['ACORECON']} \"$@\"\n", encoding="utf-8")
    program.chmod(0o755)
    done, result = bench(work, ACORECON=str(program), BENCH_PARTS="files")
    if done.returncode != 1 or result is not None:
        return f"status {done.returncode}, JSON file {result}"
    return "" if "status 3" in done.stderr else done.stderr


def words_are_known(work):
    for name, word in (("BENCH_SCALE", "huge"), ("BENCH_PARTS", "files everything")):
        done, _ = bench(work, **{name: word})
        if done.returncode != 1 or word.split()[-1] not in done.stderr:
            return f"{name}={word}: status {done.returncode}, {done.stderr}"
    return ""


TESTS = {
    "the bench runs, and its file has the fields of the schema": runs,
    "ratios are those of the figures": is_compared,
    "wrong sums are seen": sums_are_judged,
    "a program that fails is not measured": failure_ends_it,
    "words that are not known are refused": words_are_known,
}


def main():
    failed = 0
    for number, (name, test) in enumerate(TESTS.items(), 1):
        with tempfile.TemporaryDirectory() as work:
            try:
                says = test(pathlib.Path(work))
            except Exception as error:  # pylint: disable=broad-except
                says = repr(error)
        failed += bool(says)
        for line in says.splitlines():
            print(f"# {line}")
        print(f"{'not ok' if says else 'ok'} {number} - {name}", flush=True)
    print(f"1..{len(TESTS)}")
    sys.exit(failed > 0)


main()
