#!/bin/sh
# Closing months: who may close what, what the history then holds, recomputed with sqlite3 and
# sha256sum alone. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
ACORECON=${ACORECON:-$srcdir/acorecon}
case $ACORECON in
*' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac
command -v sqlite3 >/dev/null || { echo '1..0 # SKIP there is no sqlite3'; exit 0; }

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
unset ACORECON_HISTORY XDG_CONFIG_HOME
SOURCE_DATE_EPOCH=1790000000
XDG_DATA_HOME=$work/data
export SOURCE_DATE_EPOCH XDG_DATA_HOME

number=0
failed=0

# ok NAME CONDITION...: one test.
ok ()
{
  name=$1
  shift
  number=$((number + 1))
  if "$@"; then
    echo "ok $number - $name"
  else
    sed 's/^/# /' out err 2>/dev/null
    echo "not ok $number - $name"
    failed=1
  fi
}

# run STATUS ARGUMENT...: runs the program; whether it ends with STATUS.
run ()
{
  expected=$1
  shift
  "$ACORECON" "$@" >out 2>err
  status=$?
  [ "$status" = "$expected" ] && return 0
  echo "status $status" >>err
  return 1
}

customer=c1111111-1111-4111-8111-111111111111
agreement=a1111111-1111-4111-8111-111111111111

# Quotes, a line end, what looks like a NUL, from right to left, and SQL.
odd_name=$(printf 'O\047Neil & "S\303\266hne"\n\\0 %%00 \342\220\200 \342\200\256\327\251\327\234\327\225\327\235\342\200\254; DROP TABLE seal --')
odd_cell=$(printf '%s\n' "$odd_name" | sed 's/"/""/g')

# month MONTH CREDIT BALANCE USED: the files of a month.
month ()
{
  mkdir -p "$1"
  {
    echo CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,CurrencyCode,AgreementID,EffectiveDate,ExpiryDate
    echo "$customer,2026-$1,$2,$3,USD,$agreement,2026-08-01,2027-07-31"
  } >"$1/aco.csv"
  {
    echo CustomerId,CustomerName,InvoiceNumber,ProductId,SkuId,ChargeType,Subtotal,Currency,SubscriptionDescription,ChargeStartDate,EffectiveUnitPrice,BillableQuantity,CreditReasonCode
    printf '%s\n' "$customer,\"$odd_cell\",G0000$1,P1,0001,new,$4,USD,Azure plan,2026-$1-01,1,$4,"
    echo "$customer,,G0000$1,P1,0001,customerCredit,-$4,USD,Azure plan,2026-$1-01,-1,$4,Azure Credit Offer"
  } >"$1/invoice.csv"
}

rows ()
{
  sqlite3 -batch h.db "$1"
}

same ()
{
  [ "$1" = "$2" ] && return 0
  printf 'expected %s\nfound %s\n' "$2" "$1" >>err
  return 1
}

who='--preparer Ann --approver Bo --history h.db'

month 08 100.00 900.00 100.00
month 09 300.00 700.00 200.00
month 10 450.00 550.00 150.00
month 11 500.00 500.00 50.00

