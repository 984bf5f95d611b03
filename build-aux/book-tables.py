"""The tables of the manual from those of the program: book-tables.py TABLES PAGE, the page on stdout.

TABLES is what tests/manual/print-tables prints: rows of cells behind the name of their table, separated by tabs. In
PAGE the table below a line `<!-- table NAME -->` gets the rows of that name: their cells in front, and behind them what
the page has written beside the same first cell. A row of which the page says nothing yet gets a "?", and status 1.
"""
import pathlib
import re
import sys


def cells_of(line):
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def filled(head, old, rows):
    """The lines of a table below its head."""
    width = len(cells_of(head))
    written = {cells_of(line)[0]: cells_of(line) for line in old}
    for cells in rows:
        cells = [cell.replace("|", "\\|") for cell in cells][:width]
        beside = written.get(cells[0], [])[len(cells):] or ["?"] * (width - len(cells))
        yield "| " + " | ".join(cells + beside) + " |"


def replaced(lines, tables):
    at = 0
    while at < len(lines):
        yield lines[at]
        marker = re.fullmatch(r"<!-- table (\S+) -->", lines[at])
        at += 1
        if not marker:
            continue
        if marker[1] not in tables:
            sys.exit(f"book-tables: there is no table {marker[1]}")
        while not lines[at].startswith("|"):  # what the table is about
            yield lines[at]
            at += 1
        yield from lines[at:at + 2]
        end = at + 2
        while end < len(lines) and lines[end].startswith("|"):
            end += 1
        yield from filled(lines[at], lines[at + 2:end], tables[marker[1]])
        at = end


def main():
    tables = {}
    for line in pathlib.Path(sys.argv[1]).read_text().splitlines():
        name, *cells = line.split("\t")
        tables.setdefault(name, []).append(cells)
    page = list(replaced(pathlib.Path(sys.argv[2]).read_text().splitlines(), tables))
    print("\n".join(page))
    sys.exit(any(line.endswith("| ? |") for line in page))


main()
