/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_STATEMENT_BOOK_H
#define CORE_ANSWER_STATEMENT_BOOK_H

#include "core/month/invoice-months.h"
#include "core/record/invoice-line.h"

/**
 * StatementBook: which products Azure credit paid for: the ACO credit lines of billed invoices,
 * per customer, month of the invoice, currency and name of the product. For customer statements.
 *
 * Memory follows customers x months x products.
 */
typedef struct StatementBook StatementBook;

typedef struct
{
  char *customer; /* in lower case */
  Month month;
  char *currency; /* in upper case */
  char *product;  /* ProductName as given, else SkuName; "" when the lines have neither */
  Decimal amount; /* -sum of Subtotal: what the credit paid */
} ProductUse;

/** @months is borrowed. */
StatementBook *statement_book_new (const InvoiceMonths *months);
void statement_book_free (StatementBook *self); /* NULL is fine */

/** Takes billed, classified lines that are ACO credits; passes over all others. */
void statement_book_add_line (StatementBook *self, const InvoiceLine *line);

/** Sorted by customer, month, currency, product. (transfer container) */
GPtrArray *statement_book_list (const StatementBook *self); /* of const ProductUse * */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StatementBook, statement_book_free)

#endif
