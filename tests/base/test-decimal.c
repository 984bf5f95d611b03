/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/decimal.h"
#include "test-main.h"

#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "sample-decimal.h"

/* Integers */

START_TEST (integers_become_numbers)
{
  assert_prints (decimal_from_int (0), "0");
  assert_prints (decimal_from_int (-1), "-1");
  assert_prints (decimal_from_int (G_MAXINT64), "9223372036854775807");
  assert_prints (decimal_from_int (G_MININT64), "-9223372036854775808");
  assert_prints (decimal_from_scaled (1, 2), "0.01");
  assert_prints (decimal_from_scaled (-15, 1), "-1.5");
  assert_prints (decimal_from_scaled (0, 2), "0");
  assert_prints (decimal_from_scaled (G_MININT64, 255),
                 "-0." ZEROS_38 ZEROS_38 ZEROS_38 ZEROS_38 ZEROS_38 ZEROS_38 "00000000"
                 "9223372036854775808");
  assert_prints ((Decimal){ 0 }, "0");
}
END_TEST

/* Sums, differences, order */

static const struct
{
  const char *a;
  const char *b;
  const char *sum;
  const char *difference;
  int order;
} pairs[] = {
  { "0", "0", "0", "0", 0 },
  { "0", "5", "5", "-5", -1 },
  { "0", "-5", "-5", "5", 1 },
  { "-5", "0", "-5", "-5", -1 },
  { "5", "5", "10", "0", 0 },
  { "5", "-5", "0", "10", 1 },
  { "-5", "-5", "-10", "0", 0 },
  { "-5", "5", "0", "-10", -1 },
  { "-5", "-4", "-9", "-1", -1 },
  { "1.0", "1.00", "2", "0", 0 },
  { "1E1", "10", "20", "0", 0 },
  { "0.1", "0.2", "0.3", "-0.1", -1 },
  { "0.01", "0.001", "0.011", "0.009", 1 },
  { "1234.56", "-0.0000710833", "1234.5599289167", "1234.5600710833", 1 },
  { "-200", "0.01", "-199.99", "-200.01", -1 },
  /* carries over the limbs */
  { "18446744073709551615", "1", "18446744073709551616", "18446744073709551614", 1 },
  { "18446744073709551616", "-1", "18446744073709551615", "18446744073709551617", 1 },
  { NINES_38, "1", "1" ZEROS_38, NINES_19 "9999999999999999998", 1 },
  /* too far apart for 128 bits */
  { "1E37", "1E-38", "1" ZEROS_37 "." ZEROS_37 "1", NINES_19 "999999999999999999." NINES_38, 1 },
  { "1E-38", "1E37", "1" ZEROS_37 "." ZEROS_37 "1", "-" NINES_19 "999999999999999999." NINES_38,
    -1 },
  { "-1E37", "1E-38", "-" NINES_19 "999999999999999999." NINES_38, "-1" ZEROS_37 "." ZEROS_37 "1",
    -1 },
  { "2E37", "0.5", "2" ZEROS_37 ".5", "19999999999999999999999999999999999999.5", 1 },
};

START_TEST (sums_and_differences_are_exact)
{
  Decimal a = number (pairs[_i].a);
  Decimal b = number (pairs[_i].b);

  assert_prints (decimal_add (a, b), pairs[_i].sum);
  assert_prints (decimal_add (b, a), pairs[_i].sum);
  assert_prints (decimal_subtract (a, b), pairs[_i].difference);
  assert_prints (decimal_negate (decimal_subtract (b, a)), pairs[_i].difference);
  decimal_accumulate (&a, &b);
  assert_prints (a, pairs[_i].sum);
}
END_TEST

START_TEST (numbers_are_ordered_by_worth)
{
  Decimal a = number (pairs[_i].a);
  Decimal b = number (pairs[_i].b);
  int order = pairs[_i].order;

  ck_assert_int_eq (decimal_compare (a, b), order);
  ck_assert_int_eq (decimal_compare (b, a), -order);
  ck_assert_int_eq (decimal_equal (a, b), order == 0);
  ck_assert_int_eq (decimal_equal (b, a), order == 0);
  ck_assert (decimal_equal (decimal_min (a, b), order < 0 ? a : b));
  ck_assert (decimal_equal (decimal_max (a, b), order > 0 ? a : b));
}
END_TEST

