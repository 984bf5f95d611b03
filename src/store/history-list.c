/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/history-list.h"

#include <string.h>

#include "base/recon-error.h"
#include "store/month-summary.h"

struct HistoryList
{
  Report *report;
  GPtrArray *figures; /* of GArray of ListFigures: what rows of the report point to */
};

/* A list on its way. */
typedef struct
{
  Database *database;
  Report *report;
  GPtrArray *figures;
  const char *month; /* NULL: all */
} Listing;

/* A row of a query into a row of the report. */
typedef gboolean (*TakeFunc) (Listing *self, DatabaseQuery *query, GError **error);

static const char *
text_at (const Listing *self, DatabaseQuery *query, guint column)
{
  return report_text (self->report, database_query_text (query, column));
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

static guint64
count_at (DatabaseQuery *query, guint column)
{
  return (guint64) database_query_number (query, column);
}

/* Each statement takes the month, which may be null, as its only value. */
static gboolean
take_rows (Listing *self, const char *sql, TakeFunc take, GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (self->database, sql, error);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  database_query_bind_text (query, 1, self->month);
  while (database_query_next (query, &failure))
    if (!take (self, query, error))
      return FALSE;
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* How many of its findings somebody resolved. */
static gboolean
count_resolved (const Listing *self, const char *month, gint64 version, guint64 *count,
                GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (
      self->database,
      "SELECT count(*) FROM (SELECT DISTINCT finding_id FROM resolution) AS r CROSS JOIN finding AS"
      " f ON f.month = ? AND f.version = ? AND f.finding_id = r.finding_id",
      error);

  if (query == NULL)
    return FALSE;
  database_query_bind_text (query, 1, month);
  database_query_bind_number (query, 2, version);
  if (!database_query_next (query, error))
    return FALSE;
  *count = count_at (query, 0);
  return TRUE;
}

static gboolean
take_month (Listing *self, DatabaseQuery *query, GError **error)
{
  const char *month = database_query_text (query, 0);
  const gint64 version = database_query_number (query, 1);
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64);
  guint64 findings, resolved;
  g_autoptr (GArray) figures
      = month_summary_read (self->database, month, version, texts, &findings, error);

  if (figures == NULL || !count_resolved (self, month, version, &resolved, error))
    return FALSE;
  for (guint i = 0; i < figures->len; i++)
    {
      ListFigures *row = &g_array_index (figures, ListFigures, i);
      row->currency = report_text (self->report, row->currency);
    }
  const ListMonth row = { .month = month_at (query, 0),
                          .version = (guint64) version,
                          .state = text_at (self, query, 2),
                          .sealed_at = text_at (self, query, 3),
                          .preparer = text_at (self, query, 4),
                          .approver = text_at (self, query, 5),
                          .reason = text_at (self, query, 6),
                          .program = text_at (self, query, 7),
                          .options = text_at (self, query, 8),
                          .as_of = text_at (self, query, 9),
                          .content_sha256 = text_at (self, query, 10),
                          .pack = text_at (self, query, 11),
                          .pack_sha256 = text_at (self, query, 12),
                          .pack_state = text_at (self, query, 13),
                          .figures = { figures->data, figures->len },
                          .findings_open = findings - resolved,
                          .findings_resolved = resolved };
  report_append (self->report, LIST_MONTHS, &row);
  g_ptr_array_add (self->figures, g_steal_pointer (&figures));
  return TRUE;
}

static gboolean
take_event (Listing *self, DatabaseQuery *query, GError **error G_GNUC_UNUSED)
{
  const ListEvent row = { .n = count_at (query, 0),
                          .at = text_at (self, query, 1),
                          .what = text_at (self, query, 2),
                          .month = month_at (query, 3),
                          .version = count_at (query, 4),
                          .by = text_at (self, query, 5),
                          .reason = text_at (self, query, 6),
                          .hash = text_at (self, query, 7) };

  report_append (self->report, LIST_EVENTS, &row);
  return TRUE;
}

static gboolean
take_resolution (Listing *self, DatabaseQuery *query, GError **error G_GNUC_UNUSED)
{
  const char *amount = database_query_text (query, 3);
  ListResolution row = { .n = count_at (query, 0),
                         .finding_id = text_at (self, query, 1),
                         .finding_key = text_at (self, query, 2),
                         .resolution = text_at (self, query, 4),
                         .note = text_at (self, query, 5),
                         .by = text_at (self, query, 6),
                         .at = text_at (self, query, 7) };

  row.amount.known = decimal_parse (amount, strlen (amount), DECIMAL_POINT, &row.amount.value);
  report_append (self->report, LIST_RESOLUTIONS, &row);
  return TRUE;
}

static gboolean
take_input (Listing *self, DatabaseQuery *query, GError **error G_GNUC_UNUSED)
{
  const ListInput row = { .month = month_at (query, 0),
                          .version = count_at (query, 1),
                          .position = count_at (query, 2),
                          .file = text_at (self, query, 3),
                          .kind = text_at (self, query, 4),
                          .rows = count_at (query, 5),
                          .bytes = count_at (query, 6),
                          .sha256 = text_at (self, query, 7) };

  report_append (self->report, LIST_INPUTS, &row);
  return TRUE;
}

static gboolean
take_all (Listing *self, GError **error)
{
  return take_rows (self,
                    "SELECT month, version, state, sealed_at, preparer, approver, reason, program,"
                    " options, as_of, content_sha256, pack, pack_sha256, pack_state FROM seal"
                    " WHERE ?1 IS NULL OR month = ?1 ORDER BY month, version",
                    take_month, error)
         && take_rows (self,
                       "SELECT n, at, what, month, version, by, reason, hash FROM event"
                       " WHERE ?1 IS NULL OR month = ?1 ORDER BY n",
                       take_event, error)
         && take_rows (self,
                       "SELECT n, finding_id, finding_key, amount, resolution, note, by, at"
                       " FROM resolution WHERE ?1 IS NULL OR n IN (SELECT r.n FROM seal AS s"
                       " CROSS JOIN resolution AS r CROSS JOIN finding AS f ON f.month = s.month"
                       " AND f.version = s.version AND f.finding_id = r.finding_id"
                       " WHERE s.month = ?1) ORDER BY n",
                       take_resolution, error)
         && take_rows (self,
                       "SELECT month, version, position, file, kind, rows, bytes, sha256 FROM input"
                       " WHERE month = ?1 ORDER BY version, position",
                       take_input, error);
}

HistoryList *
history_list_new (Database *database, Month month, GError **error)
{
  g_autoptr (HistoryList) self = g_new0 (HistoryList, 1);
  const ListHead head = { month };
  char text[MONTH_TEXT_SIZE];

  self->report = report_new_of (month_list_schema ());
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  report_set_head (self->report, &head);
  if (month != MONTH_NONE)
    calendar_print_month (month, text);
  Listing listing = { database, self->report, self->figures, month != MONTH_NONE ? text : NULL };
  /* One look: what is written meanwhile is in it whole or not at all. */
  if (!database_run (database, "BEGIN", error) || !take_all (&listing, error)
      || !database_run (database, "COMMIT", error))
    return NULL;
  if (month != MONTH_NONE && report_row_count (self->report, LIST_MONTHS) == 0)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY, "%s was never sealed", text);
      return NULL;
    }
  report_sort (self->report);
  return g_steal_pointer (&self);
}

void
history_list_free (HistoryList *self)
{
  if (self == NULL)
    return;
  report_free (self->report);
  g_ptr_array_unref (self->figures);
  g_free (self);
}

const Report *
history_list_report (const HistoryList *self)
{
  return self->report;
}
