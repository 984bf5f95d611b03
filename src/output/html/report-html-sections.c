/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-sections.h"

#include "output/html/html-frame.h"
#include "output/html/html-text.h"
#include "output/html/report-html-agreements.h"
#include "output/html/report-html-burn-down.h"
#include "output/html/report-html-cases.h"
#include "output/html/report-html-customers.h"
#include "output/html/report-html-files.h"
#include "output/html/report-html-findings.h"
#include "output/html/report-html-tie-out.h"
#include "output/html/report-html-totals.h"
#include "output/html/report-html-waterfall.h"
#include "output/trend/report-html-trend.h"

#define TABLES_MAX 2

typedef struct
{
  const char *anchor;
  const char *title; /* in the navigation */
  const char *heading;
  void (*append) (GString *out, const HtmlPage *page); /* what stands below the heading */
  const HtmlTable *(*tables[TABLES_MAX]) (void);
} HtmlSection;

static const HtmlSection sections[] = {
  { "cases",
    NC_ ("heading", "Cases"),
    NC_ ("heading", "Cases"),
    report_html_cases,
    { report_html_cases_table } },
  { "totals",
    NC_ ("heading", "Totals"),
    NC_ ("heading", "Totals"),
    report_html_totals,
    { report_html_totals_table } },
  { "findings",
    NC_ ("heading", "Findings"),
    NC_ ("heading", "Findings"),
    report_html_findings,
    { report_html_findings_table } },
  { "tieout",
    NC_ ("heading", "Tie-out"),
    NC_ ("heading", "Tie-out of credit used"),
    report_html_tie_out,
    { report_html_tie_out_table, report_html_tie_out_customer_table } },
  { "trend",
    NC_ ("heading", "By month"),
    NC_ ("heading", "Used, invoiced and left by month"),
    report_html_trend,
    { report_html_trend_table } },
  { "waterfall",
    NC_ ("heading", "Waterfall"),
    NC_ ("heading", "Invoice waterfall"),
    report_html_waterfall,
    { report_html_waterfall_table, report_html_waterfall_customer_table } },
  { "agreements",
    NC_ ("heading", "Agreements"),
    NC_ ("heading", "Agreements"),
    report_html_agreements,
    { report_html_agreements_table } },
  { "customers",
    NC_ ("heading", "Customers"),
    NC_ ("heading", "Customers"),
    report_html_customers,
    { report_html_burn_down_table } },
  { "files",
    NC_ ("heading", "What was read"),
    NC_ ("heading", "What was read"),
    report_html_files,
    { report_html_files_table, report_html_files_invoices_table } },
};

void
report_html_sections_append_style (GString *style, const Language *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    for (gsize t = 0; t < TABLES_MAX && sections[i].tables[t] != NULL; t++)
      html_table_append_style (style, language, sections[i].tables[t]());
}

void
report_html_sections_append_navigation (GString *out, const Language *language)
{
  html_frame_begin_navigation (out, language);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    html_frame_append_link (out, sections[i].anchor,
                            language_say_in (language, "heading", sections[i].title));
  html_frame_append_link (out, "summary", language_say (language, "Summary to print"));
  g_string_append (out, HTML_FRAME_NAVIGATION_END);
}

void
report_html_sections_append (GString *out, const HtmlPage *page)
{
  report_html_customers_choose (page); /* the tables before theirs link to them */
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_string_append_printf (out, "<section id=\"%s\"><h2>", sections[i].anchor);
      html_text_append_escaped (out,
                                language_say_in (page->language, "heading", sections[i].heading));
      g_string_append (out, "</h2>\n");
      sections[i].append (out, page);
      g_string_append (out, "</section>\n");
    }
}
