/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/sealed-rows.h"

#include <string.h>

#include "base/recon-error.h"

static Day
day_of_text (const char *text)
{
  Day day = DAY_NONE;

  if (text != NULL && calendar_parse_day (text, strlen (text), DATE_MONTH_FIRST, &day) != DATE_OK)
    return DAY_NONE;
  return day;
}

static gboolean
read_month (const char *text, Month *month)
{
  return text != NULL
         && calendar_parse_month (text, strlen (text), DATE_MONTH_FIRST, month) == DATE_OK;
}

static gboolean
read_amount (const char *text, Decimal *amount)
{
  return text != NULL && decimal_parse (text, strlen (text), DECIMAL_POINT, amount);
}

/* Columns: the seal's month, then those of the table. Texts are borrowed from the query. */
static gboolean
read_row (DatabaseQuery *query, Month *sealed, BalanceRow *row)
{
  *row = (BalanceRow){ .customer = slice_of (database_query_text (query, 1)),
                       .agreement = slice_of (database_query_text (query, 2)),
                       .credit_name = slice_of (database_query_text (query, 3)),
                       .currency = slice_of (database_query_text (query, 4)),
                       .status_text = slice_of (database_query_text (query, 8)),
                       .effective = day_of_text (database_query_text (query, 9)),
                       .expiry = day_of_text (database_query_text (query, 10)) };
  row->status = balance_row_status_from_text (row->status_text, row->status_text.length > 0);
  return read_month (database_query_text (query, 0), sealed)
         && read_month (database_query_text (query, 5), &row->month)
         && read_amount (database_query_text (query, 6), &row->credit_amount)
         && read_amount (database_query_text (query, 7), &row->balance_amount);
}

static gboolean
refuse_damage (GError **error, const char *what)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY,
               "the history is damaged: %s cannot be read; restore a copy", what);
  return FALSE;
}

static gboolean
add_rows (DatabaseQuery *query, Books *books, GError **error)
{
  GError *failure = NULL;

  while (database_query_next (query, &failure))
    {
      Month sealed;
      BalanceRow row;

      if (!read_row (query, &sealed, &row))
        return refuse_damage (error, "a balance row");
      baseline_add_row (books->baseline, books->credits, sealed, &row);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
add_names (Database *database, Books *books, GError **error)
{
  g_autoptr (DatabaseQuery) query
      = database_query_new (database, "SELECT customer_id, name FROM customer", error);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (database_query_next (query, &failure))
    if (name_book_lookup (books->names, database_query_text (query, 0)) == NULL)
      name_book_add (books->names, slice_of (database_query_text (query, 0)),
                     slice_of (database_query_text (query, 1)));
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* Columns: the seal's month, then those of the table. */
static gboolean
read_invoice (DatabaseQuery *query, SealedInvoice *invoice)
{
  const char *currency = database_query_text (query, 2);

  invoice->currency = (char *) (guintptr) currency; /* copied by who takes it */
  invoice->lines = (guint64) database_query_number (query, 3);
  return currency != NULL && read_month (database_query_text (query, 0), &invoice->month)
         && read_amount (database_query_text (query, 4), &invoice->total);
}

static gboolean
add_invoices (DatabaseQuery *query, Books *books, GError **error)
{
  GError *failure = NULL;

  while (database_query_next (query, &failure))
    {
      const char *number = database_query_text (query, 1);
      SealedInvoice invoice;

      if (number == NULL || !read_invoice (query, &invoice))
        return refuse_damage (error, "an invoice");
      baseline_add_invoice (books->baseline, number, &invoice);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* @sql: its one value is the month before which seals count, or null. */
static DatabaseQuery *
query_before (Database *database, const char *sql, Month before, GError **error)
{
  DatabaseQuery *query = database_query_new (database, sql, error);
  char month[MONTH_TEXT_SIZE];

  if (query == NULL || before == MONTH_NONE)
    return query;
  calendar_print_month (before, month);
  database_query_bind_text (query, 1, month);
  return query;
}

#define BALANCE_COLUMNS \
  "SELECT s.month, b.customer_id, b.agreement_id, b.credit_name, b.currency, b.row_month," \
  " b.credit_amount, b.balance_amount, b.status, b.effective_date, b.expiry_date" \
  " FROM seal AS s JOIN balance AS b ON b.month = s.month AND b.version = s.version"

#define CURRENT_BEFORE \
  " WHERE s.state IN ('sealed', 'reopened') AND (?1 IS NULL OR s.month < ?1) ORDER BY s.month"

gboolean
sealed_rows_add (Database *database, Month before, Books *books, GError **error)
{
  g_autoptr (DatabaseQuery) rows
      = query_before (database, BALANCE_COLUMNS CURRENT_BEFORE, before, error);
  g_autoptr (DatabaseQuery) invoices
      = rows == NULL ? NULL
                     : query_before (database,
                                     "SELECT s.month, i.invoice, i.currency, i.lines, i.total"
                                     " FROM seal AS s JOIN invoice AS i ON i.month = s.month"
                                     " AND i.version = s.version" CURRENT_BEFORE,
                                     before, error);

  if (rows == NULL || invoices == NULL)
    return FALSE;
  if (books->baseline == NULL)
    books->baseline = baseline_new ();
  return add_rows (rows, books, error) && add_invoices (invoices, books, error)
         && add_names (database, books, error);
}

gboolean
sealed_rows_add_version (Database *database, Month month, gint64 version, Books *books,
                         GError **error)
{
  g_autoptr (DatabaseQuery) rows = database_query_new (
      database, BALANCE_COLUMNS " WHERE s.month = ? AND s.version = ?", error);
  char text[MONTH_TEXT_SIZE];

  if (rows == NULL)
    return FALSE;
  calendar_print_month (month, text);
  database_query_bind_text (rows, 1, text);
  database_query_bind_number (rows, 2, version);
  if (books->baseline == NULL)
    books->baseline = baseline_new ();
  return add_rows (rows, books, error);
}
