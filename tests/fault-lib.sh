# What the tests of faults share; to be sourced. A run replaces an earlier report pack in "place" by
# that of the demo; whatever happens to it, all has changed or nothing has. TAP on stdout.

here=$(cd "$(dirname "$0")" && pwd)
data=${TESTDATA:-$here/../testdata}
ACORECON=$(cd "$(dirname "${ACORECON:-$here/../acorecon}")" && pwd)/acorecon

# Nothing here needs a disk, and syncing one takes its time.
[ -n "${TMPDIR-}" ] || [ ! -w /dev/shm ] || TMPDIR=/dev/shm
[ -x "$ACORECON" ] || exit 1
work=$(TMPDIR=${TMPDIR:-/tmp} mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
cp -R "$data/demo/in" in

number=0
failed=0
errors=0
signals=0
kills=0
result ()
{
  number=$((number + 1))
  if [ "$1" -eq 0 ]; then
    echo "ok $number - $2"
  else
    failed=1
    echo "not ok $number - $2"
  fi
}

skip ()
{
  number=$((number + 1))
  echo "ok $number - $1 # SKIP $2"
}

# finish: the plan, and how many faults there were.
finish ()
{
  echo "# figures: errors=$errors signals=$signals kills=$kills"
  echo "1..$number"
  exit $failed
}

# is_sanitized: sanitizers want more memory, time and system calls than the program.
is_sanitized ()
{
  grep -q __asan_init "$ACORECON"
}

# count CALL ARGUMENT...: how often the program makes that call.
count ()
{
  call=$1
  shift
  strace -f --seccomp-bpf -o trace -e trace="$call" "$@" >/dev/null 2>&1
  grep -c "$call(" trace
}

# with INJECTION PROGRAM ARGUMENT...: a run with a fault. strace's fast way sends no signals.
with ()
{
  injection=$1
  shift
  case $injection in
    *:signal=*) fast= ;;
    *) fast=--seccomp-bpf ;;
  esac
  # A shell of its own, which nobody hears when it tells that it was killed.
  # shellcheck disable=SC2086  # a word or none
  (
    strace -f $fast -o trace -e trace="${injection%%:*}" -e inject="$injection" "$@" >out 2>err
    exit $?
  ) 2>/dev/null
}

# sweep CALL FAULT ALLOWED [strays]: that fault at each occurrence of that call, from the first that is
# not the loader's. ALLOWED is a pattern of exit statuses.
sweep ()
{
  call=$1
  fault=$2
  allowed=$3
  first=$(($(count "$call" "$ACORECON" --help) + 1))
  fresh
  # shellcheck disable=SC2086  # words
  last=$(count "$call" "$ACORECON" $run)
  all "$call"
  bad=0
  k=$first
  while [ $k -le "$last" ]; do
    fresh
    # shellcheck disable=SC2086  # words
    with "$call:$fault:when=$k" "$ACORECON" $run
    status=$?
    case $fault in
      signal=*) signals=$((signals + 1)) ;;
      *) errors=$((errors + 1)) ;;
    esac
    echo "$status" | grep -qxE "$allowed" && judge $status "${4-}" || {
      bad=$((bad + 1))
      echo "# $call $fault at $k: status $status"
      tail -n 2 err | sed 's/^/# /'
    }
    k=$((k + step))
  done
  [ $bad -eq 0 ] && [ "$last" -ge "$first" ]
  result $? "$call, $fault, $first to $last"
}

# all CALL: after how many calls the next one is tried. There are many of some; the slow kinds of test
# programs and runs in a hurry take fewer.
all ()
{
  case $1 in
    openat | close | write) step=${FAULT_STEP:-4} ;;
    *) step=1 ;;
  esac
}

# kill_at CALL: the program is killed by force at occurrences of that call; the next run makes it good.
kill_at ()
{
  call=$1
  fresh
  # shellcheck disable=SC2086  # words
  last=$(count $call "$ACORECON" $run)
  first=$(($(count $call "$ACORECON" --help) + 1))
  all $call
  bad=0
  killed=0
  k=$first
  while [ $k -le "$last" ]; do
    fresh
    # shellcheck disable=SC2086
    with "$call:signal=KILL:when=$k" "$ACORECON" $run
    [ $? -ne 137 ] || killed=$((killed + 1))
    diff -r before/pack place/pack >/dev/null || diff -r expected place/pack >/dev/null || {
      bad=$((bad + 1))
      echo "# $call, killed at $k: neither the old nor the new pack is there"
    }
    # shellcheck disable=SC2086
    "$ACORECON" $run >out 2>err
    judge $? || {
      bad=$((bad + 1))
      echo "# $call, the run after one that was killed at $k"
    }
    k=$((k + step))
  done
  kills=$((kills + killed))
  [ $bad -eq 0 ] && [ $killed -gt 0 ]
  result $? "killed $killed times at $call: the next run makes it good and sweeps up"
}

mkdir before
"$ACORECON" reconcile --quiet --fail-on never --output before/pack "$data/golden/findings/worked-example/in"
set -- reconcile --quiet --fail-on never --force --output place/pack in
cp -R -p before place
"$ACORECON" "$@"
mv place/pack expected
rm -rf place

# fresh: the place as it is before a run.
fresh ()
{
  chmod -R u+w place 2>/dev/null
  rm -rf place
  cp -R -p before place
}

# judge STATUS [strays]: whether the place fits that status; says why not. With "strays" temporary
# folders may be left, as after a kill by force.
judge ()
{
  case $1 in
    0 | 1)
      diff -r expected place/pack >difference 2>&1
      others=$(ls -A place | grep -v '^pack$')
      ;;
    *)
      diff -r before/pack place/pack >difference 2>&1
      others=$(ls -A place | grep -v '^pack$')
      [ "${2-}" != strays ] || others=$(echo "$others" | grep -v '^\.pack\.tmp-......$')
      ;;
  esac
  if [ -s difference ] || [ -n "$others" ]; then
    echo "# status $1, beside it: $others"
    sed 's/^/# /' difference | head -n 5
    return 1
  fi
}
