/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_CHARGE_SHELF_H
#define CORE_BOOK_SHELF_CHARGE_SHELF_H

#include "core/book/shelf/pair-groups.h"

/**
 * ChargeShelf: the charges of books that are kept, sorted by 80 bits of their hashes, so that those
 * of a key are found without reading the others. Two keys share 80 bits with a chance below 2^-32
 * in a run that looks for a million keys among 2^28 charges each.
 *
 * Layout: the number of charges and of entries of the directory, eight bytes each, the lowest
 * first; the directory, four bytes an entry: how many charges have each value of the first 0, 8 or
 * 16 bits; the charges, 10, 9 or 8 bytes each: what is left of the 80 bits. The bit of Partner
 * Earned Credit is the lowest of the last byte.
 */

#define CHARGE_SHELF_HEAD_BYTES 16

/** Appends @charges (of Hash128, with their bit) to @bytes. */
void charge_shelf_put (const GArray *charges, GByteArray *bytes);

/** What the beginning tells. */
typedef struct
{
  guint64 count;
  guint entries;       /* of the directory: 1, 256 or 65536 */
  guint record_bytes;  /* of a charge */
  gsize records_begin; /* in the bytes of the shelf */
} ChargeShelf;

/** FALSE: @length bytes that begin with @head are no shelf. */
gboolean charge_shelf_init (ChargeShelf *self, const guint8 head[CHARGE_SHELF_HEAD_BYTES],
                            guint64 length);
/**
 * @directory: as it stands in the bytes; @starts: an entry more than that, to be filled with the
 * number of charges before each. FALSE: it does not have the number of charges.
 */
gboolean charge_shelf_index (const ChargeShelf *self, const guint8 *directory, guint64 *starts);
/** The entry in which charges of the key are. */
guint charge_shelf_entry (const ChargeShelf *self, const Hash128 *hash);
/** Adds those of the key among @count charges of its entry. */
void charge_shelf_find (const ChargeShelf *self, const guint8 *records, gsize count,
                        const Hash128 *hash, PairCount *found);

#endif
