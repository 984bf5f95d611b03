/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-payment.h"

#include <string.h>

#include "base/search.h"
#include "core/mca/mca-amount.h"

#define BLOCK_PAYMENTS 4096

/* The lots of one currency that can pay. */
typedef struct
{
  const char *currency;
  GPtrArray *lots; /* of ApplyLot, in the order in which they pay */
  guint ended;     /* so many of them ended before the day of the last charge */
  guint emptied;   /* in so many of them nothing is left, or they ended */
} Purse;

struct ApplyPayments
{
  GArray *lots;      /* of ApplyLot, as given */
  GArray *purses;    /* of Purse, by currency */
  Purse *last;       /* most charges have the currency of the one before */
  GPtrArray *blocks; /* of ApplyPayment: none moves */
  guint used;        /* of the last block */
  guint room;        /* in it */
};

const char *
apply_payment_word (ApplyDue due)
{
  static const char *const words[DUE_COUNT] = {
    [DUE_REFUND] = "refund",
    [DUE_NOT_COVERED] = "not-covered",
    [DUE_NO_LOT] = "no-lot",
    [DUE_SPONSORSHIP] = "sponsorship",
    [DUE_OUTSIDE_DATES] = "outside-dates",
    [DUE_EXHAUSTED] = "exhausted",
  };

  return words[due];
}

/* Lots */

static gboolean
is_canceled (const McaLot *lot)
{
  return lot->status != NULL
         && (g_ascii_strcasecmp (lot->status, "canceled") == 0
             || g_ascii_strcasecmp (lot->status, "cancelled") == 0);
}

static ApplyLot
lot_of (const McaLot *lot, gboolean all_sponsorship)
{
  const Amount remaining = lot->remaining.amount;
  ApplyLot own
      = { .lot = lot,
          .currency = mca_amount_currency_of_lot (lot),
          .is_sponsorship = all_sponsorship
                            || (lot->source != NULL
                                && credit_exclusions_has (slice_of (lot->source), "sponsorship")),
          .left = decimal_from_int (0),
          .used = decimal_from_int (0) };

  own.can_pay = !mca_amount_is_mixed_lot (lot) && !is_canceled (lot) && own.currency != NULL
                && remaining.known && decimal_sign (remaining.value) > 0;
  if (own.can_pay)
    own.left = remaining.value;
  return own;
}

/* Soonest end first, then earliest start; what is not limited ends last and starts first. */
static int
compare_paying (gconstpointer a, gconstpointer b)
{
  const ApplyLot *x = *(ApplyLot *const *) a, *y = *(ApplyLot *const *) b;
  const Day ends[] = { x->lot->expiration != DAY_NONE ? x->lot->expiration : G_MAXINT32,
                       y->lot->expiration != DAY_NONE ? y->lot->expiration : G_MAXINT32 };
  int order = (ends[0] > ends[1]) - (ends[0] < ends[1]);

  if (order == 0)
    order = (x->lot->start > y->lot->start) - (x->lot->start < y->lot->start);
  if (order == 0)
    order = g_strcmp0 (x->lot->origin.own_id, y->lot->origin.own_id);
  return order != 0 ? order : (x > y) - (x < y);
}

static int
compare_purses (gconstpointer currency, gconstpointer purse)
{
  return strcmp (currency, ((const Purse *) purse)->currency);
}

/* NULL: no lot that can pay has this currency. */
static Purse *
find_purse (const ApplyPayments *self, const char *currency)
{
  const guint at = search_lower_bound (self->purses->data, self->purses->len, sizeof (Purse),
                                       currency, compare_purses);

  if (at == self->purses->len
      || strcmp (g_array_index (self->purses, Purse, at).currency, currency) != 0)
    return NULL;
  return &g_array_index (self->purses, Purse, at);
}

static void
clear_purse (gpointer purse)
{
  g_ptr_array_unref (((Purse *) purse)->lots);
}

