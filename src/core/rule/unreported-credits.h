/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_UNREPORTED_CREDITS_H
#define CORE_RULE_UNREPORTED_CREDITS_H

#include "core/month/missing-reports.h"
#include "core/rule/reckoning.h"

/** Credits of months without a balance report, over all customers: ACO407 (spec section 4). */
void unreported_credits_report (const Reckoning *reckoning, const MissingReports *missing);

#endif
