#!/bin/sh
# The JSON of every command is as docs/schemas says, and the schemas are what the program's tables
# say. TAP on stdout.
#
#   BLESS=1 tests/schemas.sh     write down the schemas as they are now; review that like code
#   SCHEMA_WORLDS                how many random worlds [12]
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
data=${TESTDATA:-$srcdir/testdata}
ACORECON=${ACORECON:-$srcdir/acorecon}
PYTHON=${PYTHON:-/usr/bin/python3}
print_schemas=${PRINT_SCHEMAS:-$srcdir/tests/schemas/print-schemas}

case $ACORECON in
*' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null ||
  { echo '1..0 # SKIP there is no python3'; exit 0; }

work=$(mktemp -d) || exit 1
service=
clean ()
{
  [ -z "$service" ] || kill "$service" 2>/dev/null
  rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' HUP INT TERM

# The schemas themselves.
current ()
{
  mkdir "$work/schemas" && "$print_schemas" >"$work/tables" &&
    "$PYTHON" "$srcdir/build-aux/json-schemas.py" "$work/tables" "$work/schemas" || return 1
  if [ -n "${BLESS-}" ]; then
    rm -f "$srcdir"/docs/schemas/*.schema.json
    cp "$work"/schemas/*.schema.json "$srcdir/docs/schemas"
  fi
  diff -u "$srcdir/docs/schemas" "$work/schemas"
}

# Each schema of which the sources speak has its file, and each file is installed.
complete ()
{
  grep -rhoE --include='*.[ch]' 'acorecon\.[a-z-]+/[0-9]+' "$srcdir/src" | sort -u | grep -v statement >"$work/named" # which is a page
  while IFS= read -r schema; do
    grep -qsF "\"title\": \"$schema\"" "$srcdir"/docs/schemas/*.schema.json || echo "no file for $schema"
  done <"$work/named" >"$work/missing"
  for file in "$srcdir"/docs/schemas/*.schema.json; do
    grep -qF "docs/schemas/${file##*/}" "$srcdir/build-aux/install.mk" || echo "not installed: $file"
    grep -qF "schemas/${file##*/})" "$srcdir/docs/json.md" || echo "not in docs/json.md: $file"
  done >>"$work/missing"
  cat "$work/missing"
  [ -s "$work/named" ] && [ ! -s "$work/missing" ]
}

# made NAME COMMAND...: what it prints becomes a document.
made ()
{
  document=$work/made/$1.json
  shift
  "$@" >"$document"
  [ $? -le 1 ]
}

# A history: two months closed, one of them looked at again from other files; a decision.
make_history ()
{
  who='--preparer Ann --approver Bo --fail-on never --quiet --history h.db'
  # shellcheck disable=SC2086  # several words
  "$ACORECON" close 2026-07 --first $who --output "$work/pack-07" in &&
    "$ACORECON" close 2026-08 $who in || return 1
  id=$(sed -n 's/.*"code":"ACO.*"id":"\(f[0-9a-f]*\)".*/\1/p' "$work/made/reconcile.json" | head -n 1)
  "$ACORECON" resolve "$id" --as accepted --note 'as agreed' --by Ann --report "$work/made/reconcile.json" \
    --history h.db &&
    made reconcile-history "$ACORECON" reconcile --history h.db --format json --month 2026-10 in &&
    grep -q '"history":true' "$work/made/reconcile-history.json" &&
    made history "$ACORECON" history --history h.db --format json &&
    made history-month "$ACORECON" history 2026-08 --history h.db --format json &&
    made verify "$ACORECON" verify --history h.db --format json &&
    made verify-unsound "$ACORECON" verify --head "$(printf '%064d' 0)" --against in/ACO* --history h.db --format json &&
    made watch-history "$ACORECON" watch --history h.db --format json &&
    made diff "$ACORECON" diff 2026-08 --history h.db --format json --skip in/G053320917-recon-2026-08.csv in &&
    cp "$work/pack-07/report.json" "$work/made/close.json"
}

