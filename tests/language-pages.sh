#!/bin/sh
# Pages and statements in other languages: the same figures, days and verdicts as in English, where
# programs look for them, and who is told in which language. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
PYTHON=${PYTHON:-python3}
ACORECON=${ACORECON:-$srcdir/acorecon}
demo=${TESTDATA:-$srcdir/testdata}/demo

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

# run STATUS ARGUMENT...: the program ends so.
run ()
{
  wanted=$1
  shift
  "$ACORECON" "$@" 2>"$work/stderr"
  [ $? -eq "$wanted" ]
}

same_page ()
{
  "$PYTHON" "$srcdir/tests/language_pages.py" page "$work/en/report.html" "$work/$1/report.html" "$1"
}

# state FOLDER ARGUMENT...: the statements of all customers.
state ()
{
  folder=$work/$1
  shift
  run 0 statement --customer all --quiet --output "$folder" "$@" "$demo/in"
}

# told CODE NAME...: the pages of these customers are in that language.
told ()
{
  code=$1
  shift
  for customer; do
    grep -q "^<html lang=\"$code\">$" "$work/several/statement-$customer.html" || return 1
  done
}

same_statement ()
{
  "$PYTHON" "$srcdir/tests/language_pages.py" statement "$work/all-en" "$work/$1"
}

run 1 reconcile --quiet --output "$work/en" "$demo/in" || exit 1
for language in de ru; do
  ok "$language: a page is written" run 1 reconcile --quiet --output "$work/$language" --lang "$language" "$demo/in"
  ok "$language: it has the figures, days and words of the English one" same_page "$language"
done

state all-en >/dev/null || exit 1
for page in "$work"/all-en/statement-*.html; do
  name=${page##*/statement-}
  echo "${name%.html}"
done >"$work/customers"
first=$(sed -n 1p "$work/customers")
second=$(sed -n 2p "$work/customers")
third=$(sed -n 3p "$work/customers")
others=$(sed 1,3d "$work/customers")
{
  echo "# who reads what"
  printf '[%s]\nlang = nl\n\n' "$first"
  printf '[%s]\nlang = ja\n' "$(echo "$second" | tr a-z A-Z)"
  printf '[%s]\nlang = en\n[of-nobody]\nlang = de\n' "$third"
} >"$work/languages.ini"

ok "statements in several languages are written" state several --lang ru --languages "$work/languages.ini" --jobs 4
ok "one is Dutch, as the file says" told nl "$first"
ok "one Japanese, whatever the case of its id" told ja "$second"
ok "one English, though others are not" told en "$third"
# shellcheck disable=SC2086  # a list of words
ok "and the others are in that of --lang" told ru $others
ok "their figures are those of the English ones" same_statement several
ok "they are known as statements, and replaced" state several --lang ru --languages "$work/languages.ini" --jobs 1 --force
cp -R "$work/several" "$work/alone"
ok "several threads write what one writes" state several --lang ru --languages "$work/languages.ini" --jobs 3 --force
ok "byte for byte" diff -r "$work/alone" "$work/several"

printf '[%s]\nlang = nl\n[%s]\n  lang = flemish\n' "$first" "$second" >"$work/wrong.ini"
ok "an unknown language is refused" run 2 statement --customer all --output "$work/none" --languages "$work/wrong.ini" "$demo/in"
ok "with its place, and without the customer" grep -q 'wrong.ini:4:10: found "flemish", expected one of en, de, ja, nl, ru' "$work/stderr"
ok "nothing is written then" test ! -e "$work/none"

echo "1..$number"
exit $failed
