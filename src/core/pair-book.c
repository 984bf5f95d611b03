/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/pair-book.h"

#include "core/key-bytes.h"

/* The bit of a charge's hash that says "earned Partner Earned Credit". */
#define PEC_BIT G_GUINT64_CONSTANT (1)

typedef struct
{
  Hash128 hash;
  guint tag;
  gboolean comparable; /* has price and quantity */
} CreditEntry;

typedef struct
{
  Hash128 hash;
  guint64 plain_count;
  guint64 pec_count;
  guint64 taken_count;
} PairGroup;

struct PairBook
{
  HashKey key;
  GArray *charges; /* of Hash128 */
  GArray *credits; /* of CreditEntry, in reading order */
  KeyBytes bytes;
};

PairBook *
pair_book_new (const HashKey *key)
{
  PairBook *self = g_new0 (PairBook, 1);

  self->key = *key;
  self->charges = g_array_new (FALSE, FALSE, sizeof (Hash128));
  self->credits = g_array_new (FALSE, FALSE, sizeof (CreditEntry));
  key_bytes_init (&self->bytes);
  return self;
}

void
pair_book_free (PairBook *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->charges);
  g_array_unref (self->credits);
  key_bytes_clear (&self->bytes);
  g_free (self);
}

static Hash128
pair_hash (PairBook *self, const InvoiceLine *line)
{
  KeyBytes *bytes = &self->bytes;
  Hash128 hash;

  key_bytes_restart (bytes);
  key_bytes_add_text (bytes, line->invoice);
  key_bytes_add_text (bytes, line->customer);
  key_bytes_add_text (bytes, line->product);
  key_bytes_add_text (bytes, line->sku);
  key_bytes_add_text (bytes, line->availability);
  key_bytes_add_number (bytes, line->order_day);
  key_bytes_add_magnitude (bytes, line->quantity);
  key_bytes_add_magnitude (bytes, line->price);
  hash = key_bytes_hash (bytes, &self->key);
  hash.low &= ~PEC_BIT;
  return hash;
}

static gboolean
is_comparable (const InvoiceLine *line)
{
  return line->has_price && line->has_quantity;
}

void
pair_book_add_charge (PairBook *self, const InvoiceLine *line)
{
  if (!is_comparable (line))
    return;
  Hash128 hash = pair_hash (self, line);
  if (line->has_pec)
    hash.low |= PEC_BIT;
  g_array_append_val (self->charges, hash);
}

void
pair_book_add_credit (PairBook *self, const InvoiceLine *line, guint tag)
{
  CreditEntry entry = { .tag = tag, .comparable = is_comparable (line) };

  if (entry.comparable)
    entry.hash = pair_hash (self, line);
  g_array_append_val (self->credits, entry);
}

/* The usual case of one large file makes no second copy of its lines. */
static void
append_or_take (GArray **array, GArray **later)
{
  if ((*array)->len == 0)
    {
      GArray *empty = *array;
      *array = *later;
      *later = empty;
    }
  else
    g_array_append_vals (*array, (*later)->data, (*later)->len);
  g_array_set_size (*later, 0);
}

void
pair_book_merge (PairBook *self, PairBook *later, guint tag_offset)
{
  append_or_take (&self->charges, &later->charges);
  for (guint i = 0; i < later->credits->len; i++)
    g_array_index (later->credits, CreditEntry, i).tag += tag_offset;
  append_or_take (&self->credits, &later->credits);
}

/* One group per hash that some credit has; charges of other hashes pair with nothing. */
static GHashTable *
groups_of_credits (const PairBook *self)
{
  GHashTable *groups = g_hash_table_new_full (hash128_hash, hash128_equal, NULL, g_free);

  for (guint i = 0; i < self->credits->len; i++)
    {
      const CreditEntry *credit = &g_array_index (self->credits, CreditEntry, i);
      if (!credit->comparable || g_hash_table_contains (groups, &credit->hash))
        continue;
      PairGroup *group = g_new0 (PairGroup, 1);
      group->hash = credit->hash;
      g_hash_table_insert (groups, &group->hash, group);
    }
  return groups;
}

static void
count_charges (const PairBook *self, GHashTable *groups)
{
  for (guint i = 0; i < self->charges->len; i++)
    {
      Hash128 hash = g_array_index (self->charges, Hash128, i);
      const gboolean has_pec = (hash.low & PEC_BIT) != 0;

      hash.low &= ~PEC_BIT;
      PairGroup *group = g_hash_table_lookup (groups, &hash);
      if (group != NULL && has_pec)
        group->pec_count++;
      else if (group != NULL)
        group->plain_count++;
    }
}

/* Charges of one group differ in nothing but their credit, so counting is as good as lists. */
static PairResult
take_charge (GHashTable *groups, const CreditEntry *credit)
{
  PairGroup *group = credit->comparable ? g_hash_table_lookup (groups, &credit->hash) : NULL;

  if (group == NULL || group->taken_count == group->plain_count + group->pec_count)
    return PAIR_NONE;
  return group->taken_count++ < group->plain_count ? PAIR_PLAIN : PAIR_WITH_PEC;
}

void
pair_book_resolve (const PairBook *self, PairFunc func, gpointer user_data)
{
  g_autoptr (GHashTable) groups = groups_of_credits (self);

  if (self->credits->len > 0)
    count_charges (self, groups);
  for (guint i = 0; i < self->credits->len; i++)
    {
      const CreditEntry *credit = &g_array_index (self->credits, CreditEntry, i);
      func (credit->tag, take_charge (groups, credit), user_data);
    }
}
