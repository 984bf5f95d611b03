#!/bin/sh
# Files that a download has cut short: each prefix of six files is refused, or is a file of whole rows
# and reported as that; no part of a row counts. TAP on stdout.
# PREFIX_STEP: every so many bytes [41]; 1 are all, as in `make check-night'.
set -u

# CI sets it where the same program was tested so already.
if [ "${QUICK_CHECK:-no}" = yes ]; then
  echo '1..0 # SKIP QUICK_CHECK is set'
  exit 0
fi

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
python=${PYTHON:-python3}
case $ACORECON in
  *' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac
"$python" -c '' 2>/dev/null || {
  echo '1..0 # SKIP python3 is not installed'
  exit 0
}
exec "$python" "$srcdir/tests/prefixes/prefixes.py" "$ACORECON" "${TESTDATA:-$srcdir/testdata}" "${PREFIX_STEP:-41}"