START_TEST (a_number_can_be_added_to_itself)
{
  Decimal small = number ("-1.5");
  Decimal large = decimal_multiply (number (NINES_38), number ("10"));

  decimal_accumulate (&small, &small);
  assert_prints (small, "-3");
  decimal_accumulate (&large, &large);
  assert_prints (large, "1999999999999999999999999999999999999980");
}
END_TEST

START_TEST (signs_are_told_and_changed)
{
  Decimal minus = number ("-1.5");

  ck_assert_int_eq (decimal_sign (minus), -1);
  ck_assert_int_eq (decimal_sign (number ("1.5")), 1);
  ck_assert_int_eq (decimal_sign (number ("0.00")), 0);
  ck_assert (decimal_is_zero (number ("-0.00")));
  ck_assert (!decimal_is_zero (minus));
  assert_prints (decimal_negate (minus), "1.5");
  assert_prints (decimal_negate (decimal_negate (minus)), "-1.5");
  assert_prints (decimal_negate (number ("0")), "0");
  assert_prints (decimal_absolute (minus), "1.5");
  assert_prints (decimal_absolute (number ("1.5")), "1.5");
  assert_prints (decimal_absolute (number ("0")), "0");
}
END_TEST

/* Products and rounding */

static const struct
{
  const char *a;
  const char *b;
  const char *product;
} products[] = {
  { "0", "-5", "0" },
  { "-5", "0.00", "0" },
  { "12", "-12", "-144" },
  { "-1.5", "-1.5", "2.25" },
  { "0.1999968000511991808131", "0", "0" },
  { "0.1999968000511991808131", "1000000", "199996.8000511991808131" },
  { "0.1999968000511991808131", "123456789012345678", "24690962747065182.5570782237360823107818" },
  { "0.1999968000511991808131", "99999999999999999999999999999999999999",
    "19999680005119918081309999999999999999.8000031999488008191869" },
  { "18446744073709551615", "18446744073709551615", "340282366920938463426481119284349108225" },
  { "18446744073709551616", "18446744073709551616", "340282366920938463463374607431768211456" },
  { NINES_38, "-" NINES_38, "-" NINES_19 "9999999999999999998" ZEROS_37 "1" },
  { "1E-38", "1E-38", "0." ZEROS_38 ZEROS_37 "1" },
};

START_TEST (products_are_exact)
{
  Decimal a = number (products[_i].a);
  Decimal b = number (products[_i].b);

  assert_prints (decimal_multiply (a, b), products[_i].product);
  assert_prints (decimal_multiply (b, a), products[_i].product);
}
END_TEST

START_TEST (a_product_of_any_three_parsed_numbers_fits)
{
  Decimal largest = number (NINES_38);
  Decimal finest = number ("-." NINES_38);
  Decimal cube = decimal_multiply (decimal_multiply (largest, largest), largest);

  assert_sound (cube);
  assert_prints (decimal_multiply (decimal_from_int (0), cube), "0");
  assert_prints (decimal_multiply (cube, decimal_from_int (0)), "0");
  cube = decimal_multiply (finest, decimal_multiply (finest, finest));
  assert_sound (cube);
  ck_assert_uint_eq (cube.scale, 114);
  assert_prints (decimal_round (cube, 2, DECIMAL_HALF_UP), "-1");
  assert_prints (decimal_round (cube, 2, DECIMAL_TRUNCATE), "-0.99");
}
END_TEST

static const struct
{
  const char *value;
  guint places;
  const char *truncated;
  const char *half_up;
} roundings[] = {
  { "0", 2, "0", "0" },
  { "1.5", 2, "1.5", "1.5" },
  { "1.5", 200, "1.5", "1.5" },
  { "12", 0, "12", "12" },
  { "0.004", 2, "0", "0" },
  { "0.005", 2, "0", "0.01" },
  { "-0.004", 2, "0", "0" },
  { "-0.005", 2, "0", "-0.01" },
  { "-1.015", 2, "-1.01", "-1.02" },
  { "1.0149999999999999999999", 2, "1.01", "1.01" },
  { "1.0150000000000000000000000001", 2, "1.01", "1.02" },
  { "9.995", 2, "9.99", "10" },
  { "-9.5", 0, "-9", "-10" },
  { "0.4999999999", 0, "0", "0" },
  { "0.5", 0, "0", "1" },
  { "99999999999999999.995", 2, "99999999999999999.99", "100000000000000000" },
  { "184467440737095516.15", 1, "184467440737095516.1", "184467440737095516.2" },
  /* far below what is kept, in one word and in two */
  { "1E-38", 2, "0", "0" },
  { "9E-38", 0, "0", "0" },
  { "0.00000000000000000009999999999999999999", 0, "0", "0" },
  { "0." NINES_38, 0, "0", "1" },
  { "-0." NINES_38, 37, "-0.9999999999999999999999999999999999999", "-1" },
  { "0.4" NINES_19 "999999999999999999", 0, "0", "0" },
  { "0.5" ZEROS_19 "00000000000000001", 0, "0", "1" },
  { "1234567890123456789012345678901234567.5", 0, "1234567890123456789012345678901234567",
    "1234567890123456789012345678901234568" },
};

