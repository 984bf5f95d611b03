/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/product-book.h"

/* What a key of the table is made of, in the order of the list. */
typedef enum
{
  KEY_CUSTOMER,
  KEY_SUBSCRIPTION,
  KEY_PRODUCT,
  KEY_SKU,
  KEY_AVAILABILITY,
  KEY_CURRENCY,
  KEY_INVOICE,
  KEY_USAGE_MONTH, /* MONTH_NONE: charges */
  KEY_PERCENT,     /* its number, counted from 1; 0: none */
  KEY_WIDTH
} KeyPart;

static const RowIdKind key_kinds[KEY_WIDTH]
    = { ROW_ID_CUSTOMER, ROW_ID_SUBSCRIPTION, ROW_ID_PRODUCT, ROW_ID_SKU, ROW_ID_AVAILABILITY,
        ROW_ID_CURRENCY, ROW_ID_INVOICE,      ROW_ID_NONE,    ROW_ID_NONE };

#define BLOCK_GROUPS 256

/* A row whose group may have to be waited for: its place is asked for when the row comes, its group
   a few rows later, and when as many more have come it is added. */
typedef struct
{
  guint64 hash;
  guint32 key[KEY_WIDTH];
  Position at;
  PackedDecimal amount;
} WaitingRow;

#define WAITING_MAX 16 /* a power of two */
#define ROWS_TO_GUESS 6

typedef struct
{
  WaitingRow rows[WAITING_MAX];
  guint first; /* counted on and on */
  guint end;
} WaitingRows;

struct ProductBook
{
  RowIds *ids;
  KeyTable *keys;
  GPtrArray *blocks;    /* each of BLOCK_GROUPS groups, by the numbers of their keys */
  IdTable *percents;    /* by their canonical bytes */
  GArray *percent_list; /* of PackedDecimal, by number */
  Decimal last_percent; /* that of the row before: they are few */
  guint last_percent_number;
  WaitingRows *waiting;
  gboolean has_usage;
};

ProductBook *
product_book_new (RowIds *ids)
{
  ProductBook *self = g_new0 (ProductBook, 1);

  self->ids = ids;
  self->keys = key_table_new (&ids->key, KEY_WIDTH);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->percents = id_table_new (&ids->key, ID_EXACT);
  self->percent_list = g_array_new (FALSE, FALSE, sizeof (PackedDecimal));
  self->waiting = g_new0 (WaitingRows, 1);
  return self;
}

static ProductGroup *
group_at (const ProductBook *self, guint number)
{
  ProductGroup *block = g_ptr_array_index (self->blocks, number / BLOCK_GROUPS);
  return &block[number % BLOCK_GROUPS];
}

static void
clear_groups (ProductBook *self)
{
  for (guint i = 0; i < key_table_count (self->keys); i++)
    {
      decimal_sum_clear (&group_at (self, i)->sum);
      g_clear_pointer (&group_at (self, i)->aco, g_free);
    }
}

void
product_book_free (ProductBook *self)
{
  if (self == NULL)
    return;
  clear_groups (self);
  g_ptr_array_unref (self->blocks);
  g_free (self->waiting);
  g_array_unref (self->percent_list);
  id_table_free (self->percents);
  key_table_free (self->keys);
  row_ids_unref (self->ids);
  g_free (self);
}

static guint32
number_of_percent (ProductBook *self, Decimal percent)
{
  guint8 bytes[DECIMAL_CANONICAL_BYTES];

  if (self->last_percent_number != 0 && decimal_equal (percent, self->last_percent))
    return self->last_percent_number;
  const Slice text = { (const char *) bytes, decimal_canonical_magnitude (percent, bytes) };
  const guint id = id_table_add (self->percents, text);
  const PackedDecimal packed = decimal_pack (percent);

  if (id == self->percent_list->len)
    g_array_append_val (self->percent_list, packed);
  self->last_percent = percent;
  return self->last_percent_number = id + 1;
}

static void
begin_group (const ProductBook *self, ProductGroup *group, const guint32 *key)
{
  const RowIds *ids = self->ids;

  group->customer = row_ids_text (ids, ROW_ID_CUSTOMER, key[KEY_CUSTOMER]);
  group->invoice = row_ids_text (ids, ROW_ID_INVOICE, key[KEY_INVOICE]);
  group->subscription = row_ids_text (ids, ROW_ID_SUBSCRIPTION, key[KEY_SUBSCRIPTION]);
  group->product = row_ids_text (ids, ROW_ID_PRODUCT, key[KEY_PRODUCT]);
  group->sku = row_ids_text (ids, ROW_ID_SKU, key[KEY_SKU]);
  group->availability = row_ids_text (ids, ROW_ID_AVAILABILITY, key[KEY_AVAILABILITY]);
  group->currency = row_ids_text (ids, ROW_ID_CURRENCY, key[KEY_CURRENCY]);
  group->usage_month = (Month) key[KEY_USAGE_MONTH];
  group->is_usage = group->usage_month != MONTH_NONE;
  group->has_pec = key[KEY_PERCENT] != 0;
  if (group->has_pec)
    group->pec_percent = g_array_index (self->percent_list, PackedDecimal, key[KEY_PERCENT] - 1);
}

