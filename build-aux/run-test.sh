#!/bin/sh
# run-test.sh COMMAND...: runs a test for the TAP driver and takes out what it would misread.
#
# To the driver every status but 0 is one more error: 77, of a program that skips itself, becomes
# "1..0 # SKIP", and 1 is left out where "not ok" has said it. A failed g_assert(), which a test
# may expect of a forked child, makes GLib print "Bail out!" into the child's stdout; where nothing
# expects it, the test fails anyway.
#
# What was counted is recorded (build-aux/record-run): tests that passed, failed and were skipped,
# seconds, and what the test says in lines "# figures: NAME=NUMBER ...", which add up.
ulimit -c 0

# says WORDS: whether a line of the text $told begins so.
says ()
{
  case "
$told" in
    *"
$1"*) ;;
    *) return 1 ;;
  esac
}

# end STATUS: as the driver understands it.
end ()
{
  case $1 in
    77) says 1..0 || echo '1..0 # SKIP the program exits 77' ;;
    1) says 'not ok' || exit 1 ;;
    *) exit "$1" ;;
  esac
  exit 0
}

# A test that skips all of itself has run nothing, and a quick one proves less than it could. Of unit
# tests those that a goal names.
for test in "$@"; do :; done
recorded=yes
[ -n "${RUNS_LOG-}" ] && [ "${QUICK_CHECK:-no}" = no ] || recorded=no
case $test in
  *.sh | */properties/*) ;;
  *) [ $recorded = no ] || grep -qF "tests/${test##*tests/}" "${0%/*}/../reliability/rows.ini" || recorded=no ;;
esac

# Most tests are small programs, and processes are most of their time: here are none but the test.
if [ $recorded = no ]; then
  told=$("$@")
  status=$?
  case $told in
    *'Bail out!'*) printf '%s\n' "$told" | sed 's/^Bail out!/# &/' ;;
    *) printf '%s\n' "$told" ;;
  esac
  end $status
fi

output=$(mktemp) || exit 1
trap 'rm -f "$output"' EXIT
begin=$(date +%s)

"$@" >"$output"
status=$?

# figures: all of them, as words.
figures ()
{
  awk -v seconds=$(($(date +%s) - begin)) '
    /^ok .*# SKIP/ { skipped++; next }
    /^ok / { passed++ }
    /^not ok / { failed++ }
    /^# figures: / {
      for (i = 3; i <= NF; i++) {
        split($i, figure, "=")
        if (!(figure[1] in sums))
          names[++count] = figure[1]
        sums[figure[1]] += figure[2]
      }
    }
    END {
      printf "passed=%d failed=%d skipped=%d seconds=%d", passed, failed, skipped, seconds
      for (i = 1; i <= count; i++)
        printf " %s=%d", names[i], sums[names[i]]
    }' "$output"
}

if grep -E '^(not )?ok ' "$output" | grep -qv '# SKIP'; then
  # shellcheck disable=SC2046  # a list of words
  sh "$(dirname "$0")/record-run" "$(printf '%s\n' "$test" | sed 's,.*\(tests\|build-aux\)/,\1/,')" $(figures) ||
    exit 1
fi
sed 's/^Bail out!/# &/' "$output"
told=$(cat "$output")
end $status
