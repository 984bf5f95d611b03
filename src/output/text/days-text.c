/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/days-text.h"

#include <string.h>

#include "base/language/language-date.h"
#include "base/language/language-number.h"
#include "base/printable.h"
#include "output/text/text-table.h"

#define DAYS_LISTED_MAX 40

static gboolean
has_invoice_of (const Report *report, Month month)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_INVOICES); i++)
    if (((const InvoiceRow *) report_row (report, REPORT_INVOICES, i))->month == month)
      return TRUE;
  return FALSE;
}

static void
append_untied (const Report *report, const InputRow *input, const TextStyle *style, GString *out)
{
  for (guint i = 0; input->months != NULL && i < input->months->len; i++)
    {
      const Month month = g_array_index (input->months, Month, i);

      if (has_invoice_of (report, month))
        continue;
      g_autofree char *text = language_date_of_month (style->language, month);
      g_autofree char *file = printable_text (input->file);
      g_autoptr (GString) lines = g_string_new (language_say (style->language, "Not tied out:"));
      g_autofree char *note = g_strdup_printf (
          language_say (style->language,
                        "%1$s holds daily usage of %2$s, of which no invoice was read."),
          file, text);
      PrintableLine filler
          = printable_line_at (lines, text_style_width (style), printable_width (lines->str), 2);
      filler.line_has_word = TRUE;
      printable_line_add_text (&filler, note);
      g_string_append_c (lines, '\n');
      text_style_append (style, TEXT_WARNING, lines->str, out);
    }
}

void
days_text_render_untied (const Report *report, const TextStyle *style, GString *out)
{
  if (report_row_count (report, REPORT_INVOICES) == 0)
    return;
  for (gsize i = 0; i < report_row_count (report, REPORT_INPUTS); i++)
    {
      const InputRow *input = report_row (report, REPORT_INPUTS, i);
      if (input->kind == KIND_DAILY_USAGE)
        append_untied (report, input, style, out);
    }
}

static const CreditDayRow *
day_at (const Report *report, gsize index)
{
  return report_row (report, REPORT_CREDIT_DAYS, index);
}

static gsize
day_count (const Report *report)
{
  return report_row_count (report, REPORT_CREDIT_DAYS);
}

static gboolean
is_same_month (const CreditDayRow *a, const CreditDayRow *b)
{
  return calendar_month_of (a->day) == calendar_month_of (b->day)
         && strcmp (a->customer_id, b->customer_id) == 0 && strcmp (a->currency, b->currency) == 0;
}

/* What the balance report says of the customer's month. */
typedef struct
{
  gboolean known; /* there are rows, nothing of them is unknown, and days can be told apart */
  Decimal available;
  Decimal used;
} MonthCredit;

/* Credit that was granted or forfeited in the month came or went on a day that no file tells. */
static MonthCredit
credit_of_month (const Report *report, const CreditDayRow *day)
{
  MonthCredit credit = { 0 };

  for (gsize i = 0; i < report_row_count (report, REPORT_ROLLFORWARD); i++)
    {
      const RollForwardRow *row = report_row (report, REPORT_ROLLFORWARD, i);
      if (row->month != calendar_month_of (day->day)
          || strcmp (row->customer_id, day->customer_id) != 0
          || strcmp (row->currency, day->currency) != 0)
        continue;
      if (!row->opening.known || !row->used.known || !decimal_is_zero (row->forfeited)
          || !decimal_is_zero (row->adjustment))
        return (MonthCredit){ 0 };
      decimal_accumulate (&credit.available, &row->opening.value);
      decimal_accumulate (&credit.available, &row->granted);
      decimal_accumulate (&credit.used, &row->used.value);
      credit.known = TRUE;
    }
  return credit;
}

/* What is left day by day; only where the days add up to what the balance report says was used. */
static Amount
available_in_month (const Report *report, gsize index)
{
  const CreditDayRow *day = day_at (report, index);
  const MonthCredit credit = credit_of_month (report, day);
  Decimal used = { 0 };

  for (gsize i = index; i < day_count (report) && is_same_month (day, day_at (report, i)); i++)
    decimal_accumulate (&used, &day_at (report, i)->aco);
  if (!credit.known || !decimal_equal (used, credit.used))
    return (Amount){ 0 };
  return (Amount){ TRUE, credit.available };
}

static gboolean
is_last_with_aco (const Report *report, gsize index)
{
  const CreditDayRow *day = day_at (report, index);

  if (decimal_is_zero (day->aco))
    return FALSE;
  for (gsize i = index + 1; i < day_count (report) && is_same_month (day, day_at (report, i)); i++)
    if (!decimal_is_zero (day_at (report, i)->aco))
      return FALSE;
  return TRUE;
}

static TextTable *
new_table (const Language *language)
{
  TextTable *table = text_table_new (language);

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK | TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Day", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "ACO", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "PEC list", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "No credit", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "ACO left", TEXT_COLUMN_RIGHT);
  return table;
}

static void
add_day (TextTable *table, const CustomerLabels *labels, const CreditDayRow *day,
         const Amount *left, guint places)
{
  const CustomerLabel label = customer_labels_lookup (labels, day->customer_id);

  text_table_add_row (table, TEXT_PLAIN);
  text_table_add_cell (table, label.text, label.tail);
  text_table_add_day (table, day->day);
  text_table_add_cell (table, day->currency, 0);
  text_table_add_decimal (table, day->aco, places);
  text_table_add_decimal (table, day->pec_list, places);
  text_table_add_decimal (table, day->plain, places);
  text_table_add_amount (table, left, places, "-");
}

/* Returns how many days were left out. */
static gsize
fill_table (const Report *report, const CustomerLabels *labels, const MoneyPlaces *places,
            gsize most, TextTable *table)
{
  const gsize count = day_count (report);
  Amount left = { 0 };
  gsize left_out = 0;

  for (gsize i = 0; i < count; i++)
    {
      const CreditDayRow *day = day_at (report, i);

      if (i == 0 || !is_same_month (day_at (report, i - 1), day))
        left = available_in_month (report, i);
      left.value = decimal_subtract (left.value, day->aco);
      if (count <= most || is_last_with_aco (report, i))
        add_day (table, labels, day, &left, money_places_of (places, day->currency));
      else
        left_out++;
    }
  return left_out;
}

void
days_text_render (const Report *report, const CustomerLabels *labels, const MoneyPlaces *places,
                  const TextStyle *style, GString *out)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (TextTable) table = new_table (style->language);
  const gsize left_out
      = fill_table (report, labels, places, text_style_limit (style, DAYS_LISTED_MAX), table);

  days_text_render_untied (report, style, notes);
  if (notes->len > 0)
    g_string_append_printf (out, "\n%s", notes->str);
  if (text_table_row_count (table) > 0)
    {
      g_string_append_c (out, '\n');
      text_table_render (table, style,
                         left_out > 0
                             ? language_say (style->language, "CREDIT BY DAY: LAST DAYS WITH ACO")
                             : language_say (style->language, "CREDIT BY DAY"),
                         out);
    }
  if (left_out > 0 && text_table_row_count (table) > 0)
    {
      g_autofree char *days = language_number_of_count (style->language, left_out);
      g_string_append_printf (
          out,
          language_say_count (style->language, "%s other days are not listed; --all lists them.",
                              "%s other days are not listed; --all lists them.", left_out),
          days);
      g_string_append_c (out, '\n');
    }
}
