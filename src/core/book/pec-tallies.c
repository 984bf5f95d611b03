/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/pec-tallies.h"

#include "core/record/pec.h"

struct PecTallySet
{
  PecTally first; /* the percentage that was met first */
  GTree *others;  /* of PecTally (base/tally-tree), ascending by percent */
};

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

void
pec_tallies_free (PecTallySet *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->others, g_tree_unref);
  g_free (self);
}

static PecTally *
other_find_or_add (PecTallySet *self, const Decimal *percent)
{
  PecTally *tally = tally_tree_find (self->others, compare_with_percent, percent);

  if (tally != NULL)
    return tally;
  tally = g_new0 (PecTally, 1);
  tally->percent = *percent;
  return tally_tree_insert (&self->others, compare_percents, g_free, tally);
}

const PecTally *
pec_tallies_add (PecTallySet **tallies, Decimal percent, Decimal net)
{
  PecTallySet *self = *tallies;

  if (self == NULL)
    {
      self = *tallies = g_new0 (PecTallySet, 1);
      self->first.percent = percent;
    }
  PecTally *tally = decimal_equal (percent, self->first.percent)
                        ? &self->first
                        : other_find_or_add (self, &percent);
  decimal_accumulate (&tally->net, &net);
  return tally;
}

static GTreeNode *
first_other (const PecTallySet *self)
{
  return tally_tree_first (self->others);
}

void
pec_tallies_merge (PecTallySet **tallies, const PecTallySet *further)
{
  if (further == NULL)
    return;
  pec_tallies_add (tallies, further->first.percent, further->first.net);
  for (GTreeNode *node = first_other (further); node != NULL; node = g_tree_node_next (node))
    {
      const PecTally *tally = g_tree_node_value (node);
      pec_tallies_add (tallies, tally->percent, tally->net);
    }
}

static gint
compare_listed (gconstpointer a, gconstpointer b)
{
  return compare_percents (*(const PecTally *const *) a, *(const PecTally *const *) b, NULL);
}

GPtrArray *
pec_tallies_list (const PecTallySet *self)
{
  GPtrArray *list = g_ptr_array_new ();

  if (self == NULL)
    return list;
  g_ptr_array_add (list, (gpointer) (guintptr) &self->first);
  for (GTreeNode *node = first_other (self); node != NULL; node = g_tree_node_next (node))
    g_ptr_array_add (list, g_tree_node_value (node));
  g_ptr_array_sort (list, compare_listed);
  return list;
}

Decimal
pec_tallies_net (const PecTallySet *self)
{
  Decimal sum = { 0 };

  if (self == NULL)
    return sum;
  sum = self->first.net;
  for (GTreeNode *node = first_other (self); node != NULL; node = g_tree_node_next (node))
    decimal_accumulate (&sum, &((const PecTally *) g_tree_node_value (node))->net);
  return sum;
}

/* The sum of what @share makes of each net amount and its percentage. */
static Decimal
sum_of_shares (const PecTallySet *self, Decimal (*share) (Decimal net, Decimal percent))
{
  Decimal sum = { 0 };

  if (self == NULL)
    return sum;
  sum = share (self->first.net, self->first.percent);
  for (GTreeNode *node = first_other (self); node != NULL; node = g_tree_node_next (node))
    {
      const PecTally *tally = g_tree_node_value (node);
      const Decimal part = share (tally->net, tally->percent);
      decimal_accumulate (&sum, &part);
    }
  return sum;
}

Decimal
pec_tallies_list_value (const PecTallySet *self)
{
  return sum_of_shares (self, pec_list_value);
}

Decimal
pec_tallies_earned (const PecTallySet *self)
{
  return sum_of_shares (self, pec_earned);
}
