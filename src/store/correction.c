/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/correction.h"

#include <string.h>

#include "core/month/roll-forward.h"
#include "store/sealed-rows.h"

/* Sums of differences of one credit: what an entry books of it. Texts belong to the report. */
typedef struct
{
  const char *customer;
  const char *agreement;
  const char *credit_name;
  const char *currency;
  Decimal opening;
  Decimal granted;
  Decimal used;
  Decimal forfeited;
  Decimal adjustment;
} CreditMoved;

/* The same of the invoices of a customer. */
typedef struct
{
  const char *customer;
  const char *currency;
  Decimal charges;
  Decimal other_credits;
  Decimal net;
  Decimal pec_earned;
} InvoiceMoved;

typedef struct
{
  const Correction *of;
  Report *report;
  GTree *credits;  /* CreditMoved * -> itself */
  GTree *invoices; /* InvoiceMoved * -> itself */
} Moves;

static gint
compare_credits (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  const CreditMoved *x = a, *y = b;
  int order = g_strcmp0 (x->customer, y->customer);

  if (order == 0)
    order = g_strcmp0 (x->agreement, y->agreement);
  if (order == 0)
    order = g_strcmp0 (x->credit_name, y->credit_name);
  return order != 0 ? order : g_strcmp0 (x->currency, y->currency);
}

static gint
compare_invoices (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  const InvoiceMoved *x = a, *y = b;
  const int order = g_strcmp0 (x->customer, y->customer);

  return order != 0 ? order : g_strcmp0 (x->currency, y->currency);
}

static CreditMoved *
credit_of (Moves *self, const CreditKey *key)
{
  const CreditMoved probe = { .customer = report_text (self->report, key->customer),
                              .agreement = report_text (self->report, key->agreement),
                              .credit_name = report_text (self->report, key->credit_name),
                              .currency = report_text (self->report, key->currency) };
  CreditMoved *found = g_tree_lookup (self->credits, &probe);

  if (found == NULL)
    {
      found = g_memdup2 (&probe, sizeof probe);
      g_tree_insert (self->credits, found, found);
    }
  return found;
}

static InvoiceMoved *
invoice_of (Moves *self, const char *customer, const char *currency)
{
  const InvoiceMoved probe = { .customer = report_text (self->report, customer),
                               .currency = report_text (self->report, currency) };
  InvoiceMoved *found = g_tree_lookup (self->invoices, &probe);

  if (found == NULL)
    {
      found = g_memdup2 (&probe, sizeof probe);
      g_tree_insert (self->invoices, found, found);
    }
  return found;
}

static void
move_by (Decimal *sum, Decimal amount, gboolean is_sealed)
{
  *sum = is_sealed ? decimal_subtract (*sum, amount) : decimal_add (*sum, amount);
}

/* As a journal books it: of a month whose opening or use is not known its closing balance alone. */
static void
take_roll_forward (Moves *self, const CreditKey *key, const RollForwardRow *row, gboolean is_sealed)
{
  CreditMoved *credit = credit_of (self, key);

  if (!row->opening.known || !row->used.known)
    {
      move_by (&credit->opening, row->closing, is_sealed);
      return;
    }
  if (!self->of->continues)
    move_by (&credit->opening, row->opening.value, is_sealed);
  move_by (&credit->granted, row->granted, is_sealed);
  move_by (&credit->used, row->used.value, is_sealed);
  move_by (&credit->forfeited, row->forfeited, is_sealed);
  move_by (&credit->adjustment, row->adjustment, is_sealed);
}

static gboolean
take_sealed_credits (Moves *self, GError **error)
{
  const Correction *of = self->of;
  g_autoptr (Books) books = books_new (&of->books->ids->key);

  if (!sealed_rows_add (of->history, of->seal->month, books, error)
      || !sealed_rows_add_version (of->history, of->seal->month, of->seal->version, books, error))
    return FALSE;
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  g_autoptr (GArray) rows = roll_forward_build (credits);
  for (guint i = 0; i < rows->len; i++)
    {
      const RollForward *from = &g_array_index (rows, RollForward, i);
      const RollForwardRow row = { .opening = from->opening,
                                   .granted = from->granted,
                                   .used = from->used,
                                   .forfeited = from->forfeited,
                                   .adjustment = from->adjustment,
                                   .closing = credit_book_balance_amount (&from->month->counted) };

      if (from->month->month == of->seal->month)
        take_roll_forward (self, &from->credit->key, &row, TRUE);
    }
  return TRUE;
}

static void
take_credits_now (Moves *self)
{
  const Report *now = self->of->now;

  for (gsize i = 0; i < report_row_count (now, REPORT_ROLLFORWARD); i++)
    {
      const RollForwardRow *row = report_row (now, REPORT_ROLLFORWARD, i);
      const CreditKey key
          = { row->customer_id, row->agreement_id, row->credit_name, row->currency };

      take_roll_forward (self, &key, row, FALSE);
    }
}

