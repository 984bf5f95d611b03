/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/reversals.h"

#include <string.h>

#include "base/search.h"

/* A line of either side; what is equal but for @at belongs together. */
typedef struct
{
  Hash128 key;
  const char *currency;
  Decimal amount; /* more than 0 */
  Position at;
  Position taken_back; /* of a line that charges: the credit */
} ReversalLine;

struct Reversals
{
  GArray *charging; /* of ReversalLine, in the end by position */
};

static int
compare_hashes (Hash128 a, Hash128 b)
{
  if (a.high != b.high)
    return a.high < b.high ? -1 : 1;
  return a.low < b.low ? -1 : a.low > b.low;
}

static int
compare_likeness (gconstpointer a, gconstpointer b)
{
  const ReversalLine *x = a, *y = b;
  int order = compare_hashes (x->key, y->key);

  if (order == 0)
    order = strcmp (x->currency, y->currency);
  return order != 0 ? order : decimal_compare (x->amount, y->amount);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const ReversalLine *x = a, *y = b;
  const int order = compare_likeness (x, y);
  return order != 0 ? order : position_compare (x->at, y->at);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  return position_compare (((const ReversalLine *) a)->at, ((const ReversalLine *) b)->at);
}

static ReversalLine
line_of (const AcoLine *line, const Hash128 *key)
{
  return (ReversalLine){ .key = *key,
                         .currency = line->tally->currency,
                         .amount = decimal_absolute (decimal_unpack (line->credit)),
                         .at = line->at };
}

static void
take_charging (const AcoLine *line, const Hash128 *key, gpointer data)
{
  GArray *charging = data;

  if (decimal_sign (decimal_unpack (line->credit)) >= 0)
    return;
  const ReversalLine charge = line_of (line, key);
  g_array_append_val (charging, charge);
}

/* The credits that some line of @charging may take back. */
typedef struct
{
  const GArray *charging; /* sorted by likeness */
  GArray *credits;        /* of ReversalLine */
} CreditSearch;

static void
take_credit (const AcoLine *line, const Hash128 *key, gpointer data)
{
  const CreditSearch *search = data;

  if (decimal_sign (decimal_unpack (line->credit)) <= 0)
    return;
  const ReversalLine credit = line_of (line, key);
  const guint at = search_lower_bound (search->charging->data, search->charging->len,
                                       sizeof (ReversalLine), &credit, compare_likeness);
  if (at < search->charging->len
      && compare_likeness (&g_array_index (search->charging, ReversalLine, at), &credit) == 0)
    g_array_append_val (search->credits, credit);
}

/* Both are sorted: of lines that are alike the first takes back the first, and so on. */
static void
join (GArray *charging, const GArray *credits)
{
  guint at = 0;

  for (guint i = 0; i < charging->len && at < credits->len; i++)
    {
      ReversalLine *charge = &g_array_index (charging, ReversalLine, i);

      while (at < credits->len
             && compare_likeness (&g_array_index (credits, ReversalLine, at), charge) < 0)
        at++;
      if (at < credits->len
          && compare_likeness (&g_array_index (credits, ReversalLine, at), charge) == 0)
        charge->taken_back = g_array_index (credits, ReversalLine, at++).at;
    }
}

typedef void (*CreditKeyFunc) (const AcoLine *line, const Hash128 *key, gpointer data);

/* Every ACO credit line with price and quantity, with its pair key but for the invoice. */
static void
walk_credit_keys (const ChargeBook *charges, CreditKeyFunc func, gpointer data)
{
  const PairBook *pairs = charge_book_pair_book (charges);
  const GArray *lines = charge_book_aco_lines (charges);
  PairWish key;

  for (guint i = 0; i < lines->len; i++)
    if (pair_book_credit (pairs, i, &key))
      {
        const Hash128 rest = pair_credits_rest (&key);
        func (&g_array_index (lines, AcoLine, i), &rest, data);
      }
}

Reversals *
reversals_new (const ChargeBook *charges)
{
  Reversals *self = g_new0 (Reversals, 1);

  self->charging = g_array_new (FALSE, FALSE, sizeof (ReversalLine));
  walk_credit_keys (charges, take_charging, self->charging);
  if (self->charging->len == 0)
    return self;
  g_autoptr (GArray) credits = g_array_new (FALSE, FALSE, sizeof (ReversalLine));
  CreditSearch search = { .charging = self->charging, .credits = credits };
  g_array_sort (self->charging, compare_lines);
  walk_credit_keys (charges, take_credit, &search);
  g_array_sort (credits, compare_lines);
  join (self->charging, credits);
  g_array_sort (self->charging, compare_positions);
  return self;
}

void
reversals_free (Reversals *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->charging);
  g_free (self);
}

Position
reversals_find (const Reversals *self, Position reversal)
{
  const ReversalLine wanted = { .at = reversal };
  guint at;

  if (!g_array_binary_search (self->charging, &wanted, compare_positions, &at))
    return (Position){ 0 };
  return g_array_index (self->charging, ReversalLine, at).taken_back;
}
