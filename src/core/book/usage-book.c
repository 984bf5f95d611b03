/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/usage-book.h"

#include <string.h>

#include "base/swap.h"
#include "base/tally-cache.h"

/* What one customer used. Its tallies are told apart by day first, so that finding one seldom
   compares texts. */
typedef struct
{
  char *customer; /* in lower case; its tallies borrow it */
  GTree *tallies; /* UsageTally * -> itself (base/tally-tree) */
} UsageCustomer;

struct UsageBook
{
  GTree *customers; /* UsageCustomer * -> itself */
  TallyCache cache; /* of them */
  GArray *double_credits;
  gboolean has_net; /* some ACO-credited row has a BillingPreTaxTotal other than 0 */
};

static int
compare_customers (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (((const UsageCustomer *) a)->customer, ((const UsageCustomer *) b)->customer);
}

static int
compare_wanted_customer (gconstpointer customer, gconstpointer wanted)
{
  return slice_compare_lowered (*(const Slice *) wanted,
                                ((const UsageCustomer *) customer)->customer);
}

static gboolean
is_wanted_customer (gconstpointer customer, gconstpointer wanted)
{
  return slice_equals_folded (*(const Slice *) wanted,
                              ((const UsageCustomer *) customer)->customer);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/* Of one customer. */
static int
compare_tallies (gconstpointer a, gconstpointer b)
{
  const UsageTally *x = a, *y = b;
  int order = compare_numbers (x->day, y->day);

  if (order == 0)
    order = strcmp (x->invoice, y->invoice);
  if (order == 0)
    order = strcmp (x->currency, y->currency);
  if (order == 0)
    order = strcmp (x->pricing_currency, y->pricing_currency);
  if (order == 0)
    order = compare_numbers (x->has_pricing_total, y->has_pricing_total);
  return order != 0 ? order : compare_numbers (x->has_gross, y->has_gross);
}

static int
compare_tallies_of_tree (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return compare_tallies (a, b);
}

/* The same order, seen from a row. */
static int
compare_row_with_tally (gconstpointer row_data, gconstpointer tally_data)
{
  const UsageTally *tally = tally_data;
  const UsageRow *row = row_data;
  int order = compare_numbers (row->usage_day, tally->day);

  if (order == 0)
    order = slice_compare_lowered (row->invoice, tally->invoice);
  if (order == 0)
    order = slice_compare_raised (row->currency, tally->currency);
  if (order == 0)
    order = slice_compare_raised (row->pricing_currency, tally->pricing_currency);
  if (order == 0)
    order = compare_numbers (row->has_pricing_total, tally->has_pricing_total);
  return order != 0 ? order : compare_numbers (row->has_gross, tally->has_gross);
}

static void
usage_tally_free (gpointer data)
{
  UsageTally *tally = data;

  g_free (tally->invoice);
  g_free (tally->currency);
  g_free (tally->pricing_currency);
  g_free (tally->aco);
  g_clear_pointer (&tally->pec, g_tree_unref);
  g_free (tally);
}

static void
usage_customer_free (gpointer data)
{
  UsageCustomer *customer = data;

  g_clear_pointer (&customer->tallies, g_tree_unref);
  g_free (customer->customer);
  g_free (customer);
}

UsageBook *
usage_book_new (void)
{
  UsageBook *self = g_new0 (UsageBook, 1);

  self->customers = g_tree_new_full (compare_customers, NULL, NULL, usage_customer_free);
  self->double_credits = g_array_new (FALSE, FALSE, sizeof (DoubleCredit));
  return self;
}

void
usage_book_free (UsageBook *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->customers);
  tally_cache_clear (&self->cache);
  g_array_unref (self->double_credits);
  g_free (self);
}

