# What the scripts of this folder begin with; to be sourced. Sets srcdir, ACORECON, PYTHON.

srcdir=$(cd "${SRCDIR:-$(dirname "$0")/../..}" && pwd)
ACORECON=${ACORECON:-$srcdir/acorecon}
PYTHON=${PYTHON:-python3}
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

# skip WHY: ends the test.
skip ()
{
  echo "1..0 # SKIP $1"
  exit 0
}

case $ACORECON in
  *' '*) skip 'the program itself is run, not under a tool' ;;
esac
command -v "$PYTHON" >/dev/null || skip 'there is no python3'
if grep -q -e __asan_init -e __tsan_init -e __gcov_init "$ACORECON"; then
  skip 'this build is for tests: it wants calls, memory and time of its own'
fi
[ "${QUICK_CHECK:-no}" = no ] || skip 'QUICK_CHECK is set'
"$ACORECON" fetch mca --start 2019-01-01 --end 2019-01-01 --base-url http://127.0.0.1:1 --retries 0 \
  --output /nonexistent/x 2>&1 | grep -q 'without libcurl' && skip 'built without libcurl'
