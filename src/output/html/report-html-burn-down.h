/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_BURN_DOWN_H
#define OUTPUT_HTML_REPORT_HTML_BURN_DOWN_H

#include "output/html/html-table.h"
#include "output/html/report-html-page.h"

/** The burn-down of one agreement: a picture of its balance, and its roll-forward. */
const HtmlTable *report_html_burn_down_table (void);

/**
 * The rows @first to @first + @count - 1 of the roll-forward, all of one credit; at most @max of
 * them, the last ones. @agreement: its row among the agreements, or NULL.
 */
void report_html_burn_down (GString *out, const HtmlPage *page, const AgreementRow *agreement,
                            gsize first, gsize count, gsize max);

#endif
