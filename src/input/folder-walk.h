/* SPDX-License-Identifier: MIT */
#ifndef INPUT_FOLDER_WALK_H
#define INPUT_FOLDER_WALK_H

#include <glib.h>

/** FolderWalk: the files below a folder, and which of them are read (spec section 2, "Folders"). */

/**
 * Fills @found (of char *, empty) with the paths of all files below @folder that are not hidden, in
 * byte order. Links to folders are not followed. FALSE with RECON_ERROR_INPUT.
 */
gboolean folder_walk_list (const char *folder, GPtrArray *found, GError **error);

/** What is looked for in folders and archives. */
typedef enum
{
  FOLDER_FILES_BILLING,  /* tables and exports, also packed */
  FOLDER_FILES_RESPONSES /* saved answers of a service: JSON, also packed */
} FolderFiles;

/** Whether a file of this name is read where a folder or archive holds it. */
gboolean folder_walk_reads (const char *name, FolderFiles files);

/** Both with one slash, however many the folder was given with. (transfer full) */
char *folder_walk_join (const char *folder, const char *name);

#endif
