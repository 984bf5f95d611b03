/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/pair-hash.h"

#include "base/key-bytes.h"

typedef unsigned __int128 Wide;

/* Order day and scales, price, quantity. */
#define WORDS 3
#define LANES 2

struct PairHash
{
  RowIds *ids;
  GArray *of_ids[ROW_ID_KIND_COUNT]; /* of Hash128, by number; 0: not made yet */
  Wide secrets[LANES][WORDS + 1];
};

static Wide
draw_secret (const HashKey *key, guint place)
{
  const char purpose[] = { 'p', 'a', 'i', 'r', (char) place };
  const Hash128 drawn = keyed_hash (key, purpose, sizeof purpose);

  return (Wide) drawn.high << 64 | drawn.low;
}

PairHash *
pair_hash_new (RowIds *ids)
{
  PairHash *self = g_new0 (PairHash, 1);

  self->ids = ids;
  for (guint kind = 0; kind < ROW_ID_KIND_COUNT; kind++)
    self->of_ids[kind] = g_array_new (FALSE, TRUE, sizeof (Hash128));
  for (guint i = 0; i < LANES * (WORDS + 1); i++)
    self->secrets[i % LANES][i / LANES] = draw_secret (&ids->content, i);
  return self;
}

void
pair_hash_free (PairHash *self)
{
  for (guint kind = 0; kind < ROW_ID_KIND_COUNT; kind++)
    g_array_unref (self->of_ids[kind]);
  row_ids_unref (self->ids);
  g_free (self);
}

RowNumbers
pair_hash_number_line (const PairHash *self, const InvoiceLine *line)
{
  return row_ids_number_line (self->ids, line);
}

/* Equal ids of two kinds have nothing in common. */
static Hash128
hash_of_text (const PairHash *self, RowIdKind kind, const char *text)
{
  KeyBytes bytes;

  key_bytes_init (&bytes);
  key_bytes_add_number (&bytes, (gint32) kind);
  key_bytes_add_text (&bytes, slice_of (text));
  const Hash128 hash = key_bytes_hash (&bytes, &self->ids->content);
  key_bytes_clear (&bytes);
  return hash;
}

static G_GNUC_NO_INLINE Hash128
make_hash (PairHash *self, RowIdKind kind, guint32 number)
{
  GArray *hashes = self->of_ids[kind];
  const Hash128 hash = hash_of_text (self, kind, row_ids_text (self->ids, kind, number));

  if (number >= hashes->len)
    g_array_set_size (hashes, number + 1);
  return g_array_index (hashes, Hash128, number) = hash;
}

static inline Hash128
hash_of_id (PairHash *self, RowIdKind kind, guint32 number)
{
  const GArray *hashes = self->of_ids[kind];

  if (number < hashes->len)
    {
      const Hash128 hash = g_array_index (hashes, Hash128, number);
      if ((hash.low | hash.high) != 0)
        return hash;
    }
  return make_hash (self, kind, number);
}

static inline guint64
hash_of_words (const Wide secrets[WORDS + 1], const guint64 words[WORDS])
{
  Wide sum = secrets[WORDS];

  for (guint i = 0; i < WORDS; i++)
    sum += secrets[i] * words[i];
  return (guint64) (sum >> 64);
}

/* For values that do not fit into a word. */
static Hash128
hash_of_long_values (const PairHash *self, const InvoiceLine *line)
{
  KeyBytes bytes;

  key_bytes_init (&bytes);
  key_bytes_add_number (&bytes, ROW_ID_KIND_COUNT); /* no kind of id */
  key_bytes_add_number (&bytes, line->order_day);
  key_bytes_add_magnitude (&bytes, line->price);
  key_bytes_add_magnitude (&bytes, line->quantity);
  const Hash128 hash = key_bytes_hash (&bytes, &self->ids->content);
  key_bytes_clear (&bytes);
  return hash;
}

static Hash128
hash_of_values (const PairHash *self, const InvoiceLine *line)
{
  guint64 words[WORDS];
  guint price_scale, quantity_scale;

  if (!decimal_canonical_word (&line->price, &words[1], &price_scale)
      || !decimal_canonical_word (&line->quantity, &words[2], &quantity_scale))
    return hash_of_long_values (self, line);
  words[0]
      = (guint64) price_scale << 48 | (guint64) quantity_scale << 32 | (guint32) line->order_day;
  return (Hash128){ .low = hash_of_words (self->secrets[0], words),
                    .high = hash_of_words (self->secrets[1], words) };
}

Hash128
pair_hash_of_rest (PairHash *self, const InvoiceLine *line, const RowNumbers *numbers)
{
  static const RowIdKind kinds[]
      = { ROW_ID_CUSTOMER, ROW_ID_PRODUCT, ROW_ID_SKU, ROW_ID_AVAILABILITY };
  Hash128 hash = hash_of_values (self, line);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    hash = key_bytes_hash_xor (hash, hash_of_id (self, kinds[i], numbers->of[kinds[i]]));
  return hash;
}

Hash128
pair_hash_of_invoice (PairHash *self, guint32 number)
{
  return hash_of_id (self, ROW_ID_INVOICE, number);
}

Hash128
pair_hash_of_invoice_name (const PairHash *self, const char *invoice)
{
  return hash_of_text (self, ROW_ID_INVOICE, invoice);
}
