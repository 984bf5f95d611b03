#!/usr/bin/python3
"""Every call of every command goes wrong, one a run: see preload.c and world.py. TAP on stdout.

    calls.py PROGRAM LIBRARY TESTDATA SOURCES

FAULT_STEP: of how many faults one is tried; 1: all. FAULT_CASES: a regular expression, of these scenarios only.
FAULT_KINDS: of these kinds only, "errors interruptions shorts kills moments signals compound".
"""
import errno
import os
import random
import shutil
import sys
import time

from scenarios import Maker
from sweep import Sweep
from world import Scenario, World

# Which errors a call may have: those of a disk, of rights, of resources. Each comes once, the first also for ever.
ERRORS = {
    "message": "EIO", "thread": "EAGAIN",
    "open openat": "EIO EACCES EMFILE ENOSPC", "close": "EIO", "dup": "EMFILE",
    "read pread64 readv": "EIO", "write pwrite64 writev": "EIO ENOSPC", "lseek": "EIO",
    "fsync fdatasync": "EIO ENOSPC", "ftruncate fallocate": "EIO ENOSPC",
    "stat lstat fstat newfstatat statx": "EIO EACCES", "access faccessat faccessat2 readlink": "EACCES",
    "getdents64": "EIO", "getcwd": "ENOENT",
    "rename renameat renameat2 link linkat": "EIO ENOSPC EACCES", "unlink unlinkat rmdir": "EIO EACCES",
    "mkdir mkdirat": "EIO ENOSPC EACCES", "chmod fchmod fchmodat": "EPERM",
    "flock fcntl": "ENOLCK", "poll": "ENOMEM", "getrandom": "ENOSYS", "signalfd4 eventfd2 pipe2": "EMFILE",
    "socket": "EMFILE", "connect": "ECONNREFUSED", "sendto recvfrom": "ECONNRESET",
    "mmap mprotect mremap brk": "ENOMEM",
}
INTERRUPTED = ("message open openat close read pread64 readv write pwrite64 writev fsync fdatasync ftruncate fallocate "
               "rename renameat2 linkat unlink unlinkat mkdir mkdirat fchmod fchmodat flock fcntl poll getrandom connect "
               "sendto recvfrom").split()
SHORTENED = "message read pread64 write pwrite64 getrandom sendto recvfrom".split()
# A fault of these may keep what was temporary from being removed.
REMOVING = "open openat getdents64 unlink unlinkat rmdir close stat lstat fstat newfstatat flock fcntl mmap".split()


# What can be done without: nobody sees that it fails. What must be told; of these, what need not be where there is a
# history: SQLite passes over a folder that cannot be synced, and that a pack stands at its place, which a close notes
# last, the next command notes as well.
SPARED = "thread signalfd4 eventfd2 getrandom".split()
TOLD = "fsync fdatasync mkdir mkdirat pwrite64".split()
UNTOLD = "fdatasync pwrite64".split()


# SQLite takes an interruption of these for a failure: told, and nothing changed. No signal of ours interrupts them.
UNRETRIED = "fsync fdatasync".split()
MOMENTS = 110  # of each scenario
CRASHES = 2  # of each scenario


