/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/diff-html.h"

#include "core/report/money-places.h"
#include "core/report/report-cell.h"
#include "output/html/html-frame.h"
#include "output/html/html-script.h"
#include "output/html/html-style.h"
#include "output/html/html-table.h"
#include "output/html/html-text.h"
#include "output/text/diff-text.h"
#include "output/text/origin-words.h"

#define TABLE_BYTES_MAX (400 * 1024)
#define VERDICT_WIDTH 2000
#define CELL_WIDTH 200
#define COLUMNS_MAX 12

static const char *const titles[DIFF_TABLE_COUNT] = {
  [DIFF_INPUTS] = "Files",          [DIFF_FIGURES] = "Figures",   [DIFF_BALANCES] = "Balance rows",
  [DIFF_CREDITS] = "Azure credits", [DIFF_INVOICES] = "Invoices", [DIFF_FINDINGS] = "Findings",
};

typedef struct
{
  const Report *diff;
  const MoneyPlaces *places;
  guint table;
} TableRows;

static gboolean
is_number (const ReportColumn *column)
{
  return column->type == COLUMN_AMOUNT || column->type == COLUMN_LINE;
}

static void
append_cell (GString *out, const TableRows *self, const ReportColumn *column, gconstpointer row)
{
  const ReportTableInfo *info = &report_schema (self->diff)->tables[self->table].info;
  const ReportColumn *currency = report_cell_column (info, "currency");
  const guint places
      = money_places_of (self->places, currency != NULL ? report_cell_text (currency, row) : NULL);
  const ReportCell cell = report_cell (column, row);

  if (cell.type == CELL_DECIMAL)
    html_text_append_decimal (out, *cell.decimal, places, places);
  else if (cell.type == CELL_COUNT)
    html_text_append_count (out, cell.count);
  else if (cell.type == CELL_MONTH)
    html_text_append_month (out, cell.month);
  else
    html_text_append (out, cell.type == CELL_TEXT ? cell.text : NULL, CELL_WIDTH);
}

static void
append_row (GString *out, gconstpointer data, gsize index)
{
  const TableRows *self = data;
  const ReportTableInfo *info = &report_schema (self->diff)->tables[self->table].info;
  gconstpointer row = report_row (self->diff, self->table, index);

  g_string_append (out, "<tr>");
  for (gsize i = 0; i < info->column_count; i++)
    {
      g_string_append (out, "<td>");
      append_cell (out, self, &info->columns[i], row);
      g_string_append (out, "</td>");
    }
  g_string_append (out, "</tr>\n");
}

/* Its columns have the names of the JSON, for who compares the two. */
static HtmlTable
table_of (const ReportTableInfo *info, HtmlColumn columns[COLUMNS_MAX])
{
  g_assert (info->column_count <= COLUMNS_MAX);
  for (gsize i = 0; i < info->column_count; i++)
    columns[i]
        = (HtmlColumn){ info->columns[i].name,
                        is_number (&info->columns[i]) ? HTML_COLUMN_NUMBER : HTML_COLUMN_TEXT };
  return (HtmlTable){ info->name, columns, (guint) info->column_count };
}

static void
append_section (GString *out, const Report *diff, const MoneyPlaces *places, guint table)
{
  const ReportTableInfo *info = &report_schema (diff)->tables[table].info;
  HtmlColumn columns[COLUMNS_MAX];
  const HtmlTable shown = table_of (info, columns);
  const TableRows data = { diff, places, table };
  const HtmlRows rows = { append_row, &data, report_row_count (diff, table) };

  if (rows.count == 0)
    return;
  g_string_append_printf (out, "<section id=\"%s\">\n<h2>%s</h2>\n", info->name, titles[table]);
  html_table_append_tools (out, NULL, 0);
  html_table_begin (out, &shown, titles[table], TRUE);
  const gsize count = html_table_append_rows (out, &rows, TABLE_BYTES_MAX);
  html_table_end (out);
  if (count < rows.count)
    g_string_append_printf (out,
                            "<p>Shown: %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
                            " %s. All of them are in %s.csv.</p>\n",
                            count, rows.count, rows.count == 1 ? "row" : "rows", info->name);
  g_string_append (out, "</section>\n");
}

static char *
style_sheet (void)
{
  GString *style = g_string_new (html_style ());

  for (guint i = 0; i < DIFF_TABLE_COUNT; i++)
    {
      HtmlColumn columns[COLUMNS_MAX];
      const HtmlTable table = table_of (&month_diff_schema ()->tables[i].info, columns);

      html_table_append_style (style, &table);
    }
  return g_string_free (style, FALSE);
}

static void
append_head (GString *out, const Report *diff)
{
  g_autofree char *style = style_sheet ();
  g_autoptr (GString) title = g_string_new ("Azure Credit Offer, restatement of ");

  html_text_append_month (title, ((const DiffHead *) report_head (diff))->month);
  html_frame_append_head (out, title->str, style, html_script (), "");
}

/* To what there is. */
static void
append_navigation (GString *out, const Report *diff, const DiffTable *order, guint count)
{
  const gsize begin = out->len;
  gsize opened;

  g_string_append (out, "<nav aria-label=\"Sections\"><ul>\n");
  opened = out->len;
  for (guint i = 0; i < count; i++)
    if (report_row_count (diff, order[i]) > 0)
      g_string_append_printf (out, "<li><a href=\"#%s\">%s</a></li>\n",
                              month_diff_schema ()->tables[order[i]].info.name, titles[order[i]]);
  if (out->len == opened)
    g_string_truncate (out, begin);
  else
    g_string_append (out, "</ul></nav>\n");
}

void
diff_html_write (const Report *diff, Sink *sink)
{
  static const DiffTable order[]
      = { DIFF_FIGURES, DIFF_BALANCES, DIFF_CREDITS, DIFF_INVOICES, DIFF_FINDINGS, DIFF_INPUTS };
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (diff);
  g_autofree char *verdict = diff_text_verdict (diff);
  g_autoptr (GString) out = g_string_new (NULL);

  append_head (out, diff);
  g_string_append (out, HTML_FRAME_SKIP "<header>\n<h1>Restatement</h1>\n<p class=\"verdict\">");
  html_text_append (out, verdict, VERDICT_WIDTH);
  g_string_append_printf (out, "</p>\n<p class=\"made\">Made by %s.</p>\n</header>\n",
                          origin_words_program ());
  append_navigation (out, diff, order, G_N_ELEMENTS (order));
  g_string_append (out, HTML_FRAME_MAIN);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    append_section (out, diff, places, order[i]);
  g_string_append_printf (out, "</main>\n<script>%s</script>\n</body>\n</html>\n", html_script ());
  sink_append_bytes (sink, out->str, out->len);
}
