#!/bin/sh
# docs/reliability.md is what build-aux/report-reliability.py makes of the records of runs now: each goal
# once, with what was measured or that nothing was. Records come from build-aux/record-run, and from tests
# by way of build-aux/run-test.sh. TAP on stdout.
#
#   BLESS=1 tests/reliability.sh     write down what the records say now
set -u

srcdir=$(cd "${SRCDIR:-$(dirname "$0")/..}" && pwd)
kept=$srcdir/reliability
page=$srcdir/docs/reliability.md
python=${PYTHON:-python3}
"$python" -c '' 2>/dev/null || { echo '1..0 # SKIP python3 is not installed'; exit 0; }

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
unset QUICK_CHECK RUNS_AS RUNS_LOG

number=0
failed=0

# ok NAME COMMAND...: one test.
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

# report page|gather FOLDER...
report ()
{
  "$python" "$srcdir/build-aux/report-reliability.py" "$@"
}

# says WORDS...: the page of "planted" has a line that begins with each of them.
says ()
{
  report page planted >planted.md || return 1
  for words in "$@"; do
    tr '\n' ' ' <planted.md | tr -s ' ' | grep -qF -e "$words" || { echo "missing: $words"; cat planted.md; return 1; }
  done
}

# current PAGE: it is what the records say.
current ()
{
  report page "$kept" >now.md || return 1
  [ -z "${BLESS:-}" ] || cp now.md "$page"
  diff "$1" now.md
}
ok 'the page is what the records say (make report-reliability writes it anew)' current "$page"

# told: README has the figures of now.
told ()
{
  report readme "$kept" "$srcdir/README.md" >readme.md || return 1
  [ -z "${BLESS:-}" ] || cp readme.md "$srcdir/README.md"
  diff "$srcdir/README.md" readme.md
}
ok 'README tells what the records say' told

# corrected: what was typed there does not stay.
corrected ()
{
  sed 's/^Of 32 \[goals/Of 99 [goals/' "$srcdir/README.md" >edited.md
  ! cmp edited.md "$srcdir/README.md" && report readme "$kept" edited.md | diff "$srcdir/README.md" -
}
ok 'and no other figure' corrected

# each PAGE: every goal of it once.
each ()
{
  seq 32 >wanted
  sed -n 's/^### \([0-9]*\)\. .*/\1/p' "$1" | sort -n | diff wanted -
}
ok 'each goal stands there once' each "$page"

# A page that was edited by hand is noticed.
stale ()
{
  sed 's/^Of 32 goals \([0-9]*\) are/Of 32 goals 1\1 are/' "$page" >edited.md
  ! (unset BLESS; current edited.md) && ! cmp edited.md "$page"
}
ok 'a figure that was typed by hand is noticed' stale

# exists TARGET: what a row names can be run.
exists ()
{
  case $1 in
    ci/*) [ ! -e "$srcdir/.ci" ] || grep -q "^  step ${1#ci/} " "$srcdir/.ci/run" ;;
    tests/*.sh | build-aux/*.sh) [ -f "$srcdir/$1" ] ;;
    tests/*) [ -n "$(find "$srcdir/${1%/*}" -name "${1##*/}.c")" ] ;; # some of them, where it has a star
    fuzz/* | bench/* | soak/*) grep -q "^${1%/*}:" "$srcdir/Makefile.am" ;;
    soak) grep -q '^soak:' "$srcdir/Makefile.am" ;;
    valgrind/*) grep -q "(record_run) $1 " "$srcdir/Makefile.am" ;;
    *) cat "$srcdir/Makefile.am" "$srcdir/build-aux/install.mk" | grep -q "(record_run) $1\>" ;;
  esac
}

# named: all that rows name, without the word that tells runs of it apart.
named ()
{
  sed -n 's/^reached = //; s/^measured = //; s/^    //; s/^\([a-z][^ ]*\( or [^ ]*\)*\): .*/\1/p' "$kept/rows.ini" |
    sed 's/ or /\n/; s/@[a-z]*//g' | sort -u
}

targets ()
{
  [ "$(named | wc -l)" -gt 20 ] || return 1
  named | while read -r target; do
    exists "$target" || { echo "there is no $target"; return 1; }
  done
}
ok 'what a goal is measured by is there' targets

mkdir planted
cp "$kept/rows.ini" planted
nothing ()
{
  says 'Of 32 goals 0 are reached, 0 fall short, 32 have no run yet' || return 1
  each planted.md && [ "$(grep -c '^\* No run yet' planted.md)" -ge 32 ] && ! grep -q '^\* Measured' planted.md
}
ok 'without records every goal says that it has no run' nothing

# run DAY TARGET COMMIT FIGURE...: a record of it.
run ()
{
  printf 'day=%s\ttarget=%s\tcommit=%s\tmachine=1 x Some processor, Some system\tcompiler=cc 1' "$1" "$2" "$3"
  shift 3
  printf '\t%s' "$@"
  echo
}

run 2020-02-29 tests/payloads.sh abc passed=9 failed=0 payloads=12345 columns=9 >runs.log
ok 'a record is taken over' report gather planted runs.log
ok 'and its file emptied' test ! -s runs.log
ok 'it changes the page' says '* Measured: 12,345 payloads in 9 columns and forms, 0 failed (commit abc, 2020-02-29, machine 1).' \
  'Machine 1: 1 x Some processor, Some system; cc 1.' 'Of 32 goals 1 are reached, 1 fall short, 30 have no run yet'

