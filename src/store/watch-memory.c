/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/watch-memory.h"

#include <string.h>

#include "core/answer/watch-list.h"

static void
dispute_free (gpointer data)
{
  WatchDispute *dispute = data;

  g_free ((char *) (guintptr) dispute->finding_id);
  g_free ((char *) (guintptr) dispute->customer_id);
  g_free ((char *) (guintptr) dispute->agreement_id);
  g_free ((char *) (guintptr) dispute->currency);
  g_free (dispute);
}

static WatchDispute *
dispute_new (const WatchDispute *from)
{
  WatchDispute *dispute = g_memdup2 (from, sizeof *from);

  dispute->finding_id = g_strdup (from->finding_id);
  dispute->customer_id = g_strdup (from->customer_id);
  dispute->agreement_id = g_strdup (from->agreement_id);
  dispute->currency = g_strdup (from->currency);
  return dispute;
}

static gint
compare_disputes (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const WatchDispute *const *) a)->finding_id,
                 (*(const WatchDispute *const *) b)->finding_id);
}

/* The last resolution of an id counts. */
#define LAST_IS_DISPUTED \
  " 'disputed' = (SELECT r.resolution FROM resolution AS r WHERE r.finding_id = f.finding_id" \
  " ORDER BY r.n DESC LIMIT 1)"

static gboolean
add_sealed (Database *database, GPtrArray *disputes, GHashTable *seen, GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (
      database,
      "SELECT DISTINCT f.finding_id, f.customer_id, f.agreement_id, f.currency, f.amount"
      " FROM finding AS f JOIN seal AS s ON s.month = f.month AND s.version = f.version"
      " WHERE s.state IN ('sealed', 'reopened') AND f.finding_id IN"
      " (SELECT finding_id FROM resolution WHERE resolution = 'disputed') AND" LAST_IS_DISPUTED,
      error);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (database_query_next (query, &failure))
    {
      const char *amount = database_query_text (query, 4);
      WatchDispute dispute = { .finding_id = database_query_text (query, 0),
                               .customer_id = database_query_text (query, 1),
                               .agreement_id = database_query_text (query, 2),
                               .currency = database_query_text (query, 3) };

      if (amount == NULL || !decimal_parse (amount, strlen (amount), DECIMAL_POINT, &dispute.amount)
          || g_hash_table_contains (seen, dispute.finding_id))
        continue;
      WatchDispute *kept = dispute_new (&dispute);
      g_hash_table_add (seen, (gpointer) (guintptr) kept->finding_id);
      g_ptr_array_add (disputes, kept);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
add_reported (Database *database, const Report *report, GPtrArray *disputes, GHashTable *seen,
              GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (
      database, "SELECT 1 FROM (SELECT ? AS finding_id) AS f WHERE" LAST_IS_DISPUTED, error);

  if (query == NULL)
    return FALSE;
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      const WatchDispute dispute
          = { row->id, row->customer_id, row->agreement_id, row->currency, row->amount };
      GError *failure = NULL;

      if (g_hash_table_contains (seen, row->id))
        continue;
      database_query_bind_text (query, 1, row->id);
      if (database_query_next (query, &failure))
        g_ptr_array_add (disputes, dispute_new (&dispute));
      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      if (!database_query_run (query, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
watch_memory_disputes (Database *database, const Report *report, GError **error)
{
  g_autoptr (GPtrArray) disputes = g_ptr_array_new_with_free_func (dispute_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (!add_sealed (database, disputes, seen, error)
      || (report != NULL && !add_reported (database, report, disputes, seen, error)))
    return NULL;
  g_ptr_array_sort (disputes, compare_disputes);
  return g_steal_pointer (&disputes);
}

static gboolean
has_table (Database *database, gboolean *there, GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (
      database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'watched'", error);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  *there = database_query_next (query, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

GHashTable *
watch_memory_load (Database *database, GError **error)
{
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *failure = NULL;
  gboolean there;

  if (!has_table (database, &there, error))
    return NULL;
  if (!there)
    return g_steal_pointer (&marks);
  g_autoptr (DatabaseQuery) query
      = database_query_new (database, "SELECT mark FROM watched", error);
  if (query == NULL)
    return NULL;
  while (database_query_next (query, &failure))
    g_hash_table_add (marks, g_strdup (database_query_text (query, 0)));
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&marks);
}

gboolean
watch_memory_save (Database *database, const GPtrArray *marks, GError **error)
{
  if (!database_run (database,
                     "CREATE TABLE IF NOT EXISTS watched (mark TEXT NOT NULL PRIMARY KEY) STRICT,"
                     " WITHOUT ROWID; DELETE FROM watched",
                     error))
    return FALSE;
  g_autoptr (DatabaseQuery) insert
      = database_query_new (database, "INSERT OR IGNORE INTO watched (mark) VALUES (?)", error);
  for (guint i = 0; insert != NULL && i < marks->len; i++)
    {
      database_query_bind_text (insert, 1, g_ptr_array_index (marks, i));
      if (!database_query_run (insert, error))
        return FALSE;
    }
  return insert != NULL;
}
