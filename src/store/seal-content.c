/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/seal-content.h"

#include <string.h>

#include "core/report/report-cell.h"
#include "store/event-body.h"
#include "store/history-layout.h"
#include "store/seal-figures.h"

/* What is being written. */
typedef struct
{
  const SealContent *content;
  Database *database;
  char month[MONTH_TEXT_SIZE];
  gint64 version;
} Writing;

static Writing
writing_of (const SealContent *content, Database *database, gint64 version)
{
  Writing writing = { .content = content, .database = database, .version = version };

  calendar_print_month (content->month, writing.month);
  return writing;
}

static DatabaseQuery *
insert_into (const Writing *writing, ContentTable table, GError **error)
{
  return database_query_new (writing->database, history_layout_content (table)->insert, error);
}

static void
bind_version (const Writing *writing, DatabaseQuery *insert)
{
  database_query_bind_text (insert, 1, writing->month);
  database_query_bind_number (insert, 2, writing->version);
}

/* "" is null, as everywhere. */
static void
bind_text (DatabaseQuery *insert, guint parameter, const char *text)
{
  database_query_bind_text (insert, parameter, text != NULL && *text != '\0' ? text : NULL);
}

static void
bind_amount (DatabaseQuery *insert, guint parameter, Decimal amount)
{
  g_autofree char *text = decimal_to_string (amount, 2);

  database_query_bind_text (insert, parameter, text);
}

static void
bind_month (DatabaseQuery *insert, guint parameter, Month month)
{
  char text[MONTH_TEXT_SIZE];

  if (month == MONTH_NONE)
    return;
  calendar_print_month (month, text);
  database_query_bind_text (insert, parameter, text);
}

static void
bind_day (DatabaseQuery *insert, guint parameter, Day day)
{
  char text[DAY_TEXT_SIZE];

  if (day == DAY_NONE)
    return;
  calendar_print_day (day, text);
  database_query_bind_text (insert, parameter, text);
}

/* Rows that come from the history itself are sealed already. */
static gboolean
is_sealed_here (const SealContent *self, const CreditMonth *month)
{
  return position_is_set (month->counted.at)
         && (month->month == self->month || (self->with_earlier && month->month < self->month));
}

static gboolean
write_balance (const Writing *writing, DatabaseQuery *insert, const Credit *credit,
               const CreditMonth *month, GError **error)
{
  const CreditFigures *figures = &month->counted;

  bind_version (writing, insert);
  bind_text (insert, 3, credit->key.customer);
  bind_text (insert, 4, credit->key.agreement);
  bind_text (insert, 5, credit->key.credit_name);
  bind_text (insert, 6, credit->key.currency);
  bind_month (insert, 7, month->month);
  bind_amount (insert, 8, credit_book_credit_amount (figures));
  bind_amount (insert, 9, credit_book_balance_amount (figures));
  bind_text (insert, 10, figures->status_text);
  bind_day (insert, 11, figures->effective);
  bind_day (insert, 12, figures->expiry);
  return database_query_run (insert, error);
}

static gboolean
write_balances (const Writing *writing, GError **error)
{
  g_autoptr (GPtrArray) credits = credit_book_list (writing->content->books->credits);
  g_autoptr (DatabaseQuery) insert = insert_into (writing, CONTENT_BALANCE, error);

  for (guint i = 0; insert != NULL && i < credits->len; i++)
    {
      const Credit *credit = g_ptr_array_index (credits, i);

      for (guint k = 0; k < credit->month_count; k++)
        {
          const CreditMonth *month = credit_book_month (credit, k);
          if (is_sealed_here (writing->content, month)
              && !write_balance (writing, insert, credit, month, error))
            return FALSE;
        }
    }
  return insert != NULL;
}

