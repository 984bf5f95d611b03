/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/pec-text.h"

#include "io/money-tally.h"
#include "io/printable.h"
#include "io/text-table.h"

/* More days than these are counted, not listed: the CSV and JSON have them all. */
#define LOST_ROWS_SHOWN 40

static const char *
label (const char *name, const char *id)
{
  return name != NULL && name[0] != '\0' ? name : id;
}

static void
append_verdict (const PecReport *report, const TextStyle *style, GString *out)
{
  const GArray *months = pec_report_months (report);
  g_autoptr (MoneyTally) earned = money_tally_new ();
  g_autoptr (MoneyTally) unexplained = money_tally_new ();
  g_autoptr (GString) text = g_string_new (pec_report_is_complete (report) ? "" : "INCOMPLETE: ");

  for (guint i = 0; i < months->len; i++)
    {
      const PecMonthRow *row = &g_array_index (months, PecMonthRow, i);
      money_tally_add (earned, row->currency, row->pec_earned);
      money_tally_add (unexplained, row->currency, row->unexplained);
    }
  g_autofree char *sum = money_tally_to_string (earned);
  g_autofree char *rest = money_tally_to_string (unexplained);
  if (months->len == 0)
    g_string_append (text, "No billed usage or invoice lines were read.\n");
  else
    g_string_append_printf (text,
                            "Partner Earned Credit: %s earned; nothing explains why %s of usage "
                            "earned none.\n",
                            sum, rest);
  text_style_append (style, TEXT_TITLE, text->str, out);
}

static void
append_earned (const PecReport *report, const TextStyle *style, GString *out)
{
  const GArray *months = pec_report_months (report);
  g_autoptr (TextTable) table = text_table_new ();

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Month", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Net value", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "List value", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "PEC earned", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "From", TEXT_COLUMN_COMMON);
  for (guint i = 0; i < months->len; i++)
    {
      const PecMonthRow *row = &g_array_index (months, PecMonthRow, i);
      text_table_add_row (table, TEXT_PLAIN);
      text_table_add_cell (table, label (row->customer_name, row->customer_id), 0);
      text_table_add_month (table, row->month);
      text_table_add_cell (table, row->currency, 0);
      text_table_add_decimal (table, row->pec_base);
      text_table_add_decimal (table, row->pec_list);
      text_table_add_decimal (table, row->pec_earned);
      text_table_add_cell (table, row->source, 0);
    }
  text_table_render (table, style, "PARTNER EARNED CREDIT", out);
}

static void
append_reasons (const PecReport *report, const TextStyle *style, GString *out)
{
  const GArray *months = pec_report_months (report);
  g_autoptr (TextTable) table = text_table_new ();

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Month", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "ACO", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "3rd party", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Spot", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Commitment", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "No reason", TEXT_COLUMN_RIGHT);
  for (guint i = 0; i < months->len; i++)
    {
      const PecMonthRow *row = &g_array_index (months, PecMonthRow, i);
      text_table_add_row (table, decimal_sign (row->unexplained) > 0 ? TEXT_WARNING : TEXT_PLAIN);
      text_table_add_cell (table, label (row->customer_name, row->customer_id), 0);
      text_table_add_month (table, row->month);
      text_table_add_cell (table, row->currency, 0);
      text_table_add_decimal (table, row->aco);
      text_table_add_decimal (table, row->third_party);
      text_table_add_decimal (table, row->spot);
      text_table_add_decimal (table, decimal_add (row->reservation, row->savings_plan));
      text_table_add_decimal (table, row->unexplained);
    }
  text_table_render (table, style, "USAGE THAT EARNED NONE, AND WHY", out);
}

static void
append_lost (const PecReport *report, const TextStyle *style, GString *out)
{
  const GArray *lost = pec_report_lost (report);
  g_autoptr (TextTable) table = text_table_new ();

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Day", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Value", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Resource", TEXT_COLUMN_SHRINK);
  for (guint i = 0; i < MIN (lost->len, LOST_ROWS_SHOWN); i++)
    {
      const PecLostRow *row = &g_array_index (lost, PecLostRow, i);
      char day[DAY_TEXT_SIZE];

      day_print (row->day, day);
      text_table_add_row (table, TEXT_WARNING);
      text_table_add_cell (table, label (row->customer_name, row->customer_id), 0);
      text_table_add_cell (table, day, 0);
      text_table_add_decimal (table, row->value);
      text_table_add_cell (table, row->currency, 0);
      text_table_add_cell (table, row->resource, 12);
    }
  text_table_render (table, style, "DAYS WITHOUT THE CREDIT, OF RESOURCES THAT HAD IT", out);
  if (lost->len > LOST_ROWS_SHOWN)
    g_string_append_printf (out, "and %u days more; --format json has them all\n",
                            lost->len - LOST_ROWS_SHOWN);
}

void
pec_text_render (const PecReport *report, const TextStyle *style, GString *out)
{
  append_verdict (report, style, out);
  if (pec_report_months (report)->len == 0)
    return;
  g_string_append_c (out, '\n');
  append_earned (report, style, out);
  g_string_append_c (out, '\n');
  append_reasons (report, style, out);
  if (pec_report_lost (report)->len == 0)
    return;
  g_string_append_c (out, '\n');
  append_lost (report, style, out);
}
