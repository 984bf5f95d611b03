/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/check-text.h"

#include "base/printable.h"
#include "core/book/row-overlap.h"
#include "core/report/grouped-number.h"
#include "output/text/text-table.h"

#define ROWS_LISTED_MAX 24 /* beyond it, months that lack nothing are only counted */

static void
append_notes (const InputTally *input, GString *out)
{
  if (input->is_duplicate)
    {
      g_autofree char *original = printable_text (input->duplicate_of);
      g_string_append_printf (out, "  same content as %s: read once\n", original);
    }
  if (input->kind == KIND_LEGACY)
    g_string_append (out, "  legacy file: holds no Azure Credit Offer, not used\n");
  else if (input->unknown_columns != NULL)
    {
      g_autofree char *columns = printable_text (input->unknown_columns);
      g_string_append_printf (out, "  columns not known and not used: %s\n", columns);
    }
  for (guint i = 0; i < input->unbilled->len; i++)
    {
      const UnbilledTally *tally = &g_array_index (input->unbilled, UnbilledTally, i);
      g_autofree char *sum = grouped_number_of_decimal (tally->sum, 2);
      g_autofree char *rows = grouped_number_of_count (tally->rows);
      g_autofree char *currency = printable_text (tally->currency);
      g_string_append_printf (out, "  %s row%s without invoice number (estimates): %s %s\n", rows,
                              tally->rows == 1 ? "" : "s", sum, currency);
    }
  if (input->rejected->len > 0)
    {
      g_autofree char *rows = grouped_number_of_count (input->rejected->len);
      g_string_append_printf (out, "  %s bad row%s set aside\n", rows,
                              input->rejected->len == 1 ? "" : "s");
    }
}

/* Rows that files before it hold too (ACO907). */
static void
append_overlaps (const Books *books, const InputTally *input, GString *out)
{
  for (guint i = 0; i < books->overlaps->len; i++)
    {
      const RowOverlap *overlap = g_ptr_array_index (books->overlaps, i);

      if (overlap->file != input->index)
        continue;
      const InvoiceTally *known = charge_book_find_invoice (books->charges, overlap->invoice);
      g_autofree char *invoice = printable_text (known != NULL ? known->display : overlap->invoice);
      g_autofree char *earlier
          = printable_text (input_book_lookup (books->inputs, overlap->earlier_file)->file);
      g_autofree char *shared = grouped_number_of_count (overlap->shared->len);
      g_autofree char *rows = grouped_number_of_count (overlap->rows);
      g_string_append_printf (out,
                              "  %s of the %s row%s of invoice %s %s read before "
                              "and count twice (first: %s)\n",
                              shared, rows, overlap->rows == 1 ? "" : "s", invoice,
                              overlap->shared->len == 1 ? "was" : "were", earlier);
    }
}

static void
append_facts (const InputTally *input, const FileFacts *facts, GString *out)
{
  const guint customers = check_facts_customer_count (facts);
  g_autofree char *count = grouped_number_of_count (customers);
  char first[MONTH_TEXT_SIZE], last[MONTH_TEXT_SIZE];

  g_string_append_printf (out, "  %s customer%s", count, customers == 1 ? "" : "s");
  if (facts->first_month != MONTH_NONE)
    {
      calendar_print_month (facts->first_month, first);
      calendar_print_month (facts->last_month, last);
      g_string_append_printf (out, ", %s%s%s", first,
                              facts->first_month != facts->last_month ? " to " : "",
                              facts->first_month != facts->last_month ? last : "");
    }
  g_string_append_c (out, '\n');
  for (guint i = 0; i < facts->sums->len; i++)
    {
      const CurrencySum *sum = &g_array_index (facts->sums, CurrencySum, i);
      g_autofree char *amount = grouped_number_of_decimal (sum->sum, 2);
      g_autofree char *currency = printable_text (sum->currency);
      g_autofree char *rows = grouped_number_of_count (sum->rows);
      g_string_append_printf (out, "  %s %s: %s in %s row%s\n", currency,
                              file_kind_info (input->kind)->amount, amount, rows,
                              sum->rows == 1 ? "" : "s");
    }
}

static const char *
proven_column (const FileFacts *facts)
{
  for (guint i = 0; i < facts->dates->len; i++)
    if (g_array_index (facts->dates, DateFacts, i).is_proven)
      return g_array_index (facts->dates, DateFacts, i).column;
  return NULL;
}

/* Whether the dates of a column could be others, were they read the other way round. */
static void
append_dates (const FileFacts *facts, DateOrder order, GString *out)
{
  const gboolean day_first = order == DATE_DAY_FIRST;
  const char *proof = proven_column (facts);

  for (guint i = 0; i < facts->dates->len; i++)
    {
      const DateFacts *dates = &g_array_index (facts->dates, DateFacts, i);
      g_autofree char *column = printable_text (dates->column);
      g_autofree char *shown_proof = proof != NULL ? printable_text (proof) : NULL;
      char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];

      calendar_print_day (dates->first, first);
      calendar_print_day (dates->last, last);
      g_string_append_printf (out, "  %s: %s%s%s, read %s first ", column, first,
                              dates->first != dates->last ? " to " : "",
                              dates->first != dates->last ? last : "", day_first ? "day" : "month");
      if (dates->is_proven)
        g_string_append (out, "(proven by a value above 12)\n");
      else if (proof != NULL)
        g_string_append_printf (out, "(proven by %s)\n", shown_proof);
      else
        g_string_append_printf (out,
                                "(ambiguous: no value above 12; if it is the other way, run "
                                "%s --day-first)\n",
                                day_first ? "without" : "with");
    }
}

