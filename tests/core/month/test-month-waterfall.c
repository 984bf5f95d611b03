/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/month-waterfall.h"
#include "test-main.h"

#include <check.h>

static Decimal
units (gint64 value)
{
  return decimal_from_int (value);
}

static void
assert_decimal (Decimal value, const char *expected)
{
  g_autofree char *text = decimal_to_string (value, 2);

  ck_assert_str_eq (text, expected);
}

static void
assert_amount (Amount amount, const char *expected)
{
  ck_assert (amount.known);
  assert_decimal (amount.value, expected);
}

/* 310 of charges, of which 100 are plain usage; nothing else. */
static MonthCell
cell (void)
{
  return (MonthCell){ .invoice
                      = { .has_lines = TRUE, .charges = units (310), .plain = units (100) } };
}

START_TEST (what_no_credit_took_is_net)
{
  MonthCell month = cell ();

  assert_decimal (month_waterfall_of_cell (&month).net, "310.00");
  month.invoice.aco_used = units (30);
  month.invoice.other_credits = units (5);
  assert_decimal (month_waterfall_of_cell (&month).net, "275.00");
}
END_TEST

START_TEST (plain_usage_without_credit_on_usage_is_uncovered)
{
  MonthCell month = cell ();

  month.invoice.aco_used = units (30); /* of it on usage: */
  month.invoice.aco_on_usage = units (20);
  assert_decimal (month_waterfall_of_cell (&month).uncovered, "80.00");
  month.invoice.aco_on_usage = units (101);
  assert_decimal (month_waterfall_of_cell (&month).uncovered, "0.00");
}
END_TEST

START_TEST (pec_is_rounded_once_per_percentage)
{
  g_autoptr (PecTallySet) pec = NULL;
  MonthCell month = cell ();

  for (guint i = 0; i < 3; i++)
    pec_tallies_add (&pec, units (15), decimal_from_scaled (10, 2));
  month.invoice.pec = pec;
  const MonthWaterfall waterfall = month_waterfall_of_cell (&month);
  assert_decimal (waterfall.pec_base, "0.30");
  assert_decimal (waterfall.pec_list, "0.35");
  assert_decimal (waterfall.pec_earned, "0.05");
}
END_TEST

START_TEST (available_credit_is_known_where_a_balance_row_tells)
{
  MonthCell month = cell ();

  ck_assert (!month_waterfall_of_cell (&month).aco_available.known);
  month.balance.available = amount_known (units (40));
  ck_assert (!month_waterfall_of_cell (&month).aco_available.known);
  month.balance.credits = 1;
  assert_amount (month_waterfall_of_cell (&month).aco_available, "40.00");
  month.balance.available.known = FALSE;
  ck_assert (!month_waterfall_of_cell (&month).aco_available.known);
}
END_TEST

START_TEST (no_more_credit_is_expected_than_there_is_or_than_can_take_it)
{
  g_autoptr (PecTallySet) pec = NULL;
  MonthCell month = cell ();

  month.balance.credits = 1;
  month.balance.available = amount_known (units (40));
  assert_amount (month_waterfall_of_cell (&month).aco_expected, "40.00");
  month.balance.available = amount_known (units (1000));
  assert_amount (month_waterfall_of_cell (&month).aco_expected, "100.00");
  pec_tallies_add (&pec, units (15), units (85));
  month.invoice.pec = pec;
  assert_amount (month_waterfall_of_cell (&month).aco_expected, "200.00");
}
END_TEST

START_TEST (an_agreement_of_part_of_the_month_lets_nothing_be_expected)
{
  MonthCell month = cell ();

  month.balance.credits = 1;
  month.balance.available = amount_known (units (40));
  month.balance.is_partial = TRUE;
  const MonthWaterfall waterfall = month_waterfall_of_cell (&month);
  assert_amount (waterfall.aco_available, "40.00");
  ck_assert (!waterfall.aco_expected.known);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("month-waterfall");
  TCase *tests = tcase_create ("cell");

  tcase_add_test (tests, what_no_credit_took_is_net);
  tcase_add_test (tests, plain_usage_without_credit_on_usage_is_uncovered);
  tcase_add_test (tests, pec_is_rounded_once_per_percentage);
  tcase_add_test (tests, available_credit_is_known_where_a_balance_row_tells);
  tcase_add_test (tests, no_more_credit_is_expected_than_there_is_or_than_can_take_it);
  tcase_add_test (tests, an_agreement_of_part_of_the_month_lets_nothing_be_expected);
  suite_add_tcase (suite, tests);
  return suite;
}