# shellcheck disable=SC2086  # $who is several words
story ()
{
  ok 'a first month needs --first' run 5 close 2026-08 $who 08
  ok '... and nothing is written' test ! -e h.db
  ok 'two names are needed' run 2 close 2026-08 --history h.db --preparer Ann 08
  ok 'one person is not two' run 2 close 2026-08 --history h.db --preparer Ann --approver ' aNN ' 08
  ok '--restate needs a reason' run 2 close 2026-08 $who --restate 08
  ok 'MONTH is a month' run 2 close August $who 08
  ok 'the first month is sealed' run 0 close 2026-08 $who --first 08
  ok '... and is for its owner alone' same "$(stat -c %a h.db)" 600
  cp h.db before.db
  ok 'sealed again, equal: left alone' run 0 close 2026-08 $who 08
  ok '... byte for byte' cmp -s h.db before.db
  ok '... and it says by whom' grep -q 'sealed already, version 1, on 2026-09-21T14:13:20Z by Ann' out
  ok 'a month is not passed over' run 5 close 2026-10 $who 10
  ok '--first is for the first' run 5 close 2026-09 $who --first 09
  ok 'the next month needs its own files alone' run 0 close 2026-09 $who 09 --output pack-09
  ok '... with its pack' test -s pack-09/report.json
  ok '... which says that the close ended well' grep -q '"exit_status": 0' pack-09/report.json
  ok 'a month without invoice is not sealed' run 5 close 2026-10 $who 10/aco.csv
  ok 'a month without balance row is not sealed' run 5 close 2026-10 $who 10/invoice.csv
  month 10 450.00 550.00 140.00
  ok 'open findings keep a month open' run 5 close 2026-10 $who 10
  ok '... and are named by code, amount and id' grep -qE '^ACO401 10\.00 f[0-9a-f]{16}$' err
  ok '... without the customer' sh -c "! grep -q '$customer\|Neil\|hne' err"
  ok '--fail-on lets them pass' run 0 close 2026-10 $who --fail-on never 10
  month 10 450.00 550.00 150.00
  ok 'what is different is shown' run 5 close 2026-10 $who 10
  ok '... in its figures' grep -qE 'invoice_credit +140\.00 +150\.00 +10\.00' out
  month 09 310.00 690.00 210.00
  ok 'an earlier month cannot be restated' run 5 close 2026-09 $who --restate --reason x 09
  month 09 300.00 700.00 200.00
  ok 'and sealed again with --restate' run 0 close 2026-10 $who --restate --reason 'late file' 10
  ok '... as the next version' same "$(rows "SELECT version, state FROM seal WHERE month = '2026-10'" | tr '\n' ' ')" '1|superseded 2|sealed '
  ok 'only the last month is reopened' run 5 reopen 2026-08 --by Bo --reason x --history h.db
  ok '... by somebody, with a reason' run 2 reopen 2026-10 --by ' ' --reason x --history h.db
  ok '... of a history that is there' run 5 reopen 2026-10 --by Bo --reason x --history nothing.db
  ok '... which is not made' test ! -e nothing.db
  ok 'the last month is reopened' run 0 reopen 2026-10 --by Bo --reason 'one more file' --history h.db
  ok '... and is not sealed' same "$(rows "SELECT state FROM seal WHERE month = '2026-10'" | tr '\n' ' ')" 'superseded reopened '
  ok '... so that the next cannot be' run 5 close 2026-11 $who 11
  ok '... and equal as it is, is sealed again on demand alone' run 5 close 2026-10 $who 10
  ok '... as the next version' run 0 close 2026-10 $who --restate --reason done 10
  ok 'a gap takes no files' run 2 close 2026-11 $who --gap --reason none 11
  ok 'a gap is sealed without figures' run 0 close 2026-11 $who --gap --reason none
  ok 'a gap is filled later' run 0 close 2026-11 $who --restate --reason found 11
}

# What the history holds, by other means.
chain ()
{
  previous=0000000000000000000000000000000000000000000000000000000000000000
  n=1
  last=$(rows 'SELECT max(n) FROM event')
  while [ "$n" -le "$last" ]; do
    # sqlite3 ends a row with a line end, which is no part of it
    body=$(rows "SELECT body FROM event WHERE n = $n")
    hash=$(printf '%s\n%s' "$previous" "$body" | sha256sum | cut -c1-64)
    [ "$(rows "SELECT previous_hash || hash FROM event WHERE n = $n")" = "$previous$hash" ] || return 1
    previous=$hash
    n=$((n + 1))
  done
  [ "$n" -gt 5 ]
}

