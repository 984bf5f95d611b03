/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/key-bytes.h"

#include <string.h>

#define BYTES_RESERVED 512

void
key_bytes_init (KeyBytes *self)
{
  self->bytes = g_byte_array_sized_new (BYTES_RESERVED);
}

void
key_bytes_clear (KeyBytes *self)
{
  g_byte_array_unref (self->bytes);
}

void
key_bytes_restart (KeyBytes *self)
{
  g_byte_array_set_size (self->bytes, 0);
}

/* The length goes first, so that no two sequences of texts give the same bytes. */
void
key_bytes_add_text (KeyBytes *self, Slice text)
{
  const guint32 length = (guint32) text.length;
  const guint start = self->bytes->len;
  guint8 *to;

  g_byte_array_set_size (self->bytes, start + (guint) sizeof length + length);
  to = self->bytes->data + start;
  memcpy (to, &length, sizeof length);
  to += sizeof length;
  for (guint32 i = 0; i < length; i++)
    to[i] = (guint8) ascii_lower (text.text[i]);
}

void
key_bytes_add_number (KeyBytes *self, gint32 number)
{
  g_byte_array_append (self->bytes, (const guint8 *) &number, sizeof number);
}

void
key_bytes_add_magnitude (KeyBytes *self, Decimal value)
{
  guint8 canonical[DECIMAL_CANONICAL_BYTES];
  const guint8 length = (guint8) decimal_canonical_magnitude (value, canonical);

  g_byte_array_append (self->bytes, &length, 1);
  g_byte_array_append (self->bytes, canonical, length);
}

Hash128
key_bytes_hash (const KeyBytes *self, const HashKey *key)
{
  return keyed_hash (key, self->bytes->data, self->bytes->len);
}

Hash128
key_bytes_hash_xor (Hash128 a, Hash128 b)
{
  return (Hash128){ .low = a.low ^ b.low, .high = a.high ^ b.high };
}

/* The lowest bit is left out: it may carry a mark (see pair-book). */
guint
hash128_hash (gconstpointer hash)
{
  return (guint) (((const Hash128 *) hash)->low >> 1);
}

gboolean
hash128_equal (gconstpointer a, gconstpointer b)
{
  const Hash128 *x = a, *y = b;
  return x->low == y->low && x->high == y->high;
}
