/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf/shelf-checksum.h"

#include <string.h>

#define PRIME_1 G_GUINT64_CONSTANT (0x9e3779b185ebca87)
#define PRIME_2 G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f)
#define PRIME_3 G_GUINT64_CONSTANT (0x165667b19e3779f9)
#define PRIME_4 G_GUINT64_CONSTANT (0x85ebca77c2b2ae63)
#define PRIME_5 G_GUINT64_CONSTANT (0x27d4eb2f165667c5)

#define LANES 4
#define WORD_BYTES 8
#define BLOCK_BYTES (LANES * WORD_BYTES)

static inline guint64
rotate (guint64 word, guint bits)
{
  return word << bits | word >> (64 - bits);
}

static inline guint64
word_at (const guint8 *bytes)
{
  guint64 little;

  memcpy (&little, bytes, sizeof little);
  return GUINT64_FROM_LE (little);
}

static inline guint64
mix (guint64 lane, guint64 word)
{
  return rotate (lane + word * PRIME_2, 31) * PRIME_1;
}

void
shelf_checksum_init (ShelfChecksum *self)
{
  *self = (ShelfChecksum){ .lanes = { PRIME_1 + PRIME_2, PRIME_2, 0, 0 - PRIME_1 } };
}

/* Gives what is left of @bytes: less than a block. */
static const guint8 *
add_blocks (ShelfChecksum *self, const guint8 *bytes, const guint8 *end)
{
  guint64 a = self->lanes[0], b = self->lanes[1], c = self->lanes[2], d = self->lanes[3];

  for (; end - bytes >= BLOCK_BYTES; bytes += BLOCK_BYTES)
    {
      a = mix (a, word_at (bytes));
      b = mix (b, word_at (bytes + WORD_BYTES));
      c = mix (c, word_at (bytes + 2 * WORD_BYTES));
      d = mix (d, word_at (bytes + 3 * WORD_BYTES));
    }
  self->lanes[0] = a;
  self->lanes[1] = b;
  self->lanes[2] = c;
  self->lanes[3] = d;
  return bytes;
}

void
shelf_checksum_add (ShelfChecksum *self, const guint8 *bytes, gsize length)
{
  const guint8 *end = bytes + length;
  const gsize held = self->length % BLOCK_BYTES;

  self->length += length;
  if (held > 0)
    {
      const gsize taken = MIN (length, BLOCK_BYTES - held);

      memcpy (self->held + held, bytes, taken);
      bytes += taken;
      if (held + taken < BLOCK_BYTES)
        return;
      add_blocks (self, self->held, self->held + BLOCK_BYTES);
    }
  bytes = add_blocks (self, bytes, end);
  if (bytes < end)
    memcpy (self->held, bytes, (gsize) (end - bytes));
}

static guint64
join_lanes (const ShelfChecksum *self)
{
  static const guint turns[LANES] = { 1, 7, 12, 18 };
  guint64 hash = 0;

  if (self->length < BLOCK_BYTES)
    return self->lanes[2] + PRIME_5;
  for (guint i = 0; i < LANES; i++)
    hash += rotate (self->lanes[i], turns[i]);
  for (guint i = 0; i < LANES; i++)
    hash = (hash ^ mix (0, self->lanes[i])) * PRIME_1 + PRIME_4;
  return hash;
}

guint64
shelf_checksum_value (const ShelfChecksum *self)
{
  const guint8 *bytes = self->held, *end = bytes + self->length % BLOCK_BYTES;
  guint64 hash = join_lanes (self) + self->length;
  guint32 half;

  for (; end - bytes >= WORD_BYTES; bytes += WORD_BYTES)
    hash = rotate (hash ^ mix (0, word_at (bytes)), 27) * PRIME_1 + PRIME_4;
  if (end - bytes >= (gssize) sizeof half)
    {
      memcpy (&half, bytes, sizeof half);
      hash = rotate (hash ^ GUINT32_FROM_LE (half) * PRIME_1, 23) * PRIME_2 + PRIME_3;
      bytes += sizeof half;
    }
  for (; bytes < end; bytes++)
    hash = rotate (hash ^ *bytes * PRIME_5, 11) * PRIME_1;
  hash = (hash ^ hash >> 33) * PRIME_2;
  hash = (hash ^ hash >> 29) * PRIME_3;
  return hash ^ hash >> 32;
}