table ()
{
  name=$1
  shift
  columns=
  for column in "$@"; do
    cell="coalesce (replace (replace (replace (replace ($column, char (92), char (92, 92)), char (9), '\\t'), char (10), '\\n'), char (13), '\\r'), '\\N')"
    columns="$columns${columns:+ || char (9) || }$cell"
  done
  echo "$name"
  rows "SELECT $columns FROM $name WHERE month = '$month' AND version = $version" | LC_ALL=C sort
}

content ()
{
  table balance customer_id agreement_id credit_name currency row_month credit_amount balance_amount status effective_date expiry_date
  table figure customer_id currency balance_used invoice_credit usage_credit charges other_credits net pec_earned forfeited
  table credit customer_id invoice currency product_id sku_id lines subtotal
  table invoice invoice currency lines subtotal tax total
  table finding finding_id finding_key code severity customer_id agreement_id currency finding_month subject amount
}

contents ()
{
  for seal in $(rows "SELECT month || ':' || version FROM seal WHERE content_sha256 IS NOT NULL"); do
    month=${seal%:*}
    version=${seal#*:}
    [ "$(content | sha256sum | cut -c1-64)" = \
      "$(rows "SELECT content_sha256 FROM seal WHERE month = '$month' AND version = $version")" ] || return 1
  done
  [ -n "$seal" ]
}

# ids of the findings of 2026-11, of one run over all files and of the close.
one_run ()
{
  "$ACORECON" reconcile --month 2026-11 --format json 08 09 10 11 >whole.json 2>err
  sed -n 's/.*"id":"\(f[0-9a-f]*\)".*/\1/p' whole.json | sort >whole
  rows "SELECT finding_id FROM finding WHERE month = '2026-11' AND version = 2" | sort >closed
  cmp -s whole closed && test -s whole
}

story
ok 'the chain is that of sha256sum' chain
ok 'each content_sha256 is that of sha256sum' contents
ok 'findings are those of one run over all files' one_run
ok 'names come back as they were' same "$(rows 'SELECT name FROM customer')" "$odd_name"
ok '... byte for byte' same "$(rows 'SELECT hex (name) FROM customer')" "$(printf %s "$odd_name" | od -An -v -tx1 | tr -d ' \n' | tr a-f A-F)"

named ()
{
  "$ACORECON" watch --history h.db --format json >out 2>err
  [ $? -le 1 ] && same "$("${PYTHON:-python3}" -c 'import json, sys
print(json.load(sys.stdin)["agreements"][0]["customer_name"])' <out)" "$odd_name"
}
command -v "${PYTHON:-python3}" >/dev/null && ok '... and in what is said from the history alone' named
ok 'the database is sound' same "$(rows 'PRAGMA integrity_check; PRAGMA foreign_key_check')" ok
ok 'no second file stays' same "$(echo h.db*)" h.db

# verify says what does not fit together, however it came about.
# shellcheck disable=SC2046  # a hash is one word
sound ()
{
  cp h.db before.db
  run 0 verify --history h.db && same "$(cat out)" 'The history is sound.' &&
    run 0 verify --history h.db --head $(rows 'SELECT hash FROM event WHERE n = 2') --against 08 09 10 11 &&
    run 0 verify --history h.db --format json && grep -q '"sound": true' out && cmp -s h.db before.db
}

# breach SQL LINE: after SQL, LINE is all that verify says.
breach ()
{
  cp h.db broken.db
  sqlite3 broken.db "PRAGMA foreign_keys = OFF; DROP TRIGGER event_update; DROP TRIGGER event_delete; $1" &&
    run 1 verify --history broken.db && same "$(cat out)" "$2"
}

breaches ()
{
  for one in balance:status figure:net credit:subtotal invoice:tax finding:severity; do
    breach "UPDATE ${one%:*} SET ${one#*:} = 'x' WHERE month = '2026-10' AND version = 1" '2026-10 version 1: content differs' ||
      return 1
  done
  breach "UPDATE seal SET approver = 'x' WHERE month = '2026-08'" '2026-08 version 1: seal differs from its event' &&
    breach "UPDATE input SET file = 'x' WHERE month = '2026-08' AND position = 0" \
      '2026-08 version 1: inputs differ from those of the event' &&
    breach "UPDATE event SET hash = '$(echo x | sha256sum | cut -c1-64)' WHERE n = 3" \
      "$(printf 'event 3: hash differs\nevent 4: previous hash differs')" &&
    breach "UPDATE event SET reason = 'x' WHERE n = 2" 'event 2: columns differ from the body'
}

cut_off ()
{
  cp h.db broken.db
  last=$(rows 'SELECT hash FROM event ORDER BY n DESC LIMIT 1')
  sqlite3 broken.db "PRAGMA foreign_keys = OFF; DROP TRIGGER event_delete;
    DELETE FROM event WHERE n = (SELECT max(n) FROM event); DELETE FROM finding WHERE month = '2026-11' AND version = 2;
    DELETE FROM balance WHERE month = '2026-11' AND version = 2; DELETE FROM credit WHERE month = '2026-11' AND version = 2;
    DELETE FROM figure WHERE month = '2026-11' AND version = 2; DELETE FROM invoice WHERE month = '2026-11' AND version = 2;
    DELETE FROM input WHERE month = '2026-11' AND version = 2; DELETE FROM seal WHERE month = '2026-11' AND version = 2;
    UPDATE seal SET state = 'sealed' WHERE month = '2026-11'"
  run 0 verify --history broken.db && run 1 verify --history broken.db --head "$last" &&
    same "$(cat out)" 'the given head is the hash of no event'
}

# A byte of the file itself: in a table it is a breach, in the build of the file it is refused.
flipped ()
{
  at=$(grep -abo 'Azure plan\|900\.00' h.db | head -n 1 | cut -d: -f1)
  cp h.db broken.db
  printf 8 | dd of=broken.db bs=1 seek="$at" conv=notrunc 2>/dev/null
  "$ACORECON" verify --history broken.db >out 2>err
  case $? in 1) grep -q 'content differs' out ;; *) return 1 ;; esac
}