static UsageCustomer *
find_or_add_customer (UsageBook *self, Slice id)
{
  static const TallyMatch match = { is_wanted_customer, compare_wanted_customer };
  const guint64 hash = tally_cache_mix_text (0, id);
  UsageCustomer *customer = tally_cache_find (&self->cache, hash, self->customers, &match, &id);

  if (customer == NULL)
    {
      customer = g_new0 (UsageCustomer, 1);
      customer->customer = slice_dup_lower (id);
      g_tree_insert (self->customers, customer, customer);
      tally_cache_note_new (&self->cache, hash, customer);
    }
  return customer;
}

static UsageTally *
usage_tally_new (const UsageRow *row)
{
  UsageTally *tally = g_new0 (UsageTally, 1);

  tally->invoice = slice_dup_lower (row->invoice);
  tally->currency = slice_dup_upper (row->currency);
  tally->pricing_currency = slice_dup_upper (row->pricing_currency);
  tally->day = row->usage_day;
  tally->has_pricing_total = row->has_pricing_total;
  tally->has_gross = row->has_gross;
  return tally;
}

static void
insert_tally (UsageCustomer *customer, UsageTally *tally)
{
  tally->customer = customer->customer;
  tally_tree_insert (&customer->tallies, compare_tallies_of_tree, usage_tally_free, tally);
}

static UsageTally *
tally_of_row (UsageBook *self, const UsageRow *row)
{
  UsageCustomer *customer = find_or_add_customer (self, row->customer);
  UsageTally *tally = tally_tree_find (customer->tallies, compare_row_with_tally, row);

  if (tally == NULL)
    {
      tally = usage_tally_new (row);
      insert_tally (customer, tally);
    }
  return tally;
}

static void
note_double_credit (UsageBook *self, const UsageTally *tally, const UsageRow *row, Decimal net,
                    Decimal gross)
{
  const DoubleCredit found = { .at = row->at, .tally = tally, .net = net, .gross = gross };

  if (row->has_pec_column_percent && decimal_sign (row->pec_column_percent) > 0)
    g_array_append_val (self->double_credits, found);
}

static UsageCredit *
aco_of_tally (UsageTally *tally)
{
  if (tally->aco == NULL)
    tally->aco = g_new0 (UsageCredit, 1);
  return tally->aco;
}

static void
add_aco (UsageBook *self, UsageTally *tally, const UsageRow *row)
{
  UsageCredit *aco = aco_of_tally (tally);
  const Decimal net = decimal_absolute (row->billing_total);
  const Decimal gross = usage_row_gross_billing (row);
  const Decimal pricing_net = decimal_absolute (row->pricing_total);
  const Decimal pricing_gross = usage_row_gross_pricing (row);

  decimal_accumulate (&aco->net, &net);
  decimal_accumulate (&aco->gross, &gross);
  decimal_accumulate (&aco->pricing_net, &pricing_net);
  decimal_accumulate (&aco->pricing_gross, &pricing_gross);
  aco->first = position_first (aco->first, row->at);
  if (!decimal_is_zero (net))
    {
      self->has_net = TRUE;
      aco->first_net = position_first (aco->first_net, row->at);
    }
  if (!decimal_is_zero (gross))
    aco->first_gross = position_first (aco->first_gross, row->at);
  note_double_credit (self, tally, row, net, gross);
}

static void
add_pec (UsageTally *tally, const UsageRow *row)
{
  pec_tallies_add (&tally->pec, row->pec_percent, row->billing_total);
  tally->first_pec = position_first (tally->first_pec, row->at);
  if (!decimal_is_zero (row->billing_total))
    {
      tally->has_pec_value = TRUE;
      tally->first_pec_value = position_first (tally->first_pec_value, row->at);
    }
}

void
usage_book_add (UsageBook *self, const UsageRow *row)
{
  UsageTally *tally = tally_of_row (self, row);

  g_assert (!slice_is_empty (row->invoice));
  if (row->is_aco_credited)
    add_aco (self, tally, row);
  if (row->has_pec)
    add_pec (tally, row);
  if (!row->is_aco_credited && !row->has_pec)
    decimal_accumulate (&tally->plain, &row->billing_total);
}

