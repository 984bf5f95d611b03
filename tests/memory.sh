#!/bin/sh
# Memory that runs out at any point: the program ends with status 70 and says so, or does all of its
# work. It is never told as a damaged archive, and a library that ends the program by itself does not
# decide about the status. TAP on stdout.
set -u
# shellcheck source=tests/fault-lib.sh
. "$(dirname "$0")/fault-lib.sh"

step=${MEMORY_STEP:-400}
if is_sanitized || ! (ulimit -v 4000000) 2>/dev/null; then
  echo '1..0 # SKIP the memory of this program cannot be limited'
  exit 0
fi
for tool in gzip xz zstd; do
  command -v $tool >/dev/null || {
    echo "1..0 # SKIP $tool is not installed"
    exit 0
  }
done

# Each way of unpacking has its own words for want of memory.
gzip in/ACO-balance-2026-07.csv
xz in/ACO-balance-2026-08.csv
zstd -q --rm in/ACO-balance-2026-09.csv
fresh
"$ACORECON" "$@" || exit 1
rm -rf expected
mv place/pack expected

# The least with which the program starts.
size=40000
while ! (ulimit -v $size && "$ACORECON" --help; exit $?) >/dev/null 2>&1; do
  size=$((size + step))
done
start=$size

wrong=0
words=0
short=0
successes=0
while [ $successes -lt 40 ] && [ $size -lt 400000 ]; do
  fresh
  (ulimit -v $size && exec "$ACORECON" "$@") >out 2>err
  status=$?
  case $status in
    0) successes=$((successes + 1)) ;;
    70) short=$((short + 1)) ;;
    127) ;;
    *) false ;;
  esac && judge $status strays || {
    wrong=$((wrong + 1))
    echo "# $size KiB: status $status"
    sed 's/^/# /' err
  }
  if grep -q damaged err || { [ $status -eq 70 ] && ! grep -q '^acorecon: .*nothing was written$' err; }; then
    words=$((words + 1))
    echo "# $size KiB: status $status"
    sed 's/^/# /' err
  fi
  size=$((size + step))
done
echo "# from $start to $size KiB: $short times too little, $successes times enough"
echo "# figures: limits=$((short + successes))"
[ $wrong -eq 0 ]
result $? 'want of memory is status 70, and nothing changes'
[ $words -eq 0 ]
result $? 'it is told as what it is'
[ $short -gt 3 ] && [ $successes -gt 3 ]
result $? 'there were limits that were too low, and some that were not'

finish