changed_input ()
{
  cp -r 09 changed && sed -i 's/0.00/0.01/' changed/aco.csv
  run 1 verify --history h.db --against 08 changed 10 11 &&
    same "$(cat out)" '2026-09: input 09/aco.csv is not among the files' &&
    mv changed/aco.csv changed/other.csv && cp 09/aco.csv changed/renamed.csv &&
    run 0 verify --history h.db --against 08 changed 10 11
}

# What was resolved is in it, too.
decided ()
{
  cp h.db decided.db
  run 0 resolve "$(rows 'SELECT max(finding_id) FROM finding')" --as disputed --note 'so "it" is, \ ü' --by Bo --history decided.db &&
    run 0 verify --history decided.db && run 0 history 2026-11 --history decided.db --format json &&
    cp decided.db broken.db && sqlite3 broken.db "DROP TRIGGER resolution_update; UPDATE resolution SET note = 'x'" &&
    run 1 verify --history broken.db && grep -q 'resolution differs' out
}

ok 'verify finds it sound and only reads' sound
ok '... with what was resolved, and changes of that' decided
ok '... and each change' breaches
ok '... and a chain that was cut off, with --head' cut_off
ok '... and a byte of the file' flipped
ok '... and files that are not those of the seal' changed_input
ok '... of a history that is there' run 5 verify --history nothing.db
ok '--head is a hash' run 2 verify --history h.db --head abc
ok 'files are named by --against' run 2 verify --history h.db 08

