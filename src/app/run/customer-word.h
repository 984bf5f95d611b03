/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_CUSTOMER_WORD_H
#define APP_RUN_CUSTOMER_WORD_H

#include "core/book/books.h"

/**
 * The id of the customer that a word stands for which is the id of none: its name, or a beginning
 * of its name or id that no other has. @option: where the word stands, "CUSTOMER". NULL with
 * RECON_ERROR_USAGE; those that it may stand for are then listed on standard output, at most ten,
 * since messages name no customer. (transfer full)
 */
char *customer_word_find (const NameBook *names, const char *word, const char *option,
                          GError **error);

/** The same of a word that may be an id, of which there are rows. (transfer full) */
char *customer_word_find_of_rows (const Books *books, const char *word, const char *option,
                                  GError **error);

#endif
