/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/reliability-words.h"

#include "base/printable.h"
#include "core/book/row-overlap.h"
#include "core/report/report-counts.h"

/* @file: the first that holds rows read before, of @count files and invoices that do. */
static void
append_doubled (GString *out, const char *file, guint count)
{
  g_autofree char *name = printable_text (file);

  if (count == 0)
    return;
  g_string_append_printf (out, "NOT RELIABLE: rows of %s", name);
  if (count > 1)
    g_string_append_printf (out, " and in %u other place%s", count - 1, count == 2 ? "" : "s");
  g_string_append (out, " were read before and count twice (ACO907). ");
}

/* @rejected: 0 where only that there are some is known. */
static void
append_incomplete (GString *out, guint64 rejected)
{
  if (rejected == 0)
    g_string_append (out, "INCOMPLETE: rows were set aside. ");
  else
    g_string_append_printf (out, "INCOMPLETE: %" G_GUINT64_FORMAT " row%s set aside. ", rejected,
                            rejected == 1 ? " was" : "s were");
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
reliability_words_of_report (const Report *report)
{
  GString *out = g_string_new (NULL);
  guint64 rejected = 0;

  report = report_whole (report); /* no part is more reliable */
  append_doubled (out, first_doubled (report),
                  (guint) report_finding_count (report, FINDING_ROWS_READ_TWICE, SEVERITY_ERROR));
  for (gsize i = 0; i < report_row_count (report, REPORT_INPUTS); i++)
    rejected += ((const InputRow *) report_row (report, REPORT_INPUTS, i))->rejected;
  if (!report_is_complete (report))
    append_incomplete (out, rejected);
  return g_string_free (out, FALSE);
}

char *
reliability_words_of_books (const Books *books, const GPtrArray *doubled, guint64 rejected)
{
  GString *out = g_string_new (NULL);
  const RowOverlap *first = doubled->len > 0 ? g_ptr_array_index (doubled, 0) : NULL;

  for (guint i = 1; i < doubled->len; i++)
    {
      const RowOverlap *overlap = g_ptr_array_index (doubled, i);

      first = overlap->file < first->file ? overlap : first;
    }
  if (first != NULL)
    append_doubled (out, input_book_lookup (books->inputs, first->file)->file, doubled->len);
  if (rejected > 0)
    append_incomplete (out, rejected);
  return g_string_free (out, FALSE);
}
