/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/money-tally.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static void
assert_tally (const MoneyTally *tally, const char *expected)
{
  g_autofree char *text = money_tally_to_string (tally, NULL);

  ck_assert_str_eq (text, expected);
}

START_TEST (an_empty_tally_says_nothing)
{
  g_autoptr (MoneyTally) tally = money_tally_new ();

  assert_tally (tally, "");
}
END_TEST

START_TEST (amounts_are_added_exactly_within_their_currency)
{
  g_autoptr (MoneyTally) tally = money_tally_new ();

  money_tally_add (tally, "USD", sample_decimal ("0.1"));
  money_tally_add (tally, "USD", sample_decimal ("0.2"));
  assert_tally (tally, "0.30 USD");
  money_tally_add (tally, "USD", sample_decimal ("99999999999999999999999999999999999999"));
  assert_tally (tally, "99,999,999,999,999,999,999,999,999,999,999,999,999.30 USD");
}
END_TEST

START_TEST (for_a_program_nothing_is_grouped)
{
  g_autoptr (MoneyTally) tally = money_tally_new ();

  money_tally_add (tally, "USD", sample_decimal ("1234567.5"));
  money_tally_add (tally, "EUR", sample_decimal ("-1000"));
  assert_tally (tally, "-1,000.00 EUR and 1,234,567.50 USD");
  g_autofree char *plain = money_tally_to_plain (tally);
  ck_assert_str_eq (plain, "-1000.00 EUR and 1234567.50 USD");
}
END_TEST

START_TEST (currencies_are_listed_in_order_and_never_added)
{
  g_autoptr (MoneyTally) tally = money_tally_new ();

  money_tally_add (tally, "USD", sample_decimal ("1"));
  money_tally_add (tally, "EUR", sample_decimal ("-2"));
  assert_tally (tally, "-2.00 EUR and 1.00 USD");
  money_tally_add (tally, "GBP", sample_decimal ("3"));
  assert_tally (tally, "-2.00 EUR, 3.00 GBP and 1.00 USD");
}
END_TEST

START_TEST (a_sum_of_nothing_is_still_a_sum)
{
  g_autoptr (MoneyTally) tally = money_tally_new ();

  money_tally_add (tally, "USD", sample_decimal ("0"));
  assert_tally (tally, "0.00 USD");
}
END_TEST

START_TEST (an_unnamed_currency_has_no_name)
{
  g_autoptr (MoneyTally) tally = money_tally_new ();

  money_tally_add (tally, NULL, sample_decimal ("1"));
  money_tally_add (tally, "", sample_decimal ("1"));
  assert_tally (tally, "2.00");
}
END_TEST

START_TEST (the_largest_amount_of_a_currency_can_be_kept)
{
  g_autoptr (MoneyTally) tally = money_tally_new ();

  money_tally_raise (tally, "USD", sample_decimal ("0.01"));
  money_tally_raise (tally, "USD", sample_decimal ("5"));
  money_tally_raise (tally, "USD", sample_decimal ("0.3"));
  money_tally_raise (tally, "EUR", sample_decimal ("0.005"));
  assert_tally (tally, "0.005 EUR and 5.00 USD");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("money-tally");
  TCase *tcase = tcase_create ("money-tally");

  tcase_add_test (tcase, an_empty_tally_says_nothing);
  tcase_add_test (tcase, amounts_are_added_exactly_within_their_currency);
  tcase_add_test (tcase, for_a_program_nothing_is_grouped);
  tcase_add_test (tcase, currencies_are_listed_in_order_and_never_added);
  tcase_add_test (tcase, a_sum_of_nothing_is_still_a_sum);
  tcase_add_test (tcase, an_unnamed_currency_has_no_name);
  tcase_add_test (tcase, the_largest_amount_of_a_currency_can_be_kept);
  suite_add_tcase (suite, tcase);
  return suite;
}
