/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/statement-report.h"

#include <string.h>

#include "core/month/agreement-end.h"

struct StatementReport
{
  GTree *statements; /* customer -> Statement *, which owns the key */
  Day as_of;
  gboolean complete;
  gboolean read_twice;
};

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

static void
free_statement (gpointer data)
{
  statement_free (data);
}

/* @name: NULL where the row knows none. */
static Statement *
statement_of (StatementReport *self, const char *customer, const char *name)
{
  Statement *statement = g_tree_lookup (self->statements, customer);

  if (statement == NULL)
    {
      statement = statement_new (customer, name, self->as_of, self->complete);
      statement->read_twice = self->read_twice;
      g_tree_insert (self->statements, statement->customer, statement);
    }
  else if (statement->name == NULL)
    statement->name = g_strdup (name);
  return statement;
}

static void
note_month (Statement *statement, Month month)
{
  if (statement->first == MONTH_NONE || month < statement->first)
    statement->first = month;
  statement->last = MAX (statement->last, month);
}

/* Agreements */

static StatementState
statement_state (AgreementState state)
{
  static const StatementState states[] = { [AGREEMENT_NOT_STARTED] = STATEMENT_NOT_STARTED,
                                           [AGREEMENT_EXPIRED] = STATEMENT_EXPIRED,
                                           [AGREEMENT_USED] = STATEMENT_USED,
                                           [AGREEMENT_UNREPORTED] = STATEMENT_UNREPORTED,
                                           [AGREEMENT_EXPIRING] = STATEMENT_EXPIRING,
                                           [AGREEMENT_ACTIVE] = STATEMENT_ACTIVE };

  g_assert (state < G_N_ELEMENTS (states));
  return states[state];
}

/* What an expired credit still shows as its balance can no longer be used: it is forfeited. */
static Decimal
left_of (const AgreementRow *row, StatementState state)
{
  const gboolean is_lost = state == STATEMENT_EXPIRED && decimal_sign (row->balance) > 0;

  return is_lost ? decimal_from_int (0) : row->balance;
}

static void
add_agreement (StatementReport *self, const AgreementRow *row)
{
  Statement *statement = statement_of (self, row->customer_id, row->customer_name);
  StatementCredit *credit
      = statement_credit (statement, row->agreement_id, row->credit_name, row->currency);

  credit->state = statement_state (row->state);
  credit->effective = row->effective_date;
  credit->expiry = row->expiry_date;
  credit->granted = row->granted;
  credit->used = row->used_total;
  credit->left = left_of (row, credit->state);
  credit->forfeited
      = decimal_subtract (decimal_subtract (credit->granted, credit->used), credit->left);
  credit->rest_unknown = agreement_end_is_unseen (row) || agreement_end_is_unreported (row);
  credit->last_month = row->last_month;
  credit->last_balance = row->balance;
  credit->days_left_known = row->days_left_known;
  credit->days_left = row->days_left;
}

/* Months */

static void
add_used (Statement *statement, const RollForwardRow *row)
{
  if (row->used.known && decimal_is_zero (row->used.value))
    return;
  StatementUse *use = statement_use (statement, row->month, row->currency);

  use->has_balance = TRUE;
  use->used.known = use->used.known && row->used.known;
  decimal_accumulate (&use->used.value, &row->used.value);
}

/* A credit of which neither opening nor EffectiveDate is known may have been granted now. */
static Amount
granted_in (const StatementCredit *credit, const RollForwardRow *row)
{
  return (Amount){ .known = row->opening.known || credit->effective != DAY_NONE,
                   .value = row->granted };
}

static void
add_month (StatementReport *self, const RollForwardRow *row)
{
  Statement *statement = statement_of (self, row->customer_id, row->customer_name);
  StatementCredit *credit
      = statement_credit (statement, row->agreement_id, row->credit_name, row->currency);
  const StatementMonth month = { .month = row->month,
                                 .opening = row->opening,
                                 .granted = granted_in (credit, row),
                                 .used = row->used,
                                 .forfeited = row->forfeited,
                                 .correction = row->adjustment,
                                 .closing = row->closing };

  g_array_append_val (credit->months, month);
  note_month (statement, row->month);
  add_used (statement, row);
}

static gboolean
has_gap_before (const StatementCredit *credit, guint index)
{
  return index == 0
         || g_array_index (credit->months, StatementMonth, index).month
                    - g_array_index (credit->months, StatementMonth, index - 1).month
                > 1;
}

static void
mark_months_of (StatementCredit *credit, Month month)
{
  for (guint i = 0; i < credit->months->len; i++)
    {
      StatementMonth *row = &g_array_index (credit->months, StatementMonth, i);

      if (row->month == month && has_gap_before (credit, i))
        row->covers_more = TRUE;
    }
}

