/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/partner-book.h"

#include <string.h>

#include "base/swap.h"
#include "base/tally-cache.h"

typedef struct
{
  char *customer;
  PartnerKind kind;
  char *partner;
} PartnerEntry;

/* What an entry must have, as the row writes it. */
typedef struct
{
  Slice customer;
  PartnerKind kind;
  Slice partner;
} PartnerRow;

struct PartnerBook
{
  GTree *entries; /* PartnerEntry * -> itself */
  TallyCache cache;
};

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const PartnerEntry *x = a, *y = b;
  int order = strcmp (x->customer, y->customer);

  if (order == 0)
    order = (int) x->kind - (int) y->kind;
  return order != 0 ? order : strcmp (x->partner, y->partner);
}

/* For g_tree_search(): where the row stands, seen from an entry. */
static int
compare_row (gconstpointer entry_data, gconstpointer row_data)
{
  const PartnerEntry *entry = entry_data;
  const PartnerRow *row = row_data;
  int order = slice_compare_lowered (row->customer, entry->customer);

  if (order == 0)
    order = (int) row->kind - (int) entry->kind;
  return order != 0 ? order : slice_compare_lowered (row->partner, entry->partner);
}

static void
partner_entry_free (gpointer data)
{
  PartnerEntry *entry = data;

  g_free (entry->customer);
  g_free (entry->partner);
  g_free (entry);
}

PartnerBook *
partner_book_new (void)
{
  PartnerBook *self = g_new0 (PartnerBook, 1);

  self->entries = g_tree_new_full (compare_entries, NULL, partner_entry_free, NULL);
  return self;
}

void
partner_book_free (PartnerBook *self)
{
  if (self == NULL)
    return;
  tally_cache_clear (&self->cache);
  g_tree_unref (self->entries);
  g_free (self);
}

static gboolean
is_entry_of_row (gconstpointer entry_data, gconstpointer row_data)
{
  const PartnerEntry *entry = entry_data;
  const PartnerRow *row = row_data;

  return slice_equals_folded (row->customer, entry->customer) && row->kind == entry->kind
         && slice_equals_folded (row->partner, entry->partner);
}

static guint64
hash_of_row (const PartnerRow *row)
{
  const guint64 hash = tally_cache_mix_text (row->kind, row->customer);
  return tally_cache_mix_text (hash, row->partner);
}

static PartnerEntry *
entry_new (PartnerBook *self, const PartnerRow *row)
{
  PartnerEntry *entry = g_new0 (PartnerEntry, 1);

  entry->customer = slice_dup_lower (row->customer);
  entry->kind = row->kind;
  entry->partner = slice_dup_lower (row->partner);
  g_tree_insert (self->entries, entry, entry);
  return entry;
}

void
partner_book_add (PartnerBook *self, PartnerKind kind, Slice customer, Slice partner)
{
  static const TallyMatch match = { is_entry_of_row, compare_row };
  const PartnerRow row = { .customer = customer, .kind = kind, .partner = partner };

  if (slice_is_empty (partner))
    return;
  const guint64 hash = hash_of_row (&row);
  if (tally_cache_find (&self->cache, hash, self->entries, &match, &row) == NULL)
    tally_cache_note_new (&self->cache, hash, entry_new (self, &row));
}

void
partner_book_merge (PartnerBook *self, PartnerBook *later)
{
  if (g_tree_nnodes (self->entries) == 0) /* as usual: no second copy is made */
    {
      swap_structs (self, later, sizeof *self);
      return;
    }
  for (GTreeNode *node = g_tree_node_first (later->entries); node != NULL;
       node = g_tree_node_next (node))
    {
      const PartnerEntry *entry = g_tree_node_value (node);
      partner_book_add (self, entry->kind, slice_of (entry->customer), slice_of (entry->partner));
    }
  g_tree_remove_all (later->entries);
  tally_cache_clear (&later->cache);
}

static GPtrArray *
list_kind (const PartnerBook *self, const char *customer, PartnerKind kind)
{
  g_autofree char *wanted = g_strdup (customer);
  char least[] = "";
  const PartnerEntry first = { .customer = wanted, .kind = kind, .partner = least };
  GPtrArray *partners = g_ptr_array_new ();

  for (GTreeNode *node = g_tree_lower_bound (self->entries, &first); node != NULL;
       node = g_tree_node_next (node))
    {
      const PartnerEntry *entry = g_tree_node_value (node);
      if (entry->kind != kind || strcmp (entry->customer, customer) != 0)
        break;
      g_ptr_array_add (partners, entry->partner);
    }
  return partners;
}

GPtrArray *
partner_book_list (const PartnerBook *self, const char *customer)
{
  for (guint kind = 0; kind < PARTNER_KIND_COUNT; kind++)
    {
      GPtrArray *partners = list_kind (self, customer, (PartnerKind) kind);

      if (partners->len >= 2)
        return partners;
      g_ptr_array_unref (partners);
    }
  return NULL;
}
