/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_SHELF_USAGE_H
#define CORE_BOOK_SHELF_SHELF_USAGE_H

#include "core/book/shelf/shelf-bytes.h"
#include "core/book/usage-book.h"

/** ShelfUsage: a usage book as bytes. */

void shelf_usage_put (ShelfWriter *self, const UsageBook *book);
/** Adds all to @book, whose ids are those of the reader. */
void shelf_usage_take (ShelfReader *self, UsageBook *book);

#endif
