/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_CASES_H
#define OUTPUT_HTML_REPORT_HTML_CASES_H

#include "output/html/html-table.h"
#include "output/html/report-html-page.h"

/**
 * The section of the cases: what to settle first, for how much, with whom, and what can be sent to
 * Microsoft as it stands.
 */

const HtmlTable *report_html_cases_table (void);

/** What stands below the heading. */
void report_html_cases (GString *out, const HtmlPage *page);

#endif
