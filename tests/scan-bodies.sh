#!/bin/sh
# Whatever body the scan of CSV has, the program says the same: golden cases and the tests of CSV,
# once more with each body but the fastest, which all other tests have. TAP on stdout.
#
# SCAN_CASES  a pattern for the names of the golden cases; "." are all, as in `make check-long'
#             [those about the form of CSV; with QUICK_CHECK=yes fewer]
# ACORECON_SIMD names the body; see src/input/rows/csv-scan-body.h.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
programs=${TEST_PROGRAMS:-tests}
pattern='^(malformed-csv|reading-|refused-.*(quote|line|cell|utf|nul|ctrl))'
[ "${QUICK_CHECK:-no}" != yes ] || pattern='^reading-'
pattern=${SCAN_CASES:-$pattern}
cases=$(cd "${TESTDATA:-$srcdir/testdata}/golden" && find . -name cmd | sed 's|^.*/\([^/]*\)/cmd$|\1|' | sort |
  grep -E -e "$pattern")

number=0
failed=0

# check NAME COMMAND...
check ()
{
  name=$1
  shift
  number=$((number + 1))
  if output=$("$@" 2>&1); then
    echo "ok $number - $name"
  else
    printf '%s\n' "$output" | grep -v '^ok ' | sed 's/^/# /'
    echo "not ok $number - $name"
    failed=1
  fi
}

# passes PROGRAM: 77 is that of a test without its data.
# shellcheck disable=SC2317  # called by way of check
passes ()
{
  "$1"
  status=$?
  [ "$status" -eq 77 ] || return "$status"
}

for body in none sse2 avx2; do
  ACORECON_SIMD=$body
  export ACORECON_SIMD
  for test in rows/test-csv-reader rows/test-csv-corpora rows/test-row-reader billing/test-file-reader; do
    check "$body: ${test#*/}" passes "$programs/input/$test"
  done
  # All other tests run with the fastest body, which this one mostly is.
  [ $body != avx2 ] || [ -n "${SCAN_CASES-}" ] || continue
  # shellcheck disable=SC2086  # a list of words
  check "$body: golden cases ($(printf '%s\n' "$cases" | grep -c .))" \
    sh "$srcdir/tests/golden.sh" $cases
done
echo "1..$number"
exit $failed
