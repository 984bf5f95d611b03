#!/usr/bin/env python3
"""Our exact decimals beside Python's fractions (and, within reckon.c, beside GMP's) on random numbers and those at limits.

    python3 compare_decimals.py RECKON SEED COUNT

Prints how many operations agree; ends with 1 if any differs.
"""

import random
import re
import subprocess
import sys
import tempfile
from fractions import Fraction

BATCH = 50000
DIGITS_MAX = PLACES_MAX = 38
NUMBER = re.compile(r"'?([+-]?)([0-9]+)?(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?")
EDGES = [
    *("0 0.00 -0 1 -1 0.01 -0.01 0.005 -0.005 0.004999999999 0.5 1.5 2.5 -0.5 99999999999999999999.995 1E37 -1E37 1E-38 0.0071".split()),
    *(str(sign * (2**bits + off)) for bits in (31, 32, 63, 64, 65, 96, 126) for off in (-1, 0, 1) for sign in (1, -1)),
    "9" * 38, "0." + "9" * 38, "-" + "9" * 19 + "." + "9" * 19, "1" + "0" * 37, "0." + "0" * 37 + "1", "18446744073709551615.99", "184467440737095516.15",
]
ODD = ["", "'", "-", "+", ".", "e5", "1e", "1e+", "--1", "1-", "1.2.3", "1,5", "1 000", "0x10", "inf", "nan", "1E38", "1E-39", "0E99", "0e-99", "1E999999999999", "١", "'-'1", "''1",
       "'1", "'-1.50", "+.5", "5.", "-.", "1e0.5", "00001", "1E+0037", "10E36", "0.1E38", "100E36", "1" * 39, "1" + "0" * 38, "0." + "0" * 38 + "1", "1." + "0" * 60]


def digits(rng, most):
    return "".join(rng.choices("0123456789" if rng.random() < 0.8 else "09", k=rng.randrange(1, most + 1)))


def number(rng):
    kind = rng.random()
    if kind < 0.15:
        return rng.choice(EDGES)
    sign = rng.choice(["", "", "-"])
    if kind < 0.55:  # money
        return f"{sign}{rng.randrange(10 ** rng.randrange(1, 12))}.{rng.randrange(100):02d}"
    if kind < 0.75:  # a price, a rate, a quantity
        return f"{sign}{rng.randrange(10 ** rng.randrange(1, 6))}.{digits(rng, 16)}"
    whole = digits(rng, 38)
    at = rng.randrange(len(whole) + 1)
    return f"{sign}{whole[:at] or '0'}.{whole[at:]}" if at < len(whole) else sign + whole


def odd_text(rng):
    """What may be a number or not: digits and marks in any order."""
    if rng.random() < 0.3:
        return rng.choice(ODD)
    if rng.random() < 0.5:
        return rng.choice(["", "'", "+", "-", "'-"]) + number(rng).lstrip("-") + rng.choice(["", "", f"e{rng.randrange(-45, 45)}", f"E+{rng.randrange(40)}"])
    return "".join(rng.choices("0123456789.,-+eE' ", weights=[3] * 10 + [3, 1, 1, 1, 1, 1, 1, 0.3], k=rng.randrange(1, 14)))


def held(text, mark):
    """-> the number that the contract sees in a text, or None"""
    if mark == ",":
        if "." in text:
            return None
        text = text.replace(",", ".")
    found = NUMBER.fullmatch(text)
    if not found or not (found[2] or found[3]) or not text.isascii():
        return None
    whole = int((found[2] or "") + (found[3] or ""))
    exponent = int(found[4] or 0) - len(found[3] or "")
    if whole == 0:
        return Fraction(0)
    while whole % 10 == 0:
        whole, exponent = whole // 10, exponent + 1
    length = len(str(whole)) + max(exponent, 0)
    if length > DIGITS_MAX or -exponent > PLACES_MAX:
        return None
    return (-1 if found[1] == "-" else 1) * Fraction(whole) * Fraction(10) ** exponent


