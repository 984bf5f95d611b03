/* SPDX-License-Identifier: MIT */
#ifndef IO_REPORT_HTML_FINDINGS_H
#define IO_REPORT_HTML_FINDINGS_H

#include "core/report.h"
#include "io/html-customers.h"
#include "io/html-table.h"

/**
 * The findings of the page: all of them, worst first, in one table, and below it what the codes
 * that occur mean. Their anchors are the codes ("#ACO401").
 */
const HtmlTable *report_html_findings_table (void);

void report_html_findings (GString *out, const Report *report, const HtmlCustomers *customers);

/** The findings of one customer as a list; at most @max of them, then their number. */
void report_html_findings_list (GString *out, const HtmlCustomer *customer, gsize max);

#endif
