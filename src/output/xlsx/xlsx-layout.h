/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_LAYOUT_H
#define OUTPUT_XLSX_XLSX_LAYOUT_H

#include <glib.h>

#include "output/xlsx/xlsx-cell.h"

/**
 * XlsxLayout: what a sheet says beside its cells: how wide its columns are, what stays in view, how
 * it is printed. Before the cells stands the head, behind them the tail. A plain value.
 */
#define XLSX_LAYOUT_COLUMNS 64 /* of our sheets; only their widths are kept */

/** Every head can be made as long as this. */
#define XLSX_LAYOUT_HEAD_BYTES 6144

typedef struct
{
  gboolean is_first;                 /* the sheet that is shown first */
  guint32 row_end;                   /* behind the last row, */
  guint16 column_end;                /* and the last column; 0: there is no cell */
  guint widths[XLSX_LAYOUT_COLUMNS]; /* in characters; 0: as usual */
  gboolean is_table;                 /* with a header that stays in view */
  guint32 rows;                      /* of the table, below the header */
  guint16 columns, frozen;           /* of these so many stay in view */
  const char *alarm;                 /* NULL: none */
} XlsxLayout;

/** Pads it with blanks to XLSX_LAYOUT_HEAD_BYTES; ends where the rows begin. */
void xlsx_layout_append_head (const XlsxLayout *self, GString *out);
/** Begins where the rows end. @merged: "A2:G2" and so on, of GString; what became one cell. */
void xlsx_layout_append_tail (const XlsxLayout *self, const GPtrArray *merged, GString *out);

/** "A1:C2". */
void xlsx_layout_append_range (XlsxCell first, XlsxCell last, GString *out);

#endif
