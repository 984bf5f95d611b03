/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/decimal-limbs.h"

#include <gmp.h>
#include <string.h>

#include "base/decimal-wide.h"

G_STATIC_ASSERT (sizeof (mp_limb_t) == sizeof (guint64) && GMP_NAIL_BITS == 0);

static void
settle (Decimal *a)
{
  while (a->limb_count > 0 && a->limbs[a->limb_count - 1] == 0)
    a->limb_count--;
  if (a->limb_count == 0)
    {
      a->scale = 0;
      a->negative = FALSE;
    }
}

/*
 * Multiplies the magnitude, which is not 0, by 10^zeros; the scale is the caller's. FALSE when it
 * is past all limbs; @a is then spoilt.
 */
static gboolean
append_zeros (Decimal *a, guint zeros)
{
  while (zeros > 0)
    {
      guint step = MIN (zeros, WORD_ZEROS_MAX);
      mp_limb_t carry = mpn_mul_1 (a->limbs, a->limbs, a->limb_count, decimal_powers_of_ten[step]);

      if (carry != 0 && a->limb_count == DECIMAL_LIMBS)
        return FALSE;
      if (carry != 0)
        a->limbs[a->limb_count++] = carry;
      zeros -= step;
    }
  return TRUE;
}

guint64
decimal_limbs_divide_by_word (Decimal *a, guint64 divisor)
{
  guint64 rest = mpn_divrem_1 (a->limbs, 0, a->limbs, a->limb_count, divisor);

  /* A divisor of one limb shortens by no more than one limb. */
  if (a->limbs[a->limb_count - 1] == 0)
    a->limb_count--;
  return rest;
}

/* Drops the last @digits digits of the magnitude; the scale is the caller's. */
static void
cut_digits (Decimal *a, guint digits)
{
  while (digits > 0 && a->limb_count > 0)
    {
      guint step = MIN (digits, WORD_ZEROS_MAX);

      (void) decimal_limbs_divide_by_word (a, decimal_powers_of_ten[step]);
      digits -= step;
    }
}

void
decimal_limbs_strip_zeros (Decimal *a, guint places)
{
  while (a->scale > places && mpn_mod_1 (a->limbs, a->limb_count, 10) == 0)
    {
      (void) decimal_limbs_divide_by_word (a, 10);
      a->scale--;
    }
}

/* Sums */

/* The unused limbs are 0, so both are taken as long as the longer one. */
static void
add_magnitude (Decimal *sum, const Decimal *x)
{
  guint8 count = MAX (sum->limb_count, x->limb_count);
  mp_limb_t carry = mpn_add_n (sum->limbs, sum->limbs, x->limbs, count);

  if (carry != 0)
    {
      g_assert (count < DECIMAL_LIMBS);
      sum->limbs[count++] = carry;
    }
  sum->limb_count = count;
}

static void
subtract_magnitude (Decimal *sum, const Decimal *x)
{
  guint8 count = MAX (sum->limb_count, x->limb_count);

  if (mpn_cmp (sum->limbs, x->limbs, count) >= 0)
    mpn_sub_n (sum->limbs, sum->limbs, x->limbs, count);
  else
    {
      mpn_sub_n (sum->limbs, x->limbs, sum->limbs, count);
      sum->negative = x->negative;
    }
  sum->limb_count = count;
}

void
decimal_limbs_add (Decimal *sum, const Decimal *x)
{
  const guint8 scale = MAX (sum->scale, x->scale);
  Decimal addend = *x;
  Decimal *coarser = x->scale > sum->scale ? sum : &addend;
  gboolean fits = append_zeros (coarser, (guint) (scale - coarser->scale));

  g_assert (fits);
  if (sum->negative == addend.negative)
    add_magnitude (sum, &addend);
  else
    subtract_magnitude (sum, &addend);
  sum->scale = scale;
  settle (sum);
}

/* Products */

