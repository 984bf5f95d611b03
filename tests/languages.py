"""languages.py figures ENGLISH OTHER: whether two texts have the same numbers and codes, whatever the
order and however numbers are grouped and dates written.
languages.py complete POT PO: whether the catalog has a translation of every text.
languages.py figures-line POT PO...: how much of it each has, as a line for the log."""

import collections
import re
import sys


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def figures(text):
    """Runs of digits without zeros in front: of "1234.56", "1,234.56" and "1.234,56" the same two."""
    text = re.sub(r"(?<=\d)[.,\u00a0](?=\d{3}(?!\d))", "", text)
    codes = re.findall(r"\b(?:ACO|MCA|BEN)\d{3}\b", text)
    numbers = [run.lstrip("0") for run in re.findall(r"\d+", text)]
    return collections.Counter(codes + numbers)


def entries(path):
    """{(context, text): [translation, ...]} of the entries that are used; fuzzy ones have none."""
    found = {}
    for block in re.split(r"\n\s*\n", read(path)):
        lines = [line for line in block.split("\n") if not line.startswith("#~")]
        parts, key = {}, None
        for line in lines:
            match = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) "(.*)"$', line)
            if match:
                key = match[1]
                parts[key] = match[2]
            elif line.startswith('"') and key:
                parts[key] += line[1:-1]
        if parts.get("msgid"):
            fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in lines)
            said = [parts[key] for key in parts if key.startswith("msgstr")]
            found[parts.get("msgctxt"), parts["msgid"]] = [] if fuzzy else [text for text in said if text]
    return found


def missing(pot, po):
    said = entries(po)
    return [text for text in entries(pot) if not said.get(text)]


def main(what, *paths):
    if what == "figures":
        english, other = (figures(read(path)) for path in paths)
        for only, where in ((english - other, "English"), (other - english, "the other")):
            for figure, count in sorted(only.items()):
                print("%s: %d more in %s" % (figure, count, where))
        return english != other
    if what == "complete":
        lacks = missing(*paths)
        for _, text in lacks:
            print("not translated: " + text)
        return bool(lacks)
    texts = entries(paths[0])
    print("# figures: texts=%d %s" % (len(texts), " ".join(
        "%s=%d" % (re.search(r"(\w+)\.po$", path)[1], len(texts) - len(missing(paths[0], path)))
        for path in paths[1:])))
    return False


sys.exit(main(*sys.argv[1:]))
