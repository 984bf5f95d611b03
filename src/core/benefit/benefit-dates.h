/* SPDX-License-Identifier: MIT */
#ifndef CORE_BENEFIT_BENEFIT_DATES_H
#define CORE_BENEFIT_BENEFIT_DATES_H

#include "core/benefit/benefit-record.h"

/**
 * BenefitDates: when the credit of a benefit begins and ends (credits contract, section 3, "Begin,
 * end" and "Inside"). Both days are included.
 */
typedef struct
{
  Day begin; /* DAY_NONE: it was never activated; then there is no end either */
  Day end;
  gboolean is_running;      /* it has begun on the as-of day */
  gboolean is_gone;         /* the purchase is revoked on it */
  Month first, last_inside; /* the months inside; MONTH_NONE: there is none */
} BenefitDates;

BenefitDates benefit_dates_of (const Benefit *benefit, Day as_of);

/** The same day so many months later, or the last of that month. */
Day benefit_dates_add_months (Day day, gint months);

#endif
