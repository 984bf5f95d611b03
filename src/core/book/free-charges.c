/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/free-charges.h"

/* The charges of one key on one invoice. */
typedef struct
{
  Hash128 hash;
  guint64 charges;
  guint64 taken;
} Place;

/* A key without its invoice, and its places on all of them. */
typedef struct
{
  Hash128 rest;
  gboolean is_found; /* @invoice was looked for */
  guint invoice;
  Place places[];
} WantedKey;

struct FreeCharges
{
  const GArray *invoices;
  GHashTable *keys;   /* Hash128 * -> WantedKey * that it stands in */
  GPtrArray *order;   /* of these, as they came */
  GHashTable *places; /* Hash128 * -> Place * that it stands in, of the keys */
};

FreeCharges *
free_charges_new (const GArray *invoices)
{
  FreeCharges *self = g_new0 (FreeCharges, 1);

  self->invoices = invoices;
  self->keys
      = g_hash_table_new_full (key_bytes_hash128_hash, key_bytes_hash128_equal, NULL, g_free);
  self->order = g_ptr_array_new ();
  self->places = g_hash_table_new (key_bytes_hash128_hash, key_bytes_hash128_equal);
  return self;
}

void
free_charges_free (FreeCharges *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->keys);
  g_free (self);
}

void
free_charges_want (FreeCharges *self, Hash128 rest)
{
  const guint count = self->invoices->len;

  if (g_hash_table_size (self->places) + (guint64) count > FREE_CHARGES_LOOKUPS_MAX
      || g_hash_table_contains (self->keys, &rest))
    return;
  WantedKey *key = g_malloc0 (sizeof *key + count * sizeof key->places[0]);
  key->rest = rest;
  g_hash_table_insert (self->keys, &key->rest, key);
  g_ptr_array_add (self->order, key);
  for (guint i = 0; i < count; i++)
    {
      Place *place = &key->places[i];

      place->hash = key_bytes_hash_xor (rest, g_array_index (self->invoices, Hash128, i));
      g_hash_table_insert (self->places, &place->hash, place);
    }
}

gboolean
free_charges_is_any_wanted (const FreeCharges *self)
{
  return self->order->len > 0;
}

GArray *
free_charges_rests (const FreeCharges *self)
{
  GArray *rests = g_array_new (FALSE, FALSE, sizeof (Hash128));

  for (guint i = 0; i < self->order->len; i++)
    g_array_append_val (rests, ((const WantedKey *) g_ptr_array_index (self->order, i))->rest);
  return rests;
}

void
free_charges_add (FreeCharges *self, Hash128 charge, guint64 count)
{
  Place *place = g_hash_table_lookup (self->places, &charge);

  if (place != NULL)
    place->charges += count;
}

void
free_charges_take (FreeCharges *self, Hash128 charge, guint64 count)
{
  Place *place = g_hash_table_lookup (self->places, &charge);

  if (place != NULL)
    place->taken += count;
}

/* Once for each key: credits that share it may be many. */
static guint
find_invoice (const FreeCharges *self, const WantedKey *key)
{
  for (guint i = 0; i < self->invoices->len; i++)
    if (key->places[i].charges > key->places[i].taken)
      return i;
  return FREE_CHARGES_NOWHERE;
}

guint
free_charges_invoice (FreeCharges *self, Hash128 rest)
{
  WantedKey *key = g_hash_table_lookup (self->keys, &rest);

  if (key == NULL)
    return FREE_CHARGES_NOWHERE;
  if (!key->is_found)
    {
      key->invoice = find_invoice (self, key);
      key->is_found = TRUE;
    }
  return key->invoice;
}
