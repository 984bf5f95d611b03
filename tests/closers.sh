#!/bin/sh
# Several programs at one history: closers, readers, copiers. Nothing is lost, what is read is whole,
# and nobody waits longer than --lock-timeout. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
data=${TESTDATA:-$srcdir/testdata}
ACORECON=${ACORECON:-$srcdir/acorecon}
case $ACORECON in
*' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac
for tool in sqlite3 flock; do
  command -v "$tool" >/dev/null || { echo "1..0 # SKIP there is no $tool"; exit 0; }
done

work=$(mktemp -d) || exit 1
trap 'touch "$work/over"; wait; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
unset ACORECON_HISTORY XDG_CONFIG_HOME
SOURCE_DATE_EPOCH=1810000000
export SOURCE_DATE_EPOCH

number=0
failed=0

# ok NAME CONDITION...: one test.
ok ()
{
  name=$1
  shift
  number=$((number + 1))
  : >told
  if "$@"; then
    echo "ok $number - $name"
  else
    sed 's/^/# /' told
    echo "not ok $number - $name"
    failed=1
  fi
}

same ()
{
  [ "$1" = "$2" ] && return 0
  printf 'expected %s\nfound %s\n' "$2" "$1" >>told
  return 1
}

rows ()
{
  sqlite3 -batch h.db "$1"
}

# start NAME COMMAND...: the program in the background; its status is in NAME.status.
start ()
{
  job=$1
  shift
  {
    "$ACORECON" "$@" >"$job.out" 2>"$job.err"
    echo $? >"$job.status"
  } &
}

# statuses NAME...: of programs that have ended, and what they said if it is not 0.
statuses ()
{
  for job in "$@"; do
    printf '%s ' "$(cat "$job.status")"
    cat "$job.err" >>told
  done
}

# all_of STATUSES PATTERN: whether each fits.
all_of ()
{
  for status in $1; do
    # shellcheck disable=SC2254  # a pattern
    case $status in
    $2) ;;
    *) echo "statuses $1" >>told; return 1 ;;
    esac
  done
}

who='--preparer Ann --approver Bo --history h.db'
story=$data/story
"$ACORECON" close 2026-08 --preparer Ann --approver Bo --history first.db --first --quiet "$story/2026-08" || exit 1

# shellcheck disable=SC2086  # $who is several words
closers ()
{
  cp first.db h.db
  for one in 1 2 3 4; do
    start "closer$one" close 2026-09 $who --output "pack$one" "$story/2026-09"
  done
  wait
  all_of "$(statuses closer1 closer2 closer3 closer4)" '[05]' &&
    same "$(rows "SELECT state || pack_state FROM seal WHERE month = '2026-09'")" sealedwritten &&
    same "$(rows 'SELECT count(*) FROM event')" 2 && "$ACORECON" verify --history h.db >>told
}

# Some decide while others close: what was said to be done is there.
writers ()
{
  id=$(rows 'SELECT finding_id FROM finding LIMIT 1')
  start close close 2026-10 --preparer Ann --approver Bo --history h.db "$story/2026-10-complete"
  for one in 1 2 3 4; do
    start "resolve$one" resolve "$id" --as expected --note "say $one" --by Bo --history h.db
  done
  wait
  all_of "$(statuses close)" '[05]' && same "$(statuses resolve1 resolve2 resolve3 resolve4)" '0 0 0 0 ' &&
    same "$(rows 'SELECT group_concat(note) FROM (SELECT note FROM resolution ORDER BY note)')" 'say 1,say 2,say 3,say 4' &&
    same "$(rows "SELECT count(*) FROM seal WHERE month = '2026-10'")" "$(grep -c 0 close.status)" &&
    "$ACORECON" verify --history h.db >>told
}

# months: closed in their turn, one of them twice.
# shellcheck disable=SC2086  # $who is several words
months ()
{
  for month in 2026-09 2026-10-complete 2026-11 2026-12; do
    "$ACORECON" close "$(echo "$month" | cut -c1-7)" $who --fail-on never --quiet "$story/$month" >>told 2>&1 || return 1
  done
  "$ACORECON" reopen 2026-12 --by Bo --reason 'one more' --history h.db >>told 2>&1 &&
    "$ACORECON" close 2026-12 $who --restate --reason 'one more' --fail-on never --quiet "$story/2026-12" >>told 2>&1
}

# again NAME STATUSES COMMAND...: the program again and again, until it is over; each other status is
# noted in NAME.odd, each run in NAME.runs.
again ()
{
  job=$1
  fits=$2
  shift 2
  : >"$job.runs"
  {
    while [ ! -e over ]; do
      "$@" >"$job.out" 2>"$job.err"
      status=$?
      echo $status >>"$job.runs"
      # shellcheck disable=SC2254  # a pattern
      case $status in
      $fits) [ ! -s "$job.err" ] || cat "$job.err" >>"$job.odd" ;;
      *) { echo "status $status"; cat "$job.err"; } >>"$job.odd" ;;
      esac
    done
  } &
}

