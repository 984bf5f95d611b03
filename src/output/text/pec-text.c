/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/pec-text.h"

#include "base/language/language-date.h"
#include <string.h>

#include "base/printable.h"
#include "core/report/money-places.h"
#include "output/customer-labels.h"
#include "output/money-tally.h"
#include "output/text/text-table.h"

/* More days than these are counted, not listed: the CSV and JSON have them all. */
#define LOST_ROWS_SHOWN 40

typedef struct
{
  const PecReport *report;
  CustomerLabels *labels;
  MoneyPlaces *places;
  const TextStyle *style;
  GString *out;
} PecText;

static void
add_customer (const PecText *self, TextTable *table, const char *id)
{
  const CustomerLabel label = customer_labels_lookup (self->labels, id);

  text_table_add_cell (table, label.text, label.tail);
}

/* "; others are of 2026-08 to 2026-10", or "" where nothing was read. (transfer full) */
static char *
list_others (const PecReport *report, const Language *language)
{
  const Month first = pec_report_first_read (report), last = pec_report_last_read (report);

  if (first == MONTH_NONE)
    return g_strdup ("");
  g_autofree char *from = language_date_of_month (language, first);
  g_autofree char *to = language_date_of_month (language, last);
  return first == last
             ? g_strdup_printf (language_say (language, "; others are of %s"), from)
             : g_strdup_printf (language_say (language, "; others are of %1$s to %2$s"), from, to);
}

void
pec_text_append_nothing (const PecReport *report, const Language *language, GString *out)
{
  g_autofree char *others = list_others (report, language);

  if (pec_report_month (report) == MONTH_NONE)
    {
      g_string_append_printf (
          out, language_say (language, "No billed usage or invoice lines were read%s."), others);
      return;
    }
  g_autofree char *month = language_date_of_month (language, pec_report_month (report));
  g_string_append_printf (
      out, language_say (language, "No billed usage or invoice lines of %1$s were read%2$s."),
      month, others);
}

static void
append_verdict (const PecText *self, const char *reliability)
{
  const GArray *months = pec_report_months (self->report);
  g_autoptr (MoneyTally) earned = money_tally_new ();
  g_autoptr (MoneyTally) unexplained = money_tally_new ();
  g_autoptr (GString) text = g_string_new (reliability);

  for (guint i = 0; i < months->len; i++)
    {
      const PecMonthRow *row = &g_array_index (months, PecMonthRow, i);
      money_tally_add (earned, row->currency, row->pec_earned);
      money_tally_add (unexplained, row->currency, row->unexplained);
    }
  g_autofree char *sum = money_tally_to_string (earned, self->style->language);
  g_autofree char *rest = money_tally_to_string (unexplained, self->style->language);
  if (months->len == 0)
    pec_text_append_nothing (self->report, self->style->language, text);
  else
    g_string_append_printf (text,
                            language_say (self->style->language,
                                          "Partner Earned Credit: %1$s earned; nothing explains "
                                          "why %2$s of usage earned none."),
                            sum, rest);
  g_autoptr (GString) lines = g_string_new (NULL);
  PrintableLine filler = printable_line_at (lines, text_style_width (self->style), 0, 0);
  printable_line_add_text (&filler, text->str);
  g_string_append_c (lines, '\n');
  text_style_append (self->style, *reliability == '\0' ? TEXT_TITLE : TEXT_ERROR, lines->str,
                     self->out);
}

static void
append_earned (const PecText *self)
{
  const GArray *months = pec_report_months (self->report);
  g_autoptr (TextTable) table = text_table_new (self->style->language);

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
      const guint places = money_places_of (self->places, row->currency);
      text_table_add_row (table, TEXT_PLAIN);
      add_customer (self, table, row->customer_id);
      text_table_add_month (table, row->month);
      text_table_add_cell (table, row->currency, 0);
      text_table_add_decimal (table, row->pec_base, places);
      text_table_add_decimal (table, row->pec_list, places);
      text_table_add_decimal (table, row->pec_earned, places);
      text_table_add_word (table, row->source);
    }
  text_table_render (table, self->style,
                     language_say (self->style->language, "PARTNER EARNED CREDIT"), self->out);
}

static void
append_reasons (const PecText *self)
{
  const GArray *months = pec_report_months (self->report);
  g_autoptr (TextTable) table = text_table_new (self->style->language);

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
      const guint places = money_places_of (self->places, row->currency);
      text_table_add_row (table, decimal_sign (row->unexplained) > 0 ? TEXT_WARNING : TEXT_PLAIN);
      add_customer (self, table, row->customer_id);
      text_table_add_month (table, row->month);
      text_table_add_cell (table, row->currency, 0);
      text_table_add_decimal (table, row->aco, places);
      text_table_add_decimal (table, row->third_party, places);
      text_table_add_decimal (table, row->spot, places);
      text_table_add_decimal (table, decimal_add (row->reservation, row->savings_plan), places);
      text_table_add_decimal (table, row->unexplained, places);
    }
  text_table_render (table, self->style,
                     language_say (self->style->language, "USAGE THAT EARNED NONE, AND WHY"),
                     self->out);
}

static void
append_lost (const PecText *self)
{
  const GArray *lost = pec_report_lost (self->report);
  g_autoptr (TextTable) table = text_table_new (self->style->language);

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Day", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Value", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Resource", TEXT_COLUMN_SHRINK);
  for (guint i = 0; i < MIN (lost->len, text_style_limit (self->style, LOST_ROWS_SHOWN)); i++)
    {
      const PecLostRow *row = &g_array_index (lost, PecLostRow, i);
      const guint places = money_places_of (self->places, row->currency);

      text_table_add_row (table, TEXT_WARNING);
      add_customer (self, table, row->customer_id);
      text_table_add_day (table, row->day);
      text_table_add_decimal (table, row->value, places);
      text_table_add_cell (table, row->currency, 0);
      text_table_add_cell (table, row->resource, 12);
    }
  text_table_render (
      table, self->style,
      language_say (self->style->language, "DAYS WITHOUT THE CREDIT, OF RESOURCES THAT HAD IT"),
      self->out);
  text_style_append_more (self->style, lost->len, LOST_ROWS_SHOWN, self->out);
}

static MoneyPlaces *
places_of (const PecReport *report)
{
  const GArray *months = pec_report_months (report), *lost = pec_report_lost (report);
  MoneyPlaces *places = money_places_new ();

  money_places_note_rows (places, pec_report_months_info (), months->data, months->len);
  money_places_note_rows (places, pec_report_lost_info (), lost->data, lost->len);
  return places;
}

void
pec_text_render (const PecReport *report, const char *reliability, const TextStyle *style,
                 GString *out)
{
  const GArray *months = pec_report_months (report); /* of every customer in the other table, too */
  g_autoptr (CustomerLabels) labels
      = customer_labels_new_of_rows (pec_report_months_info (), months->data, months->len);
  g_autoptr (MoneyPlaces) places = places_of (report);
  const PecText self
      = { .report = report, .labels = labels, .places = places, .style = style, .out = out };

  money_places_speak (places, style->language);
  append_verdict (&self, reliability);
  if (months->len == 0)
    return;
  g_string_append_c (out, '\n');
  append_earned (&self);
  g_string_append_c (out, '\n');
  append_reasons (&self);
  if (pec_report_lost (report)->len == 0)
    return;
  g_string_append_c (out, '\n');
  append_lost (&self);
}
