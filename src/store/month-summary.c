/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/month-summary.h"

#include <string.h>

#define FIGURES 8
#define FIGURE_COLUMNS \
  "balance_used, invoice_credit, usage_credit, charges, other_credits, net, pec_earned, forfeited"

#define KEPT_FIGURES \
  "SELECT currency, " FIGURE_COLUMNS \
  " FROM month_figure WHERE month = ? AND version = ? ORDER BY currency"
#define KEPT_FINDINGS "SELECT findings FROM month_finding WHERE month = ? AND version = ?"

static const char tables[]
    = "CREATE TABLE IF NOT EXISTS month_figure ("
      " month TEXT NOT NULL, version INTEGER NOT NULL, currency TEXT NOT NULL,"
      " balance_used TEXT, invoice_credit TEXT, usage_credit TEXT, charges TEXT,"
      " other_credits TEXT, net TEXT, pec_earned TEXT, forfeited TEXT,"
      " PRIMARY KEY (month, version, currency)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE IF NOT EXISTS month_finding ("
      " month TEXT NOT NULL, version INTEGER NOT NULL, findings INTEGER NOT NULL,"
      " PRIMARY KEY (month, version)) STRICT, WITHOUT ROWID;";

/* The members of ListFigures in the order of the columns. */
static void
list_figures (ListFigures *row, Amount *figures[FIGURES])
{
  Amount *const all[FIGURES] = { &row->balance_used, &row->invoice_credit, &row->usage_credit,
                                 &row->charges,      &row->other_credits,  &row->net,
                                 &row->pec_earned,   &row->forfeited };

  memcpy (figures, all, sizeof all);
}

/* The row of @currency, which is the last one, for rows come by currency. */
static ListFigures *
row_of (GArray *rows, const char *currency, GStringChunk *texts)
{
  ListFigures fresh = { 0 };

  if (rows->len > 0)
    {
      ListFigures *last = &g_array_index (rows, ListFigures, rows->len - 1);
      if (g_strcmp0 (last->currency, currency) == 0)
        return last;
    }
  fresh.currency = g_string_chunk_insert_const (texts, currency);
  g_array_append_val (rows, fresh);
  return &g_array_index (rows, ListFigures, rows->len - 1);
}

/* A figure that nobody knows adds nothing, as in what close prints. */
static void
add_row (GArray *rows, DatabaseQuery *query, GStringChunk *texts)
{
  Amount *figures[FIGURES];

  list_figures (row_of (rows, database_query_text (query, 0), texts), figures);
  for (guint i = 0; i < FIGURES; i++)
    {
      const char *text = database_query_text (query, i + 1);
      Decimal value;

      if (text == NULL || !decimal_parse (text, strlen (text), DECIMAL_POINT, &value))
        continue;
      figures[i]->known = TRUE;
      decimal_accumulate (&figures[i]->value, &value);
    }
}

static DatabaseQuery *
ask (Database *database, const char *sql, const char *month, gint64 version, GError **error)
{
  DatabaseQuery *query = database_query_new (database, sql, error);

  if (query == NULL)
    return NULL;
  database_query_bind_text (query, 1, month);
  database_query_bind_number (query, 2, version);
  return query;
}

static GArray *
sum_rows (Database *database, const char *sql, const char *month, gint64 version,
          GStringChunk *texts, GError **error)
{
  g_autoptr (DatabaseQuery) query = ask (database, sql, month, version, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ListFigures));
  GError *failure = NULL;

  if (query == NULL)
    return NULL;
  while (database_query_next (query, &failure))
    add_row (rows, query, texts);
  if (failure == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, failure);
  return NULL;
}

static gboolean
count_findings (Database *database, const char *sql, const char *month, gint64 version,
                guint64 *findings, GError **error)
{
  g_autoptr (DatabaseQuery) query = ask (database, sql, month, version, error);

  if (query == NULL || !database_query_next (query, error))
    return FALSE;
  *findings = (guint64) database_query_number (query, 0);
  return TRUE;
}

static GArray *
reckon (Database *database, const char *month, gint64 version, GStringChunk *texts,
        guint64 *findings, GError **error)
{
  if (!count_findings (database, "SELECT count(*) FROM finding WHERE month = ? AND version = ?",
                       month, version, findings, error))
    return NULL;
  return sum_rows (database,
                   "SELECT currency, " FIGURE_COLUMNS
                   " FROM figure WHERE month = ? AND version = ? ORDER BY currency",
                   month, version, texts, error);
}

