/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/decimal-limbs.h"
#include "test-main.h"

#include <check.h>
#include <signal.h>

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
  add_abort_tests (tests);
  suite_add_tcase (suite, tests);
  return suite;
}
