/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/name-book.h"

#include <string.h>

typedef struct
{
  char *name; /* NULL: none yet */
  gsize length;
  gconstpointer source; /* who told it last; NULL: not known */
} Name;

struct NameBook
{
  RowIds *ids;
  GArray *names; /* of Name, by customer; those behind its end have none */
};

static void
name_clear (gpointer data)
{
  g_free (((Name *) data)->name);
}

NameBook *
name_book_new (RowIds *ids)
{
  NameBook *self = g_new0 (NameBook, 1);

  self->ids = ids;
  self->names = g_array_new (FALSE, TRUE, sizeof (Name));
  g_array_set_clear_func (self->names, name_clear);
  return self;
}

void
name_book_free (NameBook *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->names);
  row_ids_unref (self->ids);
  g_free (self);
}

static void
set_name (NameBook *self, guint customer, Slice name, gconstpointer source)
{
  if (customer >= self->names->len)
    g_array_set_size (self->names, customer + 1);
  Name *kept = &g_array_index (self->names, Name, customer);
  if (kept->name != NULL && kept->length == name.length
      && memcmp (kept->name, name.text, name.length) == 0)
    {
      kept->source = source;
      return;
    }
  g_free (kept->name);
  *kept = (Name){ .name = slice_dup (name), .length = name.length, .source = source };
}

void
name_book_add (NameBook *self, Slice customer, Slice name)
{
  if (!slice_is_empty (slice_trim (name)))
    set_name (self, row_ids_add (self->ids, ROW_ID_CUSTOMER, customer), name, NULL);
}

void
name_book_add_numbered (NameBook *self, guint32 customer, Slice name, gconstpointer source)
{
  if (!slice_is_empty (slice_trim (name)))
    set_name (self, customer, name, source);
}

gboolean
name_book_is_from (const NameBook *self, guint32 customer, gconstpointer source)
{
  return customer < self->names->len
         && g_array_index (self->names, Name, customer).source == source;
}

void
name_book_merge (NameBook *self, NameBook *later)
{
  for (guint i = 0; i < later->names->len; i++)
    {
      const Name *name = &g_array_index (later->names, Name, i);

      if (name->name != NULL)
        set_name (self, row_ids_take (self->ids, later->ids, ROW_ID_CUSTOMER, i),
                  slice_of (name->name), NULL);
    }
  g_array_set_size (later->names, 0);
}

const char *
name_book_lookup (const NameBook *self, const char *customer)
{
  guint id;

  if (!id_table_find (self->ids->tables[ROW_ID_CUSTOMER], slice_of (customer), &id)
      || id >= self->names->len)
    return NULL;
  return g_array_index (self->names, Name, id).name;
}

const char *
name_book_find (const NameBook *self, const char *name)
{
  const char *found = NULL;

  for (guint i = 0; i < self->names->len; i++)
    {
      const char *own = g_array_index (self->names, Name, i).name;

      if (own == NULL || g_ascii_strcasecmp (own, name) != 0)
        continue;
      if (found != NULL)
        return NULL;
      found = row_ids_text (self->ids, ROW_ID_CUSTOMER, i);
    }
  return found;
}

gboolean
name_book_foreach (const NameBook *self, NameFunc func, gpointer data)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_array_index (self->names, Name, i).name;

      if (name != NULL && !func (row_ids_text (self->ids, ROW_ID_CUSTOMER, i), name, data))
        return FALSE;
    }
  return TRUE;
}

gboolean
name_book_foreach_customer (const NameBook *self, NameFunc func, gpointer data)
{
  const IdTable *customers = self->ids->tables[ROW_ID_CUSTOMER];

  for (guint i = 0; i < id_table_count (customers); i++)
    {
      const char *name = i < self->names->len ? g_array_index (self->names, Name, i).name : NULL;

      if (!func (id_table_text (customers, i), name, data))
        return FALSE;
    }
  return TRUE;
}
