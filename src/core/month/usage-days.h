/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_USAGE_DAYS_H
#define CORE_MONTH_USAGE_DAYS_H

#include "core/month/month-ledger.h"

/**
 * UsageDays: a customer's billed daily usage by month, currency and day, beside the credit that the
 * customer could still spend. What the order of credits is judged by where daily rows were read;
 * judges nothing.
 */
typedef struct UsageDays UsageDays;

/** A tally with the month it belongs to. */
typedef struct
{
  const UsageTally *tally;
  Month month;
} UsageDay;

/**
 * @usage: of const UsageTally *; @rows: of RollForward; both of one customer, and both must outlive
 * the days.
 */
UsageDays *usage_days_new (const GPtrArray *usage, const GArray *rows,
                           const InvoiceMonths *invoice_months);
void usage_days_free (UsageDays *self); /* NULL is fine */

/** Of UsageDay, by month, currency, day. */
const GArray *usage_days_entries (const UsageDays *self);

/**
 * List value of the PEC rows of the cell's customer, month and currency that are dated inside the
 * window of a key of the cell with B + forfeited > 0; rounded H to cents once per percentage, in
 * the cell's currency. *first: the first such row, or unset.
 */
Decimal usage_days_pec_list (const UsageDays *self, const MonthCell *cell, Position *first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UsageDays, usage_days_free)

#endif
