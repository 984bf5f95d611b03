"""What tests of faults say: TAP on stdout, with figures for the records of runs."""
import sys


class Sweep:
    def __init__(self, world, step):
        self.world, self.step = world, step
        self.turn = self.number = self.failed = 0

    def result(self, good, name):
        self.number += 1
        self.failed += 0 if good else 1
        print("%sok %d - %s" % ("" if good else "not ", self.number, name), flush=True)

    def say(self, scenario, fault, end, why):
        """What is wrong, as a comment; how much: 0 or 1."""
        if why is None:
            return 0
        said = end.err.decode("utf-8", "replace").splitlines()[-3:]
        text = "\n".join(["%s: %s: status %s: %s" % (scenario.name, fault, end.status, why)] + ["  " + line for line in said])
        print("# " + text.replace("\n", "\n# "), flush=True)
        return 1

    def count(self, scenario, kind, tried, wrong):
        if tried:
            print("# figures: %s=%d" % (kind, tried))
            self.result(wrong == 0, "%s: %d %s" % (scenario.name, tried, kind))

    def finish(self):
        print("1..%d" % self.number)
        sys.exit(1 if self.failed else 0)
