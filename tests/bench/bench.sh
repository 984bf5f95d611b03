#!/bin/sh
# How fast acorecon reads, as a table: for an invoice file and a daily rated usage file of each
# size the median wall time of `acorecon reconcile --quiet`, what that is in MB/s (10^6 bytes), and
# the largest resident memory of all runs; beside it how fast sha256sum and wc -l read the same
# file. Each file is read once before, so that it lies in memory as far as that goes.
#
#   make bench
#
# BENCH_SIZES  sizes as tests/bench/make-files takes them [100M 1G]
# BENCH_RUNS   runs of each program on each file [3]
# BENCH_DIR    folder for the files, which are removed at the end; room for the largest is needed
#              [a new one in TMPDIR or /tmp]
#
# First of all a small invoice and its balance report must reconcile without a warning: what is
# measured is a clean month, not the making of findings.
set -eu

: "${ACORECON:?names the program; run make bench}"
: "${MAKE_FILES:?names the generator; run make bench}"
sizes=${BENCH_SIZES-100M 1G}
runs=${BENCH_RUNS-3}

LC_ALL=C
export LC_ALL
[ -x /usr/bin/time ] || { echo "bench.sh: /usr/bin/time is missing (package time)" >&2; exit 1; }

work=
own_dir=
clean_up ()
{
  [ -z "$work" ] || rm -rf "$work"
  [ -z "$own_dir" ] || rmdir "$own_dir"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

if [ -n "${BENCH_DIR-}" ]; then
  [ -d "$BENCH_DIR" ] || { mkdir "$BENCH_DIR" && own_dir=$BENCH_DIR; }
fi
work=$(mktemp -d "${BENCH_DIR:-${TMPDIR:-/tmp}}/acorecon-bench.XXXXXX")

check_generator ()
{
  "$MAKE_FILES" balance 2M >"$work/balance.csv"
  "$MAKE_FILES" invoice 2M >"$work/invoice.csv"
  "$ACORECON" reconcile --quiet "$work/balance.csv" "$work/invoice.csv" || {
    echo "bench.sh: the generated files do not reconcile (status $?)" >&2
    exit 1
  }
  rm "$work/balance.csv" "$work/invoice.csv"
}

# measure COMMAND...: median of the wall seconds and largest resident KiB.
measure ()
{
  i=0
  while [ "$i" -lt "$runs" ]; do
    i=$((i + 1))
    /usr/bin/time -q -o "$work/time" -f '%e %M' "$@" >/dev/null || {
      echo "bench.sh: status $? of $*" >&2
      return 1
    }
    cat "$work/time"
  done | sort -n | awk -v runs="$runs" '
    { seconds[NR] = $1; if ($2 > kib) kib = $2 }
    END {
      if (NR != runs) exit 1 # one of them failed
      middle = int((NR + 1) / 2)
      print (NR % 2 ? seconds[middle] : (seconds[middle] + seconds[middle + 1]) / 2), kib
    }'
}

# show KIND SIZE FILE: one line of the table.
show ()
{
  bytes=$(wc -c <"$3")
  rows=$(wc -l <"$3")
  cat "$3" >/dev/null
  ours=$(measure "$ACORECON" reconcile --quiet --fail-on never "$3")
  sum=$(measure sha256sum "$3")
  count=$(measure wc -l "$3")
  echo "$1 $2 $bytes $rows $ours $sum $count" | awk '
    function speed(seconds) { return seconds > 0 ? sprintf("%.0f", $3 / 1e6 / seconds) : "-" }
    { printf "%-8s %5s %9d %9.2f %7s %9.1f %10s %7s\n",
        $1, $2, $4 - 1, $5, speed($5), $6 / 1024, speed($7), speed($9) }'
}

check_generator
"$ACORECON" --version
echo "median of $runs runs; MB/s in 10^6 bytes"
echo
printf '%-8s %5s %9s %9s %7s %9s %10s %7s\n' \
  file size rows seconds MB/s 'peak MiB' sha256sum 'wc -l'
for kind in invoice daily; do
  for size in $sizes; do
    "$MAKE_FILES" "$kind" "$size" >"$work/$kind.csv"
    show "$kind" "$size" "$work/$kind.csv"
    rm "$work/$kind.csv"
  done
done
