/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_FREE_CHARGES_H
#define CORE_BOOK_FREE_CHARGES_H

#include "base/key-bytes.h"

/**
 * FreeCharges: on which other invoice a charge stands that a credit without a pair could stand
 * against (spec section 3, "Pairing": the message of ACO204 names it). The hash of a charge is that
 * of its invoice XOR that of the rest of its key, so what to look for on every invoice follows from
 * the rest alone.
 *
 * Work and memory are bounded: at most FREE_CHARGES_LOOKUPS_MAX hashes are looked for, which is
 * (different keys of credits without a pair) x (invoices), 24 MiB at most; keys beyond, the last
 * in reading order, are not looked for and nothing is said of them.
 */
typedef struct FreeCharges FreeCharges;

#define FREE_CHARGES_LOOKUPS_MAX (1 << 18)
#define FREE_CHARGES_NOWHERE G_MAXUINT

/** @invoices: of Hash128, in the order in which they are preferred; borrowed. */
FreeCharges *free_charges_new (const GArray *invoices);
void free_charges_free (FreeCharges *self); /* NULL is fine */

/** A credit without a pair, by its key without the invoice. */
void free_charges_want (FreeCharges *self, Hash128 rest);
/** Whether there is one. */
gboolean free_charges_is_any_wanted (const FreeCharges *self);
/** Those that are looked for, of Hash128. (transfer full) */
GArray *free_charges_rests (const FreeCharges *self);
/** Charges of one key, and how many of them have a credit of their own invoice. */
void free_charges_add (FreeCharges *self, Hash128 charge, guint64 count);
void free_charges_take (FreeCharges *self, Hash128 charge, guint64 count);

/**
 * The first of the invoices that has a free charge, by its place in the list; else
 * FREE_CHARGES_NOWHERE. To be asked when all charges were added and taken.
 */
guint free_charges_invoice (FreeCharges *self, Hash128 rest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FreeCharges, free_charges_free)

#endif
