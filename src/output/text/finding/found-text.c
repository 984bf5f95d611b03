/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/finding/found-text.h"

#include "base/language/language-date.h"
#include "base/language/language-fill.h"
#include "base/printable.h"
#include "core/report/report-cell.h"
#include "core/report/report-counts.h"
#include "output/text/finding/digest-text.h"
#include "output/text/finding/finding-heading.h"
#include "output/text/finding/severity-words.h"

/* The columns that every table of findings has, and those before its currency that say whose or
   what a finding is about. */
typedef struct
{
  const MoneyPlaces *places;
  const TextStyle *style;
  const ReportTableInfo *info;
  const ReportColumn *currency;
  const ReportColumn *amount;
  const ReportColumn *file;
  const ReportColumn *line;
  const ReportColumn *message;
  GString *out;
} FoundText;

GPtrArray *
found_text_subject (const ReportTableInfo *findings, gconstpointer row, const Language *language)
{
  const ReportColumn *currency = report_cell_column (findings, "currency");
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const ReportColumn *column = findings->columns + 3; column < currency; column++)
    {
      const ReportCell cell = report_cell (column, row);
      const ReportCell next = column + 1 < currency ? report_cell (column + 1, row)
                                                    : (ReportCell){ .type = CELL_NULL };

      if (cell.type == CELL_MONTH)
        g_ptr_array_add (words, language_date_of_month (language, cell.month));
      if (cell.type != CELL_TEXT
          || (next.type == CELL_TEXT && g_str_has_suffix ((column + 1)->name, "_name")))
        continue;
      g_ptr_array_add (words, g_strdup (cell.text));
    }
  return words;
}

static void
add_subject (const FoundText *self, gconstpointer row, FindingHeading *heading)
{
  g_autoptr (GPtrArray) words = found_text_subject (self->info, row, self->style->language);

  for (guint i = 0; i < words->len; i++)
    finding_heading_add_name (heading, words->pdata[i], 0);
}

static void
add_amount (const FoundText *self, gconstpointer row, FindingHeading *heading)
{
  const ReportCell amount = report_cell (self->amount, row);
  const char *currency = report_cell_text (self->currency, row);

  if (amount.type != CELL_DECIMAL || decimal_is_zero (*amount.decimal))
    return;
  g_autofree char *number = money_places_print (self->places, *amount.decimal, currency);
  g_autofree char *text
      = g_strconcat (number, currency != NULL ? " " : "", currency != NULL ? currency : "", NULL);
  finding_heading_add_fact (heading, text);
}

static void
add_place (const FoundText *self, gconstpointer row, FindingHeading *heading)
{
  const char *file = report_cell_text (self->file, row);
  const ReportCell number = report_cell (self->line, row);
  g_autofree char *place = number.type == CELL_COUNT
                               ? g_strdup_printf ("%s:%" G_GUINT64_FORMAT, file, number.count)
                               : g_strdup (file);

  finding_heading_add_place (heading, place);
}

static void
append_finding (const FoundText *self, gconstpointer row)
{
  const FindingHead *head = row;
  const char *message = head->said != NULL ? head->said : report_cell_text (self->message, row);
  g_autoptr (FindingHeading) heading = finding_heading_new ();

  add_subject (self, row, heading);
  add_amount (self, row, heading);
  add_place (self, row, heading);
  finding_heading_append (heading, finding_info (head->code)->code,
                          digest_text_emphasis (head->severity), self->style, self->out);
  if (message == NULL)
    return;
  PrintableLine body = printable_line_at (self->out, text_style_width (self->style),
                                          FINDING_HEADING_INDENT, FINDING_HEADING_INDENT);
  g_autofree char *printable = printable_text (message);
  g_string_append_printf (self->out, "%*s", FINDING_HEADING_INDENT, "");
  printable_line_add_text (&body, printable);
  g_string_append_c (self->out, '\n');
}

static void
append_severity (const FoundText *self, const FindingDigest *digest, Severity severity)
{
  const GPtrArray *rows = finding_digest_rows (digest);

  if (!digest_text_append_heading (digest, severity, self->style, self->out))
    return;
  for (guint i = 0; i < rows->len; i++)
    if (((const FindingHead *) g_ptr_array_index (rows, i))->severity == severity)
      append_finding (self, g_ptr_array_index (rows, i));
}

void
found_text_render (const Report *report, const MoneyPlaces *places, const TextStyle *style,
                   GString *out)
{
  const ReportSchema *schema = report_schema (report);
  const ReportTableInfo *info = &schema->tables[schema->findings].info;
  g_autoptr (FindingDigest) digest = finding_digest_new (report, style->all);
  const FoundText self = { .places = places,
                           .style = style,
                           .info = info,
                           .currency = report_cell_column (info, "currency"),
                           .amount = report_cell_column (info, "amount"),
                           .file = report_cell_column (info, "file"),
                           .line = report_cell_column (info, "line"),
                           .message = report_cell_column (info, "message"),
                           .out = out };

  digest_text_append_codes (digest, places, style, out);
  append_severity (&self, digest, SEVERITY_ERROR);
  append_severity (&self, digest, SEVERITY_WARNING);
  append_severity (&self, digest, SEVERITY_NOTICE);
  digest_text_append_rest (digest, style, out);
}

char *
found_text_count (const Report *report, const Language *language)
{
  GString *text = g_string_new (NULL);

  for (int severity = SEVERITY_ERROR; severity >= SEVERITY_NOTICE; severity--)
    {
      const gsize count = report_counts_findings (report, (Severity) severity);
      g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, count);

      if (count == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, language_say (language, ", "));
      language_fill (text, severity_words_count (language, (Severity) severity, count),
                     (const char *const[]){ number }, 1);
    }
  if (text->len == 0)
    g_string_append (text, language_say (language, "no findings"));
  return g_string_free (text, FALSE);
}
