/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/credit-text.h"

#include "core/credit/credit-rows.h"
#include "core/report/money-places.h"
#include "output/text/text-table.h"

#define ROWS_MAX 500
#define UNKNOWN "-"

static void
append_money (const MoneyPlaces *places, const CreditTotalsRow *row, Amount amount,
              const char *what, GString *text)
{
  if (!amount.known)
    return;
  g_autofree char *number = money_places_print (places, amount.value, row->currency);
  g_string_append_printf (text, "%s%s %s %s", text->len > 0 ? ", " : "", number, row->currency,
                          what);
}

char *
credit_text_verdict (const Report *report)
{
  const CreditHead *head = report_head (report);
  const gsize count = report_row_count (report, CREDIT_TABLE_CREDITS);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  g_autoptr (GString) sums = g_string_new (NULL);
  char day[DAY_TEXT_SIZE] = "";

  if (head->as_of != DAY_NONE)
    calendar_print_day (head->as_of, day);
  for (gsize i = 0; i < report_row_count (report, CREDIT_TABLE_TOTALS); i++)
    {
      const CreditTotalsRow *row = report_row (report, CREDIT_TABLE_TOTALS, i);
      append_money (places, row, row->left, "left", sums);
      append_money (places, row, row->at_risk, "at risk", sums);
    }
  return g_strdup_printf ("%" G_GSIZE_FORMAT " credit%s%s%s: %s.", count, count == 1 ? "" : "s",
                          *day != '\0' ? " on " : "", day,
                          sums->len > 0 ? sums->str : "none known");
}

static void
add_text (TextTable *table, const char *text)
{
  text_table_add_cell (table, text != NULL ? text : UNKNOWN, 0);
}

static void
add_end (TextTable *table, const CreditRow *row)
{
  char end[DAY_TEXT_SIZE] = UNKNOWN;
  g_autofree char *days = row->days_left_known
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, row->days_left)
                              : g_strdup (UNKNOWN);

  if (row->end_date != DAY_NONE)
    calendar_print_day (row->end_date, end);
  text_table_add_cell (table, end, 0);
  text_table_add_cell (table, days, 0);
}

static TextTable *
new_table (const Language *language)
{
  TextTable *table = text_table_new (language);

  text_table_add_column (table, "Kind", TEXT_COLUMN_LEFT | TEXT_COLUMN_SPARE);
  text_table_add_column (table, "Owner", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Credit", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Granted", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Used", TEXT_COLUMN_RIGHT | TEXT_COLUMN_SPARE);
  text_table_add_column (table, "Left", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "State", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "End", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Days", TEXT_COLUMN_RIGHT | TEXT_COLUMN_SPARE);
  text_table_add_column (table, "At risk", TEXT_COLUMN_RIGHT);
  return table;
}

static void
add_credit (TextTable *table, const CreditRow *row, const MoneyPlaces *money)
{
  const guint places = money_places_of (money, row->currency);
  const gboolean is_at_risk = row->at_risk.known && decimal_sign (row->at_risk.value) > 0;

  text_table_add_row (table, is_at_risk ? TEXT_WARNING : TEXT_PLAIN);
  add_text (table, row->kind);
  add_text (table, row->owner != NULL ? row->owner : row->owner_id);
  add_text (table, row->credit != NULL ? row->credit : row->credit_id);
  text_table_add_amount (table, &row->granted, places, UNKNOWN);
  text_table_add_amount (table, &row->used, places, UNKNOWN);
  text_table_add_amount (table, &row->left, places, UNKNOWN);
  add_text (table, row->currency);
  add_text (table, row->state);
  add_end (table, row);
  text_table_add_amount (table, &row->at_risk, places, UNKNOWN);
}

void
credit_text_render (const Report *report, const TextStyle *style, GString *out)
{
  const gsize count = report_row_count (report, CREDIT_TABLE_CREDITS);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  g_autoptr (TextTable) table = new_table (style->language);
  g_autofree char *verdict = credit_text_verdict (report);

  text_style_append_title (style, verdict, out);
  for (gsize i = 0; i < MIN (count, text_style_limit (style, ROWS_MAX)); i++)
    add_credit (table, report_row (report, CREDIT_TABLE_CREDITS, i), places);
  if (count == 0)
    return;
  g_string_append_c (out, '\n');
  text_table_render (table, style, "CREDITS", out);
  text_style_append_more (style, count, ROWS_MAX, out);
}
