/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_INVOICE_TALLY_H
#define CORE_BOOK_INVOICE_TALLY_H

#include "core/record/invoice-line.h"

/**
 * InvoiceTally: the billed lines of one invoice over all its customers: sums by currency, and which
 * months its lines vote for (invoice-months decides). Cannot tell whether all its lines were read.
 */

/** One currency of an invoice, over all customers. */
typedef struct
{
  char *currency; /* in upper case */
  guint64 lines;
  Decimal subtotal; /* sums, exact; charges > 0, credits < 0 */
  Decimal tax;
  Decimal total;
  guint64 fits[FIT_COUNT];
} InvoiceCurrency;

typedef struct
{
  char *invoice; /* in lower case */
  char *display; /* as first read */
  Position first;
  GArray *charges;       /* MonthCount of ChargeStartDate: of lines that are no credit */
  GArray *credits;       /* the same of credits */
  GTree *currencies;     /* of InvoiceCurrency (base/tally-tree) */
  InvoiceCurrency *last; /* that of the line before */
} InvoiceTally;

InvoiceTally *invoice_tally_new (Slice invoice, Position first);
void invoice_tally_free (gpointer tally); /* NULL is fine */
/** @fit: the rule that the line's Subtotal fits. */
void invoice_tally_add (InvoiceTally *self, const InvoiceLine *line, Fit fit);
/** @later was read after @self, and is left as it was. */
void invoice_tally_merge (InvoiceTally *self, const InvoiceTally *later);
/** What was folded elsewhere of one currency; the text is copied. */
void invoice_tally_join_currency (InvoiceTally *self, const InvoiceCurrency *from);

#endif
