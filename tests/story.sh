#!/bin/sh
# docs/month-end.md is played: each of its commands, in turn, in a folder with testdata/story, says
# what stands below it there, and ends with the status that is told behind a failure. At the end the
# history is what the story tells, and docs/history.md looks into it. TAP on stdout.
#
#   BLESS=1 tests/story.sh     write down what is said now; review that like code
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
data=${TESTDATA:-$srcdir/testdata}
ACORECON=${ACORECON:-$srcdir/acorecon}
pages="$srcdir/docs/month-end.md $srcdir/docs/history.md"
case $ACORECON in
*' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac

command -v sqlite3 >/dev/null || { echo '1..0 # SKIP there is no sqlite3'; exit 0; }

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
unset ACORECON_HISTORY XDG_CONFIG_HOME
mkdir "$work/bin" "$work/run"
cp -R "$data/story/." "$work/run" && chmod -R u+w "$work/run"
printf '#!/bin/sh\nexec %s "$@"\n' "$ACORECON" >"$work/bin/acorecon"
chmod +x "$work/bin/acorecon"
PATH=$work/bin:$PATH
export PATH

# play COMMAND: what it says, its status last where it is not 0. The hash of an event is that of the
# version of the program, too, which is another one with every change of it.
play ()
{
  (cd "$work/run" && exec sh -c "$1") >"$work/said" 2>&1 </dev/null
  status=$?
  sed '/^Hash, to be kept elsewhere$/{ n; s/^  [0-9a-f]\{64\}$/  [...]/; }' "$work/said"
  [ $status -eq 0 ] || echo "[status $status]"
}

# replay PAGE: it once more, with what its commands say now.
replay ()
{
  in_block=no
  : >"$work/page"
  : >"$work/names"
  while IFS= read -r line; do
    case $in_block$line in
    'no<!-- time '*)
      time=${line#<!-- time }
      SOURCE_DATE_EPOCH=$(date -u -d "${time% -->}" +%s) || exit 1
      export SOURCE_DATE_EPOCH
      ;;
    'no```') in_block=yes ;;
    'yes```') in_block=no ;;
    'yes$ '*)
      printf '%s\n' "$line" >>"$work/page"
      printf '%s\n' "${line#$ }" >>"$work/names"
      play "${line#$ }" >>"$work/page"
      continue
      ;;
    yes*) continue ;;
    esac
    printf '%s\n' "$line" >>"$work/page"
  done <"$1"
}

if [ "${BLESS:-}" = 1 ]; then
  for page in $pages; do
    replay "$page"
    cat "$work/page" >"$page"
  done
  exit
fi

number=0
failed=0
# ok NAME CONDITION...
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

for page in $pages; do
  replay "$page"
  ok "docs/$(basename "$page") says what its $(grep -c . "$work/names") commands say" diff -u "$page" "$work/page"
done

rows ()
{
  [ "$(sqlite3 -batch "$work/run/aco.db" "$1" | tr '\n' ' ')" = "$2" ] ||
    { sqlite3 -batch "$work/run/aco.db" "$1"; return 1; }
}

ok 'six months are sealed, two of them twice' rows \
  "SELECT month || ' ' || version || ' ' || state FROM seal ORDER BY month, version" \
  '2026-08 1 sealed 2026-09 1 sealed 2026-10 1 superseded 2026-10 2 sealed 2026-11 1 superseded 2026-11 2 sealed 2026-12 1 sealed 2027-01 1 sealed '
ok 'what was foretold in October is what was lost in December' rows \
  "SELECT (SELECT amount FROM finding WHERE month = '2026-10' AND version = 1 AND code = 'ACO501'),
          (SELECT forfeited FROM figure WHERE month = '2026-12' AND forfeited <> '0.00')" '299.59|299.59 '
ok 'its events are those of the story' rows "SELECT what FROM event ORDER BY n" \
  'close close close restate close reopen restate close resolve close '

# What was closed one by one is what one run over the files that count gives.
one_run ()
{
  (cd "$work/run" && mkdir all && for month in 2026-08 2026-09 2026-10-restated 2026-11-late 2026-12 2027-01; do
    cp -R "$month" all || return 1
  done
  for month in 2026-08 2026-09 2026-10 2026-11 2026-12 2027-01; do
    "$ACORECON" reconcile --month "$month" --format json --fail-on never $(
      for one in all/*; do [ "$(basename "$one" | cut -c1-7)" \> "$month" ] || echo "$one"; done
    ) >whole.json || return 1
    sed -n 's/.*"id":"\(f[0-9a-f]*\)".*/\1/p' whole.json | sort >whole
    sqlite3 -batch aco.db "SELECT finding_id FROM finding AS f JOIN seal AS s USING (month, version)
      WHERE state = 'sealed' AND month = '$month' ORDER BY 1" >closed
    cmp whole closed || return 1
  done)
}
ok 'the findings of each month are those of one run over all files so far' one_run

echo "1..$number"
exit $failed
