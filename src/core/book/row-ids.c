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
