"""A small house in wings that keeps all rules of build-aux/tidy.py, in memory: what planted.py changes."""

import re


class SmallHouse(dict):
    """{PATH: TEXT}, which answers as tidy_tree.Folder does. What changes it returns it, and fails where there is
    nothing to change: a breach that plants nothing would prove nothing."""

    def files(self, top):
        return [path for path in self if path.startswith(top + "/")]

    def text(self, path):
        return self.get(path)

    def copy(self):
        return SmallHouse(self)

    def put(self, path, text):
        self[path] = text
        return self

    def append(self, path, *lines):
        self[path] = self.get(path, "") + "".join(line + "\n" for line in lines)
        return self

    def change(self, path, pattern, replacement):
        self[path], count = re.subn(pattern, replacement, self[path], flags=re.MULTILINE)
        if not count:
            raise ValueError(f"{path} has no {pattern}")
        return self

    def drop(self, path, pattern):
        """Takes out the lines with the pattern."""
        return self.change(path, rf"^.*(?:{pattern}).*\n", "")

    def remove(self, path):
        """Takes out the file, or the folder with all that is in it."""
        gone = self.files(path) + [path] * (path in self)
        if not gone:
            raise ValueError(f"there is no {path}")
        for name in gone:
            del self[name]
        return self

    def move(self, path, to):
        self[to] = self.pop(path)
        return self

    def bare(self, path):
        """A place for the room src/PATH: its test, its lines in Makefile.am and the README."""
        folder, _, name = path.rpartition("/")
        self.put(f"tests/{folder}/test-{name}.c", '#include "config.h"\n')
        self.append(f"src/{folder}/README.md", f"- `{name}`: what it is.")
        return self.append("Makefile.am", f"house += src/{path}.c src/{path}.h tests/{folder}/test-{name}")

    def room(self, path, *inclusions):
        """A room that offends nobody."""
        name = path.rpartition("/")[2]
        visit = name.replace("-", "_") + "_visit (Visit visit, int one, int two, int three, int four, int five)"
        self.bare(path)
        self[f"src/{path}.h"] = self[f"src/{path}.c"] = ""
        self.append(f"src/{path}.h", "#include <glib.h>", "", f"/** What {name} is. */",
                    "typedef void (*Visit) (int, int, int, int, int, int, int);", f"void {visit};")
        self.append(f"src/{path}.c", '#include "config.h"', "", f'#include "{path}.h"')
        self.append(f"src/{path}.c", *(f"#include {inclusion}" for inclusion in inclusions))
        return self.append(f"src/{path}.c", "", "void", visit, "{", "  visit (one, two, three, four, five, 6, 7);", "}")


def work(count):
    return ["  work ();"] * count


def long_function(lines):
    """A function of so many lines, with the one for its type."""
    return ["", "static void", "long_one (void)", "{", *work(lines - 4), "}"]


def base_and_core(house):
    house.put("Makefile.am", "include $(srcdir)/src/base/local.mk\n")
    house.put("src/base/local.mk", "house += %D%/local.h # %D%/commented.h\n")
    house.put("src/base/local.h", "#include <glib.h>\n")
    house.append("src/base/README.md", "- `local`: in the fragment of its wing.")

    house.room("base/decimal", "<gmp.h>")
    house.room("base/slice").append("src/base/slice.h", "char ascii_lower (char letter);")
    house.room("base/recon-error").remove("tests/base/test-recon-error.c")
    house.room("core/record/position", '"base/slice.h"')
    house.room("core/record/balance-row", '"base/slice.h"')
    house.room("core/report/finding-table").append("src/core/report/finding-table.c", *work(500))
    house.room("core/rule/reckoning", '"core/record/position.h"')
    for rule in ("tie-out", "totals", "waterfall"):
        house.room(f"core/rule/{rule}", '"core/rule/reckoning.h"')
    house.room("core/rule/credit-days", '"core/rule/waterfall.h"')
    house.room("core/rule/reckon", '"core/rule/tie-out.h"', '"core/rule/totals.h"')


def input_and_output(house):
    house.room("input/manifest", "<json-c/json.h>", '"core/record/balance-row.h"')
    house.room("input/bytes/gzip-stream", "<zlib.h>")
    house.room("input/bytes/igzip-stream", "<isa-l/igzip_lib.h>")
    house.room("input/bytes/archive-stream", "<archive.h>", "<archive_entry.h>")
    house.room("input/bytes/source", "<openssl/evp.h>", '"input/bytes/gzip-stream.h"')
    house.append("src/input/bytes/source.c", "", "/* getenv (), which base and core may not */")
    house.room("input/rows/csv-judge", "<csv.h>")
    house.room("input/billing/header", '"input/billing/header-kind.h"')
    house.room("input/billing/header-kind", '"input/billing/header.h"')
    house.append("src/input/billing/header.c", "static void set_twice (int, int, int, int, int, int, int);")
    house.put("tests/input/sample-row.h", "#include <glib.h>\n")
    house.append("Makefile.am", "house += tests/input/sample-row.h")

    house.room("output/report-json")
    house.room("output/text/text-table", "<libsmartcols/libsmartcols.h>")
    house.room("output/text/pages", '"output/text/text-table.h"')
    house.room("output/xlsx/xlsx-number")
    house.room("output/xlsx/xlsx-cell", '"output/xlsx/xlsx-number.h"')
    house.room("output/xlsx/report-xlsx")
    for letter in "abcdefghijklmnopqrstuvwxyz":
        house.bare(f"output/html/html-{letter}").put(f"src/output/html/html-{letter}.h", "#include <glib.h>\n")
        house.remove(f"tests/output/html/test-html-{letter}.c")


def store_to_app(house):
    house.room("store/database", "<sqlite3.h>")
    house.room("store/history", '"core/record/position.h"', '"store/database.h"')
    house.room("fetch/http-client", "<curl/curl.h>")
    house.room("engine/option/plan", '"input/manifest.h"')
    house.room("engine/intake", '"engine/option/plan.h"', '"output/report-json.h"')
    house.room("library/library-job", '"engine/intake.h"')
    house.room("app/option/options", '"input/manifest.h"', '"store/history.h"').remove("tests/app/option/test-options.c")
    options = "src/app/option/options.c"
    house.append(options, 'static void say (void) { printf ("%d", 1); }', *long_function(60))
    house.append(options, *work(400 - house[options].count("\n")))


def golden_cases_and_lists(house):
    house.put("testdata/golden/README.md", "How to write one.\n")
    house.put("testdata/golden/findings/README.md", "How to find one.\n")
    house.put("testdata/golden/flat-case/cmd", "exit 0\n")
    house.put("testdata/golden/findings/near-miss/cmd", "exit 0\n")
    house.put("testdata/golden/findings/near-miss/in/deep/rows.csv", "Day\n")

    house.put("build-aux/tidy-circles.known", "header header-kind\n")
    house.put("build-aux/tidy-folders.known", "src/output/html\n")
    house.put("build-aux/tidy-names.known", "slice ascii_lower # lower case\n")
    house.put("build-aux/tidy-parameters.known", "header set_twice\n")
    house.put("build-aux/tidy-rules.known", "credit-days waterfall\n")


def build():
    house = SmallHouse()
    base_and_core(house)
    input_and_output(house)
    store_to_app(house)
    golden_cases_and_lists(house)
    return house
