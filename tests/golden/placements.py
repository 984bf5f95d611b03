"""For golden cases of damaged input: puts the same damage into a balance report at its start, in
the middle and across the borders at which readers fill their buffers, and says what the program
makes of each.

  $PLACEMENTS rows AT [ARGUMENT...]
  $PLACEMENTS header AT [ARGUMENT...]
  $PLACEMENTS entry 0 [ARGUMENT...]
  $PLACEMENTS file 0 [ARGUMENT...]

  AT            the offending byte of the file "bad", counted from 0: it is what lies at the border,
                or right before or behind it
  ARGUMENT...   what the program is called with [reconcile --quiet --output out in]; in holds the
                file aco.csv, or for an entry the archive aco.tar.gz

Read from the working folder:

  bad           rows: the damaged lines, each with its end; every row has eleven cells, the last of
                an unknown column. header: the damaged names, without a comma at either end; unknown
                columns come before them. entry: a piece of a tar archive, header blocks and
                contents without the end. file: a file among good ones
  rest          header: the names behind the damaged ones, and the rows, which begin with the cells
                of the damaged ones

Placements with the same messages are told together, and so is a rejects.csv. Ends with the last
status.
"""

import gzip
import os
import shutil
import subprocess
import sys
import tarfile

HEADER = (b"CustomerId,InvoiceMonth,CreditName,CreditAmount,Status,BalanceAmount,CurrencyCode,AgreementID,EffectiveDate,"
          b"ExpiryDate,Note\n")
BORDERS = (65535, 65536, 65537, 262144)
COLUMNS_MAX = 3500
BLOCK = 512


def read(path):
    with open(path, "rb") as stream:
        return stream.read()


def write(path, *parts):
    with open(path, "wb") as stream:
        stream.write(b"".join(parts))


def row(series, number):
    return (b"c000000%d-0000-4000-8000-00000000%04d,2026-10,ACO,1.00,active,99.00,USD,"
            b"a000000%d-0000-4000-8000-00000000%04d,2026-09-01,2027-08-31,\n" % (series, number, series, number))


def rows(series, count):
    return b"".join(row(series, number) for number in range(count))


def rows_of(series, size):
    """As many good rows as make SIZE bytes exactly; the last has a note."""
    width = len(row(series, 0))
    count = max(size // width, 1)
    filled = rows(series, count)
    return filled[:-1] + b"x" * (size - len(filled)) + b"\n"


def columns_of(size):
    """The names of unknown columns, each with its comma, SIZE bytes of them."""
    width = 20 if size < COLUMNS_MAX * 20 else size // COLUMNS_MAX + 1
    names = []
    while size > 0:
        taken = size if size < 2 * width else width
        names.append((b"Extra%04d" % len(names)).ljust(taken - 1, b"x") + b",")
        size -= taken
    return b"".join(names)


def place_rows(before, behind):
    os.makedirs("in", exist_ok=True)
    write("in/aco.csv", HEADER, before, read("bad"), behind)


def place_header(size):
    """With SIZE bytes of unknown columns before the damage, and an empty cell for each of them."""
    names, lines = columns_of(size), read("rest").splitlines(keepends=True)
    cells = b"," * names.count(b",")
    os.makedirs("in", exist_ok=True)
    write("in/aco.csv", names, read("bad"), lines[0], *(cells + line for line in lines[1:]))


def entry(series, size):
    """A piece of a tar archive, SIZE bytes of it, with a good report."""
    data = HEADER + rows_of(series, size - BLOCK - len(HEADER))
    info = tarfile.TarInfo("good%d.csv" % series)
    info.size = len(data)
    return info.tobuf(tarfile.USTAR_FORMAT) + data + b"\0" * (-len(data) % BLOCK)


def place_entry(size):
    os.makedirs("in", exist_ok=True)
    before = entry(1, size) if size > 0 else b""
    write("in/aco.tar.gz", gzip.compress(before + read("bad") + entry(2, 1024) + b"\0" * 1024, mtime=0))


def place_file(name):
    shutil.rmtree("in", ignore_errors=True)
    os.mkdir("in")
    for series in (1, 2):
        write("in/good%d.csv" % series, HEADER, rows(series, 2))
    shutil.copy("bad", os.path.join("in", name))


def placements(mode, at):
    """Each placement by its name, when it is in its place."""
    if mode == "header":
        for name, size in (("first columns", 0), ("in the middle", 100),
                           *(("at byte %d" % border, border - at) for border in BORDERS)):
            place_header(size)
            yield name
    elif mode == "entry":
        for name, size in (("first entry", 0), ("in the middle", 2048), ("at byte 65024", 65024), ("at byte 65536", 65536)):
            place_entry(size)
            yield name
    elif mode == "file":
        for name in ("a.csv", "good1b.csv", "z.csv"):
            place_file(name)
            yield "as " + name
    else:
        some, others = rows(1, 500), rows(2, 500)
        place_rows(b"", others)
        yield "first record"
        place_rows(some, others)
        yield "in the middle"
        for border in BORDERS:
            place_rows(rows_of(1, border - len(HEADER) - at), rows(2, 3))
            yield "at byte %d" % border
        place_rows(some, b"")
        yield "at the end"


def try_it(arguments):
    """What the program says, and its status."""
    shutil.rmtree("out", ignore_errors=True)
    if os.path.exists("rejects.csv"):
        os.remove("rejects.csv")
    run = subprocess.run([os.environ["ACORECON"], *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    status = run.returncode if run.returncode >= 0 else 128 - run.returncode
    said = run.stdout + b"status %d\n" % status
    if os.path.exists("rejects.csv"):
        said += b"rejects.csv:\n" + read("rejects.csv")
    if os.path.exists("out"):
        said += b"something was written\n"
    return said, status


def main():
    mode, at, arguments = sys.argv[1], int(sys.argv[2]), sys.argv[3:] or ["reconcile", "--quiet", "--output", "out", "in"]
    before, status = None, 0
    for name in placements(mode, at):
        said, status = try_it(arguments)
        sys.stdout.buffer.write(b"== %s\n" % name.encode() + (b"the same\n" if said == before else said))
        before = said
    return status


if __name__ == "__main__":
    sys.exit(main())
