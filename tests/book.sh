#!/bin/sh
# The manual in docs and the README: each of their commands is run and says what stands below it
# (docs/month-end.md and docs/history.md are those of tests/story.sh, docs/findings.md is that of
# tests/findings-page.sh, the contract shows none), their tables are those of the program, and their links lead somewhere.
# TAP on stdout.
#
#   BLESS=1 tests/book.sh     write down what the program says now; review that like code
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
data=${TESTDATA:-$srcdir/testdata}
ACORECON=${ACORECON:-$srcdir/acorecon}
print_tables=${PRINT_TABLES:-$srcdir/tests/manual/print-tables}
PYTHON=${PYTHON:-python3}
case $ACORECON in
*' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac

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

# play PAGE: its commands say what stands below them.
play ()
{
  "$PYTHON" "$srcdir/tests/manual/play.py" "$ACORECON" "$data" "$1" >"$work/page"
  sound=$?
  [ -z "${BLESS:-}" ] || [ ! -s "$work/page" ] || cat "$work/page" >"$1"
  diff "$1" "$work/page" && [ $sound -eq 0 ]
}

for page in README.md $(cd "$srcdir" && grep -lE '^\$ |^ *acorecon [a-z]' docs/*.md); do
  case $page in
  docs/month-end.md | docs/history.md | docs/findings.md | docs/spec*.md) continue ;;
  esac
  ok "$page says what its commands say" play "$srcdir/$page"
done

# planted LINE...: a page with a block of them; what is made of it is not what stands there.
planted ()
{
  { echo '```'; printf '%s\n' "$@"; echo '```'; } >"$work/planted.md"
  ! play "$work/planted.md"
}
said=$($ACORECON explain 401 | head -n 3 | tail -n 1)
BLESS='' ok 'what a command does not say is told' planted '$ acorecon explain 401' '[...]' "$said and more" '[...]'
BLESS='' ok 'a status that is not told is told' planted '$ acorecon explain ACO999' '[...]'
BLESS='' ok 'a command that is not run is told' planted 'acorecon reconcile downloads'

# What was left out stays left out when a page is written anew.
written_anew ()
{
  { echo '```'; printf '%s\n' '$ acorecon explain 401' 'ACO401 b[...]' '[...]' 'Amount      a diference.' '[...]'; echo '```'; } \
    >"$work/planted.md"
  "$PYTHON" "$srcdir/tests/manual/play.py" "$ACORECON" "$data" "$work/planted.md" |
    diff - "$work/expected"
}
{ echo '```'; printf '%s\n' '$ acorecon explain 401' 'ACO401 b[...]' '[...]'
  "$ACORECON" explain 401 | grep '^Amount '; echo '[...]'; echo '```'; } >"$work/expected"
ok 'what was left out of a page stays left out' written_anew

# The picture of the text in the README.
picture ()
{
  command='acorecon reconcile --month 2026-10 testdata/demo/in'
  (cd "$data/.." && LC_ALL=C "$ACORECON" reconcile --month 2026-10 testdata/demo/in) |
    LC_ALL=C awk -v command="$command" -v lines=36 -f "$srcdir/build-aux/text-picture.awk" >"$work/text.svg"
  [ -z "${BLESS:-}" ] || cp "$work/text.svg" "$srcdir/docs/pictures/text.svg"
  diff "$srcdir/docs/pictures/text.svg" "$work/text.svg"
}
ok 'the picture of the text is what is printed now' picture

"$print_tables" >"$work/tables" || exit 1
grep -l '^<!-- table ' "$srcdir"/*.md "$srcdir"/docs/*.md >"$work/pages"
ok 'there are tables' test -s "$work/pages"
while IFS= read -r page; do
  ok "the tables of ${page#"$srcdir"/} are those of the program" tables "$page"
done <"$work/pages"

told_of ()
{
  cut -f 1 "$work/tables" | sort -u >"$work/has"
  cat "$srcdir"/docs/*.md | sed -n 's/^<!-- table \(.*\) -->$/\1/p' | sort -u >"$work/tells"
  [ -s "$work/has" ] && [ -z "$(comm -23 "$work/has" "$work/tells" | tee "$work/missing")" ] ||
    { cat "$work/missing"; return 1; }
}
ok 'each table of the program stands in some page' told_of

# A row that the program has and no page tells of, and a table that it has not.
planted_table ()
{
  printf '<!-- table status -->\n| status | meaning |\n|---|---|\n| 0 | done |\n' >"$work/planted.md"
  ! "$PYTHON" "$srcdir/build-aux/book-tables.py" "$work/tables" "$work/planted.md" >"$work/page" &&
    grep -qx '| 0 | done |' "$work/page" && grep -qx '| 70 | ? |' "$work/page" || return 1
  echo '<!-- table nothing -->' >"$work/planted.md"
  ! "$PYTHON" "$srcdir/build-aux/book-tables.py" "$work/tables" "$work/planted.md"
}
ok 'a row without a meaning and a table that is none are told' planted_table

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