# beside JOB...: months are closed beside these, as if nobody was there; each has come to its turn.
beside ()
{
  months
  closed=$?
  touch over
  wait
  rm over
  for job in "$@"; do
    [ "$(wc -l <"$job.runs")" -gt 1 ] || { echo "$job did nothing" >>told; return 1; }
    [ ! -e "$job.odd" ] || { cat "$job.odd" >>told; return 1; }
  done
  [ $closed -eq 0 ] && sqlite3 h.db .dump | cmp - alone >>told && same "$(echo h.db*)" h.db
}

readers ()
{
  cp first.db h.db
  months || return 1
  sqlite3 h.db .dump >alone
  cp first.db h.db
  again history 0 "$ACORECON" history --history h.db --format json
  again verify 0 "$ACORECON" verify --history h.db
  again reconcile 0 "$ACORECON" reconcile --month 2027-01 --history h.db --fail-on never --quiet "$story/2027-01"
  again watch '[01]' "$ACORECON" watch --history h.db
  beside history verify reconcile watch
}

# A copy that is made by acorecon is the history of one moment. One that is made by cp is so when
# nobody writes; else it may be torn, and verify sees that.
back_up ()
{
  rm -f copy.db
  "$ACORECON" history --history h.db --backup copy.db && "$ACORECON" verify --history copy.db
}

copy ()
{
  cp h.db torn.db && "$ACORECON" verify --history torn.db 2>/dev/null
}

copiers ()
{
  cp first.db h.db
  again backup 0 back_up
  again copy '[015]' copy
  beside backup copy && cp h.db torn.db && "$ACORECON" verify --history torn.db >>told
}

# hold COMMAND...: in the background, and waits until it has begun.
hold ()
{
  rm -f held
  "$@" &
  while [ ! -e held ]; do
    sleep 0.02
  done
}

# Those who hold the history: the lock of a closer, a reader in the middle, a writer in its commit.
locked () { flock h.db sh -c "touch held; sleep $1"; }
transaction () { printf "%s;\nSELECT count(*) FROM seal;\n.shell touch held; sleep %s\n" "$1" "$2" | sqlite3 h.db >/dev/null; }
reading () { transaction BEGIN "$1"; }
writing () { transaction 'BEGIN EXCLUSIVE' "$1"; }
locked_then_reading () { reading "$1" & locked 0.9; wait; }

# late SECONDS STATUS COMMAND...: with that timeout it ends with the status, and not later.
late ()
{
  seconds=$1
  expected=$2
  shift 2
  cp h.db before.db
  began=$(date +%s%N)
  "$ACORECON" "$@" --history h.db --lock-timeout "$seconds" >out 2>err
  status=$?
  took=$((($(date +%s%N) - began) / 1000000))
  cat err >>told
  echo "took $took ms" >>told
  same "$status" "$expected" && [ "$took" -lt $((seconds * 1000 + 700)) ] || return 1
  [ "$expected" = 0 ] || { grep -q 'was not done in time' err && cmp h.db before.db >>told; }
}

# held HOLDER SECONDS STATUS COMMAND...: somebody holds it longer, or shorter, than is waited.
held ()
{
  holder=$1
  seconds=$2
  shift 2
  cp first.db h.db
  hold "$holder" "$seconds"
  late 1 "$@"
  result=$?
  wait
  return $result
}

close="close 2026-09 --preparer Ann --approver Bo $story/2026-09"
reopen='reopen 2026-08 --by Bo --reason x'
ok 'four close a month at once: one seal' closers
ok 'some resolve while one closes: each is there' writers
ok 'readers see it whole beside a closer, who is not disturbed' readers
ok '... and copiers, who get what is whole or what verify refuses' copiers
# shellcheck disable=SC2086  # commands are several words
{
  ok 'a closer waits for another in vain' held locked 1.8 5 $close
  ok '... for a reader, too' held reading 1.8 5 $close
  ok '... for one after the other, and no longer' held locked_then_reading 1.8 5 $close
  ok '... and is served when they are done in time' held locked 0.4 0 $close
  ok '... a reader, too' held reading 0.4 0 $close
  ok 'so it is with a reopening' held locked 1.8 5 $reopen
  ok '... beside a reader' held reading 0.4 0 $reopen
  ok 'a reader waits for a commit' held writing 0.4 0 history
  ok '... in vain' held writing 1.8 5 verify
  ok '... and not for who only has the lock' held locked 0.4 0 verify
}

echo "1..$number"
exit $failed
