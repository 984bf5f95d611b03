/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-products.h"

static const RowIdKind kinds[]
    = { ROW_ID_CUSTOMER,     ROW_ID_SUBSCRIPTION, ROW_ID_PRODUCT, ROW_ID_SKU,
        ROW_ID_AVAILABILITY, ROW_ID_CURRENCY,     ROW_ID_INVOICE };
#define KIND_COUNT G_N_ELEMENTS (kinds)

/* What a group has; bits. */
#define HAS_PEC 1
#define HAS_ACO 2
#define FLAGS_ALL 3

/* By the places of its ids. */
typedef struct
{
  guint32 places[KIND_COUNT];
  const ProductGroup *group;
} PlacedGroup;

typedef struct
{
  const ShelfWriter *writer;
  GArray *groups; /* of PlacedGroup */
} Listing;

static void
note_group (const RowNumbers *numbers, const ProductGroup *group, gpointer data)
{
  const Listing *self = data;
  PlacedGroup placed = { .group = group };

  for (guint i = 0; i < KIND_COUNT; i++)
    placed.places[i] = self->writer->ranks[kinds[i]][numbers->of[kinds[i]]];
  g_array_append_val (self->groups, placed);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const PlacedGroup *x = a, *y = b;

  for (guint i = 0; i < KIND_COUNT; i++)
    if (x->places[i] != y->places[i])
      return x->places[i] < y->places[i] ? -1 : 1;
  if (x->group->usage_month != y->group->usage_month)
    return x->group->usage_month < y->group->usage_month ? -1 : 1;
  if (x->group->has_pec != y->group->has_pec)
    return x->group->has_pec ? 1 : -1;
  return x->group->has_pec ? decimal_compare (decimal_unpack (x->group->pec_percent),
                                              decimal_unpack (y->group->pec_percent))
                           : 0;
}

static void
put_values (ShelfWriter *self, const ProductGroup *group)
{
  shelf_bytes_put_number (self, (guint64) group->usage_month);
  shelf_bytes_put_number (self,
                          (group->has_pec ? HAS_PEC : 0U) | (group->aco != NULL ? HAS_ACO : 0U));
  if (group->has_pec)
    shelf_bytes_put_decimal (self, decimal_unpack (group->pec_percent));
  shelf_bytes_put_number (self, group->rows);
  shelf_bytes_put_position (self, group->first);
  shelf_bytes_put_sum (self, &group->sum);
  if (group->aco == NULL)
    return;
  shelf_bytes_put_decimal (self, group->aco->net);
  shelf_bytes_put_decimal (self, group->aco->gross);
}

/* Customers ascend, so that their steps are small; in the rest of a group nothing does. */
void
shelf_products_put (ShelfWriter *self, const ProductBook *book)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (PlacedGroup));
  Listing listing = { .writer = self, .groups = groups };
  guint32 customer = 0;

  product_book_foreach (book, note_group, &listing);
  g_array_sort (groups, compare_groups);
  shelf_bytes_put_number (self, groups->len);
  for (guint i = 0; i < groups->len; i++)
    {
      const PlacedGroup *placed = &g_array_index (groups, PlacedGroup, i);

      shelf_bytes_put_number (self, placed->places[0] - customer);
      customer = placed->places[0];
      for (guint k = 1; k < KIND_COUNT; k++)
        shelf_bytes_put_number (self, placed->places[k]);
      put_values (self, placed->group);
    }
}

static void
take_values (ShelfReader *self, ProductGroup *group, ProductCredit *aco)
{
  group->usage_month = shelf_bytes_take_month (self);
  const guint64 flags = shelf_bytes_take_up_to (self, FLAGS_ALL);
  const Decimal percent = (flags & HAS_PEC) != 0 ? shelf_bytes_take_decimal (self) : (Decimal){ 0 };

  if (percent.limb_count > 2)
    shelf_bytes_fail (self, "a percentage that no row has");
  else
    group->pec_percent = decimal_pack (percent);
  group->has_pec = (flags & HAS_PEC) != 0;
  group->rows = shelf_bytes_take_number (self);
  group->first = shelf_bytes_take_position (self);
  shelf_bytes_take_sum (self, &group->sum);
  if ((flags & HAS_ACO) == 0)
    return;
  aco->net = shelf_bytes_take_decimal (self);
  aco->gross = shelf_bytes_take_decimal (self);
  group->aco = aco;
}

static void
take_group (ShelfReader *self, ProductBook *book, guint32 *customer)
{
  RowNumbers numbers = { { 0 } };
  ProductGroup group = { .rows = 0 };
  ProductCredit aco = { .net = { 0 } };

  *customer += (guint32) shelf_bytes_take_up_to (self, G_MAXUINT32);
  if (*customer >= self->id_counts[ROW_ID_CUSTOMER])
    {
      shelf_bytes_fail (self, "an id that is not there");
      return;
    }
  numbers.of[ROW_ID_CUSTOMER] = self->ids[ROW_ID_CUSTOMER][*customer];
  for (guint i = 1; i < KIND_COUNT; i++)
    numbers.of[kinds[i]] = shelf_bytes_take_id (self, kinds[i]);
  take_values (self, &group, &aco);
  if (shelf_bytes_is_good (self))
    product_book_join (book, &numbers, &group);
  decimal_sum_clear (&group.sum);
}

void
shelf_products_take (ShelfReader *self, ProductBook *book)
{
  guint32 customer = 0;

  for (guint left = shelf_bytes_take_count (self, 12); left > 0; left--)
    take_group (self, book, &customer);
}
