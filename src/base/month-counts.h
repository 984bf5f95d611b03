/* SPDX-License-Identifier: MIT */
#ifndef BASE_MONTH_COUNTS_H
#define BASE_MONTH_COUNTS_H

#include "base/calendar.h"

/**
 * MonthCount: how often each month was seen, ascending by month. Also serves as a set of months.
 */
typedef struct
{
  Month month;
  guint64 count;
} MonthCount;

GArray *month_counts_new (void);
void month_counts_add (GArray *counts, Month month, guint64 count);
void month_counts_merge (GArray *counts, const GArray *further);
/** The first month after @month; MONTH_NONE: there is none. */
Month month_counts_next (const GArray *counts, Month month);
gboolean month_counts_contain (const GArray *counts, Month month);

/** The most frequent month, of equally frequent ones the latest; MONTH_NONE when there is none. */
Month month_counts_winner (const GArray *counts, guint64 *winner_count, guint64 *total);
/** The winner among the others than @winner; MONTH_NONE when there are none. */
Month month_counts_runner_up (const GArray *counts, Month winner);

#endif
