/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_FINDINGS_H
#define OUTPUT_HTML_REPORT_HTML_FINDINGS_H

#include "output/html/html-table.h"
#include "output/html/report-html-page.h"

/**
 * The findings of the page: all of them, worst first, in one table, and below it what the codes
 * that occur mean. Their anchors are the codes ("#ACO401").
 */
const HtmlTable *report_html_findings_table (void);

void report_html_findings (GString *out, const HtmlPage *page);

/** The findings of one customer as a list; at most @max of them, then their number. */
void report_html_findings_list (GString *out, const HtmlPage *page, const HtmlCustomer *customer,
                                gsize max);

#endif