START_TEST (rounding_cuts_or_goes_half_away_from_zero)
{
  Decimal value = number (roundings[_i].value);

  assert_prints (decimal_round (value, roundings[_i].places, DECIMAL_TRUNCATE),
                 roundings[_i].truncated);
  assert_prints (decimal_round (value, roundings[_i].places, DECIMAL_HALF_UP),
                 roundings[_i].half_up);
}
END_TEST

/* The worked examples of the rounding of invoice lines: price x quantity. */
static const struct
{
  const char *price;
  const char *quantity;
  const char *usage;   /* T(price x quantity) */
  const char *licence; /* T(price) x quantity */
  const char *half_up; /* H(price x quantity) */
} worked[] = {
  { "2.5415", "32", "81.32", "81.28", "81.33" },
  { "0", "5", "0.00", "0.00", "0.00" },
  { "10.08", "10", "100.80", "100.80", "100.80" },
  { "-9.408", "10", "-94.08", "-94.00", "-94.08" },
  { "9.408", "12", "112.89", "112.80", "112.90" },
  { "-9.408", "12", "-112.89", "-112.80", "-112.90" },
  { "9.408", "8", "75.26", "75.20", "75.26" },
  { "-11.225806451612903225", "10", "-112.25", "-112.20", "-112.26" },
  { "11.2258064516129032258", "15", "168.38", "168.30", "168.39" },
  { "-10.064516129032258064", "15", "-150.96", "-150.90", "-150.97" },
  { "10.0645161290322580645", "25", "251.61", "251.50", "251.61" },
  { "-9.2903225806451612903", "25", "-232.25", "-232.25", "-232.26" },
  { "9.29032258064516129032", "23", "213.67", "213.67", "213.68" },
  { "-8.5161290322580645161", "23", "-195.87", "-195.73", "-195.87" },
  { "8.51612903225806451612", "20", "170.32", "170.20", "170.32" },
  { "-4.2580645161290322580", "20", "-85.16", "-85.00", "-85.16" },
  { "4.25806451612903225806", "30", "127.74", "127.50", "127.74" },
  { "-9.4296774193548387096", "10", "-94.29", "-94.20", "-94.30" },
  { "-7.728", "300", "-2318.40", "-2316.00", "-2318.40" },
  /* cut off after 20 decimals; see the quotient of 6.43 x 23 / 30 for the whole price */
  { "4.92966666666666666666", "300", "1478.89", "1476.00", "1478.90" },
  { "-7.728", "100", "-772.80", "-772.00", "-772.80" },
  { "4.92966666666666666666", "100", "492.96", "492.00", "492.97" },
  { "52.61", "25", "1315.25", "1315.25", "1315.25" },
  { "120.96", "10", "1209.60", "1209.60", "1209.60" },
  { "229.16", "10", "2291.60", "2291.60", "2291.60" },
};

static void
assert_money (Decimal value, const char *expected)
{
  g_autofree char *text = decimal_to_string (value, 2);

  assert_sound (value);
  ck_assert_str_eq (text, expected);
}

START_TEST (the_worked_examples_come_out)
{
  Decimal price = number (worked[_i].price);
  Decimal quantity = number (worked[_i].quantity);
  Decimal product = decimal_multiply (price, quantity);

  assert_money (decimal_round (product, 2, DECIMAL_TRUNCATE), worked[_i].usage);
  assert_money (decimal_round (product, 2, DECIMAL_HALF_UP), worked[_i].half_up);
  assert_money (decimal_multiply (decimal_round (price, 2, DECIMAL_TRUNCATE), quantity),
                worked[_i].licence);
}
END_TEST

