/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_ID_TABLE_H
#define CORE_BOOK_ID_TABLE_H

#include "base/keyed-hash.h"
#include "base/slice.h"

/**
 * IdTable: texts that rows name again and again, as small numbers: 0 for the first that was met, 1
 * for the next. Books work with the numbers; the texts are kept once. Found by a keyed hash, so
 * that nobody can choose texts that are slow to find; before it come two guesses, the text of the
 * last call and the one that came after it the time before, for files repeat themselves.
 *
 * Memory follows different texts: their bytes and about 40 bytes each.
 */
typedef struct IdTable IdTable;

/** How texts are compared, and kept. */
typedef enum
{
  ID_LOWER, /* without case (ASCII), kept in lower case */
  ID_UPPER, /* without case, kept in upper case */
  ID_EXACT
} IdCase;

IdTable *id_table_new (const HashKey *key, IdCase fold);
void id_table_free (IdTable *self); /* NULL is fine */

/** The number of @text, which may be new. */
guint id_table_add (IdTable *self, Slice text);
/** FALSE: it was never added, and *id is left alone. */
gboolean id_table_find (const IdTable *self, Slice text, guint *id);
guint id_table_count (const IdTable *self);
/** The text as it is kept, as long as the table lives. */
const char *id_table_text (const IdTable *self, guint id);

/**
 * The number in @self of what has the number @id in @later. Remembered there, so that asking again
 * costs nothing.
 */
guint id_table_take (IdTable *self, IdTable *later, guint id);

/** By number: the place of its text among all, sorted as by strcmp(). (transfer full) */
guint *id_table_ranks (const IdTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IdTable, id_table_free)

#endif
