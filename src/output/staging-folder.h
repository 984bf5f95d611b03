/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STAGING_FOLDER_H
#define OUTPUT_STAGING_FOLDER_H

#include <glib.h>

/**
 * StagingFolder: the temporary folder beside a target in which its new content grows:
 * ".NAME.tmp-XXXXXX", mode 0700, in the folder of the target. Everything in it is reached from
 * descriptors, never by its path: whoever owns the folder around it may rename it or put something
 * else in its place, and then what is written and removed is still what this program made.
 *
 * A run that is alive holds a lock in it. What a killed run left (it may hold customers' data) is
 * known by its lock, which nobody holds, and is removed by the next run for that target.
 */
typedef struct StagingFolder StagingFolder;

/** What may stand in one: the new content, what it replaces, scratch files of programs up to 0.2,
 * the lock. */
#define STAGING_NEW "new"
#define STAGING_OLD "old"
#define STAGING_SCRATCH "scratch"
#define STAGING_LOCK "lock"

/** Of the target @name in the open folder @parent, borrowed. NULL with errno set. */
StagingFolder *staging_folder_new (int parent, const char *name);
/** Leaves the folder as it is, and nobody removes it later. NULL is fine. */
void staging_folder_keep (StagingFolder *self);
/** Closes what is open; the folder stays for the next run unless it was removed. NULL is fine. */
void staging_folder_free (StagingFolder *self);

/** Open as long as @self lives. */
int staging_folder_fd (const StagingFolder *self);
/** In the parent. */
const char *staging_folder_name (const StagingFolder *self);

/**
 * Removes the folder and all that is in it, also while another thread still writes into it, which
 * then fails. FALSE: something cannot be removed. May be called again.
 */
gboolean staging_folder_remove (StagingFolder *self);

/**
 * Removes the folders that killed runs left beside the target @name of @parent. One that holds the
 * only copy of what stood at the target gives it back first. What is in use, of another user or
 * not made by staging_folder_new() is left alone.
 */
void staging_folder_sweep (int parent, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StagingFolder, staging_folder_free)

#endif
