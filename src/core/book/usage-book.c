/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/usage-book.h"

#include <string.h>

#include "base/tally-cache.h"

struct UsageBook
{
  GTree *tallies; /* UsageTally * -> itself */
  GArray *double_credits;
  gboolean has_net; /* some ACO-credited row has a BillingPreTaxTotal other than 0 */
  UsageTally *last; /* the tally of the row before */
  TallyCache cache;
};

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_tallies (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const UsageTally *x = a, *y = b;
  int order = strcmp (x->customer, y->customer);

  if (order == 0)
    order = compare_numbers (x->day, y->day);
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

/* The same order, for g_tree_search(). */
static int
compare_row_with_tally (gconstpointer tally_data, gconstpointer row_data)
{
  const UsageTally *tally = tally_data;
  const UsageRow *row = row_data;
  int order = slice_compare_lowered (row->customer, tally->customer);

  if (order == 0)
    order = compare_numbers (row->usage_day, tally->day);
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

  g_free (tally->customer);
  g_free (tally->invoice);
  g_free (tally->currency);
  g_free (tally->pricing_currency);
  g_free (tally->aco);
  g_clear_pointer (&tally->pec, g_tree_unref);
  g_free (tally);
}

UsageBook *
usage_book_new (void)
{
  UsageBook *self = g_new0 (UsageBook, 1);

  self->tallies = g_tree_new_full (compare_tallies, NULL, NULL, usage_tally_free);
  self->double_credits = g_array_new (FALSE, FALSE, sizeof (DoubleCredit));
  return self;
}

void
usage_book_free (UsageBook *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->tallies);
  tally_cache_clear (&self->cache);
  g_array_unref (self->double_credits);
  g_free (self);
}

static UsageTally *
usage_tally_new (const UsageRow *row)
{
  UsageTally *tally = g_new0 (UsageTally, 1);

  tally->customer = slice_dup_lower (row->customer);
  tally->invoice = slice_dup_lower (row->invoice);
  tally->currency = slice_dup_upper (row->currency);
  tally->pricing_currency = slice_dup_upper (row->pricing_currency);
  tally->day = row->usage_day;
  tally->has_pricing_total = row->has_pricing_total;
  tally->has_gross = row->has_gross;
  return tally;
}

static gboolean
is_tally_of_row (const UsageTally *tally, const UsageRow *row)
{
  return row->usage_day == tally->day && slice_equals_folded (row->customer, tally->customer)
         && compare_row_with_tally (tally, row) == 0;
}

static guint64
hash_of_row (const UsageRow *row)
{
  guint64 hash = tally_cache_mix_number (0, row->usage_day);

  hash = tally_cache_mix_text (hash, row->customer);
  hash = tally_cache_mix_text (hash, row->invoice);
  hash = tally_cache_mix_text (hash, row->currency);
  return tally_cache_mix_text (hash, row->pricing_currency);
}

static UsageTally *
tally_of_row (UsageBook *self, const UsageRow *row)
{
  const guint64 hash = hash_of_row (row);
  UsageTally *tally = tally_cache_guess (&self->cache, hash);

  if (tally != NULL && is_tally_of_row (tally, row))
    return self->last = tally;
  tally = g_tree_search (self->tallies, compare_row_with_tally, row);
  if (tally != NULL)
    {
      tally_cache_note (&self->cache, hash, tally);
      return self->last = tally;
    }
  tally = usage_tally_new (row);
  g_tree_insert (self->tallies, tally, tally);
  tally_cache_note_new (&self->cache, hash, tally);
  return self->last = tally;
}

static void
note_double_credit (UsageBook *self, const UsageRow *row, Decimal net, Decimal gross)
{
  const DoubleCredit found = { .at = row->at, .tally = self->last, .net = net, .gross = gross };

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
  note_double_credit (self, row, net, gross);
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

  tally->customer = g_strdup (like->customer);
  tally->invoice = g_strdup (like->invoice);
  tally->currency = g_strdup (like->currency);
  tally->pricing_currency = g_strdup (like->pricing_currency);
  tally->day = like->day;
  tally->has_pricing_total = like->has_pricing_total;
  tally->has_gross = like->has_gross;
  return tally;
}

/* The usual case of one large file makes no second copy of what it holds. */
static void
swap_books (UsageBook *self, UsageBook *other)
{
  const UsageBook kept = *self;

  *self = *other;
  *other = kept;
}

void
usage_book_merge (UsageBook *self, UsageBook *later)
{
  if (g_tree_nnodes (self->tallies) == 0)
    {
      swap_books (self, later);
      return;
    }
  for (GTreeNode *node = g_tree_node_first (later->tallies); node != NULL;
       node = g_tree_node_next (node))
    {
      const UsageTally *from = g_tree_node_value (node);
      UsageTally *to = g_tree_lookup (self->tallies, from);

      if (to == NULL)
        {
          to = usage_tally_new_like (from);
          g_tree_insert (self->tallies, to, to);
        }
      merge_tally (to, from);
    }
  for (guint i = 0; i < later->double_credits->len; i++)
    {
      DoubleCredit found = g_array_index (later->double_credits, DoubleCredit, i);
      found.tally = g_tree_lookup (self->tallies, found.tally);
      g_array_append_val (self->double_credits, found);
    }
  self->has_net = self->has_net || later->has_net;
  later->has_net = FALSE;
  g_array_set_size (later->double_credits, 0);
  g_tree_remove_all (later->tallies);
  tally_cache_clear (&later->cache);
  self->last = later->last = NULL;
}

GPtrArray *
usage_book_list (const UsageBook *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (GTreeNode *node = g_tree_node_first (self->tallies); node != NULL;
       node = g_tree_node_next (node))
    g_ptr_array_add (list, g_tree_node_value (node));
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
