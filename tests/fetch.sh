#!/bin/sh
# acorecon fetch against a service of the tests' own on loopback, with all that can go wrong between
# the two: after each run the disk is as before or has all of it, and the token is nowhere. TAP.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
ACORECON=${ACORECON:-$srcdir/acorecon}
PYTHON=${PYTHON:-python3}
case $ACORECON in
*' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac
command -v "$PYTHON" >/dev/null || { echo '1..0 # SKIP there is no python3'; exit 0; }
ACORECON_TOKEN=x "$ACORECON" fetch mca --start 2019-01-01 --end 2019-01-01 \
  --base-url http://127.0.0.1:1 --retries 0 --output /nonexistent/x 2>&1 | grep -q 'without libcurl' &&
  { echo '1..0 # SKIP built without libcurl'; exit 0; }

# Nothing here needs a disk, and syncing one takes its time.
[ -n "${TMPDIR-}" ] || [ ! -w /dev/shm ] || TMPDIR=/dev/shm
work=$(TMPDIR=${TMPDIR:-/tmp} mktemp -d) || exit 1
pids=
clean ()
{
  # shellcheck disable=SC2086  # a list of numbers
  [ -z "$pids" ] || kill $pids 2>/dev/null
  rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' HUP INT TERM

# serve NAME [CERT KEY]: starts a service; it ends with this script.
serve ()
{
  name=$1
  shift
  "$PYTHON" "$srcdir/tests/fetch/service.py" "$work/$name.port" "$work/log" "$@" &
  pids="$pids $!"
}

serve plain
if command -v openssl >/dev/null; then
  (cd "$work" && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
    -keyout key.pem -out cert.pem -subj /CN=localhost \
    -addext subjectAltName=IP:127.0.0.1 >/dev/null 2>&1) && serve tls "$work/cert.pem" "$work/key.pem"
fi
"$PYTHON" "$srcdir/tests/fetch/fetch.py" "$ACORECON" "$work"
