/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/totals.h"

#include <string.h>

/* What nothing speaks of is not known, nor is a sum of which an addend is not known. */
typedef struct
{
  Decimal value;
  gboolean is_spoken_of;
  gboolean has_unknown;
} Sum;

typedef struct
{
  const char *currency;
  Sum used;
  Sum forfeited;
  Sum balance;
  Sum invoice_credit;
  Sum pec_earned;
  Sum net;
} CurrencySums;

static int
compare_currencies (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (((const CurrencySums *) a)->currency, ((const CurrencySums *) b)->currency);
}

/* By currency, and those that were asked for last. */
typedef struct
{
  GTree *tree; /* CurrencySums * -> itself */
  CurrencySums *last;
} Totals;

static CurrencySums *
sums_of (Totals *totals, const char *currency)
{
  const CurrencySums probe = { .currency = currency };

  if (totals->last != NULL && totals->last->currency == currency)
    return totals->last;
  CurrencySums *sums = g_tree_lookup (totals->tree, &probe);
  if (sums == NULL)
    {
      sums = g_memdup2 (&probe, sizeof probe);
      sums->invoice_credit.is_spoken_of = TRUE; /* 0.00 without a tie-out row */
      g_tree_insert (totals->tree, sums, sums);
    }
  totals->last = sums;
  return sums;
}

static void
add_decimal (Sum *sum, const Decimal *further)
{
  sum->is_spoken_of = TRUE;
  decimal_accumulate (&sum->value, further);
}

static void
add_amount (Sum *sum, const Amount *further)
{
  sum->is_spoken_of = TRUE;
  if (further->known)
    decimal_accumulate (&sum->value, &further->value);
  else
    sum->has_unknown = TRUE;
}

static void
add_rollforward (Totals *totals, const RollForwardRow *row)
{
  CurrencySums *sums = sums_of (totals, row->currency);

  add_amount (&sums->used, &row->used);
  add_decimal (&sums->forfeited, &row->forfeited);
}

/* What is left of an agreement that left the reports nobody knows. */
static void
add_agreement (Totals *totals, const AgreementRow *row)
{
  static const Decimal nothing;
  const gboolean is_unreported = row->state == AGREEMENT_UNREPORTED;

  add_decimal (&sums_of (totals, row->currency)->balance, is_unreported ? &nothing : &row->balance);
}

static void
add_tie_out (Totals *totals, const TieOutRow *row)
{
  CurrencySums *sums = sums_of (totals, row->currency);

  add_amount (&sums->invoice_credit, &row->invoice_credit);
  sums->used.has_unknown = sums->used.has_unknown || !row->balance_used.known;
}

static void
add_waterfall (Totals *totals, const WaterfallRow *row)
{
  CurrencySums *sums = sums_of (totals, row->currency);

  add_decimal (&sums->pec_earned, &row->pec_earned);
  add_decimal (&sums->net, &row->net);
}

static void
add_tables (const Report *report, Totals *totals)
{
  ReportBuffer buffer = { 0 };

  for (gsize i = 0; i < report_row_count (report, REPORT_ROLLFORWARD); i++)
    add_rollforward (totals, report_read (report, REPORT_ROLLFORWARD, i, &buffer));
  for (gsize i = 0; i < report_row_count (report, REPORT_AGREEMENTS); i++)
    add_agreement (totals, report_read (report, REPORT_AGREEMENTS, i, &buffer));
  for (gsize i = 0; i < report_row_count (report, REPORT_TIE_OUT); i++)
    add_tie_out (totals, report_read (report, REPORT_TIE_OUT, i, &buffer));
  for (gsize i = 0; i < report_row_count (report, REPORT_WATERFALL); i++)
    add_waterfall (totals, report_read (report, REPORT_WATERFALL, i, &buffer));
}

static Amount
amount_of_sum (const Sum *sum)
{
  if (!sum->is_spoken_of || sum->has_unknown)
    return (Amount){ 0 };
  return amount_known (sum->value);
}

void
totals_report (const Reckoning *reckoning)
{
  g_autoptr (GTree) tree = g_tree_new_full (compare_currencies, NULL, NULL, g_free);
  Totals totals = { .tree = tree };

  add_tables (reckoning->report, &totals);
  for (GTreeNode *node = g_tree_node_first (tree); node != NULL; node = g_tree_node_next (node))
    {
      const CurrencySums *sums = g_tree_node_value (node);
      const TotalsRow row = { .currency = sums->currency,
                              .used = amount_of_sum (&sums->used),
                              .forfeited = amount_of_sum (&sums->forfeited),
                              .balance = amount_of_sum (&sums->balance),
                              .invoice_credit = amount_of_sum (&sums->invoice_credit),
                              .pec_earned = amount_of_sum (&sums->pec_earned),
                              .net = amount_of_sum (&sums->net) };
      report_append (reckoning->report, REPORT_TOTALS, &row);
    }
}
