/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_SHELF_BOOKS_H
#define CORE_BOOK_SHELF_SHELF_BOOKS_H

#include "core/book/books.h"
#include "core/book/shelf/shelf-aco-lines.h"
#include "core/book/shelf/shelf-bytes.h"

/**
 * ShelfBooks: the books of one file, or of a part of one, as bytes (docs/books-format.md), and
 * back. The same rows give the same bytes, however they were read. Charges that credits may pair
 * with, and the rows of invoices, are apart: charge-shelf, row-trail.
 */

/** @input: the tally of the file, of @books. FALSE: an amount is too large to be kept so. */
gboolean shelf_books_put (const Books *books, const InputTally *input,
                          GByteArray *bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * Adds what stands in the bytes of @reader, all of it, to @books, which hold what was read before,
 * and the tally of the file to @input, which is fresh and may be of other books. FALSE: the reader
 * has a fault; the books then hold a part.
 */
gboolean shelf_books_take (ShelfReader *reader, Books *books,
                           InputTally *input) G_GNUC_WARN_UNUSED_RESULT;

/**
 * Once more, for the settled credit lines that are wanted (shelf-aco-lines), into @books, which
 * only these are then taken from: all else in them is what it happens to be. They can
 * have been used so before; @input is fresh.
 */
gboolean shelf_books_take_lines (ShelfReader *reader, Books *books, InputTally *input,
                                 const SettledWish *wish) G_GNUC_WARN_UNUSED_RESULT;

#endif