# history lists it, and copies it.
listed ()
{
  cp h.db before.db
  run 0 history --history h.db && grep -q '^2026-08  version 1, sealed, 2026-09-21T14:13:20Z, prepared by Ann, approved by Bo' out &&
    grep -q '  USD  used 100.00, invoiced 100.00, forfeited 0.00' out &&
    run 0 history --history h.db --format json && grep -q '"schema": "acorecon.history/1"' out &&
    same "$(grep -c '"what":"close"' out)" "$(rows "SELECT count(*) FROM event WHERE what = 'close'")" &&
    run 0 history 2026-10 --history h.db --format csv && same "$(grep -c ^2026-10 out)" 3 && cmp -s h.db before.db
}

copied ()
{
  run 0 history --history h.db --backup copy.db && cmp -s h.db copy.db && same "$(stat -c %a copy.db)" 600 &&
    run 4 history --history h.db --backup copy.db && cmp -s h.db copy.db &&
    run 4 history --history h.db --backup no/copy.db
}

ok 'history lists months and one month, and only reads' listed
ok '... and a copy is the file, once' copied
ok '... of a history that is there' run 5 history --history nothing.db
ok '... of a month that was sealed' run 5 history 2020-01 --history h.db
ok 'a month is a month' run 2 history Sep --history h.db

# A command that only reads.
reads ()
{
  cp h.db before.db
  run 5 reconcile --history nothing.db 11 && grep -q 'there is no history' err && [ ! -e nothing.db ] &&
    ACORECON_HISTORY=h.db run 0 reconcile --month 2026-11 --format json 11 &&
    grep -q '"baseline": {"history":true,"months":\["2026-08","2026-09","2026-10"\]}' out &&
    cmp -s h.db before.db
}
ok 'reconcile takes the sealed months as baseline and only reads' reads

# Refusals leave the file as it is.
refused ()
{
  cp "$1" bad.db
  run 5 close 2026-12 --preparer Ann --approver Bo --history bad.db --gap --reason x && cmp -s "$1" bad.db
}
echo 'no database' >text
: >empty
head -c 5000 h.db >cut
cp h.db newer && sqlite3 newer 'PRAGMA user_version = 2'
cp h.db foreign && sqlite3 foreign 'PRAGMA application_id = 7'
for bad in text empty cut newer foreign; do
  ok "a history that is $bad is refused untouched" refused "$bad"
done
ok 'without --history it is in the data folder' run 0 close 2026-08 --preparer Ann --approver Bo --first 08
ok '... which is made' test -s data/acorecon/history.db
ok 'a disk without a folder is status 4' run 4 close 2026-08 --preparer Ann --approver Bo --history no/h.db --first 08

# Two closers at once: one seals, the other finds it sealed.
at_once ()
{
  rm -rf two.db
  for one in 1 2; do
    "$ACORECON" close 2026-08 --preparer Ann --approver Bo --history two.db --first 08 >"out$one" 2>"err$one" &
    eval "pid$one=\$!"
  done
  # shellcheck disable=SC2154  # set by eval
  wait "$pid1"; first=$?
  # shellcheck disable=SC2154
  wait "$pid2"; second=$?
  case $first$second in 00 | 05 | 50) ;; *) return 1 ;; esac
  [ "$(sqlite3 two.db 'SELECT count(*) FROM seal')" = 1 ]
}
ok 'two closers at once: one seal' at_once

# What a killed close left pending is settled by the next command that writes, whatever that is.
settled ()
{
  cp h.db pending.db
  sqlite3 pending.db "UPDATE seal SET pack_state = 'pending' WHERE month = '2026-09'"
  run 0 reopen 2026-11 --by Bo --reason x --history pending.db && grep -q "$1" err && run 0 verify --history pending.db &&
    same "$(sqlite3 pending.db "SELECT pack_state, (SELECT reason FROM event WHERE what = 'pack') FROM seal WHERE month = '2026-09'")" "$2"
}
ok 'a pending pack that is at its place is written' settled 'is there now' 'written|written'
rm -r pack-09
ok '... one that is nowhere is lost' settled 'is lost; reconcile again' 'lost|lost'

echo "1..$number"
exit $failed
