"""The files that tidy.py judges, and what is found in their lines. All is read as ASCII with other bytes
between, whatever the locale."""

import os
import re
from functools import cache, cached_property
from typing import NamedTuple

from tidy_functions import functions_of

INCLUDE = re.compile(r"^[ \t\r\f\v]*#[ \t\r\f\v]*include", re.ASCII | re.MULTILINE)
INCLUDED = re.compile(r'(["<])([^">]*)[">]')


class Folder:
    """The tree below a folder."""

    def __init__(self, root):
        self.root = root

    def files(self, top):
        """The paths of all files in that folder, which need not exist, at any depth; links are none."""
        found, folders = [], [top]
        while folders:
            folder = folders.pop()
            try:
                entries = list(os.scandir(os.path.join(self.root, folder)))
            except OSError:
                continue
            for entry in entries:
                path = folder + "/" + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                elif entry.is_file(follow_symlinks=False):
                    found.append(path)
        return found

    def text(self, path):
        """What stands in the file; None if there is none."""
        try:
            with open(os.path.join(self.root, path), "rb", buffering=0) as file:
                return file.read().decode("utf-8", "surrogateescape")
        except OSError:
            return None


class Include(NamedTuple):
    path: str
    number: int
    line: str
    quoted: bool  # not in angle brackets
    target: str  # "?" where a macro stands

    def __str__(self):
        return f"{self.path}:{self.number}:{self.line}"


class Way(NamedTuple):
    """That a room includes another."""
    room: str
    other: str
    place: str


def stem(path):
    """The room of a source: its name without folder and ending."""
    return path.rpartition("/")[2][:-2]


def hits(pattern, text):
    """(NUMBER, LINE) of the lines in which the pattern is found."""
    begin, number, end = 0, 1, -1
    for match in pattern.finditer(text):
        if match.start() <= end:
            continue
        number += text.count("\n", begin, match.start())
        begin = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.start())
        if end < 0:
            end = len(text)
        yield number, text[begin:end]


class Sources:
    """The sources of a tree, the tests, and what the rules ask of them more than once."""

    def __init__(self, tree):
        self.tree = tree
        self.text = cache(tree.text)
        self.paths = self.c_files_in("src")
        self.tests = self.c_files_in("tests")

    def c_files_in(self, top):
        return sorted(path for path in self.tree.files(top) if path.endswith((".c", ".h")))

    def found(self, pattern, paths):
        """The lines of these files in which the pattern is found, as "PATH:NUMBER:LINE"."""
        compiled = re.compile(pattern, re.ASCII | re.MULTILINE)
        return [f"{path}:{number}:{line}" for path in paths for number, line in hits(compiled, self.text(path))]

    @cached_property
    def includes(self):
        found = []
        for path in self.paths:
            for number, line in hits(INCLUDE, self.text(path)):
                match = INCLUDED.search(line)
                quoted, target = (match[1] == '"', match[2]) if match else (True, "?")
                found.append(Include(path, number, line, quoted, target))
        return found

    @cached_property
    def ways(self):
        """From each room to each other that it includes, in the order of their names."""
        return sorted(Way(stem(include.path), stem(include.target), f"{include.path}:{include.number}")
                      for include in self.includes
                      if include.target.endswith((".c", ".h")) and stem(include.path) != stem(include.target))

    @cached_property
    def rooms(self):
        """{FOLDER: [ROOM, ...]}, both in the order of their names."""
        rooms = {}
        for folder, room in sorted({(path.rpartition("/")[0], stem(path)) for path in self.paths}):
            rooms.setdefault(folder, []).append(room)
        return rooms

    @cached_property
    def functions(self):
        return [function for path in self.paths for function in functions_of(path, self.text(path))]
