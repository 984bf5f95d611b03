/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_COLUMN_MAP_H
#define INPUT_BILLING_COLUMN_MAP_H

#include <glib.h>

/** ColumnMap: header names that the person who runs the program gives to roles (--map). */
typedef struct ColumnMap ColumnMap;

ColumnMap *column_map_new (void);
void column_map_free (ColumnMap *self); /* NULL is fine */

/** @text: "ROLE=HEADER". FALSE with RECON_ERROR_USAGE. */
gboolean column_map_add (ColumnMap *self, const char *text, GError **error);

/** How many were added, and the folded header name of each, in that order. (transfer none) */
guint column_map_count (const ColumnMap *self);
const char *column_map_folded (const ColumnMap *self, guint index);

/** The role given to a folded header name, or ROLE_NONE. */
guint column_map_role (const ColumnMap *self, const char *folded);
/** The header name given last to @role, as written, or NULL. (transfer none) */
const char *column_map_header (const ColumnMap *self, guint role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ColumnMap, column_map_free)

#endif
