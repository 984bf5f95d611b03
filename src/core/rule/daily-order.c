/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/daily-order.h"

#include <string.h>

#include "base/window-set.h"

/* One month and currency of the customer. */
typedef struct
{
  const Reckoning *reckoning;
  const UsageDay *entries;
  guint count;
  WindowSet *windows; /* all of the customer */
  gboolean gross;     /* which measure of ACO-credited rows counts */
} DailyGroup;

/* The windows of all balance rows of the customer. */
static WindowSet *
windows_of_customer (const Reckoning *reckoning)
{
  WindowSet *windows = window_set_new ();

  for (guint i = 0; i < reckoning->rows->len; i++)
    {
      const RollForward *row = &g_array_index (reckoning->rows, RollForward, i);
      window_set_add (windows, row->month->counted.effective, row->month->counted.expiry);
    }
  return windows;
}

static Position
first_credited (const DailyGroup *group, const UsageTally *tally)
{
  if (tally->aco == NULL)
    return (Position){ 0 };
  return group->gross ? tally->aco->first_gross : tally->aco->first_net;
}

static FindingFacts
facts_of_group (const DailyGroup *group, FindingCode code, Decimal amount, Position at)
{
  const UsageDay *entry = group->entries;

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
find_aco_after_pec (const DailyGroup *group)
{
  g_autoptr (PecTallySet) sums = NULL;
  Position first = { 0 };
  Day credited = DAY_NONE; /* the next day with ACO-credited usage: this one or a later one */
  Day later = DAY_NONE;    /* the same, without this one */

  for (guint i = group->count; i-- > 0;)
    {
      const UsageTally *tally = group->entries[i].tally;

      if (credited > tally->day)
        later = credited;
      if (position_is_set (first_credited (group, tally)))
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
  reckoning_find (group->reckoning, &facts,
                  "usage earned Partner Earned Credit on days before ACO was applied again: ACO is "
                  "to be consumed first");
}

/* ACO307 */
static void
find_outside_window (const DailyGroup *group)
{
  Decimal sum = { 0 };
  Position first = { 0 };

  if (window_set_is_empty (group->windows))
    return;
  for (guint i = 0; i < group->count; i++)
    {
      const UsageTally *tally = group->entries[i].tally;
      const Position at = first_credited (group, tally);

      if (!position_is_set (at) || window_set_holds (group->windows, tally->day))
        continue;
      decimal_accumulate (&sum, group->gross ? &tally->aco->gross : &tally->aco->net);
      first = position_first (first, at);
    }
  if (!position_is_set (first))
    return;
  const FindingFacts facts = facts_of_group (group, FINDING_ACO_OUTSIDE_WINDOW,
                                             decimal_round (sum, 2, DECIMAL_HALF_UP), first);
  reckoning_find (group->reckoning, &facts,
                  "ACO was applied to usage on days on which no agreement of the customer runs");
}

/* How many entries from @first on are of its month and currency. */
static guint
group_length (const GArray *entries, guint first)
{
  const UsageDay *head = &g_array_index (entries, UsageDay, first);
  guint end = first + 1;

  for (; end < entries->len; end++)
    {
      const UsageDay *entry = &g_array_index (entries, UsageDay, end);
      if (entry->month != head->month
          || strcmp (entry->tally->currency, head->tally->currency) != 0)
        break;
    }
  return end - first;
}

void
daily_order_report (const Reckoning *reckoning)
{
  const GArray *entries = usage_days_entries (reckoning->days);
  const gboolean gross = usage_book_is_gross (reckoning->books->usage);
  g_autoptr (WindowSet) windows = windows_of_customer (reckoning);

  for (guint i = 0; i < entries->len;)
    {
      const DailyGroup group = { .reckoning = reckoning,
                                 .entries = &g_array_index (entries, UsageDay, i),
                                 .count = group_length (entries, i),
                                 .windows = windows,
                                 .gross = gross };

      find_aco_after_pec (&group);
      find_outside_window (&group);
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
