/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/usage-book.h"

#include "core/book/article-pool.h"

/* What a key of the table is made of, in the order of the list. */
typedef enum
{
  KEY_CUSTOMER,
  KEY_DAY,
  KEY_INVOICE,
  KEY_CURRENCY,
  KEY_PRICING_CURRENCY,
  KEY_GIVEN, /* what its rows give */
  KEY_WIDTH
} KeyPart;

#define GIVES_PRICING_TOTAL 2
#define GIVES_GROSS 1

static const RowIdKind key_kinds[KEY_WIDTH]
    = { ROW_ID_CUSTOMER,         ROW_ID_NONE, ROW_ID_INVOICE, ROW_ID_CURRENCY,
        ROW_ID_PRICING_CURRENCY, ROW_ID_NONE };

#define BLOCK_TALLIES 256

/* A row whose tally may have to be waited for: its place is asked for when the row comes, its tally
   a few rows later, then what hangs on that, and when as many more have come it is added. */
typedef struct
{
  guint64 hash;
  guint32 key[KEY_WIDTH];
  guint tally; /* its number and one, most likely; 0: not known */
  gboolean has_pec;
  Position at;
  PackedDecimal total;
  PackedDecimal pec_percent;
} WaitingRow;

#define WAITING_MAX 16 /* a power of two */
#define ROWS_TO_GUESS 5
#define ROWS_TO_PEC 10

typedef struct
{
  WaitingRow rows[WAITING_MAX];
  guint first; /* counted on and on */
  guint end;
} WaitingRows;

struct UsageBook
{
  RowIds *ids;
  KeyTable *keys;
  GPtrArray *blocks; /* each of BLOCK_TALLIES tallies, by the numbers of their keys */
  GArray *double_credits;
  ArticlePool *articles; /* of them */
  WaitingRows *waiting;
  gboolean has_net; /* some ACO-credited row has a BillingPreTaxTotal other than 0 */
};

UsageBook *
usage_book_new (RowIds *ids)
{
  UsageBook *self = g_new0 (UsageBook, 1);

  self->ids = ids;
  self->keys = key_table_new (&ids->key, KEY_WIDTH);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->double_credits = g_array_new (FALSE, FALSE, sizeof (DoubleCredit));
  self->articles = article_pool_new ();
  self->waiting = g_new0 (WaitingRows, 1);
  return self;
}

static UsageTally *
tally_at (const UsageBook *self, guint number)
{
  UsageTally *block = g_ptr_array_index (self->blocks, number / BLOCK_TALLIES);
  return &block[number % BLOCK_TALLIES];
}

static void
remove_all (UsageBook *self)
{
  for (guint i = 0; i < key_table_count (self->keys); i++)
    usage_tally_clear (tally_at (self, i));
  g_ptr_array_set_size (self->blocks, 0);
  key_table_remove_all (self->keys);
}

void
usage_book_free (UsageBook *self)
{
  if (self == NULL)
    return;
  remove_all (self);
  g_free (self->waiting);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->double_credits);
  article_pool_free (self->articles);
  key_table_free (self->keys);
  row_ids_unref (self->ids);
  g_free (self);
}

static void
begin_tally (const UsageBook *self, UsageTally *tally, const guint32 *key, guint number)
{
  const RowIds *ids = self->ids;

  tally->customer = row_ids_text (ids, ROW_ID_CUSTOMER, key[KEY_CUSTOMER]);
  tally->invoice = row_ids_text (ids, ROW_ID_INVOICE, key[KEY_INVOICE]);
  tally->currency = row_ids_text (ids, ROW_ID_CURRENCY, key[KEY_CURRENCY]);
  tally->pricing_currency = row_ids_text (ids, ROW_ID_PRICING_CURRENCY, key[KEY_PRICING_CURRENCY]);
  tally->day = (Day) key[KEY_DAY];
  tally->has_pricing_total = (key[KEY_GIVEN] & GIVES_PRICING_TOTAL) != 0;
  tally->has_gross = (key[KEY_GIVEN] & GIVES_GROSS) != 0;
  tally->number = number;
}

static UsageTally *
tally_of_key (const UsageBook *self, const guint32 *key, guint64 hash)
{
  const guint count = key_table_count (self->keys);
  const guint number = key_table_add_expected (self->keys, key, hash);

  if (number / BLOCK_TALLIES == self->blocks->len)
    g_ptr_array_add (self->blocks, g_new0 (UsageTally, BLOCK_TALLIES));
  UsageTally *tally = tally_at (self, number);
  if (number == count)
    begin_tally (self, tally, key, number);
  return tally;
}

