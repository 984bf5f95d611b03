/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_VERDICT_VERDICT_COUNTS_H
#define OUTPUT_TEXT_VERDICT_VERDICT_COUNTS_H

#include "base/language/language.h"
#include "core/report/report.h"
#include "output/money-tally.h"

/** VerdictCounts: the tie-out rows of a report by result, with their money; how both are written.
 */
typedef struct
{
  gboolean plain; /* numbers as a program reads them, not grouped */
  const Language *language;
  gsize rows, agrees, rounding, differs, not_comparable;
  gsize tolerated;        /* agree, but not to the cent */
  MoneyTally *widest;     /* the largest |difference| among these, per currency */
  MoneyTally *agreed;     /* invoice credit of the rows that agree */
  MoneyTally *difference; /* |difference| of those that differ */
  MoneyTally *balance;    /* of those that cannot be compared: known balance_used */
  MoneyTally *invoice;    /* and known invoice_credit */
} VerdictCounts;

/** To be cleared. */
VerdictCounts verdict_counts_of (const Report *report, gboolean plain, const Language *language);
void verdict_counts_clear (VerdictCounts *self);

/** "1,120.00 EUR and 7.50 USD". (transfer full) */
char *verdict_counts_money (const VerdictCounts *self, const MoneyTally *tally);
/** (transfer full) */
char *verdict_counts_number (const VerdictCounts *self, gsize count);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VerdictCounts, verdict_counts_clear)

#endif
