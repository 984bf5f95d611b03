/* SPDX-License-Identifier: MIT */
#ifndef CORE_DAILY_ORDER_H
#define CORE_DAILY_ORDER_H

#include "core/reckoning.h"

/**
 * DailyOrder: the billed daily usage by customer, month, currency and day, beside the times in
 * which the customers' agreements run. What only days can tell: ACO301 on rows, ACO303, ACO307,
 * and the value that ACO302 looks for.
 */
typedef struct DailyOrder DailyOrder;

DailyOrder *daily_order_new (const Reckoning *reckoning);
void daily_order_free (DailyOrder *self); /* NULL is fine */

/**
 * List value of the PEC rows of the cell's customer, month and currency that are dated inside the
 * window of a key of the cell with B + forfeited > 0. *first: the first such row, or unset.
 */
Decimal daily_order_pec_list (const DailyOrder *self, const MonthCell *cell, Position *first);

/** ACO301 on rows, 303 and 307. */
void daily_order_report (const DailyOrder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DailyOrder, daily_order_free)

#endif
