#!/bin/sh
# acorecon init: a folder that was not there or empty has a configuration file and a script, or nothing
# has changed; the script closes what agrees, and stops where something is open. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
testdata=${TESTDATA:-$srcdir/testdata}
ACORECON=${ACORECON:-$srcdir/acorecon}
export ACORECON
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
# A configuration or a history of whoever runs this is none of its.
HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
export HOME XDG_CONFIG_HOME XDG_DATA_HOME
unset ACORECON_HISTORY PREPARER APPROVER
# Where the program stands between others, as in valgrind, the script needs one word.
case $ACORECON in
  *' '*)
    printf '#!/bin/sh\nexec %s "$@"\n' "$ACORECON" >program && chmod +x program || exit 1
    ACORECON=$work/program
    ;;
esac

number=0
failed=0

# ok NAME CONDITION...: one test.
ok ()
{
  name=$1
  shift
  number=$((number + 1))
  if "$@" >said 2>&1; then
    echo "ok $number - $name"
  else
    sed 's/^/# /' said
    echo "not ok $number - $name"
    failed=1
  fi
}

# init STATUS ARGUMENT...
init ()
{
  expected=$1
  shift
  "$ACORECON" init "$@" >out 2>err
  found=$?
  cat out err
  [ "$found" -eq "$expected" ]
}

# script STATUS ARGUMENT...: what it says is in out.
script ()
{
  expected=$1
  shift
  sh aco/month-end.sh "$@" >out 2>&1
  found=$?
  cat out
  [ "$found" -eq "$expected" ]
}

# refused FOLDER NAMED: the folder stays as it was, and what is in the way is named.
refused ()
{
  cp -R "$1" before
  init 4 "$1" && grep -q "holds \"$2\", expected a new or empty folder; nothing was written\$" err &&
    [ ! -s out ] && diff -r before "$1"
  refusal=$?
  rm -rf before
  return "$refusal"
}

contents ()
{
  [ "$(ls -A "$1" | tr '\n' ' ')" = "acorecon.ini month-end.sh " ]
}

ok 'a folder is made' init 0 aco
ok '... with two files' contents aco
ok '... of which it tells, and what is next' grep -qx '  sh aco/month-end.sh MONTH FOLDER' out
cp -R aco first
mkdir empty
ok 'an empty folder is taken' init 0 empty
ok '... with the same files' diff -r aco empty
ok 'its own files are not overwritten' refused aco acorecon.ini
rm empty/acorecon.ini
ok '... nor one of them alone' refused empty month-end.sh
mkdir other && echo mine >other/notes
ok 'a folder with something else is left alone' refused other notes
echo mine >file
ok 'a file is no folder' init 4 file
ok '... and stays' [ "$(cat file)" = mine ]
ok 'a folder above is not made' init 4 none/aco
ok 'one folder is needed' init 2
ok 'and no more than one' init 2 one two
ok 'nothing else has come' [ "$(find . -name '*.ini' | wc -l)" -eq 2 ]
ok 'where standard output fails nothing is made' sh -c '
  "$ACORECON" init full >/dev/full; [ $? -eq 4 ] && [ ! -e full ]'

ok 'the configuration is taken as it is' "$ACORECON" config --config aco/acorecon.ini
"$ACORECON" config >defaults
"$ACORECON" config --config aco/acorecon.ini >found
ok '... and changes nothing' diff defaults found
sed 's/^#tolerance = .*/tolerance = 0.05/' aco/acorecon.ini >changed.ini
ok '... until a key is set' sh -c '
  "$ACORECON" config --config changed.ini | grep -q "^tolerance = 0.05 .*# changed.ini\$"'

ok 'the script is POSIX' sh -n aco/month-end.sh
if command -v shellcheck >/dev/null; then
  ok 'shellcheck has nothing to say of it' shellcheck aco/month-end.sh
fi
demo=$testdata/demo/in
ok 'it needs a month and files' script 2 2026-07
ok 'a month is not closed by nobody' script 0 2026-07 "$demo"
ok '... but reported' [ -f aco/reports/2026-07/report.html ]
ok '... and there is no history' [ ! -e aco/history.db ]
PREPARER=Ann APPROVER=Bo
export PREPARER APPROVER
ok 'two people close it' script 0 2026-07 "$demo"
ok '... with a sheet' [ -f aco/closes/2026-07/close.html ]
ok '... in a history that is sound' "$ACORECON" verify --history aco/history.db
ok 'again: it stays closed' script 0 2026-07 "$demo"
ok 'what does not agree stays open' script 1 2026-08 "$demo"
ok '... and it says so' grep -q '^2026-08 stays open: see the findings' out
ok '... with a report' [ -f aco/reports/2026-08/report.html ]
ok '... and is in no history' sh -c '
  "$ACORECON" history --history aco/history.db | grep -q "^2026-07  version 1, sealed" &&
    ! "$ACORECON" history --history aco/history.db | grep -q "^2026-08  version"'
sed 's/^#fail-on = .*/fail-on = never/' first/acorecon.ini >aco/acorecon.ini
ok 'the configuration decides what may be open' script 0 2026-08 "$demo"
rm -rf aco/reports/2026-10
ok 'a close in the wrong turn is refused' script 5 2026-10 "$demo"
ok '... and it says so' grep -q '^2026-10 is not closed: the lines above say why' out
ok 'a file that is not there is told' script 3 2026-09 nothere
ok '... with what to do' grep -q '^A file is refused' out
ok 'so is a wrong month' script 2 Sept "$demo"
PREPARER=Ann APPROVER=Ann
ok 'nobody closes alone' script 2 2026-09 "$demo"

echo "1..$number"
exit $failed
