#!/bin/sh
# The commit that --version tells: that of the checkout, with a + where it was changed; none where the
# sources are no checkout, even inside of one. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
command -v git >/dev/null || {
  echo '1..0 # SKIP git is not installed'
  exit 0
}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
# Nothing that somebody has set up decides.
HOME=$work XDG_CONFIG_HOME=$work GIT_CONFIG_NOSYSTEM=1
export HOME XDG_CONFIG_HOME GIT_CONFIG_NOSYSTEM
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE

number=0
failed=0

# tells WORD NAME: what build-aux/commit prints in the folder sources is WORD.
tells ()
{
  number=$((number + 1))
  found=$(sh sources/build-aux/commit)
  if [ "$found" = "$1" ]; then
    echo "ok $number - $2"
  else
    echo "# found \"$found\", expected \"$1\""
    echo "not ok $number - $2"
    failed=1
  fi
}

save ()
{
  git -C "$1" add -A && git -C "$1" -c user.name=Ann -c user.email=ann@example.com commit -q -m "$2"
}

mkdir -p sources/build-aux && cp "$srcdir/build-aux/commit" sources/build-aux/ || exit 1
tells '' 'no checkout'
git init -q . && save . outer || exit 1
tells '' 'no checkout, inside of another one'
git init -q sources && save sources inner && git -C sources tag v1 || exit 1
head=$(git -C sources rev-parse HEAD)
tells "$head" 'a checkout, whatever tags there are'
echo >sources/untracked
tells "$head" 'a file that it does not know is no change'
echo >>sources/build-aux/commit
tells "$head+" 'a change'

echo "1..$number"
exit $failed
