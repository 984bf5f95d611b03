"""Whether links lead somewhere: links.py PAGE..., a line for each that does not. Links to the net are not looked at."""
import pathlib
import re
import sys


def slug(title):
    """The anchor of a heading."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", title).strip().lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def prose(path):
    """Its text without blocks of code."""
    return re.sub(r"^```.*?^```$", "", path.read_text(), flags=re.M | re.S)


def anchors(path):
    text = prose(path)
    return {slug(title) for title in re.findall(r"^#+ (.*)$", text, re.M)} | set(re.findall(r'<a id="([^"]*)">', text))


def targets(path):
    """Of links and of pictures."""
    return re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", prose(path)))


def main():
    for name in sys.argv[1:]:
        page = pathlib.Path(name)
        for target in targets(page):
            if re.match(r"[a-z]+:", target):
                continue
            file, _, anchor = target.partition("#")
            path = page.parent / file if file else page
            if not path.exists():
                print(f"{name}: {target}: there is no such file")
            elif anchor and path.suffix == ".md" and anchor not in anchors(path):
                print(f"{name}: {target}: there is no such heading")


main()
