/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/pec-tallies.h"

#include "core/record/pec.h"

static gint
compare_percents (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return decimal_compare (((const PecTally *) a)->percent, ((const PecTally *) b)->percent);
}

static gint
compare_with_percent (gconstpointer percent, gconstpointer tally)
{
  return decimal_compare (*(const Decimal *) percent, ((const PecTally *) tally)->percent);
}

const PecTally *
pec_tallies_add (GTree **tallies, Decimal percent, Decimal net)
{
  PecTally *tally = tally_tree_find (*tallies, compare_with_percent, &percent);

  if (tally == NULL)
    {
      tally = g_new0 (PecTally, 1);
      tally->percent = percent;
      tally_tree_insert (tallies, compare_percents, g_free, tally);
    }
  decimal_accumulate (&tally->net, &net);
  return tally;
}

void
pec_tallies_merge (GTree **tallies, GTree *further)
{
  for (GTreeNode *node = tally_tree_first (further); node != NULL; node = g_tree_node_next (node))
    {
      const PecTally *tally = g_tree_node_value (node);
      pec_tallies_add (tallies, tally->percent, tally->net);
    }
}

Decimal
pec_tallies_net (GTree *tallies)
{
  Decimal sum = { 0 };

  for (GTreeNode *node = tally_tree_first (tallies); node != NULL; node = g_tree_node_next (node))
    decimal_accumulate (&sum, &((const PecTally *) g_tree_node_value (node))->net);
  return sum;
}

/* The sum of what @share makes of each net amount and its percentage. */
static Decimal
sum_of_shares (GTree *tallies, Decimal (*share) (Decimal net, Decimal percent))
{
  Decimal sum = { 0 };

  for (GTreeNode *node = tally_tree_first (tallies); node != NULL; node = g_tree_node_next (node))
    {
      const PecTally *tally = g_tree_node_value (node);
      const Decimal part = share (tally->net, tally->percent);
      decimal_accumulate (&sum, &part);
    }
  return sum;
}

Decimal
pec_tallies_list_value (GTree *tallies)
{
  return sum_of_shares (tallies, pec_list_value);
}

Decimal
pec_tallies_earned (GTree *tallies)
{
  return sum_of_shares (tallies, pec_earned);
}
