#!/bin/sh
# The manual page names every command and every option that the program takes, and no others. TAP
# on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
page=$srcdir/docs/acorecon.1
ACORECON=${ACORECON:-$srcdir/acorecon}

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

number=0
failed=0

# same WHAT: whether the lists "program" and "page" in $work are the same and not empty.
same ()
{
  number=$((number + 1))
  if [ -s "$work/program" ] && diff -u "$work/program" "$work/page" >"$work/difference"; then
    echo "ok $number - $1"
  else
    sed 's/^/# /' "$work/difference"
    echo "not ok $number - $1"
    failed=1
  fi
}

echo "1..2"

"$ACORECON" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' | LC_ALL=C sort >"$work/program"
sed -n '/^\.SH COMMANDS/,/^\.SH OPTIONS/s/^\.B \([a-z]*\)$/\1/p' "$page" | LC_ALL=C sort >"$work/page"
same "commands"

{
  # No command takes an option that these two do not take between them.
  "$ACORECON" config --help
  "$ACORECON" statement --help
  echo "  --version "
} | sed -n 's/^  \(--[a-z-]*\).*/\1/p' | LC_ALL=C sort -u >"$work/program"
sed -n '/^\.SH OPTIONS/,/^\.SH EXIT/{ s/\\-/-/g; /^\.BI* /p; }' "$page" | grep -o -e '--[a-z-]*' |
  LC_ALL=C sort -u >"$work/page"
same "options"

exit $failed
