/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SHELF_LOOK_H
#define INPUT_SHELF_LOOK_H

#include "core/book/books.h"
#include "input/input-set.h"

/**
 * ShelfLook: what lies on shelves, looked up for credits which do not pair without it (spec section
 * 3, "Pairing"): other credits of their keys that were settled where they were folded, then charges
 * of their own invoice, then of others. Nearly every credit finds its charge in its own file, so
 * that little is read.
 *
 * When all of @inputs was read into @books; @key: theirs; @jobs: threads at most. FALSE with
 * RECON_ERROR_INPUT.
 */
gboolean shelf_look (const InputSet *inputs, Books *books, const HashKey *key, guint jobs,
                     GError **error);

#endif
