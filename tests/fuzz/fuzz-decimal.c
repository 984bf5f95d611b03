/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <gmp.h>
#include <string.h>

#include "base/decimal-limbs.h"
#include "base/decimal.h"
#include "fuzz-target.h"

/*
 * Decimals against GMP's rationals: which texts are numbers and which number they are, then every
 * operation on up to three of them; and against the limbs, which give the very same value, down to
 * the scale, as the words do that are tried first.
 *
 * Choices: the mark; two for the places of roundings. Then a number on each of three lines.
 */

#define NUMBERS 3

/* What GMP's rationals need for one input: handed out in one piece and taken back as one, for
   millions of small blocks cost more than what is reckoned in them. */
#define ARENA_BYTES (256 * 1024)

static struct
{
  _Alignas(16) char bytes[ARENA_BYTES];
  gsize used;
} arena;

static void *
take_memory (size_t size)
{
  char *block = arena.bytes + arena.used;

  arena.used += (size + 15) / 16 * 16;
  REQUIRE (arena.used <= ARENA_BYTES);
  return block;
}

static void *
retake_memory (void *old, size_t old_size, size_t size)
{
  return size <= old_size ? old : memcpy (take_memory (size), old, old_size);
}

static void
leave_memory (void *block G_GNUC_UNUSED, size_t size G_GNUC_UNUSED)
{
}

static void
restart_arena (void)
{
  if (arena.used == 0)
    mp_set_memory_functions (take_memory, retake_memory, leave_memory);
  arena.used = 0;
}

typedef struct
{
  Decimal value;
  mpq_t exact;
} Number;

/* The value, from the members of the type alone. */
static void
set_exact (mpq_t exact, Decimal value)
{
  REQUIRE (value.limb_count <= DECIMAL_LIMBS);
  for (guint i = value.limb_count; i < DECIMAL_LIMBS; i++)
    REQUIRE (value.limbs[i] == 0);
  REQUIRE (value.limb_count == 0 ? value.scale == 0 && !value.negative
                                 : value.limbs[value.limb_count - 1] != 0);
  mpz_import (mpq_numref (exact), value.limb_count, -1, sizeof (guint64), 0, 0, value.limbs);
  mpz_ui_pow_ui (mpq_denref (exact), 10, value.scale);
  mpq_canonicalize (exact);
  if (value.negative)
    mpq_neg (exact, exact);
}

static void
check_exact (Decimal value, const mpq_t expected)
{
  mpq_t exact;

  mpq_init (exact);
  set_exact (exact, value);
  REQUIRE (mpq_equal (exact, expected));
  mpq_clear (exact);
}

/* Texts. */

static gboolean
take_char (Slice *rest, const char *of)
{
  if (rest->length == 0 || *rest->text == '\0' || strchr (of, *rest->text) == NULL)
    return FALSE;
  rest->text++;
  rest->length--;
  return TRUE;
}

static Slice
take_digits (Slice *rest)
{
  Slice digits = { rest->text, 0 };

  while (take_char (rest, "0123456789"))
    digits.length++;
  return digits;
}

/* Digits without the zeros around them, times 10^*exponent. */
static GString *
trim_digits (Slice whole, Slice decimals, mpz_t exponent)
{
  GString *digits = g_string_new_len (whole.text, (gssize) whole.length);

  g_string_append_len (digits, decimals.text, (gssize) decimals.length);
  mpz_sub_ui (exponent, exponent, decimals.length);
  while (digits->len > 0 && digits->str[digits->len - 1] == '0')
    {
      g_string_truncate (digits, digits->len - 1);
      mpz_add_ui (exponent, exponent, 1);
    }
  g_string_erase (digits, 0, (gssize) strspn (digits->str, "0"));
  return digits;
}

/* At most 38 digits and 38 decimals. */
static gboolean
is_held (const GString *digits, const mpz_t exponent)
{
  if (digits->len == 0)
    return TRUE;
  if (digits->len > 38 || mpz_cmp_si (exponent, -38) < 0 || mpz_cmp_si (exponent, 38) > 0)
    return FALSE;
  return (glong) digits->len + MAX (mpz_get_si (exponent), 0) <= 38;
}