/* Only the finding tells of a gap before the first reported month. */
static void
mark_gap (StatementReport *self, const FindingRow *row)
{
  if (row->code != FINDING_MONTH_MISSING || row->customer_id == NULL)
    return;
  Statement *statement = statement_of (self, row->customer_id, row->customer_name);

  for (guint i = 0; i < statement->credits->len; i++)
    {
      StatementCredit *credit = g_ptr_array_index (statement->credits, i);

      if (g_strcmp0 (credit->agreement, row->agreement_id) == 0
          && g_strcmp0 (credit->currency, row->currency) == 0)
        mark_months_of (credit, row->month);
    }
}

/* Products and Partner Earned Credit */

static gboolean
has_balance (const Statement *statement, Month month, const char *currency)
{
  for (guint i = 0; i < statement->credits->len; i++)
    {
      const StatementCredit *credit = g_ptr_array_index (statement->credits, i);

      if (g_strcmp0 (credit->currency, currency) != 0)
        continue;
      for (guint j = 0; j < credit->months->len; j++)
        if (g_array_index (credit->months, StatementMonth, j).month == month)
          return TRUE;
    }
  return FALSE;
}

static void
add_product (StatementReport *self, const ProductUse *product)
{
  Statement *statement = statement_of (self, product->customer, NULL);
  StatementUse *use = statement_use (statement, product->month, product->currency);
  const StatementProduct row
      = { .product = g_strdup (product->product), .amount = product->amount };

  use->has_balance = use->has_balance || has_balance (statement, use->month, use->currency);
  g_array_append_val (use->products, row);
  note_month (statement, product->month);
}

/* Every customer with an invoice is here, so this also brings names. */
static void
add_waterfall (StatementReport *self, const WaterfallRow *row, gboolean with_pec)
{
  Statement *statement = statement_of (self, row->customer_id, row->customer_name);
  const StatementPec pec = { .month = row->month,
                             .currency = g_strdup (with_pec ? row->currency : NULL),
                             .list = row->pec_list,
                             .earned = row->pec_earned };

  if (with_pec && !decimal_is_zero (row->pec_list))
    {
      g_array_append_val (statement->pec, pec);
      note_month (statement, row->month);
    }
  else
    g_free (pec.currency);
}

static void
add_products (StatementReport *self, const StatementBook *book, const ReckonPlan *plan)
{
  g_autoptr (GPtrArray) products = statement_book_list (book);

  for (guint i = 0; i < products->len; i++)
    {
      const ProductUse *product = g_ptr_array_index (products, i);

      if (reckon_plan_reports_month (plan, product->month))
        add_product (self, product);
    }
}

static void
add_rows (StatementReport *self, const Report *report, gboolean with_pec)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_AGREEMENTS); i++)
    add_agreement (self, report_row (report, REPORT_AGREEMENTS, i));
  for (gsize i = 0; i < report_row_count (report, REPORT_ROLLFORWARD); i++)
    add_month (self, report_row (report, REPORT_ROLLFORWARD, i));
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    mark_gap (self, report_row (report, REPORT_FINDINGS, i));
  for (gsize i = 0; i < report_row_count (report, REPORT_WATERFALL); i++)
    add_waterfall (self, report_row (report, REPORT_WATERFALL, i), with_pec);
}

/* Its figures are too high, and with them those of the statements. */
static gboolean
has_rows_read_twice (const Report *report)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);

      if (row->code == FINDING_ROWS_READ_TWICE && row->severity == SEVERITY_ERROR)
        return TRUE;
    }
  return FALSE;
}

static gboolean
finish (gpointer key G_GNUC_UNUSED, gpointer value, gpointer data)
{
  const ReckonPlan *plan = data;
  Statement *statement = value;

  statement_sort (statement);
  if (plan->month != MONTH_NONE)
    statement->first = statement->last = plan->month;
  return FALSE;
}

StatementReport *
statement_report_new (const Report *report, const StatementBook *book, const ReckonPlan *plan,
                      gboolean with_pec)
{
  StatementReport *self = g_new0 (StatementReport, 1);

  self->statements = g_tree_new_full (compare_ids, NULL, NULL, free_statement);
  self->as_of = report_as_of (report);
  self->complete = report_is_complete (report);
  self->read_twice = has_rows_read_twice (report);
  add_rows (self, report, with_pec);
  add_products (self, book, plan);
  g_tree_foreach (self->statements, finish, (gpointer) (guintptr) plan);
  return self;
}

void
statement_report_free (StatementReport *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->statements);
  g_free (self);
}

const Statement *
statement_report_lookup (const StatementReport *self, const char *customer)
{
  const Statement *statement = g_tree_lookup (self->statements, customer);

  return statement != NULL && statement_has_credit (statement) ? statement : NULL;
}

GPtrArray *
statement_report_list (const StatementReport *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (GTreeNode *node = g_tree_node_first (self->statements); node != NULL;
       node = g_tree_node_next (node))
    if (statement_has_credit (g_tree_node_value (node)))
      g_ptr_array_add (list, g_tree_node_value (node));
  return list;
}