static gboolean
write_figures (const Writing *writing, GError **error)
{
  g_autoptr (GPtrArray) rows
      = seal_figures_of_report (writing->content->report, writing->content->month);
  g_autoptr (DatabaseQuery) insert = insert_into (writing, CONTENT_FIGURE, error);

  for (guint i = 0; insert != NULL && i < rows->len; i++)
    {
      const SealFigures *row = g_ptr_array_index (rows, i);

      bind_version (writing, insert);
      bind_text (insert, 3, row->customer);
      bind_text (insert, 4, row->currency);
      for (guint figure = 0; figure < SEAL_FIGURE_COUNT; figure++)
        if (row->figures[figure].known)
          bind_amount (insert, 5 + figure, row->figures[figure].value);
      if (!database_query_run (insert, error))
        return FALSE;
    }
  return insert != NULL;
}

static gboolean
write_credits (const Writing *writing, GError **error)
{
  g_autoptr (GPtrArray) rows = seal_figures_credits (
      writing->content->books, writing->content->report, writing->content->month);
  g_autoptr (DatabaseQuery) insert = insert_into (writing, CONTENT_CREDIT, error);

  for (guint i = 0; insert != NULL && i < rows->len; i++)
    {
      const SealCredit *row = g_ptr_array_index (rows, i);
      const char *sku = strchr (row->article, '/') + 1;
      g_autofree char *product = g_strndup (row->article, (gsize) (sku - 1 - row->article));

      bind_version (writing, insert);
      bind_text (insert, 3, row->customer);
      bind_text (insert, 4, row->invoice);
      bind_text (insert, 5, row->currency);
      bind_text (insert, 6, product);
      bind_text (insert, 7, sku);
      database_query_bind_number (insert, 8, (gint64) row->lines);
      bind_amount (insert, 9, row->subtotal);
      if (!database_query_run (insert, error))
        return FALSE;
    }
  return insert != NULL;
}

static gboolean
write_invoices (const Writing *writing, GError **error)
{
  const Report *report = writing->content->report;
  g_autoptr (DatabaseQuery) insert = insert_into (writing, CONTENT_INVOICE, error);

  for (gsize i = 0; insert != NULL && i < report_row_count (report, REPORT_INVOICES); i++)
    {
      const InvoiceRow *row = report_row (report, REPORT_INVOICES, i);

      if (row->month != writing->content->month)
        continue;
      bind_version (writing, insert);
      bind_text (insert, 3, row->invoice);
      bind_text (insert, 4, row->currency);
      database_query_bind_number (insert, 5, (gint64) row->lines);
      bind_amount (insert, 6, row->subtotal);
      bind_amount (insert, 7, row->tax);
      bind_amount (insert, 8, row->total);
      if (!database_query_run (insert, error))
        return FALSE;
    }
  return insert != NULL;
}

/* Where a finding stands in the report. */
typedef struct
{
  const char *id;
  gsize row;
} FindingPlace;

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  return strcmp (((const FindingPlace *) a)->id, ((const FindingPlace *) b)->id);
}

/* Ids come in no order that means anything; rows that are written in the order of their key fill
   the pages of the table. */
