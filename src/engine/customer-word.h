/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_CUSTOMER_WORD_H
#define ENGINE_CUSTOMER_WORD_H

#include "core/book/books.h"

/** Shows the customers (CustomerName) that a word may stand for. FALSE with @error. */
typedef gboolean (*CustomerWordListFunc) (const GArray *found, GError **error);

/**
 * The id of the customer that a word stands for which is the id of none: its name, or a beginning
 * of its name or id that no other has. @option: where the word stands, "CUSTOMER". NULL with
 * RECON_ERROR_USAGE; those that it may stand for are then shown by @list (NULL: nobody is), for
 * messages name no customer. (transfer full)
 */
char *customer_word_find (const NameBook *names, const char *word, const char *option,
                          CustomerWordListFunc list, GError **error);

/** The same of a word that may be an id, of which there are rows. (transfer full) */
char *customer_word_find_of_rows (const Books *books, const char *word, const char *option,
                                  CustomerWordListFunc list, GError **error);

#endif
