"""mutants.py [--list] [--seed N] [--sample N] [--jobs N] [--seconds N] [FILE...]: whether the tests notice.

Changes one place of the sources of core and reading at a time (or of the FILEs), compiles that file
alone, and asks the judges: first the unit test of the room, then, where that one is content, the
golden cases with the whole program. A mutant that any of them refuses is killed; one that all let
pass survives, and is printed: it wants a test, or an argument why it is the same program.

Run in the folder of a finished build ("make check TESTS=" before), by "make mutants". Nothing in
the tree is written: mutants are made in a folder of their own, and the library is not touched, for
an object that stands before it on the line of the linker comes first.

--list prints the mutants and tries none. The sample is a function of seed and sources.
"""

import argparse
import contextlib
import os
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

WINGS = ["src/base", "src/core", "src/input"]
UNIT_SECONDS = 30
GOLDEN_SECONDS = 600

# (name, what is looked for, what stands there then); applied to code without comments and literals.
OPERATORS = [
    ("less", re.compile(r"(?<= )<(?= )"), "<="),
    ("less-or-equal", re.compile(r"(?<= )<=(?= )"), "<"),
    ("greater", re.compile(r"(?<= )>(?= )"), ">="),
    ("greater-or-equal", re.compile(r"(?<= )>=(?= )"), ">"),
    ("equal", re.compile(r"(?<= )==(?= )"), "!="),
    ("not-equal", re.compile(r"(?<= )!=(?= )"), "=="),
    ("and", re.compile(r"&&"), "||"),
    ("or", re.compile(r"\|\|"), "&&"),
    ("plus", re.compile(r"(?<=[\w)\]] )\+(?= [\w(])"), "-"),
    ("minus", re.compile(r"(?<=[\w)\]] )-(?= [\w(])"), "+"),
    ("add", re.compile(r"\+="), "-="),
    ("true", re.compile(r"\bTRUE\b"), "FALSE"),
    ("false", re.compile(r"\bFALSE\b"), "TRUE"),
    ("zero", re.compile(r"(?<=[ (])0(?=[;,)\]])"), "1"),
    ("one", re.compile(r"(?<=[ (])1(?=[;,)\]])"), "2"),
    ("negation", re.compile(r"(?<=\()!(?=\w)"), ""),
    ("call", re.compile(r"^(?P<indent> +)[a-z_]\w* \([^{}]*\);$"), None),
]
# What is for speed or for the reader alone; what a mutant of it does cannot be seen. So is room for one more.
UNSEEN = re.compile(
    r"g_new0? \(\w+, 1\)|g_array_(?:sized_)?new \(FALSE, FALSE|\bluck\b|prefetch|g_assert|G_STATIC_ASSERT|likely|^\s*#|G_DEFINE_|return_if|static_assert|_free \(|g_clear_|unref \("
)


