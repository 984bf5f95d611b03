/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/statement-book.h"

#include <string.h>

struct StatementBook
{
  const InvoiceMonths *months;
  GTree *uses; /* ProductUse * -> itself */
};

static int
compare_uses (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const ProductUse *x = a, *y = b;
  int order = strcmp (x->customer, y->customer);

  if (order == 0)
    order = x->month - y->month;
  if (order == 0)
    order = strcmp (x->currency, y->currency);
  return order != 0 ? order : strcmp (x->product, y->product);
}

static void
use_free (gpointer data)
{
  ProductUse *use = data;

  g_free (use->customer);
  g_free (use->currency);
  g_free (use->product);
  g_free (use);
}

StatementBook *
statement_book_new (const InvoiceMonths *months)
{
  StatementBook *self = g_new0 (StatementBook, 1);

  self->months = months;
  self->uses = g_tree_new_full (compare_uses, NULL, NULL, use_free);
  return self;
}

void
statement_book_free (StatementBook *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->uses);
  g_free (self);
}

static Slice
product_of (const InvoiceLine *line)
{
  return slice_is_empty (line->texts.product_name) ? line->texts.sku_name
                                                   : line->texts.product_name;
}

static ProductUse *
use_of (StatementBook *self, const InvoiceLine *line, Month month)
{
  g_autofree char *customer = slice_dup_lower (line->customer);
  g_autofree char *currency = slice_dup_upper (line->currency);
  g_autofree char *product = slice_dup (product_of (line));
  const ProductUse probe
      = { .customer = customer, .month = month, .currency = currency, .product = product };
  ProductUse *use = g_tree_lookup (self->uses, &probe);

  if (use == NULL)
    {
      use = g_memdup2 (&probe, sizeof probe);
      use->customer = g_steal_pointer (&customer);
      use->currency = g_steal_pointer (&currency);
      use->product = g_steal_pointer (&product);
      g_tree_insert (self->uses, use, use);
    }
  return use;
}

void
statement_book_add_line (StatementBook *self, const InvoiceLine *line)
{
  if (slice_is_empty (line->invoice) || line->line_class != LINE_ACO_CREDIT)
    return;
  g_autofree char *number = slice_dup_lower (line->invoice);
  const InvoiceMonth *found = invoice_months_lookup (self->months, number);
  ProductUse *use = use_of (self, line, found->month);

  use->amount = decimal_subtract (use->amount, line->subtotal);
}

GPtrArray *
statement_book_list (const StatementBook *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (GTreeNode *node = g_tree_node_first (self->uses); node != NULL;
       node = g_tree_node_next (node))
    g_ptr_array_add (list, g_tree_node_value (node));
  return list;
}
