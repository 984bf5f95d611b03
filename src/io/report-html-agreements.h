/* SPDX-License-Identifier: MIT */
#ifndef IO_REPORT_HTML_AGREEMENTS_H
#define IO_REPORT_HTML_AGREEMENTS_H

#include "core/report.h"
#include "io/html-customers.h"
#include "io/html-table.h"

/**
 * The agreements of the page: a table in order of expiry with a timeline in it.
 */
const HtmlTable *report_html_agreements_table (void);

void report_html_agreements (GString *out, const Report *report, const HtmlCustomers *customers);

#endif
