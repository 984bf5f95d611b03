/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/key-table.h"

#include <string.h>

#include "core/book/secret-mix.h"

#define SLOTS_FIRST 64

/* A place of the table, by the hash of a key. */
typedef struct
{
  guint32 mark; /* of the hash, what does not say where */
  guint32 next; /* the number of the key, counted from 1; 0: free */
} Slot;

struct KeyTable
{
  SecretMix mix;
  guint width;
  guint32 *keys;      /* one after the other */
  guint32 *following; /* of each: what was asked for after it, the last time */
  guint count;
  guint room;
  Slot *slots;
  guint mask; /* the number of slots, a power of two, less 1 */
  guint last;
  guint luck; /* how well guessing went: see may_guess() */
  guint calls;
};

static void
begin (KeyTable *self)
{
  self->slots = g_new0 (Slot, SLOTS_FIRST);
  self->mask = SLOTS_FIRST - 1;
}

KeyTable *
key_table_new (const HashKey *key, guint width)
{
  KeyTable *self = g_new0 (KeyTable, 1);

  g_assert (width > 0 && width <= KEY_TABLE_WIDTH_MAX);
  self->mix = secret_mix_new (key);
  self->width = width;
  begin (self);
  return self;
}

void
key_table_free (KeyTable *self)
{
  if (self == NULL)
    return;
  g_free (self->keys);
  g_free (self->following);
  g_free (self->slots);
  g_free (self);
}

void
key_table_remove_all (KeyTable *self)
{
  g_clear_pointer (&self->keys, g_free);
  g_clear_pointer (&self->following, g_free);
  g_free (self->slots);
  self->count = self->room = self->last = 0;
  begin (self);
}

static inline guint64
hash_of (const KeyTable *self, const guint32 *key)
{
  guint64 hash = 0;

  for (guint i = 0; i + 1 < self->width; i += 2)
    hash = secret_mix_add (&self->mix, hash, (guint64) key[i + 1] << 32 | key[i]);
  if (self->width % 2 != 0)
    hash = secret_mix_add (&self->mix, hash, key[self->width - 1]);
  return hash;
}

static inline gboolean
is_key (const KeyTable *self, guint number, const guint32 *key)
{
  const guint32 *found = self->keys + (gsize) number * self->width;

  for (guint i = 0; i < self->width; i++)
    if (found[i] != key[i])
      return FALSE;
  return TRUE;
}

/* The slot that has @key, or the free one where it belongs. */
static Slot *
slot_of (const KeyTable *self, guint64 hash, const guint32 *key)
{
  const guint32 mark = (guint32) (hash >> 32);

  for (guint at = (guint) hash & self->mask;; at = (at + 1) & self->mask)
    {
      Slot *slot = &self->slots[at];
      if (slot->next == 0 || (slot->mark == mark && is_key (self, slot->next - 1, key)))
        return slot;
    }
}

static void
grow_slots (KeyTable *self)
{
  const guint slots = 2 * (self->mask + 1);

  g_free (self->slots);
  self->slots = g_new0 (Slot, slots);
  self->mask = slots - 1;
  for (guint number = 0; number < self->count; number++)
    {
      const guint64 hash = hash_of (self, self->keys + (gsize) number * self->width);
      guint at = (guint) hash & self->mask;

      while (self->slots[at].next != 0)
        at = (at + 1) & self->mask;
      self->slots[at] = (Slot){ .mark = (guint32) (hash >> 32), .next = number + 1 };
    }
}

static guint
add_new (KeyTable *self, Slot *slot, guint64 hash, const guint32 *key)
{
  const guint number = self->count++;

  g_assert (self->count < G_MAXUINT32 / 4);
  if (number == self->room)
    {
      self->room = self->room != 0 ? self->room + self->room / 2 : 16;
      self->keys = g_renew (guint32, self->keys, (gsize) self->room * self->width);
      self->following = g_renew (guint32, self->following, self->room);
    }
  memcpy (self->keys + (gsize) number * self->width, key, self->width * sizeof key[0]);
  self->following[number] = 0;
  *slot = (Slot){ .mark = (guint32) (hash >> 32), .next = number + 1 };
  if (self->count > (self->mask + 1) / 2)
    grow_slots (self);
  return number;
}

