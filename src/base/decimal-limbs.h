/* SPDX-License-Identifier: MIT */
#ifndef BASE_DECIMAL_LIMBS_H
#define BASE_DECIMAL_LIMBS_H

#include "base/decimal-value.h"

/**
 * Decimals of any size, limb by limb, by GMP's low-level functions, which work on the limbs where
 * they lie and need no heap. For the rooms of decimal alone: they come here with what does not fit
 * into 128 bits. What is past all limbs aborts.
 */

/** Divides the magnitude, which is not 0, and returns the remainder. */
guint64 decimal_limbs_divide_by_word (Decimal *a, guint64 divisor);
/** Drops trailing zeros, but leaves @places decimals. */
void decimal_limbs_strip_zeros (Decimal *a, guint places);

/** *sum += x */
void decimal_limbs_add (Decimal *sum, const Decimal *x);
/** The scales of both together must be at most 255. */
Decimal decimal_limbs_multiply (const Decimal *a, const Decimal *b);
/** As decimal_multiply_divide(); @divisor is not 0 and @places at most 255. */
Decimal decimal_limbs_multiply_divide (Decimal a, Decimal b, Decimal divisor, guint places,
                                       DecimalRounding how);
/** @a has more than @places decimals. */
void decimal_limbs_round (Decimal *a, guint places, DecimalRounding how);
/** The magnitudes alone, none of them 0; @coarser has not the more decimals. <0, 0 or >0. */
int decimal_limbs_compare (const Decimal *coarser, const Decimal *finer);

#endif
