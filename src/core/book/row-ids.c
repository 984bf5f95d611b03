/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/row-ids.h"

static IdCase
case_of_kind (guint kind)
{
  if (kind == ROW_ID_CREDIT_NAME)
    return ID_EXACT;
  return kind == ROW_ID_CURRENCY || kind == ROW_ID_PRICING_CURRENCY ? ID_UPPER : ID_LOWER;
}

RowIds *
row_ids_new (const HashKey *key)
{
  return row_ids_new_kept (key, key);
}

RowIds *
row_ids_new_kept (const HashKey *key, const HashKey *content)
{
  RowIds *self = g_new0 (RowIds, 1);

  self->key = *key;
  self->content = *content;
  self->references = 1;
  for (guint kind = 0; kind < ROW_ID_KIND_COUNT; kind++)
    self->tables[kind] = id_table_new (key, case_of_kind (kind));
  return self;
}

RowIds *
row_ids_ref (RowIds *self)
{
  self->references++;
  return self;
}

void
row_ids_unref (RowIds *self)
{
  if (--self->references > 0)
    return;
  for (guint kind = 0; kind < ROW_ID_KIND_COUNT; kind++)
    id_table_free (self->tables[kind]);
  g_clear_pointer (&self->wide, g_ptr_array_unref);
  g_free (self);
}

gboolean
row_ids_find_near (const RowIds *self, const KeyTable *keys, const RowIdKind kinds[],
                   const Slice *texts, guint *number)
{
  const guint count = key_table_count (keys), width = key_table_width (keys);
  const guint near[] = { *number, *number + 1 < count ? *number + 1 : 0 };

  for (guint i = 0; i < G_N_ELEMENTS (near) && count > 0; i++)
    {
      const guint32 *key = key_table_key (keys, near[i]);
      guint same = 0;

      while (same < width && row_ids_is (self, kinds[same], key[same], texts[same]))
        same++;
      *number = near[i];
      if (same == width)
        return TRUE;
    }
  return FALSE;
}

const PackedDecimal *
row_ids_keep_wide (RowIds *self, Decimal amount)
{
  const PackedDecimal packed = decimal_pack (amount);
  PackedDecimal *kept = g_memdup2 (&packed, sizeof packed);

  if (self->wide == NULL)
    self->wide = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->wide, kept);
  return kept;
}

guint *
row_ids_sorted (const RowIds *self, const KeyTable *table, const RowIdKind kinds[], guint width)
{
  guint *ranks[KEY_TABLE_WIDTH_MAX] = { NULL };

  for (guint part = 0; part < width; part++)
    if (kinds[part] != ROW_ID_NONE)
      ranks[part] = id_table_ranks (self->tables[kinds[part]]);
  guint *sorted = key_table_sorted (table, ranks);
  for (guint part = 0; part < width; part++)
    g_free (ranks[part]);
  return sorted;
}

/* The ids of a run of cells, from @notes (or NULL) where they are noted. */
static inline void
number_run (RowIds *self, RunNotes *notes, const RowIdKind *kinds, const Slice *texts, guint count,
            RowNumbers *numbers)
{
  const guint32 *noted = run_notes_numbers (notes, self);
  guint32 fresh[RUN_NOTES_NUMBERS];

  if (noted == NULL)
    {
      for (guint i = 0; i < count; i++)
        fresh[i] = kinds[i] == ROW_ID_PARTNER && slice_is_empty (texts[i])
                       ? 0
                       : row_ids_add (self, kinds[i], texts[i]);
      run_notes_keep_numbers (notes, self, fresh, count);
      noted = fresh;
    }
  for (guint i = 0; i < count; i++)
    numbers->of[kinds[i]] = noted[i];
}

static inline void
number_one (RowIds *self, RunNotes *notes, RowIdKind kind, Slice text, RowNumbers *numbers)
{
  number_run (self, notes, &kind, &text, 1, numbers);
}

static const RowIdKind customer_kinds[] = { ROW_ID_CUSTOMER, ROW_ID_PARTNER, ROW_ID_INVOICE };
static const RowIdKind product_kinds[] = { ROW_ID_PRODUCT, ROW_ID_SKU, ROW_ID_AVAILABILITY };

RowNumbers
row_ids_number_line (RowIds *self, const InvoiceLine *line)
{
  const InvoiceNotes *notes = &line->notes;
  const Slice customer[] = { line->customer, line->partner, line->invoice };
  const Slice product[] = { line->product, line->sku, line->availability };
  RowNumbers numbers = { { 0 } };

  number_run (self, notes->customer, customer_kinds, customer, 3, &numbers);
  number_run (self, notes->product, product_kinds, product, 3, &numbers);
  number_one (self, notes->currency, ROW_ID_CURRENCY, line->currency, &numbers);
  number_one (self, notes->pricing, ROW_ID_PRICING_CURRENCY, line->pricing_currency, &numbers);
  number_one (self, notes->plan, ROW_ID_SUBSCRIPTION, line->subscription, &numbers);
  return numbers;
}

RowNumbers
row_ids_number_usage (RowIds *self, const UsageRow *row)
{
  const UsageNotes *notes = &row->notes;
  const Slice customer[] = { row->customer, row->partner, row->invoice };
  const Slice product[] = { row->product, row->sku, row->availability };
  RowNumbers numbers = { { 0 } };

  number_run (self, notes->customer, customer_kinds, customer, 3, &numbers);
  number_run (self, notes->product, product_kinds, product, 3, &numbers);
  number_one (self, notes->currency, ROW_ID_CURRENCY, row->currency, &numbers);
  number_one (self, notes->pricing, ROW_ID_PRICING_CURRENCY, row->pricing_currency, &numbers);
  number_one (self, notes->subscription, ROW_ID_SUBSCRIPTION, row->subscription, &numbers);
  return numbers;
}
