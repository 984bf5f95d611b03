/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/usage-days.h"

#include <string.h>

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

static GPtrArray *
spendable_rows (const GArray *rows)
{
  GPtrArray *spendable = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      RollForward *row = &g_array_index (rows, RollForward, i);
      const Decimal kept = decimal_add (row->month->counted.balance_amount, row->forfeited);
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
  self->spendable = spendable_rows (rows);
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
compare_with_cell (const RollForward *row, const MonthCell *cell)
{
  const int order = row->month->month - cell->month;
  return order != 0 ? order : strcmp (row->credit->key.currency, cell->currency);
}

/* Where spendable rows of the cell's month and currency begin or would begin. */
static guint
first_spendable_of (const UsageDays *self, const MonthCell *cell)
{
  guint low = 0, high = self->spendable->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (compare_with_cell (g_ptr_array_index (self->spendable, middle), cell) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static WindowSet *
spendable_windows (const UsageDays *self, const MonthCell *cell)
{
  WindowSet *windows = window_set_new ();

  for (guint i = first_spendable_of (self, cell); i < self->spendable->len; i++)
    {
      const RollForward *row = g_ptr_array_index (self->spendable, i);
      if (compare_with_cell (row, cell) != 0)
        break;
      add_window (windows, row);
    }
  return windows;
}

/* Where entries of the cell's month and currency begin or would begin. */
static guint
first_entry_of (const UsageDays *self, const MonthCell *cell)
{
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const UsageDay *entry = &g_array_index (self->entries, UsageDay, middle);
      int order = entry->month - cell->month;

      if (order == 0)
        order = strcmp (entry->tally->currency, cell->currency);
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_of_cell (const UsageDay *entry, const MonthCell *cell)
{
  return entry->month == cell->month && strcmp (entry->tally->currency, cell->currency) == 0;
}

Decimal
usage_days_pec_list (const UsageDays *self, const MonthCell *cell, Position *first)
{
  g_autoptr (WindowSet) windows = spendable_windows (self, cell);
  g_autoptr (GTree) sums = NULL;

  *first = (Position){ 0 };
  for (guint i = first_entry_of (self, cell); i < self->entries->len; i++)
    {
      const UsageDay *entry = &g_array_index (self->entries, UsageDay, i);
      if (!is_of_cell (entry, cell))
        break;
      if (!window_set_holds (windows, entry->tally->day))
        continue;
      pec_tallies_merge (&sums, entry->tally->pec);
      *first = position_first (*first, entry->tally->first_pec);
    }
  return pec_tallies_list_value (sums);
}
