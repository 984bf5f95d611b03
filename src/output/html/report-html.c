/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html.h"

#include "core/report/report-counts.h"
#include "output/html/html-frame.h"
#include "output/html/html-script.h"
#include "output/html/html-style.h"
#include "output/html/html-text.h"
#include "output/html/report-html-sections.h"
#include "output/text/origin-words.h"
#include "output/text/reliability-words.h"
#include "output/text/report-verdict.h"
#include "output/text/row-remarks.h"

/* An index of customers, and the codes that were found, beside what is said once. */
G_STATIC_ASSERT (HTML_SHARES + 300 * 1024 < REPORT_HTML_BYTES_MAX);

#define VERDICT_WIDTH 2000
#define OPTIONS_WIDTH 8000

/* The head */

/* Each sheet of paper says so: one of them alone may be shown around. */
static const char unreliable_paper[]
    = "@page{@top-left{content:'NOT RELIABLE: see the first page';font:bold 9pt sans-serif;"
      "color:#a8201a}}\n";

static char *
style_sheet (VerdictKind verdict)
{
  GString *style = g_string_new (html_style ());

  report_html_sections_append_style (style);
  if (verdict == VERDICT_NOT_RELIABLE)
    g_string_append (style, unreliable_paper);
  return g_string_free (style, FALSE);
}

static void
append_title (GString *out, const Report *report, VerdictKind verdict)
{
  if (verdict == VERDICT_NOT_RELIABLE)
    g_string_append (out, "NOT RELIABLE: ");
  g_string_append (out, "Azure Credit Offer reconciliation");
  if (report_as_of (report) != DAY_NONE)
    {
      g_string_append (out, " to ");
      html_text_append_day (out, report_as_of (report));
    }
}

static void
append_head (GString *out, const Report *report, VerdictKind verdict)
{
  g_autofree char *style = style_sheet (verdict);
  g_autoptr (GString) title = g_string_new (NULL);

  append_title (title, report, verdict);
  html_frame_append_head (out, title->str, style, html_script (),
                          verdict == VERDICT_NOT_RELIABLE ? " class=\"unreliable\"" : "");
}

/* The verdict */

static gboolean
all_agree (const Report *report)
{
  return report_counts_result (report, TIE_OUT_AGREES)
             + report_counts_result (report, TIE_OUT_ROUNDING)
         == report_row_count (report, REPORT_TIE_OUT);
}

static gboolean
all_agree_exactly (const Report *report)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_TIE_OUT); i++)
    if (row_remarks_of_tie_out (report_row (report, REPORT_TIE_OUT, i)) != NULL)
      return FALSE;
  return all_agree (report);
}

/* What is seen before anything is read: green only where all was compared and agrees. */
static void
append_stamp (GString *out, const Report *shown, VerdictKind verdict)
{
  const Report *report = report_whole (shown);
  const gboolean has_errors = report_counts_result (report, TIE_OUT_DIFFERS) > 0
                              || report_counts_findings (report, SEVERITY_ERROR) > 0;
  const char *style = "agrees", *words = "Agrees";

  if (verdict == VERDICT_NOT_RELIABLE)
    style = "error", words = report_is_complete (report) ? "Not reliable" : "Incomplete";
  else if (verdict == VERDICT_NOT_RECONCILED)
    style = has_errors ? "error" : "warning", words = "Not reconciled";
  else if (has_errors)
    style = "error", words = "Does not agree";
  else if (!all_agree (report) || report_counts_findings (report, SEVERITY_WARNING) > 0)
    style = "warning", words = "To be checked";
  else if (report_row_count (report, REPORT_TIE_OUT) == 0)
    style = "notice", words = "Nothing to tie out";
  else if (!all_agree_exactly (report))
    style = "notice", words = "Agrees, not to the cent";
  g_string_append_printf (out, "<p class=\"stamp\"><b class=\"%s\">%s</b></p>\n", style, words);
}

/* Before everything else, on screen and on paper. */
static void
append_banner (GString *out, const Report *report, VerdictKind verdict)
{
  g_autofree char *words = g_strchomp (reliability_words_of_report (report));

  if (verdict != VERDICT_NOT_RELIABLE)
    return;
  g_string_append (out, "<p class=\"banner\" role=\"alert\"><b>Do not rely on these figures."
                        "</b> ");
  html_text_append (out, words, VERDICT_WIDTH);
  g_string_append (out, "</p>\n");
}

/* For whoever has nothing but this page: what it was made with. */
static void
append_origin (GString *out, const Report *report)
{
  g_autofree char *month = origin_words_month (report);
  g_autofree char *options = origin_words_options (report);

  g_string_append_printf (
      out, "<p class=\"made\">Made by %s; month: %s; options: ", origin_words_program (), month);
  html_text_append (out, options, OPTIONS_WIDTH);
  g_string_append (out, ".</p>\n");
}

static void
append_verdict (GString *out, const Report *report, VerdictKind kind)
{
  g_autofree char *verdict = report_verdict (report);

  g_string_append (out, HTML_FRAME_SKIP);
  append_banner (out, report, kind);
  g_string_append (out, "<header id=\"summary\">\n<h1>Azure Credit Offer reconciliation</h1>\n");
  append_stamp (out, report, kind);
  g_string_append (out, "<p class=\"verdict\">");
  html_text_append (out, verdict, VERDICT_WIDTH);
  g_string_append (out, "</p>\n");
  append_origin (out, report);
  g_string_append (out,
                   "<p class=\"brief\">This is the summary: the verdict, the first eight cases, "
                   "the totals and their course. <a href=\"#main\">Show everything</a></p>\n"
                   "</header>\n");
}

void
report_html_write (const Report *report, Sink *sink)
{
  g_autoptr (HtmlCustomers) customers = html_customers_new (report);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  const HtmlPage page = { .report = report, .customers = customers, .places = places };
  const VerdictKind verdict = report_verdict_kind (report);
  g_autoptr (GString) out = g_string_new (NULL);

  append_head (out, report, verdict);
  append_verdict (out, report, verdict);
  report_html_sections_append_navigation (out);
  g_string_append (out, HTML_FRAME_MAIN);
  report_html_sections_append (out, &page);
  g_string_append_printf (out, "</main>\n<script>%s</script>\n</body>\n</html>\n", html_script ());
  g_assert (out->len < REPORT_HTML_BYTES_MAX);
  sink_append_bytes (sink, out->str, out->len);
}
