/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/check-text.h"

#include <string.h>

#include "base/language/language-date.h"
#include "base/language/language-fill.h"
#include "base/language/language-number.h"
#include "base/printable.h"
#include "core/book/row-overlap.h"
#include "core/report/report-word.h"
#include "output/text/text-table.h"

#define ROWS_LISTED_MAX 24 /* beyond it, months that lack nothing are only counted */

/* What stands behind a line of a file: what is said of it, in the language. */
typedef struct
{
  const Books *books;
  const CheckFacts *facts; /* NULL: not known */
  DateOrder order;
  const Language *language;
  GString *out;
} CheckText;

static void
append_unbilled (const CheckText *self, const UnbilledTally *tally)
{
  g_autofree char *sum = language_number_of_decimal (self->language, tally->sum, 2);
  g_autofree char *rows = language_number_of_count (self->language, tally->rows);
  g_autofree char *currency = printable_text (tally->currency);

  g_string_append_printf (
      self->out,
      language_say_count (self->language, "  %s row without invoice number (estimates): %s %s\n",
                          "  %s rows without invoice number (estimates): %s %s\n", tally->rows),
      rows, sum, currency);
}

static void
append_notes (const CheckText *self, const InputTally *input)
{
  const Language *language = self->language;

  if (input->is_duplicate)
    {
      g_autofree char *original = printable_text (input->duplicate_of);
      g_string_append_printf (
          self->out, language_say (language, "  same content as %s: read once\n"), original);
    }
  if (input->kind == KIND_LEGACY)
    g_string_append (self->out, language_say (language, "  legacy file: holds no Azure Credit "
                                                        "Offer, not used\n"));
  else if (input->unknown_columns != NULL)
    {
      g_autofree char *columns = printable_text (input->unknown_columns);
      g_string_append_printf (
          self->out, language_say (language, "  columns not known and not used: %s\n"), columns);
    }
  for (guint i = 0; i < input->unbilled->len; i++)
    append_unbilled (self, &g_array_index (input->unbilled, UnbilledTally, i));
  if (input->rejected->len > 0)
    {
      g_autofree char *rows = language_number_of_count (language, input->rejected->len);
      g_string_append_printf (self->out,
                              language_say_count (language, "  %s bad row set aside\n",
                                                  "  %s bad rows set aside\n",
                                                  input->rejected->len),
                              rows);
    }
}

/* Of the rows of an invoice in a file, those that were read before. */
static void
append_overlap (const CheckText *self, const RowOverlap *overlap)
{
  const Language *language = self->language;
  const InvoiceTally *known = charge_book_find_invoice (self->books->charges, overlap->invoice);
  g_autofree char *invoice = printable_text (known != NULL ? known->display : overlap->invoice);
  g_autofree char *earlier
      = printable_text (input_book_lookup (self->books->inputs, overlap->earlier_file)->file);
  g_autofree char *shared = language_number_of_count (language, overlap->shared->len);
  g_autofree char *rows = language_number_of_count (language, overlap->rows);

  if (overlap->rows == 1)
    g_string_append_printf (self->out,
                            language_say (language, "  %1$s of the %2$s row of invoice %3$s was "
                                                    "read before and counts twice (first: %4$s)\n"),
                            shared, rows, invoice, earlier);
  else
    g_string_append_printf (
        self->out,
        language_say_count (language,
                            "  %1$s of the %2$s rows of invoice %3$s was read before and counts "
                            "twice (first: %4$s)\n",
                            "  %1$s of the %2$s rows of invoice %3$s were read before and count "
                            "twice (first: %4$s)\n",
                            overlap->shared->len),
        shared, rows, invoice, earlier);
}

/* Rows that files before it hold too (ACO907). */
static void
append_overlaps (const CheckText *self, const InputTally *input)
{
  for (guint i = 0; i < self->books->overlaps->len; i++)
    {
      const RowOverlap *overlap = g_ptr_array_index (self->books->overlaps, i);

      if (overlap->file == input->index)
        append_overlap (self, overlap);
    }
}

/* (transfer full) */
static char *
span_of (const Language *language, char *first, char *last)
{
  char *span = strcmp (first, last) != 0
                   ? g_strdup_printf (language_say (language, "%s to %s"), first, last)
                   : g_strdup (first);

  g_free (first);
  g_free (last);
  return span;
}

static void
append_customers (const CheckText *self, const FileFacts *facts)
{
  const Language *language = self->language;
  const guint customers = check_facts_customer_count (facts);
  g_autofree char *count = language_number_of_count (language, customers);

  if (facts->first_month == MONTH_NONE)
    {
      g_string_append_printf (
          self->out,
          language_say_count (language, "  %s customer\n", "  %s customers\n", customers), count);
      return;
    }
  g_autofree char *months
      = span_of (language, language_date_of_month (language, facts->first_month),
                 language_date_of_month (language, facts->last_month));
  g_string_append_printf (
      self->out,
      language_say_count (language, "  %s customer, %s\n", "  %s customers, %s\n", customers),
      count, months);
}

