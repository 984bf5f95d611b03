/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TREND_TREND_SUMS_H
#define OUTPUT_TREND_TREND_SUMS_H

#include "core/report/report.h"

/**
 * TrendSums: what became of the credit in a month, of all customers together, also of those that a
 * part of the report does not show. In one currency; currencies are never added to each other.
 */
typedef struct
{
  const char *currency; /* borrowed from the report */
  Month month;
  Amount used;     /* sum of used of rollforward; unknown also where a balance_used of tieout is */
  Amount invoiced; /* sum of invoice_credit of tieout */
  Amount left;     /* sum of closing of rollforward: at the end of the month */
} TrendMonth;

/**
 * Of TrendMonth, by currency and month. An amount is unknown where an addend is, or no row of the
 * month speaks of it; a credit whose row is missing is not in it. (transfer full)
 */
GArray *trend_sums (const Report *report);

#endif
