/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/sum/pec-tallies.h"

#include "core/record/pec.h"

/* One of them. */
typedef struct
{
  PackedDecimal percent;
  DecimalSum net;
} Tally;

struct PecTallySet
{
  Tally first;   /* the percentage that was met first */
  GTree *others; /* of Tally (base/tally-tree), ascending by percent */
};

/* Percentages are parsed numbers or their hundredfold: they fit nearly always, and those that do
   not are no percentages (see pec_is_percentage()). */
static Decimal
percent_of (const Tally *tally)
{
  return decimal_unpack (tally->percent);
}

static void
tally_free (gpointer data)
{
  Tally *tally = data;

  decimal_sum_clear (&tally->net);
  g_free (tally);
}

static gint
compare_percents (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return decimal_compare (percent_of (a), percent_of (b));
}

static gint
compare_with_percent (gconstpointer percent, gconstpointer tally)
{
  return decimal_compare (*(const Decimal *) percent, percent_of (tally));
}

void
pec_tallies_free (PecTallySet *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->others, g_tree_unref);
  decimal_sum_clear (&self->first.net);
  g_free (self);
}

static Tally *
other_find_or_add (PecTallySet *self, const Decimal *percent)
{
  Tally *tally = tally_tree_find (self->others, compare_with_percent, percent);

  if (tally != NULL)
    return tally;
  tally = g_new0 (Tally, 1);
  tally->percent = decimal_pack (*percent);
  return tally_tree_insert (&self->others, compare_percents, tally_free, tally);
}

static inline gboolean
is_first (const PecTallySet *self, const Decimal *percent)
{
  const PackedDecimal *first = &self->first.percent;

  if (percent->limb_count <= 1 && percent->limbs[0] == first->low && percent->scale == first->scale
      && first->high == 0)
    return (percent->negative != 0) == (first->negative != 0);
  return decimal_equal (*percent, percent_of (&self->first));
}

void
pec_tallies_add (PecTallySet **tallies, Decimal percent, Decimal net)
{
  PecTallySet *self = *tallies;

  if (self == NULL)
    {
      self = *tallies = g_new0 (PecTallySet, 1);
      self->first.percent = decimal_pack (percent);
    }
  Tally *tally = is_first (self, &percent) ? &self->first : other_find_or_add (self, &percent);
  decimal_sum_add (&tally->net, &net);
}

Decimal
pec_tallies_net_of (const PecTallySet *self, Decimal percent)
{
  if (self == NULL)
    return (Decimal){ 0 };
  const Tally *tally = is_first (self, &percent)
                           ? &self->first
                           : tally_tree_find (self->others, compare_with_percent, &percent);
  return tally != NULL ? decimal_sum_value (&tally->net) : (Decimal){ 0 };
}

static GTreeNode *
first_other (const PecTallySet *self)
{
  return tally_tree_first (self->others);
}

typedef void (*TallyFunc) (const Tally *tally, gpointer data);

static void
for_each (const PecTallySet *self, TallyFunc func, gpointer data)
{
  if (self == NULL)
    return;
  func (&self->first, data);
  for (GTreeNode *node = first_other (self); node != NULL; node = g_tree_node_next (node))
    func (g_tree_node_value (node), data);
}

static void
add_to (const Tally *tally, gpointer data)
{
  PecTallySet **tallies = data;

  pec_tallies_add (tallies, percent_of (tally), decimal_sum_value (&tally->net));
}

void
pec_tallies_merge (PecTallySet **tallies, const PecTallySet *further)
{
  for_each (further, add_to, tallies);
}

static gint
compare_listed (gconstpointer a, gconstpointer b)
{
  return decimal_compare ((*(const PecTally *const *) a)->percent,
                          (*(const PecTally *const *) b)->percent);
}

static void
list_tally (const Tally *tally, gpointer data)
{
  GPtrArray *list = data;
  PecTally *listed = g_new (PecTally, 1);

  *listed = (PecTally){ .percent = percent_of (tally), .net = decimal_sum_value (&tally->net) };
  g_ptr_array_add (list, listed);
}

GPtrArray *
pec_tallies_list (const PecTallySet *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for_each (self, list_tally, list);
  g_ptr_array_sort (list, compare_listed);
  return list;
}

static void
add_net (const Tally *tally, gpointer data)
{
  const Decimal net = decimal_sum_value (&tally->net);

  decimal_accumulate (data, &net);
}

Decimal
pec_tallies_net (const PecTallySet *self)
{
  Decimal sum = { 0 };

  for_each (self, add_net, &sum);
  return sum;
}

static void
add_list_value (const Tally *tally, gpointer data)
{
  const Decimal value = pec_list_value (decimal_sum_value (&tally->net), percent_of (tally));

  decimal_accumulate (data, &value);
}

static void
add_earned (const Tally *tally, gpointer data)
{
  const Decimal earned = pec_earned (decimal_sum_value (&tally->net), percent_of (tally));

  decimal_accumulate (data, &earned);
}

Decimal
pec_tallies_list_value (const PecTallySet *self)
{
  Decimal sum = { 0 };

  for_each (self, add_list_value, &sum);
  return sum;
}

Decimal
pec_tallies_earned (const PecTallySet *self)
{
  Decimal sum = { 0 };

  for_each (self, add_earned, &sum);
  return sum;
}