static const struct
{
  const char *a;
  const char *b;
  const char *divisor;
  guint places;
  const char *truncated;
  const char *half_up;
} quotients[] = {
  { "1", "1", "3", 2, "0.33", "0.33" },
  { "2", "1", "3", 2, "0.66", "0.67" },
  { "-2", "1", "3", 2, "-0.66", "-0.67" },
  { "2", "1", "-3", 2, "-0.66", "-0.67" },
  { "-2", "-1", "3", 2, "0.66", "0.67" },
  { "-2", "1", "-3", 0, "0", "1" },
  { "-1", "1", "3", 0, "0", "0" },
  { "0", "-5", "3", 2, "0", "0" },
  { "1", "1", "8", 2, "0.12", "0.13" },
  { "1", "1", "8", 3, "0.125", "0.125" },
  { "85", "15", "85", 2, "15", "15" },
  { "100.01", "15", "85", 2, "17.64", "17.65" },
  { "100", "100", "85", 38, "117.64705882352941176470588235294117647058",
    "117.64705882352941176470588235294117647059" },
  { "1929", "23", "30", 2, "1478.9", "1478.9" }, /* 6.43 x 300, 23 days of 30 */
  { "643", "23", "30", 2, "492.96", "492.97" },
  { "1.000", "1.000", "0.0050", 0, "200", "200" },
  { "." NINES_38, "." NINES_38, "." NINES_38, 38, "0." NINES_38, "0." NINES_38 },
  { NINES_38, NINES_38, NINES_38, 0, NINES_38, NINES_38 },
  { NINES_38, NINES_38, "1E-38", 0, NINES_19 "9999999999999999998" ZEROS_37 "1" ZEROS_38,
    NINES_19 "9999999999999999998" ZEROS_37 "1" ZEROS_38 },
};

START_TEST (a_quotient_is_rounded_once)
{
  Decimal a = number (quotients[_i].a);
  Decimal b = number (quotients[_i].b);
  Decimal divisor = number (quotients[_i].divisor);
  guint places = quotients[_i].places;

  assert_prints (decimal_multiply_divide (a, b, divisor, places, DECIMAL_TRUNCATE),
                 quotients[_i].truncated);
  assert_prints (decimal_multiply_divide (b, a, divisor, places, DECIMAL_HALF_UP),
                 quotients[_i].half_up);
}
END_TEST

/* Canonical bytes */

static gboolean
same_canonical_magnitude (Decimal a, Decimal b)
{
  guint8 a_bytes[DECIMAL_CANONICAL_BYTES];
  guint8 b_bytes[DECIMAL_CANONICAL_BYTES];
  gsize a_count = decimal_canonical_magnitude (a, a_bytes);
  gsize b_count = decimal_canonical_magnitude (b, b_bytes);

  ck_assert_uint_le (a_count, sizeof a_bytes);
  return a_count == b_count && memcmp (a_bytes, b_bytes, a_count) == 0;
}

START_TEST (canonical_bytes_are_equal_when_the_magnitudes_are)
{
  Decimal half = decimal_from_scaled (500, 3);
  Decimal nines = number (NINES_38);
  Decimal largest = decimal_multiply (decimal_multiply (nines, nines), nines);
  Decimal ten = number ("10");

  ck_assert (same_canonical_magnitude (half, number ("0.5")));
  ck_assert (same_canonical_magnitude (half, number ("-0.50")));
  ck_assert (!same_canonical_magnitude (half, number ("0.05")));
  ck_assert (!same_canonical_magnitude (half, number ("5")));
  ck_assert (!same_canonical_magnitude (half, number ("0")));
  ck_assert (same_canonical_magnitude (number ("-0.0"), number ("0")));
  ck_assert (same_canonical_magnitude (number ("200"), number ("2E2")));
  ck_assert (!same_canonical_magnitude (number ("20"), number ("200")));
  ck_assert (!same_canonical_magnitude (number ("1"), number ("256")));
  ck_assert (
      !same_canonical_magnitude (number ("18446744073709551617"), number ("36893488147419103233")));
  ck_assert (
      same_canonical_magnitude (decimal_multiply (largest, ten), decimal_multiply (ten, largest)));
  ck_assert (same_canonical_magnitude (
      largest, decimal_multiply (decimal_multiply (largest, ten), decimal_from_scaled (1, 1))));
}
END_TEST

