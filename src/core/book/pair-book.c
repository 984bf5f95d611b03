/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/pair-book.h"

#include "base/key-bytes.h"
#include "core/book/pair-hash.h"

/* The bit of a charge's hash that says "earned Partner Earned Credit". */
#define PEC_BIT G_GUINT64_CONSTANT (1)

typedef struct
{
  Hash128 hash;
  guint tag;
  guint invoice; /* its place among the hashes of invoices; NOT_COMPARABLE: no price or quantity */
} CreditEntry;

#define NOT_COMPARABLE G_MAXUINT

typedef struct
{
  Hash128 hash;
  guint64 plain_count;
  guint64 pec_count;
  guint64 taken_count;
} PairGroup;

struct PairBook
{
  PairHash *hash;
  GArray *charges;  /* of Hash128 */
  GArray *credits;  /* of CreditEntry, in reading order */
  GArray *invoices; /* of Hash128: those of the credits, one for each run of the same */
};

PairBook *
pair_book_new (RowIds *ids)
{
  PairBook *self = g_new0 (PairBook, 1);

  self->hash = pair_hash_new (ids);
  self->charges = g_array_new (FALSE, FALSE, sizeof (Hash128));
  self->credits = g_array_new (FALSE, FALSE, sizeof (CreditEntry));
  self->invoices = g_array_new (FALSE, FALSE, sizeof (Hash128));
  return self;
}

void
pair_book_free (PairBook *self)
{
  if (self == NULL)
    return;
  pair_hash_free (self->hash);
  g_array_unref (self->charges);
  g_array_unref (self->credits);
  g_array_unref (self->invoices);
  g_free (self);
}

/* The bit of Partner Earned Credit is left to the charges. */
static Hash128
without_pec (Hash128 hash)
{
  hash.low &= ~PEC_BIT;
  return hash;
}

static gboolean
is_comparable (const InvoiceLine *line)
{
  return line->has_price && line->has_quantity;
}

RowNumbers
pair_book_number_line (const PairBook *self, const InvoiceLine *line)
{
  return pair_hash_number_line (self->hash, line);
}

void
pair_book_add_charge (PairBook *self, const InvoiceLine *line, const RowNumbers *numbers)
{
  if (!is_comparable (line))
    return;
  Hash128 hash = without_pec (
      key_bytes_hash_xor (pair_hash_of_invoice (self->hash, numbers->of[ROW_ID_INVOICE]),
                          pair_hash_of_rest (self->hash, line, numbers)));
  if (line->has_pec)
    hash.low |= PEC_BIT;
  g_array_append_val (self->charges, hash);
}

static guint
place_of_invoice (PairBook *self, Hash128 invoice)
{
  GArray *invoices = self->invoices;

  if (invoices->len == 0
      || !key_bytes_hash128_equal (&g_array_index (invoices, Hash128, invoices->len - 1), &invoice))
    g_array_append_val (invoices, invoice);
  return invoices->len - 1;
}

void
pair_book_add_credit (PairBook *self, const InvoiceLine *line, const RowNumbers *numbers, guint tag)
{
  CreditEntry entry = { .tag = tag, .invoice = NOT_COMPARABLE };

  if (is_comparable (line))
    {
      const Hash128 invoice
          = without_pec (pair_hash_of_invoice (self->hash, numbers->of[ROW_ID_INVOICE]));

      entry.hash = without_pec (
          key_bytes_hash_xor (invoice, pair_hash_of_rest (self->hash, line, numbers)));
      entry.invoice = place_of_invoice (self, invoice);
    }
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
  const guint invoice_offset = self->invoices->len;

  append_or_take (&self->charges, &later->charges);
  append_or_take (&self->invoices, &later->invoices);
  for (guint i = 0; i < later->credits->len; i++)
    {
      CreditEntry *credit = &g_array_index (later->credits, CreditEntry, i);

      credit->tag += tag_offset;
      if (credit->invoice != NOT_COMPARABLE)
        credit->invoice += invoice_offset;
    }
  append_or_take (&self->credits, &later->credits);
}

static gboolean
has_key (const CreditEntry *credit)
{
  return credit->invoice != NOT_COMPARABLE;
}

/* Of the key but for the invoice. */
static Hash128
rest_of_credit (const PairBook *self, const CreditEntry *credit)
{
  return key_bytes_hash_xor (credit->hash,
                             g_array_index (self->invoices, Hash128, credit->invoice));
}

