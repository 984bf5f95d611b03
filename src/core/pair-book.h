/* SPDX-License-Identifier: MIT */
#ifndef CORE_PAIR_BOOK_H
#define CORE_PAIR_BOOK_H

#include "core/invoice-line.h"
#include "core/keyed-hash.h"

/**
 * PairBook: which ACO credit line stands against which charge (spec section 3, "Pairing").
 *
 * Memory: 16 bytes for every billed charge line (a keyed 128-bit hash of what a pair must share;
 * one bit of it says whether the charge earned Partner Earned Credit), and a record for every
 * credit line. Two different charges share a hash with a chance of less than 2^-80 per run.
 */
typedef struct PairBook PairBook;

typedef enum
{
  PAIR_NONE,    /* no free charge: ACO204 */
  PAIR_PLAIN,   /* a charge without Partner Earned Credit */
  PAIR_WITH_PEC /* a charge that earned it: ACO301 */
} PairResult;

PairBook *pair_book_new (const HashKey *key);
void pair_book_free (PairBook *self); /* NULL is fine */

/** A billed line that is no credit; passed over when it has no price or quantity. */
void pair_book_add_charge (PairBook *self, const InvoiceLine *line);
/** A billed ACO credit line; @tag comes back from pair_book_resolve(). */
void pair_book_add_credit (PairBook *self, const InvoiceLine *line, guint tag);

/** @later was read after @self; its tags are raised by @tag_offset. It is left empty. */
void pair_book_merge (PairBook *self, PairBook *later, guint tag_offset);

typedef void (*PairFunc) (guint tag, PairResult result, gpointer user_data);

/** Calls @func for every credit in reading order. */
void pair_book_resolve (const PairBook *self, PairFunc func, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PairBook, pair_book_free)

#endif
