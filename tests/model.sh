#!/bin/sh
# The program against the independent model of the contract in tests/model: random worlds, the same
# options, the same report but for the messages. TAP on stdout: one line per kind of world.
# MODEL_SEEDS: how many worlds of each kind. BENEFIT_SEEDS: of partner benefits alone.
set -u

python=${PYTHON:-/usr/bin/python3}
quick=${QUICK_CHECK:-no} # CI sets it where the same program was tested so already
[ "$quick" = yes ] && usual=10 || usual=60
seeds=${MODEL_SEEDS:-$usual}
case $ACORECON in
*' '*) echo '1..0 # SKIP the model runs the program itself, not under a tool'; exit 0 ;;
esac
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || {
  echo '1..0 # SKIP there is no python3 to run the model'
  exit 0
}

echo 1..5
number=0
compare=compare.py
run () {
  number=$((number + 1))
  name=$1
  shift
  if found=$("$python" "$SRCDIR/tests/model/$compare" "$ACORECON" 1 "$seeds" "$@" 2>&1); then
    echo "ok $number - $name: $(printf '%s\n' "$found" | tail -n 1)"
    echo "# figures: worlds=$(printf '%s\n' "$found" | sed -n '$s/^\([0-9]*\) .*/\1/p')"
  else
    printf '%s\n' "$found" | sed 's/^/# /'
    echo "not ok $number - $name"
  fi
}
run 'balances and invoices'
run 'with daily usage' --daily
run 'with bad rows' --nasty
run 'with daily usage and bad rows' --daily --nasty
seeds=${BENEFIT_SEEDS:-$seeds}
compare=benefits.py
run 'partner benefits'
