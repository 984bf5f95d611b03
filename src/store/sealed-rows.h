/* SPDX-License-Identifier: MIT */
#ifndef STORE_SEALED_ROWS_H
#define STORE_SEALED_ROWS_H

#include "core/book/books.h"
#include "store/database.h"

/**
 * What closed months bring to a run, into its books: balance rows, as the baseline of a month whose
 * files alone are read, and invoices to compare with. The rows stand on no file: their position is
 * unset. Of one credit and month a row of a file counts. Names of customers come with them where
 * the files give none.
 */

/**
 * Those of the current versions of sealed and reopened months before @before (MONTH_NONE: of all),
 * into the baseline of @books, which is made. FALSE with @error.
 */
gboolean sealed_rows_add (Database *database, Month before, Books *books, GError **error);

/** The balance rows of one version, whatever its state. */
gboolean sealed_rows_add_version (Database *database, Month month, gint64 version, Books *books,
                                  GError **error);

#endif
