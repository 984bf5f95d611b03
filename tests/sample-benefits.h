/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_BENEFITS_H
#define SAMPLE_BENEFITS_H

#include <check.h>
#include <string.h>

#include "core/benefit/benefit-reckon.h"
#include "input/table/benefit-table.h"

/* Files about benefits from a text, read as the program reads them. */

static inline gssize
sample_read (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Slice *rest = data;
  const gsize count = MIN (size, rest->length);

  memcpy (buffer, rest->text, count);
  rest->text += count;
  rest->length -= count;
  return (gssize) count;
}

static inline gboolean
sample_read_table (BenefitBook *book, BenefitFileKind kind, const char *name, const char *text,
                   GError **error)
{
  g_autoptr (TableMap) map = table_form_map_new ();
  const TableFormat format = { .separator = ',', .map = map };
  Slice rest = slice_of (text);
  const TableContent content = { .name = name, .read = sample_read, .stream = &rest };
  BenefitFile file = { .file = name, .kind = kind, .sha256 = name };

  if (!benefit_table_read (&content, kind, &format, book, &file.rows, error))
    return FALSE;
  g_array_append_val (book->files, file);
  return TRUE;
}

#define SAMPLE_HEADER \
  "Name,Source,Status,Kind,Amount,Currency,Id,Activate " \
  "By,Activated,Start,End,Revoked,Reassignments," \
  "User,Experience\n"

/* The rows of @benefits (below SAMPLE_HEADER) and @uses ("Id,Month,Used,Currency"; NULL: none). */
static inline BenefitBook *
sample_book (const char *benefits, const char *uses)
{
  BenefitBook *book = benefit_book_new ();
  g_autofree char *text = g_strconcat (SAMPLE_HEADER, benefits, NULL);
  g_autofree char *use_text
      = g_strconcat ("Id,Month,Used,Currency\n", uses != NULL ? uses : "", NULL);
  GError *error = NULL;

  ck_assert_msg (sample_read_table (book, BENEFIT_FILE_BENEFITS, "b.csv", text, &error), "%s",
                 error != NULL ? error->message : "");
  if (uses != NULL)
    ck_assert (sample_read_table (book, BENEFIT_FILE_USE, "u.csv", use_text, NULL));
  return book;
}

static inline Day
sample_day (const char *text)
{
  Day day = DAY_NONE;

  ck_assert_int_eq (calendar_parse_day (text, strlen (text), DATE_MONTH_FIRST, &day), DATE_OK);
  return day;
}

static inline Report *
sample_report (const BenefitBook *book, const char *as_of)
{
  const BenefitPlan plan = { .as_of = sample_day (as_of), .expiring_days = 60 };
  return benefit_reckon (book, &plan);
}

#endif
