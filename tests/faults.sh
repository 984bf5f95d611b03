#!/bin/sh
# System calls that fail, are interrupted or are never come back from: strace makes them so, one after
# the other. TAP on stdout.
set -u
# shellcheck source=tests/fault-lib.sh
. "$(dirname "$0")/fault-lib.sh"

if ! strace -f --seccomp-bpf -e trace=close -o trace true 2>/dev/null; then
  echo '1..0 # SKIP strace is not installed or may not trace'
  exit 0
fi
if [ "${QUICK_CHECK:-no}" = yes ]; then
  echo '1..0 # SKIP QUICK_CHECK is set'
  exit 0
fi
if is_sanitized; then
  echo '1..0 # SKIP sanitizers make system calls of their own'
  exit 0
fi

run=$*

# An interruption is no failure.
for call in openat close fsync mkdir mkdirat renameat2 unlinkat flock fchmodat; do
  fresh
  [ "$(count $call "$ACORECON" $run)" -gt "$(count $call "$ACORECON" --help)" ] &&
    sweep $call error=EINTR 0
done

# Any other failure is told, or of no account; nothing changes, or all does.
sweep fsync error=EIO 4
sweep mkdirat error=ENOSPC 4
sweep renameat2 error=EACCES '0|4'
sweep fchmodat error=EPERM 4
sweep unlinkat error=EACCES 0 strays
sweep write error=ENOSPC '4|0'

# At every call the program may be killed by force, and the next run makes it good.
for call in openat fsync mkdirat renameat2 unlinkat write; do
  kill_at $call
done

# A signal that comes at any call wins until the commit; after it the status says that it did not.
for call in fsync openat renameat2 unlinkat; do
  sweep $call signal=TERM '0|143'
done
sweep fsync signal=INT '0|130'
sweep fsync signal=HUP '0|129'
fresh
# shellcheck disable=SC2086
with 'renameat2:signal=TERM:when=1' "$ACORECON" $run
[ $? -eq 0 ]
result $? 'a signal within the commit is too late'
last=$(fresh; count fsync "$ACORECON" $run)
fresh
# shellcheck disable=SC2086  # the last sync is that of the place, the one before that of the pack
with "fsync:signal=TERM:when=$((last - 1))" "$ACORECON" $run
status=$?
[ $status -eq 143 ] && judge 143
result $? 'a signal just before the commit wins'

# What cannot be had is done without.
for injection in clone3:error=EAGAIN signalfd4:error=EMFILE eventfd2:error=EMFILE getrandom:error=ENOSYS; do
  fresh
  # shellcheck disable=SC2086
  with "$injection" "$ACORECON" $run
  status=$?
  [ $status -eq 0 ] && grep -q "INJECTED" trace && judge 0
  result $? "without ${injection%%:*}"
done
gzip -k in/*.csv 2>/dev/null && mkdir packed && mv in/*.gz packed &&
  "$ACORECON" check packed >expected.check 2>/dev/null &&
  with clone3:error=EAGAIN "$ACORECON" check packed && cmp -s out expected.check
result $? 'unpacking without threads'

# No core dumps, however the caller likes them.
fresh
# shellcheck disable=SC2086
(ulimit -c unlimited 2>/dev/null; strace -f --seccomp-bpf -o trace -e trace=prctl,prlimit64,setrlimit "$ACORECON" $run)
grep -qE 'RLIMIT_CORE, .*(rlim_cur=0|0, *0)' trace && grep -q 'PR_SET_DUMPABLE, SUID_DUMP_DISABLE' trace
result $? 'nothing is dumped'

finish
