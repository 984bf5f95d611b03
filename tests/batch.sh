#!/bin/sh
# The script for month ends in docs/batch.md does what is said of it there, and says "agrees" only
# of what was compared and agrees. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
data=${TESTDATA:-$srcdir/testdata}
ACORECON=${ACORECON:-$srcdir/acorecon}

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

number=0
failed=0

# The page's, under the name that it gives itself, and the program on the path.
page=$srcdir/docs/batch.md
sed -n '/^#!\/bin\/sh$/,/^```$/{ /^```$/d; p; }' "$page" >"$work/month-end.sh"
mkdir "$work/bin"
printf '#!/bin/sh\nexec %s "$@"\n' "$ACORECON" >"$work/bin/acorecon"
chmod +x "$work/bin/acorecon"

# downloads FOLDER: starts anew with its files.
downloads ()
{
  rm -rf "$work/run"
  mkdir "$work/run"
  cp -R "$1" "$work/run/downloads"
  chmod -R u+w "$work/run/downloads"
}

# says STATUS NAME: what the script says is in the file expected, and it ends so.
says ()
{
  (cd "$work/run" && PATH="$work/bin:$PATH" exec sh ../month-end.sh 2026-10) >"$work/said" 2>"$work/err"
  status=$?
  number=$((number + 1))
  if [ "$status" -eq "$1" ] && diff -u "$work/expected" "$work/said" >"$work/difference"; then
    echo "ok $number - $2"
  else
    echo "# status $status"
    sed 's/^/# /' "$work/difference" "$work/err"
    echo "not ok $number - $2"
    failed=1
  fi
}

# never STATUS NAME: it ends so, and does not say that the month agrees.
never ()
{
  (cd "$work/run" && PATH="$work/bin:$PATH" exec sh ../month-end.sh 2026-10) >"$work/said" 2>"$work/err"
  status=$?
  number=$((number + 1))
  if [ "$status" -eq "$1" ] && [ -s "$work/said" ] && ! grep -q '^2026-10 agrees' "$work/said"; then
    echo "ok $number - $2"
  else
    sed "s/^/# status $status: /" "$work/said" "$work/err"
    echo "not ok $number - $2"
    failed=1
  fi
}

both=$data/golden/output/output-unreliable-near-miss/in
echo "1..7"

downloads "$data/demo/in"
sed -n '/^With the demo.s files as/,/^## /{ /^```$/,/^```$/{ /^```$/d; p; }; }' "$page" >"$work/expected"
says 1 "of the demonstration it prints what the page shows"

downloads "$both"
echo "2026-10 agrees" >"$work/expected"
says 0 "what agrees is said to agree"

downloads "$both"
rm "$work/run/downloads/invoice.csv"
never 1 "without an invoice nothing agrees"

downloads "$both"
rm "$work/run/downloads/aco.csv"
never 1 "without a balance report nothing agrees"

downloads "$both"
sed 's/2026-10/2026-11/' "$both/aco.csv" >"$work/run/downloads/aco.csv"
sed 's/2026-10/2026-11/g' "$both/invoice.csv" >"$work/run/downloads/invoice.csv"
never 1 "of a month of which nothing was read nothing agrees"

downloads "$data/golden/output/output-unreliable-agrees/in"
sed 's/$/\r/' "$data/golden/output/output-unreliable-agrees/in/invoice.csv" >"$work/run/downloads/again.csv"
never 1 "a doubled invoice that agrees by chance does not agree"

downloads "$both"
echo x >"$work/run/downloads/aco.csv"
echo "2026-10 was not reconciled (status 3)" >"$work/expected"
says 3 "what is refused was not reconciled"

exit $failed
