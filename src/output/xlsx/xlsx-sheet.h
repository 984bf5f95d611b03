/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_SHEET_H
#define OUTPUT_XLSX_XLSX_SHEET_H

#include <glib.h>

#include "base/calendar.h"
#include "base/decimal.h"
#include "output/xlsx/xlsx-styles.h"
#include "output/xlsx/xlsx-tally.h"

/**
 * XlsxSheet: one sheet of the workbook that is being written. Knows cells, not what they mean.
 * Rows are written from top to bottom (a row is gone when a later one begins), the cells of a row
 * in any order, each once. What was put is tallied, to be compared with what can be read again.
 *
 * A text is never taken for a formula, a number or a link, whatever it looks like. Failures stay
 * in the sheet; the rest is then dropped.
 */
typedef struct XlsxSheet XlsxSheet;

struct lxw_worksheet;

/** Both borrowed. For output/xlsx/xlsx-book. */
XlsxSheet *xlsx_sheet_new (struct lxw_worksheet *worksheet, XlsxStyles *styles);
void xlsx_sheet_free (XlsxSheet *self); /* NULL is fine */

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

/** In lines of plain text, as many as a row can hold; before the row is written. */
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

const XlsxTally *xlsx_sheet_tally (const XlsxSheet *self);
/** NULL, or the first failure in the library's words. */
const char *xlsx_sheet_failure (const XlsxSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxSheet, xlsx_sheet_free)

#endif
