/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_PAIR_BOOK_H
#define CORE_BOOK_PAIR_BOOK_H

#include "base/keyed-hash.h"
#include "core/book/free-charges.h"
#include "core/book/row-ids.h"
#include "core/record/invoice-line.h"

/**
 * PairBook: which ACO credit line stands against which charge (spec section 3, "Pairing").
 *
 * Memory: 16 bytes for every billed charge line (a keyed 128-bit hash of its invoice XOR one of all
 * else that a pair must share, see pair-hash; one bit of it says whether the charge earned Partner
 * Earned Credit), and a record of 24 for every credit line. Two different charges share a hash with
 * a chance of less than 2^-80 per run.
 *
 * For credits without a pair the charges are walked over once more, to see on which other invoice
 * a free one stands; free-charges has the bound of that.
 */
typedef struct PairBook PairBook;

typedef enum
{
  PAIR_NONE,    /* no free charge: ACO204 */
  PAIR_PLAIN,   /* a charge without Partner Earned Credit */
  PAIR_WITH_PEC /* a charge that earned it: ACO301 */
} PairResult;

/** Takes over the reference to @ids. */
PairBook *pair_book_new (RowIds *ids);
void pair_book_free (PairBook *self); /* NULL is fine */

/** The ids of a line, for who has not looked them up (see row-ids). */
RowNumbers pair_book_number_line (const PairBook *self, const InvoiceLine *line);

/** A billed line that is no credit; passed over when it has no price or quantity. */
void pair_book_add_charge (PairBook *self, const InvoiceLine *line, const RowNumbers *numbers);
/** A billed ACO credit line; @tag comes back from pair_book_resolve(). */
void pair_book_add_credit (PairBook *self, const InvoiceLine *line, const RowNumbers *numbers,
                           guint tag);

/** @later was read after @self; its tags are raised by @tag_offset. It is left empty. */
void pair_book_merge (PairBook *self, PairBook *later, guint tag_offset);

/** @elsewhere: with PAIR_NONE the other invoice that has a free charge; else PAIR_NOWHERE. */
typedef void (*PairFunc) (guint tag, PairResult result, guint elsewhere, gpointer user_data);

#define PAIR_NOWHERE FREE_CHARGES_NOWHERE

/**
 * Calls @func for every credit in reading order. @invoices: of const char *, all that a charge may
 * stand on, those that are preferred first; what is told of them are their places in this list.
 * Free is a charge that no credit of its own invoice takes.
 */
void pair_book_resolve (const PairBook *self, const GPtrArray *invoices, PairFunc func,
                        gpointer user_data);

typedef void (*PairKeyFunc) (guint tag, const Hash128 *key, gpointer user_data);

/** Every credit that has price and quantity, with the hash of its pair key but for the invoice. */
void pair_book_credit_keys (const PairBook *self, PairKeyFunc func, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PairBook, pair_book_free)

#endif
