#!/bin/sh
# Months closed one by one, on random worlds: the figures and findings are those of one run over all
# files, and those of the independent model in tests/model. TAP on stdout.
# CLOSING_SEEDS: how many worlds of each kind.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
ACORECON=${ACORECON:-$srcdir/acorecon}
python=${PYTHON:-/usr/bin/python3}
quick=${QUICK_CHECK:-no}
[ "$quick" = yes ] && usual=5 || usual=15
seeds=${CLOSING_SEEDS:-$usual}
case $ACORECON in
*' '*) echo '1..0 # SKIP the model runs the program itself, not under a tool'; exit 0 ;;
esac
"$python" -c 'import sqlite3, sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || {
  echo '1..0 # SKIP there is no python3 with sqlite3'
  exit 0
}
unset ACORECON_HISTORY

echo 1..2
number=0
failed=0
run () {
  number=$((number + 1))
  name=$1
  shift
  if found=$("$python" "$srcdir/tests/model/closing.py" "$ACORECON" 1 "$seeds" "$@" 2>&1); then
    echo "ok $number - $name: $(printf '%s\n' "$found" | tail -n 1)"
    echo "# figures: worlds=$(printf '%s\n' "$found" | sed -n '$s/^\([0-9]*\) .*/\1/p')"
  else
    printf '%s\n' "$found" | sed 's/^/# /'
    echo "not ok $number - $name"
    failed=1
  fi
}
run 'balances and invoices'
run 'with daily usage' --daily
exit $failed
