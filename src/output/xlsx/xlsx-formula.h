/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_FORMULA_H
#define OUTPUT_XLSX_XLSX_FORMULA_H

#include <glib.h>

#include "core/report/report.h"

/**
 * XlsxRowFormula: the live formula of a table's rows, where a person would reckon again: the
 * closing of the roll-forward, the difference of the tie-out, the net of the waterfall. Knows the
 * report's columns (column n of the table stands in column n of the sheet) and not how cells are
 * written.
 */
#define XLSX_FORMULA_TERMS_MAX 5

typedef struct
{
  const ReportColumn *column;
  guint16 index;
  gboolean negative;
} XlsxFormulaTerm;

typedef struct
{
  const ReportColumn *result;
  XlsxFormulaTerm terms[XLSX_FORMULA_TERMS_MAX];
  guint term_count;
} XlsxRowFormula;

/** FALSE: rows of @table have no formula. */
gboolean xlsx_formula_init (XlsxRowFormula *self, ReportTable table);

/**
 * Puts the formula for @row, which stands in @sheet_row, into @out: "ROUND(G5+H5-I5,2)". FALSE
 * where the row has no result, or reckoning in binary numbers could come to anything else than
 * the report's figure: the figure then has to stand there itself.
 */
gboolean xlsx_formula_print (const XlsxRowFormula *self, gconstpointer row, guint32 sheet_row,
                             GString *out);

/**
 * Whether sums of numbers with @places decimals up to @limit (no sign) come out right in binary
 * numbers once they are rounded to @places.
 */
gboolean xlsx_formula_is_safe (Decimal limit, guint places);

#endif
