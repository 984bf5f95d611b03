/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_NOTES_H
#define OUTPUT_STATEMENT_STATEMENT_NOTES_H

#include <glib.h>

#include "base/language/language.h"
#include "core/answer/statement.h"

/**
 * StatementNotes: what the reader of a customer statement must know beside its figures. Printable,
 * not escaped. Everything returned is (transfer full).
 */

/** What must be known to read the figures rightly: of char *, sentences; maybe none. */
GPtrArray *statement_notes_of_credit (const Language *language, const Statement *statement,
                                      const StatementCredit *credit);
GPtrArray *statement_notes_on_use (const Language *language, const Statement *statement);

/** What stands before everything else: why its figures are not reliable; NULL when they are. */
char *statement_notes_warning (const Language *language, const Statement *statement);

#endif
