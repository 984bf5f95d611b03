#!/bin/sh
# fold-lines.sh DIR: the books of the pieces that the lines of splits.sh on standard input name go into
# DIR; prints their names. For engines that deal out lines: each machine reads its pieces itself.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
tab=$(printf '\t')
while IFS=$tab read -r number start length size digest file; do
  "$here/fold-split.sh" "$1" "$number" "$start" "$length" "$size" "$digest" "$file" </dev/null
  printf '%s\n' "$1/$number.books"
done
