/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_SHELF_CREDITS_H
#define CORE_BOOK_SHELF_SHELF_CREDITS_H

#include "core/book/credit-book.h"
#include "core/book/shelf/shelf-bytes.h"

/** ShelfCredits: a credit book as bytes: of each credit every balance row, as it was read. */

void shelf_credits_put (ShelfWriter *self, const CreditBook *book);
/** Adds all rows to @book, whose ids are those of the reader. */
void shelf_credits_take (ShelfReader *self, CreditBook *book, const RowIds *ids);

#endif
