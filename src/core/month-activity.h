/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_ACTIVITY_H
#define CORE_MONTH_ACTIVITY_H

#include "core/invoice-month.h"
#include "core/usage-book.h"

/**
 * MonthActivity: of which months anything was read, of any customer. What is missing for one
 * customer means another thing in a month of which nothing was read at all.
 */
typedef struct MonthActivity MonthActivity;

/** The month of daily usage: of its invoice where that was read, else of the day. */
Month usage_tally_month (const UsageTally *tally, const InvoiceMonths *invoice_months);

/** @credits: of const Credit *; @charges: of const ChargeTally *; @usage: of const UsageTally *. */
MonthActivity *month_activity_new (const GPtrArray *credits, const GPtrArray *charges,
                                   const GPtrArray *usage, const InvoiceMonths *invoice_months);
void month_activity_free (MonthActivity *self); /* NULL is fine */

gboolean month_activity_has_balances (const MonthActivity *self, Month month);
gboolean month_activity_has_invoices (const MonthActivity *self, Month month);
gboolean month_activity_has_usage (const MonthActivity *self, Month month);

/** The first month after @month with balance rows; MONTH_NONE: there is none. */
Month month_activity_next_balances (const MonthActivity *self, Month month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MonthActivity, month_activity_free)

#endif
