/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/cell-runs.h"

#include <string.h>

#define WAYS 4
#define SETS_FIRST 16
#define CACHE_LINE 64
#define WORD sizeof (guint64)

/* A run and its bytes. */
typedef struct
{
  CellRun run;
  gsize room; /* for bytes */
  char bytes[];
} Entry;

/* One look at memory tells which of them to look at. */
typedef struct
{
  guint32 hashes[WAYS];
  Entry *ways[WAYS]; /* NULL: free, and so are those behind it */
  guint32 next;      /* the one that goes for a new one, when it is full */
} Set;

struct CellRuns
{
  Set *sets;
  guint mask; /* the number of sets, a power of two, less 1 */
  guint count;
  Entry *last; /* of cell_runs_find_now(); NULL: none, or it may be gone */
  guint luck;  /* how often it was that again, lately */
};

CellRuns *
cell_runs_new (void)
{
  CellRuns *self = g_new0 (CellRuns, 1);

  self->sets = g_new0 (Set, SETS_FIRST);
  self->mask = SETS_FIRST - 1;
  return self;
}

void
cell_runs_free (CellRuns *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i <= self->mask; i++)
    for (guint way = 0; way < WAYS; way++)
      g_free (self->sets[i].ways[way]);
  g_free (self->sets);
  g_free (self);
}

static inline guint64
load (const char *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return word;
}

#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/*
 * Of the last eight bytes of each cell, as far as they lie in the run. It has no key: runs of equal
 * hashes push each other out of a set of two, and cost no more than that.
 */
static inline guint32
hash_of (const char *base, gsize length, const Slice *cells, guint count)
{
  guint64 hash = length;

  if (length < WORD)
    for (gsize i = 0; i < length; i++)
      hash = hash << 8 | (guchar) base[i];
  else
    for (guint i = 0; i < count; i++)
      {
        const gsize at = (gsize) (cells[i].text + cells[i].length) - (gsize) base - WORD;
        if (at <= length - WORD) /* not so when it begins before the run, too */
          hash = (hash ^ load (base + at)) * FACTOR;
      }
  return (guint32) (hash * FACTOR >> 32) | 1U << 31;
}

static inline Set *
set_of (const CellRuns *self, guint32 hash)
{
  return &self->sets[hash & self->mask];
}

/* From the first cell to the last; its text is NULL where they cannot be remembered. */
static inline Slice
bytes_of_run (Slice raw, const Slice *cells, guint count)
{
  const char *base = cells[0].text;
  const gsize first = (gsize) base - (gsize) raw.text;
  const gsize length = (gsize) (cells[count - 1].text + cells[count - 1].length) - (gsize) base;

  if (length > CELL_RUN_BYTES || first > raw.length || length > raw.length - first)
    return (Slice){ NULL, 0 };
  return (Slice){ base, length };
}

static inline CellRunKey
key_of_run (Slice run, const Slice *cells, guint count)
{
  if (run.text == NULL)
    return (CellRunKey){ NULL, 0, 0 };
  return (CellRunKey){ run.text, (guint32) run.length,
                       hash_of (run.text, run.length, cells, count) };
}

CellRunKey
cell_runs_expect (const CellRuns *self, Slice raw, const Slice *cells, guint count)
{
  const CellRunKey key = key_of_run (bytes_of_run (raw, cells, count), cells, count);

  __builtin_prefetch (set_of (self, key.hash));
  return key;
}

void
cell_runs_fetch (const CellRuns *self, const CellRunKey *key)
{
  const Set *set = set_of (self, key->hash);

  if (key->base == NULL)
    return;
  for (guint way = 0; way < WAYS; way++)
    if (set->hashes[way] == key->hash)
      for (guint at = 0; at < sizeof (Entry) + key->length; at += CACHE_LINE)
        __builtin_prefetch ((const char *) set->ways[way] + at);
}

