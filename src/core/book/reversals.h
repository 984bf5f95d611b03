/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_REVERSALS_H
#define CORE_BOOK_REVERSALS_H

#include "core/book/charge-book.h"

/**
 * Reversals: which credit each ACO credit line that charges (ACO203) takes back. That is a line of
 * the same customer, currency, product, order day, quantity and price, on whichever invoice, with
 * the opposite amount; where several are, each is told once, the earliest first. Lines without
 * price or quantity take back nothing that could be named.
 *
 * Memory follows the lines that charge and the credits of opposite amounts.
 */
typedef struct Reversals Reversals;

Reversals *reversals_new (const ChargeBook *charges);
void reversals_free (Reversals *self); /* NULL is fine */

/** Where the credit stands that the line at @reversal takes back; unset: it is not known. */
Position reversals_find (const Reversals *self, Position reversal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reversals, reversals_free)

#endif
