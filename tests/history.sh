#!/bin/sh
# The file of a history: those that earlier programs made are read and written, what is none is
# refused untouched by each command, and verify sees each change of each table. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
data=${TESTDATA:-$srcdir/testdata}
ACORECON=${ACORECON:-$srcdir/acorecon}
case $ACORECON in
*' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac
command -v sqlite3 >/dev/null || { echo '1..0 # SKIP there is no sqlite3'; exit 0; }

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
unset ACORECON_HISTORY XDG_CONFIG_HOME
SOURCE_DATE_EPOCH=1810000000
export SOURCE_DATE_EPOCH

number=0
failed=0

# ok NAME CONDITION...: one test.
ok ()
{
  name=$1
  shift
  number=$((number + 1))
  if "$@"; then
    echo "ok $number - $name"
  else
    sed 's/^/# /' out err 2>/dev/null
    echo "not ok $number - $name"
    failed=1
  fi
}

# run STATUS ARGUMENT...: runs the program; whether it ends with STATUS.
run ()
{
  expected=$1
  shift
  "$ACORECON" "$@" >out 2>err
  status=$?
  [ "$status" = "$expected" ] && return 0
  echo "status $status of $*" >>err
  return 1
}

same ()
{
  [ "$1" = "$2" ] && return 0
  printf 'expected %s\nfound %s\n' "$2" "$1" >>err
  return 1
}

# layout N: the history of testdata in that layout, as h.db.
layout ()
{
  rm -f h.db*
  sqlite3 h.db <"$data/history/layout-$1.sql"
}

# Earlier layouts. Each history there is that of docs/month-end.md.

"$ACORECON" close 2026-08 --first --preparer Ann --approver Bo --history new.db --quiet "$data/story/2026-08" || exit 1
current=$(sqlite3 new.db 'PRAGMA user_version')

only_read ()
{
  cp h.db before.db
  run 0 history --history h.db && same "$(grep -c '^20[0-9-]*  version' out)" 8 &&
    run 0 verify --history h.db --head "$(sqlite3 h.db 'SELECT hash FROM event WHERE n = 10')" &&
    run 1 watch --history h.db && cmp -s h.db before.db
}

written ()
{
  before=$(sqlite3 h.db 'SELECT * FROM event; SELECT * FROM balance; SELECT * FROM resolution')
  run 0 reopen 2027-01 --by Bo --reason 'one more file' --history h.db &&
    same "$(sqlite3 h.db 'PRAGMA user_version')" "$current" && run 0 verify --history h.db &&
    same "$(sqlite3 h.db 'SELECT * FROM event WHERE n <= 10; SELECT * FROM balance; SELECT * FROM resolution')" "$before" &&
    run 0 close 2027-01 --restate --reason 'it is there' --preparer Ann --approver Bo --history h.db "$data/story/2027-01" &&
    run 0 verify --history h.db
}

version=1
while [ "$version" -le "$current" ]; do
  layout "$version"
  ok "a history of layout $version is read" only_read
  ok '... and written' written
  version=$((version + 1))
done

schema ()
{
  sqlite3 "$1" "SELECT sql FROM sqlite_schema WHERE name NOT IN ('watched') AND sql IS NOT NULL ORDER BY name"
}

layout "$current"
ok 'what the program makes has the layout that its number stands for' same "$(schema new.db)" "$(schema h.db)"

# What is no history.

refused ()
{
  cp "$1" bad.db
  for command in history 'history --backup copy.db' verify watch 'watch --since-last' \
    "reconcile $data/story/2027-01" "diff 2027-01 $data/story/2027-01" 'reopen 2027-01 --by Bo --reason x' \
    'resolve fc380e0f79cad7e55 --as accepted --note x --by Bo' \
    "close 2027-01 --preparer Ann --approver Bo $data/story/2027-01"; do
    # shellcheck disable=SC2086  # $command is several words
    run 5 $command --history bad.db || return 1
    cmp -s "$1" bad.db && [ "$(echo bad.db*)" = bad.db ] && [ ! -e copy.db ] ||
      { echo "$command changed something" >>err; return 1; }
  done
}
echo 'no database' >text
: >empty
head -c 5000 h.db >short
cp h.db newer && sqlite3 newer "PRAGMA user_version = $((current + 1))"
cp h.db foreign && sqlite3 foreign 'PRAGMA application_id = 7'
cp h.db nameless && sqlite3 nameless 'PRAGMA user_version = 0'
for bad in text empty short newer foreign nameless; do
  ok "a history that is $bad is refused untouched by each command" refused "$bad"
