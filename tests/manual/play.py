"""A page of the manual with what its commands say now: play.py ACORECON TESTDATA PAGE, the page on stdout.

In a block without a language a line "$ COMMAND" is run by sh, all of a page in one folder, which has testdata in it; what
stands below it must be what it says. There

    [...]           stands for lines that are left out
    TEXT[...]       for the rest of a line
    [status N]      says how the command ends, as far as the page has it; 2 and above must be told

and a line "<!-- run COMMAND -->" outside prepares something that a reader has. What is not so is written as it is now,
with lines left out where they were. A command that is not installed is passed over. A line that would be a command of the
program and is not run ends with status 1. The commands of scripts, in blocks of the language sh, are run by tests of their
own, or need a service: here their options must be those that the program has.
"""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ELISION = "[...]"


def run(command, folder, environment):
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, check=False)
    return done.stdout.decode("utf-8", "backslashreplace").splitlines(), done.returncode


def is_there(command, environment):
    word = next((word for word in command.split() if not re.match(r"\w+=", word)), "")
    return "/" in word or shutil.which(word, path=environment["PATH"]) or not re.fullmatch(r"[\w.-]+", word) or word in ("cd", "test")


def matches(written, said):
    """Whether the lines that a page has stand for these."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == ELISION
        else re.escape(line[:-len(ELISION)]) + r".*\n" if line.endswith(ELISION)
        else re.escape(line) + r"\n" for line in written)
    return re.fullmatch(pattern, "".join(line + "\n" for line in said)) is not None


def likeness(old, new):
    if old.endswith(ELISION):
        old, new = old[:-len(ELISION)], new[:len(old) - len(ELISION)]
    if old == new:
        return 1.0
    ratio = difflib.SequenceMatcher(None, old, new, autojunk=False).ratio()
    return ratio if ratio > 0.6 else 0.0


def aligned(old, new):
    """For each old line the number of the new one that it has become, or None; in order, as alike as can be."""
    best = [[(0.0, None)] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            like = likeness(old[i], new[j])
            options = [(best[i + 1][j][0], "old"), (best[i][j + 1][0], "new")]
            if like:
                options.append((like + best[i + 1][j + 1][0], "both"))
            best[i][j] = max(options, key=lambda option: option[0])
    found, i, j = [], 0, 0
    while i < len(old):
        step = best[i][j][1] if j < len(new) else "old"
        if step == "both":
            found.append(j)
        elif step == "old":
            found.append(None)
        i += step != "new"
        j += step != "old"
    return found


def rewritten(written, said):
    """What is said now, with lines left out where they were."""
    if not any(line.endswith(ELISION) for line in written):
        return said
    old = [line for line in written if line != ELISION]
    places = iter(aligned(old, said))
    result, last, is_open = [], -1, False
    for line in written:
        if line == ELISION:
            is_open = True
            continue
        at = next(places)
        if at is None:
            continue
        if is_open and at > last + 1:
            result.append(ELISION)
        elif not is_open:
            result += said[last + 1:at]
        now = said[at]
        if line.endswith(ELISION) and now.startswith(line[:-len(ELISION)]):
            now = line
        result.append(now)
        last, is_open = at, False
    if is_open and last + 1 < len(said):
        return result + [ELISION]
    return result if is_open else result + said[last + 1:]


class Player:
    def __init__(self, program, testdata, folder):
        self.folder = folder
        self.skipped = 0
        bin_folder = pathlib.Path(folder, "bin")
        bin_folder.mkdir()
        wrapper = bin_folder / "acorecon"
        wrapper.write_text(f'#!/bin/sh\nexec {program} "$@"\n')
        wrapper.chmod(0o755)
        self.run_folder = pathlib.Path(folder, "run")
        self.run_folder.mkdir()
        (self.run_folder / "testdata").symlink_to(testdata)
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in ("ACORECON_HISTORY", "COLUMNS")},
            "PATH": f"{bin_folder}:{os.environ['PATH']}", "HOME": folder, "XDG_CONFIG_HOME": f"{folder}/config",
            "XDG_DATA_HOME": f"{folder}/data", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1794096000",
        }

    def prepare(self, command):
        said, status = run(command, self.run_folder, self.environment)
        if status > 1:
            sys.exit(f"play: {command}: status {status}: {said}")

    def play(self, command, written):
        """The lines below the command."""
        if not is_there(command, self.environment):
            self.skipped += 1
            return written
        told = bool(written) and re.fullmatch(r"\[status \d+\]", written[-1])
        said, status = run(command, self.run_folder, self.environment)
        below = written[:-1] if told else written
        now = below if matches(below, said) else rewritten(below, said)
        return now + ([f"[status {status}]"] if status > 1 or told and status else [])


def played(lines, player):
    at, language = 0, None
    while at < len(lines):
        line = lines[at]
        at += 1
        yield line
        if line.startswith("```"):
            language = None if language is not None else line[3:]
        elif language is None and (prepare := re.fullmatch(r"<!-- run (.*) -->", line)):
            player.prepare(prepare[1])
        elif language == "" and line.startswith("$ "):
            command = line[2:]
            while command.endswith("\\"):
                yield lines[at]
                command = command[:-1] + lines[at].strip()
                at += 1
            end = at
            while not lines[end].startswith(("$ ", "```")):
                end += 1
            yield from player.play(command, lines[at:end])
            at = end


def not_run(lines):
    """Lines that look like a command of the program and are none that is run."""
    language = None
    for number, line in enumerate(lines, 1):
        if line.startswith("```"):
            language = None if language is not None else line[3:]
        elif re.match(r"( {4})?acorecon [a-z]", line) and (language == "" or language is None and line.startswith(" ")):
            yield number, "is not run", line.strip()


def odd_options(lines, program):
    """Options in scripts that the command does not take."""
    language = None
    text = "\n".join(lines).replace("\\\n", "").split("\n")
    for number, line in enumerate(text, 1):
        if line.startswith("```"):
            language = None if language is not None else line[3:]
            continue
        command = re.search(r"\bacorecon ((?:[a-z]+ ){1,2})(.*)", line) if language == "sh" else None
        if not command:
            continue
        words = command[1].split()
        known = subprocess.run([program, "help", *words], capture_output=True, text=True, check=False)
        if known.returncode:
            known = subprocess.run([program, "help", words[0]], capture_output=True, text=True, check=False)
        for option in re.findall(r"(?<=\s)--?[a-z][a-z-]*", " " + re.split("[|;&]", command[2])[0]):
            if not re.search(rf"^  (?:-\w, )?(?:.*, )?{option}\b|^  {option}\b", known.stdout, re.M):
                yield number, f"has no option {option}", line.strip()


def main():
    program, testdata, page = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3]
    lines = pathlib.Path(page).read_text().splitlines()
    with tempfile.TemporaryDirectory() as folder:
        player = Player(program, testdata, folder)
        print("\n".join(played(lines, player)))
    if player.skipped:
        print(f"{player.skipped} commands were passed over: they are not installed", file=sys.stderr)
    strangers = [*not_run(lines), *odd_options(lines, program)]
    for number, what, line in strangers:
        print(f"{page}:{number}: a command that {what}: {line}", file=sys.stderr)
    sys.exit(bool(strangers))


main()
