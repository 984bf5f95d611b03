/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/pair-groups.h"

#define GROUPS_AT_LEAST 32

struct PairGroups
{
  GArray *groups; /* of PairGroup, as they were wanted */
  guint32 *slots; /* by the hash of a key, which is spread already: number of a group, from 1 */
  guint mask;     /* of the slots, which are twice as many as the groups at least */
};

PairGroups *
pair_groups_new (guint expected)
{
  PairGroups *self = g_new0 (PairGroups, 1);
  guint slots = 2 * GROUPS_AT_LEAST;

  while (slots / 2 < expected && slots < G_MAXUINT / 2)
    slots *= 2;
  self->groups = g_array_sized_new (FALSE, FALSE, sizeof (PairGroup), MAX (expected, 1));
  self->slots = g_new0 (guint32, slots);
  self->mask = slots - 1;
  return self;
}

void
pair_groups_free (PairGroups *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->groups);
  g_free (self->slots);
  g_free (self);
}

static PairGroup *
group_at (const PairGroups *self, guint number)
{
  return &g_array_index (self->groups, PairGroup, number);
}

/* Where the key is, or would be. The lowest bit of a hash says something else. */
static guint
slot_of (const PairGroups *self, const Hash128 *hash)
{
  guint slot = (guint) (hash->low >> 1) & self->mask;

  while (self->slots[slot] != 0)
    {
      const Hash128 *other = &group_at (self, self->slots[slot] - 1)->hash;

      if (other->low == hash->low && other->high == hash->high)
        break;
      slot = (slot + 1) & self->mask;
    }
  return slot;
}

static PairGroup *
find_group (const PairGroups *self, const Hash128 *hash)
{
  const guint32 number = self->slots[slot_of (self, hash)];

  return number != 0 ? group_at (self, number - 1) : NULL;
}

static void
grow (PairGroups *self)
{
  self->mask = self->mask * 2 + 1;
  g_free (self->slots);
  self->slots = g_new0 (guint32, (gsize) self->mask + 1);
  for (guint i = 0; i < self->groups->len; i++)
    self->slots[slot_of (self, &group_at (self, i)->hash)] = i + 1;
}

void
pair_groups_want (PairGroups *self, Hash128 hash, Hash128 invoice)
{
  PairGroup *group = find_group (self, &hash);

  if (group == NULL)
    {
      const PairGroup fresh = { .hash = hash, .invoice = invoice };

      if (self->groups->len * 2 > self->mask)
        grow (self);
      g_array_append_val (self->groups, fresh);
      self->slots[slot_of (self, &hash)] = self->groups->len;
      group = group_at (self, self->groups->len - 1);
    }
  group->credits++;
}

void
pair_groups_add_charge (PairGroups *self, Hash128 charge)
{
  const gboolean has_pec = (charge.low & PAIR_GROUPS_PEC_BIT) != 0;

  charge.low &= ~PAIR_GROUPS_PEC_BIT;
  PairGroup *group = find_group (self, &charge);
  if (group != NULL && has_pec)
    group->pec++;
  else if (group != NULL)
    group->plain++;
}

void
pair_groups_add_count (PairGroups *self, const PairCount *count)
{
  PairGroup *group = find_group (self, &count->hash);

  if (group == NULL)
    return;
  group->shelved.plain += count->plain;
  group->shelved.pec += count->pec;
}

void
pair_groups_set_count (PairGroups *self, const PairCount *count)
{
  PairGroup *group = find_group (self, &count->hash);

  if (group != NULL)
    group->shelved = *count;
}

PairResult
pair_groups_take (PairGroups *self, const Hash128 *hash)
{
  PairGroup *group = find_group (self, hash);

  if (group == NULL || group->taken == pair_groups_plain (group) + group->pec + group->shelved.pec)
    return PAIR_NONE;
  return group->taken++ < pair_groups_plain (group) ? PAIR_PLAIN : PAIR_WITH_PEC;
}

void
pair_groups_give_back (PairGroups *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    group_at (self, i)->taken = 0;
}

const PairGroup *
pair_groups_find (const PairGroups *self, const Hash128 *hash)
{
  return find_group (self, hash);
}

void
pair_groups_foreach (const PairGroups *self, PairGroupFunc func, gpointer data)
{
  for (guint i = 0; i < self->groups->len; i++)
    func (group_at (self, i), data);
}
