/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/credit-text.h"

#include "base/language/language-date.h"
#include "base/language/language-fill.h"
#include "core/credit/credit-rows.h"
#include "core/report/money-places.h"
#include "output/text/text-table.h"

#define ROWS_MAX 500
#define UNKNOWN "-"

/* @format: "%1$s %2$s left". */
static void
append_money (const MoneyPlaces *places, const CreditTotalsRow *row, Amount amount,
              const char *format, GString *text)
{
  if (!amount.known)
    return;
  g_autofree char *number = money_places_print (places, amount.value, row->currency);
  if (text->len > 0)
    g_string_append (text, language_say (money_places_language (places), ", "));
  language_fill (text, format, (const char *const[]){ number, row->currency }, 2);
}

/* Of all totals: "12.00 USD left, 3.00 USD at risk". (transfer full) */
static char *
list_sums (const Report *report, const Language *language)
{
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  GString *sums = g_string_new (NULL);

  money_places_speak (places, language);
  for (gsize i = 0; i < report_row_count (report, CREDIT_TABLE_TOTALS); i++)
    {
      const CreditTotalsRow *row = report_row (report, CREDIT_TABLE_TOTALS, i);
      append_money (places, row, row->left, language_say (language, "%1$s %2$s left"), sums);
      append_money (places, row, row->at_risk, language_say (language, "%1$s %2$s at risk"), sums);
    }
  if (sums->len == 0)
    g_string_append (sums, language_say (language, "none known"));
  return g_string_free (sums, FALSE);
}

char *
credit_text_verdict (const Report *report, const Language *language)
{
  const CreditHead *head = report_head (report);
  const gsize count = report_row_count (report, CREDIT_TABLE_CREDITS);
  g_autofree char *sums = list_sums (report, language);
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, count);

  if (head->as_of == DAY_NONE)
    return g_strdup_printf (
        language_say_count (language, "%1$s credit: %2$s.", "%1$s credits: %2$s.", count), number,
        sums);
  g_autofree char *day = language_date_of_day (language, head->as_of);
  return g_strdup_printf (language_say_count (language, "%1$s credit on %2$s: %3$s.",
                                              "%1$s credits on %2$s: %3$s.", count),
                          number, day, sums);
}

static void
add_text (TextTable *table, const char *text)
{
  text_table_add_cell (table, text != NULL ? text : UNKNOWN, 0);
}

static void
add_end (TextTable *table, const CreditRow *row)
{
  g_autofree char *days = row->days_left_known
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, row->days_left)
                              : g_strdup (UNKNOWN);

  text_table_add_day (table, row->end_date);
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
  text_table_add_word (table, row->kind != NULL ? row->kind : UNKNOWN);
  add_text (table, row->owner != NULL ? row->owner : row->owner_id);
  add_text (table, row->credit != NULL ? row->credit : row->credit_id);
  text_table_add_amount (table, &row->granted, places, UNKNOWN);
  text_table_add_amount (table, &row->used, places, UNKNOWN);
  text_table_add_amount (table, &row->left, places, UNKNOWN);
  add_text (table, row->currency);
  text_table_add_word (table, row->state != NULL ? row->state : UNKNOWN);
  add_end (table, row);
  text_table_add_amount (table, &row->at_risk, places, UNKNOWN);
}

void
credit_text_render (const Report *report, const TextStyle *style, GString *out)
{
  const gsize count = report_row_count (report, CREDIT_TABLE_CREDITS);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  g_autoptr (TextTable) table = new_table (style->language);
  g_autofree char *verdict = credit_text_verdict (report, style->language);

  text_style_append_title (style, verdict, out);
  for (gsize i = 0; i < MIN (count, text_style_limit (style, ROWS_MAX)); i++)
    add_credit (table, report_row (report, CREDIT_TABLE_CREDITS, i), places);
  if (count == 0)
    return;
  g_string_append_c (out, '\n');
  text_table_render (table, style, language_say (style->language, "CREDITS"), out);
  text_style_append_more (style, count, ROWS_MAX, out);
}
