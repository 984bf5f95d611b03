/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_HTML_USE_H
#define OUTPUT_STATEMENT_STATEMENT_HTML_USE_H

#include "output/statement/statement-html-part.h"

/** The tables at the end of a customer statement's page; nothing where they would be empty. */

/** What the credit was used for, by month and product. */
void statement_html_use (GString *out, const StatementPage *page);
/** Partner Earned Credit. */
void statement_html_use_pec (GString *out, const StatementPage *page);

#endif
