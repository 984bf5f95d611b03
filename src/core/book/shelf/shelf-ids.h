/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_SHELF_IDS_H
#define CORE_BOOK_SHELF_SHELF_IDS_H

#include "core/book/shelf/shelf-bytes.h"

/**
 * ShelfIds: the ids of books as bytes: of each kind all texts, sorted, so that the same rows give
 * the same bytes however they were read. What follows names them by their places.
 */

/** Writes the ids of @self, which from then on can be told; shelf_ids_clear() ends that. */
void shelf_ids_put (ShelfWriter *self);
void shelf_ids_clear (ShelfWriter *self);

/** Adds all of them to @ids, and notes their numbers in @self; shelf_ids_forget() frees these. */
void shelf_ids_take (ShelfReader *self, RowIds *ids);
void shelf_ids_forget (ShelfReader *self);

#endif