static void
note_double_credit (UsageBook *self, const UsageTally *tally, const UsageRow *row, Decimal net,
                    Decimal gross)
{
  if (!row->has_pec_column_percent || decimal_sign (row->pec_column_percent) <= 0)
    return;
  const DoubleCredit found
      = { .at = row->at,
          .tally = tally,
          .article = article_pool_hold (self->articles, row->product, row->sku),
          .net = net,
          .gross = gross };
  g_array_append_val (self->double_credits, found);
}

static void
add_aco (UsageBook *self, UsageTally *tally, const UsageRow *row)
{
  UsageCredit *aco = usage_tally_credit (tally);
  const Decimal net = decimal_absolute (row->billing_total);
  const Decimal gross = usage_row_gross_billing (row);
  const Decimal pricing_net = decimal_absolute (row->pricing_total);
  const Decimal pricing_gross = usage_row_gross_pricing (row);

  decimal_accumulate (&aco->net, &net);
  decimal_accumulate (&aco->gross, &gross);
  decimal_accumulate (&aco->pricing_net, &pricing_net);
  decimal_accumulate (&aco->pricing_gross, &pricing_gross);
  aco->first = position_first (aco->first, row->at);
  if (!decimal_is_zero (net))
    {
      self->has_net = TRUE;
      aco->first_net = position_first (aco->first_net, row->at);
    }
  if (!decimal_is_zero (gross))
    aco->first_gross = position_first (aco->first_gross, row->at);
  note_double_credit (self, tally, row, net, gross);
}

static void
add_pec (UsageTally *tally, const WaitingRow *row)
{
  const Decimal total = decimal_unpack (row->total);

  pec_tallies_add (&tally->pec, decimal_unpack (row->pec_percent), total);
  tally->first_pec = position_first (tally->first_pec, row->at);
  if (!decimal_is_zero (total))
    {
      tally->has_pec_value = TRUE;
      tally->first_pec_value = position_first (tally->first_pec_value, row->at);
    }
}

static void
add_row (const UsageBook *self, const WaitingRow *row)
{
  UsageTally *tally = tally_of_key (self, row->key, row->hash);

  if (row->has_pec)
    {
      add_pec (tally, row);
      return;
    }
  const Decimal total = decimal_unpack (row->total);
  decimal_sum_add (&tally->plain, &total);
}

static inline WaitingRow *
waiting_row (const UsageBook *self, guint place)
{
  return &self->waiting->rows[place % WAITING_MAX];
}

/* Nobody waits any longer. */
static void
settle (const UsageBook *self)
{
  WaitingRows *waiting = self->waiting;

  while (waiting->first != waiting->end)
    add_row (self, waiting_row (self, waiting->first++));
}

static inline void
fetch_tally (const UsageBook *self, WaitingRow *row)
{
  guint number;

  row->tally = 0;
  if (!key_table_guess (self->keys, row->hash, &number))
    return;
  const char *tally = (const char *) tally_at (self, number);
  __builtin_prefetch (tally, 1);
  __builtin_prefetch (tally + sizeof (UsageTally) - 1, 1);
  row->tally = number + 1;
}

static inline void
fetch_pec (const UsageBook *self, const WaitingRow *row)
{
  if (row->tally != 0 && row->has_pec)
    __builtin_prefetch (tally_at (self, row->tally - 1)->pec, 1);
}

static void
let_wait (UsageBook *self, const WaitingRow *row)
{
  WaitingRows *waiting = self->waiting;

  if (waiting->end - waiting->first == WAITING_MAX)
    add_row (self, waiting_row (self, waiting->first++));
  *waiting_row (self, waiting->end++) = *row;
  if (waiting->end - waiting->first > ROWS_TO_GUESS)
    fetch_tally (self, waiting_row (self, waiting->end - 1 - ROWS_TO_GUESS));
  if (waiting->end - waiting->first > ROWS_TO_PEC)
    fetch_pec (self, waiting_row (self, waiting->end - 1 - ROWS_TO_PEC));
}

static guint
what_is_given (gboolean pricing_total, gboolean gross)
{
  return (pricing_total ? GIVES_PRICING_TOTAL : 0) | (gross ? GIVES_GROSS : 0);
}

