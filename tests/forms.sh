#!/bin/sh
# All forms of a report agree figure for figure: page, CSV tables and statements with report.json,
# of the demonstration, of a customer with daily usage, of agreements whose end nobody saw and of
# amounts with thousandths. Workbook and journals are compared by
# tests of their own. TAP on stdout.
set -u

here=$(cd "$(dirname "$0")" && pwd)
data=${TESTDATA:-$here/../testdata}
ACORECON=${ACORECON:-$here/../acorecon}

if ! "${PYTHON:-python3}" -c '' 2>/dev/null; then
  echo '1..0 # SKIP python3 is not installed'
  exit 0
fi

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# compare NAME FOLDER: TAP lines without number and plan.
compare ()
{
  "$ACORECON" reconcile --quiet --fail-on never --output "$work/$1-pack" "$2" &&
    "$ACORECON" statement --quiet --customer all --output "$work/$1-statements" "$2" &&
    "${PYTHON:-python3}" "$here/forms/forms.py" "$work/$1-pack" "$work/$1-statements" ||
    echo "not ok - the forms of $1 were compared"
}

{
  compare demo "$data/demo/in"
  compare daily "$data/golden/findings/aco302-daily-usage/in"
  compare unreported "$data/golden/output/output-unreported/in"
  compare unseen "$data/golden/output/output-end-unseen/in"
  compare thousandths "$data/golden/output/output-thousandths/in"
} >"$work/lines"

awk '/^(not )?ok / { number++; sub (/ok /, "ok " number " ") } { print } END { print "1.." number }' "$work/lines"
! grep -q '^not ok' "$work/lines"
