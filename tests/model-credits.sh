#!/bin/sh
# acorecon mca and mca apply against the independent model of their contract in tests/model: random
# responses and charges, the same options, the same report but for the messages. TAP on stdout.
# CREDITS_SEEDS: how many worlds of each.
set -u

python=${PYTHON:-/usr/bin/python3}
quick=${QUICK_CHECK:-no}
[ "$quick" = yes ] && usual=10 || usual=50
seeds=${CREDITS_SEEDS:-$usual}
case $ACORECON in
*' '*) echo '1..0 # SKIP the model runs the program itself, not under a tool'; exit 0 ;;
esac
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || {
  echo '1..0 # SKIP there is no python3 to run the model'
  exit 0
}

echo 1..2
number=0
for kind in mca apply; do
  number=$((number + 1))
  if found=$("$python" "$SRCDIR/tests/model/compare_credits.py" "$ACORECON" 1 "$seeds" "$kind" 2>&1); then
    echo "ok $number - $kind: $(printf '%s\n' "$found" | tail -n 1)"
    echo "# figures: worlds=$(printf '%s\n' "$found" | sed -n '$s/^\([0-9]*\) .*/\1/p')"
  else
    printf '%s\n' "$found" | sed 's/^/# /'
    echo "not ok $number - $kind"
  fi
done
