/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/daily-order.h"

#include <string.h>

#include "core/waterfall.h"

/* A tally with the month it belongs to. */
typedef struct
{
  const UsageTally *tally;
  Month month;
} DailyEntry;

/* The days of an agreement, both included. */
typedef struct
{
  Day first;
  Day last;
} Window;

struct DailyOrder
{
  const Reckoning *reckoning;
  GArray *entries; /* of DailyEntry, by month, currency, day */
  gboolean gross;  /* which measure of ACO-credited rows counts */
};

/* One month and currency. */
typedef struct
{
  const DailyEntry *entries;
  guint count;
  const GArray *windows; /* of Window: all of the customer */
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
          = { .tally = tally, .month = usage_tally_month (tally, reckoning->invoice_months) };
      g_array_append_val (self->entries, entry);
    }
  g_array_sort (self->entries, compare_entries);
  return self;
}

void
daily_order_free (DailyOrder *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self);
}

static Window
window_of (const CreditFigures *figures)
{
  return (Window){ .first = figures->effective != DAY_NONE ? figures->effective : G_MININT32,
                   .last = figures->expiry != DAY_NONE ? figures->expiry : G_MAXINT32 };
}

static gboolean
window_holds (Window window, Day day)
{
  return window.first <= day && day <= window.last;
}

static gboolean
some_window_holds (const GArray *windows, Day day)
{
  for (guint i = 0; i < windows->len; i++)
    if (window_holds (g_array_index (windows, Window, i), day))
      return TRUE;
  return FALSE;
}

static void
add_window (GArray *windows, Window window)
{
  for (guint i = 0; i < windows->len; i++)
    {
      const Window *known = &g_array_index (windows, Window, i);
      if (known->first == window.first && known->last == window.last)
        return;
    }
  g_array_append_val (windows, window);
}

/* The different windows of all balance rows. */
static GArray *
windows_of_customer (const DailyOrder *self)
{
  const GArray *rows = self->reckoning->rows;
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (Window));

  for (guint i = 0; i < rows->len; i++)
    add_window (windows, window_of (&g_array_index (rows, RollForward, i).month->counted));
  return windows;
}

static gboolean
is_spendable_key_of (const RollForward *row, const MonthCell *cell)
{
  const Decimal kept = decimal_add (row->month->counted.balance_amount, row->forfeited);

  return row->month->month == cell->month && strcmp (row->credit->key.currency, cell->currency) == 0
         && decimal_sign (kept) > 0;
}

static GArray *
spendable_windows (const DailyOrder *self, const MonthCell *cell)
{
  const GArray *rows = self->reckoning->rows;
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (Window));

  for (guint i = 0; i < rows->len; i++)
    {
      const RollForward *row = &g_array_index (rows, RollForward, i);
      if (is_spendable_key_of (row, cell))
        add_window (windows, window_of (&row->month->counted));
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

static void
add_pec (GArray *sums, const UsageTally *tally)
{
  for (guint i = 0; tally->pec != NULL && i < tally->pec->len; i++)
    {
      const PecTally *pec = &g_array_index (tally->pec, PecTally, i);
      pec_tallies_add (sums, pec->percent, pec->net);
    }
}

Decimal
daily_order_pec_list (const DailyOrder *self, const MonthCell *cell, Position *first)
{
  g_autoptr (GArray) windows = spendable_windows (self, cell);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (PecTally));

  *first = (Position){ 0 };
  for (guint i = first_entry_of (self, cell); i < self->entries->len; i++)
    {
      const DailyEntry *entry = &g_array_index (self->entries, DailyEntry, i);
      if (!is_of_cell (entry, cell))
        break;
      if (!some_window_holds (windows, entry->tally->day))
        continue;
      add_pec (sums, entry->tally);
      *first = position_first (*first, entry->tally->first_pec);
    }
  return waterfall_list_value (sums);
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
is_aco_after_pec (const GArray *windows, Day day, Day later)
{
  gboolean covered = FALSE;

  for (guint i = 0; i < windows->len; i++)
    {
      const Window window = g_array_index (windows, Window, i);
      if (window.first > day && window.first <= later)
        return FALSE;
      covered = covered || (window_holds (window, day) && window_holds (window, later));
    }
  return covered;
}

/* ACO303 */
static void
find_aco_after_pec (const DailyOrder *self, const DailyGroup *group)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (PecTally));
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
      add_pec (sums, tally);
      first = position_first (first, tally->first_pec_value);
    }
  if (!position_is_set (first))
    return;
  const FindingFacts facts
      = facts_of_group (group, FINDING_ACO_AFTER_PEC, waterfall_list_value (sums), first);
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

  if (group->windows->len == 0)
    return;
  for (guint i = 0; i < group->count; i++)
    {
      const UsageTally *tally = group->entries[i].tally;
      const Position at = first_credited (self, tally);

      if (!position_is_set (at) || some_window_holds (group->windows, tally->day))
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
  g_autoptr (GArray) windows = windows_of_customer (self);

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
double_credits_report (const Reckoning *reckoning)
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
              .month = usage_tally_month (row->tally, reckoning->invoice_months),
              .at = row->at,
              .amount = usage_book_is_gross (usage) ? row->gross : row->net };

      if (!decimal_is_zero (facts.amount))
        reckoning_find (reckoning, &facts,
                        "usage credited by ACO names a Partner Earned Credit percentage as well");
    }
}