# parts: in this order; what keeps a goal from being reached stands with it.
parts ()
{
  sed -n 's/^## //p; s/^### \(24\|25\|1\)\. .*/\1/p' planted.md >order
  printf '%s\n' 'Falls short of its goal' 25 'No run yet' 1 Reached 24 Machines | diff - order &&
    sed -n '/^### 25/,/^##* [^2]/p' planted.md | grep -q '^\* In the way: ' &&
    ! sed -n '/^### 24/,/^## /p' planted.md | grep -q '^\* In the way: '
}
ok 'what falls short stands first, with what is in the way' parts

cp "$srcdir/README.md" README.md
run 2020-02-29 tests/model.sh abc passed=5 failed=0 worlds=54321 >runs.log
report gather planted runs.log
in_readme ()
{
  report readme planted README.md | tr '\n' ' ' | grep -qF '54,321 random worlds'
}
ok 'README tells of a record' in_readme
run 2020-02-29 tests/model.sh abc passed=5 failed=1 worlds=54321 >runs.log
report gather planted runs.log
praised ()
{
  report readme planted README.md >praise.md && ! grep -q '54,321' praise.md
}
ok 'and praises no run that failed' praised
sed -i '/model.sh/d' planted/records

run 2020-03-01 tests/payloads.sh def passed=9 failed=1 payloads=59 columns=9 >runs.log
report gather planted runs.log
ok 'a newer record takes the place of an older one' says '59 payloads in 9 columns and forms, 1 failed (commit def, 2020-03-01'

{
  run 2020-03-01 fuzz/fuzz-dates abc executions=1000 seconds=10 edges=7
  run 2020-03-02 fuzz/fuzz-dates abc executions=200 seconds=10 edges=8
  run 2020-03-03 fuzz/fuzz-dates def executions=30 seconds=1 edges=8
  run 2020-03-03 fuzz/fuzz-gzip def executions=4 seconds=1 edges=8
} | sed 's/$/\tfailed=0/' >runs.log
report gather planted runs.log
ok 'executions add up over runs and commits' says '1,234 executions of 2 targets, at least 4 of each, in 22 seconds' \
  '| fuzz/fuzz-dates | 1,230 | 2 | 2020-03-02 to 2020-03-03 |'
ok 'and are kept for each commit' test "$(grep -c fuzz-dates planted/records)" = 2

run 2020-03-04 tests/payloads.sh 'abc+' passed=9 failed=0 payloads=61 columns=9 >runs.log
changed ()
{
  report gather planted runs.log | grep -q '^left out: tests/payloads.sh' && ! grep -q 'abc+' planted/records
}
ok 'a run of sources that were changed proves nothing' changed

# refused RECORDS WORDS: no page, and it is said why.
refused ()
{
  printf '%b\n' "$1" >planted/records
  report page planted >/dev/null 2>err && return 1
  cat err
  grep -q "^report-reliability: .*$2" err
}
ok 'a record that is none is told' refused 'day=today\ttarget=x' 'records:1: found .*, expected a line of record-run'
ok 'a figure that was not recorded is told' \
  refused "$(run 2020-02-29 tests/payloads.sh abc passed=9 failed=0)" 'tests/payloads.sh has recorded no figure "payloads"'
sed -i 's/^\[7\]/[8]/' planted/rows.ini
twice ()
{
  report page planted >/dev/null 2>err && return 1
  grep -q 'section .8. already exists' err
}
ok 'a goal that stands there twice is told' twice

# What a test has counted is recorded by the one that runs it for the TAP driver.
mkdir tests
cat >tests/sample.sh <<'END'
echo 'ok 1 - one'
echo '# figures: kills=3 errors=1'
echo 'ok 2 - two'
echo 'ok 3 - three # SKIP there is none'
echo '# figures: kills=4'
echo '1..3'
END
echo 0123456789 >commit.stamp
recorded ()
{
  BUILDDIR=$work RUNS_LOG=$work/test.log RUNS_AS=${2-} sh "$srcdir/build-aux/run-test.sh" sh tests/sample.sh || return 1
  tr '\t' '\n' <test.log | grep -v '^\(day\|machine\|compiler\|seconds\)=' | tr '\n' ' ' >found
  cat found
  grep -qE '^day=[0-9]{4}-[0-9]{2}-[0-9]{2}	target=' test.log && [ "$(cat found)" = "$1 " ]
}
counted='commit=0123456789 passed=2 failed=0 skipped=1 kills=7 errors=1'
ok 'a test leaves a record of its figures' recorded "target=tests/sample.sh $counted"
rm -f test.log
ok 'one of another kind of run is another' recorded "target=tests/sample.sh@long $counted" long
silent ()
{
  rm -f test.log
  BUILDDIR=$work RUNS_LOG=$work/test.log QUICK_CHECK=yes sh "$srcdir/build-aux/run-test.sh" sh tests/sample.sh
  BUILDDIR=$work RUNS_LOG='' sh "$srcdir/build-aux/record-run" sample passed=1
  [ ! -e test.log ]
}
ok 'a quick run leaves none, nor one that nobody asked for' silent
unusual ()
{
  ! BUILDDIR=$work RUNS_LOG=$work/test.log sh "$srcdir/build-aux/record-run" sample passed=many && [ ! -e test.log ]
}
ok 'a figure that is no number is refused' unusual

echo "1..$number"
exit $failed
