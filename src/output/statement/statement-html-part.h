/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_HTML_PART_H
#define OUTPUT_STATEMENT_STATEMENT_HTML_PART_H

#include <glib.h>

#include "core/answer/statement.h"
#include "output/statement/statement-words.h"

/** StatementPage: what all parts of a customer statement's page are put together with. Borrowed. */
typedef struct
{
  const Statement *statement;
  StatementVoice voice;
} StatementPage;

/** @words, which are printable, escaped between two pieces of markup. */
void statement_html_part_words (GString *out, const char *before, const char *words,
                                const char *after);

/** The heads of a table, NC_ ("statement", ...), up to NULL. */
void statement_html_part_heads (GString *out, const Language *language, const char *const *heads);

/** Notes, of char *, one paragraph each. (transfer full) */
void statement_html_part_notes (GString *out, GPtrArray *notes);

#endif
