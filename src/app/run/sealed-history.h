/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_SEALED_HISTORY_H
#define APP_RUN_SEALED_HISTORY_H

#include "app/option/history-options.h"
#include "store/history.h"
#include "store/seals.h"

/**
 * SealedHistory: the history for a command that writes: the one that is there, or a new one that
 * appears with what is written first; and what a killed close left pending is finished.
 */
typedef struct SealedHistory SealedHistory;

/** @at: the time of an event. NULL with @error. */
SealedHistory *sealed_history_open (const HistoryOptions *options, const char *at, GError **error);
/** The same, but there must be one. */
SealedHistory *sealed_history_open_existing (const HistoryOptions *options, const char *at,
                                             GError **error);
void sealed_history_free (SealedHistory *self); /* NULL is fine */

/** Until the next sealed_history_lock(). */
const Seals *sealed_history_seals (const SealedHistory *self);
Database *sealed_history_database (const SealedHistory *self);

/** Keeps other writers out until the end, and looks at the seals again. */
gboolean sealed_history_lock (SealedHistory *self, GError **error);
/** After the lock: something was written since it was opened. */
gboolean sealed_history_is_changed (const SealedHistory *self);

/**
 * One transaction; a new history becomes a file, locked, with its commit. From its begin on signals
 * come too late (app/run/interruption).
 */
gboolean sealed_history_begin (SealedHistory *self, GError **error);
gboolean sealed_history_commit (SealedHistory *self, GError **error);

/**
 * A commit that ends with the event of this @hash. When it fails, the event may be in the file all
 * the same: then *@in_doubt, and the error says that @what ("2026-10 may be sealed") may be so.
 * After a failure nothing but sealed_history_free() may follow.
 */
gboolean sealed_history_commit_event (SealedHistory *self, const char *hash, const char *what,
                                      gboolean *in_doubt, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SealedHistory, sealed_history_free)

#endif
