#!/bin/sh
# No build product is committed: of the files that git tracks, those outside testdata that are no text
# are small. TAP on stdout; skipped where the sources are no git checkout.
#
#   tests/tracked-binaries.sh
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
bytes_max=65536

# The tarball may lie within a checkout of something: only a .git of its own counts.
if [ ! -e "$srcdir/.git" ]; then
  echo "1..0 # SKIP the sources are no git checkout"
  exit 0
fi
if ! command -v git >/dev/null; then
  echo "1..0 # SKIP git is not installed"
  exit 0
fi

unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE # of a hook that runs the tests

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# of FOLDER ARGUMENT...: git, also where somebody else owns the checkout.
of ()
{
  folder=$1
  shift
  git -c safe.directory='*' -C "$folder" -c core.quotePath=false "$@"
}

# files FOLDER: what git tracks there, as "OBJECT KIND PATH"; KIND is -text for what is no text.
files ()
{
  of "$1" ls-files --format='%(objectname) %(eolinfo:index) %(path)'
}

# large FOLDER: the binary files above the limit, as "BYTES PATH".
large ()
{
  files "$1" | sed -n 's/^\([0-9a-f]*\) -text \(.*\)/\1 \2/p' |
    of "$1" cat-file --batch-check='%(objectsize) %(rest)' |
    awk -v max="$bytes_max" '$1 > max && $2 !~ /^testdata\//'
}

number=0
failed=0

# verdict NAME OFFENCES: one test; it passes when nothing offends.
verdict ()
{
  number=$((number + 1))
  if [ -z "$2" ]; then
    echo "ok $number - $1"
  else
    printf '%s\n' "$2" | sed 's/^/# /'
    echo "not ok $number - $1"
    failed=1
  fi
}

# binary BYTES FILE
binary ()
{
  mkdir -p "$(dirname "$2")"
  head -c "$1" /dev/zero >"$2"
}

echo "1..3"

verdict "files are tracked" "$(files "$srcdir" 2>&1 | grep -q ' CONTRIBUTING\.md$' || echo "none was looked at")"
verdict "none but testdata holds binary files above $bytes_max bytes" "$(large "$srcdir")"

# The check itself: the last of these is text, and one byte is missing to the limit.
planted=$work/planted
git init -q "$planted"
binary $((bytes_max + 1)) "$planted/tests/driver"
binary $((bytes_max + 1)) "$planted/a folder/driver"
binary $bytes_max "$planted/tests/small"
binary $((bytes_max + 1)) "$planted/testdata/sample.gz"
yes text | head -c $((bytes_max + 1)) >"$planted/tests/text"
of "$planted" add -f . 2>"$work/log"
found=$(large "$planted")
expected="$((bytes_max + 1)) a folder/driver
$((bytes_max + 1)) tests/driver"
verdict "a planted one is found, and nothing else" \
  "$([ "$found" = "$expected" ] || printf 'found "%s", expected "%s"' "$found" "$expected")"

exit $failed
