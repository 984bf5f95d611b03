/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/decimal.h"

#include <gmp.h>
#include <string.h>

/*
 * Every operation tries the magnitudes as one 128-bit word first, because nearly all numbers of
 * the files fit; what does not fit goes through GMP's low-level functions, which work on the limbs
 * where they lie and need no heap.
 */
typedef unsigned __int128 Wide;

G_STATIC_ASSERT (sizeof (mp_limb_t) == sizeof (guint64) && GMP_NAIL_BITS == 0);

/* 10^38 is the last power of ten within 128 bits, so every parsed number is a Wide. */
#define PARSED_DIGITS_MAX 38
#define WIDE_ZEROS_MAX 38
#define WORD_ZEROS_MAX 19 /* the same for 64 bits */

/* A limb holds less than 20 digits. */
#define MAGNITUDE_DIGITS_MAX (20 * DECIMAL_LIMBS)

static const guint64 powers_of_ten[WORD_ZEROS_MAX + 1] = {
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

/* Machine words */

static inline Wide
wide_power_of_ten (guint zeros)
{
  if (zeros <= WORD_ZEROS_MAX)
    return powers_of_ten[zeros];
  return (Wide) powers_of_ten[WORD_ZEROS_MAX] * powers_of_ten[zeros - WORD_ZEROS_MAX];
}

/* Multiplies *value, which is not 0, by 10^zeros. FALSE when the product is past 128 bits. */
static inline gboolean
wide_append_zeros (Wide *value, guint zeros)
{
  return zeros <= WIDE_ZEROS_MAX
         && !__builtin_mul_overflow (*value, wide_power_of_ten (zeros), value);
}

static inline gboolean
is_wide (const Decimal *a)
{
  return a->limb_count <= 2;
}

static inline Wide
wide_of (const Decimal *a)
{
  return (Wide) a->limbs[1] << 64 | a->limbs[0];
}

/* For an @a whose limbs from the third on are 0. */
static inline void
set_wide (Decimal *a, Wide magnitude, guint scale, gboolean negative)
{
  a->limbs[0] = (guint64) magnitude;
  a->limbs[1] = (guint64) (magnitude >> 64);
  a->limb_count = a->limbs[1] != 0 ? 2 : a->limbs[0] != 0;
  a->scale = magnitude != 0 ? (guint8) scale : 0;
  a->negative = magnitude != 0 && negative;
}

static inline Decimal
from_wide (Wide magnitude, guint scale, gboolean negative)
{
  Decimal a = { 0 };

  set_wide (&a, magnitude, scale, negative);
  return a;
}

/* Limbs */

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
      mp_limb_t carry = mpn_mul_1 (a->limbs, a->limbs, a->limb_count, powers_of_ten[step]);

      if (carry != 0 && a->limb_count == DECIMAL_LIMBS)
        return FALSE;
      if (carry != 0)
        a->limbs[a->limb_count++] = carry;
      zeros -= step;
    }
  return TRUE;
}

/* Divides the magnitude, which is not 0, by @divisor and returns the remainder. */
static guint64
divide_by_word (Decimal *a, guint64 divisor)
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

      (void) divide_by_word (a, powers_of_ten[step]);
      digits -= step;
    }
}

/* Drops trailing zeros, but leaves @places decimals. */
static void
strip_zeros (Decimal *a, guint places)
{
  while (a->scale > places && mpn_mod_1 (a->limbs, a->limb_count, 10) == 0)
    {
      (void) divide_by_word (a, 10);
      a->scale--;
    }
}

/* Parsing */

/* The parts of a number's text. */
typedef struct
{
  const char *whole;
  const char *decimals;
  gsize whole_count;
  gsize decimal_count;
  gint64 exponent;
  gboolean negative;
} NumberText;

