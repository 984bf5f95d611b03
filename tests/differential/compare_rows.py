#!/usr/bin/env python3
"""Our CSV reader beside two strict ones, Python's csv and Perl's Text::CSV_XS, on random texts.

    python3 compare_rows.py READ_ROWS PERL_SCRIPT SEED COUNT SECONDS [--long]

Each text is read by all three, ours by every body of its scan, in pieces and in parts (see read-rows.c). The same rows, on the same
lines, or refused by all; but for what docs/spec.md section 2 says otherwise, which is told here without any of the readers:

* a NUL byte, text that is not UTF-8, a CR alone outside quotes: refused by ours, and the others are not asked;
* cells, records and columns beyond the limits: refused by ours;
* a byte-order mark, a first line `sep=X`, one 0x1A at the very end: the others do not see them;
* blank lines: no rows of ours, and the others' are passed over;
* a quote inside an unquoted cell: Python takes it for a character. Ours and Perl's refuse it;
* a quote and a 0 within quotes: Perl takes them for a NUL. Ours and Python's refuse them.

After so many SECONDS (0: never) no further batch is read. Prints how many texts were read alike, refused alike, and refused by ours for the former three; ends with 1 if any differs.
"""

import csv
import os
import re
import struct
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

import random_csv

CELL_MAX, RECORD_MAX, COLUMNS_MAX = 1024 * 1024, 4 * 1024 * 1024, 4096
BATCH = 2000
WORD = struct.Struct("<I")
csv.field_size_limit(1 << 30)


def blocks(parts):
    return b"".join(WORD.pack(len(part)) + part for part in parts)


def take_block(stream):
    head = stream.read(4)
    if len(head) != 4:
        raise EOFError
    (length,) = WORD.unpack(head)
    return stream.read(length)


def row_bytes(cells):
    return WORD.pack(len(cells)) + blocks(cells)


def has_lone_return(text):
    """Outside quotes, each quote taken for the beginning or the end of quotes."""
    return any(re.search(rb"\r(?!\n)", part) for part in outside(text))


def outside(text):
    parts = text.split(b'"')
    # a CR before a quote is alone, too
    return [part + (b'"' if at + 1 < len(parts) else b"") for at, part in enumerate(parts) if at % 2 == 0]


def bare(text):
    """-> (separator, text as others read it, how many lines were taken off its head)"""
    if text.startswith(b"\xef\xbb\xbf"):
        text = text[3:]
    if text.endswith(b"\x1a"):
        text = text[:-1]
    first = re.match(rb"sep=([^\r\n]{1,4})(?:\r?\n|$)", text, re.IGNORECASE)
    if first:
        try:
            separator = first[1].decode()
        except UnicodeDecodeError:
            return ",", text, 0
        if len(separator) == 1 and separator != '"':
            return separator, text[first.end() :], 1
    return ",", text, 0


def read_by_python(separator, text, lines_before):
    """-> (rows, lines), or None: refused"""
    rows, lines, last = [], [], 0
    pieces = text.decode().split("\n")
    reader = csv.reader([piece + "\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else []), strict=True, delimiter=separator)
    try:
        for cells in reader:
            if cells:
                rows.append(row_bytes([cell.encode() for cell in cells]))
                lines.append(last + 1 + lines_before)
            last = reader.line_num
    except csv.Error:
        return None
    return b"".join(rows), b"".join(WORD.pack(line) for line in lines)


def is_beyond_limits(rows):
    """Of rows as written by strict-rows.pl; only long ones are looked at."""
    if len(rows) < COLUMNS_MAX:
        return False
    at = 0
    while at < len(rows):
        (count,) = WORD.unpack_from(rows, at)
        at += 4
        total = count - 1
        for _ in range(count):
            (length,) = WORD.unpack_from(rows, at)
            at += 4 + length
            total += length
            if length > CELL_MAX:
                return True
        if count > COLUMNS_MAX or total > RECORD_MAX:
            return True
    return False


def judge(text, ours, perl):
    """-> (the class of the text, what differs or None)"""
    rows, lines, fault = ours
    try:
        text.decode()
        is_text = b"\0" not in text
    except UnicodeDecodeError:
        is_text = False
    separator, rest, lines_before = bare(text)
    if not is_text or has_lone_return(rest):
        return "bytes", None if fault else "ours reads what is no text"
    if perl[1]:
        return "refused", None if fault else f"Perl refuses it: {perl[1].decode()}"
    if is_beyond_limits(perl[0]):
        return "limits", None if fault else "ours reads what is beyond its limits"
    python = read_by_python(separator, rest, lines_before)
    if fault and b'"0' in rest and python is None:
        return "refused", None
    if fault:
        return "read", f"ours refuses it: {fault.decode()}"
    if rows != perl[0]:
        return "read", f"Perl reads other rows: {perl[0]!r}, and ours {rows!r}"
    if python != (rows, lines):
        return "read", f"Python reads {python!r}, and ours {(rows, lines)!r}"
    return "read", None


def run_over(command, inputs, path):
    """-> a stream of what the command says of these inputs"""
    with open(path, "wb") as stream:
        stream.writelines(inputs)
    with open(path, "rb") as stream, open(path + ".out", "wb") as out:
        subprocess.run(command, stdin=stream, stdout=out, check=True)
    return open(path + ".out", "rb")


def judge_all(read_rows, script, folder, texts):
    """The readers get many texts at once. -> (number, text, its class, what differs)"""
    numbered = list(texts)
    bared = [bare(text) for _, text in numbered]
    ours = run_over([read_rows, "csv", os.path.join(folder, "text.csv")], [blocks([text]) for _, text in numbered], os.path.join(folder, "ours"))
    perl = run_over(["perl", script], [blocks([separator.encode(), rest]) for separator, rest, _ in bared], os.path.join(folder, "perl"))
    with ours, perl:
        for number, text in numbered:
            yield number, text, *judge(text, [take_block(ours) for _ in range(3)], [take_block(perl) for _ in range(2)])


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    if len(words) != 5:
        print(__doc__, file=sys.stderr)
        return 2
    seed, count, counts, differ = words[2], int(words[3]), {"read": 0, "refused": 0, "bytes": 0, "limits": 0}, 0
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for first in range(1, count + 1, BATCH):
            if int(words[4]) and time.monotonic() - begin > int(words[4]):
                break
            numbers = range(first, min(first + BATCH, count + 1))
            texts = ((number, random_csv.text_of(seed, number, "--long" in sys.argv)) for number in numbers)
            for number, text, kind, found in judge_all(words[0], words[1], folder, texts):
                counts[kind] += 1
                if found:
                    differ += 1
                    print(f"seed {seed}, text {number}: {found[:2000]}\n  {text[:2000]!r}", flush=True)
    told = ", ".join(f"{counts[kind]} {kind}" for kind in counts)
    print(f"{sum(counts.values())} texts: {told}; {differ} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
