/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_FORECAST_H
#define CORE_MONTH_FORECAST_H

#include "core/month/roll-forward.h"

/**
 * Forecast: how long the balance of an agreement lasts if it is used on as it was of late (spec
 * section 3, "Forecast"). Exact until the one rounding of each figure. Knows no seasons, no plans
 * and no prices: it only goes on with the mean of the latest months.
 */

/** The months whose use is taken for the mean. */
#define FORECAST_MONTHS 3

/** What was used of late: rows of the key, fed with the latest first. All zero bits: none yet. */
typedef struct
{
  guint months;
  Decimal used; /* sum of used of these months */
} RecentUse;

/** Takes @row if there is room for it and its used is known and of one month. */
void forecast_take (RecentUse *recent, const RollForward *row);

typedef struct
{
  Amount burn;             /* a month, >= 0, rounded H; unknown: no month to go by */
  Day run_out_date;        /* DAY_NONE: nothing is used, or not before 9999-12-31 */
  Amount forecast_forfeit; /* what is left on the expiry day, >= 0, rounded H; unknown: no expiry */
} Forecast;

/** @figures: of the latest row; its balance is > 0 and its expiry not before @as_of. */
Forecast forecast_make (const RecentUse *recent, const CreditFigures *figures, Day as_of);

#endif
