/* SPDX-License-Identifier: MIT */
#ifndef INPUT_PACK_FOLDERS_H
#define INPUT_PACK_FOLDERS_H

#include "input/folder-walk.h"

/**
 * PackFolders: which folders below a folder that is read hold a report pack of ours, written among
 * the downloads, and nothing else that would be read: beside a report.json that begins as one, only
 * tables of a pack, by their whole first lines. Whoever put a download into such a folder is told
 * so as ever, for then it is none.
 */
typedef struct PackFolders PackFolders;

/** @found: of char *, the paths of all files below the folder @below, sorted. That folder is none
    itself, for who names it wants it read; nor is any where they are not @is_wanted. */
PackFolders *pack_folders_find (const char *below, const GPtrArray *found, gboolean is_wanted);
void pack_folders_free (PackFolders *self); /* NULL is fine */

/** Whether the file @path is of such a folder. */
gboolean pack_folders_holds (const PackFolders *self, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PackFolders, pack_folders_free)

#endif
