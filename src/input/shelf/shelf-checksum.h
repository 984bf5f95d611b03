/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SHELF_SHELF_CHECKSUM_H
#define INPUT_SHELF_SHELF_CHECKSUM_H

#include <glib.h>

/**
 * ShelfChecksum: 64 bits by which damage is seen, at the pace of memory (XXH64 with seed 0).
 * Whoever wants to can make a file with any checksum: it is no protection against intent.
 */
typedef struct
{
  guint64 lanes[4];
  guint64 length;
  guint8 held[32]; /* length % 32 of them */
} ShelfChecksum;

void shelf_checksum_init (ShelfChecksum *self);
void shelf_checksum_add (ShelfChecksum *self, const guint8 *bytes, gsize length);
guint64 shelf_checksum_value (const ShelfChecksum *self);

#endif
