/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/guid-table.h"

#include "core/book/secret-mix.h"

#define SLOTS_FIRST 16

typedef struct
{
  Guid guid;
  guint32 next; /* its number, counted from 1; 0: free */
} Slot;

struct GuidTable
{
  SecretMix mix;
  Slot *slots;
  guint mask; /* the number of slots, a power of two, less 1 */
  guint used;
};

GuidTable *
guid_table_new (const HashKey *key)
{
  GuidTable *self = g_new0 (GuidTable, 1);

  self->mix = secret_mix_new (key);
  self->slots = g_new0 (Slot, SLOTS_FIRST);
  self->mask = SLOTS_FIRST - 1;
  return self;
}

void
guid_table_free (GuidTable *self)
{
  g_free (self->slots);
  g_free (self);
}

/* The slot that has @guid, or the free one where it belongs. */
static Slot *
slot_of (const GuidTable *self, Guid guid)
{
  const guint64 hash
      = secret_mix_add (&self->mix, secret_mix_add (&self->mix, 0, guid.front), guid.back);

  for (guint at = (guint) hash & self->mask;; at = (at + 1) & self->mask)
    {
      Slot *slot = &self->slots[at];
      if (slot->next == 0 || guid_table_equal (slot->guid, guid))
        return slot;
    }
}

static void
grow (GuidTable *self)
{
  const guint before = self->mask + 1;
  g_autofree Slot *old = self->slots;

  self->slots = g_new0 (Slot, 2 * before);
  self->mask = 2 * before - 1;
  for (guint i = 0; i < before; i++)
    if (old[i].next != 0)
      *slot_of (self, old[i].guid) = old[i];
}

guint
guid_table_add (GuidTable *self, Guid guid, guint number)
{
  Slot *slot = slot_of (self, guid);

  if (slot->next != 0)
    return slot->next - 1;
  *slot = (Slot){ .guid = guid, .next = number + 1 };
  if (2 * ++self->used > self->mask + 1)
    grow (self);
  return number;
}

gboolean
guid_table_find (const GuidTable *self, Guid guid, guint *number)
{
  const Slot *slot = slot_of (self, guid);

  if (slot->next == 0)
    return FALSE;
  *number = slot->next - 1;
  return TRUE;
}
