"""The functions of C sources, for tidy.py.

Reads what the house's formatter writes; names in capitals before a parenthesis are macros."""

import re
from typing import NamedTuple


class Function(NamedTuple):
    path: str
    line: int  # where it begins, with its type
    kind: str  # "declared", "defined", or "unreadable" where the braces do not match in the end
    name: str
    parameters: int
    lines: int  # from there to the closing brace; 0 for what is only declared


# In a directive a comment or a quotation mark means nothing; it is looked for first.
NO_CODE = re.compile(
    r"""^[ \t]*\#(?:[^\n]*\\\n)*[^\n]*
      | "(?:[^"\\\n]|\\[^\n])*"
      | '(?:[^'\\\n]|\\[^\n])*'
      | //[^\n]*
      | /\*(?:.*?\*/|.*)""", re.VERBOSE | re.MULTILINE | re.DOTALL)
MARK = re.compile(r"[{};]")
CALL = re.compile(r"([A-Za-z_][A-Za-z_0-9]*)[ \t]*\(")
TYPEDEF = re.compile(r"[ \t]*typedef[ \t]")
BARE_MACRO = re.compile(r"^G_DEFINE_[A-Z_]+ \([^()]*\)[ \t]*$")  # stands without a semicolon


def without(match):
    """What stands for a directive, a literal or a comment: as many lines. A comment that nothing closes
    leaves its beginning, which code() leaves nowhere else."""
    token = match[0]
    if token[0] in "\"'":
        return " "
    if token[:2] == "/*":
        closed = len(token) >= 4 and token.endswith("*/")
        return (" " if closed else "/*") + "\n" * token.count("\n")
    return " " if token[0] == "/" else "\n" * token.count("\n")


def code(text):
    """The text without comments, directives, and what strings and characters hold."""
    return NO_CODE.sub(without, text.replace("\r\n", "\n"))


def parameters_of(text):
    """How many stand in the parentheses that text begins with, and where these end."""
    count = nesting = 0
    for place, character in enumerate(text):
        if character == "(":
            nesting += 1
        elif character == ")":
            nesting -= 1
            if nesting == 0:
                break
        elif character == "," and nesting == 1:
            count += 1
    else:
        place = len(text)
    inner = text[1:place].strip(" \t")
    return (0 if inner in ("", "void") else count + 1), place + 1


def function_of(text):
    """Name and number of parameters of the function that text, outside of all braces, declares; the name
    is "" for anything else."""
    if TYPEDEF.match(text):
        return "", 0
    begin = 0
    while match := CALL.search(text, begin):
        if "=" in text[begin:match.start()]:
            break
        name = match[1]
        count, length = parameters_of(text[match.end() - 1:])
        if not name.startswith("__") and name != name.upper():
            return name, count
        begin = match.end() - 1 + length
    return "", 0


class Reader:
    """What is known of a file as far as it has been read."""

    def __init__(self, path):
        self.path = path
        self.found = []
        self.depth = 0  # of braces
        self.first_line = 0  # of text
        self.begin()

    def begin(self):
        """The next declaration."""
        self.text = ""  # what stands outside of all braces since the last one
        self.function = ("", 0)

    def add(self, piece, number):
        if not piece or piece.isspace():
            return
        if self.text:
            self.text += " " + piece
        else:
            self.first_line = number
            self.text = piece.lstrip(" \t")

    def tell(self, kind, lines):
        self.found.append(Function(self.path, self.first_line, kind, *self.function, lines))

    def mark(self, mark, number):
        if mark == "{":
            if self.depth == 0:
                self.function = function_of(self.text)
                self.add("{", number)
            self.depth += 1
        elif mark == "}":
            self.depth -= 1
            if self.depth == 0 and self.function[0]:
                self.tell("defined", number - self.first_line + 1)
                self.begin()
        elif self.depth == 0:
            self.function = ("", 0) if "{" in self.text or "=" in self.text else function_of(self.text)
            if self.function[0]:
                self.tell("declared", 0)
            self.begin()

    def line(self, line, number):
        place = 0
        for match in MARK.finditer(line):
            if self.depth == 0:
                self.add(line[place:match.start()], number)
            place = match.end()
            self.mark(match[0], number)
        if self.depth == 0:
            self.add(line[place:], number)
            if BARE_MACRO.match(self.text):
                self.text = ""


def functions_of(path, text):
    """All that the file of that text declares and defines."""
    reader = Reader(path)
    bare = code(text)
    for number, line in enumerate(bare.split("\n"), 1):
        reader.line(line, number)
    if reader.depth != 0 or "/*" in bare:
        reader.found.append(Function(path, text.removesuffix("\n").count("\n") + 1, "unreadable", "-", 0, 0))
    return reader.found
