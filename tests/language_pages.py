# SPDX-License-Identifier: MIT
"""language_pages.py page ENGLISH OTHER CODE: whether a page in another language has, where programs
look for them, the figures, days and words of the English one.
language_pages.py statement ENGLISH OTHER: whether the statements of two folders have the same amounts.
"""
import html
import os
import re
import sys

MACHINE = (r'<data value="([^"]*)">.*?</data>', r'<time datetime="([^"]*)">.*?</time>',
           r'<b class="[^"]*" data-name="([^"]*)">.*?</b>')
# Marks of groups of digits, and of decimals.
MARKS = {"en": (",", "."), "de": (".", ","), "ja": (",", "."), "nl": (".", ","), "ru": ("\u00a0", ",")}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def plain(cell):
    return html.unescape(re.sub(r"<[^>]*>", "", cell))


def cells(page):
    return re.findall(r"<td\b[^>]*>(.*?)</td>", page, re.S)


def of_programs(cell):
    for pattern in MACHINE:
        cell = re.sub(pattern, r"\1", cell, flags=re.S)
    return cell


def has_value(cell):
    return any(re.search(pattern, cell, re.S) for pattern in MACHINE)


def compare_pages(english, other, code):
    found, told = [], 0
    if '<html lang="%s">' % code not in other:
        found.append("its lang is not " + code)
    one, two = cells(english), cells(other)
    if len(one) != len(two):
        found.append("%d cells, and %d" % (len(one), len(two)))
    for a, b in zip(one, two):
        if has_value(b) and len(re.findall("<(?:data|time|b) ", b)) == 1:
            told += 1
            if not plain(of_programs(b)).startswith(plain(a).split(" ")[0]):
                found.append("%r is not %r" % (plain(of_programs(b)), plain(a)))
    if told < 100:
        found.append("only %d cells hold something for programs" % told)
    return found


def amounts(page):
    group, mark = MARKS[re.search(r'<html lang="(\w+)">', page)[1]]
    body = html.unescape(re.sub(r"<[^>]*>", " ", page[page.index("<main>"):]))
    pattern = r"-?\d{1,3}(?:%s\d{3})*%s\d{2,}" % (re.escape(group), re.escape(mark))
    return [text.replace(group, "").replace(mark, ".") for text in re.findall(pattern, body)]


def compare_statements(english, other):
    found = []
    for name in sorted(os.listdir(english)):
        if name.endswith(".html"):
            one, two = (sorted(amounts(read(os.path.join(folder, name)))) for folder in (english, other))
            if not one or one != two:
                found.append("%s: %s, and %s" % (name, one, two))
    return found


def main(what, english, other, *code):
    if what == "page":
        return compare_pages(read(english), read(other), *code)
    return compare_statements(english, other)


FOUND = main(*sys.argv[1:])
print("\n".join(FOUND))
sys.exit(1 if FOUND else 0)
