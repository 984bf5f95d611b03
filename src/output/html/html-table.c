/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-table.h"

#include "output/html/html-style.h"
#include "output/html/html-text.h"
#include "output/table/table-file.h"

/* In another language a column has its English name for addresses: those of a view are the same in
   all languages. */
static void
append_head_cell (GString *out, const Language *language, const HtmlColumn *column)
{
  g_string_append_printf (out, "<th scope=\"col\"%s",
                          column->type == HTML_COLUMN_NUMBER ? " class=\"n\"" : "");
  if (language != NULL)
    {
      g_string_append (out, " data-name=\"");
      html_text_append_escaped (out, column->title);
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, '>');
  html_text_append_escaped (out, language_say_in (language, "column", column->title));
  g_string_append (out, "</th>");
}

void
html_table_begin (GString *out, const Language *language, const HtmlTable *table, const char *label,
                  gboolean sorts)
{
  g_string_append_printf (out, "<div class=\"scroll\"><table class=\"%s%s\" aria-label=\"",
                          table->name, sorts ? " sorts" : "");
  html_text_append_escaped (out, label);
  g_string_append (out, "\">\n<thead><tr>");
  for (guint i = 0; i < table->column_count; i++)
    append_head_cell (out, language, &table->columns[i]);
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
append_card_style (GString *out, const Language *language, const HtmlTable *table, guint column)
{
  const HtmlColumn *self = &table->columns[column];

  g_string_append_printf (out, ".%s td:nth-child(%u)::before{content:", table->name, column + 1);
  html_style_append_string (out, language_say_in (language, "column", self->title));
  g_string_append (out, "}\n");
  if (self->type == HTML_COLUMN_WIDE)
    g_string_append_printf (out, ".%s td:nth-child(%u){grid-column:1/-1}\n", table->name,
                            column + 1);
}

void
html_table_append_style (GString *out, const Language *language, const HtmlTable *table)
{
  for (guint i = 0; i < table->column_count; i++)
    if (table->columns[i].type == HTML_COLUMN_NUMBER || table->columns[i].type == HTML_COLUMN_FIXED)
      g_string_append_printf (
          out, ".%s td:nth-child(%u){%swhite-space:nowrap}\n", table->name, i + 1,
          table->columns[i].type == HTML_COLUMN_NUMBER ? "text-align:right;" : "");
  g_string_append (out, "@media screen and (max-width:46em){\n");
  for (guint i = 0; i < table->column_count; i++)
    append_card_style (out, language, table, i);
  g_string_append (out, "}\n");
}

static void
append_option (GString *out, const Language *language, const char *option)
{
  if (language == NULL)
    g_string_append (out, "<option>");
  else
    g_string_append_printf (out, "<option value=\"%s\">", option);
  html_text_append_escaped (out, report_word_say (language, option));
  g_string_append (out, "</option>");
}

static void
append_choice (GString *out, const Language *language, const HtmlChoice *choice)
{
  g_string_append (out, " <label>");
  html_text_append_escaped (out, language_say_in (language, "column", choice->title));
  g_string_append_printf (out, " <select name=\"%s\" data-column=\"%u\">", choice->name,
                          choice->column);
  g_string_append (out, "<option value=\"\">");
  /* translators: a choice of rows by a word in them: no choice */
  html_text_append_escaped (out, language_say_in (language, "choice", "all"));
  g_string_append (out, "</option>");
  for (const char *const *option = choice->options; *option != NULL; option++)
    append_option (out, language, *option);
  g_string_append (out, "</select></label>");
}

void
html_table_append_tools (GString *out, const Language *language, const HtmlChoice *choices,
                         guint count)
{
  g_string_append (out, "<div class=\"tools\" hidden><label>");
  /* translators: the label of a field: rows that hold what is typed there */
  html_text_append_escaped (out, language_say_in (language, "label", "Filter"));
  g_string_append (out, " <input type=\"search\" autocomplete=\"off\"></label>");
  for (guint i = 0; i < count; i++)
    append_choice (out, language, &choices[i]);
  g_string_append (out, " <output></output></div>\n");
}

/* @file becomes code in the sentence. */
static void
append_rest (GString *out, const char *sentence)
{
  g_string_append (out, "<p class=\"rest\">");
  html_text_append_marked (out, sentence, "<code>", "</code>");
  g_string_append (out, "</p>\n");
}

void
html_table_append_rest_in (GString *out, const Language *language, gsize shown, gsize total,
                           const char *file)
{
  g_autofree char *some = html_text_count (language, shown);
  g_autofree char *all = html_text_count (language, total);

  if (shown == total)
    return;
  /* translators: { and } stay around the name of a file */
  g_autofree char *text = g_strdup_printf (
      language_say_count (
          language, "Shown: %s of %s row. All of them are in {%s} of the report pack.",
          "Shown: %s of %s rows. All of them are in {%s} of the report pack.", total),
      some, all, file);
  append_rest (out, text);
}

void
html_table_append_rest (GString *out, const Language *language, gsize shown, gsize total,
                        const char *left_out, ReportTable table)
{
  g_autofree char *file = table_file_name (table);
  g_autofree char *some = html_text_count (language, shown);
  g_autofree char *all = html_text_count (language, total);

  if (left_out == NULL)
    html_table_append_rest_in (out, language, shown, total, file);
  if (left_out == NULL || shown == total)
    return;
  /* translators: the third is a clause, "those that agree are left out"; { and } stay around the
     name of a file */
  g_autofree char *text = g_strdup_printf (
      language_say_count (
          language, "Shown: %s of %s row; %s. All of them are in {%s} of the report pack.",
          "Shown: %s of %s rows; %s. All of them are in {%s} of the report pack.", total),
      some, all, left_out, file);
  append_rest (out, text);
}
