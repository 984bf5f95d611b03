/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_SHELF_CHARGES_H
#define CORE_BOOK_SHELF_SHELF_CHARGES_H

#include "core/book/charge-book.h"
#include "core/book/shelf/shelf-aco-lines.h"
#include "core/book/shelf/shelf-bytes.h"

/**
 * ShelfCharges: a charge book as bytes: tallies, invoices, findings on lines and ACO credit lines
 * with the keys that they pair by. The charges that they pair with are apart (charge-shelf): of
 * them here is only how many there are of the keys of these credits.
 */

void shelf_charges_put (ShelfWriter *self, const ChargeBook *book);
/** Adds all to @book, whose ids are those of the reader; @wish: see shelf-aco-lines. */
void shelf_charges_take (ShelfReader *self, ChargeBook *book, const SettledWish *wish);

#endif
