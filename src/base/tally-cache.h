/* SPDX-License-Identifier: MIT */
#ifndef BASE_TALLY_CACHE_H
#define BASE_TALLY_CACHE_H

#include "base/slice.h"

/**
 * TallyCache: where tallies of a book were found, by a quick hash of what was looked for. It stands
 * in front of a tree, which stays the only one that knows: a slot holds a guess, to be compared
 * with what is wanted, and is overwritten by what the tree said. So the hash needs no key: whoever
 * makes names collide gets the tree's speed and no worse.
 */
typedef struct
{
  gpointer *slots; /* NULL: none yet; tallies borrowed from the tree, or NULL */
  gsize mask;      /* their number, a power of two, less 1 */
  gsize tallies;   /* in the tree */
} TallyCache;

void tally_cache_clear (TallyCache *self);

/** Without case, as far as ASCII goes; begin with a @hash of 0. */
guint64 tally_cache_mix_text (guint64 hash, Slice text);
guint64 tally_cache_mix_number (guint64 hash, gint64 number);

/** Whether a tally is what is wanted, and how the tree orders both; each gets the tally first. */
typedef struct
{
  GEqualFunc is_wanted;
  GCompareFunc order;
} TallyMatch;

/** What is @wanted, by the guess for @hash or else by @tree. NULL: it is not there. */
gpointer tally_cache_find (TallyCache *self, guint64 hash, GTree *tree, const TallyMatch *match,
                           gconstpointer wanted);
/** @tally was not found by @hash, and was just put into the tree. */
void tally_cache_note_new (TallyCache *self, guint64 hash, gpointer tally);

#endif
