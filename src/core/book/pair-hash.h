/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_PAIR_HASH_H
#define CORE_BOOK_PAIR_HASH_H

#include "base/keyed-hash.h"
#include "core/book/row-ids.h"

/**
 * PairHash: what a charge and its credit must share (spec section 3, "Pairing"), as 128 bits that
 * stand for it: equal for equal lines of any file, for they come from texts and values and from
 * the run's key, never from the numbers of ids. The hash of each id is kept, so that a line costs
 * a look at each and a few multiplications.
 *
 * The hashes of ids are SipHash; order day, price and quantity are hashed by multiplication with
 * 128-bit secrets, two times 64 bits that are strongly universal (Thorup, "High speed hashing for
 * integers and strings", section 3). Two different lines share a hash with a chance of 2^-127; it
 * cannot be made likelier without the key. Memory: 16 bytes for each id.
 */
typedef struct PairHash PairHash;

/** Takes over the reference to @ids, whose key is that of the hash. */
PairHash *pair_hash_new (RowIds *ids);
void pair_hash_free (PairHash *self);

/** The ids of a line where nobody has looked them up. */
RowNumbers pair_hash_number_line (const PairHash *self, const InvoiceLine *line);

/** Of all that a pair must share but the invoice. @line: it has price and quantity. */
Hash128 pair_hash_of_rest (PairHash *self, const InvoiceLine *line, const RowNumbers *numbers);
Hash128 pair_hash_of_invoice (PairHash *self, guint32 number);
/** The same for an invoice by name, in whatever case. */
Hash128 pair_hash_of_invoice_name (const PairHash *self, const char *invoice);

#endif
