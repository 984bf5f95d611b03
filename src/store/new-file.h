/* SPDX-License-Identifier: MIT */
#ifndef STORE_NEW_FILE_H
#define STORE_NEW_FILE_H

#include <glib.h>

/**
 * A file that appears whole and durable, or not at all, and never takes the place of another.
 * Until then it has no name, so that a killed program leaves nothing.
 */

/**
 * Writes @bytes into the new file @path, mode 0600. FALSE: with *@is_there set, something is at
 * @path already; else with RECON_ERROR_OUTPUT.
 */
gboolean new_file_write (const char *path, GBytes *bytes, gboolean *is_there, GError **error);

#endif
