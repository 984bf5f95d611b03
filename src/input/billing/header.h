/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_HEADER_H
#define INPUT_BILLING_HEADER_H

#include "input/billing/column-map.h"
#include "input/billing/column-role.h"
#include "input/rows/row.h"

#define COLUMN_ABSENT (-1)

/**
 * Header: the first record of a file, its columns bound to roles by name (spec section 2). Knows
 * neither values nor which kind of file this makes.
 */
typedef struct Header Header;

/**
 * @file: how messages name the file. NULL with RECON_ERROR_INPUT when a column or role stands
 * twice.
 */
Header *header_new (const Row *row, const ColumnMap *map, const char *file, GError **error);
/**
 * Of the keys of the first object of a JSON file: what writes JSON may leave an empty cell out, and
 * a later object may bring the column.
 */
Header *header_new_growing (const Row *row, const ColumnMap *map, const char *file, GError **error);
void header_free (Header *self); /* NULL is fine */

/**
 * Further columns, behind those of before: @row has all, with names that differ. What the earlier
 * ones mean stays. FALSE with RECON_ERROR_INPUT when a role would then stand twice.
 */
gboolean header_grow (Header *self, const Row *row, const ColumnMap *map, const char *file,
                      GError **error);
gboolean header_grows (const Header *self);

guint header_column_count (const Header *self);

/** The column that has @role, or COLUMN_ABSENT. */
int header_column (const Header *self, guint role);
/** The header name of that column as written; @role must have one. (transfer none) */
const char *header_column_name (const Header *self, guint role);
/** The column holds rates from 0 to 1, not percentages. */
gboolean header_is_rate (const Header *self, guint role);

/**
 * Where PartnerId should stand there is an unknown name before the columns that follow it: the
 * first header cell was overwritten (spec section 7.11).
 */
gboolean header_lost_first_name (const Header *self);

/** Some column has this name, folded by name_fold(). */
gboolean header_has_name (const Header *self, const char *folded);

/** Names of columns that no role knows, comma-separated; NULL: none. (transfer none) */
const char *header_unknown_columns (const Header *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Header, header_free)

#endif