static void
add_to_purse (ApplyPayments *self, ApplyLot *lot)
{
  Purse *purse = find_purse (self, lot->currency);

  if (purse == NULL)
    {
      const Purse own = { .currency = lot->currency, .lots = g_ptr_array_new () };
      const guint at = search_lower_bound (self->purses->data, self->purses->len, sizeof (Purse),
                                           lot->currency, compare_purses);
      g_array_insert_val (self->purses, at, own);
      purse = &g_array_index (self->purses, Purse, at);
    }
  g_ptr_array_add (purse->lots, lot);
}

ApplyPayments *
apply_payment_new (const GPtrArray *lots, gboolean all_sponsorship)
{
  ApplyPayments *self = g_new0 (ApplyPayments, 1);

  self->lots = g_array_sized_new (FALSE, FALSE, sizeof (ApplyLot), lots->len);
  self->purses = g_array_new (FALSE, FALSE, sizeof (Purse));
  g_array_set_clear_func (self->purses, clear_purse);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < lots->len; i++)
    {
      const ApplyLot lot = lot_of (g_ptr_array_index (lots, i), all_sponsorship);
      g_array_append_val (self->lots, lot);
    }
  for (guint i = 0; i < lots->len; i++)
    if (apply_payment_lot (self, i)->can_pay)
      add_to_purse (self, &g_array_index (self->lots, ApplyLot, i));
  for (guint i = 0; i < self->purses->len; i++)
    g_ptr_array_sort (g_array_index (self->purses, Purse, i).lots, compare_paying);
  return self;
}

void
apply_payment_free (ApplyPayments *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lots);
  g_array_unref (self->purses);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

guint
apply_payment_lot_count (const ApplyPayments *self)
{
  return self->lots->len;
}

const ApplyLot *
apply_payment_lot (const ApplyPayments *self, guint index)
{
  return &g_array_index (self->lots, ApplyLot, index);
}

/* Paying */

/* A block with room for further payments, which begins with those of the charge so far. */
static void
add_block (ApplyPayments *self, ReportSpan *paid_by)
{
  ApplyPayment *block;

  self->room = (guint) MAX (BLOCK_PAYMENTS, 2 * paid_by->count);
  block = g_new (ApplyPayment, self->room);
  if (paid_by->count > 0)
    memcpy (block, paid_by->elements, paid_by->count * sizeof *block);
  g_ptr_array_add (self->blocks, block);
  self->used = (guint) paid_by->count;
  paid_by->elements = block;
}

/* Room for a payment, behind those of the same charge. */
static ApplyPayment *
add_payment (ApplyPayments *self, ReportSpan *paid_by)
{
  if (self->used == self->room)
    add_block (self, paid_by);
  ApplyPayment *block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  ApplyPayment *payment = &block[self->used++];
  if (paid_by->count++ == 0)
    paid_by->elements = payment;
  return payment;
}

static gboolean
is_of_charge (const ApplyLot *lot, const ApplyCharge *charge)
{
  return charge->profile_id == NULL || lot->lot->origin.profile_id == charge->profile_id
         || g_strcmp0 (lot->lot->origin.profile_id, charge->profile_id) == 0;
}

static gboolean
is_inside (const ApplyLot *lot, Day day)
{
  return lot->lot->start <= day
         && (lot->lot->expiration == DAY_NONE || day <= lot->lot->expiration);
}

static void
pay_from (ApplyPayments *self, ApplyLot *lot, Day day, ApplyPaid *paid)
{
  const gboolean is_enough = decimal_compare (lot->left, paid->due) >= 0;
  const Decimal amount = is_enough ? paid->due : lot->left;
  ApplyPayment *payment = add_payment (self, &paid->paid_by);

  *payment = (ApplyPayment){ .lot_id = lot->lot->origin.own_id, .amount = amount };
  lot->left = decimal_subtract (lot->left, amount);
  lot->used = decimal_add (lot->used, amount);
  if (lot->first_use == DAY_NONE)
    lot->first_use = day;
  lot->last_use = day;
  paid->credit = decimal_add (paid->credit, amount);
  paid->due = decimal_subtract (paid->due, amount);
}

/* What the lots of a charge say of it. */
typedef struct
{
  gboolean has_lot;
  gboolean has_sponsorship; /* inside its dates, with something left, that does not pay for it */
  gboolean is_inside;       /* of one that would pay */
} Looked;

