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
  RowIds *self = g_new0 (RowIds, 1);

  self->key = *key;
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
  g_free (self);
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

RowNumbers
row_ids_number_line (RowIds *self, const InvoiceLine *line)
{
  RowNumbers numbers = { { 0 } };

  numbers.of[ROW_ID_CUSTOMER] = row_ids_add (self, ROW_ID_CUSTOMER, line->customer);
  if (!slice_is_empty (line->partner))
    numbers.of[ROW_ID_PARTNER] = row_ids_add (self, ROW_ID_PARTNER, line->partner);
  numbers.of[ROW_ID_CURRENCY] = row_ids_add (self, ROW_ID_CURRENCY, line->currency);
  numbers.of[ROW_ID_PRICING_CURRENCY]
      = row_ids_add (self, ROW_ID_PRICING_CURRENCY, line->pricing_currency);
  numbers.of[ROW_ID_INVOICE] = row_ids_add (self, ROW_ID_INVOICE, line->invoice);
  numbers.of[ROW_ID_SUBSCRIPTION] = row_ids_add (self, ROW_ID_SUBSCRIPTION, line->subscription);
  numbers.of[ROW_ID_PRODUCT] = row_ids_add (self, ROW_ID_PRODUCT, line->product);
  numbers.of[ROW_ID_SKU] = row_ids_add (self, ROW_ID_SKU, line->sku);
  numbers.of[ROW_ID_AVAILABILITY] = row_ids_add (self, ROW_ID_AVAILABILITY, line->availability);
  return numbers;
}

RowNumbers
row_ids_number_usage (RowIds *self, const UsageRow *row)
{
  RowNumbers numbers = { { 0 } };

  numbers.of[ROW_ID_CUSTOMER] = row_ids_add (self, ROW_ID_CUSTOMER, row->customer);
  if (!slice_is_empty (row->partner))
    numbers.of[ROW_ID_PARTNER] = row_ids_add (self, ROW_ID_PARTNER, row->partner);
  numbers.of[ROW_ID_CURRENCY] = row_ids_add (self, ROW_ID_CURRENCY, row->currency);
  numbers.of[ROW_ID_PRICING_CURRENCY]
      = row_ids_add (self, ROW_ID_PRICING_CURRENCY, row->pricing_currency);
  numbers.of[ROW_ID_INVOICE] = row_ids_add (self, ROW_ID_INVOICE, row->invoice);
  numbers.of[ROW_ID_SUBSCRIPTION] = row_ids_add (self, ROW_ID_SUBSCRIPTION, row->subscription);
  numbers.of[ROW_ID_PRODUCT] = row_ids_add (self, ROW_ID_PRODUCT, row->product);
  numbers.of[ROW_ID_SKU] = row_ids_add (self, ROW_ID_SKU, row->sku);
  numbers.of[ROW_ID_AVAILABILITY] = row_ids_add (self, ROW_ID_AVAILABILITY, row->availability);
  return numbers;
}
