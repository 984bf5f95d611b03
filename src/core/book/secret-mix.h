/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SECRET_MIX_H
#define CORE_BOOK_SECRET_MIX_H

#include "base/keyed-hash.h"

/**
 * SecretMix: a quick keyed hash for tables that compare what they find. Words are multiplied with
 * secrets that the run's key gives: who does not know them cannot choose words that collide. Where
 * equal hashes stand for equal texts, keyed_hash() is right, and this is not.
 */
typedef struct
{
  guint64 first;
  guint64 second;
} SecretMix;

static inline SecretMix
secret_mix_new (const HashKey *key)
{
  static const char purpose[] = "secret-mix";
  const Hash128 drawn = keyed_hash (key, purpose, sizeof purpose);

  return (SecretMix){ .first = drawn.low, .second = drawn.high | 1 };
}

static inline guint64
secret_mix_add (const SecretMix *self, guint64 hash, guint64 word)
{
  const unsigned __int128 product
      = (unsigned __int128) (word ^ self->first) * (hash ^ self->second);

  return (guint64) product ^ (guint64) (product >> 64);
}

#endif
