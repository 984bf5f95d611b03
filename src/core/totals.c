/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/totals.h"

#include <string.h>

static int
compare_currencies (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

static TotalsRow *
total_of (GTree *totals, const char *currency)
{
  TotalsRow *row = g_tree_lookup (totals, currency);
  const Amount nothing = { .known = TRUE };

  if (row == NULL)
    {
      row = g_new0 (TotalsRow, 1);
      *row = (TotalsRow){ currency, nothing, nothing, nothing, nothing, nothing, nothing };
      g_tree_insert (totals, g_strdup (currency), row);
    }
  return row;
}

static void
add_amount (Amount *sum, Amount further)
{
  if (further.known)
    decimal_accumulate (&sum->value, &further.value);
  sum->known = sum->known && further.known;
}

static void
add_decimal (Amount *sum, Decimal further)
{
  decimal_accumulate (&sum->value, &further);
}

static void
add_tables (const Report *report, GTree *totals)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_ROLLFORWARD); i++)
    {
      const RollForwardRow *row = report_row (report, REPORT_ROLLFORWARD, i);
      TotalsRow *total = total_of (totals, row->currency);
      add_amount (&total->used, row->used);
      add_decimal (&total->forfeited, row->forfeited);
    }
  for (gsize i = 0; i < report_row_count (report, REPORT_AGREEMENTS); i++)
    {
      const AgreementRow *row = report_row (report, REPORT_AGREEMENTS, i);
      add_decimal (&total_of (totals, row->currency)->balance, row->balance);
    }
  for (gsize i = 0; i < report_row_count (report, REPORT_TIEOUT); i++)
    {
      const TieOutRow *row = report_row (report, REPORT_TIEOUT, i);
      add_amount (&total_of (totals, row->currency)->invoice_credit, row->invoice_credit);
    }
  for (gsize i = 0; i < report_row_count (report, REPORT_WATERFALL); i++)
    {
      const WaterfallRow *row = report_row (report, REPORT_WATERFALL, i);
      TotalsRow *total = total_of (totals, row->currency);
      add_decimal (&total->pec_earned, row->pec_earned);
      add_decimal (&total->net, row->net);
    }
}

void
totals_report (const Reckoning *reckoning)
{
  g_autoptr (GTree) totals = g_tree_new_full (compare_currencies, NULL, g_free, g_free);

  add_tables (reckoning->report, totals);
  for (GTreeNode *node = g_tree_node_first (totals); node != NULL; node = g_tree_node_next (node))
    report_append (reckoning->report, REPORT_TOTALS, g_tree_node_value (node));
}