static GArray *
findings_by_id (const Report *report)
{
  const gsize count = report_row_count (report, REPORT_FINDINGS);
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (FindingPlace), (guint) count);

  for (gsize i = 0; i < count; i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      const FindingPlace place = { .id = row->id, .row = i };

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

static gboolean
write_findings (const Writing *writing, GError **error)
{
  const Report *report = writing->content->report;
  g_autoptr (GArray) places = findings_by_id (report);
  g_autoptr (DatabaseQuery) insert = insert_into (writing, CONTENT_FINDING, error);

  for (guint i = 0; insert != NULL && i < places->len; i++)
    {
      const FindingRow *row
          = report_row (report, REPORT_FINDINGS, g_array_index (places, FindingPlace, i).row);

      bind_version (writing, insert);
      bind_text (insert, 3, row->id);
      bind_text (insert, 4, row->key);
      bind_text (insert, 5, finding_info (row->code)->code);
      bind_text (insert, 6, finding_severity_name (row->severity));
      bind_text (insert, 7, row->customer_id);
      bind_text (insert, 8, row->agreement_id);
      bind_text (insert, 9, row->currency);
      bind_month (insert, 10, row->month);
      bind_text (insert, 11, row->subject);
      bind_amount (insert, 12, row->amount);
      if (!database_query_run (insert, error))
        return FALSE;
    }
  return insert != NULL;
}

gboolean
seal_content_write (const SealContent *self, Database *database, gint64 version, GError **error)
{
  const Writing writing = writing_of (self, database, version);

  return write_balances (&writing, error) && write_figures (&writing, error)
         && write_credits (&writing, error) && write_invoices (&writing, error)
         && write_findings (&writing, error);
}

GArray *
seal_content_inputs (const SealContent *self)
{
  g_autoptr (GPtrArray) tallies = input_book_list (self->books->inputs);
  GArray *inputs = g_array_new (FALSE, FALSE, sizeof (EventInput));

  for (guint i = 0; i < tallies->len; i++)
    {
      const InputTally *tally = g_ptr_array_index (tallies, i);
      const EventInput input = { .file = tally->file,
                                 .kind = file_kind_name (tally->kind),
                                 .rows = tally->rows,
                                 .bytes = tally->byte_count,
                                 .sha256 = tally->sha256 };
      g_array_append_val (inputs, input);
    }
  return inputs;
}

gboolean
seal_content_write_inputs (const SealContent *self, Database *database, gint64 version,
                           GError **error)
{
  const Writing writing = writing_of (self, database, version);
  g_autoptr (GArray) inputs = seal_content_inputs (self);
  g_autoptr (DatabaseQuery) insert = database_query_new (
      database,
      "INSERT INTO input (month, version, position, file, kind, rows, bytes, sha256)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      error);

  for (guint i = 0; insert != NULL && i < inputs->len; i++)
    {
      const EventInput *input = &g_array_index (inputs, EventInput, i);

      bind_version (&writing, insert);
      database_query_bind_number (insert, 3, i);
      bind_text (insert, 4, input->file);
      bind_text (insert, 5, input->kind);
      if (input->sha256 != NULL)
        {
          database_query_bind_number (insert, 6, (gint64) input->rows);
          database_query_bind_number (insert, 7, (gint64) input->bytes);
          bind_text (insert, 8, input->sha256);
        }
      if (!database_query_run (insert, error))
        return FALSE;
    }
  return insert != NULL;
}

/* Where a name is written to, and what went wrong. */
typedef struct
{
  DatabaseQuery *insert;
  GError **error;
} NameWriting;

static gboolean
write_name (const char *customer, const char *name, gpointer data)
{
  const NameWriting *writing = data;

  bind_text (writing->insert, 1, customer);
  bind_text (writing->insert, 2, name);
  return database_query_run (writing->insert, writing->error);
}

gboolean
seal_content_write_names (const SealContent *self, Database *database, GError **error)
{
  g_autoptr (DatabaseQuery) insert = database_query_new (
      database,
      "INSERT INTO customer (customer_id, name) VALUES (?1, ?2)"
      " ON CONFLICT (customer_id) DO UPDATE SET name = ?2 WHERE name IS NOT ?2",
      error);
  NameWriting writing = { insert, error };

  return insert != NULL && name_book_foreach (self->books->names, write_name, &writing);
}

gboolean
seal_content_has_balances (const SealContent *self)
{
  g_autoptr (GPtrArray) credits = credit_book_list (self->books->credits);

  for (guint i = 0; i < credits->len; i++)
    {
      const Credit *credit = g_ptr_array_index (credits, i);

      for (guint k = 0; k < credit->month_count; k++)
        {
          const CreditMonth *month = credit_book_month (credit, k);
          if (month->month == self->month && position_is_set (month->counted.at))
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
seal_content_has_invoices (const SealContent *self)
{
  for (gsize i = 0; i < report_row_count (self->report, REPORT_INVOICES); i++)
    if (((const InvoiceRow *) report_row (self->report, REPORT_INVOICES, i))->month == self->month)
      return TRUE;
  return FALSE;
}
