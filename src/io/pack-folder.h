/* SPDX-License-Identifier: MIT */
#ifndef IO_PACK_FOLDER_H
#define IO_PACK_FOLDER_H

#include <glib.h>

/**
 * What a report pack looks like from outside: the names that may stand in one, and whether a
 * folder holds one. Pure looking: changes nothing.
 */

/** Whether @name may stand in a report pack. */
gboolean pack_folder_is_name (const char *name);

/**
 * Whether the folder @name in the open folder @at may be replaced: it is empty or, with @force, an
 * earlier pack: a report.json of ours, and beside it only regular files that a pack may have.
 * FALSE with RECON_ERROR_OUTPUT, which says what the folder is or holds, without naming it.
 */
gboolean pack_folder_check (int at, const char *name, gboolean force, GError **error);

#endif
