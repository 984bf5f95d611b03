/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-usage.h"

#include "core/book/shelf/shelf-tallies.h"
#include "core/book/shelf/shelf-texts.h"

/* What a tally gives, and has; bits. */
#define HAS_PRICING_TOTAL 1
#define HAS_GROSS 2
#define HAS_PEC_VALUE 4
#define HAS_ACO 8
#define FLAGS_ALL 15

static guint
flags_of (const UsageTally *tally)
{
  return (tally->has_pricing_total ? HAS_PRICING_TOTAL : 0U) | (tally->has_gross ? HAS_GROSS : 0U)
         | (tally->has_pec_value ? HAS_PEC_VALUE : 0U) | (tally->aco != NULL ? HAS_ACO : 0U);
}

static void
put_aco (ShelfWriter *self, const UsageCredit *aco)
{
  shelf_bytes_put_decimal (self, aco->net);
  shelf_bytes_put_decimal (self, aco->gross);
  shelf_bytes_put_decimal (self, aco->pricing_net);
  shelf_bytes_put_decimal (self, aco->pricing_gross);
  shelf_bytes_put_position (self, aco->first);
  shelf_bytes_put_position (self, aco->first_net);
  shelf_bytes_put_position (self, aco->first_gross);
}

static void
put_tally (ShelfWriter *self, const UsageTally *tally)
{
  shelf_bytes_put_id_text (self, ROW_ID_CUSTOMER, tally->customer);
  shelf_bytes_put_id_text (self, ROW_ID_INVOICE, tally->invoice);
  shelf_bytes_put_id_text (self, ROW_ID_CURRENCY, tally->currency);
  shelf_bytes_put_id_text (self, ROW_ID_PRICING_CURRENCY, tally->pricing_currency);
  shelf_bytes_put_number (self, (guint64) tally->day);
  shelf_bytes_put_number (self, flags_of (tally));
  shelf_bytes_put_sum (self, &tally->plain);
  shelf_tallies_put_pec (self, tally->pec);
  shelf_bytes_put_position (self, tally->first_pec);
  shelf_bytes_put_position (self, tally->first_pec_value);
  if (tally->aco != NULL)
    put_aco (self, tally->aco);
}

static void
put_double_credits (ShelfWriter *self, const UsageBook *book, GHashTable *places)
{
  const GArray *credits = usage_book_double_credits (book);
  g_autoptr (ShelfTexts) articles = shelf_texts_new ();

  shelf_bytes_put_number (self, credits->len);
  for (guint i = 0; i < credits->len; i++)
    {
      const DoubleCredit *credit = &g_array_index (credits, DoubleCredit, i);

      shelf_bytes_put_position (self, credit->at);
      shelf_bytes_put_number (self, GPOINTER_TO_UINT (g_hash_table_lookup (places, credit->tally)));
      shelf_texts_put (articles, self, credit->article);
      shelf_bytes_put_decimal (self, credit->net);
      shelf_bytes_put_decimal (self, credit->gross);
    }
}

void
shelf_usage_put (ShelfWriter *self, const UsageBook *book)
{
  g_autoptr (GPtrArray) tallies = usage_book_list (book);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  shelf_bytes_put_number (self, tallies->len);
  for (guint i = 0; i < tallies->len; i++)
    {
      put_tally (self, g_ptr_array_index (tallies, i));
      g_hash_table_insert (places, g_ptr_array_index (tallies, i), GUINT_TO_POINTER (i));
    }
  put_double_credits (self, book, places);
}

static void
take_aco (ShelfReader *self, UsageCredit *aco)
{
  aco->net = shelf_bytes_take_decimal (self);
  aco->gross = shelf_bytes_take_decimal (self);
  aco->pricing_net = shelf_bytes_take_decimal (self);
  aco->pricing_gross = shelf_bytes_take_decimal (self);
  aco->first = shelf_bytes_take_position (self);
  aco->first_net = shelf_bytes_take_position (self);
  aco->first_gross = shelf_bytes_take_position (self);
}

static void
take_values (ShelfReader *self, UsageTally *tally, UsageCredit *aco)
{
  tally->day = shelf_bytes_take_day (self);
  const guint64 flags = shelf_bytes_take_up_to (self, FLAGS_ALL);

  tally->has_pricing_total = (flags & HAS_PRICING_TOTAL) != 0;
  tally->has_gross = (flags & HAS_GROSS) != 0;
  tally->has_pec_value = (flags & HAS_PEC_VALUE) != 0;
  shelf_bytes_take_sum (self, &tally->plain);
  shelf_tallies_take_pec (self, &tally->pec);
  tally->first_pec = shelf_bytes_take_position (self);
  tally->first_pec_value = shelf_bytes_take_position (self);
  if (tally->day == DAY_NONE)
    shelf_bytes_fail (self, "daily usage without a day");
  if ((flags & HAS_ACO) == 0)
    return;
  take_aco (self, aco);
  tally->aco = aco;
}

/* NULL: a fault. */
static const UsageTally *
take_tally (ShelfReader *self, UsageBook *book)
{
  static const RowIdKind kinds[]
      = { ROW_ID_CUSTOMER, ROW_ID_INVOICE, ROW_ID_CURRENCY, ROW_ID_PRICING_CURRENCY };
  RowNumbers numbers = { { 0 } };
  UsageTally tally = { .number = 0 };
  UsageCredit aco = { .net = { 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    numbers.of[kinds[i]] = shelf_bytes_take_id (self, kinds[i]);
  take_values (self, &tally, &aco);
  const UsageTally *joined
      = shelf_bytes_is_good (self) ? usage_book_join (book, &numbers, &tally) : NULL;
  pec_tallies_free (tally.pec);
  decimal_sum_clear (&tally.plain);
  return joined;
}

static void
take_double_credits (ShelfReader *self, UsageBook *book, const GPtrArray *tallies)
{
  g_autoptr (ShelfTexts) articles = shelf_texts_new ();

  for (guint left = shelf_bytes_take_count (self, 5); left > 0; left--)
    {
      DoubleCredit credit = { .at = shelf_bytes_take_position (self) };
      const guint64 place = shelf_bytes_take_number (self);
      const Slice article = shelf_texts_take (articles, self);

      credit.net = shelf_bytes_take_decimal (self);
      credit.gross = shelf_bytes_take_decimal (self);
      if (place >= tallies->len)
        shelf_bytes_fail (self, "a tally that is not there");
      if (!shelf_bytes_is_good (self))
        return;
      credit.tally = g_ptr_array_index (tallies, place);
      usage_book_join_double_credit (book, &credit, article);
    }
}

void
shelf_usage_take (ShelfReader *self, UsageBook *book)
{
  g_autoptr (GPtrArray) tallies = g_ptr_array_new ();

  for (guint left = shelf_bytes_take_count (self, 10); left > 0; left--)
    g_ptr_array_add (tallies, (gpointer) (guintptr) take_tally (self, book));
  take_double_credits (self, book, tallies);
}
