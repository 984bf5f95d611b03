/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/finding-order.h"

#include "output/stake-order.h"

static gint
compare_currencies (const char *a, const char *b)
{
  if ((a == NULL) != (b == NULL))
    return a == NULL ? 1 : -1;
  return g_strcmp0 (a, b);
}

gint
finding_order_compare (const FindingRow *a, const FindingRow *b)
{
  gint order;

  if (a->severity != b->severity)
    return a->severity > b->severity ? -1 : 1;
  order = compare_currencies (a->currency, b->currency);
  if (order == 0)
    order = decimal_compare (decimal_absolute (b->amount), decimal_absolute (a->amount));
  return order != 0 ? order : (a > b) - (a < b);
}

static gint
compare_pointers (gconstpointer a, gconstpointer b)
{
  return finding_order_compare (*(const FindingRow *const *) a, *(const FindingRow *const *) b);
}

GPtrArray *
finding_order_worst_first (const Report *report)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    g_ptr_array_add (rows, (gpointer) (guintptr) report_row (report, REPORT_FINDINGS, i));
  g_ptr_array_sort (rows, compare_pointers);
  return rows;
}

GPtrArray *
finding_order_sorted (const GPtrArray *rows)
{
  GPtrArray *sorted = g_ptr_array_sized_new (rows->len);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (sorted, rows->pdata[i]);
  g_ptr_array_sort (sorted, compare_pointers);
  return sorted;
}

GPtrArray *
finding_order_in_turn (const GPtrArray *rows)
{
  GPtrArray *in_turn = g_ptr_array_sized_new (rows->len);

  for (guint begin = 0, end; begin < rows->len; begin = end)
    {
      const FindingRow *first = g_ptr_array_index (rows, begin);
      g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));

      for (end = begin;
           end < rows->len
           && ((const FindingRow *) g_ptr_array_index (rows, end))->severity == first->severity;
           end++)
        {
          const FindingRow *row = g_ptr_array_index (rows, end);
          const Stake stake = { .currency = row->currency, .amount = row->amount, .item = row };

          g_array_append_val (stakes, stake);
        }
      stake_order_sort (stakes);
      for (guint i = 0; i < stakes->len; i++)
        g_ptr_array_add (in_turn, (gpointer) (guintptr) g_array_index (stakes, Stake, i).item);
    }
  return in_turn;
}
