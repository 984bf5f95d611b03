/* SPDX-License-Identifier: MIT */
#ifndef STORE_NEW_FILE_H
#define STORE_NEW_FILE_H

#include <glib.h>

/**
 * A file that appears whole and durable, or not at all, and never takes the place of another.
 * Until then it has no name, so that a killed program leaves nothing.
 */

typedef struct NewFile NewFile;

/**
 * @bytes on the disk, mode 0600, beside @path and without a name. NULL and RECON_ERROR_OUTPUT: they
 * cannot be written there.
 */
NewFile *new_file_prepare (const char *path, GBytes *bytes, GError **error);
/**
 * Gives it its name, for good. FALSE: with *@is_there set, something is at the path already; else
 * with RECON_ERROR_OUTPUT.
 */
gboolean new_file_appear (NewFile *self, gboolean *is_there, GError **error);
/** What has not appeared never does. NULL is fine. */
void new_file_free (NewFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewFile, new_file_free)

#endif
