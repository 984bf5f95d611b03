/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_HEADER_KIND_H
#define INPUT_BILLING_HEADER_KIND_H

#include "core/book/input-book.h"
#include "input/billing/column-map.h"
#include "input/billing/column-role.h"

/**
 * Which kind of file the roles of a header make (spec section 2, "Needed"): the columns each kind
 * needs, and what is missing where none fits. Knows where roles stand, not what their columns are
 * called.
 */

#define COLUMN_ABSENT (-1)

/** What the kind of a header follows from. Borrowed. */
typedef struct
{
  const int *columns; /* of each role that is read (ROLE_READ_COUNT), or COLUMN_ABSENT */
  gboolean may_grow;  /* of JSON: a later object may bring what is missing */
  gboolean has_error; /* a column has the folded name "error": a service tells what went wrong */
} HeaderRoles;

/**
 * @self: as on @line of @file. @map: for the names that would have been heeded. FALSE with
 * RECON_ERROR_INPUT, and *kind is left alone.
 */
gboolean header_kind_find (const HeaderRoles *self, const char *file, guint64 line,
                           const ColumnMap *map, FileKind *kind, GError **error);

#endif