static ProductGroup *
group_of_key (const ProductBook *self, const guint32 *key, guint64 hash)
{
  const guint count = key_table_count (self->keys);
  const guint number = key_table_add_expected (self->keys, key, hash);

  if (number / BLOCK_GROUPS == self->blocks->len)
    g_ptr_array_add (self->blocks, g_new0 (ProductGroup, BLOCK_GROUPS));
  ProductGroup *group = group_at (self, number);
  if (number == count)
    begin_group (self, group, key);
  return group;
}

static void
add_row (const ProductBook *self, const WaitingRow *row)
{
  ProductGroup *group = group_of_key (self, row->key, row->hash);
  const Decimal amount = decimal_unpack (row->amount);

  group->rows++;
  decimal_sum_add (&group->sum, &amount);
  group->first = position_first (group->first, row->at);
}

static inline WaitingRow *
waiting_row (const ProductBook *self, guint place)
{
  return &self->waiting->rows[place % WAITING_MAX];
}

/* Nobody waits any longer. */
static void
settle (const ProductBook *self)
{
  WaitingRows *waiting = self->waiting;

  while (waiting->first != waiting->end)
    add_row (self, waiting_row (self, waiting->first++));
}

static inline void
fetch_group (const ProductBook *self, const WaitingRow *row)
{
  guint number;

  if (key_table_guess (self->keys, row->hash, &number))
    __builtin_prefetch (group_at (self, number), 1);
}

static void
let_wait (ProductBook *self, const WaitingRow *row)
{
  WaitingRows *waiting = self->waiting;

  if (waiting->end - waiting->first == WAITING_MAX)
    add_row (self, waiting_row (self, waiting->first++));
  *waiting_row (self, waiting->end++) = *row;
  if (waiting->end - waiting->first > ROWS_TO_GUESS)
    fetch_group (self, waiting_row (self, waiting->end - 1 - ROWS_TO_GUESS));
}

static void
make_key (const RowNumbers *numbers, Month usage_month, guint32 percent, guint32 *key)
{
  for (guint part = 0; part < KEY_WIDTH; part++)
    if (key_kinds[part] != ROW_ID_NONE)
      key[part] = numbers->of[key_kinds[part]];
  key[KEY_USAGE_MONTH] = (guint32) usage_month;
  key[KEY_PERCENT] = percent;
}

static void
set_key (const ProductBook *self, const RowNumbers *numbers, Month usage_month, guint32 percent,
         WaitingRow *row)
{
  make_key (numbers, usage_month, percent, row->key);
  row->hash = key_table_expect (self->keys, row->key);
}

void
product_book_add_charge (ProductBook *self, const InvoiceLine *line, const RowNumbers *known)
{
  const RowNumbers numbers = known != NULL ? *known : row_ids_number_line (self->ids, line);
  WaitingRow row = { .at = line->at, .amount = decimal_pack (line->subtotal) };

  set_key (self, &numbers, MONTH_NONE,
           line->has_pec ? number_of_percent (self, line->pec_percent) : 0, &row);
  let_wait (self, &row);
}

static ProductCredit *
credit_of_group (ProductGroup *group)
{
  if (group->aco == NULL)
    group->aco = g_new0 (ProductCredit, 1);
  return group->aco;
}

/* What ACO paid is seldom, and does not wait. */
static void
add_credited (const ProductBook *self, const WaitingRow *waiting, const UsageRow *row)
{
  ProductGroup *group = group_of_key (self, waiting->key, waiting->hash);
  ProductCredit *aco = credit_of_group (group);
  const Decimal net = decimal_absolute (row->billing_total);
  const Decimal gross = usage_row_gross_billing (row);

  group->rows++;
  group->first = position_first (group->first, row->at);
  decimal_accumulate (&aco->net, &net);
  decimal_accumulate (&aco->gross, &gross);
}

void
product_book_add_usage (ProductBook *self, const UsageRow *row, const RowNumbers *known)
{
  const RowNumbers numbers = known != NULL ? *known : row_ids_number_usage (self->ids, row);
  /* What ACO covers is charged at list price: its row belongs to the charges without PEC. */
  const gboolean has_pec = row->has_pec && !row->is_aco_credited;
  WaitingRow waiting = { .at = row->at, .amount = decimal_pack (row->billing_total) };

  set_key (self, &numbers, calendar_month_of (row->usage_day),
           has_pec ? number_of_percent (self, row->pec_percent) : 0, &waiting);
  if (row->is_aco_credited)
    add_credited (self, &waiting, row);
  else
    let_wait (self, &waiting);
  self->has_usage = TRUE;
}

