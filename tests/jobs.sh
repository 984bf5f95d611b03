#!/bin/sh
# However many threads read a file, the program says the same: golden cases once more, each file of
# them cut into parts wherever it can be. TAP on stdout.
#
# JOBS_CASES  a pattern for the names of the golden cases that 2 and 3 threads read; seven read all
#             cases; "." are all, as in `make check-long' [those about the form of files]
# With QUICK_CHECK=yes seven read only these, and nobody else. ACORECON_PART_BYTES lets small files
# be cut.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
program=${ACORECON:-$srcdir/acorecon}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

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

# read_with JOBS [CASE]...: one test; without cases all of them.
read_with ()
{
  JOBS=$1
  export JOBS
  shift
  number=$((number + 1))
  if ACORECON=$work/acorecon ACORECON_PART_BYTES=1 sh "$srcdir/tests/golden.sh" "$@" \
    >"$work/out" 2>&1; then
    echo "ok $number - $JOBS threads: $(grep -c '^ok ' "$work/out") golden cases"
  else
    grep -v '^ok ' "$work/out" | sed 's/^/# /'
    echo "not ok $number - $JOBS threads"
    failed=1
  fi
}

# shellcheck disable=SC2086  # lists of words
if [ "${QUICK_CHECK:-no}" = yes ]; then
  read_with 7 $some
else
  read_with 2 $some
  read_with 3 $some
  read_with 7
fi
echo "1..$number"
exit $failed