static void
append_sum (const CheckText *self, const InputTally *input, const CurrencySum *sum)
{
  g_autofree char *amount = language_number_of_decimal (self->language, sum->sum, 2);
  g_autofree char *currency = printable_text (sum->currency);
  g_autofree char *rows = language_number_of_count (self->language, sum->rows);

  /* translators: a currency, a column, an amount: "EUR CreditAmount: 12.00 in 3 rows" */
  g_string_append_printf (self->out,
                          language_say_count (self->language, "  %s %s: %s in %s row\n",
                                              "  %s %s: %s in %s rows\n", sum->rows),
                          currency, file_kind_info (input->kind)->amount, amount, rows);
}

static const char *
proven_column (const FileFacts *facts)
{
  for (guint i = 0; i < facts->dates->len; i++)
    if (g_array_index (facts->dates, DateFacts, i).is_proven)
      return g_array_index (facts->dates, DateFacts, i).column;
  return NULL;
}

typedef enum
{
  PROVEN_HERE,
  PROVEN_ELSEWHERE,
  PROVEN_NOWHERE,
  PROOFS
} DateProof;

/* A column, its first and last day, and the column that proves it. */
static const char *
text_of_dates (DateProof proof, gboolean day_first)
{
  static const char *const texts[PROOFS][2] = {
    [PROVEN_HERE] = { N_ ("  %1$s: %2$s, read month first (proven by a value above 12)\n"),
                      N_ ("  %1$s: %2$s, read day first (proven by a value above 12)\n") },
    [PROVEN_ELSEWHERE] = { N_ ("  %1$s: %2$s, read month first (proven by %3$s)\n"),
                           N_ ("  %1$s: %2$s, read day first (proven by %3$s)\n") },
    [PROVEN_NOWHERE]
    = { N_ ("  %1$s: %2$s, read month first (ambiguous: no value above 12; if it is "
            "the other way, run with --day-first)\n"),
        N_ ("  %1$s: %2$s, read day first (ambiguous: no value above 12; if it is "
            "the other way, run without --day-first)\n") },
  };

  return texts[proof][day_first];
}

/* Whether the dates of a column could be others, were they read the other way round. */
static void
append_dates (const CheckText *self, const FileFacts *facts)
{
  const Language *language = self->language;
  const char *proof = proven_column (facts);

  for (guint i = 0; i < facts->dates->len; i++)
    {
      const DateFacts *dates = &g_array_index (facts->dates, DateFacts, i);
      g_autofree char *column = printable_text (dates->column);
      g_autofree char *shown_proof = proof != NULL ? printable_text (proof) : NULL;
      g_autofree char *days = span_of (language, language_date_of_day (language, dates->first),
                                       language_date_of_day (language, dates->last));
      const DateProof how = dates->is_proven ? PROVEN_HERE
                            : proof != NULL  ? PROVEN_ELSEWHERE
                                             : PROVEN_NOWHERE;

      language_fill (self->out,
                     language_say (language, text_of_dates (how, self->order == DATE_DAY_FIRST)),
                     (const char *const[]){ column, days, shown_proof }, 3);
    }
}

static void
append_header (const CheckText *self, const InputTally *input)
{
  if (input->version != NULL && file_kind_is_read (input->kind))
    g_string_append_printf (self->out,
                            language_say_count (self->language, "  header: %s, %u columns here\n",
                                                "  header: %s, %u columns here\n", input->columns),
                            input->version, input->columns);
}

static void
append_input (const CheckText *self, const InputTally *input)
{
  const Language *language = self->language;
  const FileFacts *facts = self->facts != NULL ? check_facts_of (self->facts, input->index) : NULL;
  g_autofree char *file = printable_text (input->file);
  g_autofree char *rows = language_number_of_count (language, input->rows);

  if (input->kind == KIND_SKIPPED)
    {
      g_string_append_printf (self->out, language_say (language, "%s: left out by --skip\n"), file);
      return;
    }
  /* translators: a file, its kind, a number */
  g_string_append_printf (
      self->out,
      language_say_count (language, "%s: %s, %s row\n", "%s: %s, %s rows\n", input->rows), file,
      report_word_say (language, file_kind_name (input->kind)), rows);
  append_header (self, input);
  if (facts != NULL)
    {
      append_customers (self, facts);
      for (guint i = 0; i < facts->sums->len; i++)
        append_sum (self, input, &g_array_index (facts->sums, CurrencySum, i));
      append_dates (self, facts);
    }
  append_notes (self, input);
  append_overlaps (self, input);
}

void
check_text_render (const Books *books, const CheckFacts *facts, DateOrder order,
                   const Language *language, GString *out)
{
  const CheckText self = { books, facts, order, language, out };
  g_autoptr (GPtrArray) inputs = input_book_list (books->inputs);
  const GPtrArray *ignored = input_book_ignored (books->inputs);

  for (guint i = 0; i < inputs->len; i++)
    append_input (&self, g_ptr_array_index (inputs, i));
  for (guint i = 0; i < ignored->len; i++)
    {
      g_autofree char *file = printable_text (g_ptr_array_index (ignored, i));
      g_string_append_printf (
          out,
          input_book_is_of_pack (books->inputs, i)
              ? language_say (language, "%s: left out, it is of a report pack\n")
              : language_say (language, "%s: left out, its name does not end like a download\n"),
          file);
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
check_text_render_needs (const Report *needs, const TextStyle *style, GString *out)
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
