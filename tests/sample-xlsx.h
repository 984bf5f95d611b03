/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_XLSX_H
#define SAMPLE_XLSX_H

#include <archive.h>
#include <archive_entry.h>
#include <check.h>
#include <fcntl.h>
#include <glib.h>
#include <string.h>

#include "output/xlsx/xlsx-book.h"

/*
 * Making workbooks and looking into them, for tests of what writes them.
 */

/* A new file at @path, which stays open. */
static inline XlsxFile
workbook_file (const char *path)
{
  const XlsxFile file
      = { .name = "report.xlsx", .fd = open (path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) };

  ck_assert (file.fd >= 0);
  return file;
}

/* (transfer full) */
static inline XlsxBook *
workbook_new (const char *path, gint64 created)
{
  const XlsxFile file = workbook_file (path);

  return xlsx_book_new (&file, created);
}

/* A part of the workbook at @path; NULL when it has none of that name. (transfer full) */
static inline char *
workbook_part (const char *path, const char *name)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  GString *text = NULL;

  ck_assert_int_eq (archive_read_support_format_zip (archive), ARCHIVE_OK);
  ck_assert_int_eq (archive_read_open_filename (archive, path, 65536), ARCHIVE_OK);
  while (text == NULL && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    if (g_str_equal (archive_entry_pathname (entry), name))
      {
        char block[4096];
        gssize length;

        text = g_string_new (NULL);
        while ((length = archive_read_data (archive, block, sizeof block)) > 0)
          g_string_append_len (text, block, length);
      }
  archive_read_free (archive);
  return text == NULL ? NULL : g_string_free (text, FALSE);
}

/* The sheet of that number, counted from 1. (transfer full) */
static inline char *
workbook_sheet (const char *path, guint number)
{
  g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", number);
  char *part = workbook_part (path, name);

  ck_assert_msg (part != NULL, "no sheet %u", number);
  return part;
}

/* What stands in a cell as XML: "<v>12</v>", "<is><t>a</t></is>"; NULL: nothing. (transfer full) */
static inline char *
sheet_cell (const char *sheet, const char *name)
{
  g_autofree char *start = g_strdup_printf ("<c r=\"%s\"", name);
  const char *cell = strstr (sheet, start);
  const char *open = cell == NULL ? NULL : strchr (cell, '>');

  if (open == NULL || open[-1] == '/')
    return NULL;
  return g_strndup (open + 1, (gsize) (strstr (open, "</c>") - open - 1));
}

static inline void
assert_cell (const char *sheet, const char *name, const char *expected)
{
  g_autofree char *found = sheet_cell (sheet, name);

  if (expected == NULL)
    ck_assert_msg (found == NULL, "%s holds %s", name, found);
  else
    ck_assert_msg (g_strcmp0 (found, expected) == 0, "%s holds %s", name, found);
}

/* A cell that is a text. */
static inline void
assert_text (const char *sheet, const char *name, const char *expected)
{
  g_autofree char *xml = g_strdup_printf ("<is><t>%s</t></is>", expected);

  assert_cell (sheet, name, xml);
}

static inline guint
count_in (const char *text, const char *what)
{
  guint count = 0;

  for (const char *at = text; (at = strstr (at, what)) != NULL; at += strlen (what))
    count++;
  return count;
}

#endif
