/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SUM_DECIMAL_SUM_H
#define CORE_BOOK_SUM_DECIMAL_SUM_H

#include "base/decimal.h"

/**
 * DecimalSum: a sum that is kept in large numbers, in a third of the room of a Decimal. Exact like
 * it, and as large: what passes 128 bits lies in a block of its own.
 *
 * All zero bits are the sum 0. Copy its value, not the sum; decimal_sum_clear() when it is done
 * with.
 */
typedef struct
{
  guint64 low; /* of the magnitude */
  union
  {
    guint64 high;
    Decimal *large; /* owned, when it is large; low is then not used */
  } rest;
  guint8 scale;
  guint8 negative;
  guint8 is_large;
} DecimalSum;

/** Adds in place; exact. */
void decimal_sum_add (DecimalSum *self, const Decimal *x);
Decimal decimal_sum_value (const DecimalSum *self);
/** *sum += it. */
void decimal_sum_add_to (const DecimalSum *self, Decimal *sum);
/** Adds what @other holds, which is left as it was. */
void decimal_sum_add_sum (DecimalSum *self, const DecimalSum *other);
/** The sum is then 0. */
void decimal_sum_clear (DecimalSum *self);

#endif
