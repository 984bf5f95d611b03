/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_TIE_OUT_H
#define OUTPUT_HTML_REPORT_HTML_TIE_OUT_H

#include "output/html/html-table.h"
#include "output/html/report-html-page.h"

/**
 * The tie-out of the page: every customer-month, or, when they are many, those that do not
 * agree; and when there is no room for all of these, those with most at stake.
 */
const HtmlTable *report_html_tie_out_table (void);
const HtmlTable *report_html_tie_out_customer_table (void);

void report_html_tie_out (GString *out, const HtmlPage *page);

/** The rows of one customer, without naming it; at most @max, the last ones. */
void report_html_tie_out_customer (GString *out, const HtmlPage *page, const HtmlCustomer *customer,
                                   gsize max);

#endif
