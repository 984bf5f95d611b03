/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_TEXT_H
#define OUTPUT_STATEMENT_STATEMENT_TEXT_H

#include "core/answer/statement.h"
#include "output/sink.h"
#include "output/statement/statement-look.h"

/**
 * Writes a customer statement as text of 80 columns; lines are longer only where amounts or a word
 * need it, which are never cut. A function of @statement and @look alone; the logo is left out.
 */
void statement_text_write (const Statement *statement, const StatementLook *look, Sink *sink);

#endif
