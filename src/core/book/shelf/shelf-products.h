/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_SHELF_PRODUCTS_H
#define CORE_BOOK_SHELF_SHELF_PRODUCTS_H

#include "core/book/product-book.h"
#include "core/book/shelf/shelf-bytes.h"

/** ShelfProducts: a product book as bytes: its groups in the order of their ids. */

void shelf_products_put (ShelfWriter *self, const ProductBook *book);
/** Adds all to @book, whose ids are those of the reader. */
void shelf_products_take (ShelfReader *self, ProductBook *book);

#endif
