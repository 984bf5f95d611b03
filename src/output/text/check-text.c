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
