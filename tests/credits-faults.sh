#!/bin/sh
# The packs of the commands beside ACO while system calls fail, signals come and the program is killed:
# each changes as a whole or not at all, as that of a reconciliation. A sample of the calls; FAULT_STEP=1
# tries all. TAP on stdout.
set -u
# shellcheck source=tests/fault-lib.sh
. "$(dirname "$0")/fault-lib.sh"

if ! strace -f --seccomp-bpf -e trace=close -o trace true 2>/dev/null; then
  echo '1..0 # SKIP strace is not installed or may not trace'
  exit 0
fi
if [ "${QUICK_CHECK:-no}" = yes ] || is_sanitized; then
  echo '1..0 # SKIP QUICK_CHECK is set, or sanitizers make system calls of their own'
  exit 0
fi
FAULT_STEP=${FAULT_STEP:-7}
cp -R "$data/demo/mca" "$data/demo/benefits" .

# begin NAME EARLIER COMMAND...: the words EARLIER give the pack that stands there, and COMMAND the new one.
begin ()
{
  name=$1
  earlier=$2
  shift 2
  rm -rf before expected place
  mkdir before
  # shellcheck disable=SC2086  # words
  "$ACORECON" $earlier --quiet --output before/pack
  run="$* --quiet --force --output place/pack"
  fresh
  # shellcheck disable=SC2086
  "$ACORECON" $run
  usual=$?
  mv place/pack expected
  ! diff -r before/pack expected >/dev/null && [ $usual -le 1 ]
  result $? "$name: a pack takes the place of another"
}

# sweep_all: some of everything; a run that ends well has the status that it has without faults.
sweep_all ()
{
  sweep fsync error=EINTR $usual
  sweep fsync error=EIO 4
  sweep mkdirat error=ENOSPC 4
  sweep renameat2 error=EACCES "$usual|4"
  sweep write error=ENOSPC "$usual|4"
  sweep unlinkat error=EACCES $usual strays
  for call in fsync renameat2; do
    sweep $call signal=TERM "$usual|143"
    kill_at $call
  done
}

lots=mca/responses/profile-lots-0001.json
begin mca "mca $lots" mca mca/responses
sweep_all
begin 'mca apply' "mca apply --as-of 2026-12-31 --lots $lots --charges mca/charges-2026-11.csv" \
  mca apply --lots $lots --charges mca/charges-2026-11.csv
sweep write error=ENOSPC "$usual|4"
sweep fsync signal=TERM "$usual|143"
begin benefits 'benefits --as-of 2026-09-30 benefits/benefits.csv' \
  benefits --as-of 2026-10-31 --use benefits/use.csv benefits/benefits.csv
sweep write error=ENOSPC "$usual|4"
sweep fsync signal=TERM "$usual|143"
begin credits 'credits in' credits in mca/responses benefits/benefits.csv benefits/use.csv
sweep write error=ENOSPC "$usual|4"
sweep fsync signal=TERM "$usual|143"

# A standard output that takes nothing, and files that may not grow.
begin mca "mca $lots" mca mca/responses
fresh
# shellcheck disable=SC2086
(ulimit -f 4 && exec "$ACORECON" $run) >out 2>err
[ $? -eq 4 ] && grep -q '; nothing was written$' err && judge 4
result $? 'files that may not grow are told'
if [ -c /dev/full ]; then
  "$ACORECON" mca --format json mca/responses 2>err >/dev/full
  [ $? -eq 4 ] && grep -q 'cannot write to standard output: No space' err
  result $? 'a full standard output is told'
fi

finish