/*
 * The model: the same operations the slow way, as on paper, with one decimal digit per place. It
 * shares nothing with the module but the text of a number.
 */
#define MODEL_DIGITS 400

typedef struct
{
  guint8 digits[MODEL_DIGITS]; /* least significant first */
  guint count;                 /* digits without leading zeros */
  guint scale;
  gboolean negative;
} Model;

static void
model_trim (Model *m)
{
  while (m->count > 0 && m->digits[m->count - 1] == 0)
    m->count--;
}

/* Appends zeros, or drops digits, until the scale is @scale. */
static void
model_rescale (Model *m, guint scale)
{
  for (; m->scale < scale; m->scale++)
    {
      memmove (m->digits + 1, m->digits, MODEL_DIGITS - 1);
      m->digits[0] = 0;
      m->count++;
    }
  for (; m->scale > scale; m->scale--)
    {
      memmove (m->digits, m->digits + 1, MODEL_DIGITS - 1);
      m->digits[MODEL_DIGITS - 1] = 0;
      m->count -= m->count > 0;
    }
  model_trim (m);
}

/* Compares or combines two of the same scale, without their signs. */
static int
model_compare_digits (const Model *a, const Model *b)
{
  for (guint i = MODEL_DIGITS; i > 0; i--)
    if (a->digits[i - 1] != b->digits[i - 1])
      return a->digits[i - 1] < b->digits[i - 1] ? -1 : 1;
  return 0;
}

static void
model_add_digits (Model *a, const Model *b)
{
  guint carry = 0;

  for (guint i = 0; i < MODEL_DIGITS; i++)
    {
      guint digit = carry + a->digits[i] + b->digits[i];

      a->digits[i] = (guint8) (digit % 10);
      carry = digit / 10;
    }
  a->count = MODEL_DIGITS;
  model_trim (a);
}

/* @a is at least @b. */
static void
model_subtract_digits (Model *a, const Model *b)
{
  int borrow = 0;

  for (guint i = 0; i < MODEL_DIGITS; i++)
    {
      int digit = a->digits[i] - b->digits[i] - borrow;

      borrow = digit < 0;
      a->digits[i] = (guint8) (digit + 10 * borrow);
    }
  model_trim (a);
}

static Model
model_add (Model a, Model b)
{
  guint scale = MAX (a.scale, b.scale);

  model_rescale (&a, scale);
  model_rescale (&b, scale);
  if (a.negative == b.negative)
    model_add_digits (&a, &b);
  else if (model_compare_digits (&a, &b) >= 0)
    model_subtract_digits (&a, &b);
  else
    {
      model_subtract_digits (&b, &a);
      a = b;
    }
  return a;
}

static Model
model_negate (Model a)
{
  a.negative = !a.negative;
  return a;
}

static int
model_compare (Model a, Model b)
{
  Model difference = model_add (a, model_negate (b));

  if (difference.count == 0)
    return 0;
  return difference.negative ? -1 : 1;
}

static Model
model_multiply (const Model *a, const Model *b)
{
  Model product = { .scale = a->scale + b->scale, .negative = a->negative != b->negative };

  for (guint i = 0; i < a->count; i++)
    {
      guint carry = 0;

      for (guint j = 0; j < b->count || carry > 0; j++)
        {
          guint digit = product.digits[i + j] + carry + (guint) a->digits[i] * b->digits[j];

          product.digits[i + j] = (guint8) (digit % 10);
          carry = digit / 10;
        }
    }
  product.count = MODEL_DIGITS;
  model_trim (&product);
  return product;
}

static Model
model_round (Model a, guint places, DecimalRounding how)
{
  static const Model one = { .digits = { 1 }, .count = 1 };
  gboolean up;

  if (a.scale <= places)
    return a;
  model_rescale (&a, places + 1);
  up = how == DECIMAL_HALF_UP && a.digits[0] >= 5;
  model_rescale (&a, places);
  if (up)
    model_add_digits (&a, &one);
  return a;
}

