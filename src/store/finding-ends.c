/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/finding-ends.h"

#include <string.h>

#include "store/month-summary.h"

#define CURRENT "s.state IN ('sealed', 'reopened') AND s.content_sha256 IS NOT NULL"

typedef struct
{
  Database *database;
  GArray *ends;
} Loading;

typedef gboolean (*TakeFunc) (Loading *self, DatabaseQuery *query, GError **error);

static gboolean
take_rows (Loading *self, const char *sql, TakeFunc take, GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (self->database, sql, error);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (database_query_next (query, &failure))
    if (!take (self, query, error))
      return FALSE;
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static Month
month_at (DatabaseQuery *query, guint column)
{
  const char *text = database_query_text (query, column);
  Month month = MONTH_NONE;

  if (text != NULL)
    (void) calendar_parse_month (text, strlen (text), DATE_MONTH_FIRST, &month);
  return month;
}

/* The one of the month; of others there are no rows. */
static CourseFindings *
ends_of (const Loading *self, Month month)
{
  for (guint i = 0; i < self->ends->len; i++)
    {
      CourseFindings *found = &g_array_index (self->ends, CourseFindings, i);
      if (found->month == month)
        return found;
    }
  return NULL;
}

/* All of them are open, as long as nothing else is known. */
static gboolean
take_month (Loading *self, DatabaseQuery *query, GError **error)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64);
  CourseFindings row = { .month = month_at (query, 0) };
  g_autoptr (GArray) figures
      = month_summary_read (self->database, database_query_text (query, 0),
                            database_query_number (query, 1), texts, &row.open, error);

  if (figures == NULL)
    return FALSE;
  g_array_append_val (self->ends, row);
  return TRUE;
}

static gboolean
take_resolved (Loading *self, DatabaseQuery *query, GError **error G_GNUC_UNUSED)
{
  CourseFindings *row = ends_of (self, month_at (query, 0));
  const char *resolution = database_query_text (query, 1);
  const guint64 count = (guint64) database_query_number (query, 2);

  if (row == NULL || count > row->open)
    return TRUE;
  row->open -= count;
  if (strcmp (resolution, "accepted") == 0)
    row->accepted = count;
  else if (strcmp (resolution, "disputed") == 0)
    row->disputed = count;
  else if (strcmp (resolution, "corrected") == 0)
    row->corrected = count;
  else
    row->expected = count;
  return TRUE;
}

static gboolean
take_gone (Loading *self, DatabaseQuery *query, GError **error G_GNUC_UNUSED)
{
  CourseFindings *row = ends_of (self, month_at (query, 0));

  if (row != NULL)
    row->gone = (guint64) database_query_number (query, 1);
  return TRUE;
}

GArray *
finding_ends_load (Database *database, GError **error)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (CourseFindings));
  Loading loading = { database, ends };

  if (!take_rows (&loading,
                  "SELECT s.month, s.version FROM seal AS s WHERE " CURRENT " ORDER BY s.month",
                  take_month, error)
      || !take_rows (&loading,
                     "SELECT s.month, r.resolution, count(*) FROM"
                     " (SELECT finding_id, max(n) AS n FROM resolution GROUP BY finding_id) AS l"
                     " CROSS JOIN resolution AS r ON r.n = l.n CROSS JOIN seal AS s"
                     " CROSS JOIN finding AS f ON f.month = s.month AND f.version = s.version"
                     " AND f.finding_id = l.finding_id WHERE " CURRENT
                     " GROUP BY s.month, r.resolution",
                     take_resolved, error)
      || !take_rows (
          &loading,
          "SELECT s.month, count(DISTINCT f.finding_id) FROM seal AS s"
          " JOIN finding AS f ON f.month = s.month AND f.version < s.version WHERE " CURRENT
          " AND s.version > 1 AND NOT EXISTS (SELECT 1 FROM finding AS g"
          " WHERE g.month = s.month AND g.version = s.version"
          " AND g.finding_id = f.finding_id) GROUP BY s.month",
          take_gone, error))
    return NULL;
  return g_steal_pointer (&ends);
}
