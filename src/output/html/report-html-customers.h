/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_CUSTOMERS_H
#define OUTPUT_HTML_REPORT_HTML_CUSTOMERS_H

#include "output/html/report-html-page.h"

/**
 * A section for each customer: findings, burn-down of the agreements, tie-out, waterfall. Where
 * not all fit into the page, only those of whom there is something to tell, worst first, and of
 * these those with most at stake, until it is full.
 */
void report_html_customers (GString *out, const HtmlPage *page);

/** Makes the sections; to be called before anything is written that links to them. */
void report_html_customers_choose (const HtmlPage *page);

#endif
