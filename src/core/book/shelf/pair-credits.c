/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/pair-credits.h"

#include "base/swap.h"

typedef struct
{
  Hash128 hash;
  guint tag;
  guint invoice; /* its place among the hashes of invoices; NOT_COMPARABLE: no price or quantity */
} CreditEntry;

#define NOT_COMPARABLE G_MAXUINT

struct PairCredits
{
  GArray *entries;  /* of CreditEntry */
  GArray *invoices; /* of Hash128: those of the entries, one for each run of the same */
  GArray *settled;  /* of Hash128 */
};

PairCredits *
pair_credits_new (void)
{
  PairCredits *self = g_new0 (PairCredits, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (CreditEntry));
  self->invoices = g_array_new (FALSE, FALSE, sizeof (Hash128));
  self->settled = g_array_new (FALSE, FALSE, sizeof (Hash128));
  return self;
}

void
pair_credits_free (PairCredits *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_array_unref (self->invoices);
  g_array_unref (self->settled);
  g_free (self);
}

static guint
place_of_invoice (PairCredits *self, Hash128 invoice)
{
  GArray *invoices = self->invoices;

  if (invoices->len == 0
      || !key_bytes_hash128_equal (&g_array_index (invoices, Hash128, invoices->len - 1), &invoice))
    g_array_append_val (invoices, invoice);
  return invoices->len - 1;
}

void
pair_credits_add (PairCredits *self, guint tag, const PairWish *key)
{
  CreditEntry entry = { .tag = tag, .invoice = NOT_COMPARABLE };

  if (key != NULL)
    {
      entry.hash = key->hash;
      entry.invoice = place_of_invoice (self, key->invoice);
    }
  g_array_append_val (self->entries, entry);
}

void
pair_credits_settle (PairCredits *self, Hash128 hash)
{
  g_array_append_val (self->settled, hash);
}

void
pair_credits_merge (PairCredits *self, PairCredits *later, guint tag_offset)
{
  const guint invoice_offset = self->invoices->len;

  for (guint i = 0; i < later->entries->len; i++)
    {
      CreditEntry *entry = &g_array_index (later->entries, CreditEntry, i);

      entry->tag += tag_offset;
      if (entry->invoice != NOT_COMPARABLE)
        entry->invoice += invoice_offset;
    }
  swap_append_or_take (&self->invoices, &later->invoices);
  swap_append_or_take (&self->entries, &later->entries);
  swap_append_or_take (&self->settled, &later->settled);
}

void
pair_credits_forget (PairCredits *self)
{
  g_array_set_size (self->entries, 0);
  g_array_set_size (self->invoices, 0);
}

guint
pair_credits_count (const PairCredits *self)
{
  return self->entries->len;
}

guint
pair_credits_tag (const PairCredits *self, guint place)
{
  return g_array_index (self->entries, CreditEntry, place).tag;
}

gboolean
pair_credits_key (const PairCredits *self, guint place, PairWish *key)
{
  const CreditEntry *entry = &g_array_index (self->entries, CreditEntry, place);

  if (entry->invoice == NOT_COMPARABLE)
    return FALSE;
  *key = (PairWish){ .hash = entry->hash,
                     .invoice = g_array_index (self->invoices, Hash128, entry->invoice) };
  return TRUE;
}

GArray *
pair_credits_settled (const PairCredits *self)
{
  return self->settled;
}
