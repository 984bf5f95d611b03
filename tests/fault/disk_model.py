"""What a disk may hold after the power is cut while a command runs: made of a trace of its calls.

A file's bytes are safe when it was synced, a folder's entries when the folder was. What was not
synced may be lost or not: "safe" has only what is safe, "all" has everything (as after a kill),
"names" has all entries and only safe bytes, "torn" has safe entries and some of the writes.
"""
import os
import random
import re
import shutil

STRACE = ["strace", "-f", "--seccomp-bpf", "-yy", "-xx", "-s", "100000000"]
TRACED = ("openat,open,lseek,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,"
          "renameat2,mkdir,mkdirat,linkat")


class Folder:
    def __init__(self):
        self.now = {}
        self.safe = {}


class File:
    def __init__(self, data=b""):
        self.now = bytearray(data)
        self.safe = bytes(data)
        self.unsafe = []  # of (offset, bytes), or (length, None) where it is cut


def load(path):
    if os.path.isdir(path):
        folder = Folder()
        folder.now = {name: load(os.path.join(path, name)) for name in sorted(os.listdir(path))}
        folder.safe = dict(folder.now)
        return folder
    with open(path, "rb") as stream:
        return File(stream.read())


def store(path, node, pick_entries, pick_bytes):
    if isinstance(node, Folder):
        os.mkdir(path)
        for name, child in pick_entries(node).items():
            store(os.path.join(path, name), child, pick_entries, pick_bytes)
        return
    with open(path, "wb") as stream:
        stream.write(pick_bytes(node))


def put(data, offset, text):
    if text is None:
        del data[offset:]
        data.extend(b"\0" * (offset - len(data)))
        return
    data.extend(b"\0" * (offset - len(data)))
    data[offset:offset + len(text)] = text


def torn(chance, file):
    data = bytearray(file.safe)
    for offset, text in file.unsafe:
        if chance.random() < 0.5:
            put(data, offset, text)
    return bytes(data)


class Disk:
    """The folder ROOT, and what of it is safe."""

    def __init__(self, root, before):
        self.root = root
        self.tree = load(before)
        self.ends = {}  # where the next write() of a descriptor goes, by its number
        self.nameless = {}  # files of O_TMPFILE, by the number of their descriptor

    def find(self, path):
        """The folder that holds it and its name there; None outside ROOT."""
        path = os.path.normpath(path)
        if path == self.root:
            return None, ""
        if not path.startswith(self.root + "/"):
            return None, None
        *folders, name = path[len(self.root) + 1:].split("/")
        folder = self.tree
        for part in folders:
            folder = folder.now.get(part) if isinstance(folder, Folder) else None
            if folder is None:
                return None, None
        return folder, name

    def node(self, path):
        folder, name = self.find(path)
        if name == "":
            return self.tree
        return folder.now.get(name) if folder is not None else None

    def open_node(self, descriptor):
        nameless = self.nameless.get(number_of(descriptor))
        return nameless if nameless is not None else self.node(descriptor_path(descriptor))

    def apply(self, call, args, result):
        getattr(self, "do_" + {"open": "openat", "rename": "renameat2", "renameat": "renameat2",
                               "unlink": "unlinkat", "mkdir": "mkdirat", "fdatasync": "fsync"}
                .get(call, call))(args, result)

    def do_openat(self, args, result):
        path = descriptor_path(result)
        flags = next((a for a in args if "O_" in a), "")
        self.nameless.pop(number_of(result), None)
        self.ends[number_of(result)] = 0
        if "O_TMPFILE" in flags:
            self.nameless[number_of(result)] = File()
            return
        folder, name = self.find(path)
        if folder is None or not name:
            return
        if name not in folder.now and "O_CREAT" in flags:
            folder.now[name] = File()
        node = folder.now.get(name)
        if isinstance(node, File) and "O_TRUNC" in flags and node.now:
            put(node.now, 0, None)
            node.unsafe.append((0, None))

    def do_write(self, args, result):
        node = self.open_node(args[0])
        if not isinstance(node, File):
            return
        text = text_of(args[1])[:int(result)]
        number = number_of(args[0])
        offset = self.ends.get(number, 0)
        put(node.now, offset, text)
        node.unsafe.append((offset, text))
        self.ends[number] = offset + len(text)

    def do_lseek(self, args, result):
        self.ends[number_of(args[0])] = int(result)

    def do_pwrite64(self, args, result):
        node = self.open_node(args[0])
        if isinstance(node, File):
            text = text_of(args[1])[:int(result)]
            put(node.now, int(args[3]), text)
            node.unsafe.append((int(args[3]), text))

    def do_ftruncate(self, args, _):
        node = self.open_node(args[0])
        if isinstance(node, File):
            put(node.now, int(args[1]), None)
            node.unsafe.append((int(args[1]), None))

    def do_fsync(self, args, _):
        node = self.open_node(args[0])
        if isinstance(node, Folder):
            node.safe = dict(node.now)
        elif isinstance(node, File):
            node.safe = bytes(node.now)
            node.unsafe = []

    def do_unlinkat(self, args, _):
        folder, name = self.find(path_of(args, 0))
        if folder is not None and name:
            folder.now.pop(name, None)

    def do_mkdirat(self, args, _):
        folder, name = self.find(path_of(args, 0))
        if folder is not None and name:
            folder.now[name] = Folder()

    def do_linkat(self, args, _):
        source = re.fullmatch(r"/proc/self/fd/(\d+)", text_of(args[1]).decode())
        folder, name = self.find(path_of(args, 2))
        if source is not None and folder is not None:
            folder.now[name] = self.nameless.pop(source.group(1))

    def do_renameat2(self, args, _):
        second = next(i for i in range(1, len(args)) if path_arguments(args, i) is not None
                      and i > path_end(args, 0))
        source, name = self.find(path_of(args, 0))
        target, new = self.find(path_of(args, second))
        if source is None or target is None:
            return
        moved = source.now.pop(name)
        if any("RENAME_EXCHANGE" in a for a in args):
            source.now[name] = target.now[new]
        target.now[new] = moved

    def images(self, chance):
        everything = (lambda f: f.now), (lambda f: bytes(f.now))
        safe = (lambda f: f.safe), (lambda f: f.safe)
        yield "safe", safe
        yield "all", everything
        yield "names", (everything[0], safe[1])
        seed = chance.random()
        yield "torn", (safe[0], lambda f: torn(random.Random(seed), f))


