/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_ROW_IDS_H
#define CORE_BOOK_ROW_IDS_H

#include <string.h>

#include "core/book/id-table.h"
#include "core/book/key-table.h"
#include "core/record/invoice-line.h"
#include "core/record/usage-row.h"

/** Of what kind an id of a row is; each kind has numbers of its own. */
typedef enum
{
  ROW_ID_CUSTOMER,
  ROW_ID_PARTNER,
  ROW_ID_AGREEMENT,
  ROW_ID_CREDIT_NAME, /* as given */
  ROW_ID_STATUS,
  ROW_ID_CURRENCY, /* both in upper case; what is not named here in lower case */
  ROW_ID_PRICING_CURRENCY,
  ROW_ID_INVOICE,
  ROW_ID_SUBSCRIPTION,
  ROW_ID_PRODUCT,
  ROW_ID_SKU,
  ROW_ID_AVAILABILITY,
  ROW_ID_KIND_COUNT
} RowIdKind;

/**
 * RowIds: the ids that rows name, as small numbers (see id-table), shared by books that are filled
 * together: each id is looked up once for all of them. Counted references, not for two threads at
 * a time.
 */
typedef struct
{
  HashKey key;     /* of these and other tables of the books */
  HashKey content; /* of hashes that stand for rows: the same in all books that meet */
  IdTable *tables[ROW_ID_KIND_COUNT];
  guint last[ROW_ID_KIND_COUNT]; /* of row_ids_add_again() */
  GPtrArray *wide;               /* of PackedDecimal; NULL: none yet */
  guint references;
} RowIds;

/** @key: of tables and rows; books that are merged must have the same. */
RowIds *row_ids_new (const HashKey *key);
/** The same with another key for rows, where books meet that other runs have made. */
RowIds *row_ids_new_kept (const HashKey *key, const HashKey *content);
RowIds *row_ids_ref (RowIds *self); /* gives @self */
void row_ids_unref (RowIds *self);

static inline guint
row_ids_add (RowIds *self, RowIdKind kind, Slice text)
{
  return id_table_add (self->tables[kind], text);
}

static inline const char *
row_ids_text (const RowIds *self, RowIdKind kind, guint id)
{
  return id_table_text (self->tables[kind], id);
}

/** An amount that takes more than 64 bits, of which there are hardly any: lives as long as the ids.
 */
const PackedDecimal *row_ids_keep_wide (RowIds *self, Decimal amount);

/** Whether @text is written like the id with this number. */
static inline gboolean
row_ids_is (const RowIds *self, RowIdKind kind, guint id, Slice text)
{
  const char *own = row_ids_text (self, kind, id);
  return strlen (own) == text.length && memcmp (own, text.text, text.length) == 0;
}

/** As row_ids_add(), for what is mostly the same as before. */
static inline guint
row_ids_add_again (RowIds *self, RowIdKind kind, Slice text)
{
  if (id_table_count (self->tables[kind]) == 0 || !row_ids_is (self, kind, self->last[kind], text))
    self->last[kind] = row_ids_add (self, kind, text);
  return self->last[kind];
}

/**
 * Whether the key of @keys whose ids are written as @texts is that with the number *number, or the
 * one behind; *number is then its number. @kinds and @texts: of each part of a key. Rows often come
 * in the order in which their keys came first.
 */
gboolean row_ids_find_near (const RowIds *self, const KeyTable *keys, const RowIdKind kinds[],
                            const Slice *texts, guint *number);

/** The ids of one row as numbers, by kind; what the row does not have or need is 0. */
typedef struct
{
  guint32 of[ROW_ID_KIND_COUNT];
} RowNumbers;

/** The ids of a billed row are looked up once, for all books. */
RowNumbers row_ids_number_line (RowIds *self, const InvoiceLine *line);
RowNumbers row_ids_number_usage (RowIds *self, const UsageRow *row);

/** The number in @self of what has the number @id in @later. */
static inline guint
row_ids_take (RowIds *self, RowIds *later, RowIdKind kind, guint id)
{
  return self == later ? id : id_table_take (self->tables[kind], later->tables[kind], id);
}

/** Of a part of a key that is no id. */
#define ROW_ID_NONE ROW_ID_KIND_COUNT

/**
 * The numbers of the keys of @table in the order of the texts of their ids; @kinds: what each part
 * of a key is. (transfer full)
 */
guint *row_ids_sorted (const RowIds *self, const KeyTable *table, const RowIdKind kinds[],
                       guint width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowIds, row_ids_unref)

#endif