static void
set_digits (mpq_t exact, const GString *digits, const mpz_t exponent, gboolean negative)
{
  mpq_set_ui (exact, 0, 1);
  if (digits->len == 0)
    return;
  REQUIRE (mpz_set_str (mpq_numref (exact), digits->str, 10) == 0);
  mpz_t power;
  mpz_init (power);
  mpz_ui_pow_ui (power, 10, (unsigned long) labs (mpz_get_si (exponent)));
  if (mpz_sgn (exponent) >= 0)
    mpz_mul (mpq_numref (exact), mpq_numref (exact), power);
  else
    mpz_set (mpq_denref (exact), power);
  mpz_clear (power);
  mpq_canonicalize (exact);
  if (negative)
    mpq_neg (exact, exact);
}

/* The grammar of the specification, read plainly. FALSE: no number, or one that is not held. */
static gboolean
parse_plainly (Slice rest, DecimalMark mark, mpq_t exact)
{
  mpz_t exponent;
  gboolean taken = TRUE;

  (void) take_char (&rest, "'");
  const gboolean negative = rest.length > 0 && *rest.text == '-';
  (void) take_char (&rest, "+-");
  const Slice whole = take_digits (&rest);
  Slice decimals = { "", 0 };
  if (take_char (&rest, mark == DECIMAL_POINT ? "." : ","))
    decimals = take_digits (&rest);
  if (whole.length + decimals.length == 0)
    return FALSE;

  mpz_init (exponent);
  if (take_char (&rest, "eE"))
    {
      const gboolean below = rest.length > 0 && *rest.text == '-';
      (void) take_char (&rest, "+-");
      const Slice digits = take_digits (&rest);
      g_autofree char *text = slice_dup (digits);
      taken = digits.length > 0 && mpz_set_str (exponent, text, 10) == 0;
      if (below)
        mpz_neg (exponent, exponent);
    }
  GString *digits = trim_digits (whole, decimals, exponent);
  taken = taken && rest.length == 0 && is_held (digits, exponent);
  if (taken)
    set_digits (exact, digits, exponent, negative);
  g_string_free (digits, TRUE);
  mpz_clear (exponent);
  return taken;
}

static void
check_text (const Number *number, guint places)
{
  g_autofree char *text = decimal_to_string (number->value, places);
  g_autofree char *shortest = decimal_to_string (number->value, 0);
  const char *mark = strchr (text, '.');
  Decimal again = { 0 };

  REQUIRE (decimal_parse (shortest, strlen (shortest), DECIMAL_POINT, &again));
  REQUIRE (decimal_equal (again, number->value));
  check_exact (again, number->exact);
  REQUIRE (strspn (text, "-0123456789.") == strlen (text) && strcmp (text, "-0") != 0);
  REQUIRE (strlen (mark != NULL ? mark + 1 : "") >= places);
  REQUIRE (g_str_has_prefix (text, shortest));
  for (const char *rest = text + strlen (shortest); *rest != '\0'; rest++)
    REQUIRE (*rest == '0' || *rest == '.');
}

/* Operations. */

static void
check_sums (const Number *a, const Number *b)
{
  mpq_t expected;
  Decimal sum = a->value;

  mpq_init (expected);
  mpq_add (expected, a->exact, b->exact);
  check_exact (decimal_add (a->value, b->value), expected);
  decimal_accumulate (&sum, &b->value);
  check_exact (sum, expected);
  mpq_sub (expected, a->exact, b->exact);
  check_exact (decimal_subtract (a->value, b->value), expected);
  mpq_mul (expected, a->exact, b->exact);
  check_exact (decimal_multiply (a->value, b->value), expected);
  mpq_clear (expected);
}

static void
check_same (Decimal a, Decimal b)
{
  REQUIRE (a.limb_count == b.limb_count && a.scale == b.scale && a.negative == b.negative);
  REQUIRE (memcmp (a.limbs, b.limbs, sizeof a.limbs) == 0);
}

/* Neither is 0. */
static void
check_limbs (Decimal a, Decimal b)
{
  const int order = decimal_compare (decimal_absolute (a), decimal_absolute (b));
  Decimal sum = a;

  decimal_limbs_add (&sum, &b);
  check_same (decimal_add (a, b), sum);
  check_same (decimal_multiply (a, b), decimal_limbs_multiply (&a, &b));
  if (a.scale <= b.scale)
    {
      const int found = decimal_limbs_compare (&a, &b);
      REQUIRE ((order > 0) == (found > 0) && (order < 0) == (found < 0));
    }
}

