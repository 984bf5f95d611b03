#!/bin/sh
# `make bench' in its smallest form: it runs, what it writes has the fields of its schema, wrong sums
# are seen, and what fails is not measured. How fast anything is, is not judged. TAP on stdout.
set -u

here=$(cd "$(dirname "$0")" && pwd)
if ! "${PYTHON:-python3}" -c '' 2>/dev/null; then
  echo '1..0 # SKIP python3 is not installed'
  exit 0
fi
[ -n "${BENCH_TOOLS-}" ] || { BENCH_TOOLS=$here; export BENCH_TOOLS; }
[ -n "${ACORECON-}" ] || { ACORECON=$here/../../acorecon; export ACORECON; }
[ -n "${SRCDIR-}" ] || { SRCDIR=$here/../..; export SRCDIR; }
exec "${PYTHON:-python3}" "$here/judge.py"
