/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-table.h"

#include "output/table/table-file.h"

static void
append_head_cell (GString *out, const HtmlColumn *column)
{
  g_string_append_printf (out, "<th scope=\"col\"%s>%s</th>",
                          column->type == HTML_COLUMN_NUMBER ? " class=\"n\"" : "", column->title);
}

void
html_table_begin (GString *out, const HtmlTable *table, const char *label, gboolean sorts)
{
  g_string_append_printf (out, "<div class=\"scroll\"><table class=\"%s%s\" aria-label=\"%s\">\n",
                          table->name, sorts ? " sorts" : "", label);
  g_string_append (out, "<thead><tr>");
  for (guint i = 0; i < table->column_count; i++)
    append_head_cell (out, &table->columns[i]);
  g_string_append (out, "</tr></thead>\n<tbody>\n");
}

void
html_table_end (GString *out)
{
  g_string_append (out, "</tbody></table></div>\n");
}

/* @last: where the last row begins. */
static gsize
append_until (GString *out, const HtmlRows *rows, gsize bytes_max, gsize *last)
{
  const gsize begin = out->len;
  gsize shown = 0;

  for (; shown < rows->count && out->len - begin < bytes_max; shown++)
    {
      *last = out->len;
      rows->append (out, rows->data, shown);
    }
  return shown;
}

gsize
html_table_append_rows (GString *out, const HtmlRows *rows, gsize bytes_max)
{
  gsize last;

  return append_until (out, rows, bytes_max, &last);
}

gsize
html_table_append_fitting_rows (GString *out, const HtmlRows *rows, gsize bytes_max)
{
  const gsize begin = out->len;
  gsize last = begin;
  const gsize shown = append_until (out, rows, bytes_max + 1, &last);

  if (out->len - begin <= bytes_max)
    return shown;
  g_string_truncate (out, last);
  return shown - 1;
}

gsize
html_table_count_fitting_rows (const HtmlRows *rows, gsize bytes_max)
{
  g_autoptr (GString) trial = g_string_new (NULL);

  return html_table_append_fitting_rows (trial, rows, bytes_max);
}

static void
append_card_style (GString *out, const char *table, guint number, const HtmlColumn *column)
{
  g_string_append_printf (out, ".%s td:nth-child(%u)::before{content:\"%s\"}\n", table, number,
                          column->title);
  if (column->type == HTML_COLUMN_WIDE)
    g_string_append_printf (out, ".%s td:nth-child(%u){grid-column:1/-1}\n", table, number);
}

void
html_table_append_style (GString *out, const HtmlTable *table)
{
  for (guint i = 0; i < table->column_count; i++)
    if (table->columns[i].type == HTML_COLUMN_NUMBER || table->columns[i].type == HTML_COLUMN_FIXED)
      g_string_append_printf (
          out, ".%s td:nth-child(%u){%swhite-space:nowrap}\n", table->name, i + 1,
          table->columns[i].type == HTML_COLUMN_NUMBER ? "text-align:right;" : "");
  g_string_append (out, "@media screen and (max-width:46em){\n");
  for (guint i = 0; i < table->column_count; i++)
    append_card_style (out, table->name, i + 1, &table->columns[i]);
  g_string_append (out, "}\n");
}

static void
append_choice (GString *out, const HtmlChoice *choice)
{
  g_string_append_printf (out, " <label>%s <select name=\"%s\" data-column=\"%u\">", choice->title,
                          choice->name, choice->column);
  g_string_append (out, "<option value=\"\">all</option>");
  for (const char *const *option = choice->options; *option != NULL; option++)
    g_string_append_printf (out, "<option>%s</option>", *option);
  g_string_append (out, "</select></label>");
}

void
html_table_append_tools (GString *out, const HtmlChoice *choices, guint count)
{
  g_string_append (out, "<div class=\"tools\" hidden>"
                        "<label>Filter <input type=\"search\" autocomplete=\"off\"></label>");
  for (guint i = 0; i < count; i++)
    append_choice (out, &choices[i]);
  g_string_append (out, " <output></output></div>\n");
}

void
html_table_append_rest (GString *out, gsize shown, gsize total, const char *left_out,
                        ReportTable table)
{
  if (shown == total)
    return;

  g_autofree char *file = table_file_name (table);

  g_string_append_printf (out,
                          "<p class=\"rest\">Shown: %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
                          " %s%s%s. All of them are in <code>%s</code> of the report pack.</p>\n",
                          shown, total, total == 1 ? "row" : "rows", left_out != NULL ? "; " : "",
                          left_out != NULL ? left_out : "", file);
}

void
html_table_insert_rest (GString *out, gsize position, gsize shown, gsize total,
                        const char *left_out, ReportTable table)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  html_table_append_rest (rest, shown, total, left_out, table);
  g_string_insert_len (out, (gssize) position, rest->str, (gssize) rest->len);
}
