#!/bin/sh
# acorecon mca on the responses as they are published, where the folder of samples is beside the project: each is read, or refused
# with the words that say why. TAP on stdout.
set -u

samples=${SHARED_DIR:-$SRCDIR/../shared}/samples
[ -d "$samples/mca" ] || {
  echo '1..0 # SKIP the samples are not there'
  exit 0
}

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

number=0
for file in "$samples"/mca-*.json "$samples"/mca/*.json; do
  number=$((number + 1))
  name=${file##*/}
  "$ACORECON" mca "$file" >"$work/out" 2>"$work/err"
  status=$?
  case $name in
  *INVALID*) expected='35:7: found "}" after a trailing comma' ;;
  graph-operation-failed*) expected='1:1: found the error ' ;;
  graph-* | other-*) expected='1:1: found a resource of another kind' ;;
  *) expected= ;;
  esac
  if [ -z "$expected" ] && [ $status -le 1 ] && [ -s "$work/out" ]; then
    echo "ok $number - $name is read"
  elif [ -n "$expected" ] && [ $status -eq 3 ] && [ ! -s "$work/out" ] && grep -qF "$name:$expected" "$work/err"; then
    echo "ok $number - $name is refused"
  else
    sed 's/^/# /' "$work/err"
    echo "not ok $number - $name: status $status"
  fi
done
number=$((number + 1))
if "$ACORECON" mca --one-profile --format csv "$samples"/mca-credits-*.json >"$work/out" &&
  [ "$(grep -c ',credit,Azure Promotional Credit,' "$work/out")" -eq 2 ]; then
  echo "ok $number - those of one page are one profile"
else
  echo "not ok $number - those of one page are one profile"
fi
echo "1..$number"
