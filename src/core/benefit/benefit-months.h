/* SPDX-License-Identifier: MIT */
#ifndef CORE_BENEFIT_BENEFIT_MONTHS_H
#define CORE_BENEFIT_BENEFIT_MONTHS_H

#include "core/benefit/benefit-dates.h"
#include "core/benefit/benefit-rows.h"

/**
 * BenefitMonths: what became of a benefit month by month (credits contract, section 3, "Rows"): of
 * each month inside, and of each other one up to the as-of day in which something was used. Of a
 * month opening + granted - used + over - lapsed - revoked = closing.
 */

/**
 * Rows of BenefitMonthRow, ascending. @uses: of BenefitUseMonth, ascending; NULL: none. (transfer
 * full)
 */
GArray *benefit_months_of (const Benefit *benefit, const BenefitDates *dates, const GArray *uses,
                           Day as_of);

#endif
