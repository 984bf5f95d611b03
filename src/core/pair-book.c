/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/pair-book.h"

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
  GByteArray *scratch;
};

PairBook *
pair_book_new (const HashKey *key)
{
  PairBook *self = g_new0 (PairBook, 1);

  self->key = *key;
  self->charges = g_array_new (FALSE, FALSE, sizeof (Hash128));
  self->credits = g_array_new (FALSE, FALSE, sizeof (CreditEntry));
  self->scratch = g_byte_array_sized_new (512);
  return self;
}

void
pair_book_free (PairBook *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->charges);
  g_array_unref (self->credits);
  g_byte_array_unref (self->scratch);
  g_free (self);
}

/* The length goes first, so that no two sequences of ids give the same bytes. */
static void
append_id (GByteArray *bytes, Slice id)
{
  const guint32 length = (guint32) id.length;
  const guint start = bytes->len + (guint) sizeof length;

  g_byte_array_append (bytes, (const guint8 *) &length, sizeof length);
  g_byte_array_append (bytes, (const guint8 *) id.text, length);
  for (guint i = start; i < bytes->len; i++)
    bytes->data[i] = (guint8) g_ascii_tolower ((char) bytes->data[i]);
}

static void
append_magnitude (GByteArray *bytes, Decimal number)
{
  guint8 canonical[DECIMAL_CANONICAL_BYTES];
  const guint8 length = (guint8) decimal_canonical_magnitude (number, canonical);

  g_byte_array_append (bytes, &length, 1);
  g_byte_array_append (bytes, canonical, length);
}

static Hash128
pair_hash (PairBook *self, const InvoiceLine *line)
{
  Hash128 hash;

  g_byte_array_set_size (self->scratch, 0);
  append_id (self->scratch, line->invoice);
  append_id (self->scratch, line->customer);
  append_id (self->scratch, line->product);
  append_id (self->scratch, line->sku);
  append_id (self->scratch, line->availability);
  g_byte_array_append (self->scratch, (const guint8 *) &line->order_day, sizeof line->order_day);
  append_magnitude (self->scratch, line->quantity);
  append_magnitude (self->scratch, line->price);
  hash = keyed_hash (&self->key, self->scratch->data, self->scratch->len);
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

void
pair_book_merge (PairBook *self, PairBook *later, guint tag_offset)
{
  if (self->charges->len == 0) /* the usual case of one large file: no second copy */
    {
      GArray *empty = self->charges;
      self->charges = later->charges;
      later->charges = empty;
    }
  else
    g_array_append_vals (self->charges, later->charges->data, later->charges->len);
  for (guint i = 0; i < later->credits->len; i++)
    {
      CreditEntry entry = g_array_index (later->credits, CreditEntry, i);
      entry.tag += tag_offset;
      g_array_append_val (self->credits, entry);
    }
  g_array_set_size (later->charges, 0);
  g_array_set_size (later->credits, 0);
}

static guint
hash_of_hash (gconstpointer hash)
{
  return (guint) (((const Hash128 *) hash)->low >> 1);
}

static gboolean
hashes_equal (gconstpointer a, gconstpointer b)
{
  const Hash128 *x = a, *y = b;
  return x->low == y->low && x->high == y->high;
}

/* One group per hash that some credit has; charges of other hashes pair with nothing. */
static GHashTable *
groups_of_credits (const PairBook *self)
{
  GHashTable *groups = g_hash_table_new_full (hash_of_hash, hashes_equal, NULL, g_free);

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
