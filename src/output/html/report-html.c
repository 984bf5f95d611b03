/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html.h"

#include "base/visible-text.h"
#include "core/report/report-counts.h"
#include "output/html/html-frame.h"
#include "output/html/html-script.h"
#include "output/html/html-style.h"
#include "output/html/html-text.h"
#include "output/html/report-html-sections.h"
#include "output/text/origin-words.h"
#include "output/text/reliability-words.h"
#include "output/text/row-remarks.h"
#include "output/text/verdict/report-verdict.h"

/* An index of customers, and the codes that were found, beside what is said once. */
G_STATIC_ASSERT (HTML_SHARES + 300 * 1024 < REPORT_HTML_BYTES_MAX);

#define VERDICT_WIDTH 2000
#define OPTIONS_WIDTH 8000

/* The head */

/* Each sheet of paper says so: one of them alone may be shown around. */
static const char unreliable_paper[]
    = "@page{@top-left{content:'NOT RELIABLE: see the first page';font:bold 9pt sans-serif;"
      "color:#a8201a}}\n";

static void
append_unreliable_paper (GString *style, const Language *language)
{
  g_string_append (style, unreliable_paper);
  if (language == NULL)
    return;
  g_string_append (style, "@page{@top-left{content:");
  html_style_append_string (style, language_say (language, "NOT RELIABLE: see the first page"));
  g_string_append (style, "}}\n");
}

static char *
style_sheet (VerdictKind verdict, const Language *language)
{
  g_autofree char *common = html_style (language);
  GString *style = g_string_new (common);

  report_html_sections_append_style (style, language);
  if (verdict == VERDICT_NOT_RELIABLE)
    append_unreliable_paper (style, language);
  return g_string_free (style, FALSE);
}

/* (transfer full) */
static char *
title_of (const Report *report, const Language *language, VerdictKind verdict)
{
  const gboolean is_reliable = verdict != VERDICT_NOT_RELIABLE;
  g_autofree char *day = html_text_day (language, report_as_of (report));

  if (report_as_of (report) == DAY_NONE)
    return g_strdup (
        is_reliable ? language_say (language, "Azure Credit Offer reconciliation")
                    : language_say (language, "NOT RELIABLE: Azure Credit Offer reconciliation"));
  return is_reliable
             ? g_strdup_printf (language_say (language, "Azure Credit Offer reconciliation to %s"),
                                day)
             : g_strdup_printf (
                 language_say (language, "NOT RELIABLE: Azure Credit Offer reconciliation to %s"),
                 day);
}

static void
append_head (GString *out, const HtmlPage *page, const char *script, VerdictKind verdict)
{
  g_autofree char *style = style_sheet (verdict, page->language);
  g_autofree char *words = title_of (page->report, page->language, verdict);
  g_autoptr (GString) title = g_string_new (NULL);

  html_text_append_escaped (title, words);
  html_frame_append_head (out, page->language, title->str, style, script,
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
append_stamp (GString *out, const HtmlPage *page, VerdictKind verdict)
{
  const Report *report = report_whole (page->report);
  const gboolean has_errors = report_counts_result (report, TIE_OUT_DIFFERS) > 0
                              || report_counts_findings (report, SEVERITY_ERROR) > 0;
  const char *style = "agrees", *words = NC_ ("stamp", "Agrees");

  if (verdict == VERDICT_NOT_RELIABLE)
    style = "error", words = report_is_complete (report) ? NC_ ("stamp", "Not reliable")
                                                         : NC_ ("stamp", "Incomplete");
  else if (verdict == VERDICT_NOT_RECONCILED)
    style = has_errors ? "error" : "warning", words = NC_ ("stamp", "Not reconciled");
  else if (has_errors)
    style = "error", words = NC_ ("stamp", "Does not agree");
  else if (!all_agree (report) || report_counts_findings (report, SEVERITY_WARNING) > 0)
    style = "warning", words = NC_ ("stamp", "To be checked");
  else if (report_row_count (report, REPORT_TIE_OUT) == 0)
    style = "notice", words = NC_ ("stamp", "Nothing to tie out");
  else if (!all_agree_exactly (report))
    style = "notice", words = NC_ ("stamp", "Agrees, not to the cent");
  g_string_append_printf (out, "<p class=\"stamp\"><b class=\"%s\">", style);
  html_text_append_escaped (out, language_say_in (page->language, "stamp", words));
  g_string_append (out, "</b></p>\n");
}

/* Before everything else, on screen and on paper. */
static void
append_banner (GString *out, const HtmlPage *page, VerdictKind verdict)
{
  g_autofree char *words = g_strchomp (reliability_words_of_report (page->report, page->language));

  if (verdict != VERDICT_NOT_RELIABLE)
    return;
  g_string_append (out, "<p class=\"banner\" role=\"alert\"><b>");
  html_text_append_escaped (out, language_say (page->language, "Do not rely on these figures."));
  g_string_append (out, "</b> ");
  html_text_append (out, words, VERDICT_WIDTH);
  g_string_append (out, "</p>\n");
}

/* For whoever has nothing but this page: what it was made with. */
static void
append_origin (GString *out, const HtmlPage *page)
{
  g_autofree char *month = origin_words_month (page->report, page->language);
  g_autofree char *options = origin_words_options (page->report, page->language);
  g_autofree char *shown = visible_text (options, OPTIONS_WIDTH);
  g_autofree char *text
      = g_strdup_printf (language_say (page->language, "Made by %s; month: %s; options: %s."),
                         origin_words_program (), month, shown);

  html_text_append_paragraph (out, "made", text);
}

static void
append_verdict (GString *out, const HtmlPage *page, VerdictKind kind)
{
  const Language *language = page->language;
  g_autofree char *verdict = report_verdict (page->report, page->language);

  html_frame_append_skip (out, language);
  append_banner (out, page, kind);
  g_string_append (out, "<header id=\"summary\">\n<h1>");
  html_text_append_escaped (out, language_say (language, "Azure Credit Offer reconciliation"));
  g_string_append (out, "</h1>\n");
  append_stamp (out, page, kind);
  g_string_append (out, "<p class=\"verdict\">");
  html_text_append (out, verdict, VERDICT_WIDTH);
  g_string_append (out, "</p>\n");
  append_origin (out, page);
  g_string_append (out, "<p class=\"brief\">");
  /* translators: what stands between { and } is a link */
  html_text_append_marked (
      out,
      language_say (language, "This is the summary: the verdict, the first eight cases, the totals "
                              "and their course. {Show everything}"),
      "<a href=\"#main\">", "</a>");
  g_string_append (out, "</p>\n</header>\n");
}

void
report_html_write (const Report *report, const Language *language, Sink *sink)
{
  g_autoptr (HtmlCustomers) customers = html_customers_new (report);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  const HtmlPage page
      = { .report = report, .language = language, .customers = customers, .places = places };
  const VerdictKind verdict = report_verdict_kind (report);
  g_autofree char *script = html_script (language);
  g_autoptr (GString) out = g_string_new (NULL);

  append_head (out, &page, script, verdict);
  append_verdict (out, &page, verdict);
  report_html_sections_append_navigation (out, language);
  g_string_append (out, HTML_FRAME_MAIN);
  report_html_sections_append (out, &page);
  g_string_append_printf (out, "</main>\n<script>%s</script>\n</body>\n</html>\n", script);
  g_assert (out->len < REPORT_HTML_BYTES_MAX);
  sink_append_bytes (sink, out->str, out->len);
}
