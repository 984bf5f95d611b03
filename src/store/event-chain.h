/* SPDX-License-Identifier: MIT */
#ifndef STORE_EVENT_CHAIN_H
#define STORE_EVENT_CHAIN_H

#include "store/database.h"
#include "store/event-body.h"

/**
 * The events of a history, each of which holds the hash of the one before: nothing can be changed,
 * taken out or put in between without all hashes after it. What was cut off at the end shows only
 * to who kept the last hash elsewhere.
 */

/** Appends @event. Its hash, or NULL with @error. (transfer full) */
char *event_chain_append (Database *database, const Event *event, GError **error);

/** Told of an event that does not fit: "hash differs". */
typedef void (*EventBreachFunc) (gint64 n, const char *what, gpointer data);

/**
 * Walks over all events: numbers without a gap, each hash that of its body and of the hash before.
 * FALSE with @error when it cannot be read.
 */
gboolean event_chain_walk (Database *database, EventBreachFunc func, gpointer data, GError **error);

/** The number of the last event, 0 where there is none; -1 with @error. */
gint64 event_chain_last (Database *database, GError **error);

/** Whether some event has @hash. FALSE also with @error. */
gboolean event_chain_has (Database *database, const char *hash, GError **error);

#endif
