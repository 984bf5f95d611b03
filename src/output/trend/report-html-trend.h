/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TREND_REPORT_HTML_TREND_H
#define OUTPUT_TREND_REPORT_HTML_TREND_H

#include "output/html/html-table.h"
#include "output/html/report-html-page.h"

/**
 * The trend of the page: used, invoiced and left in each month, all customers together. A picture
 * for each currency, and the same as a table.
 */
void report_html_trend (GString *out, const HtmlPage *page);
const HtmlTable *report_html_trend_table (void);

#endif
