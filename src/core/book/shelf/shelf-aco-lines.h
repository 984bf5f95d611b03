/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_SHELF_ACO_LINES_H
#define CORE_BOOK_SHELF_SHELF_ACO_LINES_H

#include "core/book/charge-book.h"
#include "core/book/shelf/shelf-bytes.h"
#include "core/book/shelf/shelf-texts.h"

/**
 * ShelfAcoLines: the ACO credit lines of a charge book as bytes, with the keys that they pair by
 * and how many charges there are of these.
 *
 * Most credits are settled by that (see pair-book): of them only the hash goes into the book. Lines
 * that are settled and wanted all the same are found by reading the bytes once more.
 */

/** Settled credits that are wanted: those of keys that @keys has, and those whose key but for the
    invoice is one of @rests. */
typedef struct
{
  const PairGroups *keys;
  GHashTable *rests; /* of Hash128 * */
} SettledWish;

/** Room for the lines of a part, which are looked at as a whole before any is kept. Who reads many
    parts gives it to each of their readers. */
WrittenLines *shelf_aco_lines_room_new (void);
void shelf_aco_lines_room_free (WrittenLines *self); /* NULL is fine */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WrittenLines, shelf_aco_lines_room_free)

/** @places: which place of the list of tallies each has. */
void shelf_aco_lines_put (ShelfWriter *self, const ChargeBook *book, GHashTable *places,
                          ShelfTexts *articles);

/**
 * Adds what was written to @book; @tallies: of ChargeTally *, the list. @wish: settled lines that
 * are kept, too; the hashes of the others stay out then. NULL: no settled line is kept, but for
 * those that charge instead of crediting, which take credits back.
 */
void shelf_aco_lines_take (ShelfReader *self, ChargeBook *book, const GPtrArray *tallies,
                           ShelfTexts *articles, const SettledWish *wish);

#endif
