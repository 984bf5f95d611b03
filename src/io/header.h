/* SPDX-License-Identifier: MIT */
#ifndef IO_HEADER_H
#define IO_HEADER_H

#include "core/input-book.h"
#include "io/column-map.h"
#include "io/column-role.h"
#include "io/csv-reader.h"

/**
 * Header: the first record of a file, its columns bound to roles by name, and the kind of file
 * that follows from them (spec sections 1 and 2). Knows no values.
 */
typedef struct Header Header;

/**
 * @file: how messages name the file. NULL with RECON_ERROR_INPUT when a column or role stands
 * twice, a needed column is missing or the columns fit no kind.
 */
Header *header_new (const CsvRow *row, const ColumnMap *map, const char *file, GError **error);
void header_free (Header *self); /* NULL is fine */

FileKind header_kind (const Header *self);
guint header_column_count (const Header *self);

/** The column that has @role, or -1. */
int header_column (const Header *self, guint role);
/** The header name of that column as written; @role must have one. (transfer none) */
const char *header_column_name (const Header *self, guint role);
/** The column holds rates from 0 to 1, not percentages. */
gboolean header_is_rate (const Header *self, guint role);

/** Names of columns that no role knows, comma-separated; NULL: none. (transfer none) */
const char *header_unknown_columns (const Header *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Header, header_free)

#endif
