/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_KEY_TABLE_H
#define CORE_BOOK_KEY_TABLE_H

#include "base/keyed-hash.h"

/**
 * KeyTable: keys of a few small numbers each (see id-table), numbered as they are met: 0 for the
 * first. Found by a keyed hash; before it comes a guess, the key that came after that of the last
 * call the time before. Memory: each key, and about 20 bytes.
 */
typedef struct KeyTable KeyTable;

#define KEY_TABLE_WIDTH_MAX 12

/** @width: how many numbers a key has. */
KeyTable *key_table_new (const HashKey *key, guint width);
void key_table_free (KeyTable *self); /* NULL is fine */

/** The number of @key, which is new when it is the count of before. */
guint key_table_add (KeyTable *self, const guint32 *key);
/*
 * A table that is larger than the caches is waited for. Who knows a key some time before asks for
 * its place, later whether its number can be told, fetches what that is for, and later adds it.
 */
/** The hash of @key; its place in the table is asked for. */
guint64 key_table_expect (const KeyTable *self, const guint32 *key);
/** The number that the key of @hash has, most likely; FALSE: it is new, or cannot be told. */
gboolean key_table_guess (const KeyTable *self, guint64 hash, guint *number);
/** key_table_add() of a key whose hash is known. */
guint key_table_add_expected (KeyTable *self, const guint32 *key, guint64 hash);

/** FALSE: it was never added, and *number is left alone. */
gboolean key_table_find (const KeyTable *self, const guint32 *key, guint *number);
guint key_table_count (const KeyTable *self);
guint key_table_width (const KeyTable *self);
/** Valid until a key is added. */
const guint32 *key_table_key (const KeyTable *self, guint number);
void key_table_remove_all (KeyTable *self);

/**
 * The numbers of all keys in the order of their parts; @ranks: for each part where its numbers
 * stand (see id_table_ranks()), NULL: by themselves. (transfer full)
 */
guint *key_table_sorted (const KeyTable *self, guint *const ranks[]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeyTable, key_table_free)

#endif
