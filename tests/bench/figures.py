# SPDX-License-Identifier: MIT
"""The parts of the bench: which files, which commands, and who runs against whom."""

import contextlib
import dataclasses
import os
import re
import shutil
import sqlite3
import statistics
import subprocess

import exact
import machine
import responses

MIB = 1 << 20


class Failed(Exception):
    """A command did not do what is measured."""


@dataclasses.dataclass
class Command:
    """One line of a table. `peers` are the names of those it is compared with."""

    name: str
    words: list
    peers: tuple = ()
    output: str = os.devnull
    folder: str = None  # is new for each run
    history: str = None  # is a copy of this for each run, at `changed`
    changed: str = None
    is_peer: bool = False


@dataclasses.dataclass
class File:
    name: str
    kind: str
    path: str
    size: int
    rows: int


class Room:
    """Where the bench works and what it has found so far."""

    def __init__(self, options, work):
        self.options = options
        self.work = work
        self.files, self.figures, self.growth = [], [], []
        self.wanted = re.compile(options.values["PEERS"])
        script = os.path.join(options.source, "tests", "bench", "duckdb.mjs")
        self.duckdb = ["node", script]
        self.duckdb_version = machine.first_line(*self.duckdb, "version")

    def place(self, name):
        return os.path.join(self.work, name)

    def tool(self, name):
        return os.path.join(self.options.tools, name)

    def acorecon(self, command, *words):
        return [*self.options.program, command, "--fail-on", "never", *self.options.arguments, *words]

    def statements(self, *words):
        return [*self.options.program, "statement", "--customer", "all", *self.options.arguments, *words]

    def peer_versions(self):
        says = {"duckdb": self.duckdb_version, "openssl": machine.first_line("openssl", "version")}
        for name in ("node", "gzip", "igzip", "cat"):
            says[name] = machine.first_line(name, "--version")
        numbers = {name: re.search(r"[0-9]+(\.[0-9]+)+", line or "") for name, line in says.items()}
        return {name: number.group() for name, number in numbers.items() if number}

    def make(self, name, kind, *words):
        """A file of the generator, read once so that it lies in memory."""
        path = self.place(name + ".csv")
        command = [self.tool("make-files"), *words]
        with open(path, "wb") as out:
            if subprocess.run(command, stdout=out, check=False).returncode != 0:
                raise Failed(f"cannot make a file: {' '.join(command)}")
        rows = warm(path) - 1
        return File(name, kind, path, os.path.getsize(path), rows)

    def make_credits(self, shape):
        customers, months, credit_count = shape.split("x")
        return self.make(f"credits-{shape}", "credits",
                         "-c", customers, "-m", months, "-k", credit_count, "credits")

    def begin(self, file):
        """Says what is measured, and whether its sums are right."""
        known = {"file": file.name, "bytes": file.size, "rows": file.rows, "exact": self.exact(file)}
        self.files.append(known)
        says = {True: ", sums as DuckDB has them", False: ", SUMS ARE NOT THOSE OF DUCKDB", None: ""}
        print(f"\n{file.name}: {file.size / MIB:.0f} MiB, {file.rows} rows{says[known['exact']]}")

    def exact(self, file):
        if not self.duckdb_version:
            return None
        sums = []
        for variant in ("types", "text"):
            path = self.place(f"sums-{variant}")
            with open(path, "wb") as out:
                subprocess.run([*self.duckdb, file.kind, file.path, variant], stdout=out, check=True)
            with open(path, "rb") as lines:
                sums.append(lines.read())
        command = self.acorecon("reconcile", "--format", "json", file.path)
        return sums[0] == sums[1] and exact.agrees(file.kind, command, path)

    def sum_peers(self, file):
        peers = [Command("cat", ["cat", file.path], is_peer=True)]
        if self.duckdb_version:
            peers += [Command(f"duckdb-{variant}", [*self.duckdb, file.kind, file.path, variant],
                              output=self.place("peer.out"), is_peer=True)
                      for variant in ("types", "text")]
        return self.chosen(peers)

    def tool_peers(self, *ways):
        """Those of the ways, (name, words), whose program is installed."""
        return self.chosen(Command(name, words, is_peer=True) for name, words in ways
                           if shutil.which(words[0]))

    def chosen(self, peers):
        return [peer for peer in peers if self.wanted.search(peer.name)]

    def run(self, command):
        """Wall and CPU seconds and peak MiB of one run."""
        if command.folder:
            shutil.rmtree(command.folder, ignore_errors=True)
        if command.history:
            shutil.copyfile(command.history, command.changed)
        result = self.place("run")
        subprocess.run([self.tool("run-timed"), result, command.output, *command.words], check=True)
        with open(result, encoding="ascii") as figures:
            wall, cpu, peak, status = (int(word) for word in figures.read().split())
        if status != 0:
            raise Failed(f"status {status} of {' '.join(command.words)}")
        return wall / 1e6, cpu / 1e6, peak / 1024

    def compare(self, part, file_name, commands, runs=None):
        """Runs the commands in turn, and notes and prints a line for each."""
        runs = runs or self.options.number("RUNS")
        taken = {command.name: [] for command in commands}
        for _ in range(runs):
            for command in commands:
                taken[command.name].append(self.run(command))
        for command in commands:
            if command.folder:
                shutil.rmtree(command.folder, ignore_errors=True)
            wall, cpu, peak = (statistics.median(column) for column in zip(*taken[command.name]))
            figure = {
                "part": part, "file": file_name, "figure": command.name, "runs": runs,
                "wall_s": round(wall, 6), "cpu_s": round(cpu, 6), "peak_mib": round(peak, 1),
                "is_peer": command.is_peer,
                "ratios": [ratio(name, taken[command.name], taken[name])
                           for name in command.peers if name in taken],
            }
            self.figures.append(figure)
            print_figure(figure)


