/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-cell.h"

#include "output/xlsx/xlsx-text.h"

#define LETTERS 26

static void
append_column (guint column, GString *out)
{
  if (column >= LETTERS)
    append_column (column / LETTERS - 1, out);
  g_string_append_c (out, (char) ('A' + column % LETTERS));
}

void
xlsx_cell_append (XlsxCell cell, GString *out)
{
  append_column (cell.column, out);
  xlsx_text_append_number ((guint64) cell.row + 1, out);
}

void
xlsx_cell_append_fixed (XlsxCell cell, GString *out)
{
  g_string_append_c (out, '$');
  append_column (cell.column, out);
  g_string_append_c (out, '$');
  xlsx_text_append_number ((guint64) cell.row + 1, out);
}
