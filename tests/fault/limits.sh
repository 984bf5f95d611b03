#!/bin/sh
# Too little memory, too few descriptors, too small a stack, files that may not grow, no threads, a disk that is full:
# ever more of it, until it is enough. A sample; FAULT_STEP=1 tries all, as `make check-faults'. TAP on stdout.
set -u
# shellcheck source=tests/fault/fault-script.sh
. "$(dirname "$0")/fault-script.sh"

set -- "$PYTHON" "$srcdir/tests/fault/limits.py" "$ACORECON" "$srcdir/testdata" "$srcdir"
# A disk of our own, whose size we choose, needs a name space of mounts.
for space in --mount '--mount --user --map-root-user'; do
  # shellcheck disable=SC2086  # a list of options
  unshare $space mount -t tmpfs tmpfs "${TMPDIR:-/tmp}" 2>/dev/null &&
    exec unshare $space env FAULT_MOUNTS=yes "$@"
done
exec "$@"
