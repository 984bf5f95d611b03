#!/usr/bin/python3
"""Too little of something, ever more of it, until it is enough: see world.py. TAP on stdout.

    limits.py PROGRAM TESTDATA SOURCES

FAULT_STEP: of how many limits one is tried; 1: all. FAULT_CASES: a regular expression, of these scenarios only.
FAULT_KINDS: of these kinds only, "memory descriptors stacks sizes processes disks". Disks are tried where this
program may mount some (fault-lib.sh brings it there).
"""
import os
import resource
import subprocess
import sys

from scenarios import Maker
from sweep import Sweep
from world import World, limited

KIB, MIB = 1024, 1024 * 1024
NOBODY = 65534
LARGE = "64m"
# What is limited, the least that is tried, the steps, and how often it must be enough before it counts as that: threads
# take their memory as they come.
LIMITS = {
    "memory": (resource.RLIMIT_AS, 1 * MIB, MIB, 20),
    "descriptors": (resource.RLIMIT_NOFILE, 3, 1, 3),
    "stacks": (resource.RLIMIT_STACK, 16 * KIB, 16 * KIB, 8),
    "sizes": (resource.RLIMIT_FSIZE, 0, 4 * KIB, 1),
}


def as_nobody(count):
    """To be done before a process becomes the program: root's threads are not counted."""
    def limit():
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        resource.setrlimit(resource.RLIMIT_NPROC, (count, count))
    return limit


class Limits(Sweep):
    scenarios = 0
    least = {}  # of each kind, with which the program starts

    def find_least(self, kind):
        """What the loader says of less is none of the program's words."""
        what, value, step, _ = LIMITS[kind]
        while kind != "sizes" and self.world.run(["--version"], limit=limited((what, value))).status != 0:
            value += step
        return value

    def try_ever_more(self, scenario, kind):
        what, _, step, enough = LIMITS[kind]
        if kind not in self.least:
            self.least[kind] = self.find_least(kind)
        value, passed, tried, wrong = self.least[kind] + step * (self.turn % self.step), 0, 0, 0
        enough = enough if self.step == 1 else 1
        self.turn += 7
        while passed < enough:
            self.world.fresh(scenario.before)
            end = self.world.run(scenario.arguments, limit=limited((what, value)))
            passed = passed + 1 if end.status == scenario.usual else 0
            tried += 1
            wrong += self.say(scenario, "%s %d" % (kind, value), end, self.judge(scenario, kind, end))
            value += step * self.step
        self.count(scenario, kind, tried, wrong)

    def judge(self, scenario, kind, end):
        if kind == "memory" and b"damaged" in end.err:
            return "want of memory is told as damage"
        # Who has no memory left ends at once: the next run sweeps up, which judge() sees.
        return self.world.judge(scenario, end, strays=kind in ("memory", "stacks"))

    def processes(self, scenario):
        """A user who may start no thread: the same comes out."""
        if os.geteuid() != 0:
            return
        tried = wrong = 0
        for count in range(1, 7):
            self.turn += 1
            if self.turn % min(self.step, 3):
                continue
            self.world.fresh(scenario.before)
            subprocess.run(["chown", "-R", str(NOBODY), self.world.top], check=True)
            end = self.world.run(scenario.arguments, limit=as_nobody(count))
            # The program, or a library of it, lies where that user may not read.
            if end.status == 126 or b"Permission" in end.err and not tried:
                return
            tried += 1
            why = "it is seen" if end.status != scenario.usual else self.world.judge(scenario, end)
            wrong += self.say(scenario, "processes %d" % count, end, why)
        self.count(scenario, "processes", tried, wrong)

    def size_disk(self, size):
        subprocess.run(["mount", "-o", "remount,size=" + size, self.world.place], check=True)

    def disks(self, scenario):
        """A disk that grows by 4 KiB from run to run. No file of another place may do instead."""
        if not os.path.ismount(self.world.place) or scenario.reads:
            return
        self.world.fresh(scenario.before)
        used = os.statvfs(self.world.place)
        size = (used.f_blocks - used.f_bfree) * used.f_frsize // KIB + 4 + 4 * (self.turn % self.step)
        self.turn += 7
        status, tried, wrong = None, 0, 0
        while status != scenario.usual:
            self.world.fresh(scenario.before)
            self.size_disk("%dk" % size)
            end = self.world.run(scenario.arguments)
            status = end.status
            state = self.world.state()
            self.size_disk(LARGE)
            why = None
            if status != scenario.usual and (status != 4 or state.key != scenario.old.key):
                why = "a full disk is no failure to write, or something has changed"
            tried += 1
            wrong += self.say(scenario, "disk of %d KiB" % size, end, why or self.world.judge(scenario, end))
            size += 4 * self.step
        self.count(scenario, "disks", tried, wrong)


def main():
    program, data, source = sys.argv[1:4]
    world = World(program, None)
    if os.environ.get("FAULT_MOUNTS") == "yes":
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=" + LARGE, "tmpfs", world.place], check=True)
    maker = Maker(world, data, source)
    limits = Limits(world, int(os.environ.get("FAULT_STEP", "61")))
    try:
        for scenario in maker.all(os.environ.get("FAULT_CASES", ".")):
            kinds = os.environ.get("FAULT_KINDS", "memory descriptors stacks sizes processes disks").split()
            limits.scenarios += 1
            # A sample tries two kinds of limits of each scenario.
            for kind in kinds if limits.step == 1 else sorted({kinds[(limits.scenarios + i) % len(kinds)] for i in (0, 3)}):
                if kind in LIMITS:
                    limits.try_ever_more(scenario, kind)
                else:
                    getattr(limits, kind)(scenario)
    finally:
        maker.end()
        if os.path.ismount(world.place):
            subprocess.run(["umount", "-l", world.place], check=False)
        world.remove()
    limits.finish()


if __name__ == "__main__":
    main()
