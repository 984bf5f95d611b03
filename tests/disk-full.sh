#!/bin/sh
# A disk that is full: on a file system that grows by 4 KiB from run to run, every form of the
# report appears whole or not at all, and what stood there before stays as it was. TAP on stdout.
set -u

here=$(cd "$(dirname "$0")" && pwd)
data=${TESTDATA:-$here/../testdata}
ACORECON=${ACORECON:-$here/../acorecon}

# A file system of our own needs a place where we may mount: a name space of mounts.
if [ "${1-}" != inside ]; then
  for space in --mount '--mount --user --map-root-user'; do
    # shellcheck disable=SC2086  # a list of options
    unshare $space mount -t tmpfs tmpfs "${TMPDIR:-/tmp}" 2>/dev/null &&
      exec unshare $space sh "$0" inside
  done
  echo '1..0 # SKIP no file system can be mounted here'
  exit 0
fi

work=$(mktemp -d) || exit 1
trap 'umount "$work/disk"; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/disk"
mount -t tmpfs -o size=4k tmpfs "$work/disk" || exit 1
cp -R "$data/demo/in" "$work/in"

number=0
failed=0
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

# state: everything on the disk, with a sum of what is in it.
state ()
{
  (cd "$work/disk" && find . -type f -exec sha256sum {} + | sort && find . -type d | sort)
}

# prepare BEFORE: a large disk with the contents of the folder BEFORE and nothing else.
prepare ()
{
  find "$work/disk" -mindepth 1 -delete
  mount -o remount,size=64m "$work/disk"
  cp -R "$1/." "$work/disk/"
}

input=in

# run_at KIB ARGUMENT...: one run on a disk of that size, over the input. What was there is in "before".
run_at ()
{
  mount -o "remount,size=$1k" "$work/disk" || return 99
  shift
  (cd "$work" && "$ACORECON" "$@" "$input") >"$work/out" 2>"$work/err"
}

# grow NAME BEFORE ARGUMENT...: runs the program on ever larger disks, until it succeeds. BEFORE is
# a folder whose contents are on the disk each time.
grow ()
{
  name=$1
  before=$2
  shift 2
  prepare "$before"
  size=$((($(df -k --output=used "$work/disk" | tail -n 1) + 7) / 4 * 4))
  steps=0
  wrong=
  while :; do
    prepare "$before"
    state >"$work/before"
    run_at $size "$@"
    status=$?
    [ $status -ge 2 ] || break
    steps=$((steps + 1))
    state >"$work/after"
    if [ $status -ne 4 ] || ! cmp -s "$work/before" "$work/after" ||
      ! grep -q '^acorecon: .*; nothing was written$' "$work/err"; then
      wrong="$wrong $size"
      echo "# $size KiB: status $status"
      diff "$work/before" "$work/after" | sed 's/^/# /'
      sed 's/^/# /' "$work/err"
    fi
    size=$((size + 4))
  done
  echo "# $name: $steps disks were too small, $size KiB is enough"
  echo "# figures: disks=$steps"
  [ -z "$wrong" ] && [ $steps -gt 3 ]
  result $? "$name: too small a disk gives status 4, and nothing changes"
  cp -R "$work/disk" "$work/got"
  prepare "$before"
  run_at 65536 "$@"
  diff -r "$work/disk" "$work/got" | sed 's/^/# /' >"$work/difference"
  cat "$work/difference"
  [ ! -s "$work/difference" ]
  result $? "$name: the smallest disk that is enough holds what a large one does"
  rm -rf "$work/got"
}

mkdir "$work/empty" "$work/earlier"
"$ACORECON" reconcile --quiet --fail-on never --output "$work/earlier/pack" \
  "$data/golden/findings/worked-example/in"

grow 'a report pack' "$work/empty" \
  reconcile --quiet --journal hledger --output disk/pack
grow 'a report pack in place of an earlier one' "$work/earlier" \
  reconcile --quiet --force --output disk/pack
grow 'statements' "$work/empty" statement --customer all --output disk/statements
input=$data/demo/mca/responses
grow 'a pack of credits' "$work/empty" mca --quiet --output disk/pack

echo "1..$number"
exit $failed