def warm(path):
    """Reads the file; how many line ends it has."""
    lines = 0
    with open(path, "rb", buffering=0) as file:
        while block := file.read(MIB):
            lines += block.count(b"\n")
    return lines


def ratio(name, ours, theirs):
    """Of CPU time that was too short to be measured there is no ratio."""
    def median(column):
        if any(run[column] <= 0 for run in theirs):
            return None
        return round(statistics.median(one[column] / other[column]
                                       for one, other in zip(ours, theirs)), 3)
    return {"peer": name, "wall": median(0), "cpu": median(1)}


def print_figure(figure):
    def shown(value):
        return "-" if value is None else f"{value:.2f}"
    ratios = "  ".join(f"{one['peer']} {shown(one['wall'])}/{shown(one['cpu'])}"
                       for one in figure["ratios"])
    name = f"({figure['figure']})" if figure["is_peer"] else figure["figure"]
    print(f"  {name:16} {figure['wall_s']:9.3f} s {figure['cpu_s']:9.3f} s CPU "
          f"{figure['peak_mib']:8.1f} MiB  {ratios}".rstrip(), flush=True)


def check_generator(room):
    balance = room.make("check-balance", "balance", "balance", "2M")
    invoice = room.make("check-invoice", "invoice", "invoice", "2M")
    command = [*room.options.program, "reconcile", "--quiet", balance.path, invoice.path]
    status = subprocess.run(command, check=False).returncode
    if status != 0:
        raise Failed(f"the generated files do not reconcile (status {status})")
    os.remove(balance.path)
    os.remove(invoice.path)


SUMS = ("duckdb-types", "duckdb-text", "cat")
SHOWN = ("duckdb-types", "duckdb-text", "openssl")


def report_commands(room, file):
    """The report by all threads, by one, and in the forms that show SHA-256."""
    pack = room.place("pack")
    return [
        Command("report", room.acorecon("reconcile", "--quiet", file.path), SUMS),
        Command("one-thread", room.acorecon("reconcile", "--quiet", "--jobs", "1", file.path), SUMS),
        Command("json", room.acorecon("reconcile", "--format", "json", file.path), SHOWN),
        Command("pack", room.acorecon("reconcile", "--quiet", "--output", pack, file.path), SHOWN,
                folder=pack),
        *room.sum_peers(file),
        *room.tool_peers(("openssl", ["openssl", "dgst", "-sha256", file.path])),
    ]


