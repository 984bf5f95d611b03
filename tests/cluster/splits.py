"""splits.py BYTES DIR MAPPER FILE...: what Hadoop streaming does with a mapper: each FILE is cut
every BYTES bytes, wherever that is, and the mapper gets the lines of a split on standard input, as
LineRecordReader finds them, and tells where they are from by its environment. Splits are run in any
order, and some of them twice."""

import os
import random
import re
import subprocess
import sys

LINE = re.compile(rb"([^\r\n]*)(\r\n|\r|\n|\Z)")


def lines_of_split(data, start, length):
    """The first line of a split belongs to the one before; that reads one line more."""
    at, end = start, start + length
    if start > 0:
        at = LINE.match(data, at).end()
    while at <= end and at < len(data):
        line = LINE.match(data, at)
        yield line.group(1)
        at = line.end()


def main():
    size, folder, mapper, paths = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:]
    tasks = []
    for path in paths:
        with open(path, "rb") as stream:
            data = stream.read()
        header = os.path.join(folder, os.path.basename(path) + ".header")
        with open(header, "wb") as stream:
            stream.write(data[: data.index(b"\n") + 1])
        tasks += [(path, data, header, start) for start in range(0, len(data), size)]
    rng = random.Random(len(tasks))
    rng.shuffle(tasks)
    for path, data, header, start in tasks + tasks[:2]:
        length = min(size, len(data) - start)
        told = dict(
            os.environ,
            mapreduce_map_input_file="file:" + path,
            mapreduce_map_input_start=str(start),
            mapreduce_map_input_length=str(length),
            FOLD_HEADER=header,
            FOLD_DIR=folder,
        )
        text = b"".join(line + b"\n" for line in lines_of_split(data, start, length))
        subprocess.run([mapper], input=text, env=told, stdout=subprocess.DEVNULL, timeout=60, check=True)
    return 0


sys.exit(main())
