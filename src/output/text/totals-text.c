/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/totals-text.h"

#include "output/text/text-table.h"

static void
append_table (const TextTable *table, const TextStyle *style, const char *title, GString *out)
{
  if (text_table_row_count (table) == 0)
    return;
  g_string_append_c (out, '\n');
  text_table_render (table, style, title, out);
}

static gint
compare_currency_and_month (gconstpointer a, gconstpointer b)
{
  const WaterfallRow *x = *(const WaterfallRow *const *) a;
  const WaterfallRow *y = *(const WaterfallRow *const *) b;
  gint order = g_strcmp0 (x->currency, y->currency);

  return order != 0 ? order : (x->month > y->month) - (x->month < y->month);
}

static GPtrArray *
waterfall_rows (const Report *report)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < report_row_count (report, REPORT_WATERFALL); i++)
    {
      WaterfallRow *row = (WaterfallRow *) (guintptr) report_row (report, REPORT_WATERFALL, i);

      g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, compare_currency_and_month);
  return rows;
}

static void
add_waterfall_row (TextTable *table, const WaterfallRow *sum, guint places)
{
  text_table_add_row (table, TEXT_PLAIN);
  text_table_add_month (table, sum->month);
  text_table_add_cell (table, sum->currency, 0);
  text_table_add_decimal (table, sum->charges, places);
  text_table_add_decimal (table, sum->aco_used, places);
  text_table_add_decimal (table, sum->other_credits, places);
  text_table_add_decimal (table, sum->net, places);
  text_table_add_decimal (table, sum->pec_earned, places);
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

void
totals_text_render_waterfall (const Report *report, const MoneyPlaces *places,
                              const TextStyle *style, GString *out)
{
  g_autoptr (GPtrArray) rows = waterfall_rows (report);
  g_autoptr (TextTable) table = text_table_new ();

  text_table_add_column (table, "Month", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Currency", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Charges", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "- ACO", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "- Other credits", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "= Net", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "PEC earned", TEXT_COLUMN_RIGHT);
  for (guint begin = 0, end; begin < rows->len; begin = end)
    {
      WaterfallRow sum = *(const WaterfallRow *) g_ptr_array_index (rows, begin);

      for (end = begin + 1; end < rows->len
                            && compare_currency_and_month (&g_ptr_array_index (rows, begin),
                                                           &g_ptr_array_index (rows, end))
                                   == 0;
           end++)
        accumulate (&sum, g_ptr_array_index (rows, end));
      add_waterfall_row (table, &sum, money_places_of (places, sum.currency));
    }
  append_table (table, style, "INVOICE WATERFALL", out);
}

void
totals_text_render_totals (const Report *report, const MoneyPlaces *places, const TextStyle *style,
                           GString *out)
{
  static const char *const names[]
      = { "Used", "Forfeited", "Balance", "Invoice credit", "PEC earned", "Net" };
  g_autoptr (TextTable) table = text_table_new ();

  text_table_add_column (table, "Currency", TEXT_COLUMN_LEFT);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    text_table_add_column (table, names[i], TEXT_COLUMN_RIGHT);
  for (gsize i = 0; i < report_row_count (report, REPORT_TOTALS); i++)
    {
      const TotalsRow *row = report_row (report, REPORT_TOTALS, i);
      const Amount *amounts[] = { &row->used,           &row->forfeited,  &row->balance,
                                  &row->invoice_credit, &row->pec_earned, &row->net };

      text_table_add_row (table, TEXT_PLAIN);
      text_table_add_cell (table, row->currency, 0);
      for (gsize a = 0; a < G_N_ELEMENTS (amounts); a++)
        text_table_add_amount (table, amounts[a], money_places_of (places, row->currency),
                               "not known");
    }
  append_table (table, style, "TOTALS", out);
}
