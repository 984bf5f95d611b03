/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_USAGE_BOOK_H
#define CORE_BOOK_USAGE_BOOK_H

#include "core/book/row-ids.h"
#include "core/book/sum/pec-tallies.h"
#include "core/record/usage-row.h"

/**
 * UsageBook: billed daily rated usage folded into one tally per customer, invoice, currency and
 * day. Knows no balances and no months of invoices.
 *
 * Memory follows customers x days; per row only a record where a row is credited by ACO and names
 * a Partner Earned Credit percentage at once. Books merge like credit books do.
 */
typedef struct UsageBook UsageBook;

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

/** An ACO-credited row with PartnerEarnedCreditPercentage > 0 (ACO301). */
typedef struct
{
  Position at;
  const UsageTally *tally;
  const char *article; /* "product/sku", see article-pool */
  Decimal net;         /* |BillingPreTaxTotal| */
  Decimal gross;       /* |UnitPrice x Quantity x PCToBCExchangeRate| */
} DoubleCredit;

/** Takes a reference of @ids over. */
UsageBook *usage_book_new (RowIds *ids);
void usage_book_free (UsageBook *self); /* NULL is fine */

/**
 * @row is classified and billed (has an invoice number). It waits a little before it is added,
 * while its tally is fetched; whatever is asked of the book knows it. @known: the numbers of its
 * ids, or NULL.
 */
void usage_book_add (UsageBook *self, const UsageRow *row, const RowNumbers *known);
/** @later was read after @self; it is left empty. */
void usage_book_merge (UsageBook *self, UsageBook *later);

/** Sorted by customer, then day. (transfer container) */
GPtrArray *usage_book_list (const UsageBook *self);              /* of const UsageTally * */
const GArray *usage_book_double_credits (const UsageBook *self); /* of DoubleCredit */
/**
 * TRUE: no ACO-credited row has a BillingPreTaxTotal other than 0, so that their value is the
 * gross one.
 */
gboolean usage_book_is_gross (const UsageBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UsageBook, usage_book_free)

#endif
