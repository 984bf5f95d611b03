#!/bin/sh
# The manual in docs and the README: their tables are those of the program, and their links lead
# somewhere. TAP on stdout.
#
#   BLESS=1 tests/book.sh     write down what the program says now; review that like code
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
print_tables=${PRINT_TABLES:-$srcdir/tests/manual/print-tables}
PYTHON=${PYTHON:-python3}

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
  if "$@" >"$work/said" 2>&1; then
    echo "ok $number - $name"
  else
    sed 's/^/# /' "$work/said"
    echo "not ok $number - $name"
    failed=1
  fi
}

# tables PAGE: they are as they would be made now, and each row says what it means.
tables ()
{
  "$PYTHON" "$srcdir/build-aux/book-tables.py" "$work/tables" "$1" >"$work/page"
  complete=$?
  [ -z "${BLESS:-}" ] || [ ! -s "$work/page" ] || cat "$work/page" >"$1"
  diff "$1" "$work/page" && [ $complete -eq 0 ]
}

"$print_tables" >"$work/tables" || exit 1
grep -l '^<!-- table ' "$srcdir"/*.md "$srcdir"/docs/*.md >"$work/pages"
ok 'there are tables' test -s "$work/pages"
while IFS= read -r page; do
  ok "the tables of ${page#"$srcdir"/} are those of the program" tables "$page"
done <"$work/pages"

# A row that the program has and no page tells of, and a table that it has not.
planted ()
{
  printf '<!-- table status -->\n| status | meaning |\n|---|---|\n| 0 | done |\n' >"$work/planted.md"
  ! "$PYTHON" "$srcdir/build-aux/book-tables.py" "$work/tables" "$work/planted.md" >"$work/page" &&
    grep -qx '| 0 | done |' "$work/page" && grep -qx '| 70 | ? |' "$work/page" || return 1
  echo '<!-- table nothing -->' >"$work/planted.md"
  ! "$PYTHON" "$srcdir/build-aux/book-tables.py" "$work/tables" "$work/planted.md"
}
ok 'a row without a meaning and a table that is none are told' planted

links ()
{
  "$PYTHON" "$srcdir/tests/manual/links.py" "$@" >"$work/broken" || return 1
  cat "$work/broken"
  [ ! -s "$work/broken" ]
}
ok 'links lead somewhere' links "$srcdir"/*.md "$srcdir"/docs/*.md
printf '# A page\n[here](#a-page) [not](#b-page) [nor](b.md)\n' >"$work/planted.md"
ok 'a link that leads nowhere is told' test "$("$PYTHON" "$srcdir/tests/manual/links.py" "$work/planted.md" | wc -l)" -eq 2

echo "1..$number"
exit $failed