/* Free ways have the hash 0, which is nobody's. */
static inline Entry *
find_in_set (const Set *set, const CellRunKey *key)
{
  for (guint way = 0; way < WAYS; way++)
    if (set->hashes[way] == key->hash)
      {
        Entry *entry = set->ways[way];
        if (entry->run.length == key->length && memcmp (entry->bytes, key->base, key->length) == 0)
          return entry;
      }
  return NULL;
}

/* A way of @set that is free, or whose turn it is to be forgotten. */
static guint
way_for_new (Set *set)
{
  for (guint way = 0; way < WAYS; way++)
    if (set->ways[way] == NULL)
      return way;
  return set->next++ % WAYS;
}

/* What is in one set finds room in the two that it becomes. */
static void
grow (CellRuns *self)
{
  const guint before = self->mask + 1;
  g_autofree Set *old = self->sets;

  self->mask = 2 * before - 1;
  self->sets = g_new0 (Set, 2 * before);
  for (guint i = 0; i < before; i++)
    for (guint way = 0; way < WAYS && old[i].ways[way] != NULL; way++)
      {
        Set *set = set_of (self, old[i].hashes[way]);
        const guint free_way = way_for_new (set);
        set->hashes[free_way] = old[i].hashes[way];
        set->ways[free_way] = old[i].ways[way];
      }
}

static Entry *
entry_for_new (CellRuns *self, const CellRunKey *key)
{
  if (self->count > self->mask + 1 && self->mask + 1 < CELL_RUNS_MOST / WAYS)
    grow (self);
  Set *set = set_of (self, key->hash);
  const guint way = way_for_new (set);
  Entry *entry = set->ways[way];

  self->count += entry == NULL;
  self->last = NULL;
  if (entry == NULL || entry->room < key->length)
    {
      g_free (entry);
      entry = g_malloc (sizeof (Entry) + key->length);
      entry->room = key->length;
    }
  set->ways[way] = entry;
  set->hashes[way] = key->hash;
  return entry;
}

/* Bytes with a quote among them could be other cells elsewhere. */
static G_GNUC_NO_INLINE CellRun *
add_run (CellRuns *self, const CellRunKey *key, guint count)
{
  if (count > 1 && memchr (key->base, '"', key->length) != NULL)
    return NULL;
  Entry *entry = entry_for_new (self, key);

  entry->run = (CellRun){ .base = key->base, .length = key->length };
  memcpy (entry->bytes, key->base, key->length);
  return &entry->run;
}

CellRun *
cell_runs_find (CellRuns *self, const CellRunKey *key, guint count)
{
  if (key->base == NULL)
    return NULL;
  Entry *entry = find_in_set (set_of (self, key->hash), key);
  if (entry == NULL)
    return add_run (self, key, count);
  entry->run.base = key->base;
  return &entry->run;
}

#define LUCK_MOST 64
#define LUCK_NEEDED 8 /* of that, to be worth a look */

/* It is looked at only while it often was the one: luck rises when it is, whoever finds out. */
static inline gboolean
is_last (const CellRuns *self, Slice run)
{
  const Entry *last = self->last;

  return last != NULL && last->run.length == run.length
         && memcmp (last->bytes, run.text, run.length) == 0;
}

CellRun *
cell_runs_find_now (CellRuns *self, Slice raw, const Slice *cells, guint count)
{
  const Slice run = bytes_of_run (raw, cells, count);

  if (run.text == NULL)
    return NULL;
  if (self->luck >= LUCK_NEEDED && is_last (self, run))
    {
      self->luck += self->luck < LUCK_MOST;
      self->last->run.base = run.text;
      return &self->last->run;
    }
  const CellRunKey key = key_of_run (run, cells, count);
  Entry *before = self->last;
  CellRun *found = cell_runs_find (self, &key, count);
  Entry *entry = (Entry *) (gpointer) found;
  if (entry != NULL && entry == before)
    self->luck += self->luck < LUCK_MOST;
  else
    self->luck -= MIN (self->luck, 2);
  self->last = entry;
  return found;
}
