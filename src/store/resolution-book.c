/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/resolution-book.h"

#include "store/event-chain.h"

/* The last resolution of an id counts. */
static gboolean
load_carried (Database *database, Resolutions *resolutions, GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (
      database,
      "SELECT DISTINCT f.finding_id, f.code, f.customer_id, c.name, f.agreement_id, f.currency,"
      " f.finding_month, f.amount FROM finding AS f"
      " JOIN seal AS s ON s.month = f.month AND s.version = f.version"
      " LEFT JOIN customer AS c ON c.customer_id = f.customer_id"
      " WHERE s.state IN ('sealed', 'reopened') AND f.finding_id IN"
      " (SELECT r.finding_id FROM resolution AS r WHERE r.resolution = 'disputed' AND r.n ="
      " (SELECT max (n) FROM resolution WHERE finding_id = r.finding_id))"
      " ORDER BY f.code, f.customer_id, f.finding_month, f.finding_id",
      error);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (database_query_next (query, &failure))
    {
      const CarriedFinding finding = { .finding_id = database_query_text (query, 0),
                                       .code = database_query_text (query, 1),
                                       .customer_id = database_query_text (query, 2),
                                       .customer_name = database_query_text (query, 3),
                                       .agreement_id = database_query_text (query, 4),
                                       .currency = database_query_text (query, 5),
                                       .month = database_query_text (query, 6),
                                       .amount = database_query_text (query, 7) };
      resolutions_carry (resolutions, &finding);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

Resolutions *
resolution_book_load (Database *database, GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (
      database,
      "SELECT finding_id, finding_key, amount, resolution, note, by, at FROM resolution ORDER BY n",
      error);
  g_autoptr (Resolutions) resolutions = resolutions_new ();
  GError *failure = NULL;

  if (query == NULL)
    return NULL;
  while (database_query_next (query, &failure))
    {
      const Resolution resolution = { .finding_id = database_query_text (query, 0),
                                      .finding_key = database_query_text (query, 1),
                                      .amount = database_query_text (query, 2),
                                      .resolution = database_query_text (query, 3),
                                      .note = database_query_text (query, 4),
                                      .by = database_query_text (query, 5),
                                      .at = database_query_text (query, 6) };
      resolutions_add (resolutions, &resolution);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  else if (load_carried (database, resolutions, error))
    return g_steal_pointer (&resolutions);
  return NULL;
}

gboolean
resolution_book_apply (Database *database, Report *report, GError **error)
{
  Resolutions *resolutions = resolution_book_load (database, error);

  if (resolutions != NULL)
    report_resolve (report, resolutions);
  return resolutions != NULL;
}

static gboolean
insert (Database *database, const Resolution *resolution, gint64 n, GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (
      database,
      "INSERT INTO resolution (n, finding_id, finding_key, amount, resolution, note, by, at)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      error);

  if (query == NULL)
    return FALSE;
  database_query_bind_number (query, 1, n);
  database_query_bind_text (query, 2, resolution->finding_id);
  database_query_bind_text (query, 3, resolution->finding_key);
  database_query_bind_text (query, 4, resolution->amount);
  database_query_bind_text (query, 5, resolution->resolution);
  database_query_bind_text (query, 6, resolution->note);
  database_query_bind_text (query, 7, resolution->by);
  database_query_bind_text (query, 8, resolution->at);
  return database_query_run (query, error);
}

char *
resolution_book_add (Database *database, const Resolution *resolution, GError **error)
{
  const Event event = { .kind = EVENT_RESOLVE,
                        .at = resolution->at,
                        .by = resolution->by,
                        .finding_id = resolution->finding_id,
                        .finding_key = resolution->finding_key,
                        .amount = resolution->amount,
                        .resolution = resolution->resolution,
                        .note = resolution->note };
  g_autofree char *hash = event_chain_append (database, &event, error);
  const gint64 n = hash != NULL ? event_chain_last (database, error) : -1;

  return n > 0 && insert (database, resolution, n, error) ? g_steal_pointer (&hash) : NULL;
}

KnownFinding *
resolution_book_find (Database *database, const char *id, GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (
      database,
      "SELECT f.finding_key, f.amount FROM seal AS s CROSS JOIN finding AS f"
      " ON f.month = s.month AND f.version = s.version AND f.finding_id = ?"
      " WHERE s.state IN ('sealed', 'reopened') ORDER BY s.month DESC LIMIT 1",
      error);
  KnownFinding *found = NULL;
  GError *failure = NULL;

  if (query == NULL)
    return NULL;
  database_query_bind_text (query, 1, id);
  if (database_query_next (query, &failure))
    {
      found = g_new0 (KnownFinding, 1);
      found->id = g_strdup (id);
      found->key = g_strdup (database_query_text (query, 0));
      found->amount = g_strdup (database_query_text (query, 1));
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return found;
}

void
resolution_book_found_free (KnownFinding *found)
{
  if (found == NULL)
    return;
  g_free (found->id);
  g_free (found->key);
  g_free (found->amount);
  g_free (found);
}
