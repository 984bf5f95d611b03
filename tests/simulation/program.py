"""Runs acorecon on one history, with a fault where one is asked for, and says what is in the history."""

import collections
import hashlib
import json
import os
import re
import resource
import shutil
import sqlite3
import subprocess

SECONDS = 60
HISTORY = os.path.join("disk", "h.db")
LARGE = "512m"
Fault = collections.namedtuple("Fault", "kind call when")  # kind: KILL, EIO, ENOSPC or FULL
FAILING = "write pwrite64 fsync fdatasync renameat2 linkat unlink unlinkat mkdirat".split()
NEVER = {"exit_group", "execve", "exit"}


class Wrong(Exception):
    """Something is not as it must be."""


def random_fault(rng, counts, can_mount):
    """counts: how often a plain close makes each call; any of those calls is met."""
    kind = rng.choice(["KILL", "KILL", "EIO", "ENOSPC", "FULL"])
    calls = [call for call in sorted(counts) if kind == "KILL" or call in FAILING]
    call = rng.choices(calls, [counts[call] for call in calls])[0]
    when = rng.randrange(counts[call]) + 1
    if kind == "FULL":
        kind = "FULL" if can_mount else "ENOSPC"
    return Fault(kind, call, when)


class Program:
    def __init__(self, binary, can_mount):
        self.binary, self.can_mount = binary, can_mount

    def start(self, *arguments, before=()):
        return subprocess.Popen([*before, self.binary, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, before=()):
        """-> (status, standard output, standard error)"""
        process = self.start(*arguments, before=before)
        out, err = process.communicate(timeout=SECONDS)
        return process.returncode, out.decode(), err.decode()

    def expect(self, statuses, *arguments):
        """Runs it; a status that is not among these is wrong. -> (standard output, standard error)"""
        status, out, err = self.run(*arguments)
        if status not in statuses:
            raise Wrong(f"{arguments}: status {status}, expected {statuses}: {err[:500]}")
        return out, err

    def refused(self, status, *arguments):
        """It ends with that status, and no byte of the history changes."""
        before = digest(HISTORY)
        said = self.expect([status], *arguments)
        if digest(HISTORY) != before:
            raise Wrong(f"{arguments}: ended with {status}, and the history has changed")
        return said

    def timed(self, *arguments):
        """-> (status, seconds of the processor)"""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        status, _, err = self.run(*arguments)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return status, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, err

    def count_calls(self, *arguments):
        """-> call -> how often it is made"""
        self.run(*arguments, before=["strace", "-f", "-o", "trace"])
        with open("trace", encoding="utf-8", errors="replace") as stream:
            calls = re.findall(r"^[0-9]+ +([a-z_0-9]+)\(", stream.read(), re.MULTILINE)
        return collections.Counter(call for call in calls if call not in NEVER)

    def with_fault(self, fault, *arguments):
        """-> (status, standard error, whether the fault was met)"""
        if fault.kind == "FULL":
            used = shutil.disk_usage("disk").used
            remount(f"{(used // 4096 + fault.when % 64) * 4}k")
            try:
                status, _, err = self.run(*arguments)
            finally:
                remount(LARGE)
            return status, err, status != 0
        inject = f"{fault.call}:{'signal=KILL' if fault.kind == 'KILL' else 'error=' + fault.kind}:when={fault.when}"
        traced = ["strace", "-f", "--seccomp-bpf", "-o", "trace", "-e", f"trace={fault.call}", "-e", f"inject={inject}"]
        status, _, err = self.run(*arguments, before=traced)
        with open("trace", encoding="utf-8", errors="replace") as stream:
            is_met = fault.kind != "KILL" and "(INJECTED)" in stream.read()
        return (137 if status == -9 else status), err, is_met or status in (-9, 137)


def remount(size):
    subprocess.run(["mount", "-o", f"remount,size={size}", "disk"], check=True)


def digest(path):
    with open(path, "rb") as stream:
        return hashlib.sha256(stream.read()).hexdigest()


def event_count():
    """Of a copy, so that what a killed program has left stays as it is."""
    if not os.path.exists(HISTORY):
        return 0
    shutil.rmtree("asked", ignore_errors=True)
    os.mkdir("asked")
    for name in os.listdir("disk"):
        if name.startswith("h.db"):
            shutil.copyfile(os.path.join("disk", name), os.path.join("asked", name))
    try:
        with sqlite3.connect(os.path.join("asked", "h.db")) as database:
            return database.execute("SELECT count(*) FROM event WHERE what <> 'pack'").fetchone()[0]
    except sqlite3.OperationalError:  # killed before its tables were made
        return 0


FIGURES = "balance_used, invoice_credit, usage_credit, charges, other_credits, net, pec_earned, forfeited"


def sealed(month):
    """-> (version, state, figures by customer and currency, ids of findings, digest of the content)"""
    with sqlite3.connect(HISTORY) as database:
        version, state, content = database.execute(
            "SELECT version, state, content_sha256 FROM seal WHERE month = ? ORDER BY version DESC LIMIT 1", (month,)
        ).fetchone()
        where = (month, version)
        figures = database.execute(f"SELECT customer_id, currency, {FIGURES} FROM figure WHERE month = ? AND version = ?", where)
        ids = database.execute("SELECT finding_id FROM finding WHERE month = ? AND version = ? ORDER BY 1", where)
        return version, state, {row[:2]: row[2:] for row in figures}, [row[0] for row in ids], content


def told(program, month):
    """What `history MONTH` says of the version that counts."""
    out, _ = program.expect([0], "history", month, "--format", "json", "--history", HISTORY)
    return json.loads(out)
