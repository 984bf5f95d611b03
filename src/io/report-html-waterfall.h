/* SPDX-License-Identifier: MIT */
#ifndef IO_REPORT_HTML_WATERFALL_H
#define IO_REPORT_HTML_WATERFALL_H

#include "core/report.h"
#include "io/html-customers.h"
#include "io/html-table.h"

/**
 * The waterfall of the page: per currency and month, charges -> ACO -> PEC -> net, as pictures and
 * as a table. Partner Earned Credit is part of the prices on the invoice; to show it as a step of
 * its own, charges are those before it: charges + pec_earned of the report. So every row foots.
 */
const HtmlTable *report_html_waterfall_table (void);
const HtmlTable *report_html_waterfall_customer_table (void);

void report_html_waterfall (GString *out, const Report *report);

/** The rows of one customer as a table; at most @max, the last ones. */
void report_html_waterfall_customer (GString *out, const Report *report,
                                     const HtmlCustomer *customer, gsize max);

#endif
