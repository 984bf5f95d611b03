/* SPDX-License-Identifier: MIT */
#ifndef STORE_SEAL_FIGURES_H
#define STORE_SEAL_FIGURES_H

#include "core/book/books.h"
#include "core/report/report.h"

/**
 * The figures of a month that a seal holds: what three tables of the report say per customer and
 * currency, side by side, and the ACO credit lines of its invoices, summed per product. Pure.
 */

/* In the order of the columns of the table `figure`. */
typedef enum
{
  SEAL_BALANCE_USED, /* of the tie-out row */
  SEAL_INVOICE_CREDIT,
  SEAL_USAGE_CREDIT,
  SEAL_CHARGES, /* of the waterfall row */
  SEAL_OTHER_CREDITS,
  SEAL_NET,
  SEAL_PEC_EARNED,
  SEAL_FORFEITED, /* sum over the roll-forward rows */
  SEAL_FIGURE_COUNT
} SealFigure;

/** "balance_used", ... */
const char *seal_figures_name (SealFigure figure);

/** Unknown: it is so in the report, or there is no such row. Texts are the report's. */
typedef struct
{
  const char *customer;
  const char *currency;
  Amount figures[SEAL_FIGURE_COUNT];
} SealFigures;

/** Sorted by customer and currency. (transfer full) */
GPtrArray *seal_figures_of_report (const Report *report, Month month); /* of SealFigures * */

/** Texts are the books'. */
typedef struct
{
  const char *customer;
  const char *invoice; /* as first read */
  const char *currency;
  const char *article; /* "product/sku" */
  guint64 lines;
  Decimal subtotal; /* sum of Subtotal: < 0 for a credit */
} SealCredit;

/** Of the invoices of @month, sorted by the texts in their order. (transfer full) */
GPtrArray *seal_figures_credits (const Books *books, const Report *report, Month month);

#endif