static void
append_header (const InputTally *input, GString *out)
{
  if (input->version != NULL && file_kind_is_read (input->kind))
    g_string_append_printf (out, "  header: %s, %u columns here\n", input->version, input->columns);
}

static void
append_input (const Books *books, const InputTally *input, const CheckFacts *facts, DateOrder order,
              GString *out)
{
  const FileFacts *of_file = facts != NULL ? check_facts_of (facts, input->index) : NULL;
  g_autofree char *file = printable_text (input->file);
  g_autofree char *rows = grouped_number_of_count (input->rows);

  if (input->kind == KIND_SKIPPED)
    {
      g_string_append_printf (out, "%s: left out by --skip\n", file);
      return;
    }
  g_string_append_printf (out, "%s: %s, %s row%s\n", file, file_kind_name (input->kind), rows,
                          input->rows == 1 ? "" : "s");
  append_header (input, out);
  if (of_file != NULL)
    {
      append_facts (input, of_file, out);
      append_dates (of_file, order, out);
    }
  append_notes (input, out);
  append_overlaps (books, input, out);
}

void
check_text_render (const Books *books, const CheckFacts *facts, DateOrder order, GString *out)
{
  g_autoptr (GPtrArray) inputs = input_book_list (books->inputs);
  const GPtrArray *ignored = input_book_ignored (books->inputs);

  for (guint i = 0; i < inputs->len; i++)
    append_input (books, g_ptr_array_index (inputs, i), facts, order, out);
  for (guint i = 0; i < ignored->len; i++)
    {
      g_autofree char *file = printable_text (g_ptr_array_index (ignored, i));
      g_string_append_printf (out, "%s: left out, %s\n", file,
                              input_book_is_of_pack (books->inputs, i)
                                  ? "it is of a report pack"
                                  : "its name does not end like a download");
    }
}

/* What is missing for a tie-out */

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
add_month_row (TextTable *table, const NeedsMonth *row)
{
  text_table_add_row (table, month_needs_is_tied (row) ? TEXT_PLAIN : TEXT_WARNING);
  text_table_add_month (table, row->month);
  text_table_add_cell (table, row->currency, 0);
  text_table_add_cell (table, row->balance_report ? "yes" : "missing", 0);
  if (!row->balance_report)
    text_table_add_cell (table, "-", 0);
  else
    text_table_add_cell (table, row->month_before ? "yes" : "missing", 0);
  text_table_add_cell (table, row->invoice ? "yes" : "missing", 0);
  text_table_add_cell (table, row->daily_usage ? "yes" : "missing", 0);
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
    text_table_render (table, style, "FOR A TIE-OUT OF EACH MONTH", out);
  if (text_table_row_count (table) < count)
    {
      g_autofree char *rest = grouped_number_of_count (count - text_table_row_count (table));
      g_string_append_printf (out, "%s other lines lack nothing and are not listed.\n", rest);
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
  g_autofree char *text = g_strdup_printf ("%s: %s.", name, file_kind_info (kind)->source);

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
    append_source (KIND_ACO_BALANCE, "Balance report", style, out);
  if (invoice)
    append_source (KIND_INVOICE, "Invoice", style, out);
  if (usage)
    append_source (KIND_DAILY_USAGE, "Daily usage", style, out);
}

/* What keeps it from being known that all is there. */
static void
append_doubts (const NeedsHead *head, const TextStyle *style, GString *out)
{
  g_autofree char *invoices = grouped_number_of_count (head->unclear_invoices);
  g_autofree char *rows = grouped_number_of_count (head->rejected);

  if (head->unclear_invoices > 0)
    {
      g_autofree char *text = g_strdup_printf (
          "The month of %s invoice%s is not clear: more may be missing (--invoice-month of "
          "reconcile says it).",
          invoices, head->unclear_invoices == 1 ? "" : "s");
      append_sentence (style, text, out);
    }
  if (head->rejected > 0)
    {
      g_autofree char *text = g_strdup_printf ("%s row%s set aside: more may be missing.", rows,
                                               head->rejected == 1 ? " was" : "s were");
      append_sentence (style, text, out);
    }
}

void
check_text_render_needs (const Report *needs, const TextStyle *style, GString *out)
{
  const NeedsHead *head = report_head (needs);

  g_string_append_c (out, '\n');
  append_months (needs, style, out);
  if (report_row_count (needs, NEEDS_MONTHS) == 0)
    append_sentence (
        style,
        "For a tie-out: no balance row and no ACO credit was read, so nothing is known "
        "of what is missing.",
        out);
  append_doubts (head, style, out);
  if (head->nothing_missing)
    append_sentence (
        style,
        "Nothing is missing, as far as files tell: whether all invoices of a month are "
        "here, Partner Center alone knows.",
        out);
  else
    append_sources (needs, style, out);
}
