/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_MONTH_ACTIVITY_H
#define CORE_MONTH_MONTH_ACTIVITY_H

#include "core/book/usage-book.h"
#include "core/month/invoice-months.h"

/**
 * MonthActivity: of which months anything was read, of any customer. What is missing for one
 * customer means another thing in a month of which nothing was read at all.
 */
typedef struct MonthActivity MonthActivity;

/** The month of daily usage: of its invoice where that was read, else of the day. */
Month month_activity_of_usage (const UsageTally *tally, const InvoiceMonths *invoice_months);

/** @credits: of const Credit *; @charges: of const ChargeTally *; @usage: of const UsageTally *. */
MonthActivity *month_activity_new (const GPtrArray *credits, const GPtrArray *charges,
                                   const GPtrArray *usage, const InvoiceMonths *invoice_months);
void month_activity_free (MonthActivity *self); /* NULL is fine */

/**
 * A partner has an account, with an invoice and a balance report, for each currency: @currency (in
 * upper case) is the balance rows' and the billed lines' Currency.
 */
gboolean month_activity_has_balances (const MonthActivity *self, Month month, const char *currency);
gboolean month_activity_has_lines (const MonthActivity *self, Month month, const char *currency);
/** In any currency. */
gboolean month_activity_has_invoices (const MonthActivity *self, Month month);
gboolean month_activity_has_usage (const MonthActivity *self, Month month);
/** Some month has both. */
gboolean month_activity_has_billed_usage (const MonthActivity *self);

/** The first month after @month with balance rows, sealed ones too; MONTH_NONE: there is none. */
Month month_activity_next_balances (const MonthActivity *self, Month month);
/** The last such month that is not after @month; MONTH_NONE: there is none. */
Month month_activity_last_balances (const MonthActivity *self, Month month);
/** How many months after @month anything was read of. */
guint month_activity_count_after (const MonthActivity *self, Month month);
/** Some month that @plan reports has balance rows and billed lines, whatever their currencies. */
gboolean month_activity_has_both (const MonthActivity *self, const ReckonPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MonthActivity, month_activity_free)

#endif
