#!/bin/sh
# A part of a report that --customer, --code and --min show has rows of the whole, and all else of it:
# random worlds of tests/model. TAP on stdout.
# MODEL_SEEDS: how many worlds of each kind.
set -u

python=${PYTHON:-/usr/bin/python3}
quick=${QUICK_CHECK:-no} # CI sets it where the same program was tested so already
[ "$quick" = yes ] && usual=3 || usual=10
seeds=${MODEL_SEEDS:-$usual}
case $ACORECON in
*' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || {
  echo '1..0 # SKIP there is no python3'
  exit 0
}

echo 1..2
number=0
run () {
  number=$((number + 1))
  name=$1
  shift
  if found=$("$python" "$SRCDIR/tests/model/narrowing.py" "$ACORECON" 1 "$seeds" "$@" 2>&1); then
    echo "ok $number - $name: $(printf '%s\n' "$found" | tail -n 1)"
  else
    printf '%s\n' "$found" | sed 's/^/# /'
    echo "not ok $number - $name"
  fi
}
run 'balances and invoices'
run 'with daily usage' --daily
