/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_BOOKS_H
#define CORE_BOOK_BOOKS_H

#include "core/book/baseline.h"
#include "core/book/charge-book.h"
#include "core/book/credit-book.h"
#include "core/book/input-book.h"
#include "core/book/name-book.h"
#include "core/book/partner-book.h"
#include "core/book/product-book.h"
#include "core/book/row-ids.h"
#include "core/book/row-overlap.h"
#include "core/book/usage-book.h"

/**
 * Books: everything that was read, folded. Rows may be cut into any parts, each part folded into
 * books of its own and the books merged in reading order: the report is the same, byte for byte.
 */
typedef struct
{
  RowIds *ids; /* of the rows of all these books */
  InputBook *inputs;
  CreditBook *credits;
  ChargeBook *charges;
  UsageBook *usage;
  ProductBook *products;
  NameBook *names;
  PartnerBook *partners;
  GPtrArray *overlaps; /* of RowOverlap: rows that were read twice; found when all was read */
  Baseline *baseline;  /* NULL: without a history */
} Books;

/** @key: for hashes of pairs; books that are merged must have the same. */
Books *books_new (const HashKey *key);
/** The same with another key for what stands for rows (see row-ids). */
Books *books_new_kept (const HashKey *key, const HashKey *content);
void books_free (Books *self); /* NULL is fine */
/** Once reckoned: credits, daily usage, products and partners go; the others stay. */
void books_forget_reckoned (Books *self);

/* One row into the books. @input: the tally of its file, of the same books. */
void books_add_balance (Books *self, InputTally *input, const BalanceRow *row);
void books_add_invoice_line (Books *self, InputTally *input, const InvoiceLine *line);
void books_add_usage (Books *self, InputTally *input, const UsageRow *row);

/** @later was read after @self; it is left empty. */
void books_merge (Books *self, Books *later);

/** Whether a row of @customer (in lower case) has gone into the books, but for forgotten ones. */
gboolean books_has_customer (const Books *self, const char *customer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Books, books_free)

#endif
