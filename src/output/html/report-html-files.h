/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_FILES_H
#define OUTPUT_HTML_REPORT_HTML_FILES_H

#include "output/html/html-table.h"
#include "output/html/report-html-page.h"

/** What the report was made from: the files, with their checksums, and the invoices in them. */
const HtmlTable *report_html_files_table (void);
const HtmlTable *report_html_files_invoices_table (void);

void report_html_files (GString *out, const HtmlPage *page);

#endif