/* dividend / divisor to @places: long division to one more place, then rounding. */
static Model
model_divide (Model dividend, const Model *divisor, guint places, DecimalRounding how)
{
  Model quotient = { .scale = places + 1, .negative = dividend.negative != divisor->negative };
  Model rest = { 0 };
  Model whole_divisor = *divisor;

  whole_divisor.scale = 0;
  /* Digits past those asked for change neither a cut nor the digit that decides a half. */
  model_rescale (&dividend, divisor->scale + places + 1);
  for (guint i = dividend.count; i > 0; i--)
    {
      model_rescale (&rest, 1);
      rest.scale = 0;
      rest.digits[0] = dividend.digits[i - 1];
      rest.count = MAX (rest.count, 1);
      for (; model_compare_digits (&rest, &whole_divisor) >= 0; quotient.digits[i - 1]++)
        model_subtract_digits (&rest, &whole_divisor);
    }
  quotient.count = MODEL_DIGITS;
  model_trim (&quotient);
  return model_round (quotient, places, how);
}

/* As decimal_to_string (, 0) should write it. */
static char *
model_text (Model a)
{
  GString *text = g_string_new (NULL);
  guint printed;

  while (a.scale > 0 && a.digits[0] == 0)
    model_rescale (&a, a.scale - 1);
  if (a.negative && a.count > 0)
    g_string_append_c (text, '-');
  printed = MAX (a.count, a.scale + 1);
  for (guint i = printed; i > 0; i--)
    {
      if (i == a.scale)
        g_string_append_c (text, '.');
      g_string_append_c (text, (char) ('0' + a.digits[i - 1]));
    }
  return g_string_free (text, FALSE);
}

/* Chance */

#define SEED 20261031
#define ROUNDS 2000

typedef struct
{
  Model model;
  Decimal value;
  char *text;
} Operand;

typedef struct
{
  GRand *rand;
  guint round;
  const char *operation;
  const Operand *operands;
  guint operand_count;
} Trial;

/* Up to 38 digits and 38 decimals; long runs of 9 and 0, where carries hide, more than chance. */
static Model
random_model (GRand *rand)
{
  Model m = { 0 };
  gboolean runs = g_rand_boolean (rand);

  m.count = (guint) g_rand_int_range (rand, 0, 39);
  m.scale = (guint) g_rand_int_range (rand, 0, 39);
  m.negative = g_rand_boolean (rand);
  for (guint i = 0; i < m.count; i++)
    if (runs && i > 0 && g_rand_int_range (rand, 0, 8) > 0)
      m.digits[i] = m.digits[i - 1];
    else if (runs)
      m.digits[i] = g_rand_boolean (rand) ? 9 : 0;
    else
      m.digits[i] = (guint8) g_rand_int_range (rand, 0, 10);
  model_trim (&m);
  return m;
}

static Operand
random_operand (GRand *rand)
{
  Operand operand = { .model = random_model (rand) };

  operand.text = model_text (operand.model);
  operand.value = number (operand.text);
  return operand;
}

/* A product of two, up to 76 digits: past what the fast paths hold. */
static Operand
random_product (GRand *rand)
{
  Operand a = random_operand (rand);
  Operand b = random_operand (rand);
  Operand product = { .model = model_multiply (&a.model, &b.model),
                      .value = decimal_multiply (a.value, b.value) };

  product.text = model_text (product.model);
  g_free (a.text);
  g_free (b.text);
  return product;
}

static char *
trial_text (const Trial *trial)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "seed %d, round %u: %s of", SEED, trial->round, trial->operation);
  for (guint i = 0; i < trial->operand_count; i++)
    g_string_append_printf (text, " %s", trial->operands[i].text);
  return g_string_free (text, FALSE);
}

static void
expect_value (Trial *trial, const char *operation, Decimal found, Model expected)
{
  g_autofree char *found_text = decimal_to_string (found, 0);
  g_autofree char *expected_text = model_text (expected);

  trial->operation = operation;
  if (strcmp (found_text, expected_text) != 0)
    {
      g_autofree char *where = trial_text (trial);

      ck_abort_msg ("%s is %s, expected %s", where, found_text, expected_text);
    }
  assert_sound (found);
}

static void
expect_order (Trial *trial, const Operand *a, const Operand *b)
{
  int found = decimal_compare (a->value, b->value);
  int expected = model_compare (a->model, b->model);

  trial->operation = "order";
  if (found != expected || decimal_equal (a->value, b->value) != (expected == 0))
    {
      g_autofree char *where = trial_text (trial);

      ck_abort_msg ("%s is %d, expected %d", where, found, expected);
    }
}

