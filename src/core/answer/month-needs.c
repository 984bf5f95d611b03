/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/month-needs.h"

#include <string.h>

#include "base/tally-tree.h"
#include "core/month/invoice-months.h"
#include "core/month/roll-forward.h"

#define GAP_MAX 24 /* months */

#define COLUMN REPORT_COLUMN
#define ORDER REPORT_ORDER

static const ReportColumn head_columns[] = {
  COLUMN (NeedsHead, nothing_missing, COLUMN_FLAG),
  COLUMN (NeedsHead, unclear_invoices, COLUMN_COUNT),
  COLUMN (NeedsHead, rejected, COLUMN_COUNT),
};

static const ReportColumn file_columns[] = {
  COLUMN (NeedsFile, file, COLUMN_TEXT),    COLUMN (NeedsFile, kind, COLUMN_KIND),
  COLUMN (NeedsFile, rows, COLUMN_COUNT),   COLUMN (NeedsFile, rejected, COLUMN_COUNT),
  COLUMN (NeedsFile, version, COLUMN_TEXT),
};

static const ReportColumn month_columns[] = {
  COLUMN (NeedsMonth, month, COLUMN_MONTH),         COLUMN (NeedsMonth, currency, COLUMN_TEXT),
  COLUMN (NeedsMonth, balance_report, COLUMN_FLAG), COLUMN (NeedsMonth, month_before, COLUMN_FLAG),
  COLUMN (NeedsMonth, invoice, COLUMN_FLAG),        COLUMN (NeedsMonth, daily_usage, COLUMN_FLAG),
};

static const OrderKey month_order[] = {
  ORDER (NeedsMonth, month, ORDER_MONTH),
  ORDER (NeedsMonth, currency, ORDER_TEXT),
};

static const TableLayout tables[]
    = { [NEEDS_FILES] = REPORT_TABLE_AS_READ ("files", NeedsFile, file_columns),
        [NEEDS_MONTHS] = REPORT_TABLE ("months", NeedsMonth, month_columns, month_order) };

const ReportSchema *
month_needs_schema (void)
{
  static const ReportTableInfo head = REPORT_INFO ("head", NeedsHead, head_columns);
  static const ReportSchema schema = { .name = "acorecon.check/1",
                                       .head = &head,
                                       .tables = tables,
                                       .table_count = NEEDS_TABLE_COUNT,
                                       .findings = NEEDS_TABLE_COUNT };

  return &schema;
}

gboolean
month_needs_is_tied (const NeedsMonth *row)
{
  return row->balance_report && row->month_before && row->invoice;
}

/* What was read. Trees, for input decides how many months and currencies there are. */
typedef struct
{
  GTree *months;  /* of NeedsMonth, by currency and month */
  GTree *credits; /* of char *: currencies with a balance row or an ACO credit */
} Needs;

static int
compare_months (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  const NeedsMonth *x = a, *y = b;
  const int order = strcmp (x->currency, y->currency);

  return order != 0 ? order : x->month - y->month;
}

static int
compare_currencies (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

static NeedsMonth *
month_of (const Needs *self, const char *currency, Month month)
{
  const NeedsMonth fresh = { .month = month, .currency = currency, .month_before = TRUE };
  NeedsMonth *known = g_tree_lookup (self->months, &fresh);

  if (known == NULL)
    {
      known = g_memdup2 (&fresh, sizeof fresh);
      g_tree_insert (self->months, known, known);
    }
  return known;
}

static void
note_credit (const Needs *self, const char *currency)
{
  g_tree_insert (self->credits, (gpointer) (guintptr) currency, (gpointer) (guintptr) currency);
}

static void
note_balances (const Needs *self, const Books *books)
{
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  g_autoptr (GArray) rows = roll_forward_build (credits);

  for (guint i = 0; i < rows->len; i++)
    {
      const RollForward *row = &g_array_index (rows, RollForward, i);
      NeedsMonth *month = month_of (self, row->credit->key.currency, row->month->month);

      note_credit (self, month->currency);
      month->balance_report = TRUE;
      month->month_before = month->month_before && row->used.known && !roll_forward_has_gap (row);
    }
}

/* MONTH_NONE: its lines do not tell. */
static Month
invoice_month (const Books *books, const ReckonPlan *plan, const InvoiceTally *invoice,
               guint64 *unclear)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  g_ptr_array_add (alone, (gpointer) (guintptr) invoice);
  g_autoptr (InvoiceMonths) months = invoice_months_decide (alone, books->inputs, plan, NULL);
  const InvoiceMonth *decided
      = months != NULL ? invoice_months_lookup (months, invoice->invoice) : NULL;

  if (decided == NULL || decided->is_unclear)
    (*unclear)++;
  return decided != NULL ? decided->month : MONTH_NONE;
}

/* Of one invoice: its currencies in its month. */
static void
note_invoice (const Needs *self, const InvoiceTally *invoice, Month month)
{
  for (GTreeNode *node = tally_tree_first (invoice->currencies); node != NULL;
       node = g_tree_node_next (node))
    {
      const InvoiceCurrency *in = g_tree_node_value (node);

      month_of (self, in->currency, month)->invoice = TRUE;
    }
}

