/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SHELF_LOOK_H
#define INPUT_SHELF_LOOK_H

#include "core/book/books.h"
#include "input/input-set.h"

/**
 * ShelfLook: the charges that lie on shelves, looked up for credits which have too few without them
 * (spec section 3, "Pairing"): of their own invoice, then of others. Nearly every credit finds its
 * charge in its own file, so that little is read.
 *
 * When all of @inputs was read into @books. FALSE with RECON_ERROR_INPUT.
 */
gboolean shelf_look (const InputSet *inputs, Books *books, GError **error);

#endif
