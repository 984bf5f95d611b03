/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_STYLES_H
#define OUTPUT_XLSX_XLSX_STYLES_H

#include <glib.h>

#include "base/decimal.h"
#include "core/report/money-places.h"

/**
 * XlsxStyles: how the cells of the workbook look. Cells name their look by its number, which does
 * not depend on the order in which they are written.
 *
 * An amount is shown by its currency: with its code and as many decimals as
 * core/report/money-places says; more where the amount has more, so that nothing is hidden. What is
 * no code of three letters is shown without one, and so are currencies beyond the first 64: the
 * format has room for few kinds of numbers.
 */
typedef enum
{
  XLSX_STYLE_TEXT,
  XLSX_STYLE_BAD,     /* a text that asks for action: differs, expired, error */
  XLSX_STYLE_DOUBT,   /* one that asks for a look: rounding, expiring, warning */
  XLSX_STYLE_WRAPPED, /* a long text in several lines */
  XLSX_STYLE_ALARM,   /* one that must not be overlooked */
  XLSX_STYLE_TITLE,
  XLSX_STYLE_HEADING, /* over a block of rows */
  XLSX_STYLE_HEADER,  /* of a column of texts */
  XLSX_STYLE_HEADER_NUMBER,
  XLSX_STYLE_NOTE,
  XLSX_STYLE_COUNT,
  XLSX_STYLE_FLAG,
  XLSX_STYLE_DAY,
  XLSX_STYLE_MONTH,
  XLSX_STYLE_LAST
} XlsxStyle;

typedef struct XlsxStyles XlsxStyles;

XlsxStyles *xlsx_styles_new (void);
void xlsx_styles_free (XlsxStyles *self); /* NULL is fine */

/** Borrowed; until then 2 decimals for every currency. */
void xlsx_styles_set_places (XlsxStyles *self, const MoneyPlaces *places);

guint xlsx_styles_get (XlsxStyle style);
/**
 * For an amount; @currency may be NULL. One that comes for the first time is learnt, so that
 * several threads may ask at a time only for those that were learnt before.
 */
guint xlsx_styles_get_amount (XlsxStyles *self, const Decimal *amount, const char *currency);
void xlsx_styles_learn (XlsxStyles *self, const char *currency);

/** The part of the workbook that says what the numbers mean. */
void xlsx_styles_append (const XlsxStyles *self, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxStyles, xlsx_styles_free)

#endif
