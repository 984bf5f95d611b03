/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/apply-text.h"

#include "base/language/language-date.h"
#include "base/language/language-number.h"
#include "core/mca/apply-rows.h"
#include "output/money-tally.h"
#include "output/text/finding/found-text.h"
#include "output/text/text-table.h"

#define ROWS_MAX 200 /* of one table */
#define UNKNOWN "-"

static gpointer
row_at (const Report *report, guint table, gsize index)
{
  return (gpointer) (guintptr) report_row (report, table, index);
}

/* The verdict */

char *
apply_text_verdict (const Report *report, const Language *language)
{
  const ApplyHead *head = report_head (report);
  g_autoptr (MoneyTally) credit = money_tally_new ();
  g_autoptr (MoneyTally) due = money_tally_new ();
  g_autofree char *found = found_text_count (report, language);

  for (gsize i = 0; i < report_row_count (report, APPLY_TABLE_SUMMARY); i++)
    {
      const ApplySummaryRow *row = row_at (report, APPLY_TABLE_SUMMARY, i);
      money_tally_add (credit, row->currency, row->credit);
      money_tally_add (due, row->currency, row->due);
    }
  g_autofree char *paid = money_tally_to_string (credit, language);
  g_autofree char *left = money_tally_to_string (due, language);
  g_autofree char *zero = language_number (language, "0.00");
  const char *pays = *paid != '\0' ? paid : language_say (language, "nothing");
  const char *is_due = *left != '\0' ? left : zero;
  if (head->as_of == DAY_NONE)
    return g_strdup_printf (
        language_say (language, "Charges: credits pay %1$s, due are %2$s; %3$s."), pays, is_due,
        found);
  g_autofree char *day = language_date_of_day (language, head->as_of);
  return g_strdup_printf (
      language_say (language, "Charges to %1$s: credits pay %2$s, due are %3$s; %4$s."), day, pays,
      is_due, found);
}

/* Cells */

static void
add_text (TextTable *table, const char *text)
{
  text_table_add_cell (table, text != NULL ? text : UNKNOWN, 0);
}

static void
append_table (const TextTable *table, const TextStyle *style, const char *title, gsize rows,
              GString *out)
{
  if (rows == 0)
    return;
  g_string_append_c (out, '\n');
  text_table_render (table, style, title, out);
  text_style_append_more (style, rows, ROWS_MAX, out);
}

/* Tables */

static void
append_summary (const Report *report, const MoneyPlaces *places, const TextStyle *style,
                GString *out)
{
  static const char *const names[] = { N_ ("Charges"),  N_ ("Refunds"), N_ ("Not covered"),
                                       N_ ("Eligible"), N_ ("Credit"),  N_ ("Due") };
  g_autoptr (TextTable) table = text_table_new (style->language);
  const gsize rows = report_row_count (report, APPLY_TABLE_SUMMARY);

  text_table_add_column (table, "Cur", TEXT_COLUMN_LEFT);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    text_table_add_column (table, names[i], TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Zero on", TEXT_COLUMN_LEFT);
  for (gsize i = 0; i < rows; i++)
    {
      const ApplySummaryRow *row = row_at (report, APPLY_TABLE_SUMMARY, i);
      const Decimal amounts[]
          = { row->charges, row->refunds, row->not_covered, row->eligible, row->credit, row->due };

      text_table_add_row (table, TEXT_PLAIN);
      add_text (table, row->currency);
      for (guint k = 0; k < G_N_ELEMENTS (amounts); k++)
        text_table_add_decimal (table, amounts[k], money_places_of (places, row->currency));
      text_table_add_day (table, row->zero_on);
    }
  append_table (table, style, language_say (style->language, "CHARGES AND CREDITS"), rows, out);
}

static void
append_lots (const Report *report, const MoneyPlaces *places, const TextStyle *style, GString *out)
{
  g_autoptr (TextTable) table = text_table_new (style->language);
  const gsize rows = report_row_count (report, APPLY_TABLE_LOTS);

  text_table_add_column (table, "Lot", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Expiration", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Opening", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Used", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Lapsed", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Closing", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_LEFT);
  for (gsize i = 0; i < MIN (rows, text_style_limit (style, ROWS_MAX)); i++)
    {
      const ApplyLotRow *row = row_at (report, APPLY_TABLE_LOTS, i);
      const guint decimals = money_places_of (places, row->currency);

      text_table_add_row (table, row->can_pay ? TEXT_PLAIN : TEXT_DIM);
      add_text (table, row->lot_id);
      text_table_add_day (table, row->expiration_date);
      text_table_add_amount (table, &row->opening, decimals, UNKNOWN);
      text_table_add_decimal (table, row->used, decimals);
      text_table_add_decimal (table, row->lapsed, decimals);
      text_table_add_amount (table, &row->closing, decimals, UNKNOWN);
      add_text (table, row->currency);
    }
  append_table (table, style, language_say (style->language, "CREDITS"), rows, out);
}

static void
append_due (const Report *report, const MoneyPlaces *places, const TextStyle *style, GString *out)
{
  g_autoptr (TextTable) table = text_table_new (style->language);
  ReportBuffer buffer = { 0 };
  gsize rows = 0;

  text_table_add_column (table, "Date", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Product", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Amount", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Due", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Because", TEXT_COLUMN_LEFT);
  for (gsize i = 0; i < report_row_count (report, APPLY_TABLE_CHARGES); i++)
    {
      const ApplyChargeRow *row = report_read (report, APPLY_TABLE_CHARGES, i, &buffer);
      const guint decimals = money_places_of (places, row->currency);

      if (row->due_reason == NULL || rows++ >= text_style_limit (style, ROWS_MAX))
        continue;
      text_table_add_row (table, TEXT_PLAIN);
      text_table_add_day (table, row->date);
      add_text (table, row->product);
      text_table_add_decimal (table, row->amount, decimals);
      text_table_add_decimal (table, row->due, decimals);
      add_text (table, row->currency);
      text_table_add_word (table, row->rule != NULL ? row->rule : row->due_reason);
    }
  append_table (table, style, language_say (style->language, "LEFT TO PAY"), rows, out);
}

void
apply_text_render (const Report *report, const TextStyle *style, GString *out)
{
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  g_autofree char *verdict = apply_text_verdict (report, style->language);

  money_places_speak (places, style->language);
  text_style_append_title (style, verdict, out);
  append_summary (report, places, style, out);
  append_lots (report, places, style, out);
  append_due (report, places, style, out);
  found_text_render (report, places, style, out);
}
