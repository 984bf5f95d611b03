/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-repeats.h"

#include <string.h>

#include "core/mca/mca-amount.h"

/* How one kind of resource is told apart and compared. */
typedef struct
{
  gsize size;
  int (*order) (const McaOrigin *a, const McaOrigin *b); /* 0: the same resource */
  gboolean (*can_repeat) (const McaOrigin *origin);
  gboolean (*is_equal) (gconstpointer a, gconstpointer b);
  Amount (*figure) (gconstpointer resource);
  const char *(*currency) (gconstpointer resource);
  gboolean is_profile;
} Kind;

/* Comparing values */

static gboolean
is_same_text (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

static gboolean
is_same_amount (const McaAmount *a, const McaAmount *b)
{
  return amount_order (&a->amount, &b->amount) == 0 && is_same_text (a->currency, b->currency);
}

static gboolean
is_same_balance (gconstpointer first, gconstpointer second)
{
  const McaBalance *a = first, *b = second;

  return is_same_amount (&a->estimated, &b->estimated) && is_same_amount (&a->current, &b->current)
         && is_same_amount (&a->adjustments, &b->adjustments)
         && is_same_amount (&a->expired, &b->expired) && is_same_amount (&a->charges, &b->charges)
         && is_same_text (a->credit_currency, b->credit_currency)
         && a->is_estimated == b->is_estimated;
}

static gboolean
is_same_lot (gconstpointer first, gconstpointer second)
{
  const McaLot *a = first, *b = second;

  return is_same_amount (&a->original, &b->original)
         && is_same_amount (&a->remaining, &b->remaining) && is_same_text (a->source, b->source)
         && a->start == b->start && a->expiration == b->expiration
         && is_same_text (a->po_number, b->po_number) && is_same_text (a->status, b->status)
         && is_same_text (a->credit_currency, b->credit_currency)
         && is_same_text (a->billing_currency, b->billing_currency)
         && a->is_estimated == b->is_estimated;
}

static gboolean
is_same_event (gconstpointer first, gconstpointer second)
{
  const McaEvent *a = first, *b = second;

  return a->date == b->date && is_same_text (a->description, b->description)
         && is_same_amount (&a->new_credit, &b->new_credit)
         && is_same_amount (&a->adjustments, &b->adjustments)
         && is_same_amount (&a->expired, &b->expired) && is_same_amount (&a->charges, &b->charges)
         && is_same_amount (&a->canceled, &b->canceled) && is_same_amount (&a->closing, &b->closing)
         && is_same_text (a->type, b->type) && is_same_text (a->invoice, b->invoice)
         && is_same_text (a->billing_profile, b->billing_profile)
         && is_same_text (a->credit_currency, b->credit_currency)
         && a->is_estimated == b->is_estimated;
}

/* The kinds */

static int
compare_ids (const McaOrigin *a, const McaOrigin *b)
{
  return g_strcmp0 (a->id, b->id);
}

static int
compare_profiles (const McaOrigin *a, const McaOrigin *b)
{
  const int order = g_strcmp0 (a->account_id, b->account_id);

  return order != 0 ? order : g_strcmp0 (a->profile_id, b->profile_id);
}

static gboolean
has_id (const McaOrigin *origin)
{
  return origin->id != NULL;
}

static gboolean
always (const McaOrigin *origin G_GNUC_UNUSED)
{
  return TRUE;
}

static Amount
current_of (gconstpointer balance)
{
  return ((const McaBalance *) balance)->current.amount;
}

static Amount
remaining_of (gconstpointer lot)
{
  return ((const McaLot *) lot)->remaining.amount;
}

static Amount
closing_of (gconstpointer event)
{
  return ((const McaEvent *) event)->closing.amount;
}

static const char *
currency_of_balance (gconstpointer balance)
{
  return mca_amount_currency_of_balance (balance);
}

static const char *
currency_of_lot (gconstpointer lot)
{
  return mca_amount_currency_of_lot (lot);
}

static const char *
currency_of_event (gconstpointer event)
{
  return mca_amount_currency_of_event (event);
}

static const Kind balances = { sizeof (McaBalance), compare_profiles,    always, is_same_balance,
                               current_of,          currency_of_balance, TRUE };
static const Kind lots
    = { sizeof (McaLot), compare_ids, has_id, is_same_lot, remaining_of, currency_of_lot, FALSE };
static const Kind events = { sizeof (McaEvent), compare_ids,       has_id, is_same_event,
                             closing_of,        currency_of_event, FALSE };

/* Every resource begins with its origin. */
static McaOrigin *
at (const GArray *resources, const Kind *kind, guint index)
{
  return (McaOrigin *) (gpointer) (resources->data + index * kind->size);
}

typedef struct
{
  const GArray *resources;
  const Kind *kind;
} Sorting;

static int
compare_indices (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *self = data;
  const guint x = *(const guint *) a, y = *(const guint *) b;
  const int order = self->kind->order (at (self->resources, self->kind, x),
                                       at (self->resources, self->kind, y));

  return order != 0 ? order : (x > y) - (x < y);
}

/* The one at @index stands for the same as the one at @first, which counts so far. */
static void
take_repeat (GArray *resources, const Kind *kind, guint first, guint index, GArray *repeats)
{
  McaOrigin *earlier = at (resources, kind, first), *later = at (resources, kind, index);
  McaRepeat repeat = { .origin = *later,
                       .is_profile = kind->is_profile,
                       .currency = kind->currency (later),
                       .differs = !kind->is_equal (earlier, later),
                       .difference = decimal_from_int (0) };

  if (repeat.differs)
    {
      const guint64 place = earlier->place;
      repeat.difference = decimal_subtract (mca_amount_or_zero (kind->figure (later)),
                                            mca_amount_or_zero (kind->figure (earlier)));
      memcpy (earlier, later, kind->size);
      earlier->place = place;
    }
  g_array_append_val (repeats, repeat);
}

static void
keep_those_that_count (GArray *resources, const Kind *kind, const gboolean *is_out)
{
  guint kept = 0;

  for (guint i = 0; i < resources->len; i++)
    if (!is_out[i])
      {
        if (kept != i)
          memcpy (at (resources, kind, kept), at (resources, kind, i), kind->size);
        kept++;
      }
  g_array_set_size (resources, kept);
}

static void
take_out (GArray *resources, const Kind *kind, GArray *repeats)
{
  g_autofree guint *order = g_new (guint, resources->len);
  g_autofree gboolean *is_out = g_new0 (gboolean, resources->len);
  Sorting sorting = { resources, kind };
  gboolean is_any_out = FALSE;

  for (guint i = 0; i < resources->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) resources->len, sizeof *order, compare_indices, &sorting);
  for (guint i = 1, first = 0; i < resources->len; i++)
    {
      const McaOrigin *origin = at (resources, kind, order[i]);
      if (!kind->can_repeat (origin)
          || kind->order (at (resources, kind, order[first]), origin) != 0)
        {
          first = i;
          continue;
        }
      take_repeat (resources, kind, order[first], order[i], repeats);
      is_out[order[i]] = is_any_out = TRUE;
    }
  if (is_any_out)
    keep_those_that_count (resources, kind, is_out);
}

GArray *
mca_repeats_take_out (McaBook *book)
{
  GArray *repeats = g_array_new (FALSE, FALSE, sizeof (McaRepeat));

  take_out (book->balances, &balances, repeats);
  take_out (book->lots, &lots, repeats);
  take_out (book->events, &events, repeats);
  return repeats;
}
