#!/bin/sh
# A report in another language: the same figures and codes as in English, and data that are the same
# bytes. And the catalogs: those that po/complete names lack nothing of what the sources say. TAP on
# stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
PYTHON=${PYTHON:-python3}
ACORECON=${ACORECON:-$srcdir/acorecon}
pot=${BUILDDIR:-$srcdir}/po/acorecon.pot
data=${TESTDATA:-$srcdir/testdata}

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
    head -n 20 "$work/said" | sed 's/^/# /'
    echo "not ok $number - $name"
    failed=1
  fi
}

# say CODE ARGUMENT...: what the program says in that language, into $work/CODE. Status 1: findings.
say ()
{
  code=$1
  shift
  "$ACORECON" "$@" --lang "$code" >"$work/$code"
  [ $? -le 1 ]
}

# pack CODE: the pack of the demonstration in that language.
pack ()
{
  "$ACORECON" reconcile --quiet --output "$work/pack-$1" --journal hledger --lang "$1" "$data/demo/in"
  [ $? -le 1 ]
}

# same_data CODE: all files for programs are those of the English pack.
same_data ()
{
  diff -r -x summary.txt -x '*.html' "$work/pack-en" "$work/pack-$1"
}

same_figures ()
{
  "$PYTHON" "$srcdir/tests/languages.py" figures "$work/pack-en/summary.txt" "$work/pack-$1/summary.txt"
}

complete ()
{
  "$PYTHON" "$srcdir/tests/languages.py" complete "$pot" "$srcdir/po/$1.po"
}

pack en || exit 1
for language in $(cd "$srcdir/po" && ls ./*.po | sed 's|^\./||; s|\.po$||'); do
  ok "$language: a pack is written" pack "$language"
  ok "$language: its data are the bytes of the English pack" same_data "$language"
  ok "$language: its text has the figures and codes of the English one" same_figures "$language"
done
if [ -f "$pot" ]; then
  for language in $(sed 's/#.*//' "$srcdir/po/complete"); do
    ok "$language: all is translated that the sources say" complete "$language"
  done
  "$PYTHON" "$srcdir/tests/languages.py" figures-line "$pot" "$srcdir"/po/*.po
fi

echo "1..$number"
exit $failed
