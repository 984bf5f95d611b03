#!/bin/sh
# The units of the month end: systemd-analyze finds nothing wrong, and no more exposure than is told
# in docs/install.md; what they run reconciles, says no name, ends as acorecon does, and writes into
# its folder alone. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
builddir=${BUILDDIR:-$srcdir}
data=${TESTDATA:-$srcdir/testdata}
ACORECON=${ACORECON:-$builddir/acorecon}
PYTHON=${PYTHON:-python3}
units=$builddir/build-aux/systemd
work=$(mktemp -d) || exit 1
service=
finish ()
{
  [ -z "$service" ] || kill "$service" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM
case $ACORECON in
  *' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac
export ACORECON

number=0
failed=0

# ok NAME COMMAND...: one test.
ok ()
{
  name=$1
  shift
  number=$((number + 1))
  if "$@" >"$work/out" 2>&1; then
    echo "ok $number - $name"
  else
    sed 's/^/# /' "$work/out"
    echo "not ok $number - $name"
    failed=1
  fi
}

skip ()
{
  number=$((number + 1))
  echo "ok $number - $1 # SKIP $2"
}

# Units as they are installed, but that what they run is where it was built.
mkdir "$work/units" || exit 1
for unit in "$units"/*.service "$srcdir"/build-aux/systemd/*.timer; do
  sed "s|^ExecStart=[^ ]*/|ExecStart=$units/|" "$unit" >"$work/units/${unit##*/}"
done

verify ()
{
  systemd-analyze verify --man=no "$work/units/acorecon-month-end@x.timer" \
    "$work/units/acorecon-month-end@x.service" "$work/units/acorecon-fetch@x.service" >"$work/said" 2>&1
  status=$?
  cat "$work/said"
  [ $status -eq 0 ] && [ ! -s "$work/said" ]
}

# exposure UNIT: not above what the documentation says of it.
exposure ()
{
  told=$(sed -n "s/^| \`acorecon-$1@NAME.service\` | \([0-9.]*\) |.*/\1/p" "$srcdir/docs/install.md")
  found=$(systemd-analyze security --offline=true --no-pager "$work/units/acorecon-$1@.service" 2>&1 |
    sed -n 's/.*Overall exposure level for [^:]*: \([0-9.]*\) .*/\1/p')
  echo "told \"$told\", found \"$found\""
  [ -n "$told" ] && [ "$told" = "$found" ]
}

holds ()
{
  for line; do
    grep -qx -- "$line" "$units/acorecon-month-end@.service" || {
      echo "no line $line"
      return 1
    }
  done
}

if command -v systemd-analyze >/dev/null; then
  ok 'systemd-analyze verify is silent' verify
  ok 'the month end is as little exposed as is told' exposure month-end
  ok 'fetching is as little exposed as is told' exposure fetch
else
  skip 'systemd-analyze verify' 'there is no systemd-analyze'
fi
ok 'the month end has no network, and writes nothing but its state' \
  holds PrivateNetwork=yes RestrictAddressFamilies=none ProtectSystem=strict PrivateTmp=yes \
  NoNewPrivileges=yes StateDirectory=acorecon/%i

# From here on what the units run, in a folder that nothing may be written into but by its name.
mkdir "$work/etc" "$work/state" || exit 1
cp -R "$data/demo/in" "$work/downloads" && cp -R "$data/story" "$work/story" && chmod -R u+w "$work/story" || exit 1

# run STATUS SCRIPT [VARIABLE=VALUE...]: as the unit does; what it says is in $work/said.
run ()
{
  expected=$1
  script=$2
  shift 2
  status=0
  (cd / && umask 027 && exec env STATE_DIRECTORY="$work/state" ACORECON_CONFIG_FOLDER="$work/etc" "$@" \
    "$units/$script" demo) >"$work/said" 2>&1 || status=$?
  cat "$work/said"
  [ $status -eq "$expected" ]
}

says ()
{
  cat "$work/said"
  tr '\n' ' ' <"$work/said" | grep -qF -- "$1"
}

ok 'a month with findings ends with 1' run 1 month-end DOWNLOADS="$work/downloads" MONTH=2026-10
ok 'and tells its sums' says 'ACO reconciled to 2026-10-31: 4 of 7 customer-months agree on 319.56 EUR and 690.00 USD'
ok 'and where the report is' says "The report is $work/state/reports/2026-10."
no_names ()
{
  sed '1d; s/,.*//' "$work/state/reports/2026-10/agreements.csv" >"$work/names"
  cut -d , -f 2 "$work/state/reports/2026-10/agreements.csv" | sed '1d; s/"//g' | grep . >>"$work/names"
  [ "$(wc -l <"$work/names")" -gt 10 ] && ! grep -F -f "$work/names" "$work/said"
}
ok 'and nobody by name' no_names
ok 'the group may read it, and others not' test "$(stat -c %A "$work/state/reports/2026-10/report.html")" = '-rw-r-----'
ok 'a month that agrees ends with 0' run 0 month-end DOWNLOADS="$work/story/2026-08" MONTH=2026-08
last=$(date -d "$(date +%Y-%m-15) -1 month" +%Y-%m)
rm -r "$work/state/reports"
run 0 month-end DOWNLOADS="$work/downloads" >"$work/out"
ok 'without MONTH it is the last one' test -s "$work/state/reports/$last/report.json"
printf '[options]\nfail-on = never\n' >"$work/etc/demo.ini"
ok 'options are those of its INI file' run 0 month-end DOWNLOADS="$work/downloads" MONTH=2026-10
ok 'nothing compared is 1 nevertheless' run 1 month-end DOWNLOADS="$work/downloads" MONTH=2027-10
rm "$work/etc/demo.ini"
mkdir "$work/state/fetched"
ok 'a folder of what is fetched may be empty' run 0 month-end DOWNLOADS="$work/story/2026-08" MONTH=2026-08
cp "$work/story/2026-09/"*.csv "$work/state/fetched"
ok 'what it has is read with the downloads' run 0 month-end DOWNLOADS="$work/story/2026-08" MONTH=2026-09
rm -r "$work/state/fetched"
"$ACORECON" close 2026-08 --first --preparer Ann --approver Bo --quiet --history "$work/history.db" \
  "$work/story/2026-08" || exit 1
sha256sum "$work/history.db" >"$work/sum"
ok 'a history is its baseline' run 0 month-end DOWNLOADS="$work/story/2026-09" MONTH=2026-09 HISTORY="$work/history.db"
ok 'which is only read' sha256sum -c "$work/sum"
ok 'a wrong month is 2' run 2 month-end DOWNLOADS="$work/downloads" MONTH=2026-13
ok 'files that are not there are 3' run 3 month-end DOWNLOADS="$work/none" MONTH=2026-10
ok 'no folder given is no success' run 2 month-end
ok 'and says what to do' says 'say in the .conf where the files are'

# What is fetched, from a service on loopback.
"$PYTHON" "$srcdir/tests/fetch/service.py" "$work/port" "$work/log" &
service=$!
tries=0
while [ ! -s "$work/port" ] && [ $tries -lt 100 ]; do
  tries=$((tries + 1))
  sleep 0.1
done
mkdir "$work/credentials" && sed -n 's/^TOKEN = "\(.*\)"/\1/p' "$srcdir/tests/fetch/service.py" >"$work/credentials/token"
printf '[options]\npoll-wait = 0\nretries = 0\nbase-url = http://127.0.0.1:%s/billing\n' "$(cat "$work/port")" >"$work/etc/demo.ini"
if "$ACORECON" help fetch billing >/dev/null && ! "$ACORECON" fetch billing --invoice G1 --output "$work/x" 2>&1 | grep -q 'built without'; then
  ok 'an invoice is fetched' run 0 month-end-fetch INVOICES=G1 CREDENTIALS_DIRECTORY="$work/credentials"
  ok 'into a folder of its own' test -s "$work/state/fetched/G1-reconciliation/manifest.json"
  ok 'what is there is not fetched again' run 0 month-end-fetch INVOICES=G1 CREDENTIALS_DIRECTORY="$work/credentials"
  ok 'and nothing is said of it' test ! -s "$work/said"
  run 6 month-end-fetch INVOICES=G1 WHAT=usage CREDENTIALS_DIRECTORY="$work/credentials" >"$work/out"
  ok 'usage is asked for, too' grep -q 'POST.*/usage/billed/export' "$work/log"
  sed -i 's|/billing$|/401|' "$work/etc/demo.ini"
  ok 'a service that refuses is 6' run 6 month-end-fetch INVOICES=G3 CREDENTIALS_DIRECTORY="$work/credentials"
  ok 'and nothing is there of it' test ! -e "$work/state/fetched/G3-reconciliation"
else
  skip 'an invoice is fetched' 'it was built without fetch'
fi

echo "1..$number"
exit $failed