make_reports ()
{
  made reconcile "$ACORECON" reconcile --format json in &&
    made reconcile-month "$ACORECON" reconcile --month 2026-10 --as-of 2026-10-31 --tolerance 5 --format json in &&
    made reconcile-daily "$ACORECON" reconcile --format json "$data/golden/findings/aco302-daily-usage/in" &&
    made check "$ACORECON" check --format json in "$data/golden/commands/check/in" &&
    made pec "$ACORECON" pec --format json in &&
    made watch "$ACORECON" watch --format json in &&
    made compare "$ACORECON" compare --format json "$work/made/reconcile-month.json" "$work/made/reconcile.json"
}

make_credits ()
{
  made mca "$ACORECON" mca --format json mca/responses &&
    made mca-apply "$ACORECON" mca apply --format json --lots mca/responses/profile-lots-0001.json \
      --charges mca/charges-2026-11.csv &&
    made benefits "$ACORECON" benefits --as-of 2026-10-31 --format json --use benefits/use.csv benefits/benefits.csv &&
    made benefit-profiles "$ACORECON" benefits --profiles benefits/profiles.csv --account x --format json &&
    made credits "$ACORECON" credits --as-of 2026-10-31 --format json in mca/responses benefits/benefits.csv
}

# fetch.json, of a service of the tests' own.
make_fetches ()
{
  "$PYTHON" "$srcdir/tests/fetch/service.py" "$work/port" "$work/log" &
  service=$!
  tries=0
  while [ ! -s "$work/port" ]; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || return 1
    sleep 0.1
  done
  url=http://127.0.0.1:$(cat "$work/port")
  ACORECON_TOKEN=$(sed -n 's/^TOKEN = "\(.*\)"$/\1/p' "$srcdir/tests/fetch/service.py")
  export ACORECON_TOKEN
  "$ACORECON" fetch mca --start 2019-01-01 --end 2019-12-31 --quiet --base-url "$url/mca" --output "$work/mca" &&
    "$ACORECON" fetch billing --invoice G1 --poll-wait 0 --quiet --base-url "$url/billing" --output "$work/billing" &&
    cp "$work/mca/fetch.json" "$work/made/fetch-mca.json" && cp "$work/billing/fetch.json" "$work/made/fetch-billing.json"
}

# Random worlds have more in them than the demonstration; what is refused (2 and above) says no JSON.
make_worlds ()
{
  seed=0
  while [ $seed -lt "${SCHEMA_WORLDS:-12}" ]; do
    seed=$((seed + 1))
    options=$("$PYTHON" "$srcdir/tests/model/random_world.py" $seed "$work/world-$seed" --daily --nasty) || return 1
    (cd "$work/world-$seed" && eval '"$ACORECON" reconcile --format json '"$options"' .') >>"$work/made/worlds.json" 2>/dev/null
    [ $? -le 3 ] || return 1
  done
}

# as NAME COMMAND...: a TAP line.
as ()
{
  name=$1
  shift
  if "$@" >"$work/said" 2>&1; then
    echo "ok - $name"
  else
    sed 's/^/# /' "$work/said"
    echo "not ok - $name"
  fi
}

{
  as 'the schemas are what the tables of the program say' current
  as 'none is missing' complete
  if ! "$PYTHON" -c 'import jsonschema; jsonschema.Draft202012Validator' 2>/dev/null; then
    echo 'ok - documents # SKIP python3-jsonschema is not installed'
  else
    mkdir "$work/made" && cp -R "$data/demo" "$work/demo" && chmod -R u+w "$work/demo" && cd "$work/demo" || exit 1
    as 'reports were made' make_reports
    as 'a history was made' make_history
    as 'worlds were made' make_worlds
    as 'reports of credits were made' make_credits
    if ACORECON_TOKEN=x "$ACORECON" fetch mca --start 2019-01-01 --end 2019-01-01 --base-url http://127.0.0.1:1 \
      --retries 0 --output /nonexistent/x 2>&1 | grep -q 'without libcurl'; then
      echo 'ok - fetches # SKIP built without libcurl'
    else
      as 'fetches were made' make_fetches
    fi
    "$PYTHON" "$srcdir/tests/schemas/judge.py" "$srcdir/docs/schemas" "$data/golden" "$work/made" || echo 'not ok - judge.py'
  fi
} >"$work/lines"

awk '/^(not )?ok / { number++; sub (/ok /, "ok " number " ") } { print } END { print "1.." number }' "$work/lines"
! grep -q '^not ok' "$work/lines"