static void
try_two (Trial *trial)
{
  const Operand *a = &trial->operands[0];
  const Operand *b = &trial->operands[1];
  Decimal sum = decimal_add (a->value, b->value);

  expect_value (trial, "sum", sum, model_add (a->model, b->model));
  expect_value (trial, "difference", decimal_subtract (a->value, b->value),
                model_add (a->model, model_negate (b->model)));
  expect_value (trial, "a + b - b", decimal_subtract (sum, b->value), a->model);
  expect_value (trial, "product", decimal_multiply (a->value, b->value),
                model_multiply (&a->model, &b->model));
  expect_order (trial, a, b);
  expect_order (trial, a, a);
}

static void
try_rounding (Trial *trial)
{
  guint places = (guint) g_rand_int_range (trial->rand, 0, 45);
  const Operand *a = &trial->operands[0];

  expect_value (trial, "truncation", decimal_round (a->value, places, DECIMAL_TRUNCATE),
                model_round (a->model, places, DECIMAL_TRUNCATE));
  expect_value (trial, "half up", decimal_round (a->value, places, DECIMAL_HALF_UP),
                model_round (a->model, places, DECIMAL_HALF_UP));
}

static void
try_quotient (Trial *trial)
{
  guint places = (guint) g_rand_int_range (trial->rand, 0, 12);
  const Operand *o = trial->operands;
  Model product = model_multiply (&o[0].model, &o[1].model);

  if (o[2].model.count == 0)
    return;
  for (DecimalRounding how = DECIMAL_TRUNCATE; how <= DECIMAL_HALF_UP; how++)
    expect_value (trial, how == DECIMAL_TRUNCATE ? "cut quotient" : "half-up quotient",
                  decimal_multiply_divide (o[0].value, o[1].value, o[2].value, places, how),
                  model_divide (product, &o[2].model, places, how));
}

static void
run_trials (void (*try_operands) (Trial *), Operand (*draw) (GRand *), guint operand_count)
{
  Trial trial = { .rand = g_rand_new_with_seed (SEED), .operand_count = operand_count };

  for (trial.round = 0; trial.round < ROUNDS; trial.round++)
    {
      Operand operands[3] = { 0 };

      for (guint i = 0; i < operand_count; i++)
        operands[i] = draw (trial.rand);
      trial.operands = operands;
      try_operands (&trial);
      for (guint i = 0; i < operand_count; i++)
        g_free (operands[i].text);
    }
  g_rand_free (trial.rand);
}

START_TEST (any_two_parsed_numbers_agree_with_the_paper_method)
{
  run_trials (try_two, random_operand, 2);
}
END_TEST

START_TEST (any_parsed_number_rounds_as_on_paper) { run_trials (try_rounding, random_operand, 1); }
END_TEST

START_TEST (any_product_rounds_as_on_paper) { run_trials (try_rounding, random_product, 1); }
END_TEST

START_TEST (any_quotient_agrees_with_long_division)
{
  run_trials (try_quotient, random_operand, 3);
}
END_TEST

static void
try_large (Trial *trial)
{
  const Operand *a = &trial->operands[0];
  const Operand *b = &trial->operands[1];
  Decimal sum = decimal_add (a->value, b->value);

  expect_value (trial, "sum", sum, model_add (a->model, b->model));
  expect_value (trial, "difference", decimal_subtract (a->value, b->value),
                model_add (a->model, model_negate (b->model)));
  expect_value (trial, "a + b - b", decimal_subtract (sum, b->value), a->model);
  expect_order (trial, a, b);
}

START_TEST (any_two_products_agree_with_the_paper_method)
{
  run_trials (try_large, random_product, 2);
}
END_TEST

static void
try_text (Trial *trial)
{
  const Operand *a = &trial->operands[0];
  g_autofree char *padded = decimal_to_string (a->value, 38);

  expect_value (trial, "text", a->value, a->model);
  expect_value (trial, "padded text", number (padded), a->model);
  ck_assert (same_canonical_magnitude (number (padded), decimal_negate (a->value)));
}

