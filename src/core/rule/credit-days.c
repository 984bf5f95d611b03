/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/credit-days.h"

#include <string.h>

/* One currency and day of the customer on its way into the report. */
typedef struct
{
  const UsageTally *ids;
  Decimal aco;
  PecTallySet *pec;
  Decimal plain;
} CreditDay;

/* It has balance rows, read or sealed, ACO credit lines or ACO-credited usage. */
static gboolean
customer_has_credit (const Reckoning *reckoning)
{
  const GPtrArray *cells = month_ledger_cells (reckoning->ledger);

  if (reckoning->rows->len > 0)
    return TRUE;
  for (guint i = 0; i < cells->len; i++)
    {
      const MonthCell *cell = g_ptr_array_index (cells, i);
      if (cell->credit.lines > 0 || cell->credit.usage_tallies > 0)
        return TRUE;
    }
  return FALSE;
}

static int
compare_tallies (gconstpointer a, gconstpointer b)
{
  const UsageTally *x = *(const UsageTally *const *) a, *y = *(const UsageTally *const *) b;
  const int order = strcmp (x->currency, y->currency);

  return order != 0 ? order : x->day - y->day;
}

static gboolean
is_same_day (const UsageTally *a, const UsageTally *b)
{
  return a->day == b->day && strcmp (a->currency, b->currency) == 0;
}

/* The tallies that are shown, those of one currency and day together. */
static GPtrArray *
shown_tallies (const Reckoning *reckoning)
{
  const gboolean shown_at_all = customer_has_credit (reckoning);
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; shown_at_all && i < reckoning->usage->len; i++)
    {
      UsageTally *tally = g_ptr_array_index (reckoning->usage, i);
      if (reckoning_reports (reckoning, month_activity_of_usage (tally, reckoning->invoice_months)))
        g_ptr_array_add (shown, tally);
    }
  g_ptr_array_sort (shown, compare_tallies);
  return shown;
}

static void
add_tally (CreditDay *day, const UsageTally *tally, gboolean gross)
{
  if (tally->aco != NULL)
    decimal_accumulate (&day->aco, gross ? &tally->aco->gross : &tally->aco->net);
  pec_tallies_merge (&day->pec, tally->pec);
  decimal_sum_add_to (&tally->plain, &day->plain);
}

static void
report_day (const Reckoning *reckoning, const CreditDay *day)
{
  const CreditDayRow row = {
    .customer_id = report_text_of_book (reckoning->report, day->ids->customer),
    .currency = report_text_of_book (reckoning->report, day->ids->currency),
    .day = day->ids->day,
    .aco = decimal_round (day->aco, 2, DECIMAL_HALF_UP),
    .pec_list = pec_tallies_list_value (day->pec),
    .plain = decimal_round (day->plain, 2, DECIMAL_HALF_UP),
  };
  report_append (reckoning->report, REPORT_CREDIT_DAYS, &row);
}

void
credit_days_report (const Reckoning *reckoning)
{
  g_autoptr (GPtrArray) tallies = shown_tallies (reckoning);
  const gboolean gross = usage_book_is_gross (reckoning->books->usage);
  guint i = 0;

  while (i < tallies->len)
    {
      const UsageTally *first = g_ptr_array_index (tallies, i);
      CreditDay day = { .ids = first };

      for (; i < tallies->len && is_same_day (first, g_ptr_array_index (tallies, i)); i++)
        add_tally (&day, g_ptr_array_index (tallies, i), gross);
      report_day (reckoning, &day);
      g_clear_pointer (&day.pec, pec_tallies_free);
    }
}
