"""The rules of build-aux/tidy.py, seen to fail: one breach at a time is planted in a small house, and exactly
the rule that it breaks must say so. TAP on stdout.

A rule that no breach here has made fail, or that passes where there are no sources, fails this.
"""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from typing import Callable, NamedTuple

sys.dont_write_bytecode = True
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(ROOT, "build-aux"))

import tidy
import tidy_tree
from small_house import SmallHouse, build, long_function, work

SMALL = tidy.House(rule_rooms="", orders={
    "core": "record,report rule . deep", "input": "deep bytes rows billing .", "engine": "option . deep",
    "app": "deep option command ."})


class Case(NamedTuple):
    rule: str  # the one that fails; "" for none
    how: str
    plant: Callable  # what is done to the house
    house: tidy.House

    @property
    def name(self):
        return f"{self.rule or 'allowed'}: {self.how}"


def breach(rule, how, plant, **changes):
    """After plant(house), RULE, and no other, must fail."""
    return Case(rule, how, plant, replace(SMALL, **changes))


def allowed(how, plant, **changes):
    """Nothing must fail."""
    return breach("", how, plant, **changes)


def appended(path, *lines):
    return lambda house: house.append(path, *lines)


def removed(path):
    return lambda house: house.remove(path)


def dropped(path, pattern):
    return lambda house: house.drop(path, pattern)


def a_room(path, *inclusions):
    return lambda house: house.room(path, *inclusions)


def nothing(house):
    return house


## The breaches.


def layers():
    rule = "layers: src holds those that it must hold, and no others"
    yield breach(rule, "a layer is gone", lambda house: house.remove("src/store").room(
        "input/bytes/database", "<sqlite3.h>").drop("src/app/option/options.c", "history"))
    yield breach(rule, "a layer that nobody knows", lambda house: house.room("extra/thing").drop("src/extra/thing.c", "extra"))
    yield breach(rule, "a source in no layer", lambda house: house.put("src/thing.h", "#include <glib.h>\n").append(
        "src/README.md", "- `thing`: what it is.").append("Makefile.am", "house += src/thing.h"))

    rule = "layers: each includes only itself and those below"
    for own, other in (
            ("base", "core/record/position"), ("core", "input/manifest"), ("core", "app/option/options"),
            ("input", "output/report-json"), ("output", "input/bytes/source"), ("output", "store/history"),
            ("store", "output/report-json"), ("store", "app/option/options"), ("input", "engine/intake"),
            ("engine", "app/option/options"), ("engine", "library/library-job"), ("app", "library/library-job"),
            ("library", "app/option/options"), ("fetch", "input/bytes/source"), ("input", "fetch/http-client")):
        yield breach(rule, f"{own} includes {other}", a_room(f"{own}/deep/er/thing", f'"{other}.h"'))
    yield breach(rule, "with angle brackets", a_room("core/thing", "<app/option/options.h>"))
    yield breach(rule, "in a header", appended("src/output/text/pages.h", '# include "app/option/options.h"'))
    yield breach(rule, "an include that is not from src", a_room("core/record/thing", '"position.h"'))
    yield breach(rule, "an include that climbs", a_room("core/thing", '"../app/option/options.h"'))
    yield breach(rule, "an include of a macro", a_room("core/thing", "HEADER"))


def wings():
    rule = "input: each wing includes only itself and those below"
    yield breach(rule, "one above", appended("src/input/rows/csv-judge.c", '#include "input/billing/header.h"'))
    yield breach(rule, "a wing that nobody knows", a_room("input/extra/thing"))

    rule = "engine: each wing includes only itself and those below"
    yield breach(rule, "the folder of the layer", lambda house: house.append(
        "src/engine/option/plan.h", '#include "engine/intake.h"').drop("src/engine/intake.c", "plan.h"))
    yield breach(rule, "a wing that nobody knows", a_room("engine/extra/thing"))

    rule = "app: each wing includes only itself and those below"
    yield breach(rule, "one above", lambda house: house.room("app/command/cmd-thing").append(
        "src/app/option/options.h", '#include "app/command/cmd-thing.h"'))
    yield breach(rule, "a wing that nobody knows", a_room("app/extra/thing"))

    rule = "core: each wing includes only itself and those below"
    yield breach(rule, "one above", appended("src/core/report/finding-table.h", '#include "core/rule/reckoning.h"'))
    yield breach(rule, "one beside", appended("src/core/report/finding-table.c", '#include "core/record/position.h"'))
    yield breach(rule, "the folder of the layer",
                 lambda house: house.room("core/thing").append("src/core/rule/totals.c", '#include "core/thing.h"'))
    yield breach(rule, "a wing that nobody knows", a_room("core/extra/thing"))
    yield allowed("a wing that includes one below", a_room("core/thing", '"core/rule/totals.h"'))


