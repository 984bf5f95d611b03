/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_LATE_LINES_H
#define CORE_BOOK_SHELF_LATE_LINES_H

#include "core/book/books.h"

/**
 * LateLines: ACO credit lines of files on shelves that were read again, because settled ones among
 * them are wanted (shelf-aco-lines), in place of those that came the first time.
 */

/**
 * What each of @late (of Books *, in reading order) has of lines comes into @books; lines of the
 * files for which @is_late is set, by their places, go before. Settled credits that are among the
 * lines then are settled no longer. @late is used up, but for being freed.
 */
void late_lines_join (Books *books, const GPtrArray *late, const gboolean *is_late);

#endif
