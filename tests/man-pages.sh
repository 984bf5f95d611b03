#!/bin/sh
# Each command has a page of the manual, docs/man/acorecon-COMMAND.1, made from what the program says
# of itself; the concepts have one, docs/acorecon.7, made from docs/concepts.md. With BLESS=1 they are
# written there. All are installed. TAP on stdout.
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
  held "$srcdir/docs/man/$file" "$work/pages/$file"
}

concepts ()
{
  awk -f "$srcdir/build-aux/concepts-page.awk" "$srcdir/docs/concepts.md" >"$work/acorecon.7" || return 1
  held "$srcdir/docs/acorecon.7" "$work/acorecon.7"
}

# held PAGE MADE: the page is as it was made, and neither troff nor mandoc has anything to say of it.
held ()
{
  [ -z "${BLESS:-}" ] || cp "$2" "$1"
  diff "$1" "$2" && silent "$1"
}

silent ()
{
  {
    ! command -v groff >/dev/null || groff -man -Tutf8 -ww -z "$1" 2>&1
    # A page has no date: it would be that of a clock.
    ! command -v mandoc >/dev/null || mandoc -Tlint -Wwarning "$1" | grep -v 'missing date'
  } >"$work/warnings"
  [ ! -s "$work/warnings" ] || { cat "$work/warnings"; return 1; }
}

installed ()
{
  for file in "$srcdir"/docs/*.[0-9] "$srcdir"/docs/man/*.[0-9]; do
    grep -q " ${file#"$srcdir"/}\( .*\)\{0,1\}$" "$srcdir/Makefile.am" || { echo "$file"; return 1; }
  done
}

mkdir "$work/pages"
$ACORECON help | sed -n '/^Commands:/,/^$/p' | sed -n 's/^  \([a-z][a-z ]*[a-z]\)   *.*$/\1/p' >"$work/commands"
while IFS= read -r command; do
  case $command in
  help | version) continue ;;
  esac
  ok "acorecon $command has a page" page "$command"
done <"$work/commands"
ok 'acorecon(7) has a page' concepts
ok 'acorecon(1) is sound' silent "$srcdir/docs/acorecon.1"
ok 'all pages are installed' installed
ok 'there is no page of anything else' test "$(ls "$work/pages")" = "$(ls "$srcdir/docs/man")"

echo "1..$number"
exit $failed
