#!/bin/sh
# Each command has a page of the manual, docs/man/acorecon-COMMAND.1, made from what the program says
# of itself. With BLESS=1 they are written there. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
ACORECON=${ACORECON:-$srcdir/acorecon}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

number=0
failed=0

# ok NAME CONDITION...: one test.
ok ()
{
  name=$1
  shift
  number=$((number + 1))
  if "$@" >"$work/out" 2>&1; then
    echo "ok $number - $name"
  else
    sed 's/^/# /' "$work/out"
    echo "not ok $number - $name"
    failed=1
  fi
}

# page COMMAND: the page is what would be made of its help now, and troff has nothing to say of it.
page ()
{
  file=acorecon-$(echo "$1" | tr ' ' '-').1
  # shellcheck disable=SC2086  # a command may be two words
  $ACORECON help $1 | awk -v command="$1" -f "$srcdir/build-aux/man-page.awk" >"$work/pages/$file" || return 1
  [ -z "${BLESS:-}" ] || cp "$work/pages/$file" "$srcdir/docs/man/$file"
  diff "$srcdir/docs/man/$file" "$work/pages/$file" || return 1
  command -v groff >/dev/null || return 0
  [ -z "$(groff -man -Tutf8 -ww -z "$work/pages/$file" 2>&1)" ]
}

mkdir "$work/pages"
$ACORECON help | sed -n '/^Commands:/,/^$/p' | sed -n 's/^  \([a-z][a-z ]*[a-z]\)   *.*$/\1/p' >"$work/commands"
while IFS= read -r command; do
  case $command in
  help | version) continue ;;
  esac
  ok "acorecon $command has a page" page "$command"
done <"$work/commands"
ok 'there is no page of anything else' test "$(ls "$work/pages")" = "$(ls "$srcdir/docs/man")"

echo "1..$number"
exit $failed
