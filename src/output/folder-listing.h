/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_FOLDER_LISTING_H
#define OUTPUT_FOLDER_LISTING_H

#include <glib.h>

/** What an open folder holds. */

/** "." or "..": the folder itself and the one above it. */
gboolean folder_listing_is_dots (const char *name);

/** Takes an entry of @folder; FALSE is remembered. */
typedef gboolean (*FolderEntryFunc) (int folder, const char *name, gpointer data);

/**
 * Calls @take for every entry but "." and ".."; entries may be removed meanwhile. FALSE: @take said
 * so of one at least, or the folder cannot be read to its end, and errno says why.
 */
gboolean folder_listing_each (int folder, FolderEntryFunc take, gpointer data);

/**
 * Whether @folder holds regular files of all the @names (char *, which are sorted here) and nothing
 * else; else *@strange is the first name, by bytes, of what is missing or should not be there.
 * (transfer full) FALSE with errno: the folder cannot be read.
 */
gboolean folder_listing_find_strange (int folder, GPtrArray *names, char **strange);

/**
 * The first @size bytes, or all there are, of the file @name in @folder, which is no link; how many
 * they are. 0: it cannot be read, or is empty.
 */
gsize folder_listing_read_start (int folder, const char *name, char *start, gsize size);

#endif
