/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-rows.h"

#include "output/xlsx/xlsx-text.h"

#define LINE_HEIGHT 15
#define LINES_MAX 27 /* a row is at most 409 points high */

#define MISPLACED "a cell is not in its place"

void
xlsx_rows_init (XlsxRows *self)
{
  *self = (XlsxRows){ .xml = g_string_new (NULL), .cells = g_string_new (NULL) };
}

void
xlsx_rows_clear (XlsxRows *self)
{
  g_string_free (self->xml, TRUE);
  g_string_free (self->cells, TRUE);
}

void
xlsx_rows_end (XlsxRows *self)
{
  if (!self->in_row)
    return;
  g_string_append (self->xml, "<row r=\"");
  xlsx_text_append_number ((guint64) self->row + 1, self->xml);
  if (self->lines > 1)
    g_string_append_printf (self->xml, "\" ht=\"%u\" customHeight=\"1",
                            LINE_HEIGHT * MIN (self->lines, LINES_MAX));
  g_string_append (self->xml, "\">");
  g_string_append_len (self->xml, self->cells->str, (gssize) self->cells->len);
  g_string_append (self->xml, "</row>");
  g_string_truncate (self->cells, 0);
  self->in_row = FALSE;
  self->lines = 0;
}

static gboolean
begin_row (XlsxRows *self, guint32 row)
{
  if (self->failure != NULL || (self->in_row && self->row == row))
    return self->failure == NULL;
  if (row >= XLSX_ROWS_MAX || row < self->row_end)
    {
      self->failure = MISPLACED;
      return FALSE;
    }
  xlsx_rows_end (self);
  self->in_row = TRUE;
  self->row = row;
  self->next_column = 0;
  self->row_end = row + 1;
  return TRUE;
}

void
xlsx_rows_set_height (XlsxRows *self, guint32 row, guint lines)
{
  if (begin_row (self, row))
    self->lines = lines;
}

/* <c r="B7" s="3" */
GString *
xlsx_rows_begin_cell (XlsxRows *self, XlsxCell cell, guint style)
{
  if (!begin_row (self, cell.row))
    return NULL;
  if (cell.column >= XLSX_COLUMNS_MAX || cell.column < self->next_column)
    {
      self->failure = MISPLACED;
      return NULL;
    }
  self->next_column = (guint16) (cell.column + 1);
  self->column_end = MAX (self->column_end, self->next_column);
  g_string_append (self->cells, "<c r=\"");
  xlsx_cell_append (cell, self->cells);
  g_string_append (self->cells, "\" s=\"");
  xlsx_text_append_number (style, self->cells);
  g_string_append_c (self->cells, '"');
  return self->cells;
}
