#!/bin/sh
# Month ends on one history, with mistakes, restatements and faults: after each the history says what the
# independent model says (see simulate.py). TAP on stdout, and a comment for each step.
#
# SIMULATION_SEED    of what is random [1]; the same seed is the same run
# SIMULATION_MONTHS  how many month ends [5]
# SIMULATION_SECONDS  after so many none begins any more [0: all do]
set -u

srcdir=$(cd "${SRCDIR:-$(dirname "$0")/../..}" && pwd)
ACORECON=${ACORECON:-$srcdir/acorecon}
python=${PYTHON:-/usr/bin/python3}
case $ACORECON in
*' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac
if [ "${1-}" != inside ]; then
  command -v strace >/dev/null || { echo '1..0 # SKIP there is no strace'; exit 0; }
  "$python" -c 'import sqlite3, sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || {
    echo '1..0 # SKIP there is no python3 with sqlite3'
    exit 0
  }
  if grep -q __asan_init "$ACORECON"; then
    echo '1..0 # SKIP sanitizers make system calls of their own'
    exit 0
  fi
  # A disk whose size we choose needs a name space of mounts; without one no disk is full.
  for space in --mount '--mount --user --map-root-user'; do
    # shellcheck disable=SC2086  # a list of options
    unshare $space mount -t tmpfs tmpfs "${TMPDIR:-/tmp}" 2>/dev/null &&
      exec unshare $space sh "$0" inside
  done
fi

work=$(cd "$(mktemp -d)" && pwd -P) || exit 1
trap 'umount "$work/disk" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/disk"
cd "$work" || exit 1
unset ACORECON_HISTORY XDG_CONFIG_HOME
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
disk=
if [ "${1-}" = inside ] && mount -t tmpfs -o size=512m tmpfs disk; then
  disk=--disk
fi

echo 1..1
months=${SIMULATION_MONTHS:-5}
mkfifo said
sed -u 's/^[^#]/# &/' <said &
# shellcheck disable=SC2086  # one word or none
"$python" "$srcdir/tests/simulation/simulate.py" "$ACORECON" "${SIMULATION_SEED:-1}" "$months" "${SIMULATION_SECONDS:-0}" $disk >said 2>&1
status=$?
wait
[ $status -eq 0 ] && ok=ok || ok='not ok'
echo "$ok 1 - month ends, at most $months, seed ${SIMULATION_SEED:-1}: the history says what the model says"
exit $status
