/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/reliability-words.h"

#include "base/language/language-number.h"
#include "base/printable.h"
#include "core/book/row-overlap.h"
#include "core/report/report-counts.h"

/* @file: the first that holds rows read before, of @count files and invoices that do. */
static void
append_doubled (GString *out, const char *file, guint count, const Language *language)
{
  g_autofree char *name = printable_text (file);

  if (count == 0)
    return;
  if (count == 1)
    g_string_append_printf (
        out,
        language_say (language,
                      "NOT RELIABLE: rows of %s were read before and count twice (ACO907)."),
        name);
  else
    g_string_append_printf (
        out,
        language_say_count (language,
                            "NOT RELIABLE: rows of %1$s and in %2$u other place were read before "
                            "and count twice (ACO907).",
                            "NOT RELIABLE: rows of %1$s and in %2$u other places were read before "
                            "and count twice (ACO907).",
                            count - 1),
        name, count - 1);
  g_string_append_c (out, ' ');
}

/* @rejected: 0 where only that there are some is known. */
static void
append_incomplete (GString *out, guint64 rejected, const Language *language)
{
  if (rejected == 0)
    g_string_append (out, language_say (language, "INCOMPLETE: rows were set aside."));
  else
    {
      g_autofree char *count = language == NULL ? g_strdup_printf ("%" G_GUINT64_FORMAT, rejected)
                                                : language_number_of_count (language, rejected);
      g_string_append_printf (out,
                              language_say_count (language, "INCOMPLETE: %s row was set aside.",
                                                  "INCOMPLETE: %s rows were set aside.", rejected),
                              count);
    }
  g_string_append_c (out, ' ');
}

/* NULL: none. */
static const char *
first_doubled (const Report *report)
{
  for (gsize i = report_counts_place (report, FINDING_ROWS_READ_TWICE);
       i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);

      if (row->code != FINDING_ROWS_READ_TWICE)
        break;
      if (row->severity == SEVERITY_ERROR)
        return row->file;
    }
  return NULL;
}

char *
reliability_words_of_report (const Report *report, const Language *language)
{
  GString *out = g_string_new (NULL);
  guint64 rejected = 0;

  report = report_whole (report); /* no part is more reliable */
  append_doubled (out, first_doubled (report),
                  (guint) report_finding_count (report, FINDING_ROWS_READ_TWICE, SEVERITY_ERROR),
                  language);
  for (gsize i = 0; i < report_row_count (report, REPORT_INPUTS); i++)
    rejected += ((const InputRow *) report_row (report, REPORT_INPUTS, i))->rejected;
  if (!report_is_complete (report))
    append_incomplete (out, rejected, language);
  return g_string_free (out, FALSE);
}

char *
reliability_words_of_books (const Books *books, const GPtrArray *doubled, guint64 rejected,
                            const Language *language)
{
  GString *out = g_string_new (NULL);
  const RowOverlap *first = doubled->len > 0 ? g_ptr_array_index (doubled, 0) : NULL;

  for (guint i = 1; i < doubled->len; i++)
    {
      const RowOverlap *overlap = g_ptr_array_index (doubled, i);

      first = overlap->file < first->file ? overlap : first;
    }
  if (first != NULL)
    append_doubled (out, input_book_lookup (books->inputs, first->file)->file, doubled->len,
                    language);
  if (rejected > 0)
    append_incomplete (out, rejected, language);
  return g_string_free (out, FALSE);
}
