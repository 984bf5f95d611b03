/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/totals-text.h"

#include "output/text/text-table.h"
#include "output/waterfall-sums.h"

static void
append_table (const TextTable *table, const TextStyle *style, const Report *report,
              const char *title, GString *out)
{
  const ReportPart *part = report_part (report);
  const gboolean is_of_more = part != NULL && part->ids->len > 0; /* than what else is shown */
  g_autofree char *heading
      = is_of_more ? g_strdup_printf (language_say (style->language, "%s, OF ALL CUSTOMERS"), title)
                   : g_strdup (title);

  if (text_table_row_count (table) == 0)
    return;
  g_string_append_c (out, '\n');
  text_table_render (table, style, heading, out);
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

void
totals_text_render_waterfall (const Report *report, const MoneyPlaces *places,
                              const TextStyle *style, GString *out)
{
  g_autoptr (GArray) sums = waterfall_sums_by_month (report);
  g_autoptr (TextTable) table = text_table_new (style->language);

  text_table_add_column (table, "Month", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Currency", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Charges", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "- ACO", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "- Other credits", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "= Net", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "PEC earned", TEXT_COLUMN_RIGHT);
  for (guint i = 0; i < sums->len; i++)
    {
      const WaterfallRow *sum = &g_array_index (sums, WaterfallRow, i);
      add_waterfall_row (table, sum, money_places_of (places, sum->currency));
    }
  append_table (table, style, report, language_say (style->language, "INVOICE WATERFALL"), out);
}

void
totals_text_render_totals (const Report *report, const MoneyPlaces *places, const TextStyle *style,
                           GString *out)
{
  static const char *const names[] = { N_ ("Used"),           N_ ("Forfeited"),  N_ ("Balance"),
                                       N_ ("Invoice credit"), N_ ("PEC earned"), N_ ("Net") };
  g_autoptr (TextTable) table = text_table_new (style->language);

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
                               language_say (style->language, "not known"));
    }
  append_table (table, style, report, language_say (style->language, "TOTALS"), out);
}