static void
make_key (const RowNumbers *numbers, Day day, guint given, guint32 *key)
{
  for (guint part = 0; part < KEY_WIDTH; part++)
    if (key_kinds[part] != ROW_ID_NONE)
      key[part] = numbers->of[key_kinds[part]];
  key[KEY_DAY] = (guint32) day;
  key[KEY_GIVEN] = given;
}

static void
set_key (const UsageBook *self, const UsageRow *row, const RowNumbers *numbers, WaitingRow *waiting)
{
  make_key (numbers, row->usage_day, what_is_given (row->has_pricing_total, row->has_gross),
            waiting->key);
  waiting->hash = key_table_expect (self->keys, waiting->key);
}

/* What ACO paid is seldom, and does not wait. */
void
usage_book_add (UsageBook *self, const UsageRow *row, const RowNumbers *known)
{
  const RowNumbers numbers = known != NULL ? *known : row_ids_number_usage (self->ids, row);
  WaitingRow waiting
      = { .at = row->at, .has_pec = row->has_pec, .total = decimal_pack (row->billing_total) };

  g_assert (!slice_is_empty (row->invoice));
  set_key (self, row, &numbers, &waiting);
  if (row->has_pec)
    waiting.pec_percent = decimal_pack (row->pec_percent);
  if (row->is_aco_credited)
    add_aco (self, tally_of_key (self, waiting.key, waiting.hash), row);
  if (row->has_pec || !row->is_aco_credited)
    let_wait (self, &waiting);
}

const UsageTally *
usage_book_join (UsageBook *self, const RowNumbers *numbers, const UsageTally *later)
{
  guint32 key[KEY_WIDTH];

  make_key (numbers, later->day, what_is_given (later->has_pricing_total, later->has_gross), key);
  UsageTally *tally = tally_of_key (self, key, key_table_expect (self->keys, key));
  usage_tally_merge (tally, later);
  self->has_net = self->has_net || (later->aco != NULL && position_is_set (later->aco->first_net));
  return tally;
}

void
usage_book_join_double_credit (UsageBook *self, const DoubleCredit *credit, Slice article)
{
  DoubleCredit joined = *credit;

  joined.article = article_pool_hold_text (self->articles, article);
  g_array_append_val (self->double_credits, joined);
}

static void
merge_double_credits (UsageBook *self, const UsageBook *later, const guint *numbers)
{
  for (guint i = 0; i < later->double_credits->len; i++)
    {
      DoubleCredit found = g_array_index (later->double_credits, DoubleCredit, i);

      found.tally = tally_at (self, numbers[found.tally->number]);
      g_array_append_val (self->double_credits, found);
    }
}

void
usage_book_merge (UsageBook *self, UsageBook *later)
{
  settle (self);
  settle (later);
  const guint count = key_table_count (later->keys);
  g_autofree guint *numbers = g_new (guint, count + 1); /* of the tallies, in @self */

  for (guint i = 0; i < count; i++)
    {
      const guint32 *from = key_table_key (later->keys, i);
      guint32 key[KEY_WIDTH];

      for (guint part = 0; part < KEY_WIDTH; part++)
        key[part] = key_kinds[part] != ROW_ID_NONE
                        ? row_ids_take (self->ids, later->ids, key_kinds[part], from[part])
                        : from[part];
      UsageTally *tally = tally_of_key (self, key, key_table_expect (self->keys, key));
      usage_tally_merge (tally, tally_at (later, i));
      numbers[i] = tally->number;
    }
  merge_double_credits (self, later, numbers);
  article_pool_absorb (self->articles, later->articles);
  self->has_net = self->has_net || later->has_net;
  later->has_net = FALSE;
  g_array_set_size (later->double_credits, 0);
  remove_all (later);
}

GPtrArray *
usage_book_list (const UsageBook *self)
{
  settle (self);
  g_autofree guint *sorted = row_ids_sorted (self->ids, self->keys, key_kinds, KEY_WIDTH);
  GPtrArray *list = g_ptr_array_sized_new (key_table_count (self->keys));

  for (guint i = 0; i < key_table_count (self->keys); i++)
    g_ptr_array_add (list, tally_at (self, sorted[i]));
  return list;
}

const GArray *
usage_book_double_credits (const UsageBook *self)
{
  return self->double_credits;
}

gboolean
usage_book_is_gross (const UsageBook *self)
{
  return !self->has_net;
}
