/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_HEADER_KIND_H
#define INPUT_BILLING_HEADER_KIND_H

#include "input/billing/header.h"

/**
 * Which kind of file the roles of a header make (spec section 2, "Needed"): the columns each kind
 * needs, and what is missing where none fits. For header alone.
 */

/**
 * @self: with its roles bound, as on @line of @file. @map: for the names that would have been
 * heeded. FALSE with RECON_ERROR_INPUT.
 */
gboolean header_kind_find (const Header *self, const char *file, guint64 line, const ColumnMap *map,
                           FileKind *kind, GError **error);

#endif
