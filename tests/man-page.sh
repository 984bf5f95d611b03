#!/bin/sh
# The manual page names every command and every option that the program takes, with the same
# arguments, defaults and commands, and no others. TAP on stdout.
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

echo "1..5"

"$ACORECON" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\( [a-z][a-z]*\)\{0,1\}\)  .*/\1/p' | LC_ALL=C sort >"$work/program"
sed -n '/^\.SH COMMANDS/,/^\.SH OPTIONS/s/^\.B \([a-z ]*\)$/\1/p' "$page" | LC_ALL=C sort >"$work/page"
same "commands"

# Every option of every command as "COMMAND [-x, ]--name[ ARGUMENT]". What config takes, which is all that others take,
# follows from the rest.
# A name of two words has "_" between them here.
commands=$("$ACORECON" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\( [a-z][a-z]*\)\{0,1\}\)  .*/\1/p' | tr ' ' _)
# shellcheck disable=SC2046  # two words are two arguments
for command in $commands; do
  [ "$command" = config ] ||
    "$ACORECON" $(printf '%s' "$command" | tr _ ' ') --help |
    sed -n "s/^  \\(-[a-zA-Z], \\)\\{0,1\\}\\(--[a-z-]*\\( [^ ][^ ]*\\)\\{0,1\\}\\).*/$command \\1\\2/p"
done | LC_ALL=C sort >"$work/program"
sed -n '/^\.SH OPTIONS/,/^\.SH EXIT/p' "$page" | awk -v all="$(printf '%s' "$commands" | tr '\n' ' ')" '
  previous == ".TP" { head = $0; gsub (/\\f[BIRP]/, "", head); gsub (/\\-/, "-", head) }
  /^Commands: .*\.$/ {
    line = substr ($0, 11, length ($0) - 11)
    if (line == "all") { line = all; gsub (/ /, ", ", line) }
    count = split (line, taken, ", ")
    for (i = 1; i <= count; i++)
      if (taken[i] != "config")
        { gsub (/ /, "_", taken[i]); print taken[i] " " head }
  }
  { previous = $0 }' | LC_ALL=C sort >"$work/page"
same "options, their arguments and the commands that take them"

# A help text breaks its lines; an argument that stands alone on the first one has no text behind it there.
"$ACORECON" config --help | sed -n 's/^  \(-[a-zA-Z], \)\{0,1\}\(--[a-z-]*\).*/\2/p' | LC_ALL=C sort >"$work/program"
sed -n '/^\.SH OPTIONS/,/^\.SH EXIT/{ /^\.TP$/{ n; s/\\f[BIRP]//g; s/\\-/-/g; p; }; }' "$page" |
  sed 's/^-[a-zA-Z], //; s/ .*//' | grep -vx -e --version | LC_ALL=C sort >"$work/page"
same "options that a configuration file can hold, and --help"

{
  # shellcheck disable=SC2046
  for command in $commands; do
    "$ACORECON" $(printf '%s' "$command" | tr _ ' ') --help
  done | tr -s ' \n' ' ' | grep -o '\[[^][]*\]' | grep -vx -e '\[]' -e '\[OPTION]' -e '\[CODE]' -e '\[CASE]' -e '\[COMMAND]' -e '\[MONTH]' | LC_ALL=C sort -u
} >"$work/program"
sed -n '/^\.SH OPTIONS/,/^\.SH EXIT/p' "$page" | sed 's/\\f[BIRP]//g; s/\\-/-/g; s/^\.BR* //; s/ ,/,/' | tr -s ' \n' ' ' |
  grep -o '\[[^][]*\]' | LC_ALL=C sort -u >"$work/page"
same "defaults"

"$ACORECON" config --help |
  awk '/^  -/ { name = $1 ~ /,$/ ? $2 : $1 } /\(repeatable\)/ { print name }' | LC_ALL=C sort >"$work/program"
sed -n '/^\.SH OPTIONS/,/^\.SH EXIT/{ s/\\f[BIRP]//g; s/\\-/-/g; p; }' "$page" |
  awk 'previous == ".TP" { name = $1 ~ /,$/ ? $2 : $1 } /\(repeatable\)/ { print name } { previous = $0 }' |
  LC_ALL=C sort >"$work/page"
same "what may be repeated"

exit $failed
