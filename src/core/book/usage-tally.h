/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_USAGE_TALLY_H
#define CORE_BOOK_USAGE_TALLY_H

#include "base/calendar.h"
#include "core/book/sum/pec-tallies.h"
#include "core/record/position.h"

/**
 * UsageTally: the billed daily usage of one customer on one invoice on one day in one currency.
 * Tallies of two readings are put together in their order.
 */

/** Values of ACO-credited rows in the two measures of spec section 3, "Daily rows". */
typedef struct
{
  Decimal net;           /* sum of |BillingPreTaxTotal| */
  Decimal gross;         /* sum of |UnitPrice x Quantity x PCToBCExchangeRate| */
  Decimal pricing_net;   /* sum of |PricingPreTaxTotal| */
  Decimal pricing_gross; /* sum of |UnitPrice x Quantity| */
  Position first;        /* the first row; the first whose net (gross) is not 0 */
  Position first_net;
  Position first_gross;
} UsageCredit;

typedef struct
{
  DecimalSum plain;             /* sum of BillingPreTaxTotal of all other rows */
  const char *customer;         /* in lower case; the texts are kept by the row-ids of the book */
  const char *invoice;          /* in lower case */
  const char *currency;         /* BillingCurrency, in upper case */
  const char *pricing_currency; /* in upper case, may be "" */
  Day day;
  gboolean has_pricing_total; /* of its rows: what can be converted is kept apart */
  gboolean has_gross;
  UsageCredit *aco; /* NULL: no ACO-credited row */
  PecTallySet *pec; /* sums of BillingPreTaxTotal */
  Position first_pec;
  gboolean has_pec_value; /* some row's BillingPreTaxTotal is not 0 */
  Position first_pec_value;
  guint number; /* in the book */
} UsageTally;

/** What ACO paid of it, which is made if need be. */
UsageCredit *usage_tally_credit (UsageTally *self);
/** @later was read after @self, and is left as it was. */
void usage_tally_merge (UsageTally *self, const UsageTally *later);
/** Frees what hangs on it. */
void usage_tally_clear (UsageTally *self);

#endif
