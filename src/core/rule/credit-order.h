/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_CREDIT_ORDER_H
#define CORE_RULE_CREDIT_ORDER_H

#include "core/rule/reckoning.h"

/**
 * The order of credits: ACO is consumed first, Partner Earned Credit applies to what remains,
 * never both on the same usage (spec section 7.2). Adds ACO302, 304 and 305 of a customer; what
 * days alone can tell, 303 and 307, is for daily-order.
 */
void credit_order_report (const Reckoning *reckoning);

#endif
