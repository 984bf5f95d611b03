/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_BOOK_H
#define OUTPUT_XLSX_XLSX_BOOK_H

#include <glib.h>

#include "output/xlsx/xlsx-sheet.h"

/**
 * XlsxBook: a workbook file that is being written, one sheet after the other. Knows sheets, not
 * what they mean. Memory does not grow with the rows.
 */
typedef struct XlsxBook XlsxBook;

/** Where a workbook goes: open, and nobody else can put anything in its place. All borrowed. */
typedef struct
{
  const char *name; /* for messages */
  int fd;           /* an empty file */
  guint jobs;       /* threads that may write it; 0 is one */
} XlsxFile;

/**
 * @file is copied. @created: seconds since 1970 that the file tells as its time, from 0 to the end
 * of the year 9999. Cannot fail; failures are told by xlsx_book_finish().
 */
XlsxBook *xlsx_book_new (const XlsxFile *file, gint64 created);
/** NULL is fine. */
void xlsx_book_free (XlsxBook *self);

/** Decimals of amounts; borrowed. Before the first sheet. */
void xlsx_book_set_places (XlsxBook *self, const MoneyPlaces *places);

/**
 * Begins a sheet; the one before it is finished. @name: unique, at most 31 characters, none of
 * []:*?/\. Owned by the book; NULL: it failed.
 */
XlsxSheet *xlsx_book_add_sheet (XlsxBook *self, const char *name);
/** How many threads may put rows of its sheets. */
guint xlsx_book_jobs (const XlsxBook *self);

/**
 * Writes the rest of the file. FALSE with RECON_ERROR_OUTPUT, "NAME: what is wrong; nothing was
 * written". Once; only free may follow. Not synced.
 */
gboolean xlsx_book_finish (XlsxBook *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxBook, xlsx_book_free)

#endif
