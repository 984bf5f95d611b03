/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/history-breaches.h"

#include <string.h>

#include "store/content-digest.h"
#include "store/event-chain.h"
#include "store/month-summary.h"

/* The events, with the body as `j`; one that is no JSON has no members. */
#define EVENTS \
  "WITH e AS (SELECT *, CASE WHEN json_valid (body) THEN body ELSE '{}' END AS j FROM event) "

/* The events that seal a version. */
#define SEALS "e.what IN ('close', 'restate', 'gap')"
#define OF_SEAL "e.month = s.month AND e.version = s.version"

/* Files as the body of an event has them, and as the table does. */
#define STATED_INPUTS \
  "SELECT i.key, i.value ->> 0, i.value ->> 1, i.value ->> 2, i.value ->> 3, i.value ->> 4" \
  " FROM json_each (e.j, '$.inputs') AS i WHERE i.type = 'array'"
#define KEPT_INPUTS \
  "SELECT i.position, i.file, i.kind, i.rows, i.bytes, i.sha256 FROM input AS i" \
  " WHERE i.month = e.month AND i.version = e.version"

/* The resolutions and their events, which have the same number. */
#define PAIRED \
  EVENTS ", r AS (SELECT * FROM resolution)," \
         " p AS (SELECT n AS event, j FROM e WHERE what = 'resolve') "

/* Each gives a row for a breach: month, version, n; what it is is said here. */
static const struct
{
  const char *what;
  const char *sql;
} checks[] = {
  { "columns differ from the body",
    EVENTS "SELECT NULL, NULL, e.n FROM e"
           " WHERE e.n IS NOT e.j ->> 'n' OR e.at IS NOT e.j ->> 'at'"
           " OR e.what IS NOT e.j ->> 'what' OR e.month IS NOT e.j ->> 'month'"
           " OR e.version IS NOT e.j ->> 'version' OR e.by IS NOT e.j ->> 'by'"
           " OR e.reason IS NOT e.j ->> 'reason' ORDER BY e.n" },
  { "there is no such version",
    EVENTS "SELECT NULL, NULL, e.n FROM e WHERE e.what <> 'resolve' AND NOT EXISTS"
           " (SELECT 1 FROM seal AS s WHERE " OF_SEAL ") ORDER BY e.n" },
  { "no event, or more than one, sealed it",
    EVENTS "SELECT s.month, s.version, NULL FROM seal AS s"
           " WHERE (SELECT count(*) FROM e WHERE " SEALS " AND " OF_SEAL ") <> 1"
           " ORDER BY s.month, s.version" },
  { "seal differs from its event",
    EVENTS "SELECT s.month, s.version, e.n FROM seal AS s JOIN e ON " OF_SEAL " WHERE " SEALS
           " AND (s.sealed_at IS NOT e.j ->> 'at' OR s.preparer IS NOT e.j ->> 'by'"
           " OR s.approver IS NOT e.j ->> 'approver' OR s.reason IS NOT e.j ->> 'reason'"
           " OR s.program IS NOT e.j ->> 'program' OR s.options IS NOT e.j ->> 'options'"
           " OR s.as_of IS NOT e.j ->> 'as_of'"
           " OR s.content_sha256 IS NOT e.j ->> 'content_sha256'"
           " OR e.what IS NOT CASE WHEN s.content_sha256 IS NULL THEN 'gap'"
           " WHEN s.version > 1 THEN 'restate' ELSE 'close' END) ORDER BY s.month, s.version" },
  { "state does not follow from the events",
    EVENTS "SELECT s.month, s.version, NULL FROM seal AS s WHERE s.state IS NOT CASE"
           " WHEN EXISTS (SELECT 1 FROM e WHERE " SEALS
           " AND e.month = s.month AND e.version > s.version) THEN 'superseded'"
           " WHEN (SELECT e.what FROM e WHERE e.what <> 'pack' AND " OF_SEAL
           " ORDER BY e.n DESC LIMIT 1) = 'reopen' THEN 'reopened' ELSE 'sealed' END"
           " ORDER BY s.month, s.version" },
  { "inputs differ from those of the event",
    EVENTS "SELECT e.month, e.version, e.n FROM e WHERE " SEALS " AND (EXISTS (" STATED_INPUTS
           " EXCEPT " KEPT_INPUTS ")"
           " OR EXISTS (" KEPT_INPUTS " EXCEPT " STATED_INPUTS ")) ORDER BY e.n" },
  { "there is no such resolution",
    PAIRED "SELECT NULL, NULL, p.event FROM p LEFT JOIN r ON r.n = p.event WHERE r.n IS NULL"
           " ORDER BY p.event" },
  { "a resolution has no event",
    PAIRED "SELECT NULL, NULL, NULL FROM r LEFT JOIN p ON r.n = p.event WHERE p.event IS NULL" },
  { "resolution differs",
    PAIRED "SELECT NULL, NULL, p.event FROM r JOIN p ON r.n = p.event WHERE"
           " r.finding_id IS NOT p.j ->> 'finding_id'"
           " OR r.finding_key IS NOT p.j ->> 'finding_key' OR r.amount IS NOT p.j ->> 'amount'"
           " OR r.resolution IS NOT p.j ->> 'resolution' OR r.note IS NOT p.j ->> 'note'"
           " OR r.by IS NOT p.j ->> 'by' OR r.at IS NOT p.j ->> 'at' ORDER BY p.event" },
};

