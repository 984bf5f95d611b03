# What signals.sh begins with; to be sourced. A run replaces an earlier report pack in "place" by
# that of the demo; whatever happens to it, all has changed or nothing has. TAP on stdout.

here=$(cd "$(dirname "$0")" && pwd)
data=${TESTDATA:-$here/../testdata}
ACORECON=$(cd "$(dirname "${ACORECON:-$here/../acorecon}")" && pwd)/acorecon

# Nothing here needs a disk, and syncing one takes its time.
[ -n "${TMPDIR-}" ] || [ ! -w /dev/shm ] || TMPDIR=/dev/shm
[ -x "$ACORECON" ] || exit 1
work=$(TMPDIR=${TMPDIR:-/tmp} mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
cp -R "$data/demo/in" in

number=0
failed=0
signals=0
result ()
{
  number=$((number + 1))
  if [ "$1" -eq 0 ]; then
    echo "ok $number - $2"
  else
    failed=1
    echo "not ok $number - $2"
  fi
}

skip ()
{
  number=$((number + 1))
  echo "ok $number - $1 # SKIP $2"
}

# finish: the plan, and how many signals there were.
finish ()
{
  echo "# figures: signals=$signals"
  echo "1..$number"
  exit $failed
}

# is_sanitized: sanitizers want more memory, time and system calls than the program.
is_sanitized ()
{
  grep -q __asan_init "$ACORECON"
}

mkdir before
"$ACORECON" reconcile --quiet --fail-on never --output before/pack "$data/golden/findings/worked-example/in"
set -- reconcile --quiet --fail-on never --force --output place/pack in
cp -R -p before place
"$ACORECON" "$@"
mv place/pack expected
rm -rf place

# fresh: the place as it is before a run.
fresh ()
{
  chmod -R u+w place 2>/dev/null
  rm -rf place
  cp -R -p before place
}

# judge STATUS [strays]: whether the place fits that status; says why not. With "strays" temporary
# folders may be left, as after a kill by force.
judge ()
{
  case $1 in
    0 | 1)
      diff -r expected place/pack >difference 2>&1
      others=$(ls -A place | grep -v '^pack$')
      ;;
    *)
      diff -r before/pack place/pack >difference 2>&1
      others=$(ls -A place | grep -v '^pack$')
      [ "${2-}" != strays ] || others=$(echo "$others" | grep -v '^\.pack\.tmp-......$')
      ;;
  esac
  if [ -s difference ] || [ -n "$others" ]; then
    echo "# status $1, beside it: $others"
    sed 's/^/# /' difference | head -n 5
    return 1
  fi
}
