/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/decimal.h"

#include <string.h>

#include "base/decimal-limbs.h"
#include "base/decimal-wide.h"

/*
 * Every operation tries the magnitudes as one 64-bit word first, then as one of 128 bits, because
 * nearly all numbers of the files fit; what does not fit goes limb by limb.
 */

/* Sums */

/* Brings both magnitudes to the larger scale. FALSE when 64 bits are too few. */
static inline gboolean
align_words (guint64 *left, guint8 *scale, guint64 *right, guint8 right_scale)
{
  const guint zeros = (guint) ABS (*scale - right_scale);

  if (*scale > right_scale)
    return decimal_wide_append_word_zeros (right, zeros);
  *scale = right_scale;
  return decimal_wide_append_word_zeros (left, zeros);
}

/* FALSE, with *sum unchanged, when 64 bits are too few. */
static inline gboolean
add_word (Decimal *sum, const Decimal *x)
{
  guint64 left = sum->limbs[0];
  guint64 right = x->limbs[0];
  guint64 total;
  gboolean negative = sum->negative;
  guint8 scale = sum->scale;

  if (!decimal_wide_are_words (sum, x)
      || (scale != x->scale && !align_words (&left, &scale, &right, x->scale)))
    return FALSE;
  if (negative == x->negative)
    {
      if (__builtin_add_overflow (left, right, &total))
        return FALSE;
    }
  else if (left >= right)
    total = left - right;
  else
    {
      total = right - left;
      negative = x->negative;
    }
  decimal_wide_set_word (sum, total, scale, negative);
  return TRUE;
}

/* FALSE, with *sum unchanged, when 128 bits are too few. */
static gboolean
add_wide (Decimal *sum, const Decimal *x)
{
  Wide left = decimal_wide (sum);
  Wide right = decimal_wide (x);
  Wide total;
  gboolean negative = sum->negative;
  guint scale = MAX (sum->scale, x->scale);

  if (x->scale > sum->scale && !decimal_wide_append_zeros (&left, scale - sum->scale))
    return FALSE;
  if (sum->scale > x->scale && !decimal_wide_append_zeros (&right, scale - x->scale))
    return FALSE;

  if (sum->negative == x->negative)
    {
      if (__builtin_add_overflow (left, right, &total))
        return FALSE;
    }
  else if (left >= right)
    total = left - right;
  else
    {
      total = right - left;
      negative = x->negative;
    }
  decimal_wide_set (sum, total, scale, negative);
  return TRUE;
}

/* Apart, so that what it needs does not burden the usual sum. */
static G_GNUC_NO_INLINE void
add_large (Decimal *sum, const Decimal *x)
{
  if (sum->limb_count == 0)
    *sum = *x;
  else if (!decimal_wide_holds (sum) || !decimal_wide_holds (x) || !add_wide (sum, x))
    decimal_limbs_add (sum, x);
}

void
decimal_accumulate (Decimal *sum, const Decimal *x)
{
  if (x->limb_count > 0 && !add_word (sum, x))
    add_large (sum, x);
}

/* Products */

/* FALSE when 128 bits are too few. */
static inline gboolean
multiply_wide (const Decimal *a, const Decimal *b, Wide *product)
{
  if (!decimal_wide_are_words (a, b))
    return decimal_wide_holds (a) && decimal_wide_holds (b)
           && !__builtin_mul_overflow (decimal_wide (a), decimal_wide (b), product);
  *product = (Wide) a->limbs[0] * b->limbs[0];
  return TRUE;
}

Decimal
decimal_multiply (Decimal a, Decimal b)
{
  guint scale = (guint) a.scale + b.scale;
  Wide product;

  g_assert (scale <= G_MAXUINT8);
  if (multiply_wide (&a, &b, &product))
    return decimal_wide_value (product, scale, a.negative != b.negative);
  return decimal_limbs_multiply (&a, &b);
}

/* Rounding */

static inline guint64
round_word (guint64 value, guint drop, DecimalRounding how)
{
  guint64 unit;
  guint64 kept;

  if (drop > WORD_ZEROS_MAX) /* the value is then less than half a unit */
    return 0;
  unit = decimal_powers_of_ten[drop];
  kept = value / unit;
  return kept + (how == DECIMAL_HALF_UP && value - kept * unit >= unit / 2);
}

static inline Wide
round_wide (Wide value, guint drop, DecimalRounding how)
{
  Wide unit;
  Wide kept;

  if (drop > WIDE_ZEROS_MAX) /* as above */
    return 0;
  unit = decimal_wide_power_of_ten (drop);
  kept = value / unit;
  return kept + (how == DECIMAL_HALF_UP && value - kept * unit >= unit / 2);
}

Decimal
decimal_round (Decimal a, guint places, DecimalRounding how)
{
  guint drop;

  if (a.scale <= places)
    return a;
  drop = a.scale - places;
  if (a.limb_count <= 1)
    return decimal_wide_value (round_word (a.limbs[0], drop, how), places, a.negative);
  if (decimal_wide_holds (&a))
    return decimal_wide_value (round_wide (decimal_wide (&a), drop, how), places, a.negative);

  decimal_limbs_round (&a, places, how);
  return a;
}

/* FALSE when 128 bits are too few. */
static gboolean
divide_wide (Wide product, int zeros, Wide divisor, DecimalRounding how, Wide *quotient)
{
  Wide rest;

  if (product != 0
      && !(zeros >= 0 ? decimal_wide_append_zeros (&product, (guint) zeros)
                      : decimal_wide_append_zeros (&divisor, (guint) -zeros)))
    return FALSE;
  *quotient = product / divisor;
  rest = product - *quotient * divisor;
  /* At least half of the divisor: asked without twice the rest, which may not fit. */
  *quotient += how == DECIMAL_HALF_UP && rest >= divisor - rest;
  return TRUE;
}

