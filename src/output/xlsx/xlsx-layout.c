/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-layout.h"

#include <string.h>

#include "output/xlsx/xlsx-text.h"

#define PAPER_A4 "9"
#define ALARM_COLOR "A8201A"
#define WIDTH_FRACTION "7109375" /* of a character: the margins of a cell */

void
xlsx_layout_append_range (XlsxCell first, XlsxCell last, GString *out)
{
  xlsx_cell_append (first, out);
  g_string_append_c (out, ':');
  xlsx_cell_append (last, out);
}

/* The table with its header. */
static void
append_table_range (const XlsxLayout *self, GString *out)
{
  xlsx_layout_append_range ((XlsxCell){ 0, 0 },
                            (XlsxCell){ self->rows, (guint16) (self->columns - 1) }, out);
}

static void
append_dimension (const XlsxLayout *self, GString *out)
{
  const XlsxCell last = { MAX (self->row_end, 1) - 1, (guint16) (MAX (self->column_end, 1) - 1) };

  g_string_append (out, "<dimension ref=\"");
  xlsx_layout_append_range ((XlsxCell){ 0, 0 }, last, out);
  g_string_append (out, "\"/>");
}

/* The header's row and the first columns stay where they are. */
static void
append_pane (const XlsxLayout *self, GString *out)
{
  g_string_append_printf (out, "<pane xSplit=\"%u\" ySplit=\"1\" topLeftCell=\"", self->frozen);
  xlsx_cell_append ((XlsxCell){ 1, self->frozen }, out);
  g_string_append (out, "\" activePane=\"bottomRight\" state=\"frozen\"/>"
                        "<selection pane=\"topRight\"/><selection pane=\"bottomLeft\"/>"
                        "<selection pane=\"bottomRight\"/>");
}

static void
append_view (const XlsxLayout *self, GString *out)
{
  g_string_append_printf (out, "<sheetViews><sheetView%s workbookViewId=\"0\">",
                          self->is_first ? " tabSelected=\"1\"" : "");
  if (self->is_table)
    append_pane (self, out);
  g_string_append (out, "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
}

static void
append_columns (const XlsxLayout *self, GString *out)
{
  const gsize start = out->len;

  for (guint i = 0; i < XLSX_LAYOUT_COLUMNS; i++)
    if (self->widths[i] > 0)
      g_string_append_printf (
          out, "%s<col min=\"%u\" max=\"%u\" width=\"%u." WIDTH_FRACTION "\" customWidth=\"1\"/>",
          out->len == start ? "<cols>" : "", i + 1, i + 1, self->widths[i]);
  if (out->len > start)
    g_string_append (out, "</cols>");
}

static void
pad (GString *out, gsize length)
{
  g_assert (out->len <= length);
  while (out->len < length)
    g_string_append_c (out, ' ');
}

void
xlsx_layout_append_head (const XlsxLayout *self, GString *out)
{
  static const char rows[] = "<sheetData>";
  const gsize end = out->len + XLSX_LAYOUT_HEAD_BYTES;

  g_string_append (out, XLSX_TEXT_START "<worksheet xmlns=\"" XLSX_TEXT_MAIN "\"><sheetPr>");
  if (self->alarm != NULL)
    g_string_append (out, "<tabColor rgb=\"FF" ALARM_COLOR "\"/>");
  g_string_append (out, "<pageSetUpPr fitToPage=\"1\"/></sheetPr>");
  append_dimension (self, out);
  append_view (self, out);
  append_columns (self, out);
  pad (out, end - strlen (rows));
  g_string_append (out, rows);
}

static void
append_merged (const GPtrArray *merged, GString *out)
{
  if (merged->len == 0)
    return;
  g_string_append_printf (out, "<mergeCells count=\"%u\">", merged->len);
  for (guint i = 0; i < merged->len; i++)
    g_string_append_printf (out, "<mergeCell ref=\"%s\"/>",
                            ((const GString *) g_ptr_array_index (merged, i))->str);
  g_string_append (out, "</mergeCells>");
}

/* Landscape, as wide as the paper and as many pages as it takes. */
static void
append_print (const XlsxLayout *self, GString *out)
{
  g_string_append (out, "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.75\" bottom=\"0.75\" "
                        "header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"" PAPER_A4
                        "\" fitToHeight=\"0\" orientation=\"landscape\"/><headerFooter>");
  if (self->alarm != NULL)
    {
      g_string_append (out, "<oddHeader>&amp;C&amp;&quot;-,Bold&quot;&amp;14&amp;K" ALARM_COLOR);
      xlsx_text_append (self->alarm, out);
      g_string_append (out, "</oddHeader>");
    }
  g_string_append (out, "<oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter>"
                        "</headerFooter>");
}

void
xlsx_layout_append_tail (const XlsxLayout *self, const GPtrArray *merged, GString *out)
{
  g_string_append (out, "</sheetData>");
  if (self->is_table)
    {
      g_string_append (out, "<autoFilter ref=\"");
      append_table_range (self, out);
      g_string_append (out, "\"/>");
    }
  append_merged (merged, out);
  append_print (self, out);
  if (self->is_table)
    { /* An id of digits alone is meant to be a text; without this it gets a green corner. */
      g_string_append (out, "<ignoredErrors><ignoredError sqref=\"");
      append_table_range (self, out);
      g_string_append (out, "\" numberStoredAsText=\"1\"/></ignoredErrors>");
    }
  g_string_append (out, "</worksheet>");
}
