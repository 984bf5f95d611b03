#!/usr/bin/env python3
"""Holds a program to what is promised of the ids of findings: files that are named otherwise, read in another order, or cut in two
give the same set.

    python3 finding_ids.py ACORECON_BINARY FIRST_SEED LAST_SEED [--daily]

Which of several rows of one credit and month counts, and what a row is compared with, is a matter of order: where there is an ACO107, order
is not tried, and ACO106 and ACO907 are passed over. Of cut files, ACO208 and ACO901 to ACO907 are.
"""

import json
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import random_world

OF_ORDER = {"ACO106", "ACO907"}
OF_CUTS = {"ACO208", *(f"ACO90{n}" for n in range(1, 8))}


def findings(binary, options, folder):
    """-> sorted list of (code, id), or None where the input is refused"""
    command = [binary, "reconcile", "--format", "json", *options, folder]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if run.returncode not in (0, 1):
        return None
    return sorted((f["code"], f["id"]) for f in json.loads(run.stdout)["findings"])


def all_files(folder):
    """But the hidden ones, which are passed over."""
    paths = (os.path.relpath(os.path.join(place, name), folder) for place, _, names in os.walk(folder) for name in names)
    return sorted(os.path.join(folder, path) for path in paths if not any(part.startswith(".") for part in path.split(os.sep)))


def renamed(source, target, chance):
    """The same files, in another order and under other names; what their names end in stays."""
    paths = all_files(source)
    places = list(range(len(paths)))
    chance.shuffle(places)
    os.makedirs(target)
    for place, path in zip(places, paths):
        shutil.copyfile(path, os.path.join(target, f"{place:03d}-{os.path.basename(path)}"))


def cut(source, target, chance):
    """Every plain file in two parts, each with the header; the rest as it is."""
    for path in all_files(source):
        to = os.path.join(target, os.path.relpath(path, source))
        os.makedirs(os.path.dirname(to), exist_ok=True)
        with open(path, "rb") as stream:
            data = stream.read()
        lines = data.split(b"\n")
        is_plain = path.endswith(".csv") and b'"' not in data and b"\x00" not in data and not data.lower().startswith((b"sep", b"{", b"["))
        if not is_plain or not data.strip():
            shutil.copyfile(path, to)
            continue
        header = next(n for n, line in enumerate(lines) if line.strip(b"\xef\xbb\xbf \t\r,;"))
        if header + 2 >= len(lines) - 1:
            shutil.copyfile(path, to)
            continue
        at = chance.randrange(header + 2, len(lines) - 1)
        with open(to, "wb") as stream:
            stream.write(b"\n".join(lines[:at]) + b"\n")
        with open(to[: -len(".csv")] + ".part.csv", "wb") as stream:
            stream.write(b"\n".join([lines[header], *lines[at:]]))


def compare_seed(binary, seed, daily):
    """Works inside the working folder. -> None or what differs"""
    chance = random.Random(seed)
    options = shlex.split(random_world.make_world(seed, "in", daily))
    if "--skip" in options:  # names files
        return None
    renamed("in", "renamed", chance)
    cut("in", "cut", chance)
    given = findings(binary, options, "in")
    for folder, passed_over in (("renamed", OF_ORDER), ("cut", OF_CUTS)):
        if folder == "renamed" and any(code == "ACO107" for code, _ in given or ()):
            continue
        found = findings(binary, options, folder)
        if given is None or found is None:
            if given is not found:
                return f"{folder}: one is refused, the other is not"
            continue
        if [code for code, _ in given].count("ACO904") != [code for code, _ in found].count("ACO904"):
            continue  # what was the same content as another file is not so any more, or is now
        expected = [pair for pair in given if pair[0] not in passed_over]
        got = [pair for pair in found if pair[0] not in passed_over]
        if expected != got:
            return f"{folder}: {sorted(set(expected) ^ set(got))[:4]}"
    return None


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    if len(words) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    binary, home, differ = os.path.abspath(words[0]), os.getcwd(), 0
    seeds = range(int(words[1]), int(words[2]) + 1)
    for seed in seeds:
        folder = tempfile.mkdtemp(prefix=f"acorecon-{seed}-")
        os.chdir(folder)
        try:
            found = compare_seed(binary, seed, "--daily" in sys.argv)
        finally:
            os.chdir(home)
        if found is None:
            shutil.rmtree(folder)
        else:
            differ += 1
            print(f"seed {seed}: {found}\n  folder: {folder}", flush=True)
    print(f"{len(seeds) - differ} agree, {differ} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
