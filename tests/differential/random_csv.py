"""Random texts of CSV, the same for the same seed: regular ones, ones with a damage, and soups of the bytes that mean something."""

import random

SOUP = [b'"', b'"', b'""', b",", b",", b"\n", b"\n", b"\r\n", b"\r", b"a", b"bc", b" ", b"\t", b";", "\u00e4".encode(), "\u682a".encode(), b"\0", b"\xff", b"\x1a"]
QUIET = [b"a", b"", b"12.50", b"Contoso", b"-0.01", b" x ", b"2026-10-01", "M\u00fcnchen".encode(), "\u682a\u5f0f".encode(), b"'", b"\t", b" ", b"NULL", b"\x1a", b"\x0b"]
# what may stand between quotes
QUOTED = [b"a", b",", b'""', b"\n", b"\r\n", b"\r", b" ", b";", "\u00e9".encode(), b'"",""', b'""\n', b"\n\n", b",,", b"0123456789" * 6]
DAMAGES = [b'"', b'"', b",", b"\n", b"\r", b"\r\n", b"", b"\0", b"\xe4", b"x", b"\xef\xbb\xbf", b"\x1a"]
SEPARATORS = [b";", b"\t", b"|", b",", b" ", b":", "\u00a6".encode(), "\u3001".encode()]
CHUNK = 64


def soup(rng):
    quiet = [b"a"] * rng.choice([0, 10, 40, 200])
    return b"".join(rng.choices(SOUP + quiet, k=rng.choice([1, 3, 8, 30, 80, 200])))


def cell(rng, separator):
    kind = rng.random()
    if kind < 0.6:
        return rng.choice(QUIET).replace(separator, b"_")
    if kind < 0.9:
        return b'"' + b"".join(rng.choices(QUOTED, k=rng.randrange(0, 4))) + b'"'
    if kind < 0.97:
        return b"x" * rng.choice([1, 7, 30, 62, 63, 64, 65, 127, 128, 129, 300])
    return b'"' + b"y" * rng.choice([60, 61, 62, 63, 64, 126, 127]) + rng.choice([b"", b'""', b"\n"]) + b'"'


def regular(rng, separator):
    ends = rng.choice([[b"\n"], [b"\r\n"], [b"\n", b"\r\n"]])
    columns, rows = rng.choice([1, 2, 3, 5, 12]), rng.choice([0, 1, 2, 4, 10, 25])
    is_ragged, blanks = rng.random() < 0.2, rng.choice([0, 0, 0.1, 0.4])
    lines = []
    for _ in range(rows):
        if rng.random() < blanks:
            lines.append(rng.choice(ends))
        count = rng.randrange(1, columns + 3) if is_ragged else columns
        lines.append(separator.join([cell(rng, separator) for _ in range(count)]) + rng.choice(ends))
    text = b"".join(lines)
    if text and rng.random() < 0.25:  # the last line has no end
        text = text[: -len(b"\r\n")] if text.endswith(b"\r\n") else text[:-1]
    return text


def at_the_border(rng, text):
    """What means something stands beside the end of a chunk of the scan."""
    places = [at for at, byte in enumerate(text) if byte in b'",\r\n']
    if not places:
        return text
    place = rng.choice(places)
    missing = (rng.randrange(CHUNK - 2, CHUNK + 3) - place) % CHUNK
    return b"p" * missing + text if text[:1] not in b'"' else b"p" * missing + b"," + text


def damaged(rng, text):
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(DAMAGES) + text[at + rng.choice([0, 0, 1, 2]) :]


def long_text(rng):
    """A cell or a record near its limit, and what lies beyond the first buffer."""
    kind = rng.randrange(4)
    if kind == 0:
        cell_length = 1024 * 1024 + rng.choice([-1, 0, 1])
        quote = rng.choice([b"", b'"'])
        return b"a,b\n" + quote + b"z" * cell_length + quote + b",1\n"
    if kind == 1:
        return b"a\n" + b",".join([b"z" * 1024 * 1023] * rng.choice([3, 4, 5])) + b"\n"
    if kind == 2:
        return b"a\n" + b"," * (4095 + rng.choice([-1, 0, 1])) + b"\n"
    border = 256 * 1024 + rng.randrange(-3, 4)
    row = b"k" * 1021 + b",1\n"
    return row * (border // 1024) + b"q" * (border % 1024) + rng.choice([b'"', b',"a\nb"\n', b"\r\n", b"\n", b',"', "\u00e4".encode()]) + b"\n,x\n"


def text_of(seed, number, with_long):
    rng = random.Random(f"csv {seed} {number}")
    if with_long and rng.random() < 0.0005:
        return long_text(rng)
    kind = rng.random()
    if kind < 0.25:
        return soup(rng)
    first, separator = b"", b","
    if rng.random() < 0.1:
        separator = rng.choice(SEPARATORS)
        first = rng.choice([b"sep=", b"SEP=", b"Sep="]) + separator + rng.choice([b"\n", b"\r\n"])
    text = regular(rng, separator)
    if not first and rng.random() < 0.3:
        text = at_the_border(rng, text)
    text = first + text
    if rng.random() < 0.06:
        text = b"\xef\xbb\xbf" + text
    if rng.random() < 0.05:
        text += b"\x1a"
    if kind > 0.65:
        text = damaged(rng, text)
    return text
