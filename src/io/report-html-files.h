/* SPDX-License-Identifier: MIT */
#ifndef IO_REPORT_HTML_FILES_H
#define IO_REPORT_HTML_FILES_H

#include "io/html-table.h"
#include "io/report-html-page.h"

/** What the report was made from: the files, with their checksums, and the invoices in them. */
const HtmlTable *report_html_files_table (void);
const HtmlTable *report_html_invoices_table (void);

void report_html_files (GString *out, const HtmlPage *page);

#endif
