/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/decimal-limbs.h"
#include "test-main.h"

#include <check.h>
#include <signal.h>
#include <string.h>

#include "sample-decimal.h"

/* What 128 bits hold comes out alike limb by limb. */
static const char *const numbers[] = {
  "1",
  "-1",
  "0.01",
  "-17.5",
  "0.1999968000511991808131",
  "18446744073709551615",
  "18446744073709551616",
  "-" NINES_38,
  "." NINES_38,
  "1E-38",
  "1E37",
};

START_TEST (small_numbers_come_out_as_in_machine_words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (numbers); j++)
      {
        const Decimal a = number (numbers[i]), b = number (numbers[j]);
        Decimal sum = a;

        decimal_limbs_add (&sum, &b);
        assert_sound (sum);
        ck_assert (decimal_equal (sum, decimal_add (a, b)));
        ck_assert (decimal_equal (decimal_limbs_multiply (&a, &b), decimal_multiply (a, b)));
        if (a.scale <= b.scale)
          ck_assert_int_eq (decimal_limbs_compare (&a, &b) < 0,
                            decimal_compare (decimal_absolute (a), decimal_absolute (b)) < 0);
      }
}
END_TEST

/* The borders of the machine's words, in every scale that matters: what the words give is what the
   limbs give, down to the scale. */

typedef unsigned __int128 Wide;

static const Wide one = 1;
static const guint8 border_scales[] = { 0, 2, 3, 18, 19, 20, 38 };

/* 0, small ones; 2^63, 2^64, 2^127, 2^128, 10^18 to 10^20, 10^37, 10^38 and their neighbours. */
static GArray *
border_magnitudes (void)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Wide));
  Wide ten_18 = G_GUINT64_CONSTANT (1000000000000000000);
  const Wide centres[] = { one << 63,
                           one << 64,
                           one << 127,
                           0,
                           ten_18,
                           ten_18 * 10,
                           ten_18 * 100,
                           ten_18 * ten_18 * 10,
                           ten_18 * ten_18 * 100,
                           one << 32,
                           1234500 };

  for (gsize i = 0; i < G_N_ELEMENTS (centres); i++)
    for (guint by = 0; by <= 2; by++)
      {
        const Wide magnitude = centres[i] - 1 + by;
        g_array_append_val (all, magnitude);
      }
  return all;
}

static Decimal
from_parts (Wide magnitude, guint8 scale, gboolean negative)
{
  Decimal a = { .limbs = { (guint64) magnitude, (guint64) (magnitude >> 64) } };

  a.limb_count = a.limbs[1] != 0 ? 2 : a.limbs[0] != 0;
  if (magnitude != 0)
    {
      a.scale = scale;
      a.negative = negative;
    }
  return a;
}

static gboolean
same (const Decimal *a, const Decimal *b)
{
  return a->limb_count == b->limb_count && a->scale == b->scale && a->negative == b->negative
         && memcmp (a->limbs, b->limbs, sizeof a->limbs) == 0;
}

static void
expect_same (const char *operation, Decimal a, Decimal b, Decimal fast, Decimal slow)
{
  if (same (&fast, &slow))
    return;
  g_autofree char *text_a = decimal_to_string (a, 0), *text_b = decimal_to_string (b, 0);
  g_autofree char *found = decimal_to_string (fast, 0), *expected = decimal_to_string (slow, 0);
  ck_abort_msg ("%s of %s and %s: %s (scale %u), by the limbs %s (scale %u)", operation, text_a,
                text_b, found, fast.scale, expected, slow.scale);
}

static int
sign_of (int order)
{
  return (order > 0) - (order < 0);
}

/* By the difference that the limbs give. */
static int
limbs_order (Decimal a, Decimal b)
{
  Decimal difference = a;

  if (a.limb_count == 0)
    return b.limb_count == 0 ? 0 : b.negative ? 1 : -1;
  b = decimal_negate (b);
  if (b.limb_count > 0)
    decimal_limbs_add (&difference, &b);
  return difference.limb_count == 0 ? 0 : difference.negative ? -1 : 1;
}

static Decimal
limbs_round (Decimal a, guint places, DecimalRounding how)
{
  if (a.limb_count > 0 && a.scale > places)
    decimal_limbs_round (&a, places, how);
  return a;
}

