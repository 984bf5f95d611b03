/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/daily-order.h"

#include <string.h>

#include "base/window-set.h"

/* A tally with the month it belongs to. */
typedef struct
{
  const UsageTally *tally;
  Month month;
} DailyEntry;

struct DailyOrder
{
  const Reckoning *reckoning;
  GArray *entries;      /* of DailyEntry, by month, currency, day */
  GPtrArray *spendable; /* of const RollForward * with B + forfeited > 0, by month, currency */
  gboolean gross;       /* which measure of ACO-credited rows counts */
};

/* One month and currency. */
typedef struct
{
  const DailyEntry *entries;
  guint count;
  WindowSet *windows; /* all of the customer */
} DailyGroup;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const DailyEntry *x = a, *y = b;
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

DailyOrder *
daily_order_new (const Reckoning *reckoning)
{
  DailyOrder *self = g_new0 (DailyOrder, 1);
  const GPtrArray *tallies = reckoning->usage;

  self->reckoning = reckoning;
  self->gross = usage_book_is_gross (reckoning->books->usage);
  self->entries = g_array_new (FALSE, FALSE, sizeof (DailyEntry));
  for (guint i = 0; i < tallies->len; i++)
    {
      const UsageTally *tally = g_ptr_array_index (tallies, i);
      const DailyEntry entry
          = { .tally = tally, .month = month_activity_of_usage (tally, reckoning->invoice_months) };
      g_array_append_val (self->entries, entry);
    }
  g_array_sort (self->entries, compare_entries);
  self->spendable = spendable_rows (reckoning->rows);
  return self;
}

void
daily_order_free (DailyOrder *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_ptr_array_unref (self->spendable);
  g_free (self);
}

static void
add_window (WindowSet *windows, const RollForward *row)
{
  const CreditFigures *figures = &row->month->counted;
  window_set_add (windows, figures->effective, figures->expiry);
}

/* The windows of all balance rows. */
static WindowSet *
windows_of_customer (const DailyOrder *self)
{
  const GArray *rows = self->reckoning->rows;
  WindowSet *windows = window_set_new ();

  for (guint i = 0; i < rows->len; i++)
    add_window (windows, &g_array_index (rows, RollForward, i));
  return windows;
}

static int
compare_with_cell (const RollForward *row, const MonthCell *cell)
{
  const int order = row->month->month - cell->month;
  return order != 0 ? order : strcmp (row->credit->key.currency, cell->currency);
}

