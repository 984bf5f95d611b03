/* SPDX-License-Identifier: MIT */
#ifndef BASE_DECIMAL_WIDE_H
#define BASE_DECIMAL_WIDE_H

#include "base/decimal-value.h"

/**
 * Magnitudes of one limb, and of two as one 128-bit word: nearly all numbers of the files. For the
 * rooms of decimal alone; inline, as every row passes here.
 */
typedef unsigned __int128 Wide;

/* 10^38 is the last power of ten within 128 bits. */
#define WIDE_ZEROS_MAX 38
#define WORD_ZEROS_MAX 19 /* the same for 64 bits */

static const guint64 decimal_powers_of_ten[WORD_ZEROS_MAX + 1] = {
  G_GUINT64_CONSTANT (1),
  G_GUINT64_CONSTANT (10),
  G_GUINT64_CONSTANT (100),
  G_GUINT64_CONSTANT (1000),
  G_GUINT64_CONSTANT (10000),
  G_GUINT64_CONSTANT (100000),
  G_GUINT64_CONSTANT (1000000),
  G_GUINT64_CONSTANT (10000000),
  G_GUINT64_CONSTANT (100000000),
  G_GUINT64_CONSTANT (1000000000),
  G_GUINT64_CONSTANT (10000000000),
  G_GUINT64_CONSTANT (100000000000),
  G_GUINT64_CONSTANT (1000000000000),
  G_GUINT64_CONSTANT (10000000000000),
  G_GUINT64_CONSTANT (100000000000000),
  G_GUINT64_CONSTANT (1000000000000000),
  G_GUINT64_CONSTANT (10000000000000000),
  G_GUINT64_CONSTANT (100000000000000000),
  G_GUINT64_CONSTANT (1000000000000000000),
  G_GUINT64_CONSTANT (10000000000000000000),
};

static inline Wide
decimal_wide_power_of_ten (guint zeros)
{
  if (zeros <= WORD_ZEROS_MAX)
    return decimal_powers_of_ten[zeros];
  return (Wide) decimal_powers_of_ten[WORD_ZEROS_MAX]
         * decimal_powers_of_ten[zeros - WORD_ZEROS_MAX];
}

/* Multiplies *value, which is not 0, by 10^zeros. FALSE when the product is past 128 bits. */
static inline gboolean
decimal_wide_append_zeros (Wide *value, guint zeros)
{
  return zeros <= WIDE_ZEROS_MAX
         && !__builtin_mul_overflow (*value, decimal_wide_power_of_ten (zeros), value);
}

/* The same within 64 bits; 0 is fine as long as zeros are no more than WORD_ZEROS_MAX. */
static inline gboolean
decimal_wide_append_word_zeros (guint64 *value, guint zeros)
{
  return zeros <= WORD_ZEROS_MAX
         && !__builtin_mul_overflow (*value, decimal_powers_of_ten[zeros], value);
}

/* Whether both magnitudes are within one limb. */
static inline gboolean
decimal_wide_are_words (const Decimal *a, const Decimal *b)
{
  return (a->limb_count | b->limb_count) <= 1;
}

static inline gboolean
decimal_wide_holds (const Decimal *a)
{
  return a->limb_count <= 2;
}

static inline Wide
decimal_wide (const Decimal *a)
{
  return (Wide) a->limbs[1] << 64 | a->limbs[0];
}

/* For an @a whose limbs from the second on are 0. */
static inline void
decimal_wide_set_word (Decimal *a, guint64 magnitude, guint8 scale, gboolean negative)
{
  a->limbs[0] = magnitude;
  a->limb_count = magnitude != 0;
  a->scale = magnitude != 0 ? scale : 0;
  a->negative = magnitude != 0 && negative;
}

/* For an @a whose limbs from the third on are 0. */
static inline void
decimal_wide_set (Decimal *a, Wide magnitude, guint scale, gboolean negative)
{
  a->limbs[0] = (guint64) magnitude;
  a->limbs[1] = (guint64) (magnitude >> 64);
  a->limb_count = a->limbs[1] != 0 ? 2 : a->limbs[0] != 0;
  a->scale = magnitude != 0 ? (guint8) scale : 0;
  a->negative = magnitude != 0 && negative;
}

static inline Decimal
decimal_wide_value (Wide magnitude, guint scale, gboolean negative)
{
  Decimal a = { 0 };

  decimal_wide_set (&a, magnitude, scale, negative);
  return a;
}

#endif