guint
key_table_add_expected (KeyTable *self, const guint32 *key, guint64 hash)
{
  Slot *slot = slot_of (self, hash, key);

  return slot->next != 0 ? slot->next - 1 : add_new (self, slot, hash, key);
}

static guint
find_or_add (KeyTable *self, const guint32 *key)
{
  return key_table_add_expected (self, key, hash_of (self, key));
}

/* Guessing goes on for a while after it went well, and is tried again now and then. */
#define LUCK 16

static gboolean
may_guess (KeyTable *self)
{
  return self->luck > 0 || ++self->calls % LUCK == 0;
}

guint
key_table_add (KeyTable *self, const guint32 *key)
{
  if (self->count == 0 || !may_guess (self))
    return self->last = find_or_add (self, key);
  guint number = self->following[self->last];
  if (is_key (self, number, key))
    self->luck = LUCK;
  else
    {
      self->luck -= self->luck > 0;
      number = find_or_add (self, key);
      self->following[self->last] = number;
    }
  return self->last = number;
}

guint64
key_table_expect (const KeyTable *self, const guint32 *key)
{
  const guint64 hash = hash_of (self, key);

  __builtin_prefetch (&self->slots[(guint) hash & self->mask]);
  return hash;
}

gboolean
key_table_guess (const KeyTable *self, guint64 hash, guint *number)
{
  const Slot *slot = &self->slots[(guint) hash & self->mask];

  if (slot->next == 0 || slot->mark != (guint32) (hash >> 32))
    return FALSE;
  *number = slot->next - 1;
  __builtin_prefetch (self->keys + (gsize) *number * self->width);
  return TRUE;
}

gboolean
key_table_find (const KeyTable *self, const guint32 *key, guint *number)
{
  const Slot *slot = slot_of (self, hash_of (self, key), key);

  if (slot->next == 0)
    return FALSE;
  *number = slot->next - 1;
  return TRUE;
}

guint
key_table_width (const KeyTable *self)
{
  return self->width;
}

guint
key_table_count (const KeyTable *self)
{
  return self->count;
}

const guint32 *
key_table_key (const KeyTable *self, guint number)
{
  g_assert (number < self->count);
  return self->keys + (gsize) number * self->width;
}

/* As wide as a key, with its number behind. */
static int
compare_sort_keys (gconstpointer a, gconstpointer b, gpointer width)
{
  const guint32 *x = a, *y = b;

  for (guint part = 0; part < GPOINTER_TO_UINT (width); part++)
    if (x[part] != y[part])
      return x[part] < y[part] ? -1 : 1;
  return 0;
}

guint *
key_table_sorted (const KeyTable *self, guint *const ranks[])
{
  const guint width = self->width, stride = width + 1;
  g_autofree guint32 *keys = g_new (guint32, (gsize) MAX (self->count, 1) * stride);
  guint *sorted = g_new (guint, MAX (self->count, 1));

  for (guint number = 0; number < self->count; number++)
    {
      const guint32 *key = key_table_key (self, number);
      guint32 *to = keys + (gsize) number * stride;

      for (guint part = 0; part < width; part++)
        to[part] = ranks[part] != NULL ? ranks[part][key[part]] : key[part];
      to[width] = number;
    }
  g_qsort_with_data (keys, (int) self->count, stride * sizeof keys[0], compare_sort_keys,
                     GUINT_TO_POINTER (width));
  for (guint i = 0; i < self->count; i++)
    sorted[i] = keys[(gsize) i * stride + width];
  return sorted;
}
