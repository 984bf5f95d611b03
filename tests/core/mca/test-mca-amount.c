/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-amount.h"
#include "test-main.h"

#include <check.h>

START_TEST (what_is_unknown_makes_a_sum_unknown)
{
  const Amount one = amount_known (decimal_from_int (1)), none = { 0 };

  ck_assert (decimal_equal (mca_amount_add (one, one).value, decimal_from_int (2)));
  ck_assert (decimal_is_zero (mca_amount_subtract (one, one).value));
  ck_assert (!mca_amount_add (one, none).known && !mca_amount_subtract (none, one).known);
  ck_assert (decimal_is_zero (mca_amount_or_zero (none)));
}
END_TEST

START_TEST (a_difference_of_the_tolerance_is_not_beyond_it)
{
  const Decimal cent = decimal_from_scaled (1, 2);

  ck_assert (!mca_amount_is_beyond (cent, cent));
  ck_assert (mca_amount_is_beyond (decimal_from_scaled (-11, 3), cent));
}
END_TEST

START_TEST (the_currency_is_that_of_what_is_left)
{
  McaLot lot = { .original = { .currency = "EUR" }, .credit_currency = "GBP" };
  McaEvent event = { .new_credit = { .currency = "EUR" }, .canceled = { .currency = "CHF" } };
  McaBalance balance = { .estimated = { .currency = "EUR" }, .credit_currency = "GBP" };

  ck_assert_str_eq (mca_amount_currency_of_lot (&lot), "EUR");
  ck_assert (mca_amount_is_mixed_lot (&lot));
  lot.remaining.currency = "USD";
  ck_assert_str_eq (mca_amount_currency_of_lot (&lot), "USD");
  ck_assert_str_eq (mca_amount_currency_of_event (&event), "EUR");
  ck_assert (!mca_amount_is_mixed_event (&event));
  event.charges.currency = "USD";
  ck_assert (mca_amount_is_mixed_event (&event));
  ck_assert_str_eq (mca_amount_currency_of_balance (&balance), "GBP");
  ck_assert (mca_amount_is_mixed_balance (&balance));
  balance.estimated.currency = "GBP";
  ck_assert (!mca_amount_is_mixed_balance (&balance));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-amount");
  TCase *tests = tcase_create ("mca-amount");

  tcase_add_test (tests, what_is_unknown_makes_a_sum_unknown);
  tcase_add_test (tests, a_difference_of_the_tolerance_is_not_beyond_it);
  tcase_add_test (tests, the_currency_is_that_of_what_is_left);
  suite_add_tcase (suite, tests);
  return suite;
}
