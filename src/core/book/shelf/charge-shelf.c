/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/charge-shelf.h"

#include <string.h>

#define KEPT_BYTES 10
#define LOW_BYTES 8
#define ENTRY_BYTES 4
#define PREFIX_BITS 16

/* 80 bits, as they are sorted. */
typedef struct
{
  guint64 low;
  guint16 prefix;
} KeptHash;

static KeptHash
keep (const Hash128 *hash)
{
  return (KeptHash){ .low = hash->low, .prefix = (guint16) hash->high };
}

static int
compare_kept (gconstpointer a, gconstpointer b)
{
  const KeptHash *x = a, *y = b;

  if (x->prefix != y->prefix)
    return x->prefix < y->prefix ? -1 : 1;
  return x->low < y->low ? -1 : x->low > y->low;
}

/* As many as give about one charge or more to each. */
static guint
prefix_bytes_for (guint64 count)
{
  return count >= 65536 ? 2 : count >= 256 ? 1 : 0;
}

static void
put_word (GByteArray *bytes, guint64 word)
{
  const guint64 little = GUINT64_TO_LE (word);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static guint64
word_at (const guint8 *bytes)
{
  guint64 little;

  memcpy (&little, bytes, sizeof little);
  return GUINT64_FROM_LE (little);
}

/* By what their prefixes say: hashes are spread evenly, so that little is left to sort. */
static KeptHash *
sort_charges (const GArray *charges)
{
  KeptHash *sorted = g_new (KeptHash, MAX (charges->len, 1));
  g_autofree guint *ends = g_new0 (guint, (1 << PREFIX_BITS) + 1);

  for (guint i = 0; i < charges->len; i++)
    ends[keep (&g_array_index (charges, Hash128, i)).prefix + 1]++;
  for (guint i = 1; i <= 1U << PREFIX_BITS; i++)
    ends[i] += ends[i - 1];
  for (guint i = 0; i < charges->len; i++)
    {
      const KeptHash kept = keep (&g_array_index (charges, Hash128, i));
      sorted[ends[kept.prefix]++] = kept;
    }
  for (guint i = 0, begin = 0; i < 1U << PREFIX_BITS; begin = ends[i++])
    if (ends[i] - begin > 1)
      qsort (sorted + begin, ends[i] - begin, sizeof sorted[0], compare_kept);
  return sorted;
}

static void
put_directory (const KeptHash *sorted, guint count, guint prefix_bytes, GByteArray *bytes)
{
  const guint entries = 1U << 8 * prefix_bytes;
  const guint shift = PREFIX_BITS - 8 * prefix_bytes;
  guint at = 0;

  for (guint entry = 0; entry < entries; entry++)
    {
      guint32 charges = 0;

      while (at < count && (guint) sorted[at].prefix >> shift == entry)
        {
          charges++;
          at++;
        }
      const guint32 little = GUINT32_TO_LE (charges);
      g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
    }
}

void
charge_shelf_put (const GArray *charges, GByteArray *bytes)
{
  const guint prefix_bytes = prefix_bytes_for (charges->len);
  const guint left = KEPT_BYTES - LOW_BYTES - prefix_bytes;
  g_autofree KeptHash *sorted = sort_charges (charges);

  put_word (bytes, charges->len);
  put_word (bytes, G_GUINT64_CONSTANT (1) << 8 * prefix_bytes);
  put_directory (sorted, charges->len, prefix_bytes, bytes);
  for (guint i = 0; i < charges->len; i++)
    {
      const guint8 prefix[] = { (guint8) (sorted[i].prefix >> 8), (guint8) sorted[i].prefix };

      g_byte_array_append (bytes, prefix + sizeof prefix - left, left);
      put_word (bytes, sorted[i].low);
    }
}

gboolean
charge_shelf_init (ChargeShelf *self, const guint8 head[CHARGE_SHELF_HEAD_BYTES], guint64 length)
{
  const guint64 count = word_at (head);
  const guint prefix_bytes = prefix_bytes_for (count);

  *self = (ChargeShelf){ .count = count,
                         .entries = 1U << 8 * prefix_bytes,
                         .record_bytes = KEPT_BYTES - prefix_bytes };
  self->records_begin = CHARGE_SHELF_HEAD_BYTES + (gsize) ENTRY_BYTES * self->entries;
  return word_at (head + sizeof (guint64)) == self->entries && length >= self->records_begin
         && count <= length && count * self->record_bytes == length - self->records_begin;
}

gboolean
charge_shelf_index (const ChargeShelf *self, const guint8 *directory, guint64 *starts)
{
  starts[0] = 0;
  for (guint i = 0; i < self->entries; i++)
    {
      guint32 little;

      memcpy (&little, directory + (gsize) ENTRY_BYTES * i, sizeof little);
      starts[i + 1] = starts[i] + GUINT32_FROM_LE (little);
    }
  return starts[self->entries] == self->count;
}

guint
charge_shelf_entry (const ChargeShelf *self, const Hash128 *hash)
{
  const guint shift = self->entries == 1 ? 16 : self->entries == 256 ? 8 : 0;

  return (guint) keep (hash).prefix >> shift;
}

static KeptHash
record_at (const ChargeShelf *self, const guint8 *records, gsize index, guint16 prefix)
{
  const guint8 *record = records + index * self->record_bytes;
  const guint left = self->record_bytes - LOW_BYTES;

  if (left > 0)
    prefix = (guint16) ((prefix & 0xff00) | record[left - 1]);
  if (left > 1)
    prefix = (guint16) (record[0] << 8 | (prefix & 0xff));
  return (KeptHash){ .low = word_at (record + left), .prefix = prefix };
}

void
charge_shelf_find (const ChargeShelf *self, const guint8 *records, gsize count, const Hash128 *hash,
                   PairCount *found)
{
  const KeptHash plain = keep (hash);
  gsize low = 0, high = count;

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;
      const KeptHash there = record_at (self, records, middle, plain.prefix);

      if (compare_kept (&there, &plain) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < count; low++)
    {
      const KeptHash there = record_at (self, records, low, plain.prefix);

      if (there.prefix != plain.prefix || (there.low & ~PAIR_GROUPS_PEC_BIT) != plain.low)
        return;
      if (there.low == plain.low)
        found->plain++;
      else
        found->pec++;
    }
}
