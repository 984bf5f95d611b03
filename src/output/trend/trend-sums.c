/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/trend/trend-sums.h"

/* What one row adds, of rollforward to used and left, of tieout to what was invoiced. */
typedef struct
{
  const char *currency;
  Month month;
  gboolean is_tie_out;
  Amount used, left, invoiced;
} Addend;

static gint
compare_addends (gconstpointer a, gconstpointer b)
{
  const Addend *x = a, *y = b;
  const gint order = g_strcmp0 (x->currency, y->currency);

  return order != 0 ? order : (x->month > y->month) - (x->month < y->month);
}

static GArray *
addends_of (const Report *report)
{
  GArray *addends = g_array_new (FALSE, FALSE, sizeof (Addend));

  for (gsize i = 0; i < report_row_count (report, REPORT_ROLLFORWARD); i++)
    {
      const RollForwardRow *row = report_row (report, REPORT_ROLLFORWARD, i);
      const Addend addend = { .currency = row->currency,
                              .month = row->month,
                              .used = row->used,
                              .left = amount_known (row->closing) };

      g_array_append_val (addends, addend);
    }
  for (gsize i = 0; i < report_row_count (report, REPORT_TIE_OUT); i++)
    {
      const TieOutRow *row = report_row (report, REPORT_TIE_OUT, i);
      const Addend addend = { .currency = row->currency,
                              .month = row->month,
                              .is_tie_out = TRUE,
                              .used = row->balance_used,
                              .invoiced = row->invoice_credit };

      g_array_append_val (addends, addend);
    }
  g_array_sort (addends, compare_addends);
  return addends;
}

/* A sum that nobody has spoken of is unknown; it begins when somebody does. */
static void
add (Amount *sum, gboolean *is_spoken_of, Amount further)
{
  if (!*is_spoken_of)
    *sum = amount_known (decimal_from_int (0));
  *is_spoken_of = TRUE;
  amount_accumulate (sum, further);
}

static TrendMonth
sum_of (const Addend *addends, guint count)
{
  TrendMonth month = { .currency = addends->currency, .month = addends->month };
  gboolean has_used = FALSE, has_left = FALSE, has_invoiced = FALSE;

  for (guint i = 0; i < count; i++)
    if (addends[i].is_tie_out)
      {
        add (&month.invoiced, &has_invoiced, addends[i].invoiced);
        if (!addends[i].used.known) /* some of it nobody knows */
          add (&month.used, &has_used, addends[i].used);
      }
    else
      {
        add (&month.used, &has_used, addends[i].used);
        add (&month.left, &has_left, addends[i].left);
      }
  return month;
}

GArray *
trend_sums (const Report *report)
{
  g_autoptr (GArray) array = addends_of (report_whole (report));
  const Addend *addends = (const Addend *) (gpointer) array->data;
  GArray *months = g_array_new (FALSE, FALSE, sizeof (TrendMonth));

  for (guint begin = 0, end; begin < array->len; begin = end)
    {
      end = begin + 1;
      while (end < array->len && compare_addends (&addends[begin], &addends[end]) == 0)
        end++;
      const TrendMonth month = sum_of (addends + begin, end - begin);
      g_array_append_val (months, month);
    }
  return months;
}
