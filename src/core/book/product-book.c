/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/product-book.h"

#include <string.h>

#include "base/key-bytes.h"
#include "base/swap.h"

/* What the members of a group share, as one of its rows writes it. */
typedef struct
{
  Slice customer;
  Slice invoice;
  Slice subscription;
  Slice product;
  Slice sku;
  Slice availability;
  Slice currency;
  Month usage_month;
  gboolean has_pec;
  Decimal pec_percent;
} GroupKey;

struct ProductBook
{
  HashKey key;
  GHashTable *groups; /* &group->hash -> ProductGroup * */
  KeyBytes bytes;
};

ProductBook *
product_book_new (const HashKey *key)
{
  ProductBook *self = g_new0 (ProductBook, 1);

  self->key = *key;
  self->groups
      = g_hash_table_new_full (key_bytes_hash128_hash, key_bytes_hash128_equal, NULL, g_free);
  key_bytes_init (&self->bytes);
  return self;
}

void
product_book_free (ProductBook *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->groups);
  key_bytes_clear (&self->bytes);
  g_free (self);
}

static Hash128
hash_of_key (ProductBook *self, const GroupKey *key)
{
  KeyBytes *bytes = &self->bytes;

  key_bytes_restart (bytes);
  key_bytes_add_text (bytes, key->customer);
  key_bytes_add_text (bytes, key->invoice);
  key_bytes_add_text (bytes, key->subscription);
  key_bytes_add_text (bytes, key->product);
  key_bytes_add_text (bytes, key->sku);
  key_bytes_add_text (bytes, key->availability);
  key_bytes_add_text (bytes, key->currency);
  key_bytes_add_number (bytes, key->usage_month);
  if (key->has_pec)
    key_bytes_add_magnitude (bytes, key->pec_percent);
  return key_bytes_hash (bytes, &self->key);
}

static gsize
text_bytes (const GroupKey *key)
{
  return key->customer.length + key->invoice.length + key->subscription.length + key->product.length
         + key->sku.length + key->availability.length + key->currency.length + 7;
}

/* Puts @text, each character changed by @change, at *end, and moves *end behind it. */
static char *
put_text (char **end, Slice text, char (*change) (char c))
{
  char *start = *end;

  for (gsize i = 0; i < text.length; i++)
    *(*end)++ = change (text.text[i]);
  *(*end)++ = '\0';
  return start;
}

/* A group and its texts are one block: there are many groups, and short texts cost more than they
   hold. */
static ProductGroup *
product_group_new (Hash128 hash, const GroupKey *key)
{
  ProductGroup *group = g_malloc0 (sizeof *group + text_bytes (key));
  char *end = (char *) (group + 1);

  group->hash = hash;
  group->customer = put_text (&end, key->customer, g_ascii_tolower);
  group->invoice = put_text (&end, key->invoice, g_ascii_tolower);
  group->subscription = put_text (&end, key->subscription, g_ascii_tolower);
  group->product = put_text (&end, key->product, g_ascii_tolower);
  group->sku = put_text (&end, key->sku, g_ascii_tolower);
  group->availability = put_text (&end, key->availability, g_ascii_tolower);
  group->currency = put_text (&end, key->currency, g_ascii_toupper);
  group->usage_month = key->usage_month;
  group->has_pec = key->has_pec;
  if (key->has_pec)
    group->pec_percent = key->pec_percent;
  return group;
}

static ProductGroup *
group_of_key (ProductBook *self, const GroupKey *key)
{
  const Hash128 hash = hash_of_key (self, key);
  ProductGroup *group = g_hash_table_lookup (self->groups, &hash);

  if (group == NULL)
    {
      group = product_group_new (hash, key);
      g_hash_table_insert (self->groups, &group->hash, group);
    }
  return group;
}

