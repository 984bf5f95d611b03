/* SPDX-License-Identifier: MIT */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include "store/database.h"
#include "store/new-file.h"

/**
 * History: the one file in which closed months are kept (docs/history.md). Knows whose file it is,
 * who may write it now, and how a new one comes to be; not what is in it.
 *
 * A file that is not ours, newer than this program, or not whole is refused with
 * RECON_ERROR_HISTORY, and left as it is. A new history is made in memory and appears as a file
 * with its first seal, or not at all.
 */
typedef struct History History;

typedef enum
{
  HISTORY_READS,
  HISTORY_WRITES /* holds the lock for writers from history_lock() to history_free() */
} HistoryAccess;

/** Whether something is at @path. */
gboolean history_exists (const char *path);

/** @timeout: seconds that other writers are waited for. NULL with @error. */
History *history_open (const char *path, HistoryAccess access, guint timeout, GError **error);
/** With its tables, and nowhere but in memory until history_publish(). */
History *history_new (void);
/** Gives the lock back; what was not committed has not been. NULL is fine. */
void history_free (History *self);

Database *history_database (const History *self);

/** Waits for other writers, and keeps them out from here on. Nothing to do in memory. */
gboolean history_lock (History *self, GError **error);
/**
 * One transaction: everything from begin to commit is there afterwards, durable, or nothing is.
 */
gboolean history_begin (History *self, GError **error);
gboolean history_commit (History *self, GError **error);

/**
 * Of a new one: the file @path, for its owner alone, durable. FALSE: with *@is_there set, somebody
 * else made it meanwhile; else with @error.
 */
gboolean history_publish (const History *self, const char *path, gboolean *is_there,
                          GError **error);

/**
 * The file as it is now, whatever others write meanwhile, written for the new file @path, which
 * the caller lets appear. NULL on error.
 */
NewFile *history_backup (const History *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (History, history_free)

#endif
