#!/bin/sh
# What is read and reckoned, beside others that read and reckon: random texts of CSV with two strict
# readers, every input however its bytes arrive, exact decimals with two reckoners. TAP on stdout.
#
# CSV_TEXTS      how many random texts [1000]; from 10000 on cells and records at their limits, too
# CSV_SECONDS    after so many seconds no more of them are read [0: all are]
# SPLIT_STEP     inputs are cut in two at every so manieth place [997]; 1: at all
# DECIMAL_CASES  how many operations [3000]
# DIFFERENTIAL_SEED  of what is random [1]
set -u

srcdir=$(cd "${SRCDIR:-$(dirname "$0")/../..}" && pwd)
data=${TESTDATA:-$srcdir/testdata}
here=$srcdir/tests/differential
python=${PYTHON:-/usr/bin/python3}
read_rows=${READ_ROWS:-$srcdir/tests/differential/read-rows}
reckon=${RECKON:-$srcdir/tests/differential/reckon}
seed=${DIFFERENTIAL_SEED:-1}
texts=${CSV_TEXTS:-1000}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || {
  echo '1..0 # SKIP there is no python3 to read and reckon'
  exit 0
}
# Perl and Python run beside what the sanitizers run.
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

number=0
failed=0
# tell FIGURES STATUS NAME FOUND: one test; FIGURES: a script of sed that takes them from the last line.
tell ()
{
  number=$((number + 1))
  last=$(printf '%s\n' "$4" | tail -n 1)
  if [ "$2" -eq 0 ]; then
    echo "ok $number - $3: $last"
    echo "# figures: $(printf '%s\n' "$last" | sed -E "$1")"
  else
    failed=1
    printf '%s\n' "$4" | tail -n 40 | sed 's/^/# /'
    echo "not ok $number - $3"
  fi
}

echo 1..3
if perl -MText::CSV_XS -e 1 2>/dev/null; then
  long=
  [ "$texts" -lt 10000 ] || long=--long
  found=$("$python" "$here/compare_rows.py" "$read_rows" "$here/strict-rows.pl" "$seed" "$texts" "${CSV_SECONDS:-0}" $long 2>&1)
  tell 's/^([0-9]+) .*/texts=\1/' $? 'random texts as Python and Perl read them' "$found"
else
  number=1
  echo 'ok 1 # SKIP there is no Text::CSV_XS'
fi

set -- "$data/golden" "$data/fuzz/csv-reader" "$data/fuzz/json-lines"
[ ! -d "${SHARED_DIR-}/csv-corpora" ] || set -- "$@" "$SHARED_DIR/csv-corpora"
found=$("$python" "$here/split_inputs.py" "$read_rows" "${SPLIT_STEP:-997}" "$@" 2>&1)
tell '' $? 'inputs in two pieces, and byte by byte' "$found"

found=$("$python" "$here/compare_decimals.py" "$reckon" "$seed" "${DECIMAL_CASES:-3000}" 2>&1)
tell 's/^([0-9]+) .*/decimals=\1/' $? 'decimals as Python and GMP reckon them' "$found"
exit $failed
