/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/needs-text.h"

#include "base/language/language-number.h"
#include "base/printable.h"
#include "core/answer/month-needs.h"
#include "core/record/file-kind.h"
#include "output/text/text-table.h"

#define ROWS_LISTED_MAX 24 /* beyond it, months that lack nothing are only counted */

static const NeedsMonth *
month_at (const Report *needs, gsize index)
{
  return report_row (needs, NEEDS_MONTHS, index);
}

static gboolean
lacks_something (const NeedsMonth *row)
{
  return !month_needs_is_tied (row) || !row->daily_usage;
}

static TextTable *
new_month_table (const Language *language)
{
  TextTable *table = text_table_new (language);

  text_table_add_column (table, "Month", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Balance report", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Month before", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Invoice", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Daily usage", TEXT_COLUMN_LEFT);
  return table;
}

static void
add_answer (TextTable *table, gboolean is_there)
{
  text_table_add_word (table, is_there ? "yes" : "missing");
}

static void
add_month_row (TextTable *table, const NeedsMonth *row)
{
  text_table_add_row (table, month_needs_is_tied (row) ? TEXT_PLAIN : TEXT_WARNING);
  text_table_add_month (table, row->month);
  text_table_add_cell (table, row->currency, 0);
  add_answer (table, row->balance_report);
  if (!row->balance_report)
    text_table_add_cell (table, "-", 0);
  else
    add_answer (table, row->month_before);
  add_answer (table, row->invoice);
  add_answer (table, row->daily_usage);
}

static void
append_months (const Report *needs, const TextStyle *style, GString *out)
{
  const gsize count = report_row_count (needs, NEEDS_MONTHS);
  const gboolean all = count <= text_style_limit (style, ROWS_LISTED_MAX);
  g_autoptr (TextTable) table = new_month_table (style->language);

  for (gsize i = 0; i < count; i++)
    if (all || lacks_something (month_at (needs, i)))
      add_month_row (table, month_at (needs, i));
  if (text_table_row_count (table) > 0)
    text_table_render (table, style, language_say (style->language, "FOR A TIE-OUT OF EACH MONTH"),
                       out);
  if (text_table_row_count (table) < count)
    {
      const gsize left_out = count - text_table_row_count (table);
      g_autofree char *rest = language_number_of_count (style->language, left_out);
      g_string_append_printf (
          out,
          language_say_count (style->language, "%s other lines lack nothing and are not listed.\n",
                              "%s other lines lack nothing and are not listed.\n", left_out),
          rest);
    }
}

static void
append_sentence (const TextStyle *style, const char *text, GString *out)
{
  PrintableLine line = printable_line_at (out, text_style_width (style), 0, 2);
  g_autofree char *printable = printable_text (text);

  printable_line_add_text (&line, printable);
  g_string_append_c (out, '\n');
}

/* Where it is downloaded, if it is missing anywhere. */
static void
append_source (FileKind kind, const char *name, const TextStyle *style, GString *out)
{
  g_autofree char *text = g_strdup_printf (
      language_say (style->language, "%s: %s."), language_say_in (style->language, "column", name),
      language_say (style->language, file_kind_info (kind)->source));

  append_sentence (style, text, out);
}

static void
append_sources (const Report *needs, const TextStyle *style, GString *out)
{
  const gsize count = report_row_count (needs, NEEDS_MONTHS);
  gboolean balance = count == 0, invoice = count == 0, usage = count == 0;

  for (gsize i = 0; i < count; i++)
    {
      const NeedsMonth *row = month_at (needs, i);

      balance = balance || !row->balance_report || !row->month_before;
      invoice = invoice || !row->invoice;
      usage = usage || !row->daily_usage;
    }
  if (balance)
    append_source (KIND_ACO_BALANCE, NC_ ("column", "Balance report"), style, out);
  if (invoice)
    append_source (KIND_INVOICE, NC_ ("column", "Invoice"), style, out);
  if (usage)
    append_source (KIND_DAILY_USAGE, NC_ ("column", "Daily usage"), style, out);
}

/* What keeps it from being known that all is there. */
static void
append_doubts (const NeedsHead *head, const TextStyle *style, GString *out)
{
  const Language *language = style->language;
  g_autofree char *invoices = language_number_of_count (language, head->unclear_invoices);
  g_autofree char *rows = language_number_of_count (language, head->rejected);

  if (head->unclear_invoices > 0)
    {
      g_autofree char *text = g_strdup_printf (
          language_say_count (language,
                              "The month of %s invoice is not clear: more may be missing "
                              "(--invoice-month of reconcile says it).",
                              "The month of %s invoices is not clear: more may be missing "
                              "(--invoice-month of reconcile says it).",
                              head->unclear_invoices),
          invoices);
      append_sentence (style, text, out);
    }
  if (head->rejected > 0)
    {
      g_autofree char *text = g_strdup_printf (
          language_say_count (language, "%s row was set aside: more may be missing.",
                              "%s rows were set aside: more may be missing.", head->rejected),
          rows);
      append_sentence (style, text, out);
    }
}

void
needs_text_render (const Report *needs, const TextStyle *style, GString *out)
{
  const NeedsHead *head = report_head (needs);

  g_string_append_c (out, '\n');
  append_months (needs, style, out);
  if (report_row_count (needs, NEEDS_MONTHS) == 0)
    append_sentence (style,
                     language_say (style->language,
                                   "For a tie-out: no balance row and no ACO credit was read, "
                                   "so nothing is known of what is missing."),
                     out);
  append_doubts (head, style, out);
  if (head->nothing_missing)
    append_sentence (
        style,
        language_say (style->language,
                      "Nothing is missing, as far as files tell: whether all invoices of a month "
                      "are here, Partner Center alone knows."),
        out);
  else
    append_sources (needs, style, out);
}
