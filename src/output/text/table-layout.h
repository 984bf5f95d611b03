/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_TABLE_LAYOUT_H
#define OUTPUT_TEXT_TABLE_LAYOUT_H

#include <glib.h>

/**
 * TableLayout: how wide the columns of a table are on a line of some width, for text-table alone.
 * Knows widths and nothing of what stands in the columns.
 */
typedef struct
{
  gsize natural;    /* without shortening; 0: not a column of the lines */
  gboolean shrinks; /* may be shortened */
  gboolean spare;   /* may be left out */
  gsize width;      /* set by table_layout_fit(); 0: not shown */
} TableLayoutColumn;

/**
 * Sets the widths and returns the gap between columns, 2 or 1. First the widest columns that may
 * shrink lose from their width, and blanks are given up; where that is not enough, spare columns
 * are left out, the last first. What is too wide in every way stays so, with all columns.
 */
gsize table_layout_fit (TableLayoutColumn *columns, guint count, gsize line_width);

#endif
