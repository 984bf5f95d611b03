/* SPDX-License-Identifier: MIT */
#ifndef IO_REPORT_HTML_TIEOUT_H
#define IO_REPORT_HTML_TIEOUT_H

#include "core/report.h"
#include "io/html-customers.h"
#include "io/html-table.h"

/**
 * The tie-out of the page: every customer-month, or, when they are many, those that do not agree.
 */
const HtmlTable *report_html_tie_out_table (void);
const HtmlTable *report_html_tie_out_customer_table (void);

void report_html_tie_out (GString *out, const Report *report, const HtmlCustomers *customers);

/** The rows of one customer, without naming it; at most @max, the last ones. */
void report_html_tie_out_customer (GString *out, const Report *report, const HtmlCustomer *customer,
                                   gsize max);

#endif
