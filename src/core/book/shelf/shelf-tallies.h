/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_SHELF_TALLIES_H
#define CORE_BOOK_SHELF_SHELF_TALLIES_H

#include "core/book/charge-book.h"
#include "core/book/shelf/shelf-bytes.h"

/** ShelfTallies: charge tallies and invoice tallies as bytes, and amounts by percentage. */

void shelf_tallies_put (ShelfWriter *self, const ChargeTally *tally);
void shelf_tallies_put_invoice (ShelfWriter *self, const InvoiceTally *invoice);
/** Into @book, whose ids are those of the reader. NULL: a fault. (transfer none) */
ChargeTally *shelf_tallies_take (ShelfReader *self, ChargeBook *book);
void shelf_tallies_take_invoice (ShelfReader *self, ChargeBook *book);

/** A tally by its place in a list: @places: by tally; @tallies: the list. NULL: a fault. */
void shelf_tallies_put_place (ShelfWriter *self, GHashTable *places, const ChargeTally *tally);
const ChargeTally *shelf_tallies_take_place (ShelfReader *self, const GPtrArray *tallies);

/** Net amounts by percentage of Partner Earned Credit. */
void shelf_tallies_put_pec (ShelfWriter *self, const PecTallySet *tallies);
void shelf_tallies_take_pec (ShelfReader *self, PecTallySet **tallies);

#endif
