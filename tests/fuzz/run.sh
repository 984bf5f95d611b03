#!/bin/sh
# run.sh BUILD CORPORA TARGET...: lets libFuzzer run each target for FUZZ_SECONDS, FUZZ_JOBS of them
# at a time, from the corpora in CORPORA on. What it finds on the way goes to BUILD/corpus, a find
# that fails to BUILD/findings; then the status is 1. The last lines are the figures.
set -u

build=$1
corpora=$2
shift 2
seconds=${FUZZ_SECONDS:-60}
jobs=${FUZZ_JOBS:-2}

mkdir -p "$build/logs" "$build/findings"

# longest TARGET: the bytes of an input at most. What takes a few words is asked about few words,
# for long inputs are slow ones.
longest ()
{
  case $1 in
    fuzz-dates) echo 160 ;;
    fuzz-decimal | fuzz-printable) echo 320 ;;
    fuzz-csv-scan | fuzz-header) echo 768 ;;
    *) echo 4096 ;;
  esac
}

# one TARGET
one ()
{
  name=${1#fuzz-}
  mkdir -p "$build/corpus/$name"
  seeds=
  [ -d "$corpora/$name" ] && seeds=$corpora/$name
  echo "$1: $seconds s"
  # shellcheck disable=SC2086  # no seeds: no argument
  G_DEBUG=fatal-criticals G_SLICE=always-malloc ASAN_OPTIONS=detect_leaks=1:quarantine_size_mb=4:malloc_context_size=6 \
    nice -n 19 "$build/libfuzzer/$1" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
    -max_len="$(longest "$1")" -dict="$corpora/billing.dict" -artifact_prefix="$build/findings/$name-" \
    -print_final_stats=1 "$build/corpus/$name" $seeds >"$build/logs/$1.log" 2>&1 ||
    touch "$build/logs/$1.failed"
}

# figure LOG PATTERN
figure ()
{
  sed -n "s/.*$2.*/\\1/p" "$1" | tail -n 1
}

rm -f "$build"/logs/*.failed
running=
count=0
for target in "$@"; do
  one "$target" &
  running="$running $!"
  count=$((count + 1))
  if [ $count -ge "$jobs" ]; then
    # shellcheck disable=SC2086  # a list of words
    wait $running
    running=
    count=0
  fi
done
wait

status=0
printf '%-20s %14s %8s %6s %6s  %s\n' target executions per-s edges feats. result
for target in "$@"; do
  log=$build/logs/$target.log
  result='no finding'
  if [ -e "$build/logs/$target.failed" ]; then
    result="FAILED, see $log"
    status=1
  fi
  printf '%-20s %14s %8s %6s %6s  %s\n' "$target" \
    "$(figure "$log" 'number_of_executed_units: *\([0-9]*\)')" \
    "$(figure "$log" 'average_exec_per_sec: *\([0-9]*\)')" \
    "$(figure "$log" ' cov: \([0-9]*\)')" "$(figure "$log" ' ft: \([0-9]*\)')" "$result"
  executions=$(figure "$log" 'number_of_executed_units: *\([0-9]*\)')
  # What was cut short has printed no figures.
  [ -z "$executions" ] || sh "$(dirname "$0")/../../build-aux/record-run" "fuzz/$target" "executions=$executions" \
    "seconds=$seconds" "edges=$(figure "$log" ' cov: \([0-9]*\)')" "failed=$([ -e "$build/logs/$target.failed" ] && echo 1 || echo 0)"
done
exit $status
