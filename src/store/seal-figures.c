/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/seal-figures.h"

#include <string.h>

const char *
seal_figures_name (SealFigure figure)
{
  static const char *const names[SEAL_FIGURE_COUNT] = {
    [SEAL_BALANCE_USED] = "balance_used",   [SEAL_INVOICE_CREDIT] = "invoice_credit",
    [SEAL_USAGE_CREDIT] = "usage_credit",   [SEAL_CHARGES] = "charges",
    [SEAL_OTHER_CREDITS] = "other_credits", [SEAL_NET] = "net",
    [SEAL_PEC_EARNED] = "pec_earned",       [SEAL_FORFEITED] = "forfeited",
  };

  g_assert ((guint) figure < SEAL_FIGURE_COUNT);
  return names[figure];
}

static gint
compare_figures (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  const SealFigures *x = a, *y = b;
  const int order = strcmp (x->customer, y->customer);

  return order != 0 ? order : strcmp (x->currency, y->currency);
}

static SealFigures *
row_of (GTree *rows, const char *customer, const char *currency)
{
  const SealFigures probe = { .customer = customer, .currency = currency };
  SealFigures *row = g_tree_lookup (rows, &probe);

  if (row == NULL)
    {
      row = g_memdup2 (&probe, sizeof probe);
      g_tree_insert (rows, row, row);
    }
  return row;
}

static void
take_tie_outs (GTree *rows, const Report *report, Month month)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_TIE_OUT); i++)
    {
      const TieOutRow *from = report_row (report, REPORT_TIE_OUT, i);

      if (from->month != month)
        continue;
      SealFigures *row = row_of (rows, from->customer_id, from->currency);
      row->figures[SEAL_BALANCE_USED] = from->balance_used;
      row->figures[SEAL_INVOICE_CREDIT] = from->invoice_credit;
      row->figures[SEAL_USAGE_CREDIT] = from->usage_credit;
    }
}

static void
take_waterfalls (GTree *rows, const Report *report, Month month)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_WATERFALL); i++)
    {
      const WaterfallRow *from = report_row (report, REPORT_WATERFALL, i);

      if (from->month != month)
        continue;
      SealFigures *row = row_of (rows, from->customer_id, from->currency);
      row->figures[SEAL_CHARGES] = amount_known (from->charges);
      row->figures[SEAL_OTHER_CREDITS] = amount_known (from->other_credits);
      row->figures[SEAL_NET] = amount_known (from->net);
      row->figures[SEAL_PEC_EARNED] = amount_known (from->pec_earned);
    }
}

static void
take_roll_forwards (GTree *rows, const Report *report, Month month)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_ROLLFORWARD); i++)
    {
      const RollForwardRow *from = report_row (report, REPORT_ROLLFORWARD, i);

      if (from->month != month)
        continue;
      Amount *forfeited
          = &row_of (rows, from->customer_id, from->currency)->figures[SEAL_FORFEITED];
      forfeited->known = TRUE;
      decimal_accumulate (&forfeited->value, &from->forfeited);
    }
}

static gboolean
take_into_list (gpointer row, gpointer value G_GNUC_UNUSED, gpointer list)
{
  g_ptr_array_add (list, row);
  return FALSE;
}

static GPtrArray *
list_of_tree (GTree *rows)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  g_tree_foreach (rows, take_into_list, list);
  return list;
}

GPtrArray *
seal_figures_of_report (const Report *report, Month month)
{
  g_autoptr (GTree) rows = g_tree_new_full (compare_figures, NULL, NULL, NULL);

  take_tie_outs (rows, report, month);
  take_waterfalls (rows, report, month);
  take_roll_forwards (rows, report, month);
  return list_of_tree (rows);
}

static gint
compare_credits (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  const SealCredit *x = a, *y = b;
  int order = strcmp (x->customer, y->customer);

  if (order == 0)
    order = strcmp (x->invoice, y->invoice);
  if (order == 0)
    order = strcmp (x->currency, y->currency);
  return order != 0 ? order : strcmp (x->article, y->article);
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

/* The invoices of the month, as first read: each is a number of the report's table. */
static GTree *
invoices_of_month (const Report *report, Month month)
{
  GTree *invoices = g_tree_new (compare_texts);

  for (gsize i = 0; i < report_row_count (report, REPORT_INVOICES); i++)
    {
      const InvoiceRow *row = report_row (report, REPORT_INVOICES, i);
      if (row->month == month)
        g_tree_insert (invoices, (gpointer) (guintptr) row->invoice, (gpointer) (guintptr) row);
    }
  return invoices;
}

typedef struct
{
  const Books *books;
  GTree *invoices;
  GTree *rows; /* of SealCredit */
} CreditWalk;

static void
take_credit (const AcoLine *line, PairResult result G_GNUC_UNUSED,
             const InvoiceTally *elsewhere G_GNUC_UNUSED, gpointer data)
{
  const CreditWalk *walk = data;
  const InvoiceTally *invoice
      = charge_book_find_invoice (walk->books->charges, line->tally->invoice);
  const SealCredit probe = { .customer = line->tally->customer,
                             .invoice = invoice->display,
                             .currency = line->tally->currency,
                             .article = line->article };
  SealCredit *row = g_tree_lookup (walk->rows, &probe);

  if (g_tree_lookup (walk->invoices, invoice->display) == NULL)
    return;
  if (row == NULL)
    {
      row = g_memdup2 (&probe, sizeof probe);
      g_tree_insert (walk->rows, row, row);
    }
  row->lines++;
  row->subtotal = decimal_subtract (row->subtotal, decimal_unpack (line->credit));
}

GPtrArray *
seal_figures_credits (const Books *books, const Report *report, Month month)
{
  g_autoptr (GTree) invoices = invoices_of_month (report, month);
  g_autoptr (GTree) rows = g_tree_new_full (compare_credits, NULL, NULL, NULL);
  CreditWalk walk = { .books = books, .invoices = invoices, .rows = rows };

  charge_book_pairs (books->charges, take_credit, &walk);
  return list_of_tree (rows);
}
