/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_APPLY_PAYMENT_H
#define CORE_MCA_APPLY_PAYMENT_H

#include "core/mca/apply-charges.h"
#include "core/mca/apply-rows.h"

/**
 * ApplyPayments: which lot pays which charge (credits contract 2, "Payment"): charge by charge in
 * the order of their days, from the lot that ends soonest. Money is neither made nor lost:
 * credit + due = amount of each charge, and what a lot pays is what charges got from it.
 */
typedef struct ApplyPayments ApplyPayments;

/** A lot, as far as the charges have come. */
typedef struct
{
  const McaLot *lot;
  const char *currency;
  gboolean is_sponsorship;
  gboolean can_pay;
  Decimal left; /* 0 of one that cannot pay */
  Decimal used;
  Day first_use; /* DAY_NONE: it paid nothing */
  Day last_use;
} ApplyLot;

/** Why something is due, the first that fits. */
typedef enum
{
  DUE_NOTHING,
  DUE_REFUND,
  DUE_NOT_COVERED,
  DUE_NO_LOT,
  DUE_SPONSORSHIP,
  DUE_OUTSIDE_DATES,
  DUE_EXHAUSTED,
  DUE_COUNT
} ApplyDue;

/** "not-covered"; NULL of DUE_NOTHING. */
const char *apply_payment_word (ApplyDue due);

/** What became of a charge. */
typedef struct
{
  Decimal credit;
  Decimal due;
  ApplyDue reason;
  ReportSpan paid_by; /* of ApplyPayment; borrowed from the payments */
} ApplyPaid;

/** @lots: of McaLot, all credits, in the order of reading; borrowed. */
ApplyPayments *apply_payment_new (const GPtrArray *lots, gboolean all_sponsorship);
void apply_payment_free (ApplyPayments *self); /* NULL is fine */

/** Pays @charge, which is not before those paid so far. */
ApplyPaid apply_payment_pay (ApplyPayments *self, const ApplyCharge *charge);

/** As they were given. */
guint apply_payment_lot_count (const ApplyPayments *self);
const ApplyLot *apply_payment_lot (const ApplyPayments *self, guint index);

/**
 * Nothing is left to pay with in @currency on @day, though a lot has begun: all that run on that
 * day are empty.
 */
gboolean apply_payment_is_zero (const ApplyPayments *self, const char *currency, Day day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApplyPayments, apply_payment_free)

#endif