def blanked(text):
    """The same text with comments, literals and characters as blanks, so that columns stay."""

    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))

    return re.sub(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", blank, text, flags=re.S)


class Mutant:
    def __init__(self, path, line, name, before, after):
        self.path, self.line, self.name, self.before, self.after = path, line, name, before, after

    def __str__(self):
        return f"{self.path}:{self.line}: {self.name}: {self.before.strip()} -> {self.after.strip()}"


def mutants_of(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        text = file.read()
    lines, code = text.split("\n"), blanked(text).split("\n")
    continued = False
    for number, (line, bare) in enumerate(zip(lines, code), 1):
        macro, continued = continued or bare.lstrip().startswith("#"), line.endswith("\\")
        if macro or UNSEEN.search(bare):
            continue
        for name, pattern, then in OPERATORS:
            for match in pattern.finditer(bare):
                if then is None:
                    if not bare_is_statement(code, number - 1):
                        continue
                    after = match.group("indent") + ";"
                else:
                    after = line[: match.start()] + then + line[match.end():]
                yield Mutant(path, number, name, line, after)


def bare_is_statement(code, index):
    """The line before ends a statement or opens a block: the call is not a part of an expression."""
    for before in reversed(code[:index]):
        if before.strip():
            return before.rstrip().endswith((";", "{", "}", ")"))
    return False


def commands(target, newer):
    """The commands by which make would build @target if @newer had changed, as lists of words."""
    run = subprocess.run(["make", "-n", "V=1", "-W", newer, target], capture_output=True, text=True, check=True)
    for line in run.stdout.replace("\\\n", " ").split("\n"):
        for command in re.split(r";|&&", line):
            if " -o " in command and "`" not in command:
                yield [word for word in shlex.split(command) if word != "ccache"]


def compile_command(source_root, path, scratch):
    target = path[:-2] + ".o"
    for words in commands(target, os.path.join(source_root, path)):
        if "-c" in words and words[words.index("-o") + 1] == target:
            words = drop_pairs([word for word in words if word not in ("-MD", "-MP")], ("-MT", "-MF"))
            words[next(i for i, word in enumerate(words) if word.endswith(path))] = scratch + "/mutant.c"
            words[words.index("-o") + 1] = scratch + "/mutant.o"
            return words + ["-w", "-I", os.path.dirname(os.path.join(source_root, path))]
    raise LookupError(f"make does not say how {target} is compiled")


def drop_pairs(words, options):
    kept, skip = [], False
    for word in words:
        if skip:
            skip = False
        elif word in options:
            skip = True
        else:
            kept.append(word)
    return kept


def link_command(target, newer, out, scratch):
    for words in commands(target, newer):
        if "-c" not in words and "-o" in words and words[words.index("-o") + 1] == target:
            library = next(i for i, word in enumerate(words) if word.endswith("libacorecon.a"))
            words[words.index("-o") + 1] = out
            return words[:library] + [os.path.join(scratch, "mutant.o")] + words[library:]
    raise LookupError(f"make does not say how {target} is linked")


class Trial:
    """What is asked about the mutants of one file."""

    def __init__(self, root, path):
        self.root, self.path = root, path
        self.scratch = tempfile.mkdtemp(prefix="mutants-")
        self.compiling = compile_command(root, path, self.scratch)
        room = os.path.basename(path)[:-2]
        self.unit = os.path.join("tests", os.path.dirname(path)[len("src/"):], "test-" + room)
        self.links = []
        if os.path.exists(self.unit):
            source = os.path.join(root, self.unit + ".c")
            self.links.append(("unit", link_command(self.unit, source, self.scratch + "/judge", self.scratch)))
        program = link_command("acorecon", os.path.join(root, "src/app/main.c"), self.scratch + "/acorecon", self.scratch)
        self.links.append(("golden", program))

    def end(self):
        shutil.rmtree(self.scratch)

    def judge(self, mutant):
        """The name of who killed it, "build" where it is no program, None where it lives."""
        with open(os.path.join(self.root, self.path), encoding="utf-8") as file:
            lines = file.read().split("\n")
        lines[mutant.line - 1] = mutant.after
        with open(os.path.join(self.scratch, "mutant.c"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        if not quiet(self.compiling, 300):
            return "build"
        for name, link in self.links:
            if not quiet(link, 300):
                return "build"
            asked = self.ask_unit() if name == "unit" else self.ask_golden()
            if not asked:
                return name
        return None

    def ask_unit(self):
        environment = dict(os.environ, CK_FORK="no", G_DEBUG="fatal-criticals", SRCDIR=self.root,
                           TESTDATA=os.path.join(self.root, "testdata"))
        return quiet([self.scratch + "/judge"], UNIT_SECONDS, environment)

    def ask_golden(self):
        environment = dict(os.environ, ACORECON=self.scratch + "/acorecon", SRCDIR=self.root,
                           TESTDATA=os.path.join(self.root, "testdata"), RUNS_LOG="", GOLDEN_FIRST="yes", GOLDEN_TIMEOUT="30")
        return quiet(["sh", os.path.join(self.root, "tests/golden.sh")], GOLDEN_SECONDS, environment)


def quiet(words, seconds, environment=None):
    """Whether the command succeeds in time. What it started ends with it: a mutant may run for ever."""
    run = subprocess.Popen(words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        return run.wait(timeout=seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()


def sources(root, wings):
    for wing in wings:
        for folder, folders, files in os.walk(os.path.join(root, wing)):
            folders.sort()
            for name in sorted(files):
                if name.endswith(".c"):
                    yield os.path.relpath(os.path.join(folder, name), root)


def try_file(root, path, chosen, end):
    if time.monotonic() > end:
        return []
    trial = Trial(root, path)
    try:
        return [(mutant, trial.judge(mutant)) for mutant in chosen]
    finally:
        trial.end()


def try_all(root, chosen, jobs, seconds):
    """File by file, in the order in which the sample names them, so that a part of it is a sample, too."""
    by_file = {}
    for mutant in chosen:
        by_file.setdefault(mutant.path, []).append(mutant)
    end = time.monotonic() + seconds if seconds else float("inf")
    with ThreadPoolExecutor(jobs) as pool:
        for results in pool.map(lambda item: try_file(root, *item, end), by_file.items()):
            yield from results


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=0, help="how many are tried; 0: all")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seconds", type=int, default=0, help="after these no other file is begun; 0: until all are tried")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    root = os.path.abspath(os.environ.get("SRCDIR", "."))
    chosen = [m for path in (options.files or sources(root, WINGS)) for m in mutants_of(root, path)]
    if options.sample:
        chosen = random.Random(options.seed).sample(chosen, min(options.sample, len(chosen)))
    if options.list:
        for mutant in chosen:
            print(mutant)
        return 0
    counts = {}
    for mutant, killer in try_all(root, chosen, options.jobs, options.seconds):
        counts[killer] = counts.get(killer, 0) + 1
        if killer is None:
            print(f"survives: {mutant}", flush=True)
    tried = sum(counts.values()) - counts.get("build", 0)
    lives = counts.get(None, 0)
    percent = (tried - lives) * 1000 // max(tried, 1) / 10
    print(f"# figures: mutants={tried} killed={tried - lives} percent={percent} "
          f"unit={counts.get('unit', 0)} golden={counts.get('golden', 0)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