static inline const char *
skip_digits (const char *at, const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* Reads sign and digits of an exponent, all up to @end. */
static gboolean
split_exponent (const char *at, const char *end, gint64 *exponent)
{
  /* Past every text's length, so that no run of zeros before it makes up for what is cut off. */
  const gint64 exponent_max = G_GINT64_CONSTANT (100000000000000000);
  gboolean negative = at < end && *at == '-';
  gint64 value = 0;

  if (at < end && (*at == '-' || *at == '+'))
    at++;
  if (at == end || skip_digits (at, end) != end)
    return FALSE;

  for (; at < end; at++)
    value = MIN (value * 10 + (*at - '0'), exponent_max);
  *exponent = negative ? -value : value;
  return TRUE;
}

static gboolean
split_number (const char *at, const char *end, char mark, NumberText *parts)
{
  if (at < end && *at == '\'')
    at++;
  parts->negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+'))
    at++;

  parts->whole = at;
  at = skip_digits (at, end);
  parts->whole_count = (gsize) (at - parts->whole);

  if (at < end && *at == mark)
    at++;
  parts->decimals = at;
  at = skip_digits (at, end);
  parts->decimal_count = (gsize) (at - parts->decimals);

  parts->exponent = 0;
  if (parts->whole_count + parts->decimal_count == 0)
    return FALSE;
  if (at < end && (*at == 'e' || *at == 'E'))
    return split_exponent (at + 1, end, &parts->exponent);
  return at == end;
}

/*
 * Leaves the digits from the first that is not 0 to the last that counts; returns the scale that
 * belongs to them. Zeros that end a whole number stay as long as they fit.
 */
static gint64
trim_zeros (NumberText *parts)
{
  gint64 scale;

  while (parts->decimal_count > 0 && parts->decimals[parts->decimal_count - 1] == '0')
    parts->decimal_count--;
  scale = (gint64) parts->decimal_count - parts->exponent;

  for (; parts->whole_count > 0 && *parts->whole == '0'; parts->whole++)
    parts->whole_count--;
  if (parts->whole_count == 0)
    for (; parts->decimal_count > 0 && *parts->decimals == '0'; parts->decimals++)
      parts->decimal_count--;

  while (parts->decimal_count == 0 && parts->whole_count > PARSED_DIGITS_MAX
         && parts->whole[parts->whole_count - 1] == '0')
    {
      parts->whole_count--;
      scale--;
    }
  return scale;
}

/* Appends up to 38 digits in all: 19 to *head, those after them to *tail. */
static inline guint
append_digits (const char *digits, gsize digit_count, guint count, guint64 *head, guint64 *tail)
{
  for (gsize i = 0; i < digit_count; i++, count++)
    {
      guint64 digit = (guint64) (digits[i] - '0');

      if (count < WORD_ZEROS_MAX)
        *head = *head * 10 + digit;
      else
        *tail = *tail * 10 + digit;
    }
  return count;
}

static Wide
read_digits (const NumberText *parts)
{
  guint64 head = 0;
  guint64 tail = 0;
  guint count = append_digits (parts->whole, parts->whole_count, 0, &head, &tail);

  count = append_digits (parts->decimals, parts->decimal_count, count, &head, &tail);
  if (count <= WORD_ZEROS_MAX)
    return head;
  return (Wide) head * powers_of_ten[count - WORD_ZEROS_MAX] + tail;
}

/* Brings @scale into 0 to 38 where the value, which is not 0, allows it. */
static gboolean
fit_scale (Wide *value, gsize digit_count, gint64 *scale)
{
  for (; *scale > PARSED_DIGITS_MAX; --*scale)
    {
      if (*value % 10 != 0)
        return FALSE;
      *value /= 10;
    }
  if (*scale < 0)
    {
      if (*scale < (gint64) digit_count - PARSED_DIGITS_MAX)
        return FALSE;
      *value *= wide_power_of_ten ((guint) - *scale);
      *scale = 0;
    }
  return TRUE;
}

gboolean
decimal_parse (const char *text, gsize length, DecimalMark mark, Decimal *out)
{
  NumberText parts;
  Wide value;
  gint64 scale;
  gsize digit_count;

  if (length == 0 || !split_number (text, text + length, mark == DECIMAL_COMMA ? ',' : '.', &parts))
    return FALSE;

  scale = trim_zeros (&parts);
  digit_count = parts.whole_count + parts.decimal_count;
  if (digit_count > PARSED_DIGITS_MAX)
    return FALSE;

  value = read_digits (&parts);
  if (value != 0 && !fit_scale (&value, digit_count, &scale))
    return FALSE;

  *out = (Decimal){ 0 };
  set_wide (out, value, (guint) scale, parts.negative);
  return TRUE;
}

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
  return from_wide (magnitude, scale, value < 0);
}

/* Sums */

/* FALSE, with *sum unchanged, when 128 bits are too few. */
static gboolean
add_wide (Decimal *sum, const Decimal *x)
{
  Wide left = wide_of (sum);
  Wide right = wide_of (x);
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
  set_wide (sum, total, scale, negative);
  return TRUE;
}

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

static void
add_large (Decimal *sum, Decimal x)
{
  guint8 scale = MAX (sum->scale, x.scale);
  Decimal *coarser = x.scale > sum->scale ? sum : &x;
  gboolean fits = append_zeros (coarser, (guint) (scale - coarser->scale));

  g_assert (fits);
  if (sum->negative == x.negative)
    add_magnitude (sum, &x);
  else
    subtract_magnitude (sum, &x);
  sum->scale = scale;
  settle (sum);
}

