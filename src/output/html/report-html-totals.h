/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_TOTALS_H
#define OUTPUT_HTML_REPORT_HTML_TOTALS_H

#include "output/html/html-table.h"
#include "output/html/report-html-page.h"

/** The totals of the page, a row per currency. */
const HtmlTable *report_html_totals_table (void);

void report_html_totals (GString *out, const HtmlPage *page);

#endif
