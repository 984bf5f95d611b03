/* SPDX-License-Identifier: MIT */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <string.h>

#include "base/decimal-value.h"

/**
 * Decimal: an exact decimal number, sign x magnitude x 10^-scale. Knows no currency and no locale,
 * never a binary fraction (spec section 2, "Numbers").
 *
 * A plain value: copy it, compare it with decimal_compare(), never free it. All zero bits are the
 * number 0. Sums and products are exact; only decimal_round() and decimal_multiply_divide() round,
 * and both say how. Magnitudes up to 64 and 128 bits are reckoned in machine words, larger ones by
 * GMP; which way was taken shows in no result, down to the scale.
 *
 * Limits: decimal_parse() holds every number of 38 significant digits with up to 38 decimals. The
 * value itself has room for DECIMAL_LIMBS x 64 bits (154 digits): every product of three parsed
 * numbers, and every sum of such that a run can form. A result past that is the program's own
 * fault and aborts; it is never rounded or cut.
 */

/** As many decimals as there are: nothing is rounded. */
#define DECIMAL_PLACES_ALL G_MAXUINT8

/** The character between whole digits and decimals in a parsed text. */
typedef enum
{
  DECIMAL_POINT, /* 1234.56; a comma is an error */
  DECIMAL_COMMA  /* 1234,56; a point is an error */
} DecimalMark;

/**
 * Reads the whole of @text (@length bytes, outer blanks already removed): optional Excel-guard
 * apostrophe, sign, digits with an optional mark (".5" and "5." too), optional exponent. FALSE when
 * it is anything else or has more than 38 digits or 38 decimals, where leading zeros and zeros at
 * the end of the decimals do not count ("1E37" is held, "1E38" is not); *out is then left alone.
 */
gboolean decimal_parse (const char *text, gsize length, DecimalMark mark,
                        Decimal *out) G_GNUC_WARN_UNUSED_RESULT;

/**
 * A decimal of at most 128 bits in little room: every parsed number, and its negation. For what
 * is kept row by row.
 */
typedef struct
{
  guint64 low;
  guint64 high;
  guint8 scale;
  guint8 negative;
} PackedDecimal;

/** @a must have at most 2 limbs. */
static inline PackedDecimal
decimal_pack (Decimal a)
{
  g_assert (a.limb_count <= 2);
  return (PackedDecimal){
    .low = a.limbs[0], .high = a.limbs[1], .scale = a.scale, .negative = a.negative ? 1 : 0
  };
}

static inline Decimal
decimal_unpack (PackedDecimal packed)
{
  return (Decimal){ .limbs = { packed.low, packed.high },
                    .limb_count = packed.high != 0  ? 2
                                  : packed.low != 0 ? 1
                                                    : 0,
                    .scale = packed.scale,
                    .negative = packed.negative != 0 };
}

/** value x 10^-scale, e.g. decimal_from_scaled (1, 2) is 0.01. */
static inline Decimal
decimal_from_scaled (gint64 value, guint scale)
{
  g_assert (scale <= G_MAXUINT8);
  return (Decimal){ .limb_count = value != 0,
                    .scale = value != 0 ? (guint8) scale : 0,
                    .negative = value < 0,
                    /* Negated as an unsigned number: the least gint64 has no positive one. */
                    .limbs = { value < 0 ? 0 - (guint64) value : (guint64) value } };
}

static inline Decimal
decimal_from_int (gint64 value)
{
  return decimal_from_scaled (value, 0);
}

/** The number that @a is; it must be whole, as one that was rounded to 0 places, and fit. */
static inline gint64
decimal_to_int (Decimal a)
{
  const guint64 most = (guint64) G_MAXINT64 + (a.negative ? 1 : 0);

  g_assert (a.scale == 0 && a.limb_count <= 1 && a.limbs[0] <= most);
  return (gint64) (a.negative ? 0 - a.limbs[0] : a.limbs[0]);
}

static inline Decimal
decimal_negate (Decimal a)
{
  a.negative = a.limb_count > 0 && !a.negative;
  return a;
}

static inline Decimal
decimal_absolute (Decimal a)
{
  a.negative = FALSE;
  return a;
}

static inline gboolean
decimal_is_zero (Decimal a)
{
  return a.limb_count == 0;
}

