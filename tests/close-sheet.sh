#!/bin/sh
# The sheet of a close, what stands in close.txt and close.html, that verify tells a sheet that was
# changed, and the page over time. testdata/close-sheet has them; with BLESS=1 they are written
# there. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
testdata=${TESTDATA:-$srcdir/testdata}
ACORECON=${ACORECON:-$srcdir/acorecon}
case $ACORECON in
*' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac

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

# month MONTH CREDIT BALANCE INVOICED TOTAL: the files of a month; a Total of another sum is ACO202.
month ()
{
  mkdir -p "$1"
  {
    echo CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,CurrencyCode,AgreementID,EffectiveDate,ExpiryDate
    echo "$customer,2026-$1,$2,$3,USD,$agreement,2026-08-01,2027-07-31"
  } >"$1/aco.csv"
  {
    echo CustomerId,CustomerName,InvoiceNumber,ProductId,SkuId,ChargeType,Subtotal,Total,Currency,SubscriptionDescription,ChargeStartDate,EffectiveUnitPrice,BillableQuantity,CreditReasonCode
    echo "$customer,Contoso,G0000$1,P1,0001,new,$4,$5,USD,Azure plan,2026-$1-01,1,$4,"
    echo "$customer,,G0000$1,P1,0001,customerCredit,-$4,-$4,USD,Azure plan,2026-$1-01,-1,$4,Azure Credit Offer"
  } >"$1/invoice.csv"
}

month 08 100 900 100 103
month 09 300 700 180 180
printf 'a <b>, "quoted"\nand a line more' >note

# id_of PACK NUMBER: of the finding with this place in the report.
id_of ()
{
  sed -n "s/.*\"id\": *\"\(f[0-9a-f]*\)\".*/\1/p" "$1/report.json" | sed -n "${2}p"
}

close_month ()
{
  run "$1" close --history h.db "2026-$2" --preparer 'Ann <ann@example.com>' --approver "O'Bo & Co" \
    --fail-on never --output "pack-$2" $3 "$2"
}

# same NAME FILE: it is the one that testdata has, but for what depends on the program's version.
same ()
{
  sed -E 's/acorecon [0-9][0-9.]*/acorecon VERSION/; s/[0-9a-f]{64}/DIGEST/' "$2" >found
  if [ -n "${BLESS:-}" ]; then
    mkdir -p "$testdata/close-sheet" && cp found "$testdata/close-sheet/$1"
  fi
  diff "$testdata/close-sheet/$1" found >out 2>&1
}

ok 'a month is closed with a pack' close_month 0 08 --first
hash=$(tail -n 1 out | tr -d ' ')
ok 'its hash is on the sheet' grep -qx "Hash of it    $hash" pack-08/close.txt
ok 'and the digest of its report' grep -qx \
  "report.json   $(sha256sum <pack-08/report.json | cut -c 1-64)" pack-08/close.txt
ok 'its findings are open on the sheet' same first.txt pack-08/close.txt
ok 'and on the page' same first.html pack-08/close.html
ok 'a finding is disputed' run 0 resolve --history h.db "$(id_of pack-08 1)" --as disputed \
  --note "$(cat note)" --by 'Cy
Dee'
ok 'the next month is closed' close_month 0 09 ''
ok 'its sheet has the dispute of the month before' same second.txt pack-09/close.txt
ok 'and its page' same second.html pack-09/close.html
ok 'verify makes the same sheets again' run 0 verify --history h.db

# told FILE LINE: one byte of the sheet is another; verify says so, and is content once it is back.
told ()
{
  cp "$1" kept && sed '3s/e/f/' kept >"$1" && ! cmp -s kept "$1" || return 1
  run 1 verify --history h.db || return 1
  [ "$(cat out)" = "$2" ] || return 1
  cp kept "$1" && run 0 verify --history h.db
}

ok 'a changed sheet is told' told pack-08/close.txt '2026-08 version 1: close.txt in its pack differs'
ok 'a changed page is told' told pack-09/close.html '2026-09 version 1: close.html in its pack differs'

lost ()
{
  mv pack-09/close.txt kept && run 1 verify --history h.db || return 1
  [ "$(cat out)" = '2026-09 version 1: close.txt is not in its pack' ] || return 1
  mv kept pack-09/close.txt
}

ok 'so is one that is gone' lost

other_pack ()
{
  cp pack-08/close.txt kept && echo more >>pack-08/close.txt
  cp pack-08/report.json kept.json && echo >>pack-08/report.json
  run 0 verify --history h.db || return 1
  cp kept pack-08/close.txt && cp kept.json pack-08/report.json
}

ok 'of a pack that is another one nothing is said' other_pack

moved ()
{
  mv pack-08 elsewhere && run 0 verify --history h.db && mv elsewhere pack-08
}

ok 'nor of one that lies elsewhere' moved
ok 'a later decision changes no sheet' run 0 resolve --history h.db "$(id_of pack-08 1)" \
  --as accepted --note fine --by Ann
ok 'as verify says' run 0 verify --history h.db

ok 'all months are a page, and more' run 0 history --history h.db --output months
ok 'which says where they go' same history.html months/history.html
ok 'it holds tables, JSON and text' test -s months/months.csv -a -s months/history.json -a -s months/summary.txt
ok 'it is not replaced' run 4 history --history h.db --output months
ok 'but for --force' run 0 history --history h.db --output months --force
ok 'one month has no page over time' run 0 history --history h.db --output one 2026-08
ok 'but all else' test -s one/inputs.csv -a ! -e one/history.html

again ()
{
  run 0 reopen --history h.db 2026-09 --by Ann --reason 'a name is wrong' || return 1
  run 0 close --history h.db 2026-09 --preparer Ann --approver Bo --restate --reason 'the name' \
    --fail-on never --output pack-09 --force 09 || return 1
  grep -qx 'Close of 2026-09, version 2' pack-09/close.txt && run 0 verify --history h.db
}

ok 'a month closed again from the same files into the same folder has its new sheet' again
ok 'and a change of that one is told' told pack-09/close.txt '2026-09 version 2: close.txt in its pack differs'

echo "1..$number"
exit $failed
