/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/credit-book.h"

#include <string.h>

#include "base/search.h"
#include "base/swap.h"

/* Trees, not hash tables: they cannot be flooded with colliding names and are sorted already. */
struct CreditBook
{
  GTree *credits; /* Credit * -> itself */
  Credit *last;   /* the credit of the row before: reports are often grouped */
};

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const CreditKey *x = &((const Credit *) a)->key;
  const CreditKey *y = &((const Credit *) b)->key;
  int order = strcmp (x->customer, y->customer);

  if (order == 0)
    order = strcmp (x->agreement, y->agreement);
  if (order == 0)
    order = strcmp (x->credit_name, y->credit_name);
  return order != 0 ? order : strcmp (x->currency, y->currency);
}

static void
credit_key_clear (CreditKey *key)
{
  g_free (key->customer);
  g_free (key->agreement);
  g_free (key->credit_name);
  g_free (key->currency);
}

static void
figures_free (gpointer data)
{
  CreditFigures *figures = data;

  g_free (figures->status_text);
  g_free (figures);
}

static void
credit_month_free (gpointer data)
{
  CreditMonth *month = data;

  if (month == NULL) /* moved into another book */
    return;
  if (month->rows != NULL)
    g_ptr_array_unref (month->rows);
  else
    g_free (month->counted.status_text);
  g_free (month);
}

static void
credit_free (gpointer data)
{
  Credit *credit = data;

  credit_key_clear (&credit->key);
  g_ptr_array_unref (credit->months);
  g_free (credit);
}

CreditBook *
credit_book_new (void)
{
  CreditBook *self = g_new0 (CreditBook, 1);
  self->credits = g_tree_new_full (compare_keys, NULL, credit_free, NULL);
  return self;
}

void
credit_book_free (CreditBook *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->credits);
  g_free (self);
}

static CreditKey
key_of_row (const BalanceRow *row)
{
  return (CreditKey){
    .customer = slice_dup_lower (row->customer),
    .agreement = slice_dup_lower (row->agreement),
    .credit_name = slice_dup (row->credit_name),
    .currency = slice_dup_upper (row->currency),
  };
}

static gboolean
key_fits_row (const CreditKey *key, const BalanceRow *row)
{
  return slice_compare_lowered (row->customer, key->customer) == 0
         && slice_compare_lowered (row->agreement, key->agreement) == 0
         && strncmp (row->credit_name.text, key->credit_name, row->credit_name.length) == 0
         && key->credit_name[row->credit_name.length] == '\0'
         && slice_compare_raised (row->currency, key->currency) == 0;
}

/* Takes @key over. */
static Credit *
credit_book_find_or_add (CreditBook *self, CreditKey key)
{
  const Credit probe = { .key = key };
  Credit *credit = g_tree_lookup (self->credits, &probe);

  if (credit != NULL)
    {
      credit_key_clear (&key);
      return credit;
    }
  credit = g_new0 (Credit, 1);
  credit->key = key;
  credit->months = g_ptr_array_new_with_free_func (credit_month_free);
  g_tree_insert (self->credits, credit, credit);
  return credit;
}

static int
compare_with_month (gconstpointer wanted, gconstpointer element)
{
  const Month month = *(const Month *) wanted, other = ((const CreditMonth *) element)->month;

  return (month > other) - (month < other);
}

/* Where @month stands or would stand. */
static guint
month_index (const Credit *credit, Month month)
{
  return search_lower_bound_pointer (credit->months, &month, compare_with_month);
}

static CreditMonth *
credit_month_at (const Credit *credit, guint index, Month month)
{
  CreditMonth *found
      = index < credit->months->len ? g_ptr_array_index (credit->months, index) : NULL;
  return found != NULL && found->month == month ? found : NULL;
}

static gboolean
figures_equal (const CreditFigures *a, const CreditFigures *b)
{
  return decimal_equal (a->credit_amount, b->credit_amount)
         && decimal_equal (a->balance_amount, b->balance_amount)
         && strcmp (a->status_text, b->status_text) == 0 && a->effective == b->effective
         && a->expiry == b->expiry;
}

static CreditFigures
figures_of_row (const BalanceRow *row)
{
  return (CreditFigures){
    .at = row->at,
    .credit_amount = row->credit_amount,
    .balance_amount = row->balance_amount,
    .status = row->status,
    .status_text = slice_dup_lower (row->status_text),
    .effective = row->effective,
    .expiry = row->expiry,
  };
}

/*
 * Cumulative figures only grow, and the name of a file does not tell its age: of conflicting rows
 * the one with the larger C counts, of equal C the later (spec section 3, "Repeated balance rows").
 */
static gboolean
further_row_counts (const CreditFigures *counted, const CreditFigures *further)
{
  return !figures_equal (counted, further)
         && decimal_compare (further->credit_amount, counted->credit_amount) >= 0;
}

/* Takes @figures and its text over. */
static void
add_further_row (CreditMonth *month, CreditFigures figures)
{
  if (month->rows == NULL)
    {
      month->rows = g_ptr_array_new_with_free_func (figures_free);
      g_ptr_array_add (month->rows, g_memdup2 (&month->counted, sizeof month->counted));
    }
  g_ptr_array_add (month->rows, g_memdup2 (&figures, sizeof figures));
  if (further_row_counts (&month->counted, &figures))
    month->counted = figures;
}

static Credit *
credit_of_row (CreditBook *self, const BalanceRow *row)
{
  if (self->last == NULL || !key_fits_row (&self->last->key, row))
    self->last = credit_book_find_or_add (self, key_of_row (row));
  return self->last;
}

