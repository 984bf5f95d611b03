/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_WATERFALL_H
#define OUTPUT_HTML_REPORT_HTML_WATERFALL_H

#include "output/html/html-table.h"
#include "output/html/report-html-page.h"

/**
 * The waterfall of the page: per currency and month, before PEC -> charges -> ACO -> net, as
 * pictures and as a table. Charges are those of the report. Partner Earned Credit is part of the
 * prices on the invoice; to show it as a step of its own, what there would be to pay without it
 * comes first: charges + pec_earned. So every row foots.
 */
const HtmlTable *report_html_waterfall_table (void);
const HtmlTable *report_html_waterfall_customer_table (void);

void report_html_waterfall (GString *out, const HtmlPage *page);

/** The rows of one customer as a table; at most @max, the last ones. */
void report_html_waterfall_customer (GString *out, const HtmlPage *page,
                                     const HtmlCustomer *customer, gsize max);

#endif
