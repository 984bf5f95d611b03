/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_HEADER_KIND_H
#define INPUT_BILLING_HEADER_KIND_H

#include "input/billing/kind-reader.h"

/**
 * Which kind of file a header makes (spec section 2, "Needed"), and what is missing where it makes
 * none. In JSON a column whose cells may be empty need not be there yet.
 *
 * @self: as on @line of @file. @map: for the names that would have been heeded. NULL with
 * RECON_ERROR_INPUT. (transfer none)
 */
const KindReader *header_kind_find (const Header *self, const char *file, guint64 line,
                                    const ColumnMap *map, GError **error);

#endif
