/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/pec-tallies.h"

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
