/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_BOOK_H
#define OUTPUT_XLSX_XLSX_BOOK_H

#include <glib.h>

#include "output/xlsx/xlsx-sheet.h"

/**
 * XlsxBook: a workbook file that is being written. Knows sheets, not what they mean. Owns
 * libxlsxwriter together with XlsxSheet and XlsxStyles.
 *
 * Memory does not grow with the rows: they go into nameless temporary files in a folder for them,
 * in all twice the size of the sheets. After a failure the library keeps them open until the
 * program ends, and it may have complained on standard error.
 *
 * The library wants names. It is given those of open descriptors below /proc/self/fd, which is
 * therefore needed.
 */
typedef struct XlsxBook XlsxBook;

/** Where a workbook goes: open, and nobody else can put anything in their place. All borrowed. */
typedef struct
{
  const char *name; /* for messages */
  int fd;           /* an empty file, for reading and writing */
  int scratch;      /* a folder for nameless temporary files */
} XlsxFile;

/**
 * @file is copied. @created: seconds since 1970 that the file tells as its time, at least 1: for 0
 * the library would put the clock's. Cannot fail; failures are told by xlsx_book_finish().
 */
XlsxBook *xlsx_book_new (const XlsxFile *file, gint64 created);
/** NULL is fine. */
void xlsx_book_free (XlsxBook *self);

/** Decimals of amounts; borrowed. Before the first sheet. */
void xlsx_book_set_places (XlsxBook *self, const MoneyPlaces *places);

/** @name: unique, at most 31 characters, none of []:*?/\. Owned by the book; NULL: it failed. */
XlsxSheet *xlsx_book_add_sheet (XlsxBook *self, const char *name);
/** NULL beyond the last. */
const XlsxSheet *xlsx_book_sheet (const XlsxBook *self, guint index);

/**
 * Writes the file and reads it again (output/xlsx/xlsx-check). FALSE with RECON_ERROR_OUTPUT,
 * "NAME: what is wrong; nothing was written", or with RECON_ERROR_INTERNAL when there is no
 * memory. Once; only free may follow.
 */
gboolean xlsx_book_finish (XlsxBook *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxBook, xlsx_book_free)

#endif