Decimal
decimal_multiply_divide (Decimal a, Decimal b, Decimal divisor, guint places, DecimalRounding how)
{
  const int zeros = (int) places + divisor.scale - a.scale - b.scale;
  Wide quotient;

  g_assert (divisor.limb_count > 0);
  g_assert (places <= G_MAXUINT8);
  if (decimal_wide_are_words (&a, &b) && decimal_wide_holds (&divisor)
      && divide_wide ((Wide) a.limbs[0] * b.limbs[0], zeros, decimal_wide (&divisor), how,
                      &quotient))
    return decimal_wide_value (quotient, places, (a.negative != b.negative) != divisor.negative);
  return decimal_limbs_multiply_divide (a, b, divisor, places, how);
}

/* value x 10^zeros of a magnitude that may be 0; FALSE when 128 bits are too few. */
static inline gboolean
scale_wide (const Decimal *value, guint zeros, Wide *scaled)
{
  *scaled = decimal_wide (value);
  if (value->limb_count > 1 || zeros > WORD_ZEROS_MAX)
    return decimal_wide_holds (value)
           && (*scaled == 0 || decimal_wide_append_zeros (scaled, zeros));
  *scaled = (Wide) value->limbs[0] * decimal_powers_of_ten[zeros];
  return TRUE;
}

/*
 * In units of the product's last digit: low - half <= product < low + unit - half. FALSE when 128
 * bits are too few to prove that, or its contrary.
 */
static gboolean
compare_product (const Decimal *rounded, Wide product, guint scale, guint places,
                 DecimalRounding how, gboolean *is_within)
{
  const guint drop = scale > places ? scale - places : 0;
  Wide low, unit, half;

  if (rounded->scale > scale - drop || drop > WIDE_ZEROS_MAX
      || !scale_wide (rounded, scale - rounded->scale, &low))
    return FALSE;
  unit = decimal_wide_power_of_ten (drop);
  half = how == DECIMAL_HALF_UP ? unit / 2 : 0;
  if (__builtin_add_overflow (product, half, &product))
    return FALSE;
  *is_within = product >= low && product - low < unit;
  return TRUE;
}

gboolean
decimal_is_rounded_product (const Decimal *rounded, const Decimal *a, const Decimal *b,
                            guint places, DecimalRounding how)
{
  Wide product;
  gboolean is_within;

  if (multiply_wide (a, b, &product)
      && compare_product (rounded, product, (guint) a->scale + b->scale, places, how, &is_within))
    return is_within
           && (rounded->limb_count == 0 || rounded->negative == (a->negative != b->negative));
  return decimal_equal (*rounded, decimal_round (decimal_multiply (*a, *b), places, how));
}

/* Comparing */

static int
compare_magnitudes (const Decimal *a, const Decimal *b)
{
  if (a->scale > b->scale)
    return -compare_magnitudes (b, a);
  if (a->limb_count == 0 || b->limb_count == 0)
    return (a->limb_count > 0) - (b->limb_count > 0);

  /* From here on @a gets zeros appended; where they do not fit, it is past all that @b can be. */
  if (decimal_wide_are_words (a, b))
    {
      guint64 left = a->limbs[0];

      if (!decimal_wide_append_word_zeros (&left, (guint) b->scale - a->scale))
        return 1;
      return (left > b->limbs[0]) - (left < b->limbs[0]);
    }
  if (decimal_wide_holds (a) && decimal_wide_holds (b))
    {
      Wide left = decimal_wide (a);
      Wide right = decimal_wide (b);

      if (!decimal_wide_append_zeros (&left, (guint) b->scale - a->scale))
        return 1;
      return (left > right) - (left < right);
    }

  return decimal_limbs_compare (a, b);
}

int
decimal_order (const Decimal *a, const Decimal *b)
{
  int order;

  if (a->negative != b->negative)
    return a->negative ? -1 : 1;
  if (decimal_are_alike (a, b))
    order = (a->limbs[0] > b->limbs[0]) - (a->limbs[0] < b->limbs[0]);
  else
    order = compare_magnitudes (a, b);
  return a->negative ? -order : order;
}

int
decimal_order_int (const Decimal *a, gint64 value)
{
  const Decimal whole = decimal_from_int (value);

  return decimal_order (a, &whole);
}

/* Other forms */

static inline void
strip_zeros (Decimal *a)
{
  if (a->limb_count > 1)
    decimal_limbs_strip_zeros (a, 0);
  else
    for (; a->scale > 0 && a->limbs[0] % 10 == 0; a->scale--)
      a->limbs[0] /= 10;
}

gsize
decimal_canonical_magnitude (Decimal a, guint8 bytes[DECIMAL_CANONICAL_BYTES])
{
  gsize used = 0;

  strip_zeros (&a);
  bytes[used++] = a.scale;
  for (guint i = 0; i < a.limb_count; i++, used += sizeof a.limbs[0])
    {
      const guint64 limb = GUINT64_TO_LE (a.limbs[i]);
      memcpy (bytes + used, &limb, sizeof limb);
    }
  return used;
}

gboolean
decimal_canonical_word (const Decimal *a, guint64 *magnitude, guint *scale)
{
  if (a->limb_count > 1)
    {
      Decimal stripped = *a;
      decimal_limbs_strip_zeros (&stripped, 0);
      *magnitude = stripped.limbs[0];
      *scale = stripped.scale;
      return stripped.limb_count == 1;
    }
  guint64 word = a->limbs[0];
  guint places = a->scale;
  for (; places > 0 && word % 10 == 0; places--)
    word /= 10;
  *magnitude = word;
  *scale = places;
  return TRUE;
}
