#!/bin/sh
# A command that writes to the history is killed, its calls fail, its disk is full, its power is cut:
# the old state or the new one, and the next command makes it good. TAP on stdout.
# CLOSE_FAULT_STEP: of how many faults one is tried [199]; 1: all, as in `make check-long'.
# CLOSE_FAULT_CASES: a regular expression: of these commands only.
set -u

srcdir=$(cd "${SRCDIR:-$(dirname "$0")/..}" && pwd)
ACORECON=${ACORECON:-$srcdir/acorecon}
case $ACORECON in
*' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac
if [ "${1-}" != inside ]; then
  for tool in sqlite3 strace "${PYTHON:-python3}"; do
    command -v "$tool" >/dev/null || { echo "1..0 # SKIP there is no $tool"; exit 0; }
  done
  if grep -q __asan_init "$ACORECON"; then
    echo '1..0 # SKIP sanitizers make system calls of their own'
    exit 0
  fi
  # A file system of our own, whose size we choose, needs a name space of mounts.
  for space in --mount '--mount --user --map-root-user'; do
    # shellcheck disable=SC2086  # a list of options
    unshare $space mount -t tmpfs tmpfs "${TMPDIR:-/tmp}" 2>/dev/null &&
      exec unshare $space sh "$0" inside
  done
  echo '1..0 # SKIP no file system can be mounted here'
  exit 0
fi

step=${CLOSE_FAULT_STEP:-199}
work=$(cd "$(mktemp -d)" && pwd -P) || exit 1
trap 'umount "$work/disk"; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/disk"
mount -t tmpfs -o size=64m tmpfs "$work/disk" || exit 1
cd "$work" || exit 1
unset ACORECON_HISTORY XDG_CONFIG_HOME
SOURCE_DATE_EPOCH=1790000000
export SOURCE_DATE_EPOCH

number=0
failed=0
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

# month MONTH CREDIT BALANCE USED [CHARGED]: the files of a month.
month ()
{
  mkdir -p "$1"
  {
    echo CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,CurrencyCode,AgreementID,EffectiveDate,ExpiryDate
    echo "c1,2026-$1,$2,$3,USD,a1,2026-08-01,2027-07-31"
  } >"$1/aco.csv"
  {
    echo CustomerId,CustomerName,InvoiceNumber,ProductId,SkuId,ChargeType,Subtotal,Currency,SubscriptionDescription,ChargeStartDate,EffectiveUnitPrice,BillableQuantity,CreditReasonCode
    echo "c1,Contoso,G0000$1,P1,0001,new,${5:-$4},USD,Azure plan,2026-$1-01,1,$4,"
    echo "c1,,G0000$1,P1,0001,customerCredit,-$4,USD,Azure plan,2026-$1-01,-1,$4,Azure Credit Offer"
  } >"$1/invoice.csv"
}

# fresh [FOLDER]: the disk as it is before the command, or as FOLDER is.
fresh ()
{
  find disk -mindepth 1 -delete
  cp -R "${1:-$before}/." disk/
}

# state: "old" or "new", by the events; a copy is asked, so that the disk stays as it is.
state ()
{
  rm -rf asked
  mkdir asked
  cp disk/h.db* asked/ 2>/dev/null
  found=
  [ ! -e asked/h.db ] || found=$(sqlite3 asked/h.db "SELECT count(*) FROM event WHERE what <> 'pack'" 2>&1)
  case ${found:-0} in
  "$events_before") echo old ;;
  "$events_after") echo new ;;
  *) echo "neither: $found" ;;
  esac
}

# tell DATABASE: all that is in it, but for the events that tell of late packs.
tell ()
{
  sqlite3 "$1" .dump | grep -v "^INSERT INTO event VALUES([0-9]*,'[^']*','pack'"
}

# good: all is as it is after the command, nothing else is there, and the history is sound.
good ()
{
  "$ACORECON" verify --history disk/h.db && tell disk/h.db | diff told - && diff -r -x h.db expected disk
}

