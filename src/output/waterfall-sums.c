/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/waterfall-sums.h"

static gint
compare_currency_and_month (gconstpointer a, gconstpointer b)
{
  const WaterfallRow *x = *(const WaterfallRow *const *) a;
  const WaterfallRow *y = *(const WaterfallRow *const *) b;
  const gint order = g_strcmp0 (x->currency, y->currency);

  return order != 0 ? order : (x->month > y->month) - (x->month < y->month);
}

static GPtrArray *
rows_by_currency_and_month (const Report *report)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < report_row_count (report, REPORT_WATERFALL); i++)
    g_ptr_array_add (rows, (gpointer) (guintptr) report_row (report, REPORT_WATERFALL, i));
  g_ptr_array_sort (rows, compare_currency_and_month);
  return rows;
}

static void
accumulate (WaterfallRow *sum, const WaterfallRow *row)
{
  decimal_accumulate (&sum->charges, &row->charges);
  decimal_accumulate (&sum->aco_used, &row->aco_used);
  decimal_accumulate (&sum->other_credits, &row->other_credits);
  decimal_accumulate (&sum->net, &row->net);
  decimal_accumulate (&sum->pec_earned, &row->pec_earned);
}

GArray *
waterfall_sums_by_month (const Report *report)
{
  g_autoptr (GPtrArray) rows = rows_by_currency_and_month (report_whole (report));
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (WaterfallRow));

  for (guint i = 0; i < rows->len; i++)
    {
      const WaterfallRow *row = g_ptr_array_index (rows, i);

      if (i > 0
          && compare_currency_and_month (&g_ptr_array_index (rows, i - 1),
                                         &g_ptr_array_index (rows, i))
                 == 0)
        accumulate (&g_array_index (sums, WaterfallRow, sums->len - 1), row);
      else
        g_array_append_vals (sums, row, 1);
    }
  return sums;
}
