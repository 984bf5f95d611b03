#!/bin/sh
# Texts that want to be run, in every text column of every kind of file: formulas for a spreadsheet
# and markup for a browser come out of the program inert, in every form. TAP on stdout.
set -u

# CI sets it where the same program was tested so already.
if [ "${QUICK_CHECK:-no}" = yes ]; then
  echo '1..0 # SKIP QUICK_CHECK is set'
  exit 0
fi

here=$(cd "$(dirname "$0")" && pwd)
ACORECON=${ACORECON:-$here/../acorecon}

if ! "${PYTHON:-python3}" -c '' 2>/dev/null; then
  echo '1..0 # SKIP python3 is not installed'
  exit 0
fi

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
"${PYTHON:-python3}" "$here/payloads/payloads.py" "$ACORECON" "$work"
