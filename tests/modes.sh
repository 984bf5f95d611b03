#!/bin/sh
# Who may read what is written, and whoever owns the folder around it: customers' data is not for
# others, and a folder that somebody else owns does not turn the program against its user. TAP on stdout.
set -u
# shellcheck source=tests/fault-lib.sh
. "$(dirname "$0")/fault-lib.sh"
umask 022

# modes PATH: the modes of a folder and of all that is in it, each once.
modes ()
{
  stat -c '%a' "$1"
  find "$1" -type f -exec stat -c '%a' {} + | sort -u
}

expect ()
{
  found=$(modes "$1" | tr '\n' ' ')
  [ "$found" = "$2 " ] || echo "# $1: found $found, expected $2"
  [ "$found" = "$2 " ]
  result $? "$3"
}

quiet='--quiet --fail-on never'
# shellcheck disable=SC2086  # words
{
  "$ACORECON" reconcile $quiet --output private in
  expect private '700 600' 'a pack is private'
  "$ACORECON" reconcile $quiet --shared --output shared in
  expect shared '755 644' 'a shared pack is as the umask says'
  (umask 002 && exec "$ACORECON" reconcile $quiet --shared --journal hledger --output group in)
  expect group '775 664' 'for a group too, and with a journal'
  (umask 077 && exec "$ACORECON" reconcile $quiet --shared --output strict in)
  expect strict '700 600' 'and for nobody'
  "$ACORECON" reconcile $quiet --force --output shared in
  expect shared '755 644' 'what is replaced keeps its modes'
  "$ACORECON" reconcile $quiet --force --shared --output private in
  expect private '700 600' 'shared or not'
  chmod 750 shared
  chmod 640 shared/*
  chmod 604 shared/report.json
  rm shared/summary.txt
  "$ACORECON" reconcile $quiet --force --output shared in
  expect shared '750 600 604 640' 'file by file, and new ones are private'
  mkdir -m 751 empty
  "$ACORECON" reconcile $quiet --output empty in
  expect empty '751 600' 'an empty folder keeps its mode'
  "$ACORECON" statement --quiet --customer all --output statements in
  expect statements '700 600' 'statements are private'
  "$ACORECON" statement --quiet --customer all --shared --output statements-shared in
  expect statements-shared '755 644' 'or shared'
  printf 'broken row\n' >>in/G051873046-recon-2026-07.csv
  "$ACORECON" reconcile $quiet --keep-going --rejects rejects.csv in >/dev/null 2>&1
  expect rejects.csv '600 600' 'rows set aside are private'
  chmod 644 rejects.csv
  "$ACORECON" reconcile $quiet --keep-going --rejects rejects.csv in >/dev/null 2>&1
  expect rejects.csv '644 644' 'and keep their mode'
  "$ACORECON" reconcile $quiet --keep-going --shared --rejects more.csv in >/dev/null 2>&1
  expect more.csv '644 644' 'or are shared'
  "$ACORECON" check --quiet --keep-going --rejects checked.csv in >/dev/null 2>&1
  expect checked.csv '600 600' 'those of check too'
  "$ACORECON" reconcile --fail-on never --keep-going --output rejected in >/dev/null 2>&1
  expect rejected '700 600' 'and in the pack'
}
rm -rf in
cp -R "$data/demo/in" in

# Somebody else owns the folder around the pack, and swaps the temporary folder for a link to a trap
# as soon as it is there.
nobody=65534
if [ "$(id -u)" -ne 0 ] || ! setpriv --reuid=$nobody --clear-groups true 2>/dev/null; then
  skip 'a swapped temporary folder harms nobody' 'only root can become somebody else'
  finish
fi
chmod 755 "$work"
mkdir parent trap trap/new trap/scratch
echo precious >victim
chmod 600 victim
for name in summary.txt report.json report.xlsx report.html findings.csv; do
  ln -s "$work/victim" trap/new/$name
done
echo bait >trap/new/bait
: >trap/lock
chown -R -h $nobody parent trap
cat >swap <<'END'
cd "$1/parent" || exit 1
number=0
echo >ready
while [ ! -e stop ]; do
  for folder in .pack.tmp-*; do
    [ -L "$folder" ] || [ ! -d "$folder" ] && continue
    number=$((number + 1))
    mv "$folder" stolen-$number && ln -s ../trap "$folder"
  done 2>/dev/null
done
echo $number >swaps
END
ls -lR trap >trap-before
harmed=0
swaps=0
try=0
tries=20
while [ $try -lt $tries ]; do
  rm -rf parent/* parent/.pack*
  setpriv --reuid=$nobody --clear-groups sh "$work/swap" "$work" &
  swapper=$!
  while [ ! -e parent/ready ]; do sleep 0.01; done
  # shellcheck disable=SC2086
  "$ACORECON" reconcile $quiet --output parent/pack in >out 2>err
  status=$?
  : >parent/stop
  wait $swapper
  swaps=$((swaps + $(cat parent/swaps)))
  ls -lR trap | cmp -s - trap-before && [ "$(cat victim)" = precious ] && {
    if [ $status -eq 0 ]; then
      diff -r expected parent/pack >/dev/null
    else
      [ $status -eq 4 ] && [ ! -e parent/pack ]
    fi
  } && [ -z "$(find parent/stolen-* -type f 2>/dev/null)" ] || {
    harmed=$((harmed + 1))
    echo "# try $try: status $status"
    sed 's/^/# /' err
    find parent | sed 's/^/# /'
  }
  try=$((try + 1))
done
echo "# $swaps swaps in $tries runs"
echo "# figures: swaps=$swaps"
[ $harmed -eq 0 ] && [ $swaps -gt 0 ]
result $? 'a swapped temporary folder harms nobody'

finish
