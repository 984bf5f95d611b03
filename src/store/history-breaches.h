/* SPDX-License-Identifier: MIT */
#ifndef STORE_HISTORY_BREACHES_H
#define STORE_HISTORY_BREACHES_H

#include "core/answer/verification.h"
#include "store/database.h"

/**
 * What of a history does not fit together: the file, the chain, the content of each version, and
 * each row that an event speaks of against the body of that event. Whoever changes a history and
 * makes all hashes anew is found only by who kept one of them elsewhere, or the files.
 *
 * Each appends to @report, of core/answer/verification. FALSE with @error: it cannot be read.
 */

/** All that the history says of itself. */
gboolean history_breaches_find (Database *database, Report *report, GError **error);

/** Whether @head is the hash of an event: a chain whose end was cut off is sound in itself. */
gboolean history_breaches_find_head (Database *database, const char *head, Report *report,
                                     GError **error);

/** Inputs of the current versions whose digest is none of @digests, a set of hex texts. */
gboolean history_breaches_find_inputs (Database *database, GHashTable *digests, Report *report,
                                       GError **error);

#endif
