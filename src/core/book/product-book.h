/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_PRODUCT_BOOK_H
#define CORE_BOOK_PRODUCT_BOOK_H

#include "core/book/row-ids.h"
#include "core/book/sum/decimal-sum.h"
#include "core/record/invoice-line.h"
#include "core/record/usage-row.h"

/**
 * ProductBook: billed charges and daily usage side by side, per customer, invoice, subscription,
 * product, SKU, availability, currency and Partner Earned Credit percentage (spec section 7.9).
 * Charges and usage are groups of their own: usage also has a month, for where its invoice was not
 * read.
 *
 * Memory follows these groups, about 0.2 KiB each. Books merge.
 */
typedef struct ProductBook ProductBook;

/** Values of rows credited by ACO, in the two measures of spec section 3. */
typedef struct
{
  Decimal net;
  Decimal gross;
} ProductCredit;

/** What every row changes comes first, so that it lies together. */
typedef struct
{
  guint64 rows; /* charge lines of the invoice, or rows of daily usage */
  Position first;
  DecimalSum sum;       /* of Subtotal, or of BillingPreTaxTotal of rows not credited by ACO */
  ProductCredit *aco;   /* of usage; NULL: no row is credited */
  const char *customer; /* ids in lower case, the currency in upper case; kept by the row-ids */
  const char *invoice;
  const char *subscription;
  const char *product;
  const char *sku;
  const char *availability;
  const char *currency;
  PackedDecimal pec_percent;
  gboolean has_pec;
  gboolean is_usage;
  Month usage_month; /* of UsageDate; MONTH_NONE in the groups of charges */
} ProductGroup;

/** Takes a reference of @ids over. */
ProductBook *product_book_new (RowIds *ids);
void product_book_free (ProductBook *self); /* NULL is fine */

/*
 * Rows wait a little before they are added, while their groups are fetched; whatever is asked of
 * the book knows all of them. @known: the numbers of the ids, or NULL.
 */
/** A billed line that is no credit. */
void product_book_add_charge (ProductBook *self, const InvoiceLine *line, const RowNumbers *known);
/** A billed row. */
void product_book_add_usage (ProductBook *self, const UsageRow *row, const RowNumbers *known);
/** @later is left empty. */
void product_book_merge (ProductBook *self, ProductBook *later);

/**
 * A group that was folded elsewhere (core/book/shelf): @numbers are those of its ids in this book,
 * its texts count for nothing.
 */
void product_book_join (ProductBook *self, const RowNumbers *numbers, ProductGroup *later);
typedef void (*ProductFunc) (const RowNumbers *numbers, const ProductGroup *group, gpointer data);
/** In the order in which they were met. */
void product_book_foreach (const ProductBook *self, ProductFunc func, gpointer data);

/**
 * Sorted by customer, subscription, product, SKU, availability, currency, invoice, percentage.
 * (transfer container)
 */
GPtrArray *product_book_list (const ProductBook *self); /* of const ProductGroup * */
/** Whether there are groups of usage. */
gboolean product_book_has_usage (const ProductBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProductBook, product_book_free)

#endif
