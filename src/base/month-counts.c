/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/month-counts.h"

GArray *
month_counts_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (MonthCount));
}

/* Where @month stands or would stand. */
static guint
month_index (const GArray *counts, Month month)
{
  guint low = 0, high = counts->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (g_array_index (counts, MonthCount, middle).month < month)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
stands_at (const GArray *counts, guint index, Month month)
{
  return index < counts->len && g_array_index (counts, MonthCount, index).month == month;
}

void
month_counts_add (GArray *counts, Month month, guint64 count)
{
  const guint index = month_index (counts, month);
  const MonthCount fresh = { .month = month, .count = count };

  if (stands_at (counts, index, month))
    g_array_index (counts, MonthCount, index).count += count;
  else
    g_array_insert_val (counts, index, fresh);
}

void
month_counts_merge (GArray *counts, const GArray *further)
{
  for (guint i = 0; i < further->len; i++)
    {
      const MonthCount *entry = &g_array_index (further, MonthCount, i);
      month_counts_add (counts, entry->month, entry->count);
    }
}

Month
month_counts_next (const GArray *counts, Month month)
{
  guint index = month_index (counts, month);

  if (stands_at (counts, index, month))
    index++;
  return index < counts->len ? g_array_index (counts, MonthCount, index).month : MONTH_NONE;
}

gboolean
month_counts_contain (const GArray *counts, Month month)
{
  return stands_at (counts, month_index (counts, month), month);
}

/* @except: a month that does not stand for election, or MONTH_NONE. */
static Month
winner_except (const GArray *counts, Month except, guint64 *winner_count, guint64 *total)
{
  Month winner = MONTH_NONE;

  *winner_count = *total = 0;
  for (guint i = 0; i < counts->len; i++)
    {
      const MonthCount *entry = &g_array_index (counts, MonthCount, i);
      *total += entry->count;
      if (entry->month != except && entry->count >= *winner_count)
        {
          winner = entry->month;
          *winner_count = entry->count;
        }
    }
  return winner;
}

Month
month_counts_winner (const GArray *counts, guint64 *winner_count, guint64 *total)
{
  return winner_except (counts, MONTH_NONE, winner_count, total);
}

Month
month_counts_runner_up (const GArray *counts, Month winner)
{
  guint64 count, total;
  return winner_except (counts, winner, &count, &total);
}
