#!/bin/sh
# Findings that people decide about: by id and from a table, and what becomes of them in reports, in
# closes, and when their amounts change. TAP on stdout.
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

# month NAME MONTH CREDIT BALANCE CHARGED: the files of a month, one invoice line of which is wrong
# by what CHARGED is over 100.
month ()
{
  mkdir -p "$1"
  {
    echo CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,CurrencyCode,AgreementID,EffectiveDate,ExpiryDate
    echo "c1,2026-$2,$3,$4,USD,a1,2026-08-01,2027-07-31"
  } >"$1/aco.csv"
  {
    echo CustomerId,CustomerName,InvoiceNumber,ProductId,SkuId,ChargeType,Subtotal,Currency,SubscriptionDescription,ChargeStartDate,EffectiveUnitPrice,BillableQuantity,CreditReasonCode
    echo "c1,Contoso,G0000$2,P1,0001,new,$5,USD,Azure plan,2026-$2-01,1,100,"
    echo "c1,,G0000$2,P1,0001,customerCredit,-100,USD,Azure plan,2026-$2-01,-1,100,Azure Credit Offer"
  } >"$1/invoice.csv"
}

# id CODE: of the only finding with it in report.json.
id ()
{
  sed -n "s/.*\"code\":\"$1\".*\"id\":\"\(f[0-9a-f]*\)\".*/\1/p" "${2:-pack/report.json}"
}

said () { grep -q -e "$1" out; }
told () { grep -q -e "$1" err; }

month 08 08 100 900 107
run 1 reconcile --month 2026-08 --output pack --quiet 08
wrong=$(id ACO201)
uncovered=$(id ACO304)
cp -r pack plain

ok 'a close with an open finding is refused' run 5 close 2026-08 --preparer Ann --approver Bo --history h.db --first 08
ok '... which it names' told "ACO201 7.00 $wrong"
ok 'nobody decides without a name' run 2 resolve "$wrong" --as accepted --note fine --history h.db
ok '... nor without a note' run 2 resolve "$wrong" --as accepted --by Bo --history h.db
ok '... nor with another word' run 2 resolve "$wrong" --as good --note fine --by Bo --history h.db
ok '... nor about nothing' run 2 resolve --as accepted --note fine --by Bo --history h.db
ok '... nor both ways at once' run 2 resolve "$wrong" --import pack/findings.csv --by Bo --history h.db
ok 'what nobody knows is refused' run 5 resolve "$wrong" --as accepted --note fine --by Bo --history h.db
ok '... and makes no history' test ! -e h.db
ok 'findings of a report are resolved' run 0 resolve "$wrong" "$uncovered" --as accepted --note "agreed; see mail" \
  --by Bo --history h.db --report pack/report.json
ok '... and makes the history, for its owner alone' test "$(stat -c %a h.db)" = 600
ok '... and the hash is told' said '^  [0-9a-f]\{64\}$'
ok 'then the month is closed' run 0 close 2026-08 --preparer Ann --approver Bo --history h.db --first 08

ok 'with the history it says so and fails nothing' run 0 reconcile --month 2026-08 --history h.db 08
ok '... in text' said 'accepted by Bo: agreed; see mail'
run 0 reconcile --month 2026-08 --history h.db --output resolved 08
ok '... in the table' grep -q ',accepted,agreed; see mail,Bo$' resolved/findings.csv
ok '... in JSON' grep -q '"resolution":"accepted","note":"agreed; see mail","resolved_by":"Bo"' resolved/report.json
ok '... on the page' grep -q 'accepted by Bo: agreed; see mail' resolved/report.html
ok '... without it all is as before' run 1 reconcile --month 2026-08 --quiet 08

# The amount changes: what was decided does not hold any more, and is told.
month 08b 08 100 900 109
ok 'another amount is open again' run 1 reconcile --month 2026-08 --history h.db 08b
ok '... and tells what was decided' said 'before: 7.00, accepted, 2026-09-21'

# The round trip through a table.
sed '1s/$/,resolution,note/; 2,$s/$/,disputed,ticket 12/' plain/findings.csv >table.csv
before=$(sqlite3 h.db 'SELECT count(*) FROM resolution')
ok 'a table is taken' run 0 resolve --import table.csv --by Ann --history h.db
ok '... all of its rows' test "$(sqlite3 h.db 'SELECT count(*) FROM resolution')" = "$((before + $(wc -l <table.csv) - 1))"
ok '... and taken once' run 0 resolve --import table.csv --by Ann --history h.db
ok '... as it says' said '^0 findings are resolved'
sed "s/$wrong/f0000000000000000/" table.csv >bad.csv
sqlite3 h.db .dump >held
ok 'a row that nobody knows refuses the table' run 3 resolve --import bad.csv --by Ann --history h.db
ok '... with its line' told '^acorecon: bad.csv:[0-9]*: column "id"'
sqlite3 h.db .dump >after
ok '... and nothing is taken' cmp -s held after
ok 'in a history of its own the columns of a row are enough' run 0 resolve --import table.csv --by Ann --history own.db
month 09 09 200 800 100
ok 'disputed findings are carried into later months' run 0 reconcile --month 2026-09 --history h.db --fail-on never 09
ok '... in text' said 'DISPUTED, OF CLOSED MONTHS'
ok '... until another resolution' run 0 resolve "$wrong" --as corrected --note 'credit note' --by Bo --history h.db
run 0 reconcile --month 2026-09 --history h.db --fail-on never 09
ok '... of that one' sh -c '! sed -n "/DISPUTED, OF CLOSED/,\$p" out | grep -q '"$wrong"

# The chain, by sqlite3 and sha256sum alone.
chain ()
{
  previous=$(printf %064d 0)
  events=$(sqlite3 h.db 'SELECT count(*) FROM event')
  n=1
  while [ "$n" -le "$events" ]; do
    sqlite3 h.db "SELECT body FROM event WHERE n = $n" >body
    hash=$({ echo "$previous"; printf %s "$(cat body)"; } | sha256sum | cut -d ' ' -f 1)
    [ "$hash" = "$(sqlite3 h.db "SELECT hash FROM event WHERE n = $n")" ] || return 1
    previous=$hash
    n=$((n + 1))
  done
}
ok 'the chain is what sha256sum makes of it' chain
ok 'no name or id of a customer is in what was told' sh -c '! grep -q "Contoso\|c1" err'

echo "1..$number"
exit $failed
