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

struct UsageBook
{
  RowIds *ids;
  KeyTable *keys;
  GPtrArray *blocks; /* each of BLOCK_TALLIES tallies, by the numbers of their keys */
  GArray *double_credits;
  ArticlePool *articles;  /* of them */
  guint32 key[KEY_WIDTH]; /* of the row that is expected, or that was */
  gboolean is_expected;
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
    {
      g_free (tally_at (self, i)->aco);
      pec_tallies_free (tally_at (self, i)->pec);
    }
  g_ptr_array_set_size (self->blocks, 0);
  key_table_remove_all (self->keys);
}

void
usage_book_free (UsageBook *self)
{
  if (self == NULL)
    return;
  remove_all (self);
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
tally_of_key (UsageBook *self, const guint32 *key)
{
  const guint count = key_table_count (self->keys);
  const guint number = key_table_add (self->keys, key);

  if (number / BLOCK_TALLIES == self->blocks->len)
    g_ptr_array_add (self->blocks, g_new0 (UsageTally, BLOCK_TALLIES));
  UsageTally *tally = tally_at (self, number);
  if (number == count)
    begin_tally (self, tally, key, number);
  return tally;
}

void
usage_book_expect (UsageBook *self, const UsageRow *row, const RowNumbers *numbers)
{
  guint32 *key = self->key;

  key[KEY_CUSTOMER] = numbers->of[ROW_ID_CUSTOMER];
  key[KEY_DAY] = (guint32) row->usage_day;
  key[KEY_INVOICE] = numbers->of[ROW_ID_INVOICE];
  key[KEY_CURRENCY] = numbers->of[ROW_ID_CURRENCY];
  key[KEY_PRICING_CURRENCY] = numbers->of[ROW_ID_PRICING_CURRENCY];
  key[KEY_GIVEN]
      = (row->has_pricing_total ? GIVES_PRICING_TOTAL : 0) | (row->has_gross ? GIVES_GROSS : 0);
  key_table_expect (self->keys, key);
  self->is_expected = TRUE;
}

void
usage_book_fetch_expected (const UsageBook *self)
{
  guint number;

  if (!key_table_guess (self->keys, &number))
    return;
  const char *tally = (const char *) tally_at (self, number);
  __builtin_prefetch (tally, 1);
  __builtin_prefetch (tally + sizeof (UsageTally) / 2, 1);
}

static UsageTally *
tally_of_row (UsageBook *self, const UsageRow *row)
{
  if (!self->is_expected)
    {
      const RowNumbers numbers = row_ids_number_usage (self->ids, row);
      usage_book_expect (self, row, &numbers);
    }
  self->is_expected = FALSE;
  return tally_of_key (self, self->key);
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

static UsageCredit *
aco_of_tally (UsageTally *tally)
{
  if (tally->aco == NULL)
    tally->aco = g_new0 (UsageCredit, 1);
  return tally->aco;
}

static void
add_aco (UsageBook *self, UsageTally *tally, const UsageRow *row)
{
  UsageCredit *aco = aco_of_tally (tally);
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
add_pec (UsageTally *tally, const UsageRow *row)
{
  pec_tallies_add (&tally->pec, row->pec_percent, row->billing_total);
  tally->first_pec = position_first (tally->first_pec, row->at);
  if (!decimal_is_zero (row->billing_total))
    {
      tally->has_pec_value = TRUE;
      tally->first_pec_value = position_first (tally->first_pec_value, row->at);
    }
}

void
usage_book_add (UsageBook *self, const UsageRow *row)
{
  UsageTally *tally = tally_of_row (self, row);

  g_assert (!slice_is_empty (row->invoice));
  if (row->is_aco_credited)
    add_aco (self, tally, row);
  if (row->has_pec)
    add_pec (tally, row);
  if (!row->is_aco_credited && !row->has_pec)
    decimal_accumulate (&tally->plain, &row->billing_total);
}

static void
merge_aco (UsageTally *to, const UsageCredit *from)
{
  UsageCredit *aco = aco_of_tally (to);

  decimal_accumulate (&aco->net, &from->net);
  decimal_accumulate (&aco->gross, &from->gross);
  decimal_accumulate (&aco->pricing_net, &from->pricing_net);
  decimal_accumulate (&aco->pricing_gross, &from->pricing_gross);
  aco->first = position_first (aco->first, from->first);
  aco->first_net = position_first (aco->first_net, from->first_net);
  aco->first_gross = position_first (aco->first_gross, from->first_gross);
}

static void
merge_tally (UsageTally *to, const UsageTally *from)
{
  if (from->aco != NULL)
    merge_aco (to, from->aco);
  pec_tallies_merge (&to->pec, from->pec);
  to->first_pec = position_first (to->first_pec, from->first_pec);
  to->first_pec_value = position_first (to->first_pec_value, from->first_pec_value);
  to->has_pec_value = to->has_pec_value || from->has_pec_value;
  decimal_accumulate (&to->plain, &from->plain);
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
      UsageTally *tally = tally_of_key (self, key);
      merge_tally (tally, tally_at (later, i));
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
