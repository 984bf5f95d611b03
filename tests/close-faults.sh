#!/bin/sh
# A close whose calls fail, whose disk is full, whose power is cut: the old state or the new one, and
# the next close makes it good. (Kills are in close.sh.) TAP on stdout.
# CLOSE_FAULT_STEP: of how many faults one is tried [23]; 1: all, as in `make check-long'.
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

step=${CLOSE_FAULT_STEP:-23}
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

# month MONTH CREDIT BALANCE USED: the files of a month.
month ()
{
  mkdir -p "$1"
  {
    echo CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,CurrencyCode,AgreementID,EffectiveDate,ExpiryDate
    echo "c1,2026-$1,$2,$3,USD,a1,2026-08-01,2027-07-31"
  } >"$1/aco.csv"
  {
    echo CustomerId,CustomerName,InvoiceNumber,ProductId,SkuId,ChargeType,Subtotal,Currency,SubscriptionDescription,ChargeStartDate,EffectiveUnitPrice,BillableQuantity,CreditReasonCode
    echo "c1,Contoso,G0000$1,P1,0001,new,$4,USD,Azure plan,2026-$1-01,1,$4,"
    echo "c1,,G0000$1,P1,0001,customerCredit,-$4,USD,Azure plan,2026-$1-01,-1,$4,Azure Credit Offer"
  } >"$1/invoice.csv"
}

month 08 100 900 100
month 09 350 650 250
mkdir none one
"$ACORECON" close 2026-08 --preparer Ann --approver Bo --history one/h.db --first 08 >out 2>err ||
  { cat err; exit 1; }

# fresh [FOLDER]: the disk as it is before the close, or as FOLDER is.
fresh ()
{
  find disk -mindepth 1 -delete
  cp -R "${1:-$before}/." disk/
}

seals ()
{
  [ -e disk/h.db ] || { echo 0; return; }
  sqlite3 disk/h.db "SELECT count(*) FROM seal WHERE month = '$closed'" 2>/dev/null
}

# good: the month is sealed, its pack is there, nothing else is, and the history is sound.
good ()
{
  [ "$(sqlite3 disk/h.db "SELECT state || ' ' || pack_state FROM seal WHERE month = '$closed'; PRAGMA integrity_check" |
    tr '\n' ' ')" = 'sealed written ok ' ] && [ "$(ls -A disk | tr '\n' ' ')" = 'h.db pack ' ] &&
    diff -r expected disk/pack
}

# made_good WHAT ARGUMENT...: the close once more; says why it is not good then.
made_good ()
{
  what=$1
  shift
  : >difference
  "$ACORECON" "$@" >out 2>err && good >difference && return 0
  {
    echo "$what: the close after it"
    cat err difference
    ls -A disk
  } | sed 's/^/# /'
  return 1
}

# fail CALL ERROR ARGUMENT...: the close with that error at every so manieth call.
fail ()
{
  call=$1
  error=$2
  shift 2
  last=$(grep -c "[ 0-9]$call(" counted)
  bad=0
  tried=0
  when=$((1 + number % step))
  while [ "$when" -le "$last" ]; do
    fresh
    strace -f --seccomp-bpf -o trace -e trace="$call" -e inject="$call:error=$error:when=$when" \
      "$ACORECON" "$@" >out 2>err
    status=$?
    case $status in
    0) [ "$(seals)" = 1 ] && [ ! -e disk/h.db-journal ] ;;
    4 | 5) [ "$(seals)" = 0 ] || grep -q 'sealed' err ;;
    *) false ;;
    esac || {
      bad=$((bad + 1))
      echo "# $call $error at $when: status $status, $(seals) seals: $(cat err)"
    }
    made_good "$call $error at $when" "$@" || bad=$((bad + 1))
    tried=$((tried + 1))
    when=$((when + step))
  done
  [ $bad -eq 0 ]
  result $? "$name: $call fails with $error, $tried of $last times"
}

# fail_all ARGUMENT...: each call that writes, with each error.
fail_all ()
{
  calls='write pwrite64 fsync fdatasync renameat2 linkat unlink unlinkat mkdirat'
  fresh
  strace -f --seccomp-bpf -o counted -e trace="$(echo "$calls" | tr ' ' ,)" "$ACORECON" "$@" >/dev/null 2>&1
  for call in $calls; do
    for error in EIO ENOSPC; do
      fail "$call" "$error" "$@"
    done
  done
}

# grow ARGUMENT...: a disk that grows by 4 KiB from close to close.
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
    made_good "a disk of $size KiB" "$@" || bad=$((bad + 1))
    steps=$((steps + 1))
    size=$((size + 4 * ((step + 2) / 3)))
  done
  mount -o remount,size=64m disk
  [ $bad -eq 0 ] && [ $steps -gt 3 ]
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
    if [ "$call" -eq "$end" ] && ! good >difference; then
      bad=$((bad + 1))
      echo "# the close had said that it was done, and the power took it: $kind"
    fi
    made_good "the power is cut after $call of $end calls, $kind" "$@" || bad=$((bad + 1))
    tried=$((tried + 1))
  done <cuts
  [ $bad -eq 0 ] && [ $tried -gt 3 ]
  result $? "$name: $tried of $(($(wc -l <cuts) - 1)) disks after a cut of the power are made good"
}

# scenario NAME BEFORE MONTH [ARGUMENT]...: closes the month, BEFORE being what the disk holds.
scenario ()
{
  name=$1
  before=$2
  closed=2026-$3
  month=$3
  shift 3
  set -- close "$closed" --preparer Ann --approver Bo --history disk/h.db --output disk/pack "$@" "$month"
  rm -rf expected images
  fresh
  "$ACORECON" "$@" >out 2>err || { cat err; exit 1; }
  mv disk/pack expected
  fail_all "$@"
  grow "$@"
  cut_power "$@"
}

scenario 'the first close' none 08 --first
scenario 'a further close' one 09

echo "1..$number"
exit $failed
