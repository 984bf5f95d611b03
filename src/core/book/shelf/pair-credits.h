/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_PAIR_CREDITS_H
#define CORE_BOOK_SHELF_PAIR_CREDITS_H

#include "base/key-bytes.h"

/**
 * PairCredits: the ACO credit lines that a pair book has, in reading order, each with the key that
 * it pairs by. Those that were settled where they were folded are known by their hashes alone.
 *
 * Memory: 24 bytes a credit, and 16 for one that is settled.
 */
typedef struct PairCredits PairCredits;

/** A key that charges are wanted of: its hash, and that of its invoice. */
typedef struct
{
  Hash128 hash;
  Hash128 invoice;
} PairWish;

/** The key but for its invoice: what credits and charges of several invoices can share. */
static inline Hash128
pair_credits_rest (const PairWish *key)
{
  return key_bytes_hash_xor (key->hash, key->invoice);
}

PairCredits *pair_credits_new (void);
void pair_credits_free (PairCredits *self); /* NULL is fine */

/** @key: NULL for a credit without price or quantity. */
void pair_credits_add (PairCredits *self, guint tag, const PairWish *key);
/** A credit of a shelf that has as many plain charges of the key as credits, or more. */
void pair_credits_settle (PairCredits *self, Hash128 hash);
/** @later was read after @self; its tags are raised by @tag_offset. It is left empty. */
void pair_credits_merge (PairCredits *self, PairCredits *later, guint tag_offset);
/** All but the settled ones. */
void pair_credits_forget (PairCredits *self);

/* By place, in reading order. */
guint pair_credits_count (const PairCredits *self);
guint pair_credits_tag (const PairCredits *self, guint place);
/** FALSE: without price or quantity. */
gboolean pair_credits_key (const PairCredits *self, guint place, PairWish *key);

GArray *pair_credits_settled (const PairCredits *self); /* of Hash128; (transfer none) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PairCredits, pair_credits_free)

#endif