/* The credit of @from goes over or is added. */
static void
merge_group (ProductGroup *to, ProductGroup *from)
{
  to->rows += from->rows;
  decimal_sum_add_sum (&to->sum, &from->sum);
  to->first = position_first (to->first, from->first);
  if (from->aco == NULL)
    return;
  ProductCredit *aco = credit_of_group (to);
  decimal_accumulate (&aco->net, &from->aco->net);
  decimal_accumulate (&aco->gross, &from->aco->gross);
}

void
product_book_join (ProductBook *self, const RowNumbers *numbers, ProductGroup *later)
{
  guint32 key[KEY_WIDTH];

  make_key (numbers, later->usage_month,
            later->has_pec ? number_of_percent (self, decimal_unpack (later->pec_percent)) : 0,
            key);
  merge_group (group_of_key (self, key, key_table_expect (self->keys, key)), later);
  self->has_usage = self->has_usage || later->usage_month != MONTH_NONE;
}

void
product_book_foreach (const ProductBook *self, ProductFunc func, gpointer data)
{
  RowNumbers numbers = { { 0 } };

  settle (self);
  for (guint i = 0; i < key_table_count (self->keys); i++)
    {
      const guint32 *key = key_table_key (self->keys, i);

      for (guint part = 0; part < KEY_WIDTH; part++)
        if (key_kinds[part] != ROW_ID_NONE)
          numbers.of[key_kinds[part]] = key[part];
      func (&numbers, group_at (self, i), data);
    }
}

static void
take_key (ProductBook *self, ProductBook *later, const guint32 *from, guint32 *key)
{
  for (guint part = 0; part < KEY_WIDTH; part++)
    key[part] = key_kinds[part] != ROW_ID_NONE
                    ? row_ids_take (self->ids, later->ids, key_kinds[part], from[part])
                    : from[part];
  if (from[KEY_PERCENT] != 0)
    key[KEY_PERCENT] = number_of_percent (
        self,
        decimal_unpack (g_array_index (later->percent_list, PackedDecimal, from[KEY_PERCENT] - 1)));
}

void
product_book_merge (ProductBook *self, ProductBook *later)
{
  settle (self);
  settle (later);
  for (guint i = 0; i < key_table_count (later->keys); i++)
    {
      guint32 key[KEY_WIDTH];

      take_key (self, later, key_table_key (later->keys, i), key);
      merge_group (group_of_key (self, key, key_table_expect (self->keys, key)),
                   group_at (later, i));
    }
  self->has_usage = self->has_usage || later->has_usage;
  later->has_usage = FALSE;
  clear_groups (later);
  g_ptr_array_set_size (later->blocks, 0);
  key_table_remove_all (later->keys);
}

static int
compare_percents (gconstpointer a, gconstpointer b, gpointer percents)
{
  const GArray *list = percents;

  return decimal_compare (
      decimal_unpack (g_array_index (list, PackedDecimal, *(const guint *) a - 1)),
      decimal_unpack (g_array_index (list, PackedDecimal, *(const guint *) b - 1)));
}

/* By number, counted from 1: its place by value; 0 stays before all. (transfer full) */
static guint *
ranks_of_percents (const ProductBook *self)
{
  const guint count = self->percent_list->len;
  g_autofree guint *order = g_new (guint, count + 1);
  guint *ranks = g_new0 (guint, count + 1);

  for (guint i = 0; i < count; i++)
    order[i] = i + 1;
  g_qsort_with_data (order, (int) count, sizeof order[0], compare_percents, self->percent_list);
  for (guint i = 0; i < count; i++)
    ranks[order[i]] = i + 1;
  return ranks;
}

GPtrArray *
product_book_list (const ProductBook *self)
{
  settle (self);
  GPtrArray *list = g_ptr_array_sized_new (key_table_count (self->keys));
  guint *ranks[KEY_WIDTH] = { NULL };

  for (guint part = 0; part < KEY_WIDTH; part++)
    if (key_kinds[part] != ROW_ID_NONE)
      ranks[part] = id_table_ranks (self->ids->tables[key_kinds[part]]);
  ranks[KEY_PERCENT] = ranks_of_percents (self);
  g_autofree guint *sorted = key_table_sorted (self->keys, ranks);
  for (guint i = 0; i < key_table_count (self->keys); i++)
    g_ptr_array_add (list, group_at (self, sorted[i]));
  for (guint part = 0; part < KEY_WIDTH; part++)
    g_free (ranks[part]);
  return list;
}

gboolean
product_book_has_usage (const ProductBook *self)
{
  return self->has_usage;
}