static guint64
note_invoices (const Needs *self, const Books *books, const ReckonPlan *plan)
{
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (GPtrArray) tallies = charge_book_list (books->charges);
  guint64 unclear = 0;

  for (guint i = 0; i < invoices->len; i++)
    {
      const InvoiceTally *invoice = g_ptr_array_index (invoices, i);
      const Month month = invoice_month (books, plan, invoice, &unclear);

      if (month != MONTH_NONE)
        note_invoice (self, invoice, month);
    }
  for (guint i = 0; i < tallies->len; i++)
    {
      const ChargeTally *tally = g_ptr_array_index (tallies, i);

      if (tally_tree_first (tally->aco) != NULL)
        note_credit (self, tally->currency);
    }
  return unclear;
}

static void
note_usage (const Needs *self, const Books *books)
{
  g_autoptr (GPtrArray) tallies = usage_book_list (books->usage);

  for (guint i = 0; i < tallies->len; i++)
    {
      const UsageTally *tally = g_ptr_array_index (tallies, i);

      if (tally->aco != NULL)
        note_credit (self, tally->currency);
      month_of (self, tally->currency, calendar_month_of (tally->day))->daily_usage = TRUE;
    }
}

/* The months of the currencies with credit, one after the other. */
typedef struct
{
  const Needs *needs;
  Report *report;
  Month last;        /* of all of them */
  NeedsMonth before; /* the row that was appended last; month MONTH_NONE: none */
  gboolean complete;
} Walk;

static gboolean
find_last (gpointer key, gpointer value G_GNUC_UNUSED, gpointer data)
{
  const NeedsMonth *row = key;
  Walk *self = data;

  if (g_tree_lookup (self->needs->credits, row->currency) != NULL)
    self->last = MAX (self->last, row->month);
  return FALSE;
}

/* A row that it lacks is a finding, and nothing to be downloaded. */
static gboolean
has_report_before (const Walk *self, const NeedsMonth *row)
{
  const NeedsMonth before = { .month = row->month - 1, .currency = row->currency };
  const NeedsMonth *known = g_tree_lookup (self->needs->months, &before);

  return known != NULL && known->balance_report;
}

static void
append_row (Walk *self, const NeedsMonth *row)
{
  NeedsMonth own = *row;

  own.currency = report_text (self->report, row->currency);
  own.month_before = row->balance_report && (row->month_before || has_report_before (self, row));
  self->complete = self->complete && month_needs_is_tied (&own) && own.daily_usage;
  report_append (self->report, NEEDS_MONTHS, &own);
  self->before = *row;
}

/* Months of which nothing was read lack all; where they are very many, they are another time. */
static void
append_gap (Walk *self, Month end)
{
  if (self->before.month == MONTH_NONE || end - self->before.month > GAP_MAX)
    return;
  while (self->before.month + 1 < end)
    {
      const NeedsMonth empty
          = { .month = self->before.month + 1, .currency = self->before.currency };
      append_row (self, &empty);
    }
}

static gboolean
append_month (gpointer key, gpointer value G_GNUC_UNUSED, gpointer data)
{
  const NeedsMonth *row = key;
  Walk *self = data;

  if (g_tree_lookup (self->needs->credits, row->currency) == NULL)
    return FALSE;
  if (self->before.month != MONTH_NONE && strcmp (self->before.currency, row->currency) != 0)
    {
      append_gap (self, self->last + 1);
      self->before.month = MONTH_NONE;
    }
  append_gap (self, row->month);
  append_row (self, row);
  return FALSE;
}

/* Whether nothing is missing in any of them. */
static gboolean
append_months (Report *report, const Needs *needs)
{
  Walk walk = { .needs = needs, .report = report, .complete = TRUE };

  g_tree_foreach (needs->months, find_last, &walk);
  g_tree_foreach (needs->months, append_month, &walk);
  append_gap (&walk, walk.last + 1);
  return walk.complete && report_row_count (report, NEEDS_MONTHS) > 0;
}

static guint64
append_files (Report *report, const Books *books)
{
  g_autoptr (GPtrArray) inputs = input_book_list (books->inputs);
  guint64 rejected = 0;

  for (guint i = 0; i < inputs->len; i++)
    {
      const InputTally *input = g_ptr_array_index (inputs, i);
      const NeedsFile row = { .file = report_text (report, input->file),
                              .kind = input->kind,
                              .rows = input->rows,
                              .rejected = input->rejected->len,
                              .version = report_text (report, input->version) };

      rejected += input->rejected->len;
      report_append (report, NEEDS_FILES, &row);
    }
  return rejected;
}

Report *
month_needs_report (const Books *books, const ReckonPlan *plan)
{
  Report *report = report_new_of (month_needs_schema ());
  g_autoptr (GTree) months = g_tree_new_full (compare_months, NULL, g_free, NULL);
  g_autoptr (GTree) credits = g_tree_new_full (compare_currencies, NULL, NULL, NULL);
  const Needs needs = { months, credits };
  NeedsHead head = { .rejected = append_files (report, books) };

  note_balances (&needs, books);
  head.unclear_invoices = note_invoices (&needs, books, plan);
  note_usage (&needs, books);
  head.nothing_missing
      = append_months (report, &needs) && head.rejected == 0 && head.unclear_invoices == 0;
  report_set_head (report, &head);
  report_sort (report);
  return report;
}
