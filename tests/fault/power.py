#!/usr/bin/python3
"""The power is cut at every call that changes the disk: see disk_model.py and world.py. TAP on stdout.

    power.py PROGRAM TESTDATA SOURCES

FAULT_STEP: of how many disks one is tried; 1: all. FAULT_CASES: a regular expression, of these scenarios only.
"""
import os
import subprocess
import sys

import disk_model
from scenarios import Maker
from sweep import Sweep
from world import Outcome, World


class Power(Sweep):
    def cut(self, scenario):
        self.world.fresh(scenario.before)
        end = subprocess.run(disk_model.STRACE + ["-o", "trace", "-e", "trace=" + disk_model.TRACED, self.world.program]
                             + scenario.arguments, env=self.world.environment, capture_output=True, check=False)
        if end.returncode != scenario.usual:
            sys.exit("%s: status %s under strace: %s" % (scenario.name, end.returncode, end.stderr))
        made = list(disk_model.calls("trace"))
        tried = wrong = 0
        for call, kind, store in disk_model.images(made, scenario.before or "none", self.world.place):
            self.turn += 1
            if self.turn % self.step and call < len(made):
                continue
            store(self.world.place)
            why = self.judge(scenario, self.world.state(), call == len(made))
            wrong += self.say(scenario, "the power is cut after %d of %d calls, %s" % (call, len(made), kind),
                              Outcome("none", b"", b"", {}), why)
            tried += 1
        self.count(scenario, "cuts", tried, wrong)

    def judge(self, scenario, state, is_done):
        if is_done and state.shown != scenario.new.shown:
            return "it had said that it was done, and the power took it"
        old, new = scenario.old.tops(), scenario.new.tops()
        if not all(part in (old.get(top), new.get(top)) for top, part in state.tops().items()):
            return "neither the old state nor the new one"
        if not set(old) & set(new) <= set(state.tops()):
            return "what stood there is gone"
        return None if state.key in (scenario.old.key, scenario.new.key) else self.world.cure(scenario, state)


def main():
    program, data, source = sys.argv[1:4]
    world = World(program, None)
    maker = Maker(world, data, source)
    power = Power(world, int(os.environ.get("FAULT_STEP", "127")))
    try:
        for scenario in maker.all(os.environ.get("FAULT_CASES", ".")):
            if not scenario.reads:
                power.cut(scenario)
    finally:
        maker.end()
        world.remove()
    power.finish()


if __name__ == "__main__":
    main()