static Decimal
multiply_large (const Decimal *longer, const Decimal *shorter, guint scale, gboolean negative)
{
  mp_limb_t limbs[2 * DECIMAL_LIMBS];
  guint count = (guint) longer->limb_count + shorter->limb_count;
  Decimal product = { .scale = (guint8) scale, .negative = negative };

  if (mpn_mul (limbs, longer->limbs, longer->limb_count, shorter->limbs, shorter->limb_count) == 0)
    count--;
  g_assert (count <= DECIMAL_LIMBS);
  memcpy (product.limbs, limbs, count * sizeof limbs[0]);
  product.limb_count = (guint8) count;
  return product;
}

Decimal
decimal_limbs_multiply (const Decimal *a, const Decimal *b)
{
  const guint scale = (guint) a->scale + b->scale;
  const gboolean negative = a->negative != b->negative;

  if (a->limb_count == 0 || b->limb_count == 0)
    return (Decimal){ 0 };
  if (a->limb_count < b->limb_count)
    return multiply_large (b, a, scale, negative);
  return multiply_large (a, b, scale, negative);
}

static Decimal
from_mpz (mpz_srcptr magnitude, guint scale, gboolean negative)
{
  gsize count = mpz_size (magnitude);
  Decimal a = { .scale = (guint8) scale, .negative = negative };

  g_assert (count <= DECIMAL_LIMBS);
  memcpy (a.limbs, mpz_limbs_read (magnitude), count * sizeof a.limbs[0]);
  a.limb_count = (guint8) count;
  settle (&a);
  return a;
}

/* dividend / divisor to a whole number, in *dividend; *divisor and *scratch are used up. */
static void
divide_rounded (mpz_t dividend, mpz_t divisor, mpz_t scratch, DecimalRounding how)
{
  mpz_tdiv_qr (dividend, scratch, dividend, divisor);
  mpz_mul_2exp (scratch, scratch, 1);
  if (how == DECIMAL_HALF_UP && mpz_cmp (scratch, divisor) >= 0)
    mpz_add_ui (dividend, dividend, 1);
}

Decimal
decimal_limbs_multiply_divide (Decimal a, Decimal b, Decimal divisor, guint places,
                               DecimalRounding how)
{
  mpz_t left, right, under, over, power;
  Decimal result;
  int zeros;

  zeros = (int) places + divisor.scale - a.scale - b.scale;

  mpz_inits (over, power, NULL);
  mpz_init_set (under, mpz_roinit_n (left, divisor.limbs, divisor.limb_count));
  mpz_mul (over, mpz_roinit_n (left, a.limbs, a.limb_count),
           mpz_roinit_n (right, b.limbs, b.limb_count));

  mpz_ui_pow_ui (power, 10, (unsigned long) ABS (zeros));
  if (zeros >= 0)
    mpz_mul (over, over, power);
  else
    mpz_mul (under, under, power);
  divide_rounded (over, under, power, how);

  result = from_mpz (over, places, (a.negative != b.negative) != divisor.negative);
  mpz_clears (over, under, power, NULL);
  return result;
}

/* Rounding and comparing */

/* The first digit that is cut off decides alone, so the digits after it go first. */
static void
round_large (Decimal *a, guint drop, DecimalRounding how)
{
  guint8 count;

  cut_digits (a, drop - 1);
  count = a->limb_count;
  if (count > 0 && decimal_limbs_divide_by_word (a, 10) >= 5 && how == DECIMAL_HALF_UP)
    {
      /* One more cannot pass the limbs there were before the division. */
      (void) mpn_add_1 (a->limbs, a->limbs, count, 1);
      a->limb_count = count;
    }
}

void
decimal_limbs_round (Decimal *a, guint places, DecimalRounding how)
{
  round_large (a, a->scale - places, how);
  a->scale = (guint8) places;
  settle (a);
}

int
decimal_limbs_compare (const Decimal *coarser, const Decimal *finer)
{
  Decimal aligned = *coarser;

  if (!append_zeros (&aligned, (guint) (finer->scale - coarser->scale)))
    return 1;
  return mpn_cmp (aligned.limbs, finer->limbs, DECIMAL_LIMBS);
}