def written(value, places=0):
    """Digits, a point, as many decimals as there are and so many at least."""
    scale, denominator = 0, value.denominator
    while denominator % 10 == 0:
        scale, denominator = scale + 1, denominator // 10
    while denominator % 2 == 0 or denominator % 5 == 0:
        scale, denominator = scale + 1, denominator // (2 if denominator % 2 == 0 else 5)
    while (value * 10**scale).denominator != 1:
        scale += 1
    while scale > 0 and (value * 10 ** (scale - 1)).denominator == 1:
        scale -= 1
    scale = max(scale, places)
    text = str(abs(value * 10**scale).numerator).rjust(scale + 1, "0")
    return ("-" if value < 0 else "") + (text[:-scale] + "." + text[-scale:] if scale else text)


def rounded(value, places, how):
    scaled = abs(value) * 10**places
    whole = (2 * scaled + 1) // 2 if how == "H" else scaled // 1
    return (-1 if value < 0 else 1) * Fraction(whole) / 10**places


def sign(value):
    return str((value > 0) - (value < 0))


def operation(rng):
    """-> (line, expected)"""
    kind = rng.randrange(13)
    if kind == 0:
        mark = rng.choice(".,")
        text = odd_text(rng)
        value = held(text, mark)
        return f"parse{'-comma' if mark == ',' else ''} {text}", "refused" if value is None else written(value)
    texts = [number(rng) for _ in range(4)]
    a, b, c, d = (held(text, ".") for text in texts)
    if rng.random() < 0.1:
        texts[1], b = texts[0], a
    two = f"{texts[0]} {texts[1]}"
    places, how = rng.choice([0, 1, 2, 2, 2, 3, 4, 8, 12]), rng.choice("TH")
    if kind <= 2:
        return f"add {two}", written(a + b)
    if kind == 3:
        return f"subtract {two}", written(a - b)
    if kind == 4:
        return f"multiply {two}", written(a * b)
    if kind == 5:
        return f"compare {two}", sign(a - b)
    if kind == 6:
        return f"least {two}", written(min(a, b))
    if kind == 7:
        return f"products {' '.join(texts)}", written(a * b + c * d)
    if kind == 8:
        if rng.random() < 0.3:
            texts[2:], c, d = texts[1::-1], b, a
        return f"compare-products {' '.join(texts)}", sign(a * b - c * d)
    if kind == 9:
        return (f"canonical {two}", str(int(abs(a) == abs(b)))) if rng.random() < 0.5 else (f"text {texts[0]} {places}", written(a, places))
    if kind == 10:
        return f"round {texts[0]} {places} {how}", written(rounded(a, places, how))
    if kind == 11 and c != 0:
        return f"divide {two} {texts[2]} {places} {how}", written(rounded(a * b / c, places, how))
    value = rounded(a * b, places, how)
    if rng.random() < 0.4:
        value += Fraction(rng.choice([1, -1]), 10**places)
    if held(written(value), ".") is None:
        value = Fraction(0)
    expected = int(value == rounded(a * b, places, how))
    return f"is-rounded {written(value)} {two} {places} {how}", str(expected)


def main():
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    rng, left, agree, differ = random.Random(f"decimals {sys.argv[2]}"), int(sys.argv[3]), 0, 0
    while left > 0:
        cases = [operation(rng) for _ in range(min(left, BATCH))]
        left -= len(cases)
        with tempfile.TemporaryFile() as stream:
            stream.write("".join(line + "\n" for line, _ in cases).encode())
            stream.seek(0)
            done = subprocess.run([sys.argv[1]], stdin=stream, stdout=subprocess.PIPE, check=False)
        found = done.stdout.decode().splitlines()
        if done.returncode != 0 or len(found) != len(cases):
            print(f"the reckoner ended with {done.returncode} after {len(found)} of {len(cases)}: {cases[min(len(found), len(cases) - 1)]}")
            differ += 1
        for (line, expected), result in zip(cases, found):
            agree += result == expected
            if result != expected:
                differ += 1
                print(f"{line}: expected {expected}, found {result}")
    print(f"{agree} agree, {differ} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