def number_of(descriptor):
    return descriptor.split("<")[0]


def descriptor_path(text):
    found = re.match(r"\w+<(.*?)(?:<.*>)?>$", text, re.S)
    return text_of('"' + found.group(1) + '"').decode() if found else ""


def text_of(quoted):
    body = quoted[quoted.index('"') + 1:quoted.rindex('"')]
    if re.fullmatch(r"(\\x[0-9a-f]{2})*", body):
        return bytes.fromhex(body.replace("\\x", ""))
    return body.encode().decode("unicode_escape").encode("latin-1")


def path_arguments(args, start):
    """The descriptor before a path, or None, and the path; None: no path begins here."""
    if args[start].startswith('"'):
        return None, args[start]
    if start + 1 < len(args) and args[start + 1].startswith('"') and "<" in args[start]:
        return args[start], args[start + 1]
    return None


def path_end(args, start):
    return start if args[start].startswith('"') else start + 1


def path_of(args, start):
    base, path = path_arguments(args, start)
    path = text_of(path).decode()
    return path if base is None else os.path.join(descriptor_path(base), path)


def split_arguments(text):
    return re.findall(r'"(?:[^"\\]|\\.)*"(?:\.\.\.)?|[^",][^,"]*', re.sub(r",\s+", ",", text))


def calls(trace):
    """CALL, ARGUMENTS, RESULT of each call that went well, in the order in which they came back."""
    begun = {}
    with open(trace, encoding="latin-1") as stream:
        for line in stream:
            found = re.match(r"(\d+)\s+(.*)", line.rstrip("\n"))
            if found is None:
                continue
            process, text = found.groups()
            if text.endswith("<unfinished ...>"):
                begun[process] = text[:-len("<unfinished ...>")].rstrip()
                continue
            resumed = re.match(r"<\.\.\. \w+ resumed>(.*)", text)
            if resumed is not None:
                text = begun.pop(process) + resumed.group(1)
            found = re.match(r"(\w+)\((.*)\)\s+= (.+)$", text)
            if found is not None and not found.group(3).startswith(("-1", "?")):
                yield found.group(1), split_arguments(found.group(2)), found.group(3)


def images(made, before, root):
    """CALL, KIND and a function that writes it to a folder of each different disk, CALL being how many of the calls
    had come back. The function is for now: what comes next changes the disk."""
    disk = Disk(os.path.realpath(root), before)
    chance = random.Random(1)
    seen = set()
    for count, (call, args, result) in enumerate([(None, None, None)] + made):
        if call is not None:
            disk.apply(call, args, result)
        for kind, picks in disk.images(chance):
            held = hash(content(disk.tree, *picks))
            if held not in seen or count == len(made):
                seen.add(held)
                yield count, kind, lambda folder, picks=picks: store_into(folder, disk.tree, picks)


def store_into(folder, tree, picks):
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)
    for name, child in picks[0](tree).items():
        store(os.path.join(folder, name), child, *picks)


def content(node, pick_entries, pick_bytes):
    """Equal for disks that hold the same."""
    if isinstance(node, Folder):
        return tuple((name, content(child, pick_entries, pick_bytes))
                     for name, child in sorted(pick_entries(node).items()))
    return pick_bytes(node)