# made_good WHAT ARGUMENT...: the command once more, or, where it is done for good, none; says why
# it is not good then.
made_good ()
{
  what=$1
  shift
  : >difference
  if { [ "$repeats" = no ] && [ "$(state)" = new ]; } || "$ACORECON" "$@" >out 2>err; then
    good >difference 2>&1 && return 0
  fi
  {
    echo "$what: what comes after it"
    cat err difference
    ls -A disk
  } | sed 's/^/# /'
  return 1
}

# fail CALL FAULT ARGUMENT...: the command with that fault at every so manieth call.
fail ()
{
  call=$1
  fault=$2
  shift 2
  last=$(grep -c "[ 0-9]$call(" counted)
  bad=0
  when=$((1 + (step - turn % step) % step))
  turn=$((turn + last))
  while [ "$when" -le "$last" ]; do
    fresh
    strace -f --seccomp-bpf -o trace -e trace="$call" -e inject="$call:$fault:when=$when" \
      "$ACORECON" "$@" >out 2>err
    status=$?
    now=$(state)
    case $status$now in
    0new) [ ! -e disk/h.db-journal ] || grep -q 'next command' err ;;
    4old | 5old) : ;;
    4new | 5new) grep -q "$confesses" err ;;
    137old | 137new) [ "$fault" = signal=KILL ] ;;
    *) false ;;
    esac || {
      bad=$((bad + 1))
      echo "# $name: $call $fault at $when: status $status, $now: $(cat err)"
    }
    made_good "$name: $call $fault at $when" "$@" || bad=$((bad + 1))
    tried=$((tried + 1))
    when=$((when + step))
  done
  total=$((total + last))
  faults=$((faults + bad))
}

# fail_all FAULT CALLS ARGUMENT...: each of the calls with it.
fail_all ()
{
  fault=$1
  calls=$2
  shift 2
  tried=0
  total=0
  faults=0
  turn=0
  for call in $calls; do
    fail "$call" "$fault" "$@"
  done
  case $fault in
    signal=KILL) echo "# figures: kills=$tried" ;;
    *) echo "# figures: errors=$tried" ;;
  esac
  [ $faults -eq 0 ] && [ $tried -gt 0 ]
  result $? "$name: $tried of $total calls with $fault"
}

# fail_each ARGUMENT...: killed at each call, and each call that writes with each error.
fail_each ()
{
  fresh
  strace -f -o counted "$ACORECON" "$@" >/dev/null 2>&1
  fail_all signal=KILL "$(sed -n 's/^[0-9]* *\([a-z_0-9]*\)(.*/\1/p' counted | sort -u | grep -v '^exit_group$')" "$@"
  for error in EIO ENOSPC; do
    fail_all "error=$error" 'write pwrite64 fsync fdatasync renameat2 linkat unlink unlinkat mkdirat' "$@"
  done
}

# grow ARGUMENT...: a disk that grows by 4 KiB from run to run.
grow ()
{
  steps=0
  bad=0
  fresh
  size=$((($(df -k --output=used disk | tail -n 1) + 7) / 4 * 4))
  while :; do
    mount -o remount,size=64m disk
    fresh
    mount -o "remount,size=${size}k" disk
    "$ACORECON" "$@" >out 2>err
    status=$?
    [ $status -ne 0 ] || break
    if [ $status -ne 4 ] || ! diff -r "$before" disk >difference; then
      bad=$((bad + 1))
      echo "# $size KiB: status $status: $(cat err)"
      sed 's/^/# /' difference
    fi
    mount -o remount,size=64m disk
    made_good "$name: a disk of $size KiB" "$@" || bad=$((bad + 1))
    steps=$((steps + 1))
    size=$((size + 4 * ((step + 2) / 3)))
  done
  mount -o remount,size=64m disk
  echo "# figures: disks=$steps"
  [ $bad -eq 0 ] && [ $steps -gt 0 ]
  result $? "$name: $steps disks are too small: status 4, and nothing has changed"
}

