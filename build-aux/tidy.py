"""tidy.py [FOLDER]: the rules of the house that a machine can check, each a TAP test. Comments count as
code: word them so that they do not trip a ban.

Files are found at any depth, and rooms are known by their names: a file that moves takes its
rules with it. A rule that has looked at no file fails. tests/tidy/planted.py sees each rule fail.

What offends today and is to go stands in build-aux/tidy-*.known, one a line. The lists may only
shrink: what stands there and offends no more fails too.
"""

import os
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

sys.dont_write_bytecode = True

from tidy_tree import Folder, Sources, stem

RULE_WING = "src/core/rule"  # the rooms of the rules, none of which knows another, nor those that a house names
RULE_CONTEXTS = {"reckoning", "reckon"}  # rooms of that wing which are no rules
MOST_ROOMS = 25  # in a folder
MOST_PARAMETERS = 6
MOST_LINES = 60  # of a function
MOST_FILE_LINES = 400
UNTESTED = {"recon-error"}  # rooms without a test: nothing but a G_DEFINE
# Each layer may include those of a smaller number.
RANKS = {"base": 0, "core": 1, "input": 2, "output": 2, "store": 2, "fetch": 2, "engine": 3, "library": 4, "app": 4}


@dataclass(frozen=True)
class House:
    """The house as it stands; tests/tidy has a small one."""
    layers: str = "base core input output store fetch engine library app"  # the folders of src: these and no others
    wings: str = "all"  # folders with a README, a line a room; "all": every folder
    # The wings of a layer, the lowest first: each includes only itself and those before it. Those with
    # a comma between do not know each other; "." is the folder of the layer itself.
    orders: dict = field(default_factory=lambda: {
        "core": "record report book month rule,answer,mca,benefit,case credit",
        "input": "bytes rows billing,table mca service shelf .",
        "engine": "option .",
        "app": "option run sandbox command .",
    })
    # The rooms of rules that stand elsewhere than in RULE_WING.
    rule_rooms: str = ("agreement-rows balance-findings credit-days credit-order daily-order input-rows line-findings "
                       "nothing-compared rows-read-twice tie-out totals usage-tie-out waterfall")


class Skipped(Exception):
    """A rule that says why it judges nothing."""


class Verdict(NamedTuple):
    rule: str
    offences: list
    looked: bool  # at one file at least
    skipped: str = ""  # why

    @property
    def holds(self):
        return bool(self.skipped) or self.looked and not self.offences

    def tap(self, number):
        """What is said of it, in lines."""
        if self.skipped:
            return [f"ok {number} - {self.rule} # SKIP {self.skipped}"]
        if self.holds:
            return [f"ok {number} - {self.rule}"]
        why = [] if self.looked else ["looked at no file"]
        return [f"# {line}" for line in why + self.offences] + [f"not ok {number} - {self.rule}"]


## The rules. Each is asked with the sources and the house, and answers with what it has looked at and
## with the offences.


def new(sources, name, offences):
    """Of the offences, each (WHAT, more), those whose WHAT does not stand in build-aux/tidy-NAME.known,
    and the lines of that list which are no offence any more."""
    known = f"build-aux/tidy-{name}.known"
    lines = (re.sub(r"[ \t]*#.*", "", line) for line in (sources.text(known) or "").split("\n"))
    listed = dict.fromkeys(line for line in lines if line)
    offending = {what for what, _ in offences}
    return ([f"{what}: {more}" for what, more in offences if what not in listed] +
            [f"{known}: no longer needed, take it out: {line}" for line in listed if line not in offending])


# Layers: app and library call engine, and nobody else them; that calls input, output, store and fetch, which do not
# know each other; these call core, and that base. Includes name files by their path from src, or they could not be told.
def layers_are_these(sources, house):
    layers = house.layers.split()
    held = {path.split("/")[1] for path in sources.paths if path.count("/") > 1}
    return sources.paths, (
        [f"src/{layer}: no sources" for layer in layers if layer not in held] +
        [f"{path}: is in no layer" for path in sources.paths if path.count("/") == 1 or path.split("/")[1] not in layers])