static void
look_at (ApplyPayments *self, ApplyLot *lot, const ApplyCharge *charge, Looked *looked,
         ApplyPaid *paid)
{
  if (!is_of_charge (lot, charge))
    return;
  looked->has_lot = TRUE;
  if (!is_inside (lot, charge->date))
    return;
  if (lot->is_sponsorship && charge->sponsorship != SPONSORSHIP_PAYS)
    looked->has_sponsorship |= !decimal_is_zero (lot->left);
  else
    {
      looked->is_inside = TRUE;
      if (!decimal_is_zero (lot->left) && !decimal_is_zero (paid->due))
        pay_from (self, lot, charge->date, paid);
    }
}

static ApplyDue
reason_of (const Looked *looked)
{
  if (!looked->has_lot)
    return DUE_NO_LOT;
  if (looked->has_sponsorship)
    return DUE_SPONSORSHIP;
  return looked->is_inside ? DUE_EXHAUSTED : DUE_OUTSIDE_DATES;
}

/* Lots that ended before its day pay for no charge any more, since their days only go on. */
static Purse *
open_purse (ApplyPayments *self, const ApplyCharge *charge)
{
  if (self->last == NULL || strcmp (self->last->currency, charge->currency) != 0)
    self->last = find_purse (self, charge->currency);
  Purse *purse = self->last;
  while (purse != NULL && purse->ended < purse->lots->len)
    {
      const ApplyLot *lot = g_ptr_array_index (purse->lots, purse->ended);
      if (lot->lot->expiration == DAY_NONE || lot->lot->expiration >= charge->date)
        break;
      purse->ended++;
    }
  return purse;
}

/* Those that pay first are empty first: nearly all that are lie before the first that is not. */
static guint
first_full (Purse *purse)
{
  purse->emptied = MAX (purse->emptied, purse->ended);
  while (purse->emptied < purse->lots->len
         && decimal_is_zero (((const ApplyLot *) purse->lots->pdata[purse->emptied])->left))
    purse->emptied++;
  return purse->emptied;
}

static void
pay_from_purse (ApplyPayments *self, Purse *purse, const ApplyCharge *charge, Looked *looked,
                ApplyPaid *paid)
{
  const guint full = first_full (purse);

  for (guint i = full; i < purse->lots->len && !decimal_is_zero (paid->due); i++)
    look_at (self, purse->lots->pdata[i], charge, looked, paid);
  if (decimal_is_zero (paid->due))
    return;
  /* Why something is due, these say, too. */
  for (guint i = purse->ended; i < full && !(looked->has_lot && looked->is_inside); i++)
    look_at (self, purse->lots->pdata[i], charge, looked, paid);
  for (guint i = 0; i < purse->ended && !looked->has_lot; i++)
    looked->has_lot = is_of_charge (purse->lots->pdata[i], charge);
}

ApplyPaid
apply_payment_pay (ApplyPayments *self, const ApplyCharge *charge)
{
  ApplyPaid paid = { .credit = decimal_from_int (0), .due = charge->amount };
  Looked looked = { 0 };

  if (decimal_sign (charge->amount) <= 0)
    paid.reason = decimal_is_zero (charge->amount) ? DUE_NOTHING : DUE_REFUND;
  else if (charge->rule != EXCLUSION_NONE)
    paid.reason = DUE_NOT_COVERED;
  else
    {
      Purse *purse = open_purse (self, charge);
      if (purse != NULL)
        pay_from_purse (self, purse, charge, &looked, &paid);
      paid.reason = decimal_is_zero (paid.due) ? DUE_NOTHING : reason_of (&looked);
    }
  return paid;
}

gboolean
apply_payment_is_zero (const ApplyPayments *self, const char *currency, Day day)
{
  const Purse *purse = find_purse (self, currency);
  gboolean has_begun = FALSE;

  for (guint i = 0; purse != NULL && i < purse->lots->len; i++)
    {
      const ApplyLot *lot = g_ptr_array_index (purse->lots, i);
      has_begun |= lot->lot->start <= day;
      if (is_inside (lot, day) && !decimal_is_zero (lot->left))
        return FALSE;
    }
  return has_begun;
}