void
credit_book_add (CreditBook *self, const BalanceRow *row)
{
  Credit *credit = credit_of_row (self, row);
  const guint index = month_index (credit, row->month);
  CreditMonth *month = credit_month_at (credit, index, row->month);
  CreditFigures figures = figures_of_row (row);

  if (month == NULL)
    {
      month = g_new0 (CreditMonth, 1);
      month->month = row->month;
      month->counted = figures;
      g_ptr_array_insert (credit->months, (int) index, month);
      return;
    }
  add_further_row (month, figures);
}

const CreditFigures *
credit_book_find (const CreditBook *self, const BalanceRow *row)
{
  CreditKey key = key_of_row (row);
  const Credit probe = { .key = key };
  const Credit *credit = g_tree_lookup (self->credits, &probe);
  const CreditMonth *month
      = credit != NULL ? credit_month_at (credit, month_index (credit, row->month), row->month)
                       : NULL;

  credit_key_clear (&key);
  return month != NULL ? &month->counted : NULL;
}

static void
move_month (Credit *credit, guint index, GPtrArray *from, guint from_index)
{
  CreditMonth *month = g_ptr_array_index (from, from_index);

  g_ptr_array_index (from, from_index) = NULL;
  g_ptr_array_insert (credit->months, (int) index, month);
}

static CreditFigures
figures_copy (const CreditFigures *figures)
{
  CreditFigures copy = *figures;

  copy.status_text = g_strdup (figures->status_text);
  return copy;
}

/* Every row of the later reading is judged again, for now there are rows before it. */
static void
merge_month (CreditMonth *month, const CreditMonth *later)
{
  if (later->rows == NULL)
    add_further_row (month, figures_copy (&later->counted));
  else
    for (guint i = 0; i < later->rows->len; i++)
      add_further_row (month, figures_copy (g_ptr_array_index (later->rows, i)));
}

static void
merge_credit (Credit *credit, Credit *later)
{
  for (guint i = 0; i < later->months->len; i++)
    {
      CreditMonth *later_month = g_ptr_array_index (later->months, i);
      const guint index = month_index (credit, later_month->month);
      CreditMonth *month = credit_month_at (credit, index, later_month->month);

      if (month != NULL)
        merge_month (month, later_month);
      else
        move_month (credit, index, later->months, i);
    }
}

static CreditKey
credit_key_copy (const CreditKey *key)
{
  return (CreditKey){
    .customer = g_strdup (key->customer),
    .agreement = g_strdup (key->agreement),
    .credit_name = g_strdup (key->credit_name),
    .currency = g_strdup (key->currency),
  };
}

void
credit_book_merge (CreditBook *self, CreditBook *later)
{
  if (g_tree_nnodes (self->credits) == 0) /* as usual: no second copy is made */
    {
      swap_structs (self, later, sizeof *self);
      return;
    }
  for (GTreeNode *node = g_tree_node_first (later->credits); node != NULL;
       node = g_tree_node_next (node))
    {
      Credit *credit = g_tree_node_value (node);
      merge_credit (credit_book_find_or_add (self, credit_key_copy (&credit->key)), credit);
    }
  g_tree_remove_all (later->credits);
  self->last = later->last = NULL;
}

GPtrArray *
credit_book_list (const CreditBook *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (GTreeNode *node = g_tree_node_first (self->credits); node != NULL;
       node = g_tree_node_next (node))
    g_ptr_array_add (list, g_tree_node_value (node));
  return list;
}

static void
list_repeats (const Credit *credit, const CreditMonth *month, GArray *repeats)
{
  const CreditFigures *counted = g_ptr_array_index (month->rows, 0);

  for (guint i = 1; i < month->rows->len; i++)
    {
      const CreditFigures *further = g_ptr_array_index (month->rows, i);
      CreditRepeat repeat = { .credit = credit,
                              .month = month->month,
                              .at = further->at,
                              .other = counted->at,
                              .conflicting = !figures_equal (counted, further),
                              .counts = further_row_counts (counted, further) };

      if (repeat.conflicting)
        repeat.difference = decimal_subtract (further->credit_amount, counted->credit_amount);
      g_array_append_val (repeats, repeat);
      if (repeat.counts)
        counted = further;
    }
}

static int
compare_repeats (gconstpointer a, gconstpointer b)
{
  return position_compare (((const CreditRepeat *) a)->at, ((const CreditRepeat *) b)->at);
}

GArray *
credit_book_repeats (const CreditBook *self)
{
  GArray *repeats = g_array_new (FALSE, FALSE, sizeof (CreditRepeat));

  for (GTreeNode *node = g_tree_node_first (self->credits); node != NULL;
       node = g_tree_node_next (node))
    {
      const Credit *credit = g_tree_node_value (node);

      for (guint i = 0; i < credit->months->len; i++)
        {
          const CreditMonth *month = g_ptr_array_index (credit->months, i);
          if (month->rows != NULL)
            list_repeats (credit, month, repeats);
        }
    }
  g_array_sort (repeats, compare_repeats);
  return repeats;
}

Month
credit_book_next_month (const Credit *credit, Month month)
{
  const guint index = month_index (credit, month + 1);

  return index < credit->months->len
             ? ((const CreditMonth *) g_ptr_array_index (credit->months, index))->month
             : MONTH_NONE;
}

gboolean
credit_book_figures_are_expired (const CreditFigures *figures)
{
  return figures->status == STATUS_EXPIRED;
}
