/* SPDX-License-Identifier: MIT */
#ifndef BASE_AMOUNT_H
#define BASE_AMOUNT_H

#include <glib.h>

#include "base/decimal.h"

/**
 * Amount: an amount of money, in the currency of whatever it stands in, that can be unknown. What
 * is not known is not 0 and is null in every form; its value says nothing. All zero bits are an
 * unknown amount. A plain value, never freed; exact like a Decimal.
 */
typedef struct
{
  gboolean known;
  Decimal value;
} Amount;

static inline Amount
amount_known (Decimal value)
{
  return (Amount){ .known = TRUE, .value = value };
}

/** *sum += @further; a sum is unknown when an addend is. Begin with a known 0. */
void amount_accumulate (Amount *sum, Amount further);

/** <0, 0 or >0, as decimal_order(); what is unknown is less than what is known. */
int amount_order (const Amount *a, const Amount *b);

#endif
