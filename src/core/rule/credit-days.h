/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_CREDIT_DAYS_H
#define CORE_RULE_CREDIT_DAYS_H

#include "core/rule/reckoning.h"

/**
 * The day table `credit_days`: per customer, billing currency and day what was credited by ACO,
 * what earned Partner Earned Credit and what got neither. Only for customers with agreements or
 * credits, and only of reported months.
 */
void credit_days_report (const Reckoning *reckoning);

#endif
