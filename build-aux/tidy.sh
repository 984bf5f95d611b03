#!/bin/sh
# The rules of the house that a machine can check, each a TAP test: tidy.py has them.
set -u
here=${0%/*}
[ "$here" != "$0" ] || here=.
python=${PYTHON:-python3}
command -v "$python" >/dev/null 2>&1 || {
  echo '1..0 # SKIP python3 is not installed'
  exit 0
}
exec "$python" "$here/tidy.py" "${SRCDIR:-$here/..}"
