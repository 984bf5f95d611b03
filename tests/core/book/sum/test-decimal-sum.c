/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/sum/decimal-sum.h"
#include "test-main.h"

#include <check.h>

#include "sample-decimal.h"

/* Of all sizes, with each other's opposites. */
static const char *const numbers[] = {
  "0",
  "1",
  "-1",
  "0.01",
  "-0.01",
  "17.5",
  "-17.50",
  "0.1999968000511991808131",
  "18446744073709551615",
  "-18446744073709551616",
  "-" NINES_38,
  NINES_38,
  "." NINES_38,
  "1E-38",
  "1E37",
};

START_TEST (a_sum_is_what_decimals_add_up_to)
{
  DecimalSum sum = { 0 };
  Decimal expected = { 0 };

  for (guint i = 0; i < 2000; i++)
    {
      const Decimal x = number (numbers[i * i % 31 * (i + 1) % G_N_ELEMENTS (numbers)]);

      decimal_sum_add (&sum, &x);
      decimal_accumulate (&expected, &x);
      ck_assert (decimal_equal (decimal_sum_value (&sum), expected));
      assert_sound (decimal_sum_value (&sum));
    }
  decimal_sum_clear (&sum);
  ck_assert (decimal_is_zero (decimal_sum_value (&sum)));
}
END_TEST

START_TEST (every_pair_adds_up)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (numbers); j++)
      {
        const Decimal a = number (numbers[i]), b = number (numbers[j]);
        DecimalSum sum = { 0 }, other = { 0 };
        Decimal total = number ("7");

        decimal_sum_add (&sum, &a);
        decimal_sum_add (&other, &b);
        decimal_sum_add_sum (&sum, &other);
        ck_assert (decimal_equal (decimal_sum_value (&sum), decimal_add (a, b)));
        ck_assert (decimal_equal (decimal_sum_value (&other), b));
        decimal_sum_add_to (&sum, &total);
        ck_assert (decimal_equal (total, decimal_add (number ("7"), decimal_add (a, b))));
        decimal_sum_clear (&sum);
        decimal_sum_clear (&other);
      }
}
END_TEST

/* Three nines of 38 digits and 38 decimals have more than 128 bits. */
START_TEST (a_sum_can_be_larger_than_its_room_and_small_again)
{
  const Decimal large = number (NINES_38), small = number ("." NINES_38);
  const Decimal back = decimal_negate (large);
  DecimalSum sum = { 0 };

  decimal_sum_add (&sum, &large);
  decimal_sum_add (&sum, &small);
  ck_assert (sum.is_large);
  ck_assert (decimal_equal (decimal_sum_value (&sum), decimal_add (large, small)));
  decimal_sum_add (&sum, &back);
  ck_assert (!sum.is_large);
  ck_assert (decimal_equal (decimal_sum_value (&sum), small));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("decimal-sum");
  TCase *sums = tcase_create ("sums");

  tcase_add_test (sums, a_sum_is_what_decimals_add_up_to);
  tcase_add_test (sums, every_pair_adds_up);
  tcase_add_test (sums, a_sum_can_be_larger_than_its_room_and_small_again);
  suite_add_tcase (suite, sums);
  return suite;
}
