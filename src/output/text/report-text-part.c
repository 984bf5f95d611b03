/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/report-text-part.h"

#include <string.h>

#include "base/language/language-fill.h"
#include "base/language/language-number.h"
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

typedef struct
{
  const char *label; /* looked up once, compared often */
  gpointer row;
} LabelledRow;

gint
report_text_part_compare_labels (const char *a, const char *b)
{
  const gint order = a == b ? 0 : g_ascii_strcasecmp (a, b);

  return order != 0 ? order : strcmp (a, b);
}

static gint
compare_labels (gconstpointer a, gconstpointer b)
{
  return report_text_part_compare_labels (((const LabelledRow *) a)->label,
                                          ((const LabelledRow *) b)->label);
}

GPtrArray *
report_text_part_rows_by_customer (const ReportText *self, ReportTable table)
{
  g_autoptr (GArray) labelled = g_array_new (FALSE, FALSE, sizeof (LabelledRow));
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < report_row_count (self->report, table); i++)
    {
      const char *const *row = report_row (self->report, table, i);
      const LabelledRow entry = { .label = customer_labels_lookup (self->labels, *row).text,
                                  .row = (gpointer) (guintptr) row };

      g_array_append_val (labelled, entry);
    }
  g_array_sort (labelled, compare_labels);
  for (guint i = 0; i < labelled->len; i++)
    g_ptr_array_add (rows, g_array_index (labelled, LabelledRow, i).row);
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
report_text_part_append_unlisted (const ReportText *self, const char *sentence, gsize listed,
                                  gsize total)
{
  const Language *language = self->style->language;
  g_autofree char *count = language_number_of_count (language, total - listed);
  g_autofree char *all = language_number_of_count (language, total);
  g_autoptr (GString) text = g_string_new (NULL);

  language_fill (text, language_say (language, sentence), (const char *const[]){ count, all }, 2);
  if (listed < total)
    report_text_part_append_wrapped (self, TEXT_PLAIN, text->str);
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
