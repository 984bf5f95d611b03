/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/sealed-sheet.h"

#include <string.h>

#include "base/recon-error.h"
#include "store/month-summary.h"

/* A sheet on its way. */
typedef struct
{
  Database *database;
  CloseSheet *sheet;
  const char *month;
  gint64 version;
} Loading;

typedef void (*TakeFunc) (Loading *self, DatabaseQuery *query);

static const char *
text_at (const Loading *self, DatabaseQuery *query, guint column)
{
  return close_sheet_text (self->sheet, database_query_text (query, column));
}

static guint64
count_at (DatabaseQuery *query, guint column)
{
  return (guint64) database_query_number (query, column);
}

/* Each statement has the month as ?1, the version as ?2, and the number of the event as ?3. */
static gboolean
take_rows (Loading *self, const char *sql, TakeFunc take, GError **error)
{
  g_autoptr (DatabaseQuery) query = database_query_new (self->database, sql, error);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  database_query_bind_text (query, 1, self->month);
  database_query_bind_number (query, 2, self->version);
  database_query_bind_number (query, 3, (gint64) self->sheet->event);
  while (database_query_next (query, &failure))
    take (self, query);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static void
take_seal (Loading *self, DatabaseQuery *query)
{
  CloseSheet *sheet = self->sheet;

  sheet->event = count_at (query, 0);
  sheet->hash = text_at (self, query, 1);
  sheet->previous_hash = text_at (self, query, 2);
  sheet->seal.version = (guint64) self->version;
  sheet->seal.sealed_at = text_at (self, query, 3);
  sheet->seal.preparer = text_at (self, query, 4);
  sheet->seal.approver = text_at (self, query, 5);
  sheet->seal.reason = text_at (self, query, 6);
  sheet->seal.program = text_at (self, query, 7);
  sheet->seal.options = text_at (self, query, 8);
  sheet->seal.as_of = text_at (self, query, 9);
  sheet->seal.content_sha256 = text_at (self, query, 10);
  sheet->seal.pack_sha256 = text_at (self, query, 11);
}

static void
take_input (Loading *self, DatabaseQuery *query)
{
  const ListInput row = { .month = self->sheet->seal.month,
                          .version = (guint64) self->version,
                          .position = count_at (query, 0),
                          .file = text_at (self, query, 1),
                          .kind = text_at (self, query, 2),
                          .rows = count_at (query, 3),
                          .bytes = count_at (query, 4),
                          .sha256 = text_at (self, query, 5) };

  g_array_append_val (self->sheet->inputs, row);
}

#define SEALS "('close', 'restate', 'gap')"
#define FINDING \
  "f.finding_id, f.code, f.severity, f.customer_id, f.agreement_id, f.currency, f.finding_month," \
  " f.subject, f.amount"
#define DECISION "r.resolution, r.note, r.by, r.at"

static SheetFinding
read_finding (const Loading *self, DatabaseQuery *query)
{
  const char *month = database_query_text (query, 6), *amount = database_query_text (query, 8);
  SheetFinding finding = { .id = text_at (self, query, 0),
                           .code = text_at (self, query, 1),
                           .severity = text_at (self, query, 2),
                           .customer_id = text_at (self, query, 3),
                           .agreement_id = text_at (self, query, 4),
                           .currency = text_at (self, query, 5),
                           .month = MONTH_NONE,
                           .subject = text_at (self, query, 7),
                           .resolution = text_at (self, query, 9),
                           .note = text_at (self, query, 10),
                           .by = text_at (self, query, 11),
                           .at = text_at (self, query, 12) };

  if (month != NULL)
    (void) calendar_parse_month (month, strlen (month), DATE_MONTH_FIRST, &finding.month);
  if (!decimal_parse (amount, strlen (amount), DECIMAL_POINT, &finding.amount))
    finding.amount = (Decimal){ 0 };
  return finding;
}

static void
take_finding (Loading *self, DatabaseQuery *query)
{
  const SheetFinding finding = read_finding (self, query);

  close_sheet_add_finding (self->sheet, finding.resolution != NULL ? SHEET_RESOLVED : SHEET_OPEN,
                           &finding);
}

static void
take_carried (Loading *self, DatabaseQuery *query)
{
  const SheetFinding finding = read_finding (self, query);

  close_sheet_add_finding (self->sheet, SHEET_CARRIED, &finding);
}

static gboolean
take_figures (Loading *self, GError **error)
{
  guint64 findings;
  g_autoptr (GArray) figures = month_summary_read (self->database, self->month, self->version,
                                                   self->sheet->texts, &findings, error);

  if (figures == NULL)
    return FALSE;
  g_array_append_vals (self->sheet->figures, figures->data, figures->len);
  self->sheet->seal.figures = (ReportSpan){ self->sheet->figures->data, self->sheet->figures->len };
  return TRUE;
}

/* Of findings that are equal but for their place none is resolved when fewer are there than were
   resolved (docs/history.md, "Resolving"). How many are there is counted in one go, for a month may
   have tens of thousands. */
static const char findings_sql[]
    = "WITH f AS (SELECT *, count(*) OVER (PARTITION BY finding_key, amount) AS alike FROM finding"
      " WHERE month = ?1 AND version = ?2)"
      " SELECT " FINDING ", " DECISION " FROM f LEFT JOIN resolution AS r"
      " ON r.n = (SELECT max(x.n) FROM resolution AS x"
      " WHERE x.finding_id = f.finding_id AND x.n < ?3)"
      " AND (SELECT count(DISTINCT y.finding_id) FROM resolution AS y"
      " WHERE y.finding_key = f.finding_key AND y.amount = f.amount AND y.n < ?3) <= f.alike";

/* Those of versions that stood at the close. The joins are crossed to be made in this order, which
   asks for a few rows of each month by their key; another one reads all findings there are. */
static const char carried_sql[]
    = "SELECT DISTINCT " FINDING ", " DECISION " FROM"
      " (SELECT * FROM resolution AS d WHERE d.resolution = 'disputed' AND d.n ="
      " (SELECT max(x.n) FROM resolution AS x WHERE x.finding_id = d.finding_id AND x.n < ?3)) AS r"
      " CROSS JOIN (SELECT month, max(version) AS version FROM event"
      " WHERE what IN " SEALS " AND n < ?3 AND month < ?1 AND ?2 > 0 GROUP BY month) AS e"
      " CROSS JOIN finding AS f"
      " ON f.month = e.month AND f.version = e.version AND f.finding_id = r.finding_id";

static gboolean
take_all (Loading *self, GError **error)
{
  return take_rows (self,
                    "SELECT position, file, kind, rows, bytes, sha256 FROM input"
                    " WHERE month = ?1 AND version = ?2 AND ?3 > 0 ORDER BY position",
                    take_input, error)
         && take_rows (self, findings_sql, take_finding, error)
         && take_rows (self, carried_sql, take_carried, error) && take_figures (self, error);
}

CloseSheet *
sealed_sheet_load (Database *database, Month month, gint64 version, GError **error)
{
  g_autoptr (CloseSheet) sheet = close_sheet_new ();
  char text[MONTH_TEXT_SIZE];
  Loading loading = { database, sheet, text, version };

  calendar_print_month (month, text);
  sheet->seal.month = month;
  if (!take_rows (&loading,
                  "SELECT e.n, e.hash, e.previous_hash, s.sealed_at, s.preparer, s.approver,"
                  " s.reason, s.program, s.options, s.as_of, s.content_sha256, s.pack_sha256"
                  " FROM seal AS s JOIN event AS e ON e.month = s.month AND e.version = s.version"
                  " AND e.what IN " SEALS
                  " WHERE s.month = ?1 AND s.version = ?2 AND ?3 IS NOT NULL",
                  take_seal, error))
    return NULL;
  if (sheet->event == 0)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY,
                   "%s version %" G_GINT64_FORMAT " was never sealed", text, version);
      return NULL;
    }
  if (!take_all (&loading, error))
    return NULL;
  close_sheet_sort (sheet);
  return g_steal_pointer (&sheet);
}