# cut_power ARGUMENT...: what the power leaves when it is cut, see close/power-cut.py.
cut_power ()
{
  fresh
  strace -f --seccomp-bpf -yy -xx -s 100000000 -o trace -e trace="$(sed -n 's/^TRACED = ("\(.*\)"$/\1/p; s/^ *"\(.*\)")$/\1/p' \
    "$srcdir/tests/close/power-cut.py" | tr -d '\n')" "$ACORECON" "$@" >out 2>err
  mkdir images
  "${PYTHON:-python3}" "$srcdir/tests/close/power-cut.py" trace "$before" images "$work/disk" "$step" >cuts
  end=$(sed -n 's/^end \([0-9]*\) .*/\1/p' cuts)
  tried=0
  bad=0
  while read -r image call kind; do
    [ "$image" != end ] || continue
    [ -d "images/$image" ] || continue
    fresh "images/$image"
    if [ "$call" -eq "$end" ] && ! good >difference 2>&1; then
      bad=$((bad + 1))
      echo "# $name: it had said that it was done, and the power took it: $kind"
    fi
    made_good "$name: the power is cut after $call of $end calls, $kind" "$@" || bad=$((bad + 1))
    tried=$((tried + 1))
  done <cuts
  echo "# figures: cuts=$tried"
  [ $bad -eq 0 ] && [ $tried -gt 0 ]
  result $? "$name: $tried of $(($(wc -l <cuts) - 1)) disks after a cut of the power are made good"
}

# scenario NAME BEFORE REPEATS CONFESSES ARGUMENT...: what faults do to a command, BEFORE being what
# the disk holds. REPEATS: whether it may be given again when it is done. CONFESSES: what a failure
# says that is none any more.
scenario ()
{
  name=$1
  before=$2
  repeats=$3
  confesses=$4
  shift 4
  printf '%s\n' "$name" | grep -qE -e "${CLOSE_FAULT_CASES:-.}" || return 0
  rm -rf expected images
  fresh
  events_after=-1
  events_before=0
  [ ! -e disk/h.db ] || events_before=$(sqlite3 disk/h.db "SELECT count(*) FROM event WHERE what <> 'pack'")
  "$ACORECON" "$@" >out 2>err || { cat out err; exit 1; }
  events_after=$(sqlite3 disk/h.db "SELECT count(*) FROM event WHERE what <> 'pack'")
  tell disk/h.db >told
  cp -R disk expected
  fail_each "$@"
  grow "$@"
  cut_power "$@"
}

# begin FOLDER COMMAND...: the disk after it is kept as FOLDER.
begin ()
{
  folder=$1
  shift
  "$@" >out 2>err || { cat out err; exit 1; }
  cp -R disk "$folder"
}

close='close --preparer Ann --approver Bo --history disk/h.db --output disk/pack'
month 08 100 900 100
month 09 350 650 250
mkdir none
# shellcheck disable=SC2086  # $close is several words
begin one "$ACORECON" close 2026-08 --preparer Ann --approver Bo --history disk/h.db --first 08
begin two "$ACORECON" close 2026-09 --preparer Ann --approver Bo --history disk/h.db 09
cp -R 09 late
month 09 340 660 240
"$ACORECON" reconcile --month 2026-09 --quiet --output report --fail-on never late
"$ACORECON" reconcile --month 2026-09 --quiet --output report --force --fail-on never 08 09
ids=$(sed -n 's/.*"id":"\(f[0-9a-f]*\)".*/\1/p' report/report.json)
sed '1s/$/,resolution,note/; 2,$s/$/,disputed,ticket 12/' report/findings.csv >decided.csv

# shellcheck disable=SC2086  # $close and $ids are several words
{
  scenario 'the first close' none yes sealed $close 2026-08 --first 08
  scenario 'a further close' one yes sealed $close 2026-09 late
  scenario 'a restatement' two yes sealed $close 2026-09 --restate --reason 'a new report' 09
  scenario 'a reopening' two no reopened reopen 2026-09 --by Bo --reason 'a new report' --history disk/h.db
  scenario 'the first resolution' none no resolved resolve $ids --as accepted --note fine --by Bo \
    --report report/report.json --history disk/h.db
  scenario 'a table of resolutions' two no resolved resolve --import decided.csv --by Bo --history disk/h.db
}

echo "1..$number"
exit $failed
