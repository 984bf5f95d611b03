/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_HTML_CREDIT_H
#define OUTPUT_STATEMENT_STATEMENT_HTML_CREDIT_H

#include "output/statement/statement-html-part.h"

/**
 * One credit in the page of a customer statement: what became of it, a bar of how much was used,
 * its terms, and its months.
 */
void statement_html_credit (GString *out, const StatementPage *page, const StatementCredit *credit);

#endif
