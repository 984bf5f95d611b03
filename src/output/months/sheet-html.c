/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/sheet-html.h"

#include "output/html/html-frame.h"
#include "output/html/html-style.h"
#include "output/html/html-text.h"
#include "output/months/sheet-words.h"

#define TEXT_WIDTH 240
#define DECISION_WIDTH 150 /* two lines on paper */

static const char style[]
    = "@page{size:A4;margin:14mm 15mm 16mm}\n"
      ":root{color-scheme:light dark}\n"
      "body{font:14px/1.4 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}\n"
      "h1{font-size:1.5em;margin:0 0 .6em}\n"
      "h2{font-size:1.05em;margin:1.3em 0 .3em;border-bottom:1px solid;padding-bottom:.15em}\n"
      "h3{font-size:1em;margin:.7em 0 .2em;font-weight:600}\n"
      "dl{display:grid;grid-template-columns:max-content 1fr;gap:.1em 1.2em;margin:0}\n"
      "dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}\n"
      "table{border-collapse:collapse;width:100%}\n"
      "th,td{text-align:left;font-weight:400;padding:.15em .8em .15em 0;vertical-align:top}\n"
      "thead :is(th,td){font-weight:600;border-bottom:1px solid}\n"
      ".figures :is(td,thead th),.amount{text-align:right;white-space:nowrap;"
      "font-variant-numeric:tabular-nums}\n"
      ".figures :is(td,th):last-child,.amount{padding-right:0}\n"
      "i{font-style:normal}i:not([class])::before{content:','}\n"
      "code,.about{font:.86em/1.4 ui-monospace,monospace;overflow-wrap:anywhere}\n"
      ".about{display:block;opacity:.8}\n"
      "p{margin:.2em 0}\n"
      ".signatures{display:grid;grid-template-columns:1fr 1fr;gap:2rem;margin-top:2.2rem;"
      "break-inside:avoid}\n"
      ".signatures div{padding-top:2.6rem}\n"
      ".signatures span{display:flex;justify-content:space-between;border-top:1px solid;"
      "padding-top:.2em}\n"
      "tr,dl,h2,h3{break-inside:avoid}h2,h3{break-after:avoid}\n"
      "@media print{body{margin:0;padding:0;max-width:none;font-size:8.5pt;line-height:1.28}"
      "th,td{padding-top:.05em;padding-bottom:.05em}.about{font-size:.78em}h2{margin-top:.8em}"
      ".signatures{margin-top:1.2rem}}\n";

/* With the mark between groups of digits that the language has. (transfer full) */
static char *
style_sheet (const Language *language)
{
  GString *out = g_string_new (style);

  if (language != NULL)
    {
      g_string_append (out, "i:not([class])::before{content:");
      html_style_append_string (out, language_forms (language)->group_mark);
      g_string_append (out, "}\n:root:lang(ja) body{font-family:" HTML_STYLE_JAPANESE "}\n");
    }
  return g_string_free (out, FALSE);
}

static void
append_text (GString *out, const char *text)
{
  html_text_append (out, text, TEXT_WIDTH);
}

static void
append_facts (GString *out, const GPtrArray *facts)
{
  g_string_append (out, "<dl>\n");
  for (guint i = 0; i < facts->len; i++)
    {
      const SheetFact *fact = g_ptr_array_index (facts, i);

      g_string_append (out, "<dt>");
      html_text_append_escaped (out, fact->name);
      g_string_append_printf (out, "</dt><dd>%s", fact->is_digest ? "<code>" : "");
      append_text (out, fact->value);
      g_string_append_printf (out, "%s</dd>\n", fact->is_digest ? "</code>" : "");
    }
  g_string_append (out, "</dl>\n");
}

static void
append_heading (GString *out, const Language *language, const char *title)
{
  g_string_append (out, "<h2>");
  html_text_append_escaped (out, language_say_in (language, "heading", title));
  g_string_append (out, "</h2>\n");
}

static void
append_figure (GString *out, const Language *language, const GArray *figures, guint which)
{
  g_string_append (out, "<tr><th scope=\"row\">");
  html_text_append_escaped (out, sheet_words_figure (language, which));
  g_string_append (out, "</th>");
  for (guint i = 0; i < figures->len; i++)
    {
      g_string_append (out, "<td>");
      html_text_append_amount (
          out, language, sheet_words_figure_of (&g_array_index (figures, ListFigures, i), which), 2,
          2);
      g_string_append (out, "</td>");
    }
  g_string_append (out, "</tr>\n");
}

static void
append_figures (GString *out, const Language *language, const GArray *figures)
{
  append_heading (out, language, NC_ ("heading", "Figures"));
  if (figures->len == 0)
    {
      html_text_append_paragraph (out, NULL, language_say (language, "None."));
      return;
    }
  g_string_append (out, "<table class=\"figures\">\n<thead><tr><td></td>");
  for (guint i = 0; i < figures->len; i++)
    {
      g_string_append (out, "<th scope=\"col\">");
      append_text (out, g_array_index (figures, ListFigures, i).currency);
      g_string_append (out, "</th>");
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint which = 0; which < SHEET_FIGURES; which++)
    append_figure (out, language, figures, which);
  g_string_append (out, "</tbody>\n</table>\n");
}