def layers_go_down(sources, _):
    offences = []
    for include in sources.includes:
        own = include.path.split("/")[1]
        other = include.target.split("/")[0]
        if include.quoted and include.target != "config.h" and other not in RANKS:
            offences.append(f"{include}: is not named by its path from src")
        elif other in RANKS and own != other and not (own in RANKS and RANKS[other] < RANKS[own]):
            offences.append(str(include))
    return sources.paths, offences


def wing_of(path):
    """The wing of a file that is named from src."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else "."


def wings_go_down(layer, sources, house):
    """The wings of the layer are those of its order, and include each other as that says."""
    ranks = {wing: rank for rank, place in enumerate(house.orders[layer].split()) for wing in place.split(",")}
    inside = [path for path in sources.paths if path.startswith(f"src/{layer}/")]
    offences = [f"{path}: is in no wing of the order" for path in inside if wing_of(path[4:]) not in ranks]
    for include in sources.includes:
        if not (include.path.startswith(f"src/{layer}/") and include.target.startswith(layer + "/")):
            continue
        own, other = wing_of(include.path[4:]), wing_of(include.target)
        if own in ranks and own != other and not (other in ranks and ranks[other] < ranks[own]):
            offences.append(str(include))
    return inside, offences


def rules_are_strangers(sources, house):
    named = house.rule_rooms.split()
    in_wing = {stem(path) for path in sources.paths if path.startswith(RULE_WING + "/")}
    rules = in_wing.union(named) - RULE_CONTEXTS
    present = {stem(path) for path in sources.paths}
    return in_wing.union(named), (
        [f"{room}: there is no such room" for room in named if room not in present] +
        new(sources, "rules", [(f"{way.room} {way.other}", way.place) for way in sources.ways
                               if way.room in rules and way.other in rules]))


def reach_of(room, others):
    """All rooms that a room includes in the end; itself, if one of these includes it."""
    reach, todo = set(), [room]
    while todo:
        for other in others[todo.pop()]:
            if other not in reach:
                reach.add(other)
                todo.append(other)
    return reach


def between(others):
    """Without the rooms that include nothing of the rest, again and again: what stays leads to a circle."""
    while True:
        left = {room: [other for other in ways if other in others] for room, ways in others.items()}
        left = {room: ways for room, ways in left.items() if ways}
        if len(left) == len(others):
            return left
        others = left


# A room is its .c and its .h. Two rooms are in one circle when each includes the other in the end.
def no_circles(sources, _):
    others = {}
    for way in sources.ways:
        ways = others.setdefault(way.room, [])
        if way.other not in ways:
            ways.append(way.other)
    others = between(others)
    reach = {room: reach_of(room, others) for room in others}
    circles, told = [], set()
    for room in others:
        if room in told or room not in reach[room]:
            continue
        circle = [other for other in others if other in reach[room] and room in reach[other]]
        told.update(circle)
        ways = [f"{one} -> {other}" for one in circle for other in others[one] if other in circle]
        circles.append((" ".join(circle), ", ".join(ways)))
    return sources.paths, new(sources, "circles", circles)


def rooms_have_own_names(sources, _):
    first, offences = {}, []
    for path in sources.paths:
        room = path[:-2]
        if first.setdefault(stem(path), room) != room:
            offences.append(f"{room}: stands also in {first[stem(path)]}")
    return sources.paths, offences


def folders_are_small(sources, _):
    return sources.paths, new(sources, "folders", [
        (folder, f"{len(rooms)} rooms") for folder, rooms in sources.rooms.items() if len(rooms) > MOST_ROOMS])


def wings_have_readmes(sources, house):
    wings = list(sources.rooms) if house.wings == "all" else house.wings.split()
    if not wings and sources.paths:
        raise Skipped("no wing is named yet")
    texts = {wing: sources.text(f"{wing}/README.md") for wing in wings}
    told, offences = Counter(), []
    for wing, text in texts.items():
        for number, line in enumerate((text or "").split("\n"), 1):
            # A line for a room begins with its name: `room`, after "- ", "* " or "| " if wanted.
            if not (match := re.match(r"(?:[-*|] +)?`([a-z0-9-]+)`", line)):
                continue
            room = match[1]
            if room not in sources.rooms.get(wing, []):
                offences.append(f"{wing}/README.md:{number}: there is no room {room}")
                continue
            told[wing, room] += 1
            if told[wing, room] > 1:
                offences.append(f"{wing}/README.md:{number}: a second line for {room}")
    for wing, text in texts.items():
        if wing not in sources.rooms:
            offences.append(f"{wing}: holds no rooms")
        if not text:
            offences.append(f"{wing}: no README.md")
        offences += [f"{wing}/README.md: no line for {room}" for room in sources.rooms.get(wing, []) if not told[wing, room]]
    return wings, offences


# Names and shapes of functions.
def functions_have_the_rooms_name(sources, _):
    exported = [function for function in sources.functions if function.path.endswith(".h")]
    offences = []
    for function in exported:
        room = stem(function.path)
        prefix = room.replace("-", "_")
        if function.name != prefix and not function.name.startswith(prefix + "_"):
            offences.append((f"{room} {function.name}", f"{function.path}:{function.line}"))
    return exported, new(sources, "names", offences)


def functions_are_narrow(sources, _):
    return sources.functions, new(sources, "parameters", [
        (f"{stem(function.path)} {function.name}", f"{function.parameters} parameters: {function.path}:{function.line}")
        for function in sources.functions if function.parameters > MOST_PARAMETERS])


def functions_are_short(sources, _):
    offences = []
    for function in sources.functions:
        place = f"{function.path}:{function.line}"
        if function.kind == "unreadable":
            offences.append(f"{place}: braces or comments do not match: cannot be judged")
        if function.lines > MOST_LINES:
            offences.append(f"{function.lines} lines: {place}: {function.name}")
    return sources.functions, offences


# finding-table is one table: every code with its explanation.
def files_are_short(sources, _):
    return sources.paths, [
        f"{path}: longer than {MOST_FILE_LINES} lines" for path in sources.paths
        if not path.endswith("/finding-table.c") and sources.text(path).removesuffix("\n").count("\n") >= MOST_FILE_LINES]


def but_in(rooms, lines):
    """Of the offending lines, those outside of the rooms whose file name matches."""
    inside = re.compile(rf"src/([^:]*/)?({rooms}):")
    return [line for line in lines if not inside.match(line)]


def has_one_owner(header, rooms, sources, _):
    """One owner per library. The files of src that include HEADER are those whose name matches ROOMS, and there
    is one. Beside them stands the room that says which versions are in use, and does nothing else."""
    included = re.compile(rf'include[ \t\r\f\v]*[<"](?:{header})')
    users = [str(include) for include in sources.includes if included.search(include.line)]
    nobody = len(but_in(rooms, users)) == len(users)
    return sources.paths, (but_in(rooms + r"|app/run/library-versions\.c", users) +
                           (["nobody does: the rule is stale"] if nobody else []))


def is_not_called(pattern, where, rooms, sources, _):
    """No line in the sources whose path matches has the pattern, but for those of some rooms."""
    looked = [path for path in sources.paths if re.match(where, path)]
    lines = sources.found(pattern, looked)
    return looked, but_in(rooms, lines) if rooms else lines


# Every room has its test, and everything is built.
def rooms_have_tests(sources, _):
    tested = [path for path in sources.paths if path.endswith(".c") and not path.startswith("src/app/")]
    tests = {stem(path) for path in sources.tests}
    return tested, [f"{path}: no tests/.../test-{stem(path)}.c" for path in tested
                    if stem(path) not in UNTESTED and f"test-{stem(path)}" not in tests]


def make_words(sources):
    """What stands in Makefile.am and the fragments that it includes. In these, %D% and %reldir% are their folder."""
    words = set()
    makefile = sources.text("Makefile.am") or ""
    fragments = " ".join(re.findall(r"^include[ \t]*(.*)", makefile, re.MULTILINE)).split()
    for path in ["Makefile.am"] + [re.sub(r"^[^/]*srcdir\)/", "", fragment) for fragment in fragments]:
        text = re.sub(r"#.*|\\$", "", sources.text(path) or "", flags=re.MULTILINE)
        folder = os.path.dirname(path) or "."
        words.update(re.sub(r"%(?:D|reldir)%", lambda _, folder=folder: folder, text).split())
    return words


def everything_is_built(sources, _):
    listed = make_words(sources)
    offences = []
    for path in sources.paths + sources.tests:
        if not (path.startswith("src/") or path.endswith(".h") or os.path.basename(path).startswith("test-")):
            continue
        program = path.removesuffix(".c") if path.startswith("tests/") else path
        if path not in listed and program not in listed:
            offences.append(f"{path} is not in Makefile.am")
    return sources.paths, offences


def golden_cases_have_commands(sources, _):
    top = "testdata/golden"
    files = sorted(sources.tree.files(top))
    cases = {os.path.dirname(path) for path in files if os.path.basename(path) == "cmd"}
    offences = []
    for path in files:
        if os.path.basename(path) == "cmd":
            continue
        folder = os.path.dirname(path)
        while folder not in cases and folder != top:
            folder = os.path.dirname(folder)
        if folder == top and not re.fullmatch(rf"{top}(/[^/]*)?/README\.md", path):
            offences.append(f"{path}: is in no folder with a cmd")
    return cases, offences


# Form.
def config_comes_first(sources, _):
    files = [path for path in sources.paths if path.endswith(".c")]
    offences = []
    for path in files:
        first = re.search(r"^[ \t]*#[ \t]*include.*", sources.text(path), re.MULTILINE)
        if not first and sources.text(path):
            offences.append(f"{path}: does not include it")
        elif first and '"config.h"' not in first[0]:
            offences.append(f"{path}: includes something else first")
    return files, offences


def stands_nowhere(pattern, sources, _):
    """No line of sources and tests has the pattern."""
    return sources.paths, sources.found(pattern, sources.paths + sources.tests)


ANYWHERE, BELOW_APP, RULES_OF_MONEY = "", "src/(?!app/)", "src/(base|core)/"

RULES = [
    ("layers: src holds those that it must hold, and no others", layers_are_these),
    ("layers: each includes only itself and those below", layers_go_down),
    *((f"{layer}: each wing includes only itself and those below", partial(wings_go_down, layer))
      for layer in ("core", "input", "engine", "app")),
    ("the rooms of the rules do not include each other", rules_are_strangers),
    ("no circle of includes", no_circles),
    ("no two rooms have one name", rooms_have_own_names),
    (f"no folder holds more than {MOST_ROOMS} rooms", folders_are_small),
    ("each wing has a README with a line for each room", wings_have_readmes),
    ("exported functions begin with the name of their room", functions_have_the_rooms_name),
    (f"no function has more than {MOST_PARAMETERS} parameters", functions_are_narrow),
    (f"no function is longer than {MOST_LINES} lines", functions_are_short),
    (f"no file is longer than {MOST_FILE_LINES} lines", files_are_short),
    # (RULE, HEADER, ROOMS)
    *((rule, partial(has_one_owner, header, rooms)) for rule, header, rooms in (
        ("only csv-judge knows libcsv", r'csv\.h[>"]', r"csv-judge\.c"),
        ("only decimal knows GMP", r'gmp\.h[>"]', r"decimal[a-z-]*\.c"),
        # Those of base/late have a room there, and one more that calls them.
        ("only archive-stream knows libarchive", r'(archive(_entry)?|base/late/archive-library)\.h[>"]',
         r"archive-library\.[ch]|archive-stream\.[ch]"),
        ("only http-client knows libcurl", r"(curl/|base/late/curl-library)", r"curl-library\.[ch]|http-client\.c"),
        ("only gzip-stream and xlsx-zip know zlib", r'zlib\.h[>"]', r"(gzip-stream|xlsx-zip)\.c"),
        ("only igzip-stream knows isa-l", r"isa-l", r"igzip-stream\.c"),
        ("only source knows libcrypto", r"(openssl/|base/late/crypto-library)", r"crypto-library\.[ch]|source\.c"),
        ("only manifest and report-file know json-c", r'json(-c/|\.h[>"]|_)', r"(manifest|report-file)\.c"),
        ("only text-table knows libsmartcols", r'(libsmartcols/)?libsmartcols\.h[>"]', r"text-table\.c"),
        ("only database knows SQLite", r"sqlite3", r"database\.c"))),
    # What is not called: (RULE, PATTERN, WHERE, ROOMS that may)
    *((rule, partial(is_not_called, pattern, where, rooms)) for rule, pattern, where, rooms in (
        ("amounts are exact: no binary fractions",
         r"(\b|_)g?(float|double|FLOAT|DOUBLE)\b|g_ascii_(formatd|dtostr)", ANYWHERE, ""),
        ("only workbooks round to what their cells hold", r"xlsx-number\.h", ANYWHERE, r"(report-)?xlsx-[a-z-]+\.[ch]"),
        ("no lenient or unbounded functions of C",
         r"\b(ato[fil]|atoll|(g_(ascii_)?)?strtod|strtold|v?sprintf|strcpy|strcat|strncat|strtok(_r)?|v?s?scanf|gets|alloca"
         r"|localtime|ctime|asctime|tmpnam|tempnam|mktemp|system|popen|g_error_free) *\(", ANYWHERE, ""),
        ("only app prints",
         r"\b(g_print|g_printerr|g_message|g_warning|g_info|printf|vprintf|puts|putchar|perror) *\(|\b(stdout|stderr)\b",
         BELOW_APP, ""),
        # GLib's asks errno, which waiting for another thread's first look at the locale can set.
        ("only app, before there are threads, reads numbers by GLib", r"\bg_ascii_string_to_(un)?signed *\(", BELOW_APP, ""),
        ("threads begin in worker alone, where they get what want of memory needs",
         r"\b(g_thread_(try_)?new|g_thread_pool_new[a-z_]*|g_task_run_in_thread|pthread_create|thrd_create) *\(",
         ANYWHERE, r"worker\.c"),
        ("libraries are opened in late-library alone", r"\b(dlm?open|dlsym|g_module_open[a-z_]*) *\(",
         ANYWHERE, r"late-library\.c"),
        # utf8-locale keeps the locale of the process out, and reads nothing of it.
        ("core and base know no files, clock, locale or environment",
         r"\b(f?open|fdopen|g_fopen|g_open|g_file_[a-z_]+|clock_gettime|gettimeofday|g_get_(real|monotonic)_time"
         r"|g_date_time_new_now[a-z_]*|setlocale|localeconv|g?_?getenv) *\(|<(time|locale|unistd|fcntl)\.h>",
         RULES_OF_MONEY, r"utf8-locale\.c"))),
    ("every room below app has its test", rooms_have_tests),
    ("Makefile.am lists every source and every test", everything_is_built),
    ("every golden case has a cmd", golden_cases_have_commands),
    ("config.h is what every source includes first", config_comes_first),
    ("nothing is left over", partial(stands_nowhere, r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")),
    ("no trailing blanks, tabs or carriage returns", partial(stands_nowhere, r"[ \t\r\f\v]$|\t")),
]


def judge(tree, house):
    """The verdict of each rule over a tree (tidy_tree.Folder, or what answers as it does)."""
    sources = Sources(tree)
    verdicts = []
    for name, rule in RULES:
        try:
            looked, offences = rule(sources, house)
            verdicts.append(Verdict(name, offences, bool(looked)))
        except Skipped as why:
            verdicts.append(Verdict(name, [], False, str(why)))
    return verdicts


def main(root="."):
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    verdicts = judge(Folder(root), House())
    for number, verdict in enumerate(verdicts, 1):
        print("\n".join(verdict.tap(number)))
    print(f"1..{len(verdicts)}")
    return not all(verdict.holds for verdict in verdicts)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
