/* SPDX-License-Identifier: MIT */
#ifndef STORE_WATCH_MEMORY_H
#define STORE_WATCH_MEMORY_H

#include "core/report/report.h"
#include "store/database.h"

/**
 * What `acorecon watch` takes from a history and leaves there: findings that somebody disputes, and
 * what the last watch showed. That is remembered in a table of its own, `watched`, which is made
 * when it is first needed; no digest and no event covers it (docs/history.md, "Watching").
 */

/**
 * Findings of the current versions of sealed and reopened months, and of @report (or NULL), whose
 * last resolution is `disputed`; of WatchDispute, each id once, by id. NULL with @error. (transfer
 * full)
 */
GPtrArray *watch_memory_disputes (Database *database, const Report *report, GError **error);

/** The marks that were remembered last; none before. NULL with @error. (transfer full) */
GHashTable *watch_memory_load (Database *database, GError **error);
/** These are remembered from now on, and no others. Inside a transaction of who calls. */
gboolean watch_memory_save (Database *database, const GPtrArray *marks, GError **error);

#endif
