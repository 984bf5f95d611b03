/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-cell.h"

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
  g_string_append_printf (out, "%u", cell.row + 1);
}

void
xlsx_cell_append_fixed (XlsxCell cell, GString *out)
{
  g_string_append_c (out, '$');
  append_column (cell.column, out);
  g_string_append_printf (out, "$%u", cell.row + 1);
}

gboolean
xlsx_cell_parse (const char *text, gsize length, XlsxCell *out)
{
  guint column = 0, row = 0;
  gsize i = 0;

  for (; i < length && text[i] >= 'A' && text[i] <= 'Z' && column <= XLSX_COLUMNS_MAX; i++)
    column = column * LETTERS + (guint) (text[i] - 'A') + 1;
  if (i == length || text[i] == '0')
    return FALSE;
  for (; i < length && g_ascii_isdigit (text[i]) && row <= XLSX_ROWS_MAX; i++)
    row = row * 10 + (guint) (text[i] - '0');
  if (i < length || column == 0 || column > XLSX_COLUMNS_MAX || row > XLSX_ROWS_MAX)
    return FALSE;
  *out = (XlsxCell){ .row = row - 1, .column = (guint16) (column - 1) };
  return TRUE;
}
