/* SPDX-License-Identifier: MIT */
#ifndef IO_STATEMENT_TEXT_H
#define IO_STATEMENT_TEXT_H

#include "core/statement.h"
#include "io/sink.h"
#include "io/statement-look.h"

/**
 * Writes a customer statement as text of 80 columns; lines are longer only where amounts or a word
 * need it, which are never cut. A function of @statement and @look alone; the logo is left out.
 */
void statement_text_write (const Statement *statement, const StatementLook *look, Sink *sink);

#endif
