/* SPDX-License-Identifier: MIT */
#ifndef BASE_KEY_BYTES_H
#define BASE_KEY_BYTES_H

#include "base/decimal.h"
#include "base/keyed-hash.h"
#include "base/slice.h"

/**
 * KeyBytes: what rows must share to belong together, written one after the other so that different
 * parts never give the same bytes, for a keyed hash. Reused row by row.
 */
typedef struct
{
  guint8 *bytes;
  gsize length;
  gsize room; /* at @bytes */
} KeyBytes;

void key_bytes_init (KeyBytes *self);
void key_bytes_clear (KeyBytes *self);

void key_bytes_restart (KeyBytes *self);
/** Without case. */
void key_bytes_add_text (KeyBytes *self, Slice text);
void key_bytes_add_number (KeyBytes *self, gint32 number);
/** |@value|, equal for 0.5 and 0.50. */
void key_bytes_add_magnitude (KeyBytes *self, Decimal value);
Hash128 key_bytes_hash (const KeyBytes *self, const HashKey *key);

Hash128 key_bytes_hash_xor (Hash128 a, Hash128 b);
/** For hash tables whose keys are Hash128. */
guint key_bytes_hash128_hash (gconstpointer hash);
gboolean key_bytes_hash128_equal (gconstpointer a, gconstpointer b);

#endif