static void
expect_canonical (Decimal a)
{
  guint8 bytes[DECIMAL_CANONICAL_BYTES], expected[DECIMAL_CANONICAL_BYTES];
  Decimal stripped = a;
  gsize count = 0;

  if (a.limb_count > 0)
    decimal_limbs_strip_zeros (&stripped, 0);
  expected[count++] = stripped.scale;
  for (guint i = 0; i < stripped.limb_count; i++)
    for (guint shift = 0; shift < 64; shift += 8)
      expected[count++] = (guint8) (stripped.limbs[i] >> shift);
  ck_assert_uint_eq (decimal_canonical_magnitude (a, bytes), count);
  ck_assert_mem_eq (bytes, expected, count);
}

/* What rounds to itself, to a unit more and to a unit less. */
static void
expect_product_known (Decimal a, Decimal b, guint places, DecimalRounding how)
{
  const Decimal product = decimal_limbs_multiply (&a, &b);
  const Decimal rounded = limbs_round (product, places, how);
  const Decimal unit = decimal_from_scaled (1, places);
  const Decimal others[] = { decimal_add (rounded, unit), decimal_subtract (rounded, unit),
                             decimal_negate (rounded), product };

  ck_assert (decimal_is_rounded_product (&rounded, &a, &b, places, how));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    ck_assert_int_eq (decimal_is_rounded_product (&others[i], &a, &b, places, how),
                      limbs_order (others[i], rounded) == 0);
}

static void
try_one (Decimal a)
{
  static const guint8 places[] = { 0, 2, 18, 19, 20, 38 };

  expect_canonical (a);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    for (DecimalRounding how = DECIMAL_TRUNCATE; how <= DECIMAL_HALF_UP; how++)
      expect_same ("rounding", a, decimal_from_int (places[i]), decimal_round (a, places[i], how),
                   limbs_round (a, places[i], how));
  ck_assert_int_eq (decimal_order_int (&a, 100), limbs_order (a, decimal_from_int (100)));
  ck_assert_int_eq (decimal_is_int (&a, 1), limbs_order (a, decimal_from_int (1)) == 0);
  ck_assert_int_eq (decimal_is_int (&a, G_MININT64),
                    limbs_order (a, decimal_from_int (G_MININT64)) == 0);
}

static void
try_pair (Decimal a, Decimal b)
{
  Decimal sum = a;
  const int order = limbs_order (a, b);

  if (a.limb_count > 0 && b.limb_count > 0)
    decimal_limbs_add (&sum, &b);
  else
    sum = a.limb_count > 0 ? a : b;
  expect_same ("sum", a, b, decimal_add (a, b), sum);
  expect_same ("difference", a, b, decimal_subtract (a, decimal_negate (b)), sum);
  expect_same ("product", a, b, decimal_multiply (a, b), decimal_limbs_multiply (&a, &b));
  ck_assert_int_eq (sign_of (decimal_compare (a, b)), order);
  ck_assert_int_eq (decimal_equal (a, b), order == 0);
  expect_product_known (a, b, 2, DECIMAL_TRUNCATE);
  expect_product_known (a, b, 2, DECIMAL_HALF_UP);
  expect_product_known (a, b, 0, DECIMAL_TRUNCATE);
}

static void
try_quotient (Decimal a, Decimal b)
{
  const Decimal hundred = decimal_from_int (100);

  if (b.limb_count > 0)
    for (DecimalRounding how = DECIMAL_TRUNCATE; how <= DECIMAL_HALF_UP; how++)
      expect_same ("quotient", a, b, decimal_multiply_divide (a, hundred, b, 2, how),
                   decimal_limbs_multiply_divide (a, hundred, b, 2, how));
}

START_TEST (words_and_limbs_agree_at_every_border)
{
  g_autoptr (GArray) magnitudes = border_magnitudes ();
  GRand *rand = g_rand_new_with_seed (20261126);
  const guint8 scale = border_scales[_i];

  for (guint i = 0; i < magnitudes->len; i++)
    {
      const Decimal a = from_parts (g_array_index (magnitudes, Wide, i), scale, i % 2 == 0);

      try_one (a);
      for (guint j = 0; j < magnitudes->len; j++)
        {
          const Wide other = g_array_index (magnitudes, Wide, j);

          for (guint k = 0; k < G_N_ELEMENTS (border_scales); k++)
            try_pair (a, from_parts (other, border_scales[k], g_rand_boolean (rand)));
          try_quotient (a, from_parts (other, border_scales[j % G_N_ELEMENTS (border_scales)],
                                       g_rand_boolean (rand)));
        }
    }
  g_rand_free (rand);
}
END_TEST

