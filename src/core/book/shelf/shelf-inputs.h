/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_SHELF_INPUTS_H
#define CORE_BOOK_SHELF_SHELF_INPUTS_H

#include "core/book/input-book.h"
#include "core/book/shelf/shelf-bytes.h"

/** ShelfInputs: the tally of one file as bytes, but for its name, kind and digest. */

/** Counts of months, which other books have too. */
void shelf_inputs_put_months (ShelfWriter *self, const GArray *months);
void shelf_inputs_take_months (ShelfReader *self, GArray *months);

void shelf_inputs_put (ShelfWriter *self, const InputTally *input);
/** Adds what was written to @input, which is fresh. */
void shelf_inputs_take (ShelfReader *self, InputTally *input);

#endif
