/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_HTML_PART_H
#define OUTPUT_STATEMENT_STATEMENT_HTML_PART_H

#include <glib.h>

#include "core/answer/statement.h"
#include "core/report/money-places.h"

/** StatementPage: what all parts of a customer statement's page are put together with. Borrowed. */
typedef struct
{
  const Statement *statement;
  const MoneyPlaces *places;
} StatementPage;

/** @words, which are printable, escaped between two pieces of markup. */
void statement_html_part_words (GString *out, const char *before, const char *words,
                                const char *after);

/** Notes, of char *, one paragraph each. (transfer full) */
void statement_html_part_notes (GString *out, GPtrArray *notes);

#endif