/* Any number of bits, so that sums and products end on either side of the borders. */
static Decimal
random_decimal (GRand *rand)
{
  Wide magnitude = 0;

  for (guint i = 0; i < 4; i++)
    magnitude = magnitude << 32 | g_rand_int (rand);
  return from_parts (magnitude >> g_rand_int_range (rand, 0, 128),
                     (guint8) g_rand_int_range (rand, 0, 39), g_rand_boolean (rand));
}

START_TEST (words_and_limbs_agree_on_anything)
{
  GRand *rand = g_rand_new_with_seed (20261127);

  for (guint round = 0; round < 5000; round++)
    {
      const Decimal a = random_decimal (rand), b = random_decimal (rand);

      try_one (a);
      try_pair (a, b);
      try_quotient (a, b);
    }
  g_rand_free (rand);
}
END_TEST

START_TEST (nothing_times_anything_is_nothing)
{
  const Decimal none = { 0 }, large = full_limbs (DECIMAL_LIMBS);

  assert_prints (decimal_limbs_multiply (&none, &large), "0");
  assert_prints (decimal_limbs_multiply (&large, &none), "0");
}
END_TEST

START_TEST (division_by_a_word_gives_up_limbs)
{
  Decimal a = full_limbs (1);

  ck_assert_uint_eq (decimal_limbs_divide_by_word (&a, G_MAXUINT64), 0);
  assert_prints (a, "1");
  ck_assert_uint_eq (decimal_limbs_divide_by_word (&a, 10), 1);
  ck_assert_uint_eq (a.limb_count, 0);
}
END_TEST

START_TEST (zeros_at_the_end_are_dropped_as_far_as_wanted)
{
  Decimal a = { .limbs = { 1500000 }, .limb_count = 1, .scale = 5 };

  decimal_limbs_strip_zeros (&a, 3);
  ck_assert_uint_eq (a.scale, 3);
  decimal_limbs_strip_zeros (&a, 0);
  ck_assert_uint_eq (a.scale, 0);
  assert_prints (a, "15");
}
END_TEST

START_TEST (quotients_are_rounded_once)
{
  const Decimal two = decimal_from_int (2), three = decimal_from_int (-3);

  assert_prints (decimal_limbs_multiply_divide (two, two, three, 2, DECIMAL_TRUNCATE), "-1.33");
  assert_prints (decimal_limbs_multiply_divide (two, two, three, 2, DECIMAL_HALF_UP), "-1.33");
  assert_prints (
      decimal_limbs_multiply_divide (two, decimal_from_int (1), three, 2, DECIMAL_HALF_UP),
      "-0.67");
}
END_TEST

START_TEST (sums_go_past_128_bits_and_come_back)
{
  Decimal nines = number (NINES_38);
  Decimal sum = { 0 };

  for (int i = 0; i < 1000; i++)
    decimal_accumulate (&sum, &nines);
  ck_assert_uint_eq (sum.limb_count, 3);
  assert_prints (sum, NINES_38 "000");
  nines = decimal_negate (nines);
  for (int i = 0; i < 1000; i++)
    decimal_accumulate (&sum, &nines);
  assert_prints (sum, "0");
}
END_TEST

START_TEST (a_number_past_all_limbs_of_another_is_still_the_larger)
{
  Decimal square = decimal_multiply (number ("1E37"), number ("1E37"));
  Decimal large = decimal_multiply (square, square); /* 149 digits */
  Decimal tiny = decimal_multiply (number ("1E-38"), number ("1E-38"));

  ck_assert_int_eq (decimal_compare (large, tiny), 1);
  ck_assert_int_eq (decimal_compare (tiny, large), -1);
  ck_assert_int_eq (decimal_compare (decimal_negate (large), decimal_negate (tiny)), -1);
  ck_assert_int_eq (decimal_compare (large, large), 0);
  ck_assert (!decimal_equal (large, tiny));
}
END_TEST

