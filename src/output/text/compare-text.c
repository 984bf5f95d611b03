/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/compare-text.h"

#include <string.h>

#include "base/printable.h"
#include "core/report/money-places.h"
#include "output/customer-labels.h"
#include "output/text/text-table.h"

/* More rows of a table than these are counted, not listed. */
#define ROWS_SHOWN 40

typedef struct
{
  const Report *comparison;
  CustomerLabels *labels;
  MoneyPlaces *places;
  const TextStyle *style;
  GString *out;
} CompareText;

static void
append_head (const CompareText *self)
{
  const CompareHead *head = report_head (self->comparison);
  const Language *language = self->style->language;
  g_autofree char *fresh = g_strdup_printf ("%" G_GUINT64_FORMAT, head->fresh);
  g_autofree char *gone = g_strdup_printf ("%" G_GUINT64_FORMAT, head->gone);
  g_autofree char *changed = g_strdup_printf ("%" G_GUINT64_FORMAT, head->changed);
  g_autofree char *open = g_strdup_printf ("%" G_GUINT64_FORMAT, head->open);
  g_autofree char *moved
      = g_strdup_printf ("%" G_GSIZE_FORMAT, report_row_count (self->comparison, COMPARE_FIGURES));
  g_autofree char *text = g_strdup_printf (
      language_say (language, "Findings: %1$s new, %2$s gone, %3$s changed in amount, %4$s still "
                              "open; figures that moved: %5$s. From %6$s to %7$s."),
      fresh, gone, changed, open, moved, head->old_file, head->new_file);
  g_autoptr (GString) lines = g_string_new (NULL);
  PrintableLine filler = printable_line_at (lines, text_style_width (self->style), 0, 0);

  printable_line_add_text (&filler, text);
  g_string_append_c (lines, '\n');
  text_style_append (self->style, TEXT_TITLE, lines->str, self->out);
}

static void
add_customer (const CompareText *self, TextTable *table, const char *id)
{
  const CustomerLabel label = customer_labels_lookup (self->labels, id);

  text_table_add_cell (table, *label.text != '\0' ? label.text : "-", label.tail);
}

static void
add_text (TextTable *table, const char *text)
{
  text_table_add_cell (table, text != NULL ? text : "-", 0);
}

static void
append_findings (const CompareText *self, const char *change, const char *title)
{
  g_autoptr (TextTable) table = text_table_new (self->style->language);
  gsize count = 0;

  text_table_add_column (table, "Code", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Month", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Old", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "New", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Finding", TEXT_COLUMN_LEFT);
  for (gsize i = 0; i < report_row_count (self->comparison, COMPARE_FINDINGS); i++)
    {
      const CompareFinding *row = report_row (self->comparison, COMPARE_FINDINGS, i);
      const guint places = money_places_of (self->places, row->currency);

      if (strcmp (row->change, change) != 0
          || count++ >= text_style_limit (self->style, ROWS_SHOWN))
        continue;
      text_table_add_row (table, TEXT_PLAIN);
      add_text (table, row->code);
      add_customer (self, table, row->customer_id);
      text_table_add_month (table, row->month);
      add_text (table, row->currency);
      text_table_add_amount (table, &row->before, places, "-");
      text_table_add_amount (table, &row->now, places, "-");
      add_text (table, row->id);
    }
  if (count == 0)
    return;
  g_string_append_c (self->out, '\n');
  text_table_render (table, self->style, language_say (self->style->language, title), self->out);
  text_style_append_more (self->style, count, ROWS_SHOWN, self->out);
}

static void
append_figures (const CompareText *self)
{
  const gsize count = report_row_count (self->comparison, COMPARE_FIGURES);
  g_autoptr (TextTable) table = text_table_new (self->style->language);

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Month", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Figure", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Old", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "New", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Diff.", TEXT_COLUMN_RIGHT);
  for (gsize i = 0; i < MIN (count, text_style_limit (self->style, ROWS_SHOWN)); i++)
    {
      const CompareFigure *row = report_row (self->comparison, COMPARE_FIGURES, i);
      const guint places = money_places_of (self->places, row->currency);

      text_table_add_row (table, TEXT_PLAIN);
      add_customer (self, table, row->customer_id);
      text_table_add_month (table, row->month);
      add_text (table, row->currency);
      add_text (table, row->figure);
      text_table_add_amount (table, &row->before, places, "-");
      text_table_add_amount (table, &row->now, places, "-");
      text_table_add_amount (table, &row->difference, places, "-");
    }
  if (count == 0)
    return;
  g_string_append_c (self->out, '\n');
  text_table_render (table, self->style, language_say (self->style->language, "FIGURES THAT MOVED"),
                     self->out);
  text_style_append_more (self->style, count, ROWS_SHOWN, self->out);
}

void
compare_text_render (const Report *comparison, const TextStyle *style, GString *out)
{
  g_autoptr (CustomerLabels) labels = customer_labels_new (comparison);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (comparison);
  const CompareText self = {
    .comparison = comparison, .labels = labels, .places = places, .style = style, .out = out
  };

  money_places_speak (places, style->language);
  append_head (&self);
  append_findings (&self, "new", N_ ("NEW"));
  append_findings (&self, "amount", N_ ("CHANGED IN AMOUNT"));
  append_findings (&self, "gone", N_ ("GONE"));
  append_findings (&self, "open", N_ ("STILL OPEN"));
  append_figures (&self);
}