def rooms_of_rules():
    rule = "the rooms of the rules do not include each other"
    yield breach(rule, "in a source", appended("src/core/rule/totals.c", '#include "core/rule/tie-out.h"'))
    yield breach(rule, "in a header", appended("src/core/rule/totals.h", '#include "core/rule/tie-out.h"'))
    yield breach(rule, "in a wing below", a_room("core/rule/deep/daily", '"core/rule/tie-out.h"'))
    yield breach(rule, "listed without need", dropped("src/core/rule/credit-days.c", "waterfall"))
    yield breach(rule, "a room that is named and gone", nothing, rule_rooms="balance-row gone")
    yield breach(rule, "rooms that are named", appended("src/core/record/balance-row.c", '#include "core/record/position.h"'),
                 rule_rooms="balance-row position")


def circles():
    rule = "no circle of includes"
    yield breach(rule, "of two", lambda house: house.append(
        "src/core/record/balance-row.h", '#include "core/record/position.h"').append(
        "src/core/record/position.c", '#include "core/record/balance-row.h"'))
    yield breach(rule, "of three, through folders", lambda house: house.append(
        "src/output/text/text-table.h", '#include "output/report-json.h"').append(
        "src/output/report-json.c", '#include "output/text/pages.h"'))
    yield breach(rule, "a listed one that grows", lambda house: house.room(
        "input/billing/thing", '"input/billing/header.h"').append(
        "src/input/billing/header.h", '#include "input/billing/thing.h"'))
    yield breach(rule, "listed without need", dropped("src/input/billing/header-kind.c", "header.h"))


def rooms_of_26(house):
    for number in range(1, 27):
        house.room(f"output/journal/letter-{number}")


def houses_and_rooms():
    yield breach("no two rooms have one name", "in two folders", a_room("output/text/position"))

    rule = "no folder holds more than 25 rooms"
    yield breach(rule, "one with 26", rooms_of_26)
    yield breach(rule, "listed without need", lambda house: house.remove("src/output/html/html-a.h").drop(
        "src/output/html/README.md", "html-a"))

    rule = "each wing has a README with a line for each room"
    yield breach(rule, "no README", removed("src/input/rows/README.md"))
    yield breach(rule, "no line", dropped("src/input/bytes/README.md", "gzip"))
    yield breach(rule, "a line for a room that is gone", appended("src/input/bytes/README.md", "| `removed` | what it was |"))
    yield breach(rule, "two lines", appended("src/input/bytes/README.md", "* `source`: again"))
    yield breach(rule, "a wing that is named and gone", nothing, wings="src/base src/core/gone")
    yield allowed("no README where no wing is named", removed("src/input/rows/README.md"), wings="src/base")
    yield allowed("no README as long as no wing is named", removed("src/base/README.md"), wings="")


def functions():
    header = "src/core/record/position.h"
    rule = "exported functions begin with the name of their room"
    yield breach(rule, "another name", appended(header, "void posit (int one);"))
    yield breach(rule, "the name goes on", appended(header, "void positions_new (void);"))
    yield breach(rule, "attributes and several lines",
                 appended(header, "G_GNUC_PRINTF (1, 2)", "char *", "text_of (const char *form,", "  ...);"))
    yield breach(rule, "an inline function", appended(header, "static inline int", "one (void)", "{", "  return 1;", "}"))
    yield breach(rule, "listed without need", dropped("src/base/slice.h", "ascii"))
    yield breach(rule, "listed for another room", appended("src/base/decimal.h", "char ascii_lower (char letter);"))
    yield allowed("exactly the name of the room", appended(header, "int position (void);"))
    yield allowed("a macro with many words", appended(header, "ANY_MACRO (Position, position, a, b, c, d, e);"))

    rule = "no function has more than 6 parameters"
    yield breach(rule, "a static one", appended(
        "src/app/option/options.h", "static void", "options_many (int a, int b,", "  int c, int d, /* , */ int e, int f,",
        "  void (*g) (int, int))", "{", "}"))
    yield breach(rule, "a declared one", appended(header, "void position_new (int, int, int, int, int, int, int);"))
    yield breach(rule, "listed without need", dropped("src/input/billing/header.c", "set_twice"))
    yield allowed("a function as parameter has its own", appended(
        header, "void position_sort (int (*one) (int, int, int, int), int (*other) (int, int, int, int));"))


