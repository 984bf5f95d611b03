/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/pair-book.h"

#include "base/key-bytes.h"
#include "base/swap.h"
#include "core/book/pair-hash.h"

#define PEC_BIT PAIR_GROUPS_PEC_BIT

typedef struct
{
  Hash128 hash;
  guint tag;
  guint invoice; /* its place among the hashes of invoices; NOT_COMPARABLE: no price or quantity */
} CreditEntry;

#define NOT_COMPARABLE G_MAXUINT

struct PairBook
{
  PairHash *hash;
  GArray *charges;  /* of Hash128 */
  GArray *credits;  /* of CreditEntry, in reading order */
  GArray *invoices; /* of Hash128: those of the credits, one for each run of the same */
  /* Charges that lie on shelves, as far as somebody asked for them; of PairCount. */
  GArray *counts;    /* of the keys of credits, as far as each shelf has credits of them */
  GArray *open;      /* of the open keys, on all shelves */
  GArray *elsewhere; /* of keys on other invoices */
  /* Millions of keys are grouped once, as long as nothing is added. */
  PairGroups *groups; /* NULL: not yet */
  guint grouped;      /* how many charges, credits and counts they are of */
};

PairBook *
pair_book_new (RowIds *ids)
{
  PairBook *self = g_new0 (PairBook, 1);

  self->hash = pair_hash_new (ids);
  self->charges = g_array_new (FALSE, FALSE, sizeof (Hash128));
  self->credits = g_array_new (FALSE, FALSE, sizeof (CreditEntry));
  self->invoices = g_array_new (FALSE, FALSE, sizeof (Hash128));
  self->counts = g_array_new (FALSE, FALSE, sizeof (PairCount));
  self->open = g_array_new (FALSE, FALSE, sizeof (PairCount));
  self->elsewhere = g_array_new (FALSE, FALSE, sizeof (PairCount));
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
  g_array_unref (self->counts);
  g_array_unref (self->open);
  g_array_unref (self->elsewhere);
  pair_groups_free (self->groups);
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

void
pair_book_merge (PairBook *self, PairBook *later, guint tag_offset)
{
  const guint invoice_offset = self->invoices->len;

  swap_append_or_take (&self->charges, &later->charges);
  swap_append_or_take (&self->counts, &later->counts);
  swap_append_or_take (&self->invoices, &later->invoices);
  for (guint i = 0; i < later->credits->len; i++)
    {
      CreditEntry *credit = &g_array_index (later->credits, CreditEntry, i);

      credit->tag += tag_offset;
      if (credit->invoice != NOT_COMPARABLE)
        credit->invoice += invoice_offset;
    }
  swap_append_or_take (&self->credits, &later->credits);
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

/* Those that some credit has, with the charges that were added. */
static PairGroups *
count_groups (const PairBook *self)
{
  PairGroups *groups = pair_groups_new (self->credits->len);

  for (guint i = 0; i < self->credits->len; i++)
    {
      const CreditEntry *credit = &g_array_index (self->credits, CreditEntry, i);
      if (has_key (credit))
        pair_groups_want (groups, credit->hash,
                          g_array_index (self->invoices, Hash128, credit->invoice));
    }
  for (guint i = 0; i < self->charges->len; i++)
    pair_groups_add_charge (groups, g_array_index (self->charges, Hash128, i));
  for (guint i = 0; i < self->counts->len; i++)
    pair_groups_add_count (groups, &g_array_index (self->counts, PairCount, i));
  return groups;
}

/* The same with all their charges that are known, of which none is taken. (transfer none) */
static PairGroups *
fresh_groups (PairBook *self)
{
  const guint count = self->charges->len + self->credits->len + self->counts->len;

  if (self->groups == NULL || self->grouped != count)
    {
      pair_groups_free (self->groups);
      self->groups = count_groups (self);
      self->grouped = count;
    }
  for (guint i = 0; i < self->open->len; i++)
    pair_groups_set_count (self->groups, &g_array_index (self->open, PairCount, i));
  pair_groups_give_back (self->groups);
  return self->groups;
}

/* How each credit pairs; of guint8, as many as credits. */
static GArray *
take_charges (const PairBook *self, PairGroups *groups)
{
  GArray *results = g_array_sized_new (FALSE, FALSE, sizeof (guint8), self->credits->len);

  for (guint i = 0; i < self->credits->len; i++)
    {
      const CreditEntry *credit = &g_array_index (self->credits, CreditEntry, i);
      const guint8 result
          = (guint8) (has_key (credit) ? pair_groups_take (groups, &credit->hash) : PAIR_NONE);
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

static void
note_taken (const PairGroup *group, gpointer elsewhere)
{
  free_charges_take (elsewhere, group->hash, group->taken);
}

/* The charges once more, with those that credits of their own invoice took. */
static void
count_free_charges (const PairBook *self, const PairGroups *groups, FreeCharges *elsewhere)
{
  for (guint i = 0; i < self->charges->len; i++)
    free_charges_add (elsewhere, without_pec (g_array_index (self->charges, Hash128, i)), 1);
  for (guint i = 0; i < self->elsewhere->len; i++)
    {
      const PairCount *count = &g_array_index (self->elsewhere, PairCount, i);
      free_charges_add (elsewhere, count->hash, count->plain + count->pec);
    }
  pair_groups_foreach (groups, note_taken, elsewhere);
}

/* What is wanted of other invoices; nothing is counted yet. */
static FreeCharges *
want_elsewhere (const PairBook *self, const GArray *invoices, const GArray *results)
{
  FreeCharges *elsewhere = free_charges_new (invoices);

  for (guint i = 0; i < self->credits->len; i++)
    {
      const CreditEntry *credit = &g_array_index (self->credits, CreditEntry, i);
      if (looks_elsewhere (credit, g_array_index (results, guint8, i)))
        free_charges_want (elsewhere, rest_of_credit (self, credit));
    }
  return elsewhere;
}

void
pair_book_resolve (PairBook *self, const GPtrArray *invoices, PairFunc func, gpointer user_data)
{
  if (self->credits->len == 0)
    return;
  PairGroups *groups = fresh_groups (self);
  g_autoptr (GArray) results = take_charges (self, groups);
  g_autoptr (GArray) hashes = hashes_of_invoices (self, invoices);
  g_autoptr (FreeCharges) elsewhere = want_elsewhere (self, hashes, results);

  if (free_charges_is_any_wanted (elsewhere))
    count_free_charges (self, groups, elsewhere);
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
  g_clear_pointer (&self->groups, pair_groups_free); /* nobody asks for more than this */
}

static void
note_open (const PairGroup *group, gpointer wishes)
{
  const PairWish wish = { .hash = group->hash, .invoice = group->invoice };

  if (group->credits > pair_groups_plain (group))
    g_array_append_val ((GArray *) wishes, wish);
}

GArray *
pair_book_open_keys (PairBook *self)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (PairWish));
  PairGroups *groups = fresh_groups (self);

  pair_groups_foreach (groups, note_open, wishes);
  return wishes;
}

GArray *
pair_book_keys_elsewhere (PairBook *self, const GPtrArray *invoices)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (PairWish));
  PairGroups *groups = fresh_groups (self);
  g_autoptr (GArray) results = take_charges (self, groups);
  g_autoptr (GArray) hashes = hashes_of_invoices (self, invoices);
  g_autoptr (FreeCharges) elsewhere = want_elsewhere (self, hashes, results);
  g_autoptr (GArray) rests = free_charges_rests (elsewhere);

  for (guint i = 0; i < rests->len; i++)
    for (guint k = 0; k < hashes->len; k++)
      {
        const Hash128 invoice = g_array_index (hashes, Hash128, k);
        const PairWish wish
            = { .hash = key_bytes_hash_xor (g_array_index (rests, Hash128, i), invoice),
                .invoice = invoice };
        g_array_append_val (wishes, wish);
      }
  return wishes;
}

