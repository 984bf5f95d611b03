/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/name-book.h"

#include <string.h>

#include "base/swap.h"
#include "base/tally-cache.h"

typedef struct
{
  char *customer;
  char *name;
} NameEntry;

struct NameBook
{
  GTree *entries; /* NameEntry * -> itself, by customer */
  TallyCache cache;
};

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (((const NameEntry *) a)->customer, ((const NameEntry *) b)->customer);
}

static int
compare_customer (gconstpointer entry, gconstpointer customer)
{
  return slice_compare_lowered (*(const Slice *) customer, ((const NameEntry *) entry)->customer);
}

static gboolean
is_of_customer (gconstpointer entry, gconstpointer customer)
{
  return slice_equals_folded (*(const Slice *) customer, ((const NameEntry *) entry)->customer);
}

static void
name_entry_free (gpointer data)
{
  NameEntry *entry = data;

  g_free (entry->customer);
  g_free (entry->name);
  g_free (entry);
}

NameBook *
name_book_new (void)
{
  NameBook *self = g_new0 (NameBook, 1);
  self->entries = g_tree_new_full (compare_entries, NULL, name_entry_free, NULL);
  return self;
}

void
name_book_free (NameBook *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->entries);
  tally_cache_clear (&self->cache);
  g_free (self);
}

static NameEntry *
find_or_add (NameBook *self, Slice customer)
{
  static const TallyMatch match = { is_of_customer, compare_customer };
  const guint64 hash = tally_cache_mix_text (0, customer);
  NameEntry *entry = tally_cache_find (&self->cache, hash, self->entries, &match, &customer);

  if (entry == NULL)
    {
      entry = g_new0 (NameEntry, 1);
      entry->customer = slice_dup_lower (customer);
      g_tree_insert (self->entries, entry, entry);
      tally_cache_note_new (&self->cache, hash, entry);
    }
  return entry;
}

static gboolean
is_named (const NameEntry *entry, Slice name)
{
  return entry->name != NULL && strlen (entry->name) == name.length
         && memcmp (entry->name, name.text, name.length) == 0;
}

void
name_book_add (NameBook *self, Slice customer, Slice name)
{
  if (slice_is_empty (slice_trim (name)))
    return;
  NameEntry *entry = find_or_add (self, customer);
  if (is_named (entry, name))
    return;
  g_free (entry->name);
  entry->name = slice_dup (name);
}

void
name_book_merge (NameBook *self, NameBook *later)
{
  if (g_tree_nnodes (self->entries) == 0) /* as usual: no second copy is made */
    {
      swap_structs (self, later, sizeof *self);
      return;
    }
  for (GTreeNode *node = g_tree_node_first (later->entries); node != NULL;
       node = g_tree_node_next (node))
    {
      const NameEntry *entry = g_tree_node_value (node);
      name_book_add (self, slice_of (entry->customer), slice_of (entry->name));
    }
  g_tree_remove_all (later->entries);
  tally_cache_clear (&later->cache);
}

const char *
name_book_lookup (const NameBook *self, const char *customer)
{
  const Slice wanted = slice_of (customer);
  const NameEntry *entry = g_tree_search (self->entries, compare_customer, &wanted);

  return entry != NULL ? entry->name : NULL;
}

const char *
name_book_find (const NameBook *self, const char *name)
{
  const char *found = NULL;

  for (GTreeNode *node = g_tree_node_first (self->entries); node != NULL;
       node = g_tree_node_next (node))
    {
      const NameEntry *entry = g_tree_node_value (node);
      if (entry->name == NULL || g_ascii_strcasecmp (entry->name, name) != 0)
        continue;
      if (found != NULL)
        return NULL;
      found = entry->customer;
    }
  return found;
}
