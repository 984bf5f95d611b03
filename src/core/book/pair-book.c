/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/pair-book.h"

#include "base/key-bytes.h"
#include "base/swap.h"
#include "core/book/pair-hash.h"

#define PEC_BIT PAIR_GROUPS_PEC_BIT

struct PairBook
{
  PairHash *hash;
  GArray *charges; /* of Hash128 */
  PairCredits *credits;
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
  self->credits = pair_credits_new ();
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
  pair_credits_free (self->credits);
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

void
pair_book_add_credit (PairBook *self, const InvoiceLine *line, const RowNumbers *numbers, guint tag)
{
  PairWish key;

  if (!is_comparable (line))
    {
      pair_credits_add (self->credits, tag, NULL);
      return;
    }
  key.invoice = without_pec (pair_hash_of_invoice (self->hash, numbers->of[ROW_ID_INVOICE]));
  key.hash = without_pec (
      key_bytes_hash_xor (key.invoice, pair_hash_of_rest (self->hash, line, numbers)));
  pair_credits_add (self->credits, tag, &key);
}

void
pair_book_merge (PairBook *self, PairBook *later, guint tag_offset)
{
  swap_append_or_take (&self->charges, &later->charges);
  swap_append_or_take (&self->counts, &later->counts);
  pair_credits_merge (self->credits, later->credits, tag_offset);
}

/* Those that some credit has, with the charges that were added. */
static PairGroups *
count_groups (const PairBook *self)
{
  const guint credits = pair_credits_count (self->credits);
  PairGroups *groups = pair_groups_new (credits);
  PairWish key;

  for (guint i = 0; i < credits; i++)
    if (pair_credits_key (self->credits, i, &key))
      pair_groups_want (groups, key.hash, key.invoice);
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
  const guint count = self->charges->len + pair_credits_count (self->credits) + self->counts->len;

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
  const guint credits = pair_credits_count (self->credits);
  GArray *results = g_array_sized_new (FALSE, FALSE, sizeof (guint8), MAX (credits, 1));
  PairWish key;

  for (guint i = 0; i < credits; i++)
    {
      const gboolean has_key = pair_credits_key (self->credits, i, &key);
      const guint8 result = (guint8) (has_key ? pair_groups_take (groups, &key.hash) : PAIR_NONE);
      g_array_append_val (results, result);
    }
  return results;
}

/* Whether the credit at @place looks on other invoices, and what for. */
static gboolean
looks_elsewhere (const PairBook *self, const GArray *results, guint place, Hash128 *rest)
{
  PairWish key;

  if (g_array_index (results, guint8, place) != PAIR_NONE
      || !pair_credits_key (self->credits, place, &key))
    return FALSE;
  *rest = pair_credits_rest (&key);
  return TRUE;
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
  const GArray *settled = pair_credits_settled (self->credits);
  for (guint i = 0; i < settled->len; i++)
    free_charges_take (elsewhere, g_array_index (settled, Hash128, i), 1);
  pair_groups_foreach (groups, note_taken, elsewhere);
}

/* What is wanted of other invoices; nothing is counted yet. */
static FreeCharges *
want_elsewhere (const PairBook *self, const GArray *invoices, const GArray *results)
{
  FreeCharges *elsewhere = free_charges_new (invoices);
  Hash128 rest;

  for (guint i = 0; i < results->len; i++)
    if (looks_elsewhere (self, results, i, &rest))
      free_charges_want (elsewhere, rest);
  return elsewhere;
}

void
pair_book_resolve (PairBook *self, const GPtrArray *invoices, PairFunc func, gpointer user_data)
{
  Hash128 rest;

  if (pair_credits_count (self->credits) == 0)
    return;
  PairGroups *groups = fresh_groups (self);
  g_autoptr (GArray) results = take_charges (self, groups);
  g_autoptr (GArray) hashes = hashes_of_invoices (self, invoices);
  g_autoptr (FreeCharges) elsewhere = want_elsewhere (self, hashes, results);

  if (free_charges_is_any_wanted (elsewhere))
    count_free_charges (self, groups, elsewhere);
  for (guint i = 0; i < results->len; i++)
    func (pair_credits_tag (self->credits, i), (PairResult) g_array_index (results, guint8, i),
          looks_elsewhere (self, results, i, &rest) ? free_charges_invoice (elsewhere, rest)
                                                    : PAIR_NOWHERE,
          user_data);
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
  return pair_credits_count (self->credits);
}

gboolean
pair_book_credit (const PairBook *self, guint index, PairWish *key)
{
  return pair_credits_key (self->credits, index, key);
}

void
pair_book_join_credit (PairBook *self, guint tag, const PairWish *key)
{
  PairWish clean;

  if (key != NULL)
    clean = (PairWish){ .hash = without_pec (key->hash), .invoice = without_pec (key->invoice) };
  pair_credits_add (self->credits, tag, key != NULL ? &clean : NULL);
}

void
pair_book_settle_credit (PairBook *self, Hash128 hash)
{
  pair_credits_settle (self->credits, without_pec (hash));
}

void
pair_book_forget_credits (PairBook *self)
{
  pair_credits_forget (self->credits);
  g_clear_pointer (&self->groups, pair_groups_free);
}

gboolean
pair_book_has_settled (const PairBook *self)
{
  return pair_credits_settled (self->credits)->len > 0;
}

gboolean
pair_book_shares_settled (const PairBook *self, const PairGroups *groups)
{
  const GArray *settled = pair_credits_settled (self->credits);

  for (guint i = 0; i < settled->len; i++)
    if (pair_groups_find (groups, &g_array_index (settled, Hash128, i)) != NULL)
      return TRUE;
  return FALSE;
}

void
pair_book_unsettle (PairBook *self)
{
  g_autoptr (PairGroups) groups = count_groups (self);
  GArray *settled = pair_credits_settled (self->credits);
  guint kept = 0;

  for (guint i = 0; i < settled->len; i++)
    {
      const Hash128 hash = g_array_index (settled, Hash128, i);
      if (pair_groups_find (groups, &hash) == NULL)
        g_array_index (settled, Hash128, kept++) = hash;
    }
  g_array_set_size (settled, kept);
}

PairGroups *
pair_book_groups (const PairBook *self)
{
  return count_groups (self);
}
