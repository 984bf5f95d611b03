#!/bin/sh
# Every call of every command fails, is interrupted, does less than it was asked for, or is the last: the
# old state or the new one, the right status, one message, and the next run makes it good. A sample;
# FAULT_STEP=1 tries all, as `make check-faults'. TAP on stdout.
set -u
# shellcheck source=tests/fault/fault-script.sh
. "$(dirname "$0")/fault-script.sh"

library=${FAULT_LIBRARY:-$srcdir/tests/fault/preload.so}
[ -e "$library" ] || skip "there is no $library"
# Other processors than x86-64, and kernels without seccomp: nothing is counted.
counts=$(mktemp)
head -c 2048 /dev/zero >"$counts"
LD_PRELOAD=$library FAULT_COUNTS=$counts "$ACORECON" --version >/dev/null 2>&1
counted=$(tr -d '\000' <"$counts" | head -c 5)
rm -f "$counts"
[ "$counted" = fired ] || skip 'no calls can be made to fail here'
exec "$PYTHON" "$srcdir/tests/fault/calls.py" "$ACORECON" "$library" "$srcdir/testdata" "$srcdir"
