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

static void
note_month (GArray *months, Month month)
{
  if (months->len == 0 || g_array_index (months, Month, months->len - 1) != month)
    g_array_append_val (months, month);
}

static gboolean
add_rows (DatabaseQuery *query, Books *books, GArray *months, GError **error)
{
  GError *failure = NULL;

  while (database_query_next (query, &failure))
    {
      Month sealed;
      BalanceRow row;

      if (!read_row (query, &sealed, &row))
        {
          g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY,
                       "the history is damaged: a balance row cannot be read; restore a copy");
          return FALSE;
        }
      if (credit_book_add_missing (books->credits, &row))
        note_month (months, sealed);
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

gboolean
sealed_rows_add (Database *database, Month before, Books *books, GArray **months, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Month));
  g_autoptr (DatabaseQuery) query = database_query_new (
      database,
      "SELECT s.month, b.customer_id, b.agreement_id, b.credit_name, b.currency, b.row_month,"
      " b.credit_amount, b.balance_amount, b.status, b.effective_date, b.expiry_date"
      " FROM seal AS s JOIN balance AS b ON b.month = s.month AND b.version = s.version"
      " WHERE s.state IN ('sealed', 'reopened') AND s.month < ? ORDER BY s.month",
      error);
  char month[MONTH_TEXT_SIZE];

  if (query == NULL)
    return FALSE;
  calendar_print_month (before, month);
  database_query_bind_text (query, 1, month);
  if (!add_rows (query, books, found, error) || !add_names (database, books, error))
    return FALSE;
  *months = g_steal_pointer (&found);
  return TRUE;
}
