#!/bin/sh
# However many threads read, the program says the same: golden cases once more, each file of them cut
# into parts wherever it can be, or the files beside each other; and folders of many files. TAP on
# stdout.
#
# JOBS_CASES  a pattern for the names of the golden cases, of which three threads read every second,
#             and two every fourth; of all cases seven threads read every sixth in the smallest parts;
#             "." are all, as in `make check-long' [those about the form of files]
# With QUICK_CHECK=yes only every sixth of the former. ACORECON_PART_BYTES lets small files be cut.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
program=${ACORECON:-$srcdir/acorecon}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

sixth=6 fourth=4 second=2
[ "${JOBS_CASES:-}" != . ] || sixth=1 fourth=1 second=1
pattern=${JOBS_CASES:-^(malformed|reading|keep-going|worked)}
some=$(cd "${TESTDATA:-$srcdir/testdata}/golden" && find . -name cmd | sed 's|^.*/\([^/]*\)/cmd$|\1|' | sort |
  grep -E -e "$pattern")

# The commands that read files, with --jobs; PROGRAM may be several words.
cat >"$work/acorecon" <<EOF
#!/bin/sh
case \${1-} in
  reconcile | check | pec | trace | statement)
    command=\$1
    shift
    exec $program "\$command" --jobs "\$JOBS" "\$@"
    ;;
esac
exec $program "\$@"
EOF
chmod +x "$work/acorecon"

number=0
failed=0

# read_with JOBS PART_BYTES [CASE]...: one test; without cases all of them.
read_with ()
{
  JOBS=$1
  part_bytes=$2
  export JOBS
  shift 2
  number=$((number + 1))
  if ACORECON=$work/acorecon ACORECON_PART_BYTES=$part_bytes sh "$srcdir/tests/golden.sh" "$@" \
    >"$work/out" 2>&1; then
    echo "ok $number - $JOBS threads, $part_bytes bytes: $(grep -c '^ok ' "$work/out") golden cases"
    echo "# figures: cases=$(grep -c '^ok ' "$work/out")"
  else
    grep -v '^ok ' "$work/out" | sed 's/^/# /'
    echo "not ok $number - $JOBS threads"
    failed=1
  fi
}

# file NUMBER: an invoice of its own, the longer the lower the number.
file ()
{
  awk -v n="$1" 'BEGIN {
    print "CustomerId,CustomerName,InvoiceNumber,ChargeType,ChargeStartDate,ChargeEndDate,UnitPrice,Quantity,Subtotal,TaxTotal,Total,Currency"
    for (i = 0; i < 40 * (30 - n); i++)
      printf "c%d,Customer %d,G%03d,New,2026-10-%02d,2026-10-%02d,%d.10,1,%d.10,0,%d.10,EUR\n",
        i % 7, i % 7, n, i % 28 + 1, i % 28 + 1, i, i, i
  }'
}

# Plain, packed and in an archive; the same content once more; what is no billing file stays out.
make_folder ()
{
  mkdir -p "$work/good"
  for n in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20; do
    file $n >"$work/good/$n.csv"
  done
  for n in 03 08 15; do
    gzip -n "$work/good/$n.csv"
  done
  (cd "$work/good" && tar -cf 21.tar --sort=name --owner=0 --group=0 --mtime=@0 04.csv 05.csv && rm 04.csv 05.csv)
  cp "$work/good/10.csv" "$work/good/22.csv"
  cp "$work/good/08.csv.gz" "$work/good/23.csv.gz"
  echo letter >"$work/good/24.txt"

  cp -r "$work/good" "$work/bad-rows"
  for n in 07 11 16; do
    sed 's/^c3,\(.*\),0,\([0-9.]*\),EUR$/c3,\1,0,x\2,EUR/' "$work/good/$n.csv" >"$work/bad-rows/$n.csv"
  done
  cp -r "$work/good" "$work/damaged"
  head -c 700 "$work/good/15.csv.gz" >"$work/damaged/15.csv.gz"
  printf 'a\001b\n' >"$work/damaged/19.csv"
}

# told FOLDER JOBS PART_BYTES [OPTION]...: all that is said, with the status.
told ()
{
  folder=$1
  jobs=$2
  part_bytes=$3
  shift 3
  (cd "$work" && ACORECON_PART_BYTES=$part_bytes $program reconcile --jobs "$jobs" --format json "$@" "$folder" 2>&1
    echo "status $?")
}

# same FOLDER [OPTION]...: one test.
same ()
{
  number=$((number + 1))
  folder=$1
  shift
  told "$folder" 1 4194304 "$@" >"$work/expected"
  differs=
  for jobs in 2 3 7; do
    for part_bytes in 1 4194304; do
      told "$folder" "$jobs" "$part_bytes" "$@" >"$work/told"
      cmp "$work/expected" "$work/told" >"$work/cmp" 2>&1 || differs="$differs $jobs/$part_bytes"
    done
  done
  if [ -z "$differs" ] && [ "$(tail -n 1 "$work/expected")" = "status $status" ]; then
    echo "ok $number - $folder $*: $(wc -c <"$work/expected") bytes, status $status"
  else
    tail -n 3 "$work/expected" | cut -c 1-500 | sed 's/^/# /'
    echo "not ok $number - $folder $*: differs with threads/bytes:$differs"
    failed=1
  fi
}

make_folder
whole=$(cat "$work"/good/0[12].csv | wc -c)
status=0 same good --fail-on never
status=3 same bad-rows
status=0 same bad-rows --keep-going --max-rejects 200 --fail-on never
status=3 same bad-rows --keep-going --max-rejects 90
status=3 same damaged
status=3 same damaged --keep-going
for bytes in 1 "$whole" $((whole + 5)) 300000; do
  status=3 same good --max-input "$bytes"
done

# each STEP: of the cases on stdin every so many.
each ()
{
  awk -v step="$1" 'NR % step == 0'
}

# shellcheck disable=SC2046  # lists of words
if [ "${QUICK_CHECK:-no}" = yes ]; then
  read_with 7 1 $(echo "$some" | each "$sixth")
else
  read_with 3 1 $(echo "$some" | each "$second")
  read_with 7 1 $(cd "${TESTDATA:-$srcdir/testdata}/golden" && find . -name cmd | sed 's|^./||; s|/cmd$||' | sort |
    each "$sixth")
  read_with 2 4194304 $(echo "$some" | each "$fourth")
fi
echo "1..$number"
exit $failed