done

# verify sees each column of each table. Left out is what is in no seal: where packs lie, names, what
# watch showed, and which version a number of findings is of (without it they are counted).

seen ()
{
  "$ACORECON" verify --history broken.db >out 2>err
  case $? in 1 | 5) ;; *) return 1 ;; esac
}

columns ()
{
  sqlite3 h.db "SELECT m.name || ' ' || c.name FROM sqlite_schema AS m, pragma_table_info (m.name) AS c WHERE m.type = 'table'
    AND m.name NOT IN ('customer', 'watched') AND c.name NOT IN ('pack', 'pack_sha256', 'pack_state')
    AND (m.name <> 'month_finding' OR c.name = 'findings') ORDER BY 1"
}

# change TABLE COLUMN: some value of it, or null, becomes another.
change ()
{
  cp h.db broken.db
  sqlite3 broken.db "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
    DROP TRIGGER event_update; DROP TRIGGER resolution_update;
    UPDATE $1 SET $2 = CASE typeof ($2) WHEN 'integer' THEN $2 + 7 WHEN 'text' THEN substr ($2, 1, length ($2) - 1) || 'x' ELSE 'x' END
    WHERE $2 IS (SELECT max ($2) FROM $1)"
}

each_column ()
{
  columns >list
  [ "$(wc -l <list)" -gt 70 ] || return 1
  while read -r table column; do
    change "$table" "$column" && seen || { echo "$table.$column" >>err; return 1; }
  done <list
}

# The last byte of each leaf of each table is one of a row, when nothing is free in between.
each_byte ()
{
  rm -f compact.db
  sqlite3 h.db "VACUUM INTO 'compact.db'"
  size=$(sqlite3 compact.db 'PRAGMA page_size')
  sqlite3 compact.db "SELECT name, pageno FROM dbstat WHERE pagetype = 'leaf' AND name NOT IN ('customer', 'watched') AND ncell > 0" |
    tr '|' ' ' >leaves
  [ "$(cut -d ' ' -f 1 leaves | sort -u | wc -l)" -gt 12 ] || return 1
  while read -r table page; do
    at=$((page * size - 1))
    byte=$(od -An -tu1 -j "$at" -N 1 compact.db)
    cp compact.db broken.db
    # shellcheck disable=SC2059  # the byte is the format
    printf "\\$(printf %o $((byte ^ 1)))" | dd of=broken.db bs=1 seek="$at" conv=notrunc 2>/dev/null
    seen || { echo "$table, page $page" >>err; return 1; }
  done <leaves
}

# An event that is taken away, whichever.
each_event ()
{
  for n in $(sqlite3 h.db 'SELECT n FROM event'); do
    cp h.db broken.db
    sqlite3 broken.db "PRAGMA foreign_keys = OFF; DROP TRIGGER event_delete; DELETE FROM event WHERE n = $n"
    run 1 verify --history broken.db || return 1
  done
}

# A row that is taken away, or one too many.
each_row ()
{
  for table in balance figure credit invoice finding input seal resolution; do
    cp h.db broken.db
    sqlite3 broken.db "PRAGMA foreign_keys = OFF; DROP TRIGGER resolution_delete;
      DELETE FROM $table WHERE ($(keys "$table")) = (SELECT $(keys "$table") FROM $table LIMIT 1)"
    run 1 verify --history broken.db || return 1
  done
}

# keys TABLE: columns that tell its rows apart here.
keys ()
{
  case $1 in
  resolution) echo n ;;
  seal) echo month, version ;;
  input) echo month, version, position ;;
  invoice) echo month, version, invoice ;;
  finding) echo month, version, finding_id ;;
  *) echo month, version, customer_id ;;
  esac
}

layout "$current"
ok 'verify sees a change of each column of each table' each_column
ok '... a flipped bit in each page of each table' each_byte
ok '... each event that is not there any more' each_event
ok '... a row less in each table' each_row

echo "1..$number"
exit $failed