static Decimal
amount_of (DatabaseQuery *query, guint column)
{
  const char *text = database_query_text (query, column);
  Decimal amount = { 0 };

  if (text != NULL && !decimal_parse (text, strlen (text), DECIMAL_POINT, &amount))
    return (Decimal){ 0 };
  return amount;
}

static gboolean
take_sealed_invoices (Moves *self, GError **error)
{
  const Seal *seal = self->of->seal;
  g_autoptr (DatabaseQuery) query = database_query_new (
      self->of->history,
      "SELECT customer_id, currency, charges, other_credits, net, pec_earned FROM figure"
      " WHERE month = ? AND version = ?",
      error);
  GError *failure = NULL;
  char month[MONTH_TEXT_SIZE];

  if (query == NULL)
    return FALSE;
  calendar_print_month (seal->month, month);
  database_query_bind_text (query, 1, month);
  database_query_bind_number (query, 2, seal->version);
  while (database_query_next (query, &failure))
    {
      InvoiceMoved *invoice
          = invoice_of (self, database_query_text (query, 0), database_query_text (query, 1));

      move_by (&invoice->charges, amount_of (query, 2), TRUE);
      move_by (&invoice->other_credits, amount_of (query, 3), TRUE);
      move_by (&invoice->net, amount_of (query, 4), TRUE);
      move_by (&invoice->pec_earned, amount_of (query, 5), TRUE);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static void
take_invoices_now (Moves *self)
{
  const Report *now = self->of->now;

  for (gsize i = 0; i < report_row_count (now, REPORT_WATERFALL); i++)
    {
      const WaterfallRow *row = report_row (now, REPORT_WATERFALL, i);
      InvoiceMoved *invoice = invoice_of (self, row->customer_id, row->currency);

      move_by (&invoice->charges, row->charges, FALSE);
      move_by (&invoice->other_credits, row->other_credits, FALSE);
      move_by (&invoice->net, row->net, FALSE);
      move_by (&invoice->pec_earned, row->pec_earned, FALSE);
    }
}

static const char *
name_of (const Moves *self, const char *customer)
{
  return report_text (self->report, name_book_lookup (self->of->books->names, customer));
}

static gboolean
add_credit (gpointer key G_GNUC_UNUSED, gpointer value, gpointer data)
{
  const Moves *self = data;
  const CreditMoved *credit = value;
  const RollForwardRow row = { .customer_id = credit->customer,
                               .customer_name = name_of (self, credit->customer),
                               .agreement_id = credit->agreement,
                               .credit_name = credit->credit_name,
                               .currency = credit->currency,
                               .month = self->of->seal->month,
                               .opening = amount_known (credit->opening),
                               .granted = credit->granted,
                               .used = amount_known (credit->used),
                               .forfeited = credit->forfeited,
                               .adjustment = credit->adjustment };

  if (!decimal_is_zero (credit->opening) || !decimal_is_zero (credit->granted)
      || !decimal_is_zero (credit->used) || !decimal_is_zero (credit->forfeited)
      || !decimal_is_zero (credit->adjustment))
    report_append (self->report, REPORT_ROLLFORWARD, &row);
  return FALSE;
}

/* charges - aco_used - other_credits = net */
static gboolean
add_invoice (gpointer key G_GNUC_UNUSED, gpointer value, gpointer data)
{
  const Moves *self = data;
  const InvoiceMoved *invoice = value;
  const WaterfallRow row
      = { .customer_id = invoice->customer,
          .customer_name = name_of (self, invoice->customer),
          .month = self->of->seal->month,
          .currency = invoice->currency,
          .charges = invoice->charges,
          .aco_used = decimal_subtract (decimal_subtract (invoice->charges, invoice->net),
                                        invoice->other_credits),
          .other_credits = invoice->other_credits,
          .net = invoice->net,
          .pec_earned = invoice->pec_earned };

  report_append (self->report, REPORT_WATERFALL, &row);
  return FALSE;
}

Report *
correction_report (const Correction *self, GError **error)
{
  g_autoptr (Report) report = report_new (report_as_of (self->now), TRUE);
  g_autoptr (GTree) credits = g_tree_new_full (compare_credits, NULL, NULL, g_free);
  g_autoptr (GTree) invoices = g_tree_new_full (compare_invoices, NULL, NULL, g_free);
  Moves moves = { self, report, credits, invoices };

  if (!take_sealed_credits (&moves, error) || !take_sealed_invoices (&moves, error))
    return NULL;
  take_credits_now (&moves);
  take_invoices_now (&moves);
  g_tree_foreach (credits, add_credit, &moves);
  g_tree_foreach (invoices, add_invoice, &moves);
  report_sort (report);
  return g_steal_pointer (&report);
}
