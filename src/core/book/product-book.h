/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_PRODUCT_BOOK_H
#define CORE_BOOK_PRODUCT_BOOK_H

#include "base/keyed-hash.h"
#include "core/record/invoice-line.h"
#include "core/record/usage-row.h"

/**
 * ProductBook: billed charges and daily usage side by side, per customer, invoice, subscription,
 * product, SKU, availability, currency and Partner Earned Credit percentage (spec section 7.9).
 * Charges and usage are groups of their own: usage also has a month, for where its invoice was not
 * read.
 *
 * Memory follows these groups: about 1 KiB each. They are found by a keyed 128-bit hash of what
 * they share; two different groups share one with a chance of less than 2^-80 per run. Books merge.
 */
typedef struct ProductBook ProductBook;

typedef struct
{
  Hash128 hash;
  char *customer; /* ids in lower case, the currency in upper case */
  char *invoice;
  char *subscription;
  char *product;
  char *sku;
  char *availability;
  char *currency;
  Month usage_month; /* of UsageDate; MONTH_NONE in the groups of charges */
  gboolean has_pec;
  Decimal pec_percent;
  guint64 lines;   /* charge lines of the invoice */
  Decimal charges; /* sum of Subtotal */
  guint64 usage_rows;
  Decimal usage;   /* sum of BillingPreTaxTotal of rows not credited by ACO */
  Decimal aco_net; /* values of rows credited by ACO, in the two measures of spec section 3 */
  Decimal aco_gross;
  Position first; /* the first line or row */
} ProductGroup;

ProductBook *product_book_new (const HashKey *key);
void product_book_free (ProductBook *self); /* NULL is fine */

/** A billed line that is no credit. */
void product_book_add_charge (ProductBook *self, const InvoiceLine *line);
/** A billed row. */
void product_book_add_usage (ProductBook *self, const UsageRow *row);
/** Both must have the same key. @later is left empty. */
void product_book_merge (ProductBook *self, ProductBook *later);

/** <0, 0 or >0 by Partner Earned Credit percentage; without one comes first. */
int product_book_compare_percents (const ProductGroup *x, const ProductGroup *y);

/**
 * Sorted by customer, subscription, product, SKU, availability, currency, invoice, percentage.
 * (transfer container)
 */
GPtrArray *product_book_list (const ProductBook *self); /* of const ProductGroup * */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProductBook, product_book_free)

#endif
