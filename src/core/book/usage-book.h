/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_USAGE_BOOK_H
#define CORE_BOOK_USAGE_BOOK_H

#include "core/book/row-ids.h"
#include "core/book/usage-tally.h"
#include "core/record/usage-row.h"

/**
 * UsageBook: billed daily rated usage folded into one tally per customer, invoice, currency and
 * day. Knows no balances and no months of invoices.
 *
 * Memory follows customers x days; per row only a record where a row is credited by ACO and names
 * a Partner Earned Credit percentage at once. Books merge like credit books do.
 */
typedef struct UsageBook UsageBook;

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

/*
 * What was folded elsewhere (core/book/shelf): a tally, whose ids are @numbers of the book's ids
 * and whose texts count for nothing; a row credited twice, whose tally is of this book.
 */
const UsageTally *usage_book_join (UsageBook *self, const RowNumbers *numbers,
                                   const UsageTally *later);
void usage_book_join_double_credit (UsageBook *self, const DoubleCredit *credit, Slice article);

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