static gboolean
insert_figures (Database *database, const char *month, gint64 version, const GArray *rows,
                GError **error)
{
  g_autoptr (DatabaseQuery) insert
      = database_query_new (database,
                            "INSERT INTO month_figure (month, version, currency, " FIGURE_COLUMNS
                            ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            error);
  gboolean good = insert != NULL;

  for (guint i = 0; good && i < rows->len; i++)
    {
      ListFigures *row = &g_array_index (rows, ListFigures, i);
      Amount *figures[FIGURES];

      list_figures (row, figures);
      database_query_bind_text (insert, 1, month);
      database_query_bind_number (insert, 2, version);
      database_query_bind_text (insert, 3, row->currency);
      for (guint k = 0; k < FIGURES; k++)
        {
          g_autofree char *text
              = figures[k]->known ? decimal_to_string (figures[k]->value, 2) : NULL;
          database_query_bind_text (insert, k + 4, text);
        }
      good = database_query_run (insert, error);
    }
  return good;
}

gboolean
month_summary_write (Database *database, const char *month, gint64 version, GError **error)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64);
  guint64 findings;
  g_autoptr (GArray) rows = reckon (database, month, version, texts, &findings, error);

  if (rows == NULL || !database_run (database, tables, error)
      || !insert_figures (database, month, version, rows, error))
    return FALSE;
  g_autoptr (DatabaseQuery) insert
      = ask (database, "INSERT INTO month_finding (month, version, findings) VALUES (?, ?, ?)",
             month, version, error);
  if (insert == NULL)
    return FALSE;
  database_query_bind_number (insert, 3, (gint64) findings);
  return database_query_run (insert, error);
}

/* A history that an earlier program made has no such tables, and a gap no row. */
static gboolean
is_kept (Database *database, const char *month, gint64 version)
{
  g_autoptr (DatabaseQuery) query
      = ask (database, "SELECT 1 FROM month_finding WHERE month = ? AND version = ?", month,
             version, NULL);

  return query != NULL && database_query_next (query, NULL);
}

GArray *
month_summary_read (Database *database, const char *month, gint64 version, GStringChunk *texts,
                    guint64 *findings, GError **error)
{
  if (!is_kept (database, month, version))
    return reckon (database, month, version, texts, findings, error);
  if (!count_findings (database, KEPT_FINDINGS, month, version, findings, error))
    return NULL;
  return sum_rows (database, KEPT_FIGURES, month, version, texts, error);
}

/* As they are written: a text that is no amount is none of these. */
static gboolean
row_says (DatabaseQuery *query, ListFigures *row)
{
  Amount *figures[FIGURES];
  gboolean equal = g_strcmp0 (database_query_text (query, 0), row->currency) == 0;

  list_figures (row, figures);
  for (guint i = 0; equal && i < FIGURES; i++)
    {
      g_autofree char *text = figures[i]->known ? decimal_to_string (figures[i]->value, 2) : NULL;
      equal = g_strcmp0 (database_query_text (query, i + 1), text) == 0;
    }
  return equal;
}

static gboolean
figures_are_right (Database *database, const char *month, gint64 version, const GArray *rows,
                   GError **error)
{
  g_autoptr (DatabaseQuery) query = ask (database, KEPT_FIGURES, month, version, error);
  GError *failure = NULL;
  guint count = 0;
  gboolean right = query != NULL;

  while (right && database_query_next (query, &failure))
    {
      right = count < rows->len && row_says (query, &g_array_index (rows, ListFigures, count));
      count++;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return right && failure == NULL && count == rows->len;
}

gboolean
month_summary_is_right (Database *database, const char *month, gint64 version, GError **error)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64);
  guint64 kept, findings;

  if (!is_kept (database, month, version))
    return TRUE;
  if (!count_findings (database, KEPT_FINDINGS, month, version, &kept, error))
    return FALSE;
  g_autoptr (GArray) rows = reckon (database, month, version, texts, &findings, error);
  return rows != NULL && kept == findings
         && figures_are_right (database, month, version, rows, error);
}
