"""The picture of a page for the manual: page-picture.py PAGE.html PICTURE.png, taken by chromium, in 16 colours.

It is small, and it is for people: nothing but the page itself is tested.
"""
import collections
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import zlib

WIDTH, HEIGHT = 1100, 900
COLOURS = 16
APART = 1500  # square of the least distance of two of them


def chunks(data):
    at = 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        yield kind, data[at + 8:at + 8 + length]
        at += 12 + length


def unfiltered(data, height, stride, size):
    """The bytes of the rows of a PNG: each was told as a difference to its neighbours."""
    before = bytearray(stride)
    for y in range(height):
        kind, row = data[y * (stride + 1)], bytearray(data[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        for x in range(stride):
            left = row[x - size] if x >= size else 0
            corner = before[x - size] if x >= size else 0
            above = before[x]
            nearest = min((left, above, corner), key=lambda value: abs(left + above - corner - value))
            row[x] = (row[x] + (0, left, above, (left + above) // 2, nearest)[kind]) & 255
        yield row
        before = row


def pixels(path):
    """Width, height and the colour of each pixel."""
    data = path.read_bytes()
    parts = list(chunks(data))
    width, height, depth, kind = struct.unpack(">IIBB", parts[0][1][:10])
    if depth != 8 or kind not in (2, 6):
        sys.exit("page-picture: chromium wrote another kind of picture")
    size = 3 if kind == 2 else 4
    rows = unfiltered(zlib.decompress(b"".join(part for name, part in parts if name == b"IDAT")), height, width * size, size)
    return width, height, [bytes(row[x:x + 3]) for row in rows for x in range(0, width * size, size)]


def distance(one, other):
    return sum((a - b) ** 2 for a, b in zip(one, other))


def palette(colours):
    chosen = []
    for colour, _ in collections.Counter(colours).most_common():
        if len(chosen) < COLOURS and all(distance(colour, other) > APART for other in chosen):
            chosen.append(colour)
    return chosen


def write(path, width, height, colours):
    chosen = palette(colours)
    nearest = {colour: min(range(len(chosen)), key=lambda i: distance(colour, chosen[i])) for colour in set(colours)}
    rows = bytearray()
    for y in range(height):
        row = [nearest[colour] for colour in colours[y * width:(y + 1) * width]] + [0] * (width % 2)
        rows.append(0)
        rows += bytes(row[x] << 4 | row[x + 1] for x in range(0, len(row), 2))
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)), (b"PLTE", b"".join(chosen)),
        (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""),
    ]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part)) for name, part in parts))


def main():
    page, picture = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        shot = pathlib.Path(folder, "shot.png")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}/profile",
             f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={shot}", f"file://{page}"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        write(picture, *pixels(shot))


main()