static Month
month_of (const char *text)
{
  Month month = MONTH_NONE;

  if (text != NULL
      && calendar_parse_month (text, strlen (text), DATE_MONTH_FIRST, &month) != DATE_OK)
    return MONTH_NONE;
  return month;
}

/* @what: NULL: the first column says it; then month, version and n. */
static gboolean
add_rows (Database *database, const char *sql, const char *what, Report *report, GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (database, sql, error);
  const guint first = what == NULL ? 1 : 0;
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (database_query_next (query, &failure))
    {
      const VerifyBreach breach = { .what = what != NULL ? what : database_query_text (query, 0),
                                    .month = month_of (database_query_text (query, first)),
                                    .version = (guint64) database_query_number (query, first + 1),
                                    .n = (guint64) database_query_number (query, first + 2) };
      verification_add (report, &breach);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static void
add_link (gint64 n, const char *what, gpointer report)
{
  verification_add (report, &(VerifyBreach){ .what = what, .n = (guint64) n });
}

/* In one look: a close that goes on meanwhile is seen whole or not at all. */
static gboolean
find_in_events (Database *database, Report *report, GError **error)
{
  gboolean read = database_run (database, "BEGIN", error)
                  && event_chain_walk (database, add_link, report, error);

  for (guint i = 0; read && i < G_N_ELEMENTS (checks); i++)
    read = add_rows (database, checks[i].sql, checks[i].what, report, error);
  return read && database_run (database, "COMMIT", error);
}

/* Rows of a version never change, so that nobody has to be kept out for so long. */
static gboolean
find_in_contents (Database *database, Report *report, GError **error)
{
  g_autoptr (DatabaseQuery) query
      = database_query_new (database,
                            "SELECT month, version, content_sha256 FROM seal"
                            " WHERE content_sha256 IS NOT NULL ORDER BY month, version",
                            error);
  g_autoptr (GPtrArray) seals = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (database_query_next (query, &failure))
    {
      const char *const cells[] = { database_query_text (query, 0), database_query_text (query, 1),
                                    database_query_text (query, 2), NULL };
      g_ptr_array_add (seals, g_strdupv ((GStrv) (guintptr) cells));
    }
  for (guint i = 0; failure == NULL && i < seals->len; i++)
    {
      char **seal = g_ptr_array_index (seals, i);
      const gint64 version = g_ascii_strtoll (seal[1], NULL, 10);
      g_autofree char *digest = content_digest (database, seal[0], version, &failure);
      VerifyBreach breach = { .what = "content differs",
                              .month = month_of (seal[0]),
                              .version = (guint64) version };

      if (digest == NULL)
        break;
      if (strcmp (digest, seal[2]) != 0)
        verification_add (report, &breach);
      else if (!month_summary_is_right (database, seal[0], version, &failure) && failure == NULL)
        {
          breach.what = "sums differ from the content";
          verification_add (report, &breach);
        }
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

gboolean
history_breaches_find (Database *database, Report *report, GError **error)
{
  return add_rows (database,
                   "SELECT 'database: ' || integrity_check, NULL, NULL, NULL"
                   " FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
                   NULL, report, error)
         && add_rows (database,
                      "SELECT DISTINCT 'a row of ' || \"table\" || ' has none in ' || parent,"
                      " NULL, NULL, NULL FROM pragma_foreign_key_check",
                      NULL, report, error)
         && find_in_events (database, report, error) && find_in_contents (database, report, error);
}

gboolean
history_breaches_find_head (Database *database, const char *head, Report *report, GError **error)
{
  GError *failure = NULL;

  if (!event_chain_has (database, head, &failure) && failure == NULL)
    verification_add (report, &(VerifyBreach){ .what = "the given head is the hash of no event" });
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

gboolean
history_breaches_find_inputs (Database *database, GHashTable *digests, Report *report,
                              GError **error)
{
  g_autoptr (DatabaseQuery) query
      = database_query_new (database,
                            "SELECT i.month, i.file, i.sha256 FROM input AS i"
                            " JOIN seal AS s ON s.month = i.month AND s.version = i.version"
                            " WHERE s.state IN ('sealed', 'reopened') AND i.sha256 IS NOT NULL"
                            " ORDER BY i.month, i.position",
                            error);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (database_query_next (query, &failure))
    {
      g_autofree char *what
          = g_strdup_printf ("input %s is not among the files", database_query_text (query, 1));
      const VerifyBreach breach
          = { .what = what, .month = month_of (database_query_text (query, 0)) };

      if (!g_hash_table_contains (digests, database_query_text (query, 2)))
        verification_add (report, &breach);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}
