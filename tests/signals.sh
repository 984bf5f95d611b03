#!/bin/sh
# Signals of the outside world: at random moments, in a run that takes long, ignored by the caller, a
# file that may not grow, a pipe that nobody reads any more. TAP on stdout.
set -u
# shellcheck source=tests/fault-lib.sh
. "$(dirname "$0")/fault-lib.sh"

tries=${SIGNAL_TRIES:-120}
[ "${QUICK_CHECK:-no}" = no ] || tries=30
run=$*

# now: milliseconds.
now ()
{
  echo $(($(date +%s%N) / 1000000))
}

# pause MILLISECONDS
pause ()
{
  sleep "$(($1 / 1000)).$(printf %03d $(($1 % 1000)))"
}

# How long a run takes here and now decides when signals come.
fresh
begin=$(now)
# shellcheck disable=SC2086  # words
"$ACORECON" $run
length=$(($(now) - begin + 2))

wrong=0
killed=0
finished=0
try=0
while [ $try -lt $tries ]; do
  case $((try % 3)) in
    0) signal=TERM expected=143 ;;
    1) signal=HUP expected=129 ;;
    *) signal=INT expected=130 ;;
  esac
  fresh
  # In the background a shell ignores INT for us, and Python gives it back.
  # shellcheck disable=SC2086
  if [ $signal = INT ]; then
    env --default-signal=INT "$ACORECON" $run >out 2>err &
  else
    "$ACORECON" $run >out 2>err &
  fi
  pid=$!
  pause $((5 + try * 7919 % (length + 10)))
  kill -$signal $pid 2>/dev/null
  wait $pid 2>/dev/null
  status=$?
  case $status in
    0) finished=$((finished + 1)) ;;
    "$expected") killed=$((killed + 1)) ;;
    *) false ;;
  esac && judge $status || {
    wrong=$((wrong + 1))
    echo "# try $try: $signal, status $status"
    sed 's/^/# /' err
  }
  try=$((try + 1))
done
echo "# $killed ended by a signal, $finished finished"
signals=$((signals + killed))
[ $wrong -eq 0 ] && [ $killed -gt 0 ]
result $? "$tries signals at random moments: the status says what happened"

# A run that takes long. Some thousand customers take seconds to write.
mkdir large
awk 'BEGIN {
  print "PartnerID,CustomerID,InvoiceMonth,CreditName,CreditAmount,Status,BalanceAmount,CurrencyCode,AgreementID,EffectiveDate,ExpiryDate"
  for (i = 0; i < 20000; i++)
    for (m = 7; m <= 8; m++)
      printf "5e0f7c12-84b3-4d19-a6c7-20d9f1e8b354,1a6f0d37-52c8-4e91-b0a4-9d3c%08x,2026-%02d,ACO,%d.00,active,%d.00,USD,a1d4c7e0-3b96-4f28-8c51-06e9%08x,7/1/2026,6/30/2027\n", i, m, 100 * (m - 6), 3000 - 100 * (m - 6), i
}' >large/balance.csv

# end_early NAME MILLISECONDS ARGUMENT...: a signal that comes then ends the run within a second.
end_early ()
{
  name=$1
  when=$2
  shift 2
  fresh
  "$ACORECON" "$@" >out 2>err &
  pid=$!
  # Not before there is something to be removed.
  waited=0
  while [ -z "$(ls -d place/.[pn]*.tmp-* 2>/dev/null)" ] && [ $waited -lt 600 ]; do
    pause 50
    waited=$((waited + 1))
  done
  pause "$when"
  begin=$(now)
  kill -TERM $pid
  wait $pid 2>/dev/null
  status=$?
  took=$(($(now) - begin))
  echo "# $name, $when ms: status $status after $took ms"
  [ $status -eq 143 ] && [ $took -lt 1000 ] && judge $status
}

limit=0
is_sanitized && limit=1 # they are slow to end
for when in 0 100 400; do
  end_early pack $when reconcile --quiet --fail-on never --force --output place/pack large
  status=$?
  [ $status -eq 0 ] || [ $limit -eq 1 ]
  result $? "a long run ends within a second, $when ms after it began to write"
