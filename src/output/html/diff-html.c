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

#define TABLE_BYTES_MAX (400 * 1024)
#define VERDICT_WIDTH 2000
#define CELL_WIDTH 200
#define COLUMNS_MAX 12

static const char *const titles[DIFF_TABLE_COUNT] = {
  [DIFF_INPUTS] = NC_ ("heading", "Files"),
  [DIFF_FIGURES] = NC_ ("heading", "Figures"),
  [DIFF_BALANCES] = NC_ ("heading", "Balance rows"),
  [DIFF_CREDITS] = NC_ ("heading", "Azure credits"),
  [DIFF_INVOICES] = NC_ ("heading", "Invoices"),
  [DIFF_FINDINGS] = NC_ ("heading", "Findings"),
};

typedef struct
{
  const Report *diff;
  const Language *language;
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
    html_text_append_decimal (out, self->language, *cell.decimal, places, places);
  else if (cell.type == CELL_COUNT)
    html_text_append_count (out, cell.count);
  else if (cell.type == CELL_MONTH)
    html_text_append_month (out, self->language, cell.month);
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
append_rest (GString *out, const Language *language, gsize shown, gsize total, const char *table)
{
  g_autofree char *some = html_text_count (language, shown);
  g_autofree char *all = html_text_count (language, total);
  g_autofree char *text = g_strdup_printf (
      language_say_count (language, "Shown: %s of %s row. All of them are in %s.csv.",
                          "Shown: %s of %s rows. All of them are in %s.csv.", total),
      some, all, table);

  html_text_append_paragraph (out, NULL, text);
}

static void
append_section (GString *out, const TableRows *data)
{
  const Language *language = data->language;
  const ReportTableInfo *info = &report_schema (data->diff)->tables[data->table].info;
  const char *title = language_say_in (language, "heading", titles[data->table]);
  HtmlColumn columns[COLUMNS_MAX];
  const HtmlTable shown = table_of (info, columns);
  const HtmlRows rows = { append_row, data, report_row_count (data->diff, data->table) };

  if (rows.count == 0)
    return;
  g_string_append_printf (out, "<section id=\"%s\">\n<h2>", info->name);
  html_text_append_escaped (out, title);
  g_string_append (out, "</h2>\n");
  html_table_append_tools (out, language, NULL, 0);
  html_table_begin (out, language, &shown, title, TRUE);
  const gsize count = html_table_append_rows (out, &rows, TABLE_BYTES_MAX);
  html_table_end (out);
  if (count < rows.count)
    append_rest (out, language, count, rows.count, info->name);
  g_string_append (out, "</section>\n");
}

static char *
style_sheet (const Language *language)
{
  g_autofree char *common = html_style (language);
  GString *style = g_string_new (common);

  for (guint i = 0; i < DIFF_TABLE_COUNT; i++)
    {
      HtmlColumn columns[COLUMNS_MAX];
      const HtmlTable table = table_of (&month_diff_schema ()->tables[i].info, columns);

      html_table_append_style (style, language, &table);
    }
  return g_string_free (style, FALSE);
}

static void
append_head (GString *out, const Report *diff, const Language *language, const char *script)
{
  g_autofree char *style = style_sheet (language);
  g_autofree char *month
      = html_text_month (language, ((const DiffHead *) report_head (diff))->month);
  g_autofree char *words
      = g_strdup_printf (language_say (language, "Azure Credit Offer, restatement of %s"), month);
  g_autoptr (GString) title = g_string_new (NULL);

  html_text_append_escaped (title, words);
  html_frame_append_head (out, language, title->str, style, script, "");
}

/* To what there is. */
static void
append_navigation (GString *out, const TableRows *data, const DiffTable *order, guint count)
{
  const gsize begin = out->len;
  gsize opened;

  html_frame_begin_navigation (out, data->language);
  opened = out->len;
  for (guint i = 0; i < count; i++)
    if (report_row_count (data->diff, order[i]) > 0)
      html_frame_append_link (out, month_diff_schema ()->tables[order[i]].info.name,
                              language_say_in (data->language, "heading", titles[order[i]]));
  if (out->len == opened)
    g_string_truncate (out, begin);
  else
    g_string_append (out, HTML_FRAME_NAVIGATION_END);
}

void
diff_html_write (const Report *diff, const Language *language, Sink *sink)
{
  static const DiffTable order[]
      = { DIFF_FIGURES, DIFF_BALANCES, DIFF_CREDITS, DIFF_INVOICES, DIFF_FINDINGS, DIFF_INPUTS };
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (diff);
  g_autofree char *verdict = diff_text_verdict (diff, language);
  g_autofree char *script = html_script (language);
  TableRows data = { diff, language, places, 0 };
  g_autoptr (GString) out = g_string_new (NULL);

  append_head (out, diff, language, script);
  html_frame_append_skip (out, language);
  g_string_append (out, "<header>\n<h1>");
  html_text_append_escaped (out, language_say_in (language, "heading", "Restatement"));
  g_string_append (out, "</h1>\n<p class=\"verdict\">");
  html_text_append (out, verdict, VERDICT_WIDTH);
  g_string_append (out, "</p>\n");
  html_frame_append_maker (out, language);
  append_navigation (out, &data, order, G_N_ELEMENTS (order));
  g_string_append (out, HTML_FRAME_MAIN);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      data.table = order[i];
      append_section (out, &data);
    }
  g_string_append_printf (out, "</main>\n<script>%s</script>\n</body>\n</html>\n", script);
  sink_append_bytes (sink, out->str, out->len);
}
