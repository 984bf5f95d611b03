/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_DAILY_ORDER_H
#define CORE_RULE_DAILY_ORDER_H

#include "core/rule/reckoning.h"

/**
 * What only days can tell of the order of credits: billed daily usage beside the times in which the
 * customer's agreements run (spec section 7.2). Adds ACO303 and 307 of a customer.
 */
void daily_order_report (const Reckoning *reckoning);

/** Of all customers: ACO301 on rows. */
void daily_order_report_double_credits (const Reckoning *reckoning);

#endif
