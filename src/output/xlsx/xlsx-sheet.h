/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_SHEET_H
#define OUTPUT_XLSX_XLSX_SHEET_H

#include <glib.h>

#include "base/calendar.h"
#include "base/decimal.h"
#include "output/xlsx/xlsx-layout.h"
#include "output/xlsx/xlsx-styles.h"
#include "output/xlsx/xlsx-zip.h"

/**
 * XlsxSheet: one sheet of the workbook that is being written. Knows cells, not what they mean.
 * Rows are written from top to bottom, the cells of a row from left to right. Memory does not grow
 * with the rows: they go into the archive as they come.
 *
 * A text is never taken for a formula, a number or a link, whatever it looks like. Failures stay
 * in the sheet; the rest is then dropped.
 */
typedef struct XlsxSheet XlsxSheet;

/** The sheet of that number, counted from 1. Both borrowed. For output/xlsx/xlsx-book. */
XlsxSheet *xlsx_sheet_new (guint number, XlsxStyles *styles, XlsxZip *zip);
void xlsx_sheet_free (XlsxSheet *self); /* NULL is fine */
/** Nothing may be put any more. For output/xlsx/xlsx-book. */
void xlsx_sheet_finish (XlsxSheet *self);

/**
 * Some rows of the sheet that are put by another thread: takes what a sheet takes, up to its
 * layout, and is given to it in the order of the rows by xlsx_sheet_add(). Whoever puts amounts has
 * had xlsx_sheet_learn() called for their currencies before there were threads.
 */
XlsxSheet *xlsx_sheet_new_share (const XlsxSheet *self);
/** In its thread, when all has been put. */
void xlsx_sheet_pack (XlsxSheet *self);
void xlsx_sheet_add (XlsxSheet *self, const XlsxSheet *share);
void xlsx_sheet_learn (XlsxSheet *self, const char *currency);

/** NULL or "" puts nothing. */
void xlsx_sheet_put_text (XlsxSheet *self, XlsxCell cell, const char *text, XlsxStyle style);
/** Rounded to 15 digits (see xlsx_number_is_exact()). */
void xlsx_sheet_put_amount (XlsxSheet *self, XlsxCell cell, Decimal amount, const char *currency);
/** @formula without '='; @amount: what it comes to. */
void xlsx_sheet_put_amount_formula (XlsxSheet *self, XlsxCell cell, const char *formula,
                                    Decimal amount, const char *currency);
void xlsx_sheet_put_count (XlsxSheet *self, XlsxCell cell, gint64 count);
void xlsx_sheet_put_count_formula (XlsxSheet *self, XlsxCell cell, const char *formula,
                                   gint64 count);
void xlsx_sheet_put_flag (XlsxSheet *self, XlsxCell cell, gboolean flag);
/** As a date; a text before 1900-03-01, which no spreadsheet agrees on. "None" puts nothing. */
void xlsx_sheet_put_day (XlsxSheet *self, XlsxCell cell, Day day);
/** As the month's first day. */
void xlsx_sheet_put_month (XlsxSheet *self, XlsxCell cell, Month month);

/** In lines of plain text, as many as a row can hold; while no later row is written. */
void xlsx_sheet_set_height (XlsxSheet *self, guint32 row, guint lines);
/** A text across @columns columns in @lines lines; it decides the height of the row. */
void xlsx_sheet_put_wide (XlsxSheet *self, XlsxCell cell, guint16 columns, guint lines,
                          const char *text, XlsxStyle style);

/**
 * The layout, at any time before the workbook is finished. Widths are in characters; the first
 * row is a header that stays in view with the @columns columns beside it and repeats on paper.
 */
void xlsx_sheet_set_width (XlsxSheet *self, guint16 column, guint width);
/** The widest text or amount of @column so far, in characters. */
guint xlsx_sheet_content_width (const XlsxSheet *self, guint16 column);
void xlsx_sheet_make_table (XlsxSheet *self, guint32 rows, guint16 columns, guint16 frozen);

/** Red tab, and @text (static, without '&') at the head of each printed page. */
void xlsx_sheet_set_alarm (XlsxSheet *self, const char *text);

const XlsxLayout *xlsx_sheet_layout (const XlsxSheet *self);
/** NULL, or the first failure; static. */
const char *xlsx_sheet_failure (const XlsxSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxSheet, xlsx_sheet_free)

#endif