static void
check_order (const Number *a, const Number *b)
{
  const int order = mpq_cmp (a->exact, b->exact);
  const int found = decimal_compare (a->value, b->value);

  REQUIRE ((order > 0) == (found > 0) && (order < 0) == (found < 0));
  REQUIRE (decimal_equal (a->value, b->value) == (order == 0));
  check_exact (decimal_min (a->value, b->value), order < 0 ? a->exact : b->exact);
  check_exact (decimal_max (a->value, b->value), order > 0 ? a->exact : b->exact);
}

static void
check_canonical (const Number *a, const Number *b)
{
  guint8 bytes_a[DECIMAL_CANONICAL_BYTES], bytes_b[DECIMAL_CANONICAL_BYTES];
  const gsize count_a = decimal_canonical_magnitude (a->value, bytes_a);
  const gsize count_b = decimal_canonical_magnitude (b->value, bytes_b);
  mpq_t magnitude_a, magnitude_b;

  mpq_inits (magnitude_a, magnitude_b, NULL);
  mpq_abs (magnitude_a, a->exact);
  mpq_abs (magnitude_b, b->exact);
  REQUIRE (count_a <= sizeof bytes_a && count_b <= sizeof bytes_b);
  REQUIRE ((mpq_equal (magnitude_a, magnitude_b) != 0)
           == (count_a == count_b && memcmp (bytes_a, bytes_b, count_a) == 0));
  check_exact (decimal_absolute (a->value), magnitude_a);
  mpq_clears (magnitude_a, magnitude_b, NULL);
}

/* Rounds in place: toward zero, or to nearest and half away from zero. */
static void
round_exact (mpq_t exact, guint places, DecimalRounding how)
{
  const int sign = mpq_sgn (exact);
  mpz_t power;

  mpz_init (power);
  mpz_ui_pow_ui (power, 10, places);
  mpq_abs (exact, exact);
  mpz_mul (mpq_numref (exact), mpq_numref (exact), power);
  if (how == DECIMAL_HALF_UP)
    {
      mpz_mul_2exp (mpq_numref (exact), mpq_numref (exact), 1);
      mpz_add (mpq_numref (exact), mpq_numref (exact), mpq_denref (exact));
      mpz_mul_2exp (mpq_denref (exact), mpq_denref (exact), 1);
    }
  mpz_fdiv_q (mpq_numref (exact), mpq_numref (exact), mpq_denref (exact));
  mpz_set (mpq_denref (exact), power);
  mpq_canonicalize (exact);
  if (sign < 0)
    mpq_neg (exact, exact);
  mpz_clear (power);
}

static void
check_rounding (const Number *number, guint places, DecimalRounding how)
{
  mpq_t expected;

  mpq_init (expected);
  mpq_set (expected, number->exact);
  round_exact (expected, places, how);
  check_exact (decimal_round (number->value, places, how), expected);
  mpq_clear (expected);
  if (number->value.scale > places)
    {
      Decimal rounded = number->value;
      decimal_limbs_round (&rounded, places, how);
      check_same (decimal_round (number->value, places, how), rounded);
    }
}

/* The product's rounding is known for what it is, and nothing beside it is taken for it. */
static void
check_product (const Number *a, const Number *b, guint places, DecimalRounding how)
{
  const Decimal unit = decimal_from_scaled (1, places);
  mpq_t expected;

  mpq_init (expected);
  mpq_mul (expected, a->exact, b->exact);
  round_exact (expected, places, how);
  const Decimal rounded = decimal_round (decimal_multiply (a->value, b->value), places, how);
  check_exact (rounded, expected);
  const Decimal more = decimal_add (rounded, unit), less = decimal_subtract (rounded, unit);
  REQUIRE (decimal_is_rounded_product (&rounded, &a->value, &b->value, places, how));
  REQUIRE (!decimal_is_rounded_product (&more, &a->value, &b->value, places, how));
  REQUIRE (!decimal_is_rounded_product (&less, &a->value, &b->value, places, how));
  mpq_clear (expected);
}

/* The third number may be what the first two make. */
static void
check_proof (const Number numbers[NUMBERS], guint places, DecimalRounding how)
{
  mpq_t expected;

  mpq_init (expected);
  mpq_mul (expected, numbers[0].exact, numbers[1].exact);
  round_exact (expected, places, how);
  REQUIRE (decimal_is_rounded_product (&numbers[2].value, &numbers[0].value, &numbers[1].value,
                                       places, how)
           == (mpq_equal (expected, numbers[2].exact) != 0));
  mpq_clear (expected);
}