void
product_book_add_charge (ProductBook *self, const InvoiceLine *line)
{
  const GroupKey key = { .customer = line->customer,
                         .invoice = line->invoice,
                         .subscription = line->subscription,
                         .product = line->product,
                         .sku = line->sku,
                         .availability = line->availability,
                         .currency = line->currency,
                         .has_pec = line->has_pec,
                         .pec_percent = line->pec_percent };
  ProductGroup *group = group_of_key (self, &key);

  group->lines++;
  decimal_accumulate (&group->charges, &line->subtotal);
  group->first = position_first (group->first, line->at);
}

static void
add_credited (ProductGroup *group, const UsageRow *row)
{
  const Decimal net = decimal_absolute (row->billing_total);
  const Decimal gross = usage_row_gross_billing (row);

  decimal_accumulate (&group->aco_net, &net);
  decimal_accumulate (&group->aco_gross, &gross);
}

/* What ACO covers is charged at list price: its row belongs to the charges without PEC. */
void
product_book_add_usage (ProductBook *self, const UsageRow *row)
{
  const GroupKey key = { .customer = row->customer,
                         .invoice = row->invoice,
                         .subscription = row->subscription,
                         .product = row->product,
                         .sku = row->sku,
                         .availability = row->availability,
                         .currency = row->currency,
                         .usage_month = calendar_month_of (row->usage_day),
                         .has_pec = row->has_pec && !row->is_aco_credited,
                         .pec_percent = row->pec_percent };
  ProductGroup *group = group_of_key (self, &key);

  group->usage_rows++;
  if (row->is_aco_credited)
    add_credited (group, row);
  else
    decimal_accumulate (&group->usage, &row->billing_total);
  group->first = position_first (group->first, row->at);
}

static void
merge_group (ProductGroup *to, const ProductGroup *from)
{
  to->lines += from->lines;
  to->usage_rows += from->usage_rows;
  decimal_accumulate (&to->charges, &from->charges);
  decimal_accumulate (&to->usage, &from->usage);
  decimal_accumulate (&to->aco_net, &from->aco_net);
  decimal_accumulate (&to->aco_gross, &from->aco_gross);
  to->first = position_first (to->first, from->first);
}

void
product_book_merge (ProductBook *self, ProductBook *later)
{
  if (g_hash_table_size (self->groups) == 0) /* as usual: no second copy is made */
    {
      swap_structs (self, later, sizeof *self);
      return;
    }
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, later->groups);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      ProductGroup *from = data;
      ProductGroup *to = g_hash_table_lookup (self->groups, &from->hash);

      g_hash_table_iter_steal (&iter);
      if (to == NULL)
        {
          g_hash_table_insert (self->groups, &from->hash, from);
          continue;
        }
      merge_group (to, from);
      g_free (from);
    }
}

static int
compare_percents (const ProductGroup *x, const ProductGroup *y)
{
  if (x->has_pec != y->has_pec)
    return x->has_pec ? 1 : -1;
  return x->has_pec ? decimal_compare (x->pec_percent, y->pec_percent) : 0;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const ProductGroup *x = *(const ProductGroup *const *) a, *y = *(const ProductGroup *const *) b;
  int order = strcmp (x->customer, y->customer);

  if (order == 0)
    order = strcmp (x->subscription, y->subscription);
  if (order == 0)
    order = strcmp (x->product, y->product);
  if (order == 0)
    order = strcmp (x->sku, y->sku);
  if (order == 0)
    order = strcmp (x->availability, y->availability);
  if (order == 0)
    order = strcmp (x->currency, y->currency);
  if (order == 0)
    order = strcmp (x->invoice, y->invoice);
  if (order == 0)
    order = x->usage_month - y->usage_month;
  return order != 0 ? order : compare_percents (x, y);
}

GPtrArray *
product_book_list (const ProductBook *self)
{
  GPtrArray *list = g_ptr_array_sized_new (g_hash_table_size (self->groups));
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    g_ptr_array_add (list, group);
  g_ptr_array_sort (list, compare_groups);
  return list;
}
