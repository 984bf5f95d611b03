#!/bin/sh
# Golden cases: what the program says, compared byte for byte. TAP on stdout.
#
#   tests/golden.sh [CASE]...            all of testdata/golden, or only these: a name, a path in
#                                        it, or a folder of cases
#   GOLDEN_STEP=8 tests/golden.sh        every eighth of all: where the same program was judged before
#   GOLDEN_FIRST=yes tests/golden.sh     up to the first that fails: who only asks whether one does
#   BLESS=1 tests/golden.sh [CASE]...    write down what it says now; review that like code
#
# A case is a folder testdata/golden/<family>/<case>/:
#
#   cmd               run by sh in a copy of the folder, so that paths are relative and nothing in
#                     the source tree changes; $ACORECON is the program, and $PLACEMENTS puts
#                     damage in several places (tests/golden/placements.py)
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
PLACEMENTS="${PYTHON:-python3} -S $srcdir/tests/golden/placements.py"
export ACORECON PLACEMENTS

if ! "${PYTHON:-python3}" -c '' 2>/dev/null; then
  echo '1..0 # SKIP python3 is not installed'
  exit 0
fi

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

exec "${PYTHON:-python3}" "$srcdir/tests/golden/golden.py" "$golden" "$@"
