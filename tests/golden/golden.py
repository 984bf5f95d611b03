"""golden.py GOLDEN CASE...: runs golden cases and compares what comes out; see tests/golden.sh.

A CASE is FAMILY/CASE below the folder GOLDEN. TAP on standard output. In one process, since
starting processes is most of the time of these tests: of a case that passes, the shell that runs
its cmd is the only one, but for sed where it has a filter.
"""

import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile

OURS = re.compile(r"(cmd|filter|expected\..*)\Z")
STATUS_OF_TIMEOUT = 124
STREAMS = ("out", "err")


def read(path, missing=b""):
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except FileNotFoundError:
        return missing


def write(path, data):
    with open(path, "wb") as stream:
        stream.write(data)


def content_of(path):
    """What is at PATH: a folder as its files by name, a file as its bytes, anything else as its type; None: nothing."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        return {name: content_of(os.path.join(path, name)) for name in os.listdir(path)}
    return read(path) if stat.S_ISREG(mode) else stat.S_IFMT(mode)


def is_nothing(content):
    """A folder without files is as good as none: git keeps no empty ones."""
    if isinstance(content, dict):
        return all(is_nothing(part) for part in content.values())
    return content is None


def are_alike(one, other):
    if isinstance(one, dict) and isinstance(other, dict):
        return all(are_alike(one.get(name), other.get(name)) for name in {*one, *other})
    return one == other or (is_nothing(one) and is_nothing(other))


class Case:
    """One run of a case: what was seen, in a copy of its folder, beside what is expected."""

    def __init__(self, golden, name, work, version):
        self.home = os.path.join(golden, name)
        self.run_place = os.path.join(work, "run")
        self.work = work
        self.version = version
        self.streams = {}
        self.status = 0

    def path(self, name):
        return os.path.join(self.home, name)

    def prepare(self):
        remove(self.run_place)
        os.mkdir(self.run_place)
        for name in os.listdir(self.home):
            source, target = self.path(name), os.path.join(self.run_place, name)
            if OURS.match(name):
                continue
            if os.path.isdir(source) and not os.path.islink(source):
                shutil.copytree(source, target, symlinks=True)
            else:
                shutil.copy(source, target, follow_symlinks=False)
        if not os.access(self.path("cmd"), os.W_OK):
            subprocess.run(["chmod", "-R", "u+w", self.run_place], check=True)  # of a tree that is read-only

    def run(self):
        self.prepare()
        shell = subprocess.Popen(["sh", self.path("cmd")], cwd=self.run_place, stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        try:
            out, err = shell.communicate(timeout=float(os.environ.get("GOLDEN_TIMEOUT", "300")))
            self.status = shell.returncode if shell.returncode >= 0 else 128 - shell.returncode
        except subprocess.TimeoutExpired:
            os.killpg(shell.pid, signal.SIGKILL)
            out, err = shell.communicate()
            self.status = STATUS_OF_TIMEOUT
        self.streams = {"out": self.filtered(self.masked(out)), "err": self.filtered(self.masked(err))}
        self.mask_files()

    def masked(self, data):
        """The version differs from commit to commit: it is called VERSION in what is expected."""
        return data.replace(self.version, b"acorecon VERSION")

    def mask_files(self):
        folder = os.path.join(self.run_place, "out")
        for name in os.listdir(folder) if os.path.isdir(folder) else []:
            path = os.path.join(folder, name)
            if name.endswith((".json", ".txt", ".html")) and os.path.isfile(path):
                data = read(path)
                if self.masked(data) != data:
                    write(path, self.masked(data))

    def filtered(self, data):
        if not os.path.exists(self.path("filter")):
            return data
        return subprocess.run(["sed", "-f", self.path("filter")], input=data, stdout=subprocess.PIPE, check=True).stdout

    def differences(self):
        """What is not as expected, for a reader; empty: nothing."""
        found = []
        for stream in STREAMS:
            if self.streams[stream] != read(self.path("expected." + stream)):
                write(os.path.join(self.work, stream), self.streams[stream])
                found.append(self.diff("expected." + stream, os.path.join(self.work, stream)))
        wanted = int(read(self.path("expected.status"), b"0"))
        if self.status != wanted:
            found.append(b"status %d, expected %d\n" % (self.status, wanted))
        expected = "expected.files" if os.path.isdir(self.path("expected.files")) else "out"
        made = os.path.join(self.run_place, "out")
        if expected == "expected.files" or self.status >= 2:
            if not are_alike(content_of(self.path(expected)), content_of(made)):
                found.append(self.diff(expected, made))
        return b"".join(found)

    def diff(self, expected, seen):
        told = subprocess.run(["diff", "-ruN", self.path(expected), seen], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              check=False).stdout
        return told or b"%s differs\n" % expected.encode()

    def bless(self):
        """Makes what was seen the expectation; an empty stream and status 0 need no file."""
        for name, data in (*self.streams.items(), ("status", b"%d\n" % self.status if self.status else b"")):
            if data:
                write(self.path("expected." + name), data)
            elif os.path.exists(self.path("expected." + name)):
                os.remove(self.path("expected." + name))
        made = os.path.join(self.run_place, "out")
        if os.path.isdir(self.path("expected.files")) and os.path.isdir(made):
            shutil.rmtree(self.path("expected.files"))
            shutil.copytree(made, self.path("expected.files"), symlinks=True)


def remove(place):
    """A case may take rights from its own folders."""
    if not os.path.exists(place):
        return
    try:
        shutil.rmtree(place)
    except PermissionError:
        subprocess.run(["chmod", "-R", "u+rwX", place], check=True)
        shutil.rmtree(place)


def own_version():
    """How the program under test calls itself."""
    said = subprocess.run(os.environ["ACORECON"].split() + ["--version"], stdout=subprocess.PIPE, check=True).stdout
    return said.splitlines()[0]


def judge(golden, names, work):
    version = own_version()
    failed = 0
    for number, name in enumerate(names, 1):
        if not os.path.isfile(os.path.join(golden, name, "cmd")):
            print("not ok %d - golden/%s has a cmd" % (number, name), flush=True)
            failed += 1
            continue
        case = Case(golden, name, work, version)
        case.run()
        if os.environ.get("BLESS"):
            case.bless()
        differences = case.differences()
        for line in differences.splitlines():
            sys.stdout.buffer.write(b"# " + line + b"\n")
        sys.stdout.buffer.flush()
        print("%sok %d - golden/%s" % ("not " if differences else "", number, name), flush=True)
        failed += bool(differences)
        if failed and os.environ.get("GOLDEN_FIRST"):
            break
    return failed


def main():
    golden, names = sys.argv[1], sys.argv[2:]
    print("1..%d" % len(names), flush=True)
    work = tempfile.mkdtemp()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        failed = judge(golden, names, work)
    finally:
        remove(work)
    placed = sum(b"PLACEMENTS" in read(os.path.join(golden, name, "cmd")) for name in names)
    print("# figures: cases=%d placed=%d" % (len(names), placed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
