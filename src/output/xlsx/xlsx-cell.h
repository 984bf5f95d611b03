/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_CELL_H
#define OUTPUT_XLSX_XLSX_CELL_H

#include <glib.h>

/**
 * The names of a sheet's cells: row 0, column 27 is "AB1". Rows and columns count from 0.
 */
#define XLSX_ROWS_MAX 1048576
#define XLSX_COLUMNS_MAX 16384

typedef struct
{
  guint32 row;
  guint16 column;
} XlsxCell;

/** "AB1". */
void xlsx_cell_append (XlsxCell cell, GString *out);
/** "$AB$1", which stays the same when the formula is copied elsewhere. */
void xlsx_cell_append_fixed (XlsxCell cell, GString *out);

#endif