/** -1, 0 or 1. */
static inline int
decimal_sign (Decimal a)
{
  if (a.limb_count == 0)
    return 0;
  return a.negative ? -1 : 1;
}

/** Adds in place: *sum += x. For tallies; exact like decimal_add(). */
void decimal_accumulate (Decimal *sum, const Decimal *x);

static inline Decimal
decimal_add (Decimal a, Decimal b)
{
  decimal_accumulate (&a, &b);
  return a;
}

static inline Decimal
decimal_subtract (Decimal a, Decimal b)
{
  b.negative = !b.negative; /* also of 0, which decimal_accumulate() passes over */
  decimal_accumulate (&a, &b);
  return a;
}

Decimal decimal_multiply (Decimal a, Decimal b);

/** @a with at most @places decimals, rounded as @how says. */
Decimal decimal_round (Decimal a, guint places, DecimalRounding how);
/** a x b / divisor, exact until it is rounded once to @places. @divisor must not be 0. */
Decimal decimal_multiply_divide (Decimal a, Decimal b, Decimal divisor, guint places,
                                 DecimalRounding how);
/**
 * Whether *a x *b, rounded to @places as @how says, is *rounded. Proven by comparing with the
 * bounds between which the product must lie: nothing is divided.
 */
gboolean decimal_is_rounded_product (const Decimal *rounded, const Decimal *a, const Decimal *b,
                                     guint places, DecimalRounding how);

/** <0, 0 or >0 as *a is less than, equal to or greater than *b or @value; 1.0 equals 1.00. */
int decimal_order (const Decimal *a, const Decimal *b);
int decimal_order_int (const Decimal *a, gint64 value);

/** Whether *a is @value; a rate of 1, a percentage of 100. */
static inline gboolean
decimal_is_int (const Decimal *a, gint64 value)
{
  if (a->limb_count <= 1 && a->scale == 0)
    return a->limbs[0] == (value < 0 ? 0 - (guint64) value : (guint64) value)
           && a->negative == (value < 0);
  return decimal_order_int (a, value) == 0;
}

/** Whether both magnitudes count the same unit, 10^-scale, and fit into one limb. */
static inline gboolean
decimal_are_alike (const Decimal *a, const Decimal *b)
{
  return (a->limb_count | b->limb_count) <= 1 && a->scale == b->scale;
}

/** As decimal_order(). */
static inline int
decimal_compare (Decimal a, Decimal b)
{
  return decimal_order (&a, &b);
}

static inline gboolean
decimal_equal (Decimal a, Decimal b)
{
  if (decimal_are_alike (&a, &b))
    return a.limbs[0] == b.limbs[0] && a.negative == b.negative;
  return decimal_order (&a, &b) == 0;
}

static inline Decimal
decimal_min (Decimal a, Decimal b)
{
  return decimal_order (&a, &b) <= 0 ? a : b;
}

static inline Decimal
decimal_max (Decimal a, Decimal b)
{
  return decimal_order (&a, &b) >= 0 ? a : b;
}

/**
 * The exact text: optional '-', digits, and a point with at least @places decimals; no trailing
 * zero beyond them, no exponent, never "-0". E.g. 200 with 2 places is "200.00", 0.0071 is
 * "0.0071". (transfer full)
 */
char *decimal_to_string (Decimal a, guint places);

/**
 * Writes the canonical value of |@a| as bytes that are equal exactly when the values are equal
 * (0.50 and 0.5 alike), for hashing. Returns how many of @bytes were used.
 */
#define DECIMAL_CANONICAL_BYTES (8 * DECIMAL_LIMBS + 1)
gsize decimal_canonical_magnitude (Decimal a, guint8 bytes[DECIMAL_CANONICAL_BYTES]);

/**
 * The same value where it is one word and so many decimals, without zeros at its end: equal values
 * give equal words, or none of them does. FALSE: it is longer.
 */
gboolean decimal_canonical_word (const Decimal *a, guint64 *magnitude, guint *scale);

/** Whether both are written alike: 1.0 is not 1.00. */
static inline gboolean
decimal_is_same (const Decimal *a, const Decimal *b)
{
  return a->limb_count == b->limb_count && a->scale == b->scale && a->negative == b->negative
         && a->limbs[0] == b->limbs[0]
         && (a->limb_count < 2 || memcmp (a->limbs, b->limbs, sizeof a->limbs) == 0);
}

#endif
