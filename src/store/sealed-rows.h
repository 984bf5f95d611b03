/* SPDX-License-Identifier: MIT */
#ifndef STORE_SEALED_ROWS_H
#define STORE_SEALED_ROWS_H

#include "core/book/books.h"
#include "store/database.h"

/**
 * Balance rows of closed months, back in the books: the baseline of a later month whose files alone
 * are read. They stand on no file: their position is unset. Of one credit and month a row of a file
 * counts. Names of customers come with them where the files give none.
 */

/**
 * Those of the current versions of sealed and reopened months before @before. *@months: of Month,
 * ascending, the seals that rows were taken from; (transfer full). FALSE with @error.
 */
gboolean sealed_rows_add (Database *database, Month before, Books *books, GArray **months,
                          GError **error);

#endif
