#!/bin/sh
# The journals, read by the tools they are written for. TAP on stdout: hledger, beancount and
# ledger must accept, in their strict modes, the journal of the demonstration, of random worlds and
# of texts made to break them, and must come to the balances of the JSON report.
# JOURNAL_SEEDS: how many random worlds; JOURNAL_DRIVER: tests/journal/journal-driver.
set -u

# CI sets it where the same program was tested so already.
if [ "${QUICK_CHECK:-no}" = yes ]; then
  echo '1..0 # SKIP QUICK_CHECK is set'
  exit 0
fi

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
python=${PYTHON:-/usr/bin/python3}
driver=${JOURNAL_DRIVER:-tests/journal/journal-driver}
seeds=${JOURNAL_SEEDS:-8}
# hledger reads and writes in the encoding of the locale.
LC_ALL=C.UTF-8
export LC_ALL

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || {
  echo '1..0 # SKIP there is no python3'
  exit 0
}
[ -x "$driver" ] || {
  echo "1..0 # SKIP there is no $driver; make check builds it"
  exit 0
}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

number=0
failed=0

# result STATUS NAME: one test; what it said is in $work/said.
result ()
{
  number=$((number + 1))
  if [ "$1" -eq 0 ]; then
    echo "ok $number - $2: $(tail -n 1 "$work/said")"
  else
    sed 's/^/# /' "$work/said"
    echo "not ok $number - $2"
    failed=1
  fi
}

# is_there TOOL: also the library by which beancount's balances are read.
is_there ()
{
  case $1 in
    beancount) command -v bean-check >/dev/null && "$python" -c 'import beancount' 2>/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

# agrees TOOL MONTH PATH: the journal of PATH has the balances of its report.
agrees ()
{
  journal=$work/journal.$1
  "$driver" "$1" "$2" - "$3" >"$journal" && "$driver" json "$2" - "$3" >"$work/report.json" &&
    "$python" "$srcdir/tests/journal/books.py" "$1" "$journal" "$work/report.json"
}

# wrong TOOL: the tool must refuse a journal of which one closing balance is 0.01 off.
wrong ()
{
  "$driver" "$1" all - "$srcdir/testdata/demo/in" >"$work/right" || return 1
  case $1 in
    beancount) sed 's/\(balance .*  \)1140\.00 ~/\11140.01 ~/' "$work/right" ;;
    *) sed 's/= 1140\.00 /= 1140.01 /' "$work/right" ;;
  esac >"$work/wrong.$1"
  cmp -s "$work/right" "$work/wrong.$1" && { echo 'nothing was changed'; return 1; }
  case $1 in
    hledger) ! hledger -f "$work/wrong.hledger" check ;;
    beancount) ! bean-check "$work/wrong.beancount" ;;
    ledger) ! ledger --args-only -f "$work/wrong.ledger" balance ;;
  esac >"$work/refusal" 2>&1 || { echo 'the wrong balance was accepted'; return 1; }
  grep -q '1140\.01' "$work/refusal" && echo 'refused'
}

# worlds TOOL: as many random worlds as asked for; those the driver has no options for are left out.
worlds ()
{
  compared=0
  seed=0
  while [ "$seed" -lt "$seeds" ]; do
    seed=$((seed + 1))
    rm -rf "$work/world"
    "$python" "$srcdir/tests/model/random_world.py" "$seed" "$work/world" >/dev/null || return 1
    "$driver" json all - "$work/world" >/dev/null 2>&1 || continue
    agrees "$1" all "$work/world" || { echo "seed $seed"; return 1; }
    compared=$((compared + 1))
  done
  [ "$compared" -gt 0 ] && echo "$compared worlds"
}

"$python" "$srcdir/tests/journal/odd_world.py" "$work/odd" || exit 1

echo 1..17
for tool in hledger beancount ledger; do
  for test in demonstration month 'odd texts' 'random worlds' 'wrong balance'; do
    if ! is_there "$tool"; then
      number=$((number + 1))
      echo "ok $number - $tool: $test # SKIP $tool is not installed"
      continue
    fi
    case $test in
      demonstration) agrees "$tool" all "$srcdir/testdata/demo/in" ;;
      month) agrees "$tool" 2026-09 "$srcdir/testdata/demo/in" ;;
      'odd texts') agrees "$tool" all "$work/odd" ;;
      'random worlds') worlds "$tool" ;;
      'wrong balance') wrong "$tool" ;;
    esac >"$work/said" 2>&1
    result $? "$tool: $test"
  done
