/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month-activity.h"

#include "core/charge-book.h"
#include "core/credit-book.h"
#include "core/month-count.h"

/* Of MonthCount, as sets. */
struct MonthActivity
{
  GArray *balances;
  GArray *invoices;
  GArray *usage;
};

Month
usage_tally_month (const UsageTally *tally, const InvoiceMonths *invoice_months)
{
  const InvoiceMonth *found = invoice_months_lookup (invoice_months, tally->invoice);
  return found != NULL ? found->month : day_month (tally->day);
}

static void
add_credits (MonthActivity *self, const GPtrArray *credits)
{
  for (guint i = 0; i < credits->len; i++)
    {
      const Credit *credit = g_ptr_array_index (credits, i);

      for (guint j = 0; j < credit->months->len; j++)
        {
          const CreditMonth *month = g_ptr_array_index (credit->months, j);
          month_counts_add (self->balances, month->month, 1);
        }
    }
}

MonthActivity *
month_activity_new (const GPtrArray *credits, const GPtrArray *charges, const GPtrArray *usage,
                    const InvoiceMonths *invoice_months)
{
  MonthActivity *self = g_new0 (MonthActivity, 1);

  self->balances = month_counts_new ();
  self->invoices = month_counts_new ();
  self->usage = month_counts_new ();
  add_credits (self, credits);
  for (guint i = 0; i < charges->len; i++)
    {
      const ChargeTally *tally = g_ptr_array_index (charges, i);
      month_counts_add (self->invoices,
                        invoice_months_lookup (invoice_months, tally->invoice)->month, 1);
    }
  for (guint i = 0; i < usage->len; i++)
    month_counts_add (self->usage, usage_tally_month (g_ptr_array_index (usage, i), invoice_months),
                      1);
  return self;
}

void
month_activity_free (MonthActivity *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->balances);
  g_array_unref (self->invoices);
  g_array_unref (self->usage);
  g_free (self);
}

gboolean
month_activity_has_balances (const MonthActivity *self, Month month)
{
  return month_counts_contain (self->balances, month);
}

gboolean
month_activity_has_invoices (const MonthActivity *self, Month month)
{
  return month_counts_contain (self->invoices, month);
}

gboolean
month_activity_has_usage (const MonthActivity *self, Month month)
{
  return month_counts_contain (self->usage, month);
}

Month
month_activity_next_balances (const MonthActivity *self, Month month)
{
  return month_counts_next (self->balances, month);
}
