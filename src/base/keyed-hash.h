/* SPDX-License-Identifier: MIT */
#ifndef BASE_KEYED_HASH_H
#define BASE_KEYED_HASH_H

#include <glib.h>

/**
 * SipHash-2-4 with 128 bits of result: a keyed hash whose collisions nobody can make without the
 * key. The key is drawn once per run by the caller; no output depends on it.
 */
typedef struct
{
  guint64 k0;
  guint64 k1;
} HashKey;

typedef struct
{
  guint64 low;
  guint64 high;
} Hash128;

Hash128 keyed_hash (const HashKey *key, gconstpointer bytes, gsize length);

#endif