/* One group per hash that some credit has; charges of other hashes pair with nothing. */
static GHashTable *
groups_of_credits (const PairBook *self)
{
  GHashTable *groups
      = g_hash_table_new_full (key_bytes_hash128_hash, key_bytes_hash128_equal, NULL, g_free);

  for (guint i = 0; i < self->credits->len; i++)
    {
      const CreditEntry *credit = &g_array_index (self->credits, CreditEntry, i);
      if (!has_key (credit) || g_hash_table_contains (groups, &credit->hash))
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
  PairGroup *group = has_key (credit) ? g_hash_table_lookup (groups, &credit->hash) : NULL;

  if (group == NULL || group->taken_count == group->plain_count + group->pec_count)
    return PAIR_NONE;
  return group->taken_count++ < group->plain_count ? PAIR_PLAIN : PAIR_WITH_PEC;
}

/* How each credit pairs; of guint8, as many as credits. */
static GArray *
take_charges (const PairBook *self, GHashTable *groups)
{
  GArray *results = g_array_sized_new (FALSE, FALSE, sizeof (guint8), self->credits->len);

  for (guint i = 0; i < self->credits->len; i++)
    {
      const guint8 result
          = (guint8) take_charge (groups, &g_array_index (self->credits, CreditEntry, i));
      g_array_append_val (results, result);
    }
  return results;
}

static gboolean
looks_elsewhere (const CreditEntry *credit, guint8 result)
{
  return result == PAIR_NONE && has_key (credit);
}

static GArray *
hashes_of_invoices (const PairBook *self, const GPtrArray *invoices)
{
  GArray *hashes = g_array_sized_new (FALSE, FALSE, sizeof (Hash128), invoices->len);

  for (guint i = 0; i < invoices->len; i++)
    {
      const Hash128 hash
          = without_pec (pair_hash_of_invoice_name (self->hash, g_ptr_array_index (invoices, i)));
      g_array_append_val (hashes, hash);
    }
  return hashes;
}

/* The charges once more, with those that credits of their own invoice took. */
static void
count_free_charges (const PairBook *self, GHashTable *groups, FreeCharges *elsewhere)
{
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < self->charges->len; i++)
    {
      Hash128 hash = g_array_index (self->charges, Hash128, i);

      hash.low &= ~PEC_BIT;
      free_charges_add (elsewhere, hash);
    }
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const PairGroup *group = value;
      free_charges_take (elsewhere, group->hash, group->taken_count);
    }
}

static FreeCharges *
find_free_charges (const PairBook *self, const GArray *invoices, GHashTable *groups,
                   const GArray *results)
{
  FreeCharges *elsewhere = free_charges_new (invoices);
  gboolean is_wanted = FALSE;

  for (guint i = 0; i < self->credits->len; i++)
    {
      const CreditEntry *credit = &g_array_index (self->credits, CreditEntry, i);
      if (!looks_elsewhere (credit, g_array_index (results, guint8, i)))
        continue;
      free_charges_want (elsewhere, rest_of_credit (self, credit));
      is_wanted = TRUE;
    }
  if (is_wanted)
    count_free_charges (self, groups, elsewhere);
  return elsewhere;
}

void
pair_book_resolve (const PairBook *self, const GPtrArray *invoices, PairFunc func,
                   gpointer user_data)
{
  if (self->credits->len == 0)
    return;
  g_autoptr (GHashTable) groups = groups_of_credits (self);
  count_charges (self, groups);
  g_autoptr (GArray) results = take_charges (self, groups);
  g_autoptr (GArray) hashes = hashes_of_invoices (self, invoices);
  g_autoptr (FreeCharges) elsewhere = find_free_charges (self, hashes, groups, results);

  for (guint i = 0; i < self->credits->len; i++)
    {
      const CreditEntry *credit = &g_array_index (self->credits, CreditEntry, i);
      const guint8 result = g_array_index (results, guint8, i);
      func (credit->tag, (PairResult) result,
            looks_elsewhere (credit, result)
                ? free_charges_invoice (elsewhere, rest_of_credit (self, credit))
                : PAIR_NOWHERE,
            user_data);
    }
}

void
pair_book_credit_keys (const PairBook *self, PairKeyFunc func, gpointer user_data)
{
  for (guint i = 0; i < self->credits->len; i++)
    {
      const CreditEntry *credit = &g_array_index (self->credits, CreditEntry, i);
      if (!has_key (credit))
        continue;
      const Hash128 rest = rest_of_credit (self, credit);
      func (credit->tag, &rest, user_data);
    }
}
