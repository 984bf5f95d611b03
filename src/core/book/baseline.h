/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_BASELINE_H
#define CORE_BOOK_BASELINE_H

#include "core/book/credit-book.h"

/**
 * Baseline: what the history brings to a run: balance rows of sealed months, which join those of
 * the files in the credit-book, and the invoices that were sealed, to be compared with what is read
 * now (docs/spec.md, "What a history adds"). Knows no file and no database.
 */
typedef struct Baseline Baseline;

Baseline *baseline_new (void);
void baseline_free (Baseline *self); /* NULL is fine */

/**
 * @row, of the seal of month @sealed, goes into @credits where the files have none of its key and
 * month; else it is only compared. Months of seals must not descend.
 */
void baseline_add_row (Baseline *self, CreditBook *credits, Month sealed, const BalanceRow *row);

/** What a sealed month has of an invoice in one currency. */
typedef struct
{
  Month month;
  char *currency; /* in upper case */
  guint64 lines;
  Decimal total;
} SealedInvoice;

/** @invoice in any case; the texts are copied. */
void baseline_add_invoice (Baseline *self, const char *invoice, const SealedInvoice *sealed);

/** The sealed months of which rows went into the credit-book, ascending. (transfer none) */
const GArray *baseline_months (const Baseline *self); /* of Month */

/**
 * What was sealed of the credit and month, where what was read says something else; else NULL. The
 * texts of @key must be those of the credit-book.
 */
const CreditFigures *baseline_conflict (const Baseline *self, const CreditKey *key, Month month);

/** @invoice in lower case; by month as added. NULL: no sealed month has it. (transfer none) */
const GPtrArray *baseline_invoice (const Baseline *self, const char *invoice);
/** Whether any was added. */
gboolean baseline_has_invoices (const Baseline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Baseline, baseline_free)

#endif