void
pair_book_add_count (PairBook *self, const PairCount *count)
{
  g_array_append_vals (self->counts, count, 1);
}

void
pair_book_set_open (PairBook *self, const PairCount *count)
{
  g_array_append_vals (self->open, count, 1);
}

void
pair_book_add_elsewhere (PairBook *self, const PairCount *count)
{
  g_array_append_vals (self->elsewhere, count, 1);
}

Hash128
pair_book_invoice_hash (const PairBook *self, const char *invoice)
{
  return without_pec (pair_hash_of_invoice_name (self->hash, invoice));
}

const GArray *
pair_book_charges (const PairBook *self)
{
  return self->charges;
}

guint
pair_book_credit_count (const PairBook *self)
{
  return self->credits->len;
}

gboolean
pair_book_credit (const PairBook *self, guint index, PairWish *key)
{
  const CreditEntry *credit = &g_array_index (self->credits, CreditEntry, index);

  if (!has_key (credit))
    return FALSE;
  *key = (PairWish){ .hash = credit->hash,
                     .invoice = g_array_index (self->invoices, Hash128, credit->invoice) };
  return TRUE;
}

void
pair_book_join_credit (PairBook *self, guint tag, const PairWish *key)
{
  const CreditEntry entry
      = { .hash = key != NULL ? without_pec (key->hash) : (Hash128){ 0 },
          .tag = tag,
          .invoice
          = key != NULL ? place_of_invoice (self, without_pec (key->invoice)) : NOT_COMPARABLE };

  g_array_append_val (self->credits, entry);
}

PairGroups *
pair_book_groups (const PairBook *self)
{
  return count_groups (self);
}