def lengths():
    source = "src/core/record/position.c"
    rule = "no function is longer than 60 lines"
    yield breach(rule, "one of 61", appended(source, *long_function(61)))
    yield breach(rule, "braces that do not match",
                 appended(source, "#ifdef ONE", "void a (void) {", "#else", "void b (void) {", "#endif", "}"))
    with_braces = long_function(61)
    with_braces[9] = '  text ("} {", 34, /* } { */ 1);'
    yield breach(rule, "a brace in a string does not end one", appended(source, *with_braces))

    rule = "no file is longer than 400 lines"
    yield breach(rule, "one of 401", appended("src/app/option/options.c", *work(1)))
    yield breach(rule, "a header", appended("src/core/report/finding-table.h", *["enum { ONE };"] * 401))


def foreign(rule, header, owner):
    """Somebody else, one whose name looks alike, nobody."""
    yield breach(rule, "another room", a_room("input/deep/er/thing", f"<{header}>"))
    yield breach(rule, "a name that ends alike", a_room("input/not-" + os.path.basename(owner), f"<{header}>"))
    yield breach(rule, "nobody", dropped(f"src/{owner}.c", re.escape(header)))


def owners():
    rule = "only csv-judge knows libcsv"
    yield from foreign(rule, "csv.h", "input/rows/csv-judge")
    yield breach(rule, "a name that begins alike", a_room("input/rows/csv-judge-two", "<csv.h>"))
    yield breach(rule, "its header", appended("src/input/rows/csv-judge.h", "#include <csv.h>"))
    yield from foreign("only decimal knows GMP", "gmp.h", "base/decimal")
    yield from foreign("only gzip-stream and xlsx-zip know zlib", "zlib.h", "input/bytes/gzip-stream")
    yield from foreign("only http-client knows libcurl", "curl/curl.h", "fetch/http-client")
    yield from foreign("only igzip-stream knows isa-l", "isa-l/igzip_lib.h", "input/bytes/igzip-stream")
    yield from foreign("only source knows libcrypto", "openssl/evp.h", "input/bytes/source")
    yield from foreign("only text-table knows libsmartcols", "libsmartcols/libsmartcols.h", "output/text/text-table")
    yield from foreign("only database knows SQLite", "sqlite3.h", "store/database")
    rule = "only archive-stream knows libarchive"
    yield breach(rule, "another room", a_room("input/deep/thing", "<archive_entry.h>"))
    yield breach(rule, "another room, by its table", a_room("output/text/thing", '"base/late/archive-library.h"'))
    yield breach("only source knows libcrypto", "another room, by its table",
                 a_room("output/text/thing", '"base/late/crypto-library.h"'))
    yield breach("only manifest and report-file know json-c", "another room", a_room("input/deep/thing", "<json_object.h>"))


def amounts():
    rule = "amounts are exact: no binary fractions"
    for place in ("base/decimal.c", "core/rule/totals.h", "output/xlsx/xlsx-cell.h", "output/xlsx/xlsx-number.c"):
        yield breach(rule, f"in {place}", appended(f"src/{place}", "typedef double Amount;"))
    yield breach(rule, "GLib's", appended("src/output/xlsx/report-xlsx.c", "typedef gfloat Amount;"))
    yield breach(rule, "as text", appended("src/output/xlsx/xlsx-number.c", "/* g_ascii_formatd (text) */"))
    yield breach("only workbooks round to what their cells hold", "another room includes it",
                 a_room("output/text/thing", '"output/xlsx/xlsx-number.h"'))


