/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/decimal.h"

#include "core/decimal-limbs.h"
#include "core/decimal-wide.h"

/*
 * Every operation tries the magnitudes as one 128-bit word first, because nearly all numbers of
 * the files fit; what does not fit goes limb by limb.
 */

/* Integers */

Decimal
decimal_from_int (gint64 value)
{
  return decimal_from_scaled (value, 0);
}

Decimal
decimal_from_scaled (gint64 value, guint scale)
{
  /* Negated as an unsigned number: the least gint64 has no positive one. */
  guint64 magnitude = value < 0 ? 0 - (guint64) value : (guint64) value;

  g_assert (scale <= G_MAXUINT8);
  return decimal_from_wide (magnitude, scale, value < 0);
}

/* Sums */

/* FALSE, with *sum unchanged, when 128 bits are too few. */
static gboolean
add_wide (Decimal *sum, const Decimal *x)
{
  Wide left = decimal_wide (sum);
  Wide right = decimal_wide (x);
  Wide total;
  gboolean negative = sum->negative;
  guint scale = MAX (sum->scale, x->scale);

  if (x->scale > sum->scale && !wide_append_zeros (&left, scale - sum->scale))
    return FALSE;
  if (sum->scale > x->scale && !wide_append_zeros (&right, scale - x->scale))
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
  decimal_set_wide (sum, total, scale, negative);
  return TRUE;
}

void
decimal_accumulate (Decimal *sum, const Decimal *x)
{
  if (x->limb_count == 0)
    return;
  if (sum->limb_count == 0)
    *sum = *x;
  else if (!decimal_is_wide (sum) || !decimal_is_wide (x) || !add_wide (sum, x))
    decimal_limbs_add (sum, x);
}

Decimal
decimal_add (Decimal a, Decimal b)
{
  decimal_accumulate (&a, &b);
  return a;
}

Decimal
decimal_subtract (Decimal a, Decimal b)
{
  return decimal_add (a, decimal_negate (b));
}

Decimal
decimal_negate (Decimal a)
{
  a.negative = a.limb_count > 0 && !a.negative;
  return a;
}

Decimal
decimal_absolute (Decimal a)
{
  a.negative = FALSE;
  return a;
}

/* Products */

Decimal
decimal_multiply (Decimal a, Decimal b)
{
  guint scale = (guint) a.scale + b.scale;
  gboolean negative = a.negative != b.negative;
  Wide product;

  g_assert (scale <= G_MAXUINT8);
  if (a.limb_count <= 1 && b.limb_count <= 1)
    return decimal_from_wide ((Wide) a.limbs[0] * b.limbs[0], scale, negative);
  if (decimal_is_wide (&a) && decimal_is_wide (&b)
      && !__builtin_mul_overflow (decimal_wide (&a), decimal_wide (&b), &product))
    return decimal_from_wide (product, scale, negative);
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
  unit = wide_power_of_ten (drop);
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
    return decimal_from_wide (round_word (a.limbs[0], drop, how), places, a.negative);
  if (decimal_is_wide (&a))
    return decimal_from_wide (round_wide (decimal_wide (&a), drop, how), places, a.negative);

  decimal_limbs_round (&a, places, how);
  return a;
}

Decimal
decimal_multiply_divide (Decimal a, Decimal b, Decimal divisor, guint places, DecimalRounding how)
{
  g_assert (divisor.limb_count > 0);
  g_assert (places <= G_MAXUINT8);
  return decimal_limbs_multiply_divide (a, b, divisor, places, how);
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
  if (decimal_is_wide (a) && decimal_is_wide (b))
    {
      Wide left = decimal_wide (a);
      Wide right = decimal_wide (b);

      if (!wide_append_zeros (&left, (guint) (b->scale - a->scale)))
        return 1;
      return (left > right) - (left < right);
    }

  return decimal_limbs_compare (a, b);
}

int
decimal_compare (Decimal a, Decimal b)
{
  int order;

  if (a.negative != b.negative)
    return a.negative ? -1 : 1;
  order = compare_magnitudes (&a, &b);
  return a.negative ? -order : order;
}

gboolean
decimal_equal (Decimal a, Decimal b)
{
  return a.negative == b.negative && compare_magnitudes (&a, &b) == 0;
}

gboolean
decimal_is_zero (Decimal a)
{
  return a.limb_count == 0;
}

int
decimal_sign (Decimal a)
{
  if (a.limb_count == 0)
    return 0;
  return a.negative ? -1 : 1;
}

Decimal
decimal_min (Decimal a, Decimal b)
{
  return decimal_compare (a, b) <= 0 ? a : b;
}

Decimal
decimal_max (Decimal a, Decimal b)
{
  return decimal_compare (a, b) >= 0 ? a : b;
}

/* Other forms */

gsize
decimal_canonical_magnitude (Decimal a, guint8 bytes[DECIMAL_CANONICAL_BYTES])
{
  gsize used = 0;

  decimal_limbs_strip_zeros (&a, 0);
  bytes[used++] = a.scale;
  for (guint i = 0; i < a.limb_count; i++)
    for (guint shift = 0; shift < 64; shift += 8)
      bytes[used++] = (guint8) (a.limbs[i] >> shift);
  return used;
}

PackedDecimal
decimal_pack (Decimal a)
{
  g_assert (a.limb_count <= 2);
  return (PackedDecimal){
    .low = a.limbs[0], .high = a.limbs[1], .scale = a.scale, .negative = a.negative ? 1 : 0
  };
}

Decimal
decimal_unpack (PackedDecimal packed)
{
  return (Decimal){ .limbs = { packed.low, packed.high },
                    .limb_count = packed.high != 0  ? 2
                                  : packed.low != 0 ? 1
                                                    : 0,
                    .scale = packed.scale,
                    .negative = packed.negative != 0 };
}
