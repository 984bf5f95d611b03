/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_PAIR_GROUPS_H
#define CORE_BOOK_SHELF_PAIR_GROUPS_H

#include "base/keyed-hash.h"

/**
 * PairGroups: the charges of each pair key that some credit has, counted, and which of them the
 * credits take (spec section 3, "Pairing"). Charges of one key differ in nothing but their Partner
 * Earned Credit, so counting is as good as lists. Knows keys by their hashes only.
 */
typedef struct PairGroups PairGroups;

/** The bit of a charge's hash that says "earned Partner Earned Credit". */
#define PAIR_GROUPS_PEC_BIT G_GUINT64_CONSTANT (1)

typedef enum
{
  PAIR_NONE,    /* no free charge: ACO204 */
  PAIR_PLAIN,   /* a charge without Partner Earned Credit */
  PAIR_WITH_PEC /* a charge that earned it: ACO301 */
} PairResult;

/** The charges of one key; the bit is not set in @hash. */
typedef struct
{
  Hash128 hash;
  guint64 plain;
  guint64 pec;
} PairCount;

typedef struct
{
  Hash128 hash;
  Hash128 invoice; /* of the first credit */
  guint64 plain;   /* charges that were added one by one */
  guint64 pec;
  PairCount shelved; /* and those of which only the number is known */
  guint64 credits;
  guint64 taken;
} PairGroup;

/** All charges of the key without Partner Earned Credit. */
static inline guint64
pair_groups_plain (const PairGroup *group)
{
  return group->plain + group->shelved.plain;
}

/** @expected: of so many credits, or more. */
PairGroups *pair_groups_new (guint expected);
void pair_groups_free (PairGroups *self); /* NULL is fine */

/** A credit of the key; @hash and @invoice without the bit. */
void pair_groups_want (PairGroups *self, Hash128 hash, Hash128 invoice);
/** A charge by its hash with the bit, and many of one key; those that nobody wants pair with
    nothing. */
void pair_groups_add_charge (PairGroups *self, Hash128 charge);
void pair_groups_add_count (PairGroups *self, const PairCount *count);
/** Those of one key that lie on all shelves, instead of what was added by pair_groups_add_count().
 */
void pair_groups_set_count (PairGroups *self, const PairCount *count);
/** The next credit of the key takes a charge: a plain one, as long as there are any. */
PairResult pair_groups_take (PairGroups *self, const Hash128 *hash);
/** As if no credit had taken any. */
void pair_groups_give_back (PairGroups *self);

/** NULL: no credit has the key. Valid until another is wanted. */
const PairGroup *pair_groups_find (const PairGroups *self, const Hash128 *hash);
typedef void (*PairGroupFunc) (const PairGroup *group, gpointer data);
/** In the order in which they were wanted. */
void pair_groups_foreach (const PairGroups *self, PairGroupFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PairGroups, pair_groups_free)

#endif
