/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_AGREEMENTS_H
#define OUTPUT_HTML_REPORT_HTML_AGREEMENTS_H

#include "output/html/html-table.h"
#include "output/html/report-html-page.h"

/**
 * The agreements of the page: a table in order of expiry with a timeline in it. Of many, only those
 * of which there is something to tell.
 */
const HtmlTable *report_html_agreements_table (void);

void report_html_agreements (GString *out, const HtmlPage *page);

#endif
