/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STATEMENT_STATEMENT_TEXT_PART_H
#define OUTPUT_STATEMENT_STATEMENT_TEXT_PART_H

#include "core/answer/statement.h"
#include "output/statement/statement-words.h"
#include "output/text/text-table.h"

/**
 * What the text of a customer statement is put together with: lines of 80 columns. Labels and names
 * of columns are handed over in English, NC_ ("statement", ...) and NC_ ("column", ...), all other
 * texts as they are to be read.
 */

/** StatementText: what its parts share. Borrowed. */
typedef struct
{
  const Statement *statement;
  StatementVoice voice;
  GString *out;
} StatementText;

/** A paragraph, and the lines above a section. */
void statement_text_part_wrapped (GString *out, const char *text);
void statement_text_part_heading (GString *out, const char *text);
/** Notes, of char *, one paragraph each. (transfer full) */
void statement_text_part_notes (GString *out, GPtrArray *notes);

/** "Label                 text"; nothing when there is no text. */
void statement_text_part_fact (const StatementText *self, const char *label, const char *text);
/** The same for a text from a file. */
void statement_text_part_foreign (const StatementText *self, const char *label, const char *text);
void statement_text_part_money (const StatementText *self, const char *label, Amount amount,
                                const char *currency);

void statement_text_part_table (const StatementText *self, const TextTable *table,
                                const char *title);
void statement_text_part_add_column (TextTable *table, const Language *language, const char *name,
                                     TextColumnFlags flags);
/** A cell. @text: (transfer full) */
void statement_text_part_add_text (TextTable *table, char *text);

#endif
