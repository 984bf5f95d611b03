#!/usr/bin/env python3
"""How the bytes of an input arrive must not show: each file below the folders is read in two pieces, cut at every STEPth place, and byte
by byte (see read-rows.c).

    python3 split_inputs.py READ_ROWS STEP FOLDER...
"""

import os
import struct
import subprocess
import sys
import tempfile

BYTES_MAX = 1 << 20


def inputs(folders):
    """Each content once."""
    seen = set()
    for folder in folders:
        for path, names, files in sorted(os.walk(folder)):
            names.sort()
            for name in sorted(files):
                if not name.endswith((".csv", ".json", ".jsonl", ".txt")) and "fuzz" not in path:
                    continue
                if os.path.getsize(os.path.join(path, name)) > BYTES_MAX:
                    continue
                with open(os.path.join(path, name), "rb") as stream:
                    data = stream.read()
                if data not in seen:
                    seen.add(data)
                    yield data


def main():
    if len(sys.argv) < 4:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryFile() as stream:
        for data in inputs(sys.argv[3:]):
            stream.write(struct.pack("<I", len(data)) + data)
        stream.seek(0)
        return subprocess.run([sys.argv[1], "splits", sys.argv[2]], stdin=stream, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
