#!/bin/sh
# The completions of one shell, from what the program says of itself, on stdout:
#
#   sh build-aux/completion/make.sh ACORECON bash|zsh|fish WORDS-PROGRAM
#
# What the shell does is written in acorecon.SHELL.in; what acorecon takes is put in place of the
# line @TABLES@. WORDS-PROGRAM is where completion-words is installed.
set -eu
program=$1
shell=$2
words=$3
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C
export LC_ALL

"$program" help >"$work/overview"
sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z ]*[a-z]\)   *.*/\1/p' "$work/overview" >"$work/commands"
{
  while IFS= read -r command; do
    echo "@command $command"
    # shellcheck disable=SC2086  # a command may be two words
    "$program" help $command
  done <"$work/commands"
  echo '@codes'
  "$program" explain
} >"$work/helps"
awk -f "$here/table.awk" "$work/helps" >"$work/table"
awk -f "$here/$shell.awk" "$work/table" >"$work/tables"
sed -e "s|@WORDS@|$words|g" -e "/^@TABLES@\$/{
r $work/tables
d
}" "$here/acorecon.$shell.in"
