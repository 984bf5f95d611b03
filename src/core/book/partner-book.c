/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/partner-book.h"

#include <string.h>

/* What a key of the table is made of. */
typedef enum
{
  KEY_CUSTOMER,
  KEY_KIND,
  KEY_PARTNER,
  KEY_WIDTH
} KeyPart;

/* By customer: an entry of each kind, from 1 on, that leads to the others; 0: there is none. */
typedef struct
{
  guint32 first[PARTNER_KIND_COUNT];
} CustomerEntries;

typedef struct
{
  guint32 partner;
  guint32 next; /* of the same customer and kind, counted from 1 */
} PartnerEntry;

struct PartnerBook
{
  RowIds *ids;
  KeyTable *keys;
  GArray *entries;   /* of PartnerEntry, by the number of its key */
  GArray *customers; /* of CustomerEntries; those behind its end have none */
};

PartnerBook *
partner_book_new (RowIds *ids)
{
  PartnerBook *self = g_new0 (PartnerBook, 1);

  self->ids = ids;
  self->keys = key_table_new (&ids->key, KEY_WIDTH);
  self->entries = g_array_new (FALSE, FALSE, sizeof (PartnerEntry));
  self->customers = g_array_new (FALSE, TRUE, sizeof (CustomerEntries));
  return self;
}

void
partner_book_free (PartnerBook *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->customers);
  g_array_unref (self->entries);
  key_table_free (self->keys);
  row_ids_unref (self->ids);
  g_free (self);
}

static const PartnerEntry *
entry_at (const PartnerBook *self, guint32 number_from_1)
{
  return &g_array_index (self->entries, PartnerEntry, number_from_1 - 1);
}

static void
add_entry (PartnerBook *self, const guint32 *key, guint32 *first)
{
  if (key_table_add (self->keys, key) < self->entries->len)
    return;
  const PartnerEntry entry = { .partner = key[KEY_PARTNER], .next = *first };
  g_array_append_val (self->entries, entry);
  *first = self->entries->len;
}

static void
add_key (PartnerBook *self, const guint32 *key)
{
  if (key[KEY_CUSTOMER] >= self->customers->len)
    g_array_set_size (self->customers, key[KEY_CUSTOMER] + 1);
  CustomerEntries *customer = &g_array_index (self->customers, CustomerEntries, key[KEY_CUSTOMER]);
  guint32 *first = &customer->first[key[KEY_KIND]];

  /* Nearly every customer has one partner. */
  if (*first == 0 || entry_at (self, *first)->partner != key[KEY_PARTNER])
    add_entry (self, key, first);
}

void
partner_book_add (PartnerBook *self, PartnerKind kind, Slice customer, Slice partner)
{
  if (slice_is_empty (partner))
    return;
  const guint32 key[KEY_WIDTH]
      = { [KEY_CUSTOMER] = row_ids_add (self->ids, ROW_ID_CUSTOMER, customer),
          [KEY_KIND] = kind,
          [KEY_PARTNER] = row_ids_add (self->ids, ROW_ID_PARTNER, partner) };
  add_key (self, key);
}

void
partner_book_add_numbered (PartnerBook *self, PartnerKind kind, guint32 customer, guint32 partner)
{
  const guint32 key[KEY_WIDTH]
      = { [KEY_CUSTOMER] = customer, [KEY_KIND] = kind, [KEY_PARTNER] = partner };

  add_key (self, key);
}

void
partner_book_merge (PartnerBook *self, PartnerBook *later)
{
  for (guint i = 0; i < later->entries->len; i++)
    {
      const guint32 *from = key_table_key (later->keys, i);
      const guint32 key[KEY_WIDTH] = {
        [KEY_CUSTOMER] = row_ids_take (self->ids, later->ids, ROW_ID_CUSTOMER, from[KEY_CUSTOMER]),
        [KEY_KIND] = from[KEY_KIND],
        [KEY_PARTNER] = row_ids_take (self->ids, later->ids, ROW_ID_PARTNER, from[KEY_PARTNER])
      };
      add_key (self, key);
    }
  g_array_set_size (later->entries, 0);
  g_array_set_size (later->customers, 0);
  key_table_remove_all (later->keys);
}

void
partner_book_foreach (const PartnerBook *self, PartnerFunc func, gpointer data)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const guint32 *key = key_table_key (self->keys, i);
      func (key[KEY_KIND], key[KEY_CUSTOMER], key[KEY_PARTNER], data);
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* From the entry with this number on, counted from 1. (transfer container) */
static GPtrArray *
list_entries (const PartnerBook *self, guint32 first)
{
  GPtrArray *partners = g_ptr_array_new ();

  for (guint32 at = first; at != 0; at = entry_at (self, at)->next)
    g_ptr_array_add (partners, (gpointer) (guintptr) row_ids_text (self->ids, ROW_ID_PARTNER,
                                                                   entry_at (self, at)->partner));
  g_ptr_array_sort (partners, compare_texts);
  return partners;
}

GPtrArray *
partner_book_list (const PartnerBook *self, const char *customer)
{
  guint id;

  if (!id_table_find (self->ids->tables[ROW_ID_CUSTOMER], slice_of (customer), &id)
      || id >= self->customers->len)
    return NULL;
  const CustomerEntries *entries = &g_array_index (self->customers, CustomerEntries, id);
  for (guint kind = 0; kind < PARTNER_KIND_COUNT; kind++)
    if (entries->first[kind] != 0 && entry_at (self, entries->first[kind])->next != 0)
      return list_entries (self, entries->first[kind]);
  return NULL;
}
