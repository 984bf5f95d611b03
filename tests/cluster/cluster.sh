#!/bin/sh
# The scripts of docs/examples/cluster: files folded in pieces say what the files say, by GNU parallel,
# by a stand-in of Hadoop streaming (splits.py), by lines that an engine deals out, and with CLUSTER_SLURM=yes as an array
# of jobs of Slurm, whose own daemons run on loopback. TAP on stdout.
set -u

if [ "${QUICK_CHECK:-no}" = yes ]; then
  echo '1..0 # SKIP QUICK_CHECK is set'
  exit 0
fi
case $ACORECON in
*' '*) echo '1..0 # SKIP the programs run one another, not under a tool'; exit 0 ;;
esac

srcdir=$(cd "$SRCDIR" && pwd)
examples=$srcdir/docs/examples/cluster
python=${PYTHON:-/usr/bin/python3}
work=$(mktemp -d) || exit 1
slurm_pids=
. "$srcdir/tests/cluster/slurm-lib.sh"
trap 'slurm_end; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
SPLIT_DIGESTS=yes
export ACORECON SPLIT_DIGESTS
mkdir "$work/in" && cp "$TESTDATA"/demo/in/ACO-balance-*-07*.csv "$TESTDATA"/demo/in/G051873046-* "$work/in" && cd "$work" || exit 1

number=0
failed=0

# ok NAME CONDITION...: one test.
ok ()
{
  name=$1
  shift
  number=$((number + 1))
  if "$@" >"$work/told" 2>&1; then
    echo "ok $number - $name"
  else
    sed 's/^/# /' "$work/told"
    echo "not ok $number - $name"
    failed=1
  fi
}

skip ()
{
  number=$((number + 1))
  echo "ok $number - $1 # SKIP $2"
}

# same_as_files DIR: the books in it say byte for byte what the files say.
same_as_files ()
{
  for form in text json csv; do
    "$ACORECON" reconcile --format "$form" in >"$work/files.$form"
    [ $? -le 1 ] || return 1
    "$ACORECON" reconcile --format "$form" "$1"/*.books >"$work/books.$form"
    [ $? -le 1 ] && cmp "$work/files.$form" "$work/books.$form" || return 1
  done
}

# many DIR COUNT: at least so many books.
many ()
{
  set -- "$2" "$1"/*.books
  [ $# -gt "$1" ]
}

by_parallel ()
{
  SPLIT_BYTES=3000 "$examples/fold-parallel.sh" parallel in/* && many parallel 5 && same_as_files parallel
}

by_streaming ()
{
  mkdir streaming && sha256sum in/* >digests && FOLD_DIGESTS=digests "$python" "$srcdir/tests/cluster/splits.py" 3000 streaming "$examples/fold-mapper.sh" in/* &&
    many streaming 5 && same_as_files streaming
}

by_lines ()
{
  mkdir lines && "$examples/splits.sh" 3000 in/* >all && sed '1~2d' all | "$examples/fold-lines.sh" lines &&
    sed -n '1~2p' all | "$examples/fold-lines.sh" lines && same_as_files lines
}

by_slurm ()
{
  SPLIT_BYTES=3000 timeout 240 "$examples/fold-slurm.sh" slurm-books in/* && many slurm-books 5 &&
    same_as_files slurm-books || { grep . slurm-books/job-*.log; return 1; }
}

# A job that failed is seen, and run again alone.
by_slurm_again ()
{
  rm slurm-books/000003.books
  timeout 60 sbatch --wait --array=3 --output=again.log "$examples/fold-slurm.sh" "$examples" slurm-books &&
    same_as_files slurm-books || return 1
  ! FOLD_OPTIONS=--none SPLIT_BYTES=3000 timeout 60 "$examples/fold-slurm.sh" broken in/*
}

if command -v parallel >/dev/null; then
  ok 'GNU parallel' by_parallel
else
  skip 'GNU parallel' 'there is no parallel'
fi
ok 'a mapper of Hadoop streaming' by_streaming
ok 'pieces dealt out as lines' by_lines
if [ "${CLUSTER_SLURM:-no}" != yes ]; then
  skip 'an array of jobs of Slurm' 'CLUSTER_SLURM=yes runs its daemons'
elif slurm_start; then
  ok 'an array of jobs of Slurm' by_slurm
  ok 'a job of an array again' by_slurm_again
else
  skip 'an array of jobs of Slurm' "$slurm_reason"
fi
echo "1..$number"
exit "$failed"
