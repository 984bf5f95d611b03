/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/event-chain.h"

/* The number and hash of the last event; 0 and zeros when there is none. */
static gboolean
find_last (Database *database, gint64 *n, char **hash, GError **error)
{
  g_autoptr (DatabaseQuery) query
      = database_query_new (database, "SELECT n, hash FROM event ORDER BY n DESC LIMIT 1", error);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  const gboolean found = database_query_next (query, &failure);
  *n = found ? database_query_number (query, 0) : 0;
  *hash = g_strdup (found ? database_query_text (query, 1) : EVENT_BODY_FIRST_HASH);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

char *
event_chain_append (Database *database, const Event *event, GError **error)
{
  g_autofree char *previous = NULL;
  gint64 last;

  if (!find_last (database, &last, &previous, error))
    return NULL;
  g_autoptr (DatabaseQuery) insert = database_query_new (
      database,
      "INSERT INTO event (n, at, what, month, version, by, reason, body, previous_hash, hash)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  if (insert == NULL)
    return NULL;
  g_autofree char *body = event_body_print (event, last + 1);
  g_autofree char *hash = event_body_hash (previous, body);

  database_query_bind_number (insert, 1, last + 1);
  database_query_bind_text (insert, 2, event->at);
  database_query_bind_text (insert, 3, event_body_kind_name (event->kind));
  database_query_bind_text (insert, 4, event->month);
  if (event->month != NULL)
    database_query_bind_number (insert, 5, event->version);
  database_query_bind_text (insert, 6, event->by);
  database_query_bind_text (insert, 7, event->reason);
  database_query_bind_text (insert, 8, body);
  database_query_bind_text (insert, 9, previous);
  database_query_bind_text (insert, 10, hash);
  return database_query_run (insert, error) ? g_steal_pointer (&hash) : NULL;
}

gboolean
event_chain_walk (Database *database, EventBreachFunc func, gpointer data, GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (
      database, "SELECT n, body, previous_hash, hash FROM event ORDER BY n", error);
  g_autofree char *previous = g_strdup (EVENT_BODY_FIRST_HASH);
  gint64 expected = 1;
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (database_query_next (query, &failure))
    {
      const gint64 n = database_query_number (query, 0);
      g_autofree char *hash
          = event_body_hash (database_query_text (query, 2), database_query_text (query, 1));

      if (n != expected)
        func (expected, "is missing", data);
      if (g_strcmp0 (database_query_text (query, 2), previous) != 0)
        func (n, "previous hash differs", data);
      if (g_strcmp0 (database_query_text (query, 3), hash) != 0)
        func (n, "hash differs", data);
      g_free (previous);
      previous = g_strdup (database_query_text (query, 3));
      expected = n + 1;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

gint64
event_chain_last (Database *database, GError **error)
{
  g_autofree char *hash = NULL;
  gint64 n;

  return find_last (database, &n, &hash, error) ? n : -1;
}

gboolean
event_chain_has (Database *database, const char *hash, GError **error)
{
  g_autoptr (DatabaseQuery) query
      = database_query_new (database, "SELECT 1 FROM event WHERE hash = ?", error);

  if (query == NULL)
    return FALSE;
  database_query_bind_text (query, 1, hash);
  return database_query_next (query, error);
}
