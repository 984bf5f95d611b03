/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_TRACE_H
#define CORE_ANSWER_TRACE_H

#include "core/book/charge-book.h"
#include "core/month/invoice-months.h"
#include "core/month/roll-forward.h"
#include "core/report/report.h"

/**
 * Trace: the rows behind one figure of one customer and month, and a running sum per currency that
 * ends at the figure. Is shown every row again and says which ones count; keeps only the sums.
 */
typedef enum
{
  TRACE_ACO,  /* aco_used of the waterfall: ACO credit lines */
  TRACE_PEC,  /* pec_earned of the waterfall: usage lines with PEC */
  TRACE_NET,  /* net of the waterfall: all billed lines */
  TRACE_USED, /* used of the roll-forward: the balance rows whose CreditAmounts are subtracted */
  TRACE_FIGURE_COUNT
} TraceFigure;

/** What a row does to the figure; the currency belongs to the trace. */
typedef struct
{
  const char *currency;
  Decimal amount; /* what the row adds; for PEC its net amount, from which the credit follows */
  Decimal sum;    /* the figure up to this row */
} TraceStep;

typedef struct Trace Trace;

/**
 * @customer in lower case. @months and @rows (of RollForward) are borrowed and needed for invoice
 * lines and balance rows, respectively.
 */
Trace *trace_new (TraceFigure figure, const char *customer, Month month,
                  const InvoiceMonths *months, const GArray *rows);
void trace_free (Trace *self); /* NULL is fine */

/** TRUE when the row is part of the figure; *step then tells what it does. */
gboolean trace_take_line (Trace *self, const InvoiceLine *line, TraceStep *step);
gboolean trace_take_balance (Trace *self, const BalanceRow *row, TraceStep *step);

/** Of how many agreements the used of the month is not known; their rows are left out. */
guint trace_unknown_count (const Trace *self);

/** The figure of @currency as far as rows were taken; 0 where none was. */
Decimal trace_sum (const Trace *self, const char *currency);
/** How many currencies rows were taken of, and the name of one. */
guint trace_currency_count (const Trace *self);
const char *trace_currency (const Trace *self, guint index);

/** "aco", "pec", "net", "used". */
const char *trace_figure_name (TraceFigure figure);
gboolean trace_figure_from_text (const char *text, TraceFigure *figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Trace, trace_free)

#endif
