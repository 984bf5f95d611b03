/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/amount.h"
#include "test-main.h"

#include <check.h>

static const Amount unknown = { 0 };

static Amount
cents (gint64 count)
{
  return amount_known (decimal_from_scaled (count, 2));
}

static void
assert_amount (Amount amount, const char *expected)
{
  g_autofree char *text = decimal_to_string (amount.value, 2);

  ck_assert (amount.known);
  ck_assert_str_eq (text, expected);
}

START_TEST (known_amounts_add_up)
{
  Amount sum = cents (0);

  assert_amount (sum, "0.00");
  amount_accumulate (&sum, cents (710));
  amount_accumulate (&sum, cents (-5));
  assert_amount (sum, "7.05");
}
END_TEST

START_TEST (a_sum_with_an_unknown_addend_stays_unknown)
{
  Amount sum = cents (710);

  amount_accumulate (&sum, unknown);
  ck_assert (!sum.known);
  amount_accumulate (&sum, cents (5));
  ck_assert (!sum.known);
}
END_TEST

START_TEST (what_is_unknown_adds_nothing_to_one_that_is)
{
  Amount sum = unknown;

  amount_accumulate (&sum, cents (5));
  ck_assert (!sum.known);
}
END_TEST

START_TEST (amounts_are_ordered_by_their_value)
{
  const Amount less = cents (-5), more = cents (710);
  const Amount same = amount_known (decimal_from_scaled (7100, 3));

  ck_assert_int_lt (amount_order (&less, &more), 0);
  ck_assert_int_gt (amount_order (&more, &less), 0);
  ck_assert_int_eq (amount_order (&more, &same), 0);
}
END_TEST

/* Even a value that was left behind in an unknown amount does not count. */
START_TEST (unknown_amounts_are_alike_and_come_first)
{
  const Amount left_behind = { .known = FALSE, .value = decimal_from_int (9) };
  const Amount least = cents (-100000);

  ck_assert_int_eq (amount_order (&unknown, &left_behind), 0);
  ck_assert_int_lt (amount_order (&left_behind, &least), 0);
  ck_assert_int_gt (amount_order (&least, &unknown), 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("amount");
  TCase *tests = tcase_create ("amount");

  tcase_add_test (tests, known_amounts_add_up);
  tcase_add_test (tests, a_sum_with_an_unknown_addend_stays_unknown);
  tcase_add_test (tests, what_is_unknown_adds_nothing_to_one_that_is);
  tcase_add_test (tests, amounts_are_ordered_by_their_value);
  tcase_add_test (tests, unknown_amounts_are_alike_and_come_first);
  suite_add_tcase (suite, tests);
  return suite;
}
