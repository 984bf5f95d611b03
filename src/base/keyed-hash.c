/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/keyed-hash.h"

#include <string.h>

typedef struct
{
  guint64 v0, v1, v2, v3;
} SipState;

static inline guint64
rotate_left (guint64 x, guint bits)
{
  return (x << bits) | (x >> (64 - bits));
}

static inline void
sip_round (SipState *s)
{
  s->v0 += s->v1;
  s->v1 = rotate_left (s->v1, 13) ^ s->v0;
  s->v0 = rotate_left (s->v0, 32);
  s->v2 += s->v3;
  s->v3 = rotate_left (s->v3, 16) ^ s->v2;
  s->v0 += s->v3;
  s->v3 = rotate_left (s->v3, 21) ^ s->v0;
  s->v2 += s->v1;
  s->v1 = rotate_left (s->v1, 17) ^ s->v2;
  s->v2 = rotate_left (s->v2, 32);
}

static inline void
sip_absorb (SipState *s, guint64 word)
{
  s->v3 ^= word;
  sip_round (s);
  sip_round (s);
  s->v0 ^= word;
}

static guint64
sip_squeeze (SipState *s)
{
  for (guint i = 0; i < 4; i++)
    sip_round (s);
  return s->v0 ^ s->v1 ^ s->v2 ^ s->v3;
}

static inline guint64
load_word (const guint8 *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return GUINT64_FROM_LE (word);
}

/* The last bytes, with the length in the topmost one. */
static inline guint64
tail_word (const guint8 *bytes, gsize length)
{
  const guint rest = length % 8;
  guint64 word = (guint64) length << 56;

  if (rest == 0)
    return word;
  if (length >= 8) /* the last eight, less those that are done */
    return word | load_word (bytes + length - 8) >> (64 - 8 * rest);
  for (guint i = 0; i < rest; i++)
    word |= (guint64) bytes[i] << (8 * i);
  return word;
}

Hash128
keyed_hash (const HashKey *key, gconstpointer data, gsize length)
{
  const guint8 *bytes = data;
  SipState s = { key->k0 ^ 0x736f6d6570736575U, key->k1 ^ 0x646f72616e646f6dU ^ 0xee,
                 key->k0 ^ 0x6c7967656e657261U, key->k1 ^ 0x7465646279746573U };
  Hash128 hash;

  for (gsize at = 0; at + 8 <= length; at += 8)
    sip_absorb (&s, load_word (bytes + at));
  sip_absorb (&s, tail_word (bytes, length));
  s.v2 ^= 0xee;
  hash.low = sip_squeeze (&s);
  s.v1 ^= 0xdd;
  hash.high = sip_squeeze (&s);
  return hash;
}
