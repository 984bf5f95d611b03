/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-sections.h"

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
  { "cases", "Cases", "Cases", report_html_cases, { report_html_cases_table } },
  { "totals", "Totals", "Totals", report_html_totals, { report_html_totals_table } },
  { "findings", "Findings", "Findings", report_html_findings, { report_html_findings_table } },
  { "tieout",
    "Tie-out",
    "Tie-out of credit used",
    report_html_tie_out,
    { report_html_tie_out_table, report_html_tie_out_customer_table } },
  { "trend",
    "By month",
    "Used, invoiced and left by month",
    report_html_trend,
    { report_html_trend_table } },
  { "waterfall",
    "Waterfall",
    "Invoice waterfall",
    report_html_waterfall,
    { report_html_waterfall_table, report_html_waterfall_customer_table } },
  { "agreements",
    "Agreements",
    "Agreements",
    report_html_agreements,
    { report_html_agreements_table } },
  { "customers", "Customers", "Customers", report_html_customers, { report_html_burn_down_table } },
  { "files",
    "What was read",
    "What was read",
    report_html_files,
    { report_html_files_table, report_html_files_invoices_table } },
};

void
report_html_sections_append_style (GString *style)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    for (gsize t = 0; t < TABLES_MAX && sections[i].tables[t] != NULL; t++)
      html_table_append_style (style, sections[i].tables[t]());
}

void
report_html_sections_append_navigation (GString *out)
{
  g_string_append (out, "<nav aria-label=\"Sections\"><ul>\n");
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    g_string_append_printf (out, "<li><a href=\"#%s\">%s</a></li>\n", sections[i].anchor,
                            sections[i].title);
  g_string_append (out, "<li><a href=\"#summary\">Summary to print</a></li>\n</ul></nav>\n");
}

void
report_html_sections_append (GString *out, const HtmlPage *page)
{
  report_html_customers_choose (page); /* the tables before theirs link to them */
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_string_append_printf (out, "<section id=\"%s\"><h2>%s</h2>\n", sections[i].anchor,
                              sections[i].heading);
      sections[i].append (out, page);
      g_string_append (out, "</section>\n");
    }
}
