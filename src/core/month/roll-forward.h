/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_ROLL_FORWARD_H
#define CORE_MONTH_ROLL_FORWARD_H

#include "base/amount.h"
#include "core/book/credit-book.h"

/**
 * The roll-forward of a credit: opening + granted - used - forfeited + adjustment = closing, month
 * by month, where used is the difference of the cumulative CreditAmount (spec section 3,
 * "Roll-forward", and section 7.2). Amounts are in the credit's currency.
 */
typedef struct
{
  const Credit *credit;
  const CreditMonth *month;
  const CreditMonth *previous; /* the credit's row before, or NULL */
  Amount opening;
  Decimal granted;
  Amount used;
  Decimal forfeited;
  Decimal adjustment;
  Month covers_from; /* the first month that used covers: later than previous, at most month */
  gboolean expired;  /* reported expired, or the expiry is before the month's last day */
} RollForward;

/** Of RollForward, in the order of credit_book_list(), months ascending. */
GArray *roll_forward_build (const GPtrArray *credits);

/** No file of the run has the row: it was sealed, and is a baseline alone. */
gboolean roll_forward_is_sealed (const RollForward *row);

/** @used covers more than its own month (ACO102). */
gboolean roll_forward_has_gap (const RollForward *row);

/**
 * The agreement limits neither end of the month: EffectiveDate not after its first and ExpiryDate
 * not before its last day.
 */
gboolean roll_forward_covers_month (const RollForward *row);

#endif