static void
merge_aco (UsageTally *to, const UsageCredit *from)
{
  UsageCredit *aco = aco_of_tally (to);

  decimal_accumulate (&aco->net, &from->net);
  decimal_accumulate (&aco->gross, &from->gross);
  decimal_accumulate (&aco->pricing_net, &from->pricing_net);
  decimal_accumulate (&aco->pricing_gross, &from->pricing_gross);
  aco->first = position_first (aco->first, from->first);
  aco->first_net = position_first (aco->first_net, from->first_net);
  aco->first_gross = position_first (aco->first_gross, from->first_gross);
}

static void
merge_tally (UsageTally *to, const UsageTally *from)
{
  if (from->aco != NULL)
    merge_aco (to, from->aco);
  pec_tallies_merge (&to->pec, from->pec);
  to->first_pec = position_first (to->first_pec, from->first_pec);
  to->first_pec_value = position_first (to->first_pec_value, from->first_pec_value);
  to->has_pec_value = to->has_pec_value || from->has_pec_value;
  decimal_accumulate (&to->plain, &from->plain);
}

static UsageTally *
usage_tally_new_like (const UsageTally *like)
{
  UsageTally *tally = g_new0 (UsageTally, 1);

  tally->invoice = g_strdup (like->invoice);
  tally->currency = g_strdup (like->currency);
  tally->pricing_currency = g_strdup (like->pricing_currency);
  tally->day = like->day;
  tally->has_pricing_total = like->has_pricing_total;
  tally->has_gross = like->has_gross;
  return tally;
}

static void
merge_customer (UsageCustomer *to, const UsageCustomer *from)
{
  for (GTreeNode *node = tally_tree_first (from->tallies); node != NULL;
       node = g_tree_node_next (node))
    {
      const UsageTally *later = g_tree_node_value (node);
      UsageTally *tally = tally_tree_find (to->tallies, compare_tallies, later);

      if (tally == NULL)
        {
          tally = usage_tally_new_like (later);
          insert_tally (to, tally);
        }
      merge_tally (tally, later);
    }
}

static void
merge_double_credits (UsageBook *self, const UsageBook *later)
{
  for (guint i = 0; i < later->double_credits->len; i++)
    {
      DoubleCredit found = g_array_index (later->double_credits, DoubleCredit, i);
      const UsageCustomer *customer = find_or_add_customer (self, slice_of (found.tally->customer));

      found.tally = tally_tree_find (customer->tallies, compare_tallies, found.tally);
      g_array_append_val (self->double_credits, found);
    }
}

void
usage_book_merge (UsageBook *self, UsageBook *later)
{
  if (g_tree_nnodes (self->customers) == 0) /* as usual: no second copy is made */
    {
      swap_structs (self, later, sizeof *self);
      return;
    }
  for (GTreeNode *node = g_tree_node_first (later->customers); node != NULL;
       node = g_tree_node_next (node))
    {
      const UsageCustomer *from = g_tree_node_value (node);
      merge_customer (find_or_add_customer (self, slice_of (from->customer)), from);
    }
  merge_double_credits (self, later);
  self->has_net = self->has_net || later->has_net;
  later->has_net = FALSE;
  g_array_set_size (later->double_credits, 0);
  g_tree_remove_all (later->customers);
  tally_cache_clear (&later->cache);
}

GPtrArray *
usage_book_list (const UsageBook *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (GTreeNode *node = g_tree_node_first (self->customers); node != NULL;
       node = g_tree_node_next (node))
    {
      const UsageCustomer *customer = g_tree_node_value (node);

      for (GTreeNode *tally = tally_tree_first (customer->tallies); tally != NULL;
           tally = g_tree_node_next (tally))
        g_ptr_array_add (list, g_tree_node_value (tally));
    }
  return list;
}

const GArray *
usage_book_double_credits (const UsageBook *self)
{
  return self->double_credits;
}

gboolean
usage_book_is_gross (const UsageBook *self)
{
  return !self->has_net;
}
