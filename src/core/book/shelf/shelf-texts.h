/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_SHELF_TEXTS_H
#define CORE_BOOK_SHELF_SHELF_TEXTS_H

#include "core/book/shelf/shelf-bytes.h"

/**
 * ShelfTexts: texts that are told again and again: in full the first time, and by number from then
 * on. One for writing, and one for reading; texts that are written stay where they are.
 */
typedef struct ShelfTexts ShelfTexts;

ShelfTexts *shelf_texts_new (void);
void shelf_texts_free (ShelfTexts *self); /* NULL is fine */

void shelf_texts_put (ShelfTexts *self, ShelfWriter *writer, const char *text);
/** "" with a fault. */
Slice shelf_texts_take (ShelfTexts *self, ShelfReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShelfTexts, shelf_texts_free)

#endif