done
end_early statements 200 statement --quiet --customer all --output place/new large
status=$?
[ $status -eq 0 ] || [ $limit -eq 1 ]
result $? 'and so does one that writes statements'

awk 'BEGIN {
  printf "{\"value\":["
  for (i = 0; i < 150000; i++)
    printf "%s\n{\"id\":\"/billingAccounts/a/billingProfiles/p/events/%d\",\"properties\":{\"transactionDate\":\"2026-01-02\",\"eventType\":\"Gift\"}}", i ? "," : "", i
  print "]}"
}' >events.json
end_early mca 20 mca --quiet --fail-on never --output place/new events.json
status=$?
[ $status -eq 0 ] || [ $limit -eq 1 ]
result $? 'and so does one that writes credits'

# What the caller ignores stays ignored.
for signal in TERM HUP INT; do
  fresh
  trap '' $signal
  # shellcheck disable=SC2086
  "$ACORECON" $run >out 2>err &
  pid=$!
  trap 'exit 1' $signal
  count=0
  while kill -$signal $pid 2>/dev/null && [ $count -lt 2000 ]; do
    count=$((count + 1))
  done
  wait $pid 2>/dev/null
  status=$?
  [ $status -eq 0 ] && judge 0
  result $? "$signal stays ignored ($count times)"
done

# A file may not grow: a failure of writing like any other.
fresh
# shellcheck disable=SC2086
(
  ulimit -f 20 && exec "$ACORECON" $run
) >out 2>err
status=$?
[ $status -eq 4 ] && grep -q '; nothing was written$' err && judge 4
result $? 'files that may not grow are told'
sed 's/^/# /' err
(
  ulimit -f 1 && exec "$ACORECON" reconcile --format json in
) >out 2>err
[ $? -eq 4 ] && grep -q 'cannot write to standard output: File too large' err
result $? 'and so is a standard output that may not grow'

# The pipe: whoever reads it has seen enough.
for arguments in 'reconcile --format json large' 'check large' 'explain' 'pec large' \
  'reconcile --format json --force --output place/pack large'; do
  fresh
  # shellcheck disable=SC2086
  set -- $arguments
  # The reader is gone before anything is written.
  {
    pause 200
    env --default-signal=PIPE "$ACORECON" "$@" 2>err
    echo $? >status
  } | true
  [ "$(cat status)" -eq 141 ] && [ ! -s err ] && judge 141
  result $? "$arguments: ends without a word when nobody reads"
done
fresh
{
  pause 200
  env --ignore-signal=PIPE "$ACORECON" reconcile --force --output place/pack in 2>err
  echo $? >status
} | true
[ "$(cat status)" -eq 4 ] && grep -q 'cannot write to standard output: Broken pipe' err && judge 4
result $? 'where SIGPIPE is ignored it is told'
fresh
"$ACORECON" reconcile --force --output place/pack in 2>err >&-
[ $? -eq 4 ] && grep -q 'cannot write to standard output: Bad file descriptor' err && judge 4
result $? 'a closed standard output is told'
if [ -c /dev/full ]; then
  fresh
  "$ACORECON" reconcile --force --output place/pack in 2>err >/dev/full
  [ $? -eq 4 ] && grep -q 'cannot write to standard output: No space' err && judge 4
  result $? 'a full standard output is told'
else
  skip 'a full standard output is told' 'there is no /dev/full'
fi

# No core dumps, however the caller likes them.
fresh
# shellcheck disable=SC2086
if (ulimit -c unlimited 2>/dev/null; strace -f --seccomp-bpf -o trace -e trace=prctl,prlimit64,setrlimit \
  "$ACORECON" $run) 2>err; then
  grep -qE 'RLIMIT_CORE, .*(rlim_cur=0|0, *0)' trace && grep -q 'PR_SET_DUMPABLE, SUID_DUMP_DISABLE' trace
  result $? 'nothing is dumped'
else
  skip 'nothing is dumped' 'strace is not installed or may not trace'
fi

finish
