/* SPDX-License-Identifier: MIT */
#ifndef IO_REPORT_XLSX_BOOK_H
#define IO_REPORT_XLSX_BOOK_H

#include <glib.h>

#include "io/report-xlsx-sheet.h"

/**
 * XlsxBook: a workbook file that is being written. Knows sheets, not what they mean. Owns
 * libxlsxwriter together with XlsxSheet and XlsxStyles.
 *
 * Memory does not grow with the rows: they go into nameless temporary files in the folder of the
 * workbook, in all twice the size of the sheets. After a failure the library keeps them open until
 * the program ends, and it may have complained on standard error.
 */
typedef struct XlsxBook XlsxBook;

/**
 * @path: the file, new or empty. @created: seconds since 1970 that the file tells as its time;
 * the library would put the clock's time, so it is at least 1. Cannot fail; failures are told by
 * xlsx_book_finish().
 */
XlsxBook *xlsx_book_new (const char *path, gint64 created);
/** Without xlsx_book_finish() nothing is left. NULL is fine. */
void xlsx_book_free (XlsxBook *self);

/** Decimals of amounts; borrowed. Before the first sheet. */
void xlsx_book_set_places (XlsxBook *self, const MoneyPlaces *places);

/** @name: unique, at most 31 characters, none of []:*?/\. Owned by the book; NULL: it failed. */
XlsxSheet *xlsx_book_add_sheet (XlsxBook *self, const char *name);
/** NULL beyond the last. */
const XlsxSheet *xlsx_book_sheet (const XlsxBook *self, guint index);

/**
 * Writes the file and reads it again (io/xlsx-check). FALSE with RECON_ERROR_OUTPUT, "report.xlsx:
 * what is wrong; nothing was written"; the file is then removed. Once; only free may follow.
 */
gboolean xlsx_book_finish (XlsxBook *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxBook, xlsx_book_free)

#endif
