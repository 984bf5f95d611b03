/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_ROW_H
#define OUTPUT_XLSX_XLSX_ROW_H

#include <glib.h>

#include "core/report/report.h"
#include "output/xlsx/xlsx-formula.h"
#include "output/xlsx/xlsx-sheet.h"

/**
 * XlsxRowLayout: how the rows of one table of the report become rows of a sheet: which value
 * stands in which column, and as what kind of cell. Columns of one value stand where they stand in
 * the table.
 */
typedef struct
{
  const ReportColumn *column;
  guint fit; /* of COLUMN_FITS, which takes a column for each: which one */
} XlsxPlace;

typedef struct
{
  const ReportTableInfo *info;
  GArray *places;               /* of XlsxPlace: the columns of the sheet */
  const ReportColumn *currency; /* NULL: rows have none */
  XlsxRowFormula formula;       /* without a result: rows have none */
} XlsxRowLayout;

/** @schema: one of the main report. */
XlsxRowLayout *xlsx_row_layout_new (const ReportSchema *schema, ReportTable table);
void xlsx_row_layout_free (XlsxRowLayout *self); /* NULL is fine */

/** Whether @row has an amount that no cell can hold (see xlsx_number_is_exact()). */
gboolean xlsx_row_is_inexact (const XlsxRowLayout *self, gconstpointer row);

/** @with_exact: one more cell with what such amounts are, "closing 12345678901234567.89". */
void xlsx_row_write (const XlsxRowLayout *self, gconstpointer row, gboolean with_exact,
                     XlsxSheet *sheet, guint32 sheet_row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxRowLayout, xlsx_row_layout_free)

#endif