START_TEST (whole_numbers_come_back)
{
  static const gint64 numbers[] = { 0, 1, -1, 400, G_MAXINT64, G_MININT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    ck_assert_int_eq (decimal_to_int (decimal_from_int (numbers[i])), numbers[i]);
}
END_TEST

START_TEST (what_was_rounded_to_no_places_is_whole)
{
  const Decimal quotient
      = decimal_multiply_divide (decimal_from_scaled (1250, 2), decimal_from_int (400),
                                 decimal_from_scaled (5000, 2), 0, DECIMAL_HALF_UP);

  ck_assert_int_eq (decimal_to_int (quotient), 100);
  ck_assert_int_eq (
      decimal_to_int (decimal_round (decimal_from_scaled (-15, 1), 0, DECIMAL_HALF_UP)), -2);
}
END_TEST

START_TEST (printing_and_parsing_give_the_same_number) { run_trials (try_text, random_operand, 1); }
END_TEST

/* The caller's faults abort */

START_TEST (a_scale_past_255_aborts)
{
  (void) decimal_multiply (decimal_from_scaled (1, 200), decimal_from_scaled (1, 56));
}
END_TEST

START_TEST (an_integer_with_a_scale_past_255_aborts) { (void) decimal_from_scaled (1, 256); }
END_TEST

START_TEST (a_division_by_zero_aborts)
{
  Decimal one = decimal_from_int (1);

  (void) decimal_multiply_divide (one, one, decimal_from_int (0), 2, DECIMAL_HALF_UP);
}
END_TEST

static void
add_abort_tests (TCase *tcase)
{
  /* Without a process of its own for each test, an abort ends them all. */
  if (g_strcmp0 (g_getenv ("CK_FORK"), "no") == 0)
    return;
  tcase_add_test_raise_signal (tcase, a_scale_past_255_aborts, SIGABRT);
  tcase_add_test_raise_signal (tcase, an_integer_with_a_scale_past_255_aborts, SIGABRT);
  tcase_add_test_raise_signal (tcase, a_division_by_zero_aborts, SIGABRT);
}

static TCase *
form_tests (void)
{
  TCase *tcase = tcase_create ("forms");

  tcase_add_test (tcase, integers_become_numbers);
  tcase_add_test (tcase, canonical_bytes_are_equal_when_the_magnitudes_are);
  return tcase;
}

static TCase *
arithmetic_tests (void)
{
  TCase *tcase = tcase_create ("arithmetic");

  tcase_add_loop_test (tcase, sums_and_differences_are_exact, 0, G_N_ELEMENTS (pairs));
  tcase_add_loop_test (tcase, numbers_are_ordered_by_worth, 0, G_N_ELEMENTS (pairs));
  tcase_add_test (tcase, a_number_can_be_added_to_itself);
  tcase_add_test (tcase, signs_are_told_and_changed);
  tcase_add_loop_test (tcase, products_are_exact, 0, G_N_ELEMENTS (products));
  tcase_add_test (tcase, a_product_of_any_three_parsed_numbers_fits);
  tcase_add_loop_test (tcase, rounding_cuts_or_goes_half_away_from_zero, 0,
                       G_N_ELEMENTS (roundings));
  tcase_add_loop_test (tcase, the_worked_examples_come_out, 0, G_N_ELEMENTS (worked));
  tcase_add_loop_test (tcase, a_quotient_is_rounded_once, 0, G_N_ELEMENTS (quotients));
  add_abort_tests (tcase);
  return tcase;
}

static TCase *
chance_tests (void)
{
  TCase *tcase = tcase_create ("chance");

  tcase_set_timeout (tcase, 60); /* sanitizers and valgrind are slow */
  tcase_add_test (tcase, any_two_parsed_numbers_agree_with_the_paper_method);
  tcase_add_test (tcase, any_two_products_agree_with_the_paper_method);
  tcase_add_test (tcase, any_parsed_number_rounds_as_on_paper);
  tcase_add_test (tcase, any_product_rounds_as_on_paper);
  tcase_add_test (tcase, any_quotient_agrees_with_long_division);
  tcase_add_test (tcase, printing_and_parsing_give_the_same_number);
  tcase_add_test (tcase, whole_numbers_come_back);
  tcase_add_test (tcase, what_was_rounded_to_no_places_is_whole);
  return tcase;
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("decimal");

  suite_add_tcase (suite, form_tests ());
  suite_add_tcase (suite, arithmetic_tests ());
  suite_add_tcase (suite, chance_tests ());
  return suite;
}