def measure_files(room):
    customers = room.options.values["CUSTOMERS"]
    for kind in room.options.words("KINDS"):
        for size in room.options.words("SIZES"):
            file = room.make(f"{kind}-{size}", kind, "-c", customers, kind, size)
            room.begin(file)
            room.compare("files", file.name, report_commands(room, file))
            os.remove(file.path)


def measure_gz(room):
    """The same file compressed; what unpacks it does nothing else."""
    customers, size = room.options.values["CUSTOMERS"], room.options.words("SIZES")[-1]
    for kind in room.options.words("KINDS"):
        file = room.make(f"{kind}-{size}", kind, "-c", customers, kind, size)
        subprocess.run(["gzip", "-6", file.path], check=True)
        path = file.path + ".gz"
        warm(path)
        peers = room.tool_peers(("gzip", ["gzip", "-dc", path]), ("igzip", ["igzip", "-d", "-c", path]))
        names = tuple(peer.name for peer in peers)
        print(f"\n{file.name}.gz: {os.path.getsize(path) / MIB:.0f} of {file.size / MIB:.0f} MiB")
        room.compare("gz", file.name + ".gz",
                     [Command("report", room.acorecon("reconcile", "--quiet", path), names), *peers])
        os.remove(path)


def measure_balance(room):
    for shape in room.options.words("BALANCE"):
        file = room.make_credits(shape)
        room.begin(file)
        commands = [one for one in report_commands(room, file) if one.name not in ("pack", "openssl")]
        room.compare("balance", file.name, commands)
        os.remove(file.path)


def measure_reports(room):
    pack, statements = room.place("pack"), room.place("statements")
    for shape in room.options.words("REPORTS"):
        file = room.make_credits(shape)
        print(f"\n{file.name}: {file.size / MIB:.0f} MiB, {file.rows} rows")
        room.compare("reports", file.name, [
            Command("report", room.acorecon("reconcile", "--quiet", file.path)),
            Command("pack", room.acorecon("reconcile", "--quiet", "--output", pack, file.path),
                    folder=pack),
            Command("statements", room.statements("--quiet", "--output", statements, file.path),
                    folder=statements),
        ])
        os.remove(file.path)


def measure_mca(room):
    """Transactions of a billing profile, and charges over a hundred lots: text, and all of it."""
    events, charges = (int(word) for word in room.options.words("MCA"))
    lots_file, events_file, charges_file = (room.place(name) for name in ("lots.json", "events.json",
                                                                         "charges.csv"))
    responses.write_lots(lots_file, 100)
    responses.write_events(events_file, events)
    responses.write_charges(charges_file, charges)
    apply = ["--lots", lots_file, "--charges", charges_file]
    for name, rows, words in ((f"events-{events}", events, ["mca", events_file]),
                              (f"charges-{charges}", charges, ["mca", "apply", *apply])):
        size = os.path.getsize(words[-1])
        warm(words[-1])
        print(f"\n{name}: {size / MIB:.0f} MiB, {rows} rows")
        room.compare("mca", name, [
            Command("report", [*room.options.program, *words, "--fail-on", "never"]),
            Command("json", [*room.options.program, *words, "--fail-on", "never", "--format", "json"]),
        ])
    for path in (lots_file, events_file, charges_file):
        os.remove(path)