static void
append_rest (GString *out, const Language *language, gsize count, gsize shown, const char *where)
{
  g_autofree char *rest = sheet_words_rest (language, count, shown, where);

  if (rest != NULL)
    html_text_append_paragraph (out, NULL, rest);
}

static void
append_finding (GString *out, const Language *language, const SheetFinding *finding)
{
  g_autofree char *what = sheet_words_finding (language, finding);
  g_autofree char *about = sheet_words_about (language, finding);
  g_autofree char *decision = sheet_words_decision (language, finding);

  g_string_append (out, "<tr><td>");
  append_text (out, what);
  g_string_append (out, "<span class=\"about\">");
  append_text (out, about);
  g_string_append (out, "</span>");
  if (decision != NULL)
    html_text_append (out, decision, DECISION_WIDTH);
  g_string_append (out, "</td><td class=\"amount\">");
  html_text_append_decimal (out, language, finding->amount, 2, 2);
  if (finding->currency != NULL)
    {
      g_string_append_c (out, ' ');
      append_text (out, finding->currency);
    }
  g_string_append (out, "</td></tr>\n");
}

static void
append_findings (GString *out, const Language *language, const CloseSheet *sheet)
{
  append_heading (out, language, NC_ ("heading", "Findings"));
  for (guint standing = 0; standing < SHEET_STANDING_COUNT; standing++)
    {
      const GArray *findings = sheet->findings[standing];
      const guint shown = close_sheet_shown (sheet, (SheetStanding) standing);
      g_autofree char *count = sheet_words_count (language, sheet, (SheetStanding) standing);

      g_string_append (out, "<h3>");
      html_text_append_escaped (out, count);
      g_string_append (out, "</h3>\n");
      if (findings->len == 0)
        continue;
      g_string_append (out, "<table>\n<tbody>\n");
      for (guint i = 0; i < shown; i++)
        append_finding (out, language, &g_array_index (findings, SheetFinding, i));
      g_string_append (out, "</tbody>\n</table>\n");
      append_rest (out, language, findings->len, shown,
                   standing == SHEET_CARRIED ? "acorecon watch" : "findings.csv");
    }
}

static void
append_rows (GString *out, const Language *language, guint64 count)
{
  g_autofree char *number = html_text_count (language, count);
  g_autofree char *text
      = g_strdup_printf (language_say_count (language, "%s row", "%s rows", count), number);

  html_text_append_escaped (out, text);
}

static void
append_inputs (GString *out, const Language *language, const GArray *inputs)
{
  append_heading (out, language, NC_ ("heading", "Inputs"));
  g_string_append (out, "<table>\n<tbody>\n");
  for (guint i = 0; i < MIN (inputs->len, CLOSE_SHEET_INPUTS); i++)
    {
      const ListInput *input = &g_array_index (inputs, ListInput, i);

      g_string_append (out, "<tr><td>");
      append_text (out, input->file);
      if (input->sha256 != NULL)
        g_string_append_printf (out, "<span class=\"about\">%s</span>", input->sha256);
      g_string_append (out, "</td><td>");
      append_text (out, report_word_say (language, input->kind));
      g_string_append (out, "</td><td class=\"amount\">");
      if (input->sha256 != NULL)
        append_rows (out, language, input->rows);
      g_string_append (out, "</td></tr>\n");
    }
  g_string_append (out, "</tbody>\n</table>\n");
  append_rest (out, language, inputs->len, CLOSE_SHEET_INPUTS, "report.json");
}

static void
append_signature (GString *out, const Language *language, const char *who, const char *name)
{
  g_string_append (out, "<div><span>");
  html_text_append_escaped (out, who);
  g_string_append_c (out, ' ');
  append_text (out, name);
  g_string_append (out, "<em>");
  /* translators: below it a date is written by hand */
  html_text_append_escaped (out, language_say (language, "Date"));
  g_string_append (out, "</em></span></div>\n");
}

void
sheet_html_render (const CloseSheet *sheet, const Language *language, GString *out)
{
  g_autofree char *words = sheet_words_title (language, sheet);
  g_autoptr (GPtrArray) who = sheet_words_who (language, sheet);
  g_autoptr (GPtrArray) proof = sheet_words_proof (language, sheet);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *look = style_sheet (language);

  html_text_append_escaped (title, words);
  html_frame_append_head (out, language, title->str, look, NULL, "");
  g_string_append_printf (out, "<main>\n<h1>%s</h1>\n", title->str);
  append_facts (out, who);
  append_figures (out, language, sheet->figures);
  append_findings (out, language, sheet);
  append_inputs (out, language, sheet->inputs);
  append_heading (out, language, NC_ ("heading", "In the history"));
  append_facts (out, proof);
  g_string_append (out, "<div class=\"signatures\">\n");
  append_signature (out, language, language_say (language, "Prepared by"), sheet->seal.preparer);
  append_signature (out, language, language_say (language, "Approved by"), sheet->seal.approver);
  g_string_append (out, "</div>\n</main>\n</body>\n</html>\n");
}
