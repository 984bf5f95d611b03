/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_TIE_OUT_H
#define CORE_RULE_TIE_OUT_H

#include "core/month/missing-reports.h"
#include "core/rule/reckoning.h"

/**
 * The tie-out of a customer: credit used per the balance report = ACO credit lines on the invoice =
 * ACO-credited daily usage (spec section 3, "Tie-out"). Adds the table `tieout` and ACO401 to 405;
 * rows without a balance report of their month and currency go into @missing.
 */
void tie_out_report (const Reckoning *reckoning, MissingReports *missing);

#endif
