"""What commands find and leave when something goes wrong under them: folders, states, what may be said."""
import hashlib
import os
import re
import resource
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys

RECORDS, RECORD = 64, 32
SECONDS = 30  # longer than any run: a hang
NAMES = (b"Zyx Marked", b"8c17e06b-1fb0-4d65-a3d9-92e4c8a75f42")  # of a customer: in no message
TOKEN = "canary-eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.x"  # what service.py takes
STRAY = re.compile(r"\.[^/]*\.tmp-[A-Za-z0-9]{6}(/|$)")
JOURNAL = re.compile(r"\.db(-journal|\.lock|-wal|-shm)$")

KEPT = b"what stood there before is in"
CONFESSIONS = KEPT + rb"|internal error (while|after)"


def digest(data):
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def read(path):
    with open(path, "rb") as stream:
        return stream.read()


def tree(folder):
    """Every path below the folder with what is there: the bytes of a file, None for a folder."""
    found = {}
    for place, folders, names in os.walk(folder):
        for name in folders:
            found[os.path.relpath(os.path.join(place, name), folder)] = None
        for name in names:
            path = os.path.join(place, name)
            found[os.path.relpath(path, folder)] = os.readlink(path).encode() if os.path.islink(path) else read(path)
    return found


def key_of(found):
    """Equal for trees that hold the same, whatever temporary folders are called."""
    return digest(repr(sorted((STRAY.sub(r".tmp\1", path), "" if data is None else digest(data)) for path, data in found.items())).encode())


def copied(folder, path):
    """A copy of a history with its journal, to be asked, so that the place stays as it is."""
    place = os.path.join(folder, "..", "asked")
    shutil.rmtree(place, ignore_errors=True)
    os.mkdir(place)
    for name in (path, path + "-journal"):
        if os.path.exists(os.path.join(folder, name)):
            shutil.copy(os.path.join(folder, name), os.path.join(place, os.path.basename(name)))
    return sqlite3.connect(os.path.join(place, os.path.basename(path)))


def events(folder, path):
    """What was done, but for packs that came late."""
    base = copied(folder, path)
    try:
        return repr(base.execute("SELECT count(*), max(hash) FROM event WHERE what <> 'pack'").fetchall())
    except sqlite3.Error as error:
        return "damaged: %r" % (error,)
    finally:
        base.close()


def told(folder, path):
    """All that a history says, but for the events that tell of packs that came late: as SQL."""
    base = copied(folder, path)
    try:
        return "\n".join(line for line in base.iterdump()
                         if not re.match(r"INSERT INTO \"?event\"? VALUES\(\d+,'[^']*','pack'", line))
    except sqlite3.Error as error:
        return "damaged: %r" % (error,)
    finally:
        base.close()


class State:
    """What the place holds, as far as a user sees it: of histories what was done, and no strays."""

    def __init__(self, folder):
        self.found = tree(folder)
        self.key = key_of(self.found)
        self.strays = sorted(path for path in self.found if STRAY.search(path) or JOURNAL.search(path))
        self.shown = {path: events(folder, path) if path.endswith(".db") else data
                      for path, data in self.found.items() if path not in self.strays}

    def tops(self):
        """By the first name of the path: what users see at that place."""
        parts = {}
        for path, data in self.shown.items():
            parts.setdefault(path.split("/")[0], {})[path] = data
        return parts


def histories(folder):
    return {name: told(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".db")}


class Scenario:
    """A command, what its place holds before, and what it makes of it."""

    def __init__(self, name, arguments, before=None, again=None, repeats=True, confesses=None, reads=False):
        self.name = name
        self.arguments = arguments
        self.before = before  # a folder; None: nothing
        self.again = again or arguments  # how it is given once more
        self.repeats = repeats  # whether it may be, where it is done
        self.confesses = b"|".join(filter(None, (confesses, CONFESSIONS)))  # what a failure says that came too late
        self.reads = reads  # nothing is written but to standard output
        self.cured = {}  # of states: what is wrong with the run after them, or None


