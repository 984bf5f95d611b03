/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_HTML_H
#define OUTPUT_STATEMENT_STATEMENT_HTML_H

#include "core/answer/statement.h"
#include "output/sink.h"
#include "output/statement/statement-look.h"

/**
 * Writes a customer statement as one HTML page for screen and paper: no script, no network, no
 * font or picture of elsewhere; its content security policy lets nothing load but its own style,
 * by its hash, and the logo, which is in the page. A function of @statement and @look alone.
 */
void statement_html_write (const Statement *statement, const StatementLook *look, Sink *sink);

/** What every statement in a language begins with: by it an earlier one is known. (transfer full)
 */
char *statement_html_start (const Language *language);

#endif
