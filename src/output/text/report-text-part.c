/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/report-text-part.h"

#include <string.h>

#include "base/printable.h"

#define LONG_NAMES_WIDTH 100 /* from this width on the columns have their full names */

/* Both tables that list customers begin their rows with the id. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (TieOutRow, customer_id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (AgreementRow, customer_id) == 0);

const char *
report_text_part_by_width (const ReportText *self, const char *full, const char *brief)
{
  return text_style_width (self->style) >= LONG_NAMES_WIDTH ? full : brief;
}

static gint
compare_labels (gconstpointer a, gconstpointer b, gpointer data)
{
  const CustomerLabels *labels = data;
  const char *x = customer_labels_lookup (labels, **(const char *const *const *) a).text;
  const char *y = customer_labels_lookup (labels, **(const char *const *const *) b).text;
  gint order = g_ascii_strcasecmp (x, y);

  return order != 0 ? order : strcmp (x, y);
}

GPtrArray *
report_text_part_rows_by_customer (const ReportText *self, ReportTable table)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < report_row_count (self->report, table); i++)
    g_ptr_array_add (rows, (gpointer) (guintptr) report_row (self->report, table, i));
  g_ptr_array_sort_with_data (rows, compare_labels, (gpointer) (guintptr) self->labels);
  return rows;
}

void
report_text_part_append_wrapped (const ReportText *self, TextEmphasis emphasis, const char *text)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  PrintableLine filler = printable_line_at (lines, text_style_width (self->style), 0, 0);

  printable_line_add_text (&filler, text);
  text_style_append (self->style, emphasis, lines->str, self->out);
  g_string_append_c (self->out, '\n');
}

void
report_text_part_append_table (const ReportText *self, const TextTable *table, const char *title)
{
  g_string_append_c (self->out, '\n');
  text_table_render (table, self->style, title, self->out);
}

void
report_text_part_add_customer (const ReportText *self, TextTable *table, const char *customer_id)
{
  CustomerLabel label = customer_labels_lookup (self->labels, customer_id);

  text_table_add_cell (table, *label.text != '\0' ? label.text : "-", label.tail);
}
