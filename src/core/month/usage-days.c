/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/usage-days.h"

#include <string.h>

#include "base/search.h"
#include "base/window-set.h"

struct UsageDays
{
  GArray *entries;      /* of UsageDay, by month, currency, day */
  GPtrArray *spendable; /* of const RollForward * with B + forfeited > 0, by month, currency */
};

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const UsageDay *x = a, *y = b;
  int order = x->month - y->month;

  if (order == 0)
    order = strcmp (x->tally->currency, y->tally->currency);
  return order != 0 ? order : x->tally->day - y->tally->day;
}

static int
compare_spendable (gconstpointer a, gconstpointer b)
{
  const RollForward *x = *(const RollForward *const *) a, *y = *(const RollForward *const *) b;
  const int order = x->month->month - y->month->month;

  return order != 0 ? order : strcmp (x->credit->key.currency, y->credit->key.currency);
}

/* @is_asked_for: there is usage that would be looked at beside them. */
static GPtrArray *
spendable_rows (const GArray *rows, gboolean is_asked_for)
{
  GPtrArray *spendable = g_ptr_array_new ();

  for (guint i = 0; i < rows->len && is_asked_for; i++)
    {
      RollForward *row = &g_array_index (rows, RollForward, i);
      const Decimal kept
          = decimal_add (credit_book_balance_amount (&row->month->counted), row->forfeited);
      if (decimal_sign (kept) > 0)
        g_ptr_array_add (spendable, row);
    }
  g_ptr_array_sort (spendable, compare_spendable);
  return spendable;
}

UsageDays *
usage_days_new (const GPtrArray *usage, const GArray *rows, const InvoiceMonths *invoice_months)
{
  UsageDays *self = g_new0 (UsageDays, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (UsageDay));
  for (guint i = 0; i < usage->len; i++)
    {
      const UsageTally *tally = g_ptr_array_index (usage, i);
      const UsageDay entry
          = { .tally = tally, .month = month_activity_of_usage (tally, invoice_months) };
      g_array_append_val (self->entries, entry);
    }
  g_array_sort (self->entries, compare_entries);
  self->spendable = spendable_rows (rows, usage->len > 0);
  return self;
}

void
usage_days_free (UsageDays *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_ptr_array_unref (self->spendable);
  g_free (self);
}

const GArray *
usage_days_entries (const UsageDays *self)
{
  return self->entries;
}

static void
add_window (WindowSet *windows, const RollForward *row)
{
  const CreditFigures *figures = &row->month->counted;
  window_set_add (windows, figures->effective, figures->expiry);
}

static int
compare_months (const MonthCell *cell, Month month, const char *currency)
{
  const int order = cell->month - month;
  return order != 0 ? order : strcmp (cell->currency, currency);
}

static int
compare_with_row (gconstpointer cell, gconstpointer element)
{
  const RollForward *row = element;
  return compare_months (cell, row->month->month, row->credit->key.currency);
}

static int
compare_with_entry (gconstpointer cell, gconstpointer element)
{
  const UsageDay *entry = element;
  return compare_months (cell, entry->month, entry->tally->currency);
}

static WindowSet *
spendable_windows (const UsageDays *self, const MonthCell *cell)
{
  WindowSet *windows = window_set_new ();
  guint i = search_lower_bound_pointer (self->spendable, cell, compare_with_row);

  for (; i < self->spendable->len; i++)
    {
      const RollForward *row = g_ptr_array_index (self->spendable, i);
      if (compare_with_row (cell, row) != 0)
        break;
      add_window (windows, row);
    }
  return windows;
}

Decimal
usage_days_pec_list (const UsageDays *self, const MonthCell *cell, Position *first)
{
  g_autoptr (WindowSet) windows = spendable_windows (self, cell);
  g_autoptr (PecTallySet) sums = NULL;
  guint i = search_lower_bound (self->entries->data, self->entries->len, sizeof (UsageDay), cell,
                                compare_with_entry);

  *first = (Position){ 0 };
  for (; i < self->entries->len; i++)
    {
      const UsageDay *entry = &g_array_index (self->entries, UsageDay, i);
      if (compare_with_entry (cell, entry) != 0)
        break;
      if (!window_set_holds (windows, entry->tally->day))
        continue;
      pec_tallies_merge (&sums, entry->tally->pec);
      *first = position_first (*first, entry->tally->first_pec);
    }
  return pec_tallies_list_value (sums);
}