void
decimal_accumulate (Decimal *sum, const Decimal *x)
{
  if (x->limb_count == 0)
    return;
  if (sum->limb_count == 0)
    *sum = *x;
  else if (!is_wide (sum) || !is_wide (x) || !add_wide (sum, x))
    add_large (sum, *x);
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
decimal_multiply (Decimal a, Decimal b)
{
  guint scale = (guint) a.scale + b.scale;
  gboolean negative = a.negative != b.negative;
  Wide product;

  g_assert (scale <= G_MAXUINT8);
  if (a.limb_count <= 1 && b.limb_count <= 1)
    return from_wide ((Wide) a.limbs[0] * b.limbs[0], scale, negative);
  if (is_wide (&a) && is_wide (&b)
      && !__builtin_mul_overflow (wide_of (&a), wide_of (&b), &product))
    return from_wide (product, scale, negative);
  if (a.limb_count == 0 || b.limb_count == 0)
    return decimal_from_int (0);
  if (a.limb_count < b.limb_count)
    return multiply_large (&b, &a, scale, negative);
  return multiply_large (&a, &b, scale, negative);
}

/* Rounding */

static inline guint64
round_word (guint64 value, guint drop, DecimalRounding how)
{
  guint64 unit;
  guint64 kept;

  if (drop > WORD_ZEROS_MAX) /* the value is then less than half a unit */
    return 0;
  unit = powers_of_ten[drop];
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

/* The first digit that is cut off decides alone, so the digits after it go first. */
static void
round_large (Decimal *a, guint drop, DecimalRounding how)
{
  guint8 count;

  cut_digits (a, drop - 1);
  count = a->limb_count;
  if (count > 0 && divide_by_word (a, 10) >= 5 && how == DECIMAL_HALF_UP)
    {
      /* One more cannot pass the limbs there were before the division. */
      (void) mpn_add_1 (a->limbs, a->limbs, count, 1);
      a->limb_count = count;
    }
}

Decimal
decimal_round (Decimal a, guint places, DecimalRounding how)
{
  guint drop;

  if (a.scale <= places)
    return a;
  drop = a.scale - places;
  if (a.limb_count <= 1)
    return from_wide (round_word (a.limbs[0], drop, how), places, a.negative);
  if (is_wide (&a))
    return from_wide (round_wide (wide_of (&a), drop, how), places, a.negative);

  round_large (&a, drop, how);
  a.scale = (guint8) places;
  settle (&a);
  return a;
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
decimal_multiply_divide (Decimal a, Decimal b, Decimal divisor, guint places, DecimalRounding how)
{
  mpz_t left, right, under, over, power;
  Decimal result;
  int zeros;

  g_assert (divisor.limb_count > 0);
  g_assert (places <= G_MAXUINT8);
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

/* Comparing */

static int
compare_magnitudes (const Decimal *a, const Decimal *b)
{
  Decimal aligned;

  if (a->scale > b->scale)
    return -compare_magnitudes (b, a);
  if (a->limb_count == 0 || b->limb_count == 0)
    return (a->limb_count > 0) - (b->limb_count > 0);

  /* From here on @a gets zeros appended; where they do not fit, it is past all that @b can be. */
  if (is_wide (a) && is_wide (b))
    {
      Wide left = wide_of (a);
      Wide right = wide_of (b);

      if (!wide_append_zeros (&left, (guint) (b->scale - a->scale)))
        return 1;
      return (left > right) - (left < right);
    }

  aligned = *a;
  if (!append_zeros (&aligned, (guint) (b->scale - a->scale)))
    return 1;
  return mpn_cmp (aligned.limbs, b->limbs, DECIMAL_LIMBS);
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

/* Writing */

/* Writes the digits of the magnitude, none for 0, up to the end of @buffer; returns their count. */
static gsize
print_digits (Decimal a, char buffer[MAGNITUDE_DIGITS_MAX])
{
  gsize start = MAGNITUDE_DIGITS_MAX;

  while (a.limb_count > 0)
    {
      guint64 group = divide_by_word (&a, powers_of_ten[WORD_ZEROS_MAX]);

      for (guint i = 0; i < WORD_ZEROS_MAX && (group > 0 || a.limb_count > 0); i++, group /= 10)
        buffer[--start] = (char) ('0' + group % 10);
    }
  return MAGNITUDE_DIGITS_MAX - start;
}

static void
append_zero_digits (GString *text, gsize count)
{
  for (; count > 0; count--)
    g_string_append_c (text, '0');
}

char *
decimal_to_string (Decimal a, guint places)
{
  char buffer[MAGNITUDE_DIGITS_MAX];
  const char *digits;
  gsize digit_count, whole_count;
  GString *text = g_string_new (a.negative ? "-" : "");

  strip_zeros (&a, places);
  digit_count = print_digits (a, buffer);
  digits = buffer + (MAGNITUDE_DIGITS_MAX - digit_count);
  whole_count = digit_count > a.scale ? digit_count - a.scale : 0;

  g_string_append_len (text, digits, (gssize) whole_count);
  if (whole_count == 0)
    g_string_append_c (text, '0');
  if (a.scale > 0 || places > 0)
    g_string_append_c (text, '.');
  append_zero_digits (text, a.scale > digit_count ? a.scale - digit_count : 0);
  g_string_append_len (text, digits + whole_count, (gssize) (digit_count - whole_count));
  append_zero_digits (text, places > a.scale ? places - a.scale : 0);
  return g_string_free (text, FALSE);
}

gsize
decimal_canonical_magnitude (Decimal a, guint8 bytes[DECIMAL_CANONICAL_BYTES])
{
  gsize used = 0;

  strip_zeros (&a, 0);
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