/* Where spendable rows of the cell's month and currency begin or would begin. */
static guint
first_spendable_of (const DailyOrder *self, const MonthCell *cell)
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
spendable_windows (const DailyOrder *self, const MonthCell *cell)
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
first_entry_of (const DailyOrder *self, const MonthCell *cell)
{
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const DailyEntry *entry = &g_array_index (self->entries, DailyEntry, middle);
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
is_of_cell (const DailyEntry *entry, const MonthCell *cell)
{
  return entry->month == cell->month && strcmp (entry->tally->currency, cell->currency) == 0;
}

Decimal
daily_order_pec_list (const DailyOrder *self, const MonthCell *cell, Position *first)
{
  g_autoptr (WindowSet) windows = spendable_windows (self, cell);
  g_autoptr (GTree) sums = NULL;

  *first = (Position){ 0 };
  for (guint i = first_entry_of (self, cell); i < self->entries->len; i++)
    {
      const DailyEntry *entry = &g_array_index (self->entries, DailyEntry, i);
      if (!is_of_cell (entry, cell))
        break;
      if (!window_set_holds (windows, entry->tally->day))
        continue;
      pec_tallies_merge (&sums, entry->tally->pec);
      *first = position_first (*first, entry->tally->first_pec);
    }
  return pec_tallies_list_value (sums);
}

static Position
first_credited (const DailyOrder *self, const UsageTally *tally)
{
  if (tally->aco == NULL)
    return (Position){ 0 };
  return self->gross ? tally->aco->first_gross : tally->aco->first_net;
}

static FindingFacts
facts_of_group (const DailyGroup *group, FindingCode code, Decimal amount, Position at)
{
  const DailyEntry *entry = group->entries;

  return (FindingFacts){ .code = code,
                         .customer = entry->tally->customer,
                         .currency = entry->tally->currency,
                         .month = entry->month,
                         .at = at,
                         .amount = amount };
}

/*
 * ACO on @later after PEC on @day is wrong when one agreement ran on both days, unless another
 * one began in between and brought new credit.
 */
static gboolean
is_aco_after_pec (WindowSet *windows, Day day, Day later)
{
  return !window_set_begins_between (windows, day, later)
         && window_set_holds_both (windows, day, later);
}

/* ACO303 */
static void
find_aco_after_pec (const DailyOrder *self, const DailyGroup *group)
{
  g_autoptr (GTree) sums = NULL;
  Position first = { 0 };
  Day credited = DAY_NONE; /* the next day with ACO-credited usage: this one or a later one */
  Day later = DAY_NONE;    /* the same, without this one */

  for (guint i = group->count; i-- > 0;)
    {
      const UsageTally *tally = group->entries[i].tally;

      if (credited > tally->day)
        later = credited;
      if (position_is_set (first_credited (self, tally)))
        credited = tally->day;
      if (!tally->has_pec_value || later == DAY_NONE
          || !is_aco_after_pec (group->windows, tally->day, later))
        continue;
      pec_tallies_merge (&sums, tally->pec);
      first = position_first (first, tally->first_pec_value);
    }
  if (!position_is_set (first))
    return;
  const FindingFacts facts
      = facts_of_group (group, FINDING_ACO_AFTER_PEC, pec_tallies_list_value (sums), first);
  reckoning_find (self->reckoning, &facts,
                  "usage earned Partner Earned Credit on days before ACO was applied again: ACO is "
                  "to be consumed first");
}

/* ACO307 */
static void
find_outside_window (const DailyOrder *self, const DailyGroup *group)
{
  Decimal sum = { 0 };
  Position first = { 0 };

  if (window_set_is_empty (group->windows))
    return;
  for (guint i = 0; i < group->count; i++)
    {
      const UsageTally *tally = group->entries[i].tally;
      const Position at = first_credited (self, tally);

      if (!position_is_set (at) || window_set_holds (group->windows, tally->day))
        continue;
      decimal_accumulate (&sum, self->gross ? &tally->aco->gross : &tally->aco->net);
      first = position_first (first, at);
    }
  if (!position_is_set (first))
    return;
  const FindingFacts facts = facts_of_group (group, FINDING_ACO_OUTSIDE_WINDOW,
                                             decimal_round (sum, 2, DECIMAL_HALF_UP), first);
  reckoning_find (self->reckoning, &facts,
                  "ACO was applied to usage on days on which no agreement of the customer runs");
}

static guint
group_length (const DailyOrder *self, guint first)
{
  const DailyEntry *head = &g_array_index (self->entries, DailyEntry, first);
  guint end = first + 1;

  for (; end < self->entries->len; end++)
    {
      const DailyEntry *entry = &g_array_index (self->entries, DailyEntry, end);
      if (entry->month != head->month
          || strcmp (entry->tally->currency, head->tally->currency) != 0)
        break;
    }
  return end - first;
}

void
daily_order_report (const DailyOrder *self)
{
  g_autoptr (WindowSet) windows = windows_of_customer (self);

  for (guint i = 0; i < self->entries->len;)
    {
      const DailyGroup group = { .entries = &g_array_index (self->entries, DailyEntry, i),
                                 .count = group_length (self, i),
                                 .windows = windows };

      find_aco_after_pec (self, &group);
      find_outside_window (self, &group);
      i += group.count;
    }
}

void
daily_order_report_double_credits (const Reckoning *reckoning)
{
  const UsageBook *usage = reckoning->books->usage;
  const GArray *rows = usage_book_double_credits (usage);

  for (guint i = 0; i < rows->len; i++)
    {
      const DoubleCredit *row = &g_array_index (rows, DoubleCredit, i);
      const FindingFacts facts
          = { .code = FINDING_ACO_AND_PEC_TOGETHER,
              .customer = row->tally->customer,
              .currency = row->tally->currency,
              .month = month_activity_of_usage (row->tally, reckoning->invoice_months),
              .at = row->at,
              .amount = usage_book_is_gross (usage) ? row->gross : row->net };

      if (!decimal_is_zero (facts.amount))
        reckoning_find (reckoning, &facts,
                        "usage credited by ACO names a Partner Earned Credit percentage as well");
    }
}