def calls():
    rule = "no lenient or unbounded functions of C"
    for call in ('sprintf (text, "x")', "atoi (text)", "strcpy (one, other)", "g_ascii_strtod (text, NULL)",
                 "system (text)", "g_error_free (error)"):
        yield breach(rule, call, appended("src/input/bytes/source.c", f"/* {call} */"))
    yield breach(rule, "in xlsx-number", appended("src/output/xlsx/xlsx-number.c", "/* strtod (text) */"))

    yield breach("only app, before there are threads, reads numbers by GLib", "below app",
                 appended("src/output/text/pages.c", "/* g_ascii_string_to_signed (text) */"))

    rule = "only app prints"
    for place in ("base/slice", "core/rule/totals", "input/bytes/source", "output/text/pages", "store/history"):
        yield breach(rule, f"printf in {place}", appended(f"src/{place}.c", "/* printf (text) */"))
    yield breach(rule, "stderr in a header", appended("src/input/manifest.h", "/* stderr */"))

    rule = "threads begin in worker alone, where they get what want of memory needs"
    yield breach(rule, "g_thread_try_new in core", appended("src/core/rule/totals.c", "/* g_thread_try_new (name) */"))
    yield breach(rule, "pthread_create in input", appended("src/input/bytes/source.c", "/* pthread_create (x) */"))

    rule = "libraries are opened in late-library alone"
    yield breach(rule, "dlopen in input", appended("src/input/bytes/source.c", "/* dlopen (name) */"))
    yield breach(rule, "dlsym in base", appended("src/base/decimal.c", "/* dlsym (x) */"))

    rule = "core and base know no files, clock, locale or environment"
    for place in ("base/slice", "core/rule/totals", "core/record/position"):
        yield breach(rule, f"getenv in {place}", appended(f"src/{place}.c", "/* getenv (name) */"))
    yield breach(rule, "<time.h> in base", appended("src/base/slice.h", "#include <time.h>"))
    yield breach(rule, "fopen in core", appended("src/core/record/balance-row.c", "/* fopen (name) */"))


def tests_and_makefile():
    rule = "every room below app has its test"
    for place in ("base/slice", "core/record/position", "input/bytes/source", "store/history"):
        folder, name = os.path.split(place)
        yield breach(rule, place, removed(f"tests/{folder}/test-{name}.c"))
    yield breach(rule, "the test of another room", lambda house: house.move(
        "tests/base/test-slice.c", "tests/base/test-slices.c").append("Makefile.am", "tests/base/test-slices"))
    yield allowed("a test in another folder", lambda house: house.move(
        "tests/base/test-slice.c", "tests/test-slice.c").append("Makefile.am", "tests/test-slice"))

    rule = "Makefile.am lists every source and every test"
    for word in ("src/base/slice.c", "src/input/bytes/source.h", "tests/base/test-slice", "tests/input/sample-row.h"):
        yield breach(rule, word, lambda house, word=word: house.change("Makefile.am", re.escape(word) + "( |$)", r"\1"))
    yield breach(rule, "a comment", lambda house: house.change("Makefile.am", "^(.*slice)", r"# \1"))
    yield breach(rule, "a fragment that is not included", dropped("Makefile.am", "^include"))
    yield breach(rule, "a comment in a fragment", lambda house: house.put(
        "src/base/commented.h", "#include <glib.h>\n").append("src/base/README.md", "- `commented`: x"))


def golden_cases():
    rule = "every golden case has a cmd"
    yield breach(rule, "a case", appended("testdata/golden/new-case/expected.out", "x"))
    yield breach(rule, "a case in a family", removed("testdata/golden/findings/near-miss/cmd"))
    yield breach(rule, "a file in a family", appended("testdata/golden/findings/expected.out", "x"))


def form():
    source, header, test = "src/core/record/position.c", "src/core/record/position.h", "tests/base/test-slice.c"
    rule = "config.h is what every source includes first"
    yield breach(rule, "another is first", lambda house: house.change(source, r"\A.*", "#include <glib.h>"))
    yield breach(rule, "there is none", lambda house: house.drop("src/base/decimal.c", "include").append(
        "src/base/decimal.c", "#include <gmp.h>"))
    yield breach(rule, "no include at all", lambda house: house.put("src/store/history.c", "int one;\n"))

    rule = "nothing is left over"
    yield breach(rule, "in a source", appended(source, "/* TO" "DO: more */"))
    yield breach(rule, "in a test", appended(test, "/* FIX" "ME */"))
    yield breach(rule, "in a header of the tests", appended("tests/input/sample-row.h", "/* X" "XX */"))

    rule = "no trailing blanks, tabs or carriage returns"
    yield breach(rule, "a blank", appended(source, "int one; "))
    yield breach(rule, "a tab", appended(header, "int\tone;"))
    yield breach(rule, "a carriage return", appended(header, "int one;\r"))
    yield breach(rule, "in a test", appended(test, "int one; "))


