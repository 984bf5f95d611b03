/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-frame.h"

#include "core/report/report-cell.h"
#include "core/report/report-counts.h"
#include "output/html/html-script.h"
#include "output/html/html-style.h"
#include "output/html/html-text.h"
#include "output/text/finding/found-text.h"
#include "output/text/origin-words.h"

#define VERDICT_WIDTH 2000
#define TEXT_WIDTH 200

/* The head */

void
html_frame_append_head (GString *out, const Language *language, const char *title,
                        const char *style, const char *script, const char *body_class)
{
  g_autofree char *style_hash = html_text_block_hash (style);

  g_string_append_printf (out,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                          language_code (language));
  g_string_append_printf (out,
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                          "'none'; style-src 'sha256-%s'; ",
                          style_hash);
  if (script != NULL)
    {
      g_autofree char *script_hash = html_text_block_hash (script);

      g_string_append_printf (out, "script-src 'sha256-%s'; ", script_hash);
    }
  g_string_append (out, "base-uri 'none'; form-action 'none'\">\n");
  g_string_append (out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta name=\"color-scheme\" content=\"light dark\">\n"
                        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
  g_string_append_printf (out, "%s</title>\n<style>%s</style>\n</head>\n<body%s>\n", title, style,
                          body_class);
}

void
html_frame_append_skip (GString *out, const Language *language)
{
  g_string_append (out, "<a class=\"skip\" href=\"#main\">");
  html_text_append_escaped (out, language_say (language, "Skip to content"));
  g_string_append (out, "</a>\n");
}

void
html_frame_append_maker (GString *out, const Language *language)
{
  g_autofree char *text
      = g_strdup_printf (language_say (language, "Made by %s."), origin_words_program ());

  html_text_append_paragraph (out, "made", text);
  g_string_append (out, "</header>\n");
}

void
html_frame_begin_navigation (GString *out, const Language *language)
{
  g_string_append (out, "<nav aria-label=\"");
  html_text_append_escaped (out, language_say (language, "Sections"));
  g_string_append (out, "\"><ul>\n");
}

void
html_frame_append_link (GString *out, const char *id, const char *title)
{
  g_string_append_printf (out, "<li><a href=\"#%s\">", id);
  html_text_append_escaped (out, title);
  g_string_append (out, "</a></li>\n");
}

/* The verdict */

static void
append_stamp (GString *out, const Report *report, const Language *language)
{
  const ReportSchema *schema = report_schema (report);
  const char *style = "agrees", *words = NC_ ("stamp", "Agrees");

  if (schema->findings == schema->table_count) /* it judges nothing */
    return;
  if (report_counts_findings (report, SEVERITY_ERROR) > 0)
    style = "error", words = NC_ ("stamp", "Does not agree");
  else if (report_counts_findings (report, SEVERITY_WARNING) > 0)
    style = "warning", words = NC_ ("stamp", "To be checked");
  else if (report_counts_findings (report, SEVERITY_NOTICE) > 0)
    style = "notice", words = NC_ ("stamp", "Agrees, with notices");
  g_string_append_printf (out, "<p class=\"stamp\"><b class=\"%s\">", style);
  html_text_append_escaped (out, language_say_in (language, "stamp", words));
  g_string_append (out, "</b></p>\n");
}

static void
append_verdict (GString *out, const Report *report, const HtmlFramePage *page)
{
  g_string_append (out, "<header>\n<h1>");
  html_text_append_escaped (out, page->title);
  g_string_append (out, "</h1>\n");
  append_stamp (out, report, page->language);
  g_string_append (out, "<p class=\"verdict\">");
  html_text_append (out, page->verdict, VERDICT_WIDTH);
  g_string_append (out, "</p>\n");
  html_frame_append_maker (out, page->language);
}

/* The page */

/* A name that begins a row keeps some room beside pictures. */
static void
append_name_style (GString *style, const HtmlTable *table)
{
  if (table->columns[0].type == HTML_COLUMN_WIDE)
    g_string_append_printf (
        style, "@media screen and (min-width:46em){.%s td:first-child{min-width:9rem}}\n",
        table->name);
}

static char *
style_sheet (const HtmlFramePage *page)
{
  g_autofree char *common = html_style (page->language);
  GString *style = g_string_new (common);

  for (guint i = 0; i < page->section_count; i++)
    if (page->sections[i].table != NULL)
      {
        html_table_append_style (style, page->language, page->sections[i].table);
        append_name_style (style, page->sections[i].table);
      }
  return g_string_free (style, FALSE);
}

static void
append_navigation (GString *out, const HtmlFramePage *page)
{
  html_frame_begin_navigation (out, page->language);
  for (guint i = 0; i < page->section_count; i++)
    html_frame_append_link (out, page->sections[i].id,
                            language_say_in (page->language, "heading", page->sections[i].title));
  g_string_append (out, HTML_FRAME_NAVIGATION_END);
}

static void
append_section (GString *out, const HtmlFrameSection *section, const HtmlFrame *frame)
{
  g_string_append_printf (out, "<section id=\"%s\" aria-labelledby=\"%s-title\">\n", section->id,
                          section->id);
  g_string_append_printf (out, "<h2 id=\"%s-title\">", section->id);
  html_text_append_escaped (out, language_say_in (frame->language, "heading", section->title));
  g_string_append (out, "</h2>\n");
  section->append (out, frame);
  g_string_append (out, "</section>\n");
}

void
html_frame_write (const Report *report, const HtmlFramePage *page, Sink *sink)
{
  html_frame_write_with (report, page, NULL, sink);
}

void
html_frame_write_with (const Report *report, const HtmlFramePage *page, gconstpointer data,
                       Sink *sink)
{
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  const HtmlFrame frame = { report, page->language, places, data };
  g_autofree char *style = style_sheet (page);
  g_autofree char *script = html_script (page->language);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  html_text_append_escaped (title, page->title);
  html_frame_append_head (out, page->language, title->str, style, script, "");
  html_frame_append_skip (out, page->language);
  append_verdict (out, report, page);
  append_navigation (out, page);
  g_string_append (out, HTML_FRAME_MAIN);
  for (guint i = 0; i < page->section_count; i++)
    append_section (out, &page->sections[i], &frame);
  g_string_append_printf (out, "</main>\n<script>%s</script>\n</body>\n</html>\n", script);
  sink_append_bytes (sink, out->str, out->len);
}

/* Tables */

void
html_frame_append_rows (GString *out, const Language *language, const HtmlTable *table,
                        const char *label, const HtmlRows *rows, const char *file)
{
  gsize shown;

  if (rows->count == 0)
    {
      html_text_append_paragraph (out, NULL, language_say (language, "There are none."));
      return;
    }
  html_table_append_tools (out, language, NULL, 0);
  html_table_begin (out, language, table, language_say_in (language, "heading", label), TRUE);
  shown = html_table_append_fitting_rows (out, rows, HTML_FRAME_TABLE_BYTES);
  html_table_end (out);
  html_table_append_rest_in (out, language, shown, rows->count, file);
}

/* Findings */

static const HtmlColumn findings_columns[] = {
  { NC_ ("column", "Code"), HTML_COLUMN_FIXED },
  { NC_ ("column", "Severity"), HTML_COLUMN_TEXT },
  { NC_ ("column", "About"), HTML_COLUMN_TEXT },
  { NC_ ("column", "What it says"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Amount"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Where"), HTML_COLUMN_TEXT },
};

const HtmlTable *
html_frame_findings_table (void)
{
  static const HtmlTable table = { "found", findings_columns, G_N_ELEMENTS (findings_columns) };

  return &table;
}

static void
append_subject (GString *out, const Language *language, const ReportTableInfo *findings,
                gconstpointer row)
{
  g_autoptr (GPtrArray) words = found_text_subject (findings, row, language);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ", (const char *) words->pdata[i]);
  g_string_append (out, "<td>");
  html_text_append (out, words->len > 0 ? text->str : NULL, TEXT_WIDTH);
  g_string_append (out, "</td>");
}

static void
append_finding (GString *out, gconstpointer data, gsize index)
{
  const HtmlFrame *frame = data;
  const guint table = report_schema (frame->report)->findings;
  const ReportTableInfo *info = &report_schema (frame->report)->tables[table].info;
  const FindingHead *row = report_row (frame->report, table, index);
  const char *currency = report_cell_text (report_cell_column (info, "currency"), row);
  const ReportCell amount = report_cell (report_cell_column (info, "amount"), row);
  const ReportCell line = report_cell (report_cell_column (info, "line"), row);
  const guint places = money_places_of (frame->places, currency);

  g_string_append_printf (out, "<tr><td title=\"%s\">%s</td><td>", finding_info (row->code)->name,
                          finding_info (row->code)->code);
  html_text_append_word (out, frame->language, finding_severity_name (row->severity),
                         finding_severity_name (row->severity));
  g_string_append (out, "</td>");
  append_subject (out, frame->language, info, row);
  g_string_append (out, "<td>");
  html_text_append (
      out,
      row->said != NULL ? row->said : report_cell_text (report_cell_column (info, "message"), row),
      TEXT_WIDTH);
  g_string_append (out, "</td><td>");
  if (amount.type == CELL_DECIMAL)
    html_text_append_decimal (out, frame->language, *amount.decimal, places, places);
  g_string_append (out, "</td><td>");
  html_text_append (out, currency, TEXT_WIDTH);
  g_string_append (out, "</td><td class=\"source\">");
  html_text_append_source (out, report_cell_text (report_cell_column (info, "file"), row),
                           line.type == CELL_COUNT ? line.count : 0);
  g_string_append (out, "</td></tr>\n");
}

void
html_frame_append_findings (GString *out, const HtmlFrame *frame)
{
  const HtmlRows rows
      = { append_finding, frame,
          report_row_count (frame->report, report_schema (frame->report)->findings) };

  html_frame_append_rows (out, frame->language, html_frame_findings_table (),
                          NC_ ("heading", "Findings"), &rows, "findings.csv");
}
