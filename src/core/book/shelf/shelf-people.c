/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-people.h"

typedef struct
{
  guint32 customer; /* by its place */
  const char *name;
} NamedCustomer;

/* In the order of what is written. */
typedef struct
{
  guint32 kind;
  guint32 customer;
  guint32 partner;
} PartnerPlaces;

typedef struct
{
  const ShelfWriter *writer;
  GArray *places;
} Listing;

static gboolean
note_name (const char *customer, const char *name, gpointer data)
{
  const Listing *self = data;
  NamedCustomer named = { .name = name };
  guint number = 0;

  if (id_table_find (self->writer->ids->tables[ROW_ID_CUSTOMER], slice_of (customer), &number))
    {
      named.customer = self->writer->ranks[ROW_ID_CUSTOMER][number];
      g_array_append_val (self->places, named);
    }
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const NamedCustomer *x = a, *y = b;
  return x->customer < y->customer ? -1 : x->customer > y->customer;
}

static void
put_names (ShelfWriter *self, const NameBook *names)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (NamedCustomer));
  Listing listing = { .writer = self, .places = places };

  name_book_foreach (names, note_name, &listing);
  g_array_sort (places, compare_names);
  shelf_bytes_put_number (self, places->len);
  for (guint i = 0; i < places->len; i++)
    {
      shelf_bytes_put_number (self, g_array_index (places, NamedCustomer, i).customer);
      shelf_bytes_put_text (self, g_array_index (places, NamedCustomer, i).name);
    }
}

static void
note_partner (PartnerKind kind, guint32 customer, guint32 partner, gpointer data)
{
  const Listing *self = data;
  const PartnerPlaces places = { .kind = kind,
                                 .customer = self->writer->ranks[ROW_ID_CUSTOMER][customer],
                                 .partner = self->writer->ranks[ROW_ID_PARTNER][partner] };

  g_array_append_val (self->places, places);
}

static int
compare_partners (gconstpointer a, gconstpointer b)
{
  const PartnerPlaces *x = a, *y = b;

  if (x->customer != y->customer)
    return x->customer < y->customer ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return x->partner < y->partner ? -1 : x->partner > y->partner;
}

static void
put_partners (ShelfWriter *self, const PartnerBook *partners)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PartnerPlaces));
  Listing listing = { .writer = self, .places = places };

  partner_book_foreach (partners, note_partner, &listing);
  g_array_sort (places, compare_partners);
  shelf_bytes_put_number (self, places->len);
  for (guint i = 0; i < places->len; i++)
    {
      const PartnerPlaces *found = &g_array_index (places, PartnerPlaces, i);

      shelf_bytes_put_number (self, found->customer);
      shelf_bytes_put_number (self, found->kind);
      shelf_bytes_put_number (self, found->partner);
    }
}

void
shelf_people_put (ShelfWriter *self, const NameBook *names, const PartnerBook *partners)
{
  put_names (self, names);
  put_partners (self, partners);
}

static void
take_names (ShelfReader *self, NameBook *names)
{
  for (guint left = shelf_bytes_take_count (self, 2); left > 0; left--)
    {
      const guint32 customer = shelf_bytes_take_id (self, ROW_ID_CUSTOMER);
      const Slice name = shelf_bytes_take_slice (self, NULL);

      if (shelf_bytes_is_good (self))
        name_book_add_numbered (names, customer, name, NULL);
    }
}

static void
take_partners (ShelfReader *self, PartnerBook *partners)
{
  for (guint left = shelf_bytes_take_count (self, 3); left > 0; left--)
    {
      const guint32 customer = shelf_bytes_take_id (self, ROW_ID_CUSTOMER);
      const guint64 kind = shelf_bytes_take_up_to (self, PARTNER_KIND_COUNT - 1);
      const guint32 partner = shelf_bytes_take_id (self, ROW_ID_PARTNER);

      if (shelf_bytes_is_good (self))
        partner_book_add_numbered (partners, (PartnerKind) kind, customer, partner);
    }
}

void
shelf_people_take (ShelfReader *self, NameBook *names, PartnerBook *partners)
{
  take_names (self, names);
  take_partners (self, partners);
}
