#!/bin/sh
# The rules of build-aux/tidy.py, seen to fail: tests/tidy/planted.py says how. TAP on stdout.
set -u
here=${0%/*}
[ "$here" != "$0" ] || here=.
python=${PYTHON:-python3}
[ "${QUICK_CHECK:-no}" != yes ] || { # the program is not asked; one run of it is enough
  echo '1..0 # SKIP QUICK_CHECK is set'
  exit 0
}
command -v "$python" >/dev/null 2>&1 || {
  echo '1..0 # SKIP python3 is not installed'
  exit 0
}
exec "$python" "${SRCDIR:-$here/..}/tests/tidy/planted.py"