static void
check_division (const Number numbers[NUMBERS], guint places, DecimalRounding how)
{
  mpq_t expected;

  if (mpq_sgn (numbers[2].exact) == 0)
    return;
  mpq_init (expected);
  mpq_mul (expected, numbers[0].exact, numbers[1].exact);
  mpq_div (expected, expected, numbers[2].exact);
  round_exact (expected, places, how);
  const Decimal quotient
      = decimal_multiply_divide (numbers[0].value, numbers[1].value, numbers[2].value, places, how);
  check_exact (quotient, expected);
  check_same (quotient, decimal_limbs_multiply_divide (numbers[0].value, numbers[1].value,
                                                       numbers[2].value, places, how));
  mpq_clear (expected);
}

/* The product of all three, which is as long as numbers become, rounded and added to itself. */
static void
check_long (const Number numbers[NUMBERS], guint places)
{
  Number product;

  mpq_init (product.exact);
  mpq_mul (product.exact, numbers[0].exact, numbers[1].exact);
  mpq_mul (product.exact, product.exact, numbers[2].exact);
  product.value
      = decimal_multiply (decimal_multiply (numbers[0].value, numbers[1].value), numbers[2].value);
  check_exact (product.value, product.exact);
  check_rounding (&product, places, DECIMAL_TRUNCATE);
  check_rounding (&product, places, DECIMAL_HALF_UP);
  check_order (&product, &numbers[0]);
  mpq_add (product.exact, product.exact, numbers[0].exact);
  check_exact (decimal_add (product.value, numbers[0].value), product.exact);
  mpq_clear (product.exact);
}

static void
check_number (const Number *number, guint places)
{
  mpq_t negated;

  mpq_init (negated);
  mpq_neg (negated, number->exact);
  check_exact (decimal_negate (number->value), negated);
  mpq_clear (negated);
  check_exact (decimal_unpack (decimal_pack (number->value)), number->exact);
  REQUIRE (decimal_is_int (&number->value, 1) == (mpq_cmp_ui (number->exact, 1, 1) == 0));
  REQUIRE (decimal_is_int (&number->value, -100) == (mpq_cmp_si (number->exact, -100, 1) == 0));
  REQUIRE (decimal_sign (number->value) == mpq_sgn (number->exact));
  REQUIRE (decimal_is_zero (number->value) == (mpq_sgn (number->exact) == 0));
  check_text (number, places);
  check_rounding (number, places, DECIMAL_TRUNCATE);
  check_rounding (number, places, DECIMAL_HALF_UP);
}

static void
read_number (Number *number, Slice text, DecimalMark mark)
{
  const Decimal before = decimal_from_int (42);
  Decimal value = before;

  const gboolean taken = decimal_parse (text.text, text.length, mark, &value);
  REQUIRE (taken == parse_plainly (text, mark, number->exact));
  if (!taken)
    {
      REQUIRE (memcmp (&value, &before, sizeof value) == 0);
      value = (Decimal){ 0 };
      mpq_set_ui (number->exact, 0, 1);
    }
  number->value = value;
  check_exact (value, number->exact);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Number numbers[NUMBERS];
  Slice rest;
  Choices choices = take_choices (data, size, &rest);
  const DecimalMark mark = choose (&choices, 2) == 0 ? DECIMAL_POINT : DECIMAL_COMMA;
  const guint places = choose (&choices, 8) + 8 * choose (&choices, 4);

  restart_arena ();
  for (guint i = 0; i < NUMBERS; i++)
    {
      mpq_init (numbers[i].exact);
      read_number (&numbers[i], take_line (&rest), mark);
      check_number (&numbers[i], places);
    }
  for (guint i = 0; i < NUMBERS; i++)
    {
      const Number *next = &numbers[(i + 1) % NUMBERS];

      check_sums (&numbers[i], next);
      check_order (&numbers[i], next);
      check_canonical (&numbers[i], next);
      if (!decimal_is_zero (numbers[i].value) && !decimal_is_zero (next->value))
        check_limbs (numbers[i].value, next->value);
      check_product (&numbers[i], next, places, DECIMAL_TRUNCATE);
      check_product (&numbers[i], next, places, DECIMAL_HALF_UP);
    }
  check_proof (numbers, places, DECIMAL_TRUNCATE);
  check_proof (numbers, places, DECIMAL_HALF_UP);
  check_division (numbers, places, DECIMAL_TRUNCATE);
  check_division (numbers, places, DECIMAL_HALF_UP);
  check_long (numbers, places);
  for (guint i = 0; i < NUMBERS; i++)
    mpq_clear (numbers[i].exact);
  return 0;
}
