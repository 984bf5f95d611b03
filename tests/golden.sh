#!/bin/sh
# Golden cases: what the program says, compared byte for byte. TAP on stdout.
#
#   tests/golden.sh [CASE]...            all of testdata/golden, or only these: a name, a path in
#                                        it, or a folder of cases
#   GOLDEN_STEP=8 tests/golden.sh        every eighth of all: where the same program was judged before
#   BLESS=1 tests/golden.sh [CASE]...    write down what it says now; review that like code
#
# A case is a folder testdata/golden/<family>/<case>/:
#
#   cmd               run by sh in a copy of the folder, so that paths are relative and nothing in
#                     the source tree changes; $ACORECON is the program, and $PLACEMENTS puts
#                     damage in several places (tests/placements.sh)
#   expected.out      stdout; no such file: must be empty
#   expected.err      stderr; no such file: must be empty
#   expected.status   exit status; no such file: 0
#   expected.files/   must equal the folder out/ that cmd has made, file by file. Without it, and
#                     with a status of 2 or more, out/ must be as it was before (or not exist)
#   filter            a sed script for stdout and stderr, before they are compared
#                     (the program's version is called VERSION in all of them before that)
#   ...               everything else is input
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
golden=$(cd "${TESTDATA:-$srcdir/testdata}/golden" && pwd) || exit 1
ACORECON=${ACORECON:-$srcdir/acorecon}
PLACEMENTS="sh $srcdir/tests/placements.sh"
export ACORECON PLACEMENTS

work=$(mktemp -d) || exit 1
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# The version differs from commit to commit: it is called VERSION in what is expected.
version=$($ACORECON --version | head -n 1)
[ -n "$version" ] || exit 1
mask=$(printf 's/%s/acorecon VERSION/' "$(printf %s "$version" | sed 's/[.[\*^$/]/\\&/g')")

# Processes are most of the time of these tests: what the shell can do itself, it does.

mask_version ()
{
  set -- "$work/out" "$work/err"
  for file in "$work/run/out"/*.json "$work/run/out"/*.txt "$work/run/out"/*.html; do
    [ ! -f "$file" ] || set -- "$@" "$file"
  done
  sed -i "$mask" "$@"
}

# run CASE: leaves out, err, status in $work and what the command made in $work/run.
run ()
{
  rm -rf "$work/run"
  cp -R "$golden/$1" "$work/run"
  [ -w "$golden/$1/cmd" ] || chmod -R u+w "$work/run" # of a tree that is read-only
  (
    cd "$work/run" || exit 99
    rm -rf cmd filter expected.*
    exec timeout "${GOLDEN_TIMEOUT:-300}" sh "$golden/$1/cmd"
  ) </dev/null >"$work/out" 2>"$work/err"
  echo $? >"$work/status"

  mask_version
  [ -f "$golden/$1/filter" ] || return 0
  for stream in out err; do
    sed -f "$golden/$1/filter" "$work/$stream" >"$work/filtered"
    mv "$work/filtered" "$work/$stream"
  done
}

# differs EXPECTED ACTUAL DEFAULT: prints the difference; a missing EXPECTED means DEFAULT.
differs ()
{
  expected=$1
  [ -e "$expected" ] || expected=$3
  [ -e "$expected" ] || [ -e "$2" ] || return 1
  [ -s "$expected" ] || [ -s "$2" ] || return 1 # both are empty
  ! diff -ruN "$expected" "$2"
}

# compare CASE: prints what differs; fails if anything does.
compare ()
{
  verdict=0
  wanted=0
  [ ! -e "$golden/$1/expected.status" ] || read -r wanted <"$golden/$1/expected.status"
  read -r status <"$work/status"
  differs "$golden/$1/expected.out" "$work/out" "$work/nothing" && verdict=1
  differs "$golden/$1/expected.err" "$work/err" "$work/nothing" && verdict=1
  if [ "$status" != "$wanted" ]; then
    echo "status $status, expected $wanted"
    verdict=1
  fi
  if [ -d "$golden/$1/expected.files" ] || [ "$status" -ge 2 ]; then
    differs "$golden/$1/expected.files" "$work/run/out" "$golden/$1/out" && verdict=1
  fi
  return $verdict
}

# bless CASE: makes what was seen the expectation; an empty stream and status 0 need no file.
bless ()
{
  for stream in out err status; do
    rm -f "$golden/$1/expected.$stream"
  done
  for stream in out err; do
    [ ! -s "$work/$stream" ] || cp "$work/$stream" "$golden/$1/expected.$stream"
  done
  cmp -s "$work/status" "$work/zero" || cp "$work/status" "$golden/$1/expected.status"
  if [ -d "$golden/$1/expected.files" ] && [ -d "$work/run/out" ]; then
    rm -rf "$golden/$1/expected.files"
    cp -R "$work/run/out" "$golden/$1/expected.files"
  fi
}

: >"$work/nothing"
echo 0 >"$work/zero"

# list: FAMILY/CASE, all of them; a folder in a family is a case, or fails for want of a cmd.
list ()
{
  (cd "$golden" && find . -mindepth 2 -maxdepth 2 -type d | sed 's|^\./||' | sort)
}

# named CASE: the cases that are meant; what is not there stays, and fails.
named ()
{
  case $1 in
    */*) echo "$1" ;;
    *) list | awk -v name="$1" -F / '
         $1 == name || $2 == name { print; found = 1 }
         END { if (!found) print name }' ;;
  esac
}

# shellcheck disable=SC2046  # names of cases are words
if [ $# -eq 0 ]; then
  set -- $(list | awk -v step="${GOLDEN_STEP:-1}" 'NR % step == 0')
else
  set -- $(for case in "$@"; do named "$case"; done)
fi
if [ $# -eq 0 ]; then
  echo "1..1"
  echo "not ok 1 - there are golden cases"
  exit 1
fi

echo "1..$#"
number=0
failed=0
for case in "$@"; do
  number=$((number + 1))
  if [ ! -f "$golden/$case/cmd" ]; then
    echo "not ok $number - golden/$case has a cmd"
    failed=1
    continue
  fi
  run "$case"
  [ -z "${BLESS-}" ] || bless "$case"
  if compare "$case" >"$work/difference"; then
    echo "ok $number - golden/$case"
  else
    sed 's/^/# /' "$work/difference"
    echo "not ok $number - golden/$case"
    failed=1
  fi
done
# How many of the cases put their damage in several places (tests/placements.sh).
placed=$(cd "$golden" && for case in "$@"; do grep -l PLACEMENTS "$case/cmd" 2>/dev/null; done | wc -l)
echo "# figures: cases=$# placed=$placed"
exit $failed