START_TEST (rounding_reaches_past_128_bits)
{
  Decimal nines = decimal_multiply (number ("." NINES_38), number ("." NINES_38));
  Decimal tiny = decimal_multiply (number ("." ZEROS_19 NINES_19), number ("1E-38"));
  Decimal limb = decimal_add (decimal_from_scaled (5, 1), number ("18446744073709551615"));

  ck_assert_uint_eq (nines.scale, 76);
  assert_prints (decimal_round (nines, 37, DECIMAL_HALF_UP), "1");
  assert_prints (decimal_round (nines, 0, DECIMAL_HALF_UP), "1");
  assert_prints (decimal_round (nines, 0, DECIMAL_TRUNCATE), "0");
  assert_prints (decimal_round (nines, 37, DECIMAL_TRUNCATE),
                 "0.9999999999999999999999999999999999999");
  assert_prints (decimal_round (decimal_negate (nines), 37, DECIMAL_HALF_UP), "-1");
  assert_prints (decimal_round (tiny, 2, DECIMAL_HALF_UP), "0");
  assert_prints (decimal_round (limb, 0, DECIMAL_HALF_UP), "18446744073709551616");

  /* a three-limb number that is nothing beside one unit */
  nines = decimal_multiply (number (NINES_38), number ("1000"));
  nines.scale = 100;
  assert_prints (decimal_round (nines, 2, DECIMAL_HALF_UP), "0");
  assert_prints (decimal_round (nines, 2, DECIMAL_TRUNCATE), "0");

  /* the carry of the last digit may need the limb that the division gave up */
  assert_prints (decimal_round (decimal_add (full_limbs (2), number ("0.5")), 0, DECIMAL_HALF_UP),
                 "340282366920938463463374607431768211456");
}
END_TEST

START_TEST (all_limbs_can_be_full)
{
  Decimal full = full_limbs (DECIMAL_LIMBS);
  Decimal less = decimal_subtract (full, decimal_from_int (1));

  assert_sound (less);
  ck_assert (decimal_equal (decimal_add (less, decimal_from_int (1)), full));
  ck_assert (decimal_equal (decimal_multiply (full, decimal_from_int (1)), full));
  ck_assert (decimal_is_zero (decimal_subtract (full, full)));
  ck_assert_int_eq (decimal_compare (less, full), -1);
}
END_TEST

/* The caller's faults abort */

START_TEST (a_product_past_all_limbs_aborts)
{
  (void) decimal_multiply (full_limbs (DECIMAL_LIMBS), decimal_from_int (2));
}
END_TEST

START_TEST (a_sum_past_all_limbs_aborts)
{
  (void) decimal_add (full_limbs (DECIMAL_LIMBS), decimal_from_int (1));
}
END_TEST

START_TEST (a_sum_of_numbers_too_far_apart_aborts)
{
  (void) decimal_add (full_limbs (DECIMAL_LIMBS), decimal_from_scaled (1, 1));
}
END_TEST

START_TEST (a_quotient_past_all_limbs_aborts)
{
  (void) decimal_multiply_divide (full_limbs (DECIMAL_LIMBS), decimal_from_int (10),
                                  decimal_from_int (1), 2, DECIMAL_TRUNCATE);
}
END_TEST

static void
add_abort_tests (TCase *tests)
{
  /* Without a process of its own for each test, an abort ends them all. */
  if (g_strcmp0 (g_getenv ("CK_FORK"), "no") == 0)
    return;
  tcase_add_test_raise_signal (tests, a_product_past_all_limbs_aborts, SIGABRT);
  tcase_add_test_raise_signal (tests, a_sum_past_all_limbs_aborts, SIGABRT);
  tcase_add_test_raise_signal (tests, a_sum_of_numbers_too_far_apart_aborts, SIGABRT);
  tcase_add_test_raise_signal (tests, a_quotient_past_all_limbs_aborts, SIGABRT);
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("decimal-limbs");
  TCase *tests = tcase_create ("decimal-limbs");

  tcase_add_test (tests, small_numbers_come_out_as_in_machine_words);
  tcase_add_test (tests, nothing_times_anything_is_nothing);
  tcase_add_test (tests, division_by_a_word_gives_up_limbs);
  tcase_add_test (tests, zeros_at_the_end_are_dropped_as_far_as_wanted);
  tcase_add_test (tests, quotients_are_rounded_once);
  tcase_add_test (tests, sums_go_past_128_bits_and_come_back);
  tcase_add_test (tests, a_number_past_all_limbs_of_another_is_still_the_larger);
  tcase_add_test (tests, rounding_reaches_past_128_bits);
  tcase_add_test (tests, all_limbs_can_be_full);
  tcase_set_timeout (tests, 60); /* sanitizers and valgrind are slow */
  tcase_add_loop_test (tests, words_and_limbs_agree_at_every_border, 0,
                       G_N_ELEMENTS (border_scales));
  tcase_add_test (tests, words_and_limbs_agree_on_anything);
  add_abort_tests (tests);
  suite_add_tcase (suite, tests);
  return suite;
}
