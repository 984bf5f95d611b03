/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/pair-groups.h"

#include "base/key-bytes.h"

struct PairGroups
{
  GHashTable *groups; /* Hash128 * -> PairGroup * that it stands in */
  GPtrArray *order;   /* of PairGroup * */
};

PairGroups *
pair_groups_new (void)
{
  PairGroups *self = g_new0 (PairGroups, 1);

  self->groups = g_hash_table_new (key_bytes_hash128_hash, key_bytes_hash128_equal);
  self->order = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
pair_groups_free (PairGroups *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->groups);
  g_ptr_array_unref (self->order);
  g_free (self);
}

void
pair_groups_want (PairGroups *self, Hash128 hash, Hash128 invoice)
{
  PairGroup *group = g_hash_table_lookup (self->groups, &hash);

  if (group == NULL)
    {
      group = g_new0 (PairGroup, 1);
      group->hash = hash;
      group->invoice = invoice;
      g_hash_table_insert (self->groups, &group->hash, group);
      g_ptr_array_add (self->order, group);
    }
  group->credits++;
}

void
pair_groups_add_charge (PairGroups *self, Hash128 charge)
{
  const gboolean has_pec = (charge.low & PAIR_GROUPS_PEC_BIT) != 0;

  charge.low &= ~PAIR_GROUPS_PEC_BIT;
  PairGroup *group = g_hash_table_lookup (self->groups, &charge);
  if (group != NULL && has_pec)
    group->pec++;
  else if (group != NULL)
    group->plain++;
}

void
pair_groups_add_count (PairGroups *self, const PairCount *count)
{
  PairGroup *group = g_hash_table_lookup (self->groups, &count->hash);

  if (group == NULL)
    return;
  group->shelved.plain += count->plain;
  group->shelved.pec += count->pec;
}

void
pair_groups_set_count (PairGroups *self, const PairCount *count)
{
  PairGroup *group = g_hash_table_lookup (self->groups, &count->hash);

  if (group != NULL)
    group->shelved = *count;
}

PairResult
pair_groups_take (PairGroups *self, const Hash128 *hash)
{
  PairGroup *group = g_hash_table_lookup (self->groups, hash);

  if (group == NULL || group->taken == pair_groups_plain (group) + group->pec + group->shelved.pec)
    return PAIR_NONE;
  return group->taken++ < pair_groups_plain (group) ? PAIR_PLAIN : PAIR_WITH_PEC;
}

const PairGroup *
pair_groups_find (const PairGroups *self, const Hash128 *hash)
{
  return g_hash_table_lookup (self->groups, hash);
}

void
pair_groups_foreach (const PairGroups *self, PairGroupFunc func, gpointer data)
{
  for (guint i = 0; i < self->order->len; i++)
    func (g_ptr_array_index (self->order, i), data);
}