def measure_history(room):
    """Months that are closed in turn; then the last one once more, and what looks at all of them."""
    for shape in room.options.words("HISTORY"):
        customers, months = (int(word) for word in shape.split("x"))
        history, before, changed = (room.place(f"{name}.db") for name in ("history", "before", "changed"))
        print(f"\nhistory-{shape}: closing {months} months ...", flush=True)
        for number in range(1, months + 1):
            month, paths = make_month(room, customers, number)
            if number == months:
                shutil.copyfile(history, before)
            room.run(Command("close", close_words(room, month, number, history, paths)))
        with contextlib.closing(sqlite3.connect(history)) as database:
            (findings,) = database.execute("SELECT count(*) FROM finding").fetchone()
        size = os.path.getsize(history)
        room.files.append({"file": f"history-{shape}", "bytes": size, "rows": findings, "exact": None})
        print(f"history-{shape}: {size / MIB:.0f} MiB, {findings} findings")
        looks = [*room.options.program, "history", "--history", history]
        room.compare("history", f"history-{shape}", [
            Command("reckoning", room.acorecon("reconcile", "--quiet", "--month", month,
                                               "--history", before, *paths)),
            Command("close", close_words(room, month, months, changed, paths), ("reckoning",),
                    history=before, changed=changed),
            Command("history", looks),
            Command("verify", [*room.options.program, "verify", "--history", history]),
        ])
        for path in (history, before, changed, *paths):
            os.remove(path)


def make_month(room, customers, number):
    """The month and the places of its files, which take those of the month before."""
    year, month = divmod(number - 1, 12)
    files = [room.make(f"month-{kind}", kind, "-c", str(customers), "-m", str(number), f"month-{kind}")
             for kind in ("balance", "invoice")]
    return f"{2026 + year}-{month + 1:02}", [file.path for file in files]


def close_words(room, month, number, history, paths):
    first = ["--first"] if number == 1 else []
    return room.acorecon("close", month, "--quiet", "--preparer", "Ann", "--approver", "Bo",
                         "--history", history, *first, *paths)


def measure_demo(room):
    """Start to end of small runs, which are over too soon for a few runs to tell."""
    demo = os.path.join(room.options.source, "testdata", "demo", "in")
    inputs = [os.path.join(demo, name) for name in sorted(os.listdir(demo))]
    print("\ndemo: what the program takes before and after reading")
    room.compare("demo", "demo", [
        Command("demo", room.acorecon("reconcile", demo), ("cat",)),
        Command("help", [*room.options.program, "--help"], ("cat",)),
        *room.chosen([Command("cat", ["cat", *inputs], is_peer=True)]),
    ], runs=20 * room.options.number("RUNS"))


def measure_growth(room):
    """Both curves are straight, and memory follows customers, not bytes."""
    customers = room.options.values["CUSTOMERS"]
    print(f"\n{'growth':24} {'MiB':>7} {'customers':>9} {'wall s':>8} {'s/GiB':>7} {'CPU s':>8} "
          f"{'s/GiB':>7} {'peak MiB':>9}")
    for kind in room.options.words("KINDS"):
        for size in room.options.words("GROWTH_SIZES"):
            grow(room, "size", kind, size, customers)
        for count in room.options.words("GROWTH_CUSTOMERS"):
            grow(room, "customers", kind, room.options.values["GROWTH_SIZE"], count)


def grow(room, curve, kind, size, customers):
    file = room.make(f"{kind}-{size}-{customers}", kind, "-c", customers, kind, size)
    command = Command("report", room.acorecon("reconcile", "--quiet", file.path))
    runs = [room.run(command) for _ in range(room.options.number("RUNS"))]
    os.remove(file.path)
    wall, cpu, peak = (statistics.median(column) for column in zip(*runs))
    gib = file.size / 1024 / MIB
    point = {
        "curve": curve, "kind": kind, "file": file.name, "size_mib": round(file.size / MIB, 1),
        "customers": int(customers), "wall_s": round(wall, 6), "cpu_s": round(cpu, 6),
        "peak_mib": round(peak, 1), "wall_s_per_gib": round(wall / gib, 3),
        "cpu_s_per_gib": round(cpu / gib, 3),
    }
    room.growth.append(point)
    print(f"  {kind + ' by ' + curve:22} {point['size_mib']:7.0f} {customers:>9} {wall:8.3f} "
          f"{point['wall_s_per_gib']:7.2f} {cpu:8.3f} {point['cpu_s_per_gib']:7.2f} {peak:9.1f}",
          flush=True)


PARTS = {
    "files": measure_files,
    "gz": measure_gz,
    "balance": measure_balance,
    "reports": measure_reports,
    "mca": measure_mca,
    "history": measure_history,
    "demo": measure_demo,
    "growth": measure_growth,
}