done

# A book of one journal per month: the first with its openings, the others continue it.
book ()
{
  printf '[journal]\ncontinues = true\n' >"$work/later.ini"
  echo 'plugin "beancount.plugins.auto_accounts"' >"$work/book.beancount"
  accounts=-
  for month in 2026-07 2026-08 2026-09 2026-10; do
    for tool in hledger beancount ledger; do
      "$driver" "$tool" "$month" "$accounts" "$srcdir/testdata/demo/in" >"$work/$month.$tool" &&
        "$driver" "$tool" "$month" "$accounts" "$srcdir/testdata/demo/in" >"$work/again" &&
        cmp "$work/again" "$work/$month.$tool" || return 1
      case $tool in
        beancount) echo "include \"$month.beancount\"" ;;
        *) echo "include $month.$tool" ;;
      esac >>"$work/book.$tool"
    done
    accounts=$work/later.ini
  done
  "$driver" json all - "$srcdir/testdata/demo/in" >"$work/report.json" || return 1
  readers=
  for tool in hledger beancount ledger; do
    is_there "$tool" || continue
    "$python" "$srcdir/tests/journal/books.py" "$tool" "$work/book.$tool" "$work/report.json" ||
      return 1
    readers="$readers $tool"
  done
  echo "the same bytes twice; read by:${readers:- no tool, as none is installed}"
}
book >"$work/said" 2>&1
result $? 'a book of one journal per month'

# What was sealed and the entries that correct it are together what the month says now.
corrections ()
{
  program=${ACORECON:-$srcdir/acorecon}
  case $program in
    *' '*) echo 'not under a tool'; return 0 ;;
  esac
  SOURCE_DATE_EPOCH=1790000000
  export SOURCE_DATE_EPOCH
  cp -R "$srcdir/testdata/demo/in" "$work/month" && chmod -R u+w "$work/month"
  "$program" close 2026-10 --first --preparer A --approver B --fail-on never --quiet \
    --history "$work/h.db" --journal hledger "$work/month" --output "$work/sealed" || return 1
  # a credit that moved, an invoice line that came, a customer that is gone
  sed -i 's/,982.50,Active,217.50,/,970.00,Active,230.00,/; /,1550.00,/d' "$work/month/ACO-balance-2026-10.csv"
  sed -i '3{p;}' "$work/month/G056448731-recon-2026-10.csv"
  "$program" reconcile --month 2026-10 --format json --fail-on never "$work/month" \
    >"$work/report.json" || return 1
  echo 'plugin "beancount.plugins.auto_accounts"' >"$work/restated.beancount"
  : >"$work/restated.hledger"
  : >"$work/restated.ledger"
  readers=
  for tool in hledger beancount ledger; do
    "$driver" "$tool" 2026-10 - "$srcdir/testdata/demo/in" >"$work/old.$tool" || return 1
    "$program" diff 2026-10 --history "$work/h.db" --journal "$tool" --date 2026-11-01 \
      "$work/month" >"$work/correction.$tool"
    [ $? = 1 ] && grep -q '^2026-11-01 ' "$work/correction.$tool" || return 1
    case $tool in
      beancount) printf 'include "old.%s"\ninclude "correction.%s"\n' "$tool" "$tool" ;;
      *) printf 'include old.%s\ninclude correction.%s\n' "$tool" "$tool" ;;
    esac >>"$work/restated.$tool"
    is_there "$tool" || continue
    "$python" "$srcdir/tests/journal/books.py" "$tool" "$work/restated.$tool" \
      "$work/report.json" || return 1
    readers="$readers $tool"
  done
  cmp "$work/old.hledger" "$work/sealed/journal.hledger" || return 1
  echo "sealed and corrected; read by:${readers:- no tool, as none is installed}"
}
corrections >"$work/said" 2>&1
result $? 'corrections of a sealed month'
exit $failed
