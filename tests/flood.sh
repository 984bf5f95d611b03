#!/bin/sh
# Input made to slow the program down: ids that collide under the usual hashes of strings cost no
# more than twice what plain ids do, and a customer with ever other reasons, currencies and
# percentages no more than twice what as many customers do. TAP on stdout.
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

# many WHAT: an invoice of KEYS lines that differ in WHAT alone.
many ()
{
  echo CustomerId,InvoiceNumber,ProductId,ChargeType,Subtotal,Currency,PricingCurrency,\
PriceAdjustmentDescription,SubscriptionDescription,ChargeStartDate,ChargeEndDate,EffectiveUnitPrice,\
BillableQuantity,CreditReasonCode
  awk -v what="$1" -v keys=$KEYS 'BEGIN {
    for (i = 0; i < keys; i++) {
      customer = "c1"; currency = pricing = "USD"; pec = ""; type = "customerCredit"
      amount = "-1.00"; reason = "SLA"
      if (what == "customers") customer = "c" i
      if (what == "reasons") reason = "R" i
      if (what == "currencies") currency = "X" i
      if (what == "pricing currencies") { pricing = "X" i; reason = "Azure Credit Offer" }
      if (what == "percentages") {
        pec = sprintf ("[\"\"%d.%06d%% Partner earned credit\"\"]", i % 89 + 1, i)
        type = "new"; amount = "1.00"; reason = ""
      }
      printf "%s,G1,P1,%s,%s,%s,%s,\"%s\",Azure plan,2026-10-01,2026-10-31,1,1,%s\n",
        customer, type, amount, currency, pricing, pec, reason
    }
  }'
}

# windows CUSTOMER: a balance report of KEYS agreements, each with days of its own, and after it the
# daily usage of as many days. CUSTOMER is the form of the customers' ids for the number of each.
windows ()
{
  rm -rf "$work/windows"
  mkdir "$work/windows"
  awk -v form="$1" -v keys=$KEYS -v folder="$work/windows" 'BEGIN {
    balance = folder "/balance.csv"
    usage = folder "/usage.csv"
    print "CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,CurrencyCode,AgreementID," \
      "EffectiveDate,ExpiryDate" >balance
    print "CustomerId,InvoiceNumber,ProductId,UsageDate,BillingPreTaxTotal,BillingCurrency," \
      "PartnerEarnedCreditPercentage,CreditPercentage,CreditType" >usage
    for (i = 0; i < keys; i++) {
      customer = sprintf (form, i)
      day = sprintf ("%04d-%02d-%02d", 1900 + i / 336, i / 28 % 12 + 1, i % 28 + 1)
      printf "%s,2026-10,1,1,USD,a%d,%s,2090-01-01\n", customer, i, day >balance
      printf "%s,G1,P1,%s,1,USD,15,0,\n", customer, day >usage
    }
  }'
}

# cost FILE: the CPU time that runs over it take, in hundredths of a second.
cost ()
{
  # The shell has no other children, so that times says what these two took.
  sh -c '
    timeout 120 '"$ACORECON"' reconcile --format json "$1" >/dev/null 2>&1
    [ $? -le 1 ] || exit 1
    timeout 120 '"$ACORECON"' pec --format json "$1" >/dev/null 2>&1
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
number=$((number + 1))
windows 'c%d'
mv "$work/windows" "$work/windows-customers"
windows 'c'
name="$KEYS agreements and days of one customer cost at most twice what as many customers do"
if is_cheap "$work/windows" "$work/windows-customers"; then
  echo "ok $number - $name ($found, $plain)"
else
  echo "# ${found:-failed}, customers: ${plain:-failed} hundredths of a second"
  echo "not ok $number - $name"
  failed=1
fi
many customers >"$work/many-customers.csv"
for what in reasons currencies 'pricing currencies' percentages; do
  number=$((number + 1))
  many "$what" >"$work/many.csv"
  name="$KEYS $what of one customer cost at most twice what as many customers do"
  if is_cheap "$work/many.csv" "$work/many-customers.csv"; then
    echo "ok $number - $name ($found, $plain)"
  else
    echo "# ${found:-failed}, customers: ${plain:-failed} hundredths of a second"
    echo "not ok $number - $name"
    failed=1
  fi
done
echo "1..$number"
exit $failed
