#!/bin/sh
# The power is cut at every call that changes the disk, and what was not synced is lost, or some of it: the old
# state or the new one, and the next run makes it good. A sample; FAULT_STEP=1 tries all, as `make check-faults'.
# TAP on stdout.
set -u
# shellcheck source=tests/fault/fault-script.sh
. "$(dirname "$0")/fault-script.sh"

trace=$(mktemp)
strace -f --seccomp-bpf -e trace=close -o "$trace" true 2>/dev/null || { rm -f "$trace"; skip 'strace is not installed or may not trace'; }
rm -f "$trace"
exec "$PYTHON" "$srcdir/tests/fault/power.py" "$ACORECON" "$srcdir/testdata" "$srcdir"
