/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_DAILY_ORDER_H
#define CORE_RULE_DAILY_ORDER_H

#include "core/rule/reckoning.h"

/**
 * DailyOrder: a customer's billed daily usage by month, currency and day, beside the times in which
 * the customer's agreements run. What only days can tell: ACO303, ACO307, and the value that ACO302
 * looks for.
 */
typedef struct DailyOrder DailyOrder;

DailyOrder *daily_order_new (const Reckoning *reckoning);
void daily_order_free (DailyOrder *self); /* NULL is fine */

/**
 * List value of the PEC rows of the cell's customer, month and currency that are dated inside the
 * window of a key of the cell with B + forfeited > 0. *first: the first such row, or unset.
 */
Decimal daily_order_pec_list (const DailyOrder *self, const MonthCell *cell, Position *first);

/** ACO303 and 307. */
void daily_order_report (const DailyOrder *self);

/** Of all customers: ACO301 on rows. */
void daily_order_report_double_credits (const Reckoning *reckoning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DailyOrder, daily_order_free)

#endif
