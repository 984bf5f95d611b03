/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_ROWS_H
#define OUTPUT_XLSX_XLSX_ROWS_H

#include <glib.h>

#include "output/xlsx/xlsx-cell.h"

/**
 * XlsxRows: rows of a sheet as XML, from top to bottom, the cells of a row from left to right.
 * Knows where cells stand, not what is in them.
 */
typedef struct
{
  GString *xml;        /* rows that are whole */
  GString *cells;      /* of the row at hand, */
  gboolean in_row;     /* if there is one */
  guint32 row;         /* its number, */
  guint lines;         /* its height; up to 1: as usual, */
  guint16 next_column; /* and the first that may be written */
  guint32 row_end;     /* behind all rows, */
  guint16 column_end;  /* and all columns */
  const char *failure; /* the first; static */
} XlsxRows;

void xlsx_rows_init (XlsxRows *self);
void xlsx_rows_clear (XlsxRows *self);

/** In lines of plain text, as many as a row can hold; begins the row unless it is the one at hand.
 */
void xlsx_rows_set_height (XlsxRows *self, guint32 row, guint lines);
/**
 * Begins a cell that looks like @style: where the rest of its tag, what it holds and its end are to
 * be appended. NULL: it, or something before it, is not in its place.
 */
GString *xlsx_rows_begin_cell (XlsxRows *self, XlsxCell cell, guint style);
/** Now every row is whole. */
void xlsx_rows_end (XlsxRows *self);

#endif