class Calls(Sweep):
    crashes = {}  # what kills have left, by its key
    states = 0  # of them, that were recovered from under faults

    def try_all(self, scenario, kind, faults, judge):
        """Each of the faults in its turn, so that a sample has some of each."""
        tried = wrong = 0
        for fault in faults:
            self.turn += 1
            if self.turn % self.step:
                continue
            self.world.fresh(scenario.before)
            if kind == "moments":
                end = self.world.run(scenario.arguments, kill_after=float(fault))
            else:
                end = self.world.run(scenario.arguments, fault)
            tried += end.fired > 0 or kind == "moments"
            why = judge(fault, end)
            wrong += self.say(scenario, fault, end, why)
        self.count(scenario, kind, tried, wrong)

    def errors(self, scenario):
        faults = []
        for names, codes in ERRORS.items():
            for call in names.split():
                for when in range(1, scenario.counts.get(call, 0) + 1):
                    faults += ["%s %d once %d" % (call, when, getattr(errno, code)) for code in codes.split()]
                    faults.append("%s %d ever %d" % (call, when, getattr(errno, codes.split()[0])))
        self.try_all(scenario, "errors", faults, lambda fault, end: self.judge_error(scenario, fault, end))

    def judge_error(self, scenario, fault, end):
        call = fault.split()[0]
        if end.fired and end.status == scenario.usual and call in TOLD and not (scenario.told and call in UNTOLD):
            return "a failure that is not told"
        if end.status != scenario.usual and call in SPARED:
            return "it is seen"
        # A call that goes on failing fails when what was temporary is removed, too.
        return self.world.judge(scenario, end, strays=" ever " in fault or call in REMOVING)

    def invisible(self, scenario, fault, end):
        if scenario.told and fault.split()[0] in UNRETRIED:
            return self.world.judge(scenario, end)
        if end.status != scenario.usual:
            return "it is seen"
        return self.world.judge(scenario, end)

    def interruptions(self, scenario):
        faults = ["%s %d once %d" % (call, when, errno.EINTR)
                  for call in INTERRUPTED for when in range(1, scenario.counts.get(call, 0) + 1)]
        self.try_all(scenario, "interruptions", faults, lambda fault, end: self.invisible(scenario, fault, end))

    def shorts(self, scenario):
        faults = []
        for call in SHORTENED:
            for when in range(1, scenario.counts.get(call, 0) + 1):
                faults += ["%s %d short %d" % (call, when, size) for size in (0, 1)]
            if scenario.counts.get(call, 0):
                faults += ["%s 1 shorts %d" % (call, size) for size in (0, 1, 7)]
        self.try_all(scenario, "shorts", faults, lambda fault, end: self.invisible(scenario, fault, end))

    def points(self, scenario):
        passing = ("fired", "message", "thread", "poll", "mmap", "mprotect", "mremap", "brk")
        return sum(count for call, count in scenario.counts.items() if call not in passing)

    def judge_kill(self, scenario, end):
        wrong = self.world.judge(scenario, end, strays=True, killed=True)
        if wrong is None and self.world.crashed is not None:
            self.crashes.setdefault(self.world.crashed.key, (scenario, self.world.crashed))
        return wrong

    def kills(self, scenario):
        faults = ["any %d kill 0" % when for when in range(1, self.points(scenario) + 1)]
        self.try_all(scenario, "kills", faults, lambda _, end: self.judge_kill(scenario, end))

    def moments(self, scenario):
        """Killed by the clock, wherever it is then."""
        chance = random.Random(scenario.name)
        begin = time.monotonic()
        self.world.run(scenario.arguments)
        usual = time.monotonic() - begin
        faults = ["%.4f" % (chance.random() * usual) for _ in range(MOMENTS)]
        self.try_all(scenario, "moments", faults, lambda _, end: self.judge_kill(scenario, end))

    def compound(self, _):
        """The run that makes a crash good is itself killed, or its calls fail: of some crashes of the scenario."""
        crashes, self.crashes = list(self.crashes.values()), {}
        for scenario, crash in crashes[::max(1, len(crashes) // CRASHES)][:CRASHES]:
            shutil.rmtree("crash", ignore_errors=True)
            os.mkdir("crash")
            for path, data in sorted(crash.found.items()):
                if data is None:
                    os.mkdir(os.path.join("crash", path), 0o700)
            for path, data in crash.found.items():
                if data is not None:
                    with open(os.path.join("crash", path), "wb") as stream:
                        stream.write(data)
            again = Scenario(scenario.name + ", after a crash", scenario.again, "crash", scenario.again, scenario.repeats,
                             scenario.confesses)
            self.world.known.pop("crash", None)
            if not scenario.repeats and crash.shown == scenario.new.shown:
                continue
            self.world.prepare(again)
            again.new, again.told = scenario.new, scenario.told
            again.old, again.first = crash, scenario.old
            again.cured = scenario.cured
            self.states += 1
            faults = ["any %d kill 0" % when for when in range(1, self.points(again) + 1)]
            for call in "write pwrite64 fsync fdatasync renameat2 unlinkat unlink mkdirat openat".split():
                faults += ["%s %d once %d" % (call, when, errno.EIO) for when in range(1, again.counts.get(call, 0) + 1)]
            self.try_all(again, "compound", faults, lambda _, end: self.world.judge_after_crash(again, end))

    def signals(self, scenario):
        faults = ["any %d signal %d" % (when, (15, 2, 1)[when % 3]) for when in range(1, self.points(scenario) + 1)]
        self.try_all(scenario, "signals", faults, lambda _, end: self.world.judge(scenario, end))


def main():
    program, library, data, source = sys.argv[1:5]
    world = World(program, library)
    maker = Maker(world, data, source)
    calls = Calls(world, int(os.environ.get("FAULT_STEP", "509")))
    kinds = os.environ.get("FAULT_KINDS", "errors interruptions shorts kills moments signals compound").split()
    try:
        for scenario in maker.all(os.environ.get("FAULT_CASES", ".")):
            for kind in kinds:
                getattr(calls, kind)(scenario)
    finally:
        maker.end()
        world.remove()
    print("# figures: crashes=%d" % calls.states)
    calls.finish()


if __name__ == "__main__":
    main()
