#!/bin/sh
# Input made to slow the program down: ids that collide under the usual hashes of strings cost no
# more than twice what plain ids do. TAP on stdout.
set -u

# CI sets it where the same program was tested so already.
if [ "${QUICK_CHECK:-no}" = yes ]; then
  echo '1..0 # SKIP QUICK_CHECK is set'
  exit 0
fi

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
ACORECON=${ACORECON:-$srcdir/acorecon}

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

KEYS=65536
TRIES=3
ALLOWED=200 # hundredths of a second, for noise

# ids KIND: KEYS ids of 32 characters, each once. Where h x 33 + c is the hash, two characters can
# be exchanged for two others without changing it: ids are compared in lower case, where "ba" and
# "c@" are such a pair, names and codes also as they are, where "Ez" and "FY" are.
ids ()
{
  awk -v kind="$1" -v keys=$KEYS 'BEGIN {
    if (kind == "lower") { zero = "ba"; one = "c@" }
    if (kind == "mixed") { zero = "Ez"; one = "FY" }
    if (kind == "plain") { zero = "ab"; one = "cd" }
    for (i = 0; i < keys; i++) {
      id = ""
      for (bit = 32768; bit >= 1; bit /= 2)
        id = id (int(i / bit) % 2 ? one : zero)
      print id
    }
  }'
}

# The rows of a file of each kind, in which every id is the key of everything.
# shellcheck disable=SC2317  # called as $file
balance ()
{
  echo CustomerId,InvoiceMonth,CreditName,CreditAmount,BalanceAmount,CurrencyCode,AgreementID
  sed 's/.*/&,2026-10,&,1.00,2.00,USD,&/'
}

# shellcheck disable=SC2317
invoice ()
{
  echo CustomerId,CustomerName,InvoiceNumber,ProductId,SkuId,ChargeType,Subtotal,Currency,\
ChargeStartDate,ChargeEndDate,EffectiveUnitPrice,BillableQuantity,SubscriptionId
  sed 's/.*/c1,&,G1,&,&,new,1.00,USD,2026-10-01,2026-10-31,1,1,&/'
}

# shellcheck disable=SC2317
usage ()
{
  echo CustomerId,InvoiceNumber,ProductId,SkuId,UsageDate,BillingPreTaxTotal,BillingCurrency,\
ResourceURI,SubscriptionId
  sed 's/.*/&,G1,&,&,2026-10-05,1.00,USD,&,&/'
}

# cost FILE: the CPU time that runs over it take, in hundredths of a second.
cost ()
{
  # The shell has no other children, so that times says what these two took.
  sh -c '
    timeout 120 '"$ACORECON"' reconcile --format json --invoice-month g1=2026-10 "$1" \
      >/dev/null 2>&1
    [ $? -le 1 ] || exit 1
    timeout 120 '"$ACORECON"' pec --format json --invoice-month g1=2026-10 "$1" \
      >/dev/null 2>&1
    [ $? -le 1 ] || exit 1
    times' sh "$1" |
    awk 'NR == 2 { gsub(/[ms]/, " "); print int(($1 * 60 + $2 + $3 * 60 + $4) * 100) }'
}

# is_cheap FILE PLAIN: FILE costs at most twice what PLAIN does, in one of TRIES, for the machine
# may be busy. Leaves both costs.
is_cheap ()
{
  try=0
  while [ $try -lt $TRIES ]; do
    try=$((try + 1))
    plain=$(cost "$2")
    found=$(cost "$1")
    [ -n "$plain" ] && [ -n "$found" ] || return 1
    [ "$found" -gt $((2 * plain + ALLOWED)) ] || return 0
  done
  return 1
}

number=0
failed=0
for kind in lower mixed plain; do
  ids $kind >"$work/$kind"
done
for file in balance invoice usage; do
  $file <"$work/plain" >"$work/$file-plain.csv"
  for kind in lower mixed; do
    number=$((number + 1))
    $file <"$work/$kind" >"$work/$file-$kind.csv"
    name="$KEYS colliding ids in a file of the kind $file cost at most twice plain ones"
    if is_cheap "$work/$file-$kind.csv" "$work/$file-plain.csv"; then
      echo "ok $number - $name ($kind: $found, plain: $plain)"
    else
      echo "# $kind: ${found:-failed}, plain: ${plain:-failed} hundredths of a second"
      echo "not ok $number - $name ($kind)"
      failed=1
    fi
    rm -f "$work/$file-$kind.csv"
  done
done
echo "1..$number"
exit $failed
