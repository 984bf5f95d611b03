/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_EVIDENCE_H
#define OUTPUT_HTML_REPORT_HTML_EVIDENCE_H

#include "output/html/report-html-page.h"

/**
 * What a finding rests on, to be opened beside it: of a row of a balance report the cells that were
 * used, as read, and what the roll-forward makes of them; the tie-out of its month; of an invoice
 * the sums of the customer's lines; and the command that lists the rows themselves.
 *
 * All of it is in the report. Cells of single invoice lines are not: rows are folded when they are
 * read (ADR 4), which lines a finding will stand on is known only at the end, and a second walk
 * through the files for them would take as long as the run itself, or be impossible (standard
 * input). The command reads them where they are wanted.
 */

/** Nothing where @row is about no customer or no month. @folder: of the files, may be NULL. */
void report_html_evidence (GString *out, const HtmlPage *page, const FindingRow *row,
                           const char *folder);

#endif
