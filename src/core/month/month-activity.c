/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/month-activity.h"

#include <string.h>

#include "base/month-counts.h"
#include "core/book/charge-book.h"
#include "core/book/credit-book.h"

struct MonthActivity
{
  GArray *balances;    /* of MonthCount, as sets */
  GArray *with_sealed; /* the same with those of sealed rows */
  GArray *invoices;
  GArray *usage;
  GTree *balance_accounts; /* Account * -> itself */
  GTree *invoice_accounts;
};

/* One currency of a month; the text is borrowed. */
typedef struct
{
  Month month;
  const char *currency;
} Account;

static int
compare_accounts (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const Account *x = a, *y = b;
  if (x->month != y->month)
    return x->month - y->month;
  return x->currency == y->currency ? 0 : strcmp (x->currency, y->currency);
}

static void
add_account (GTree *accounts, Month month, const char *currency)
{
  const Account account = { .month = month, .currency = currency };
  gpointer added;

  if (g_tree_lookup (accounts, &account) != NULL)
    return;
  added = g_memdup2 (&account, sizeof account);
  g_tree_insert (accounts, added, added);
}

static gboolean
has_account (GTree *accounts, Month month, const char *currency)
{
  const Account account = { .month = month, .currency = currency };
  return g_tree_lookup (accounts, &account) != NULL;
}

Month
month_activity_of_usage (const UsageTally *tally, const InvoiceMonths *invoice_months)
{
  const InvoiceMonth *found = invoice_months_lookup (invoice_months, tally->invoice);
  return found != NULL ? found->month : calendar_month_of (tally->day);
}

#define ACCOUNTS_NOTED 256

static guint
place_of_account (Month month, const char *currency)
{
  return ((guint) month + (guint) ((guintptr) currency >> 3) * 37) % ACCOUNTS_NOTED;
}

static void
add_credits (MonthActivity *self, const GPtrArray *credits)
{
  Account noted[ACCOUNTS_NOTED] = { { 0 } }; /* the last of each place: it stands there already */

  for (guint i = 0; i < credits->len; i++)
    {
      const Credit *credit = g_ptr_array_index (credits, i);

      for (guint j = 0; j < credit->month_count; j++)
        {
          const Month month = credit_book_month (credit, j)->month;
          Account *account = &noted[place_of_account (month, credit->key.currency)];

          if (!position_is_set (credit_book_month (credit, j)->counted.at))
            {
              month_counts_add (self->with_sealed, month, 1);
              continue;
            }
          if (account->month == month && account->currency == credit->key.currency)
            continue;
          *account = (Account){ .month = month, .currency = credit->key.currency };
          month_counts_add (self->balances, month, 1);
          add_account (self->balance_accounts, month, credit->key.currency);
        }
    }
  month_counts_merge (self->with_sealed, self->balances);
}

MonthActivity *
month_activity_new (const GPtrArray *credits, const GPtrArray *charges, const GPtrArray *usage,
                    const InvoiceMonths *invoice_months)
{
  MonthActivity *self = g_new0 (MonthActivity, 1);

  self->balances = month_counts_new ();
  self->with_sealed = month_counts_new ();
  self->invoices = month_counts_new ();
  self->usage = month_counts_new ();
  self->balance_accounts = g_tree_new_full (compare_accounts, NULL, NULL, g_free);
  self->invoice_accounts = g_tree_new_full (compare_accounts, NULL, NULL, g_free);
  add_credits (self, credits);
  for (guint i = 0; i < charges->len; i++)
    {
      const ChargeTally *tally = g_ptr_array_index (charges, i);
      const Month month = invoice_months_lookup (invoice_months, tally->invoice)->month;

      month_counts_add (self->invoices, month, 1);
      add_account (self->invoice_accounts, month, tally->currency);
    }
  for (guint i = 0; i < usage->len; i++)
    month_counts_add (self->usage,
                      month_activity_of_usage (g_ptr_array_index (usage, i), invoice_months), 1);
  return self;
}

void
month_activity_free (MonthActivity *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->balances);
  g_array_unref (self->with_sealed);
  g_array_unref (self->invoices);
  g_array_unref (self->usage);
  g_tree_unref (self->balance_accounts);
  g_tree_unref (self->invoice_accounts);
  g_free (self);
}

gboolean
month_activity_has_balances (const MonthActivity *self, Month month, const char *currency)
{
  return has_account (self->balance_accounts, month, currency);
}

gboolean
month_activity_has_lines (const MonthActivity *self, Month month, const char *currency)
{
  return has_account (self->invoice_accounts, month, currency);
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

gboolean
month_activity_has_billed_usage (const MonthActivity *self)
{
  for (guint i = 0; i < self->usage->len; i++)
    if (month_activity_has_invoices (self, g_array_index (self->usage, MonthCount, i).month))
      return TRUE;
  return FALSE;
}

Month
month_activity_next_balances (const MonthActivity *self, Month month)
{
  return month_counts_next (self->with_sealed, month);
}

Month
month_activity_last_balances (const MonthActivity *self, Month month)
{
  Month last = MONTH_NONE;

  for (guint i = 0; i < self->with_sealed->len; i++)
    {
      const Month found = g_array_index (self->with_sealed, MonthCount, i).month;
      if (found <= month)
        last = found;
    }
  return last;
}

gboolean
month_activity_has_both (const MonthActivity *self, const ReckonPlan *plan)
{
  for (guint i = 0; i < self->balances->len; i++)
    {
      const Month month = g_array_index (self->balances, MonthCount, i).month;
      if (reckon_plan_reports_month (plan, month) && month_activity_has_invoices (self, month))
        return TRUE;
    }
  return FALSE;
}

guint
month_activity_count_after (const MonthActivity *self, Month month)
{
  g_autoptr (GArray) later = month_counts_new ();
  guint count = 0;

  month_counts_merge (later, self->balances);
  month_counts_merge (later, self->invoices);
  month_counts_merge (later, self->usage);
  for (guint i = 0; i < later->len; i++)
    count += g_array_index (later, MonthCount, i).month > month;
  return count;
}