CASES = [case for cases in (layers, wings, rooms_of_rules, circles, houses_and_rooms, functions, lengths, owners, amounts,
                            calls, tests_and_makefile, golden_cases, form) for case in cases()]


## What the rules say.


class Tap:
    """The tests so far."""

    def __init__(self):
        self.number, self.failed = 0, False

    def result(self, right, name, why=()):
        self.number += 1
        if not right:
            self.failed = True
            for line in why:
                print(f"# {line}")
        print(f"{'ok' if right else 'not ok'} {self.number} - {name}")


def failing(verdicts):
    return [verdict.rule for verdict in verdicts if not verdict.holds]


def reasons(verdicts):
    return [line for verdict in verdicts if not verdict.holds for line in verdict.tap(0)]


def on_disk(house, folder):
    for path, text in house.items():
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        with open(os.path.join(folder, path), "w", encoding="utf-8", newline="") as file:
            file.write(text)


def judge_cases(tap, house):
    """Which rules have been seen to fail."""
    seen = set()
    for case in CASES:
        planted = house.copy()
        case.plant(planted)
        verdicts = tidy.judge(planted, case.house)
        wanted = [case.rule] if case.rule else []
        right = failing(verdicts) == wanted
        tap.result(right, case.name, reasons(verdicts))
        if right:
            seen.update(wanted)
    return seen


def judge_places(tap, house):
    """Each line that offends is told with its file and number, once."""
    test = "tests/base/test-slice.c"
    planted = house.copy().append(test, "int\tone\t;", "", "int two; ")
    said = [line for verdict in tidy.judge(planted, SMALL) for line in verdict.offences]
    tap.result(said == [f"{test}:2:int\tone\t;", f"{test}:4:int two; "], "offences are told with their places", said)


def judge_nothing(tap, rules):
    verdicts = tidy.judge(SmallHouse({"Makefile.am": "\n"}), SMALL)
    tap.result(failing(verdicts) == rules and not any(verdict.looked for verdict in verdicts),
               "without sources every rule fails", reasons(verdicts))


def judge_folders(tap, house, rules):
    """What stands in files is judged alike, and what tidy.sh prints is TAP."""
    with tempfile.TemporaryDirectory() as folder:
        on_disk(house, folder)
        verdicts = tidy.judge(tidy_tree.Folder(folder), SMALL)
        tap.result(verdicts == tidy.judge(house, SMALL) and not failing(verdicts), "a house in files", reasons(verdicts))
    with tempfile.TemporaryDirectory() as folder:
        said = subprocess.run(["sh", os.path.join(ROOT, "build-aux", "tidy.sh")], env=dict(os.environ, SRCDIR=folder),
                              stdout=subprocess.PIPE, encoding="utf-8", check=False)
        lines = [line for line in said.stdout.splitlines() if not line.startswith("# ")]
        wanted = [f"not ok {number} - {rule}" for number, rule in enumerate(rules, 1)] + [f"1..{len(rules)}"]
        tap.result(said.returncode == 1 and lines == wanted, "tidy.sh over an empty folder", said.stdout.splitlines())


def main():
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    tap = Tap()
    house = build()
    verdicts = tidy.judge(house, SMALL)
    rules = [verdict.rule for verdict in verdicts]
    tap.result(not failing(verdicts), "a house that keeps all rules passes", reasons(verdicts))
    seen = judge_cases(tap, house)
    judge_places(tap, house)
    judge_nothing(tap, rules)
    judge_folders(tap, house, rules)
    unseen = [rule for rule in rules if rule not in seen]
    tap.result(rules and not unseen, "each rule has been seen to fail", unseen)
    print(f"1..{tap.number}")
    return tap.failed


sys.exit(main())
