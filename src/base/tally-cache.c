/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/tally-cache.h"

#include <string.h>

#define SLOTS_FIRST 64
#define SLOTS_EACH 4 /* for each tally: fewer, and they would often be in each other's place */
#define SLOTS_MAX ((gsize) 1 << 20)

void
tally_cache_clear (TallyCache *self)
{
  g_free (self->slots);
  *self = (TallyCache){ 0 };
}

static inline guint64
mix (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 32;
}

/* Letters differ in this bit alone; what else becomes equal only shares a slot. */
static inline guint64
fold (guint64 word)
{
  return word | G_GUINT64_CONSTANT (0x2020202020202020);
}

guint64
tally_cache_mix_text (guint64 hash, Slice text)
{
  guint64 word = 0;
  gsize at = 0;

  for (; at + sizeof word <= text.length; at += sizeof word)
    {
      memcpy (&word, text.text + at, sizeof word);
      hash = mix (hash, fold (word));
    }
  word = 0;
  for (gsize i = at; i < text.length; i++)
    word = word << 8 | (guchar) text.text[i];
  return mix (hash, fold (word) ^ text.length);
}

guint64
tally_cache_mix_number (guint64 hash, gint64 number)
{
  return mix (hash, (guint64) number);
}

gpointer
tally_cache_find (TallyCache *self, guint64 hash, GTree *tree, const TallyMatch *match,
                  gconstpointer wanted)
{
  if (self->slots == NULL)
    return g_tree_search (tree, match->order, wanted);
  gpointer *slot = &self->slots[hash & self->mask];
  if (*slot != NULL && match->is_wanted (*slot, wanted))
    return *slot;
  gpointer tally = g_tree_search (tree, match->order, wanted);
  if (tally != NULL)
    *slot = tally;
  return tally;
}

/* Guesses are not carried over: the rows that come find them again. */
static void
grow (TallyCache *self)
{
  const gsize slots = self->slots != NULL ? 2 * (self->mask + 1) : SLOTS_FIRST;

  g_free (self->slots);
  self->slots = g_new0 (gpointer, slots);
  self->mask = slots - 1;
}

void
tally_cache_note_new (TallyCache *self, guint64 hash, gpointer tally)
{
  self->tallies++;
  if (self->slots == NULL
      || (SLOTS_EACH * self->tallies > self->mask + 1 && self->mask + 1 < SLOTS_MAX))
    grow (self);
  self->slots[hash & self->mask] = tally;
}
