/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_PAIR_BOOK_H
#define CORE_BOOK_PAIR_BOOK_H

#include "base/keyed-hash.h"
#include "core/book/free-charges.h"
#include "core/book/row-ids.h"
#include "core/book/shelf/pair-credits.h"
#include "core/book/shelf/pair-groups.h"
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
void pair_book_resolve (PairBook *self, const GPtrArray *invoices, PairFunc func,
                        gpointer user_data);

/*
 * Charges that were folded elsewhere lie sorted on shelves and are looked up, not loaded
 * (core/book/shelf/charge-shelf): first those of the open keys, then those of keys elsewhere.
 */

/** Keys that have more credits than known charges without Partner Earned Credit: what lies on
    shelves can change how they pair. Of PairWish. (transfer full) */
GArray *pair_book_open_keys (PairBook *self);
/** What pair_book_resolve() with the same @invoices looks for on them, once the charges of the open
    keys are known. Of PairWish. (transfer full) */
GArray *pair_book_keys_elsewhere (PairBook *self, const GPtrArray *invoices);
/** What one shelf has of a key that credits of the same shelf have. */
void pair_book_add_count (PairBook *self, const PairCount *count);
/** What all shelves have of an open key, and of one elsewhere; when all books were merged. */
void pair_book_set_open (PairBook *self, const PairCount *count);
void pair_book_add_elsewhere (PairBook *self, const PairCount *count);
/** @invoice in whatever case. */
Hash128 pair_book_invoice_hash (const PairBook *self, const char *invoice);

/* What goes onto a shelf, and comes from it. */
const GArray *pair_book_charges (const PairBook *self); /* of Hash128, with their bit */
/** The keys of credits, and their charges. (transfer full) */
PairGroups *pair_book_groups (const PairBook *self);
guint pair_book_credit_count (const PairBook *self);
/** FALSE: the credit at @index, in reading order, has no price or quantity. */
gboolean pair_book_credit (const PairBook *self, guint index, PairWish *key);
/** @key: NULL for one without. */
void pair_book_join_credit (PairBook *self, guint tag, const PairWish *key);

/*
 * A credit is settled where it was folded when its shelf has as many plain charges of its key as
 * credits, or more. If that is so on all shelves that have the key, each of them takes a plain one,
 * whatever their order: nothing is to be said of them, and their hashes are enough. A key that has
 * other credits, too, is looked at as a whole: its settled credits are read again
 * (input/shelf-look).
 */
void pair_book_settle_credit (PairBook *self, Hash128 hash);
gboolean pair_book_has_settled (const PairBook *self);
/** Whether settled credits have one of the keys of @groups. */
gboolean pair_book_shares_settled (const PairBook *self, const PairGroups *groups);
/** All credits but the settled ones go, to be added again with those of them that are wanted. */
void pair_book_forget_credits (PairBook *self);
/** Settled credits whose keys have others go: they were added. */
void pair_book_unsettle (PairBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PairBook, pair_book_free)

#endif
