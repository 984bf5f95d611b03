/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SECOND_LOOK_H
#define INPUT_SECOND_LOOK_H

#include "core/book/books.h"
#include "input/input-visit.h"

/**
 * SecondLook: whether files hold the same rows (spec section 2, "The same rows twice"). Only the
 * files that share an invoice number are read again, and a third time only those that do hold
 * rows of others, for their money; a run in which every invoice has a file of its own pays nothing.
 *
 * Fills the overlaps of @books, which are those of @visit. FALSE with RECON_ERROR_INPUT when a
 * file is not what it was.
 */
gboolean second_look (const InputVisit *visit, const HashKey *key, Books *books, GError **error);

#endif
