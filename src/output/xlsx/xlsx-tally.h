/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_TALLY_H
#define OUTPUT_XLSX_XLSX_TALLY_H

#include <glib.h>

#include "output/xlsx/xlsx-cell.h"
#include "output/xlsx/xlsx-number.h"

/**
 * XlsxTally: what a sheet holds, in a few numbers: one is kept while a sheet is written, another
 * while it is read back, and both must be equal. Every cell counts with its place, its kind and
 * its whole content. All zero bits are an empty sheet.
 */
typedef struct
{
  guint64 rows; /* with a cell in them; the cells come row by row */
  guint64 cells;
  guint64 formulas;
  guint64 digest; /* a sum of hashes, so that the order within a row does not matter */
  guint64 row_end;
} XlsxTally;

void xlsx_tally_add_text (XlsxTally *self, XlsxCell cell, const char *text, gsize length);
void xlsx_tally_add_number (XlsxTally *self, XlsxCell cell, XlsxNumber number);
void xlsx_tally_add_flag (XlsxTally *self, XlsxCell cell, gboolean flag);
/** Beside the number that the cell holds as its result; @text is without '='. */
void xlsx_tally_add_formula (XlsxTally *self, XlsxCell cell, const char *text, gsize length);

gboolean xlsx_tally_equal (const XlsxTally *a, const XlsxTally *b);

#endif