class Outcome:
    def __init__(self, status, out, err, counts):
        self.status, self.out, self.err, self.counts = status, out, err, counts
        self.fired = counts.get("fired", 0)


class World:
    """A folder with "in", what commands read, and "place", what they write."""

    def __init__(self, program, library):
        self.program, self.preload = os.path.abspath(program), library and os.path.abspath(library)
        base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        import tempfile
        self.top = os.path.realpath(tempfile.mkdtemp(prefix="faults-", dir=os.environ.get("TMPDIR", base)))
        self.place = os.path.join(self.top, "place")
        self.counts = os.path.join(self.top, "counts")
        self.environment = {"PATH": os.environ["PATH"], "HOME": self.top, "LC_ALL": "C", "TZ": "UTC0",
                            "G_DEBUG": "fatal-criticals", "SOURCE_DATE_EPOCH": "1790000000",
                            "XDG_CONFIG_HOME": self.top, "ACORECON_TOKEN": TOKEN}
        os.mkdir(os.path.join(self.top, "none"))
        os.mkdir(self.place)
        os.chdir(self.top)
        self.found = None  # what the place holds, by its key
        self.known = {}  # the same of folders
        self.crashed = None  # the state that the last kill left, where it left something over

    def remove(self):
        os.chdir("/")
        shutil.rmtree(self.top, ignore_errors=True)

    def fresh(self, before):
        """The place as it is before the command. Nothing is done where nothing has changed."""
        folder = before or "none"
        wanted = self.wanted_of(folder)
        if self.found != wanted:
            self.empty()
            shutil.copytree(folder, self.place, dirs_exist_ok=True, symlinks=True)
            self.found = wanted

    def wanted_of(self, folder):
        if folder not in self.known:
            self.known[folder] = key_of(tree(folder))
        return self.known[folder]

    def empty(self):
        for entry in os.scandir(self.place):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                os.unlink(entry.path)

    def state(self):
        state = State(self.place)
        self.found = state.key
        return state

    def run(self, arguments, fault=None, limit=None, kill_after=SECONDS):
        """One run; limit is done in the process before it becomes the program."""
        environment = self.environment
        self.found = None
        if self.preload is not None:
            with open(self.counts, "wb") as stream:
                stream.write(bytes(RECORDS * RECORD))
            environment = dict(environment, LD_PRELOAD=self.preload, FAULT_COUNTS=self.counts)
            if fault is not None:
                environment["FAULT"] = fault
        process = subprocess.Popen([self.program] + arguments, env=environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, close_fds=False, preexec_fn=limit)
        try:
            out, err = process.communicate(timeout=kill_after)
            status = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            status = "hang" if kill_after == SECONDS else process.returncode
        return Outcome(status, out, err, self.counted())

    def counted(self):
        if self.preload is None:
            return {}
        data = read(self.counts)
        found = {}
        for start in range(0, len(data), RECORD):
            name = data[start:start + 24].rstrip(b"\0").decode()
            if name:
                found[name] = struct.unpack("Q", data[start + 24:start + RECORD])[0]
        return found

    def prepare(self, scenario):
        """What the command does undisturbed: the old state, the new one, the status, what is printed."""
        self.fresh(scenario.before)
        scenario.old = self.state()
        end = self.run(scenario.arguments)
        scenario.new = self.state()
        scenario.told = histories(self.place)
        scenario.usual, scenario.out, scenario.counts = end.status, end.out, end.counts
        if end.status not in (0, 1) or end.err.strip() and b": error" in end.err:
            sys.exit("%s: status %s: %s" % (scenario.name, end.status, end.err.decode("utf-8", "replace")))
        self.fresh(scenario.before)

    # What is wrong with a run; None: nothing.

    def judge(self, scenario, end, strays=False, killed=False):
        state = self.state()
        wrong = self.judge_end(scenario, end, state, strays, killed)
        self.crashed = state if killed and state.strays else None
        # Who is told where the only copy is shall find it there: nothing sweeps it.
        if wrong is None and state.key not in (scenario.old.key, scenario.new.key) and KEPT not in end.err:
            wrong = self.cure(scenario, state)
        return wrong

    def judge_after_crash(self, scenario, end):
        """A second fault, in the run that makes the first one good: what counts is the run after it."""
        state = self.state()
        if end.status not in (scenario.usual, 3, 4, 5, 6, 70, -signal.SIGKILL):
            return "a status that nobody knows"
        if any(part not in (scenario.first.tops().get(top), scenario.old.tops().get(top), scenario.new.tops().get(top))
               for top, part in state.tops().items()):
            return "neither the old state nor the new one"
        return self.cure(scenario, state)

    def judge_end(self, scenario, end, state, strays, killed):
        for name in NAMES:
            if name in end.err:
                return "a customer is named in a message"
        old, new = state.shown == scenario.old.shown, state.shown == scenario.new.shown
        mixed = old or new or all(part in (scenario.old.tops().get(top), scenario.new.tops().get(top))
                                  for top, part in state.tops().items())
        if killed and end.status == -signal.SIGKILL:
            return None if mixed else "neither the old state nor the new one"
        if end.status == scenario.usual:
            if not new:
                return "the usual status, and the state is another"
            if end.out != scenario.out:
                return "the usual status, and what is printed is another"
        elif end.status in (3, 4, 5, 6, 70) or isinstance(end.status, int) and -end.status in (
                signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            if not old and not (mixed and re.search(scenario.confesses, end.err)):
                return "a failure, and the state is not the old one"
            if end.status > 0:
                wrong = judge_message(end.err)
                if wrong:
                    return wrong
        else:
            return "a status that nobody knows"
        if state.strays and not strays and not re.search(scenario.confesses, end.err):
            return "something is left over: " + " ".join(state.strays)
        return None

    def cure(self, scenario, state):
        """What is wrong with the next run, which is not disturbed."""
        if state.key not in scenario.cured:
            scenario.cured[state.key] = self.try_again(scenario, state)
        return scenario.cured[state.key]

    def try_again(self, scenario, state):
        done = state.shown == scenario.new.shown
        # All is there, the command would refuse to do it again, and no history is to be verified.
        if done and not scenario.repeats and not scenario.told:
            return None
        if scenario.reads:
            return "a command that only reads has written"
        if done and not scenario.repeats:
            end = self.run(["verify", "--history", "place/h.db"])
        else:
            end = self.run(scenario.again)
        after = self.state()
        if end.status not in (0, 1):
            return "the next run: status %s: %s" % (end.status, end.err.decode("utf-8", "replace"))
        if after.shown != scenario.new.shown:
            return "the next run does not make it good: " + difference(after.shown, scenario.new.shown)
        if histories(self.place) != scenario.told:
            return "after the next run the history says something else"
        # A month that is closed is not written again: its next run sweeps nothing.
        if after.strays and not (done and scenario.told):
            return "the next run leaves something over: " + " ".join(after.strays)
        return None


def difference(found, wanted):
    return " ".join(sorted(path for path in set(found) | set(wanted) if found.get(path, 0) != wanted.get(path, 0))[:4])


def judge_message(err):
    """One message that says what is the matter. Lines of GLib may stand before that of status 70."""
    lines = [line for line in err.decode("utf-8", "replace").splitlines() if line.startswith("acorecon: ")]
    refusals = [line for line in lines if not re.match(r"acorecon: (warning|note)", line)]
    # Two threads that want memory at once both say so.
    if len(set(refusals)) != 1:
        return "%d messages" % len(refusals)
    return None


def limited(*pairs):
    """To be done in a process before it becomes the program."""
    def limit():
        for what, value in pairs:
            resource.setrlimit(what, (value, value))
    return limit
