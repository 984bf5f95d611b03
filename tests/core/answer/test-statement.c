/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/statement.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static Statement *
empty (void)
{
  return statement_new ("c1", "Contoso Ltd", calendar_day (2026, 10, 31), TRUE);
}

static StatementCredit *
add_credit (Statement *statement, const char *agreement, StatementState state, Day expiry,
            const char *left)
{
  StatementCredit *credit = statement_credit (statement, agreement, "ACO", "USD");

  credit->state = state;
  credit->expiry = expiry;
  credit->left = sample_decimal (left);
  credit->days_left = expiry != DAY_NONE ? expiry - statement->as_of : 0;
  return credit;
}

static void
add_month (StatementCredit *credit, const char *opening, const char *granted, const char *used,
           const char *closing)
{
  const StatementMonth month = { .month = calendar_month (2026, 10) + (Month) credit->months->len,
                                 .opening = sample_amount (opening),
                                 .granted = sample_amount (granted),
                                 .used = sample_amount (used),
                                 .closing = sample_decimal (closing) };
  g_array_append_val (credit->months, month);
}

static void
add_product (StatementUse *use, const char *product, const char *amount)
{
  const StatementProduct row = { .product = g_strdup (product), .amount = sample_decimal (amount) };
  g_array_append_val (use->products, row);
}

static void
assert_decimal (Decimal found, const char *expected)
{
  g_autofree char *text = decimal_to_string (found, 2);
  ck_assert_str_eq (text, expected);
}

START_TEST (texts_are_copies)
{
  char id[] = "c1", name[] = "Contoso", agreement[] = "a1";
  g_autoptr (Statement) statement = statement_new (id, name, DAY_NONE, TRUE);
  const StatementCredit *credit = statement_credit (statement, agreement, NULL, "USD");

  id[0] = name[0] = agreement[0] = '!';
  ck_assert_str_eq (statement->customer, "c1");
  ck_assert_str_eq (statement->name, "Contoso");
  ck_assert_str_eq (credit->agreement, "a1");
  ck_assert_ptr_null (credit->name);
}
END_TEST

START_TEST (a_credit_and_a_use_are_found_again)
{
  g_autoptr (Statement) statement = empty ();

  ck_assert (!statement_has_credit (statement));
  ck_assert_ptr_eq (statement_credit (statement, "a1", NULL, "USD"),
                    statement_credit (statement, "a1", NULL, "USD"));
  ck_assert_ptr_ne (statement_credit (statement, "a1", NULL, "USD"),
                    statement_credit (statement, "a1", "ACO", "USD"));
  ck_assert_ptr_eq (statement_use (statement, 5, "USD"), statement_use (statement, 5, "USD"));
  ck_assert_ptr_ne (statement_use (statement, 5, "USD"), statement_use (statement, 6, "USD"));
  ck_assert (statement_has_credit (statement));
}
END_TEST

START_TEST (what_ends_soon_comes_first)
{
  g_autoptr (Statement) statement = empty ();
  const Day day = statement->as_of;
  static const char *const order[] = { "soon", "next", "later", "undated", "over" };

  add_credit (statement, "over", STATEMENT_EXPIRED, day - 1, "0");
  add_credit (statement, "undated", STATEMENT_ACTIVE, DAY_NONE, "1");
  add_credit (statement, "later", STATEMENT_ACTIVE, day + 200, "1");
  add_credit (statement, "next", STATEMENT_ACTIVE, day + 100, "1");
  add_credit (statement, "soon", STATEMENT_EXPIRING, day + 1, "1");
  statement_sort (statement);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    ck_assert_str_eq (((StatementCredit *) g_ptr_array_index (statement->credits, i))->agreement,
                      order[i]);
}
END_TEST

START_TEST (the_greatest_product_comes_first)
{
  g_autoptr (Statement) statement = empty ();
  StatementUse *use = statement_use (statement, 5, "USD");

  add_product (use, "b", "1");
  add_product (use, "a", "1");
  add_product (use, "c", "10");
  statement_sort (statement);
  ck_assert_str_eq (g_array_index (use->products, StatementProduct, 0).product, "c");
  ck_assert_str_eq (g_array_index (use->products, StatementProduct, 1).product, "a");
}
END_TEST

START_TEST (the_rest_makes_the_products_foot)
{
  g_autoptr (Statement) statement = empty ();
  StatementUse *use = statement_use (statement, 5, "USD");

  add_product (use, "a", "70");
  add_product (use, "b", "50.5");
  assert_decimal (statement_use_itemised (use), "120.50");
  assert_decimal (statement_use_rest (use), "0.00"); /* nothing to compare with */
  use->has_balance = TRUE;
  use->used = sample_amount ("130");
  assert_decimal (statement_use_rest (use), "9.50");
  use->used = sample_amount ("100");
  assert_decimal (statement_use_rest (use), "-20.50");
  use->used = sample_amount (NULL);
  assert_decimal (statement_use_rest (use), "0.00");
}
END_TEST

START_TEST (months_add_up_from_the_first_to_the_last)
{
  g_autoptr (Statement) statement = empty ();
  StatementCredit *credit = add_credit (statement, "a1", STATEMENT_ACTIVE, DAY_NONE, "0");

  add_month (credit, "0", "100", "30", "70");
  add_month (credit, "70", "0", "20", "50");
  const StatementMonth sum = statement_credit_sum (credit);
  assert_decimal (sum.opening.value, "0.00");
  assert_decimal (sum.granted.value, "100.00");
  assert_decimal (sum.used.value, "50.00");
  assert_decimal (sum.closing, "50.00");
  add_month (credit, NULL, "0", NULL, "40");
  ck_assert (!statement_credit_sum (credit).used.known);
}
END_TEST

START_TEST (a_glance_counts_what_can_be_used)
{
  g_autoptr (Statement) statement = empty ();
  const Day day = statement->as_of;

  add_credit (statement, "a1", STATEMENT_ACTIVE, day + 90, "10");
  add_credit (statement, "a2", STATEMENT_EXPIRING, day + 30, "5");
  add_credit (statement, "a3", STATEMENT_EXPIRING, day + 30, "2");
  add_credit (statement, "a4", STATEMENT_NOT_STARTED, day + 10, "1000");
  add_credit (statement, "a5", STATEMENT_EXPIRED, day - 10, "0");
  add_month (add_credit (statement, "a6", STATEMENT_USED, day + 5, "0"), "8", "0", "8", "0");
  g_autoptr (GArray) glances = statement_glances (statement);
  ck_assert_uint_eq (glances->len, 1);
  const StatementGlance *glance = &g_array_index (glances, StatementGlance, 0);
  assert_decimal (glance->left.value, "17.00");
  ck_assert (glance->left.known);
  assert_decimal (glance->used.value, "8.00");
  ck_assert (glance->has_months && glance->used.known);
  ck_assert_int_eq (glance->expiry, day + 30);
  ck_assert_int_eq (glance->days_left, 30);
  assert_decimal (glance->expiring, "7.00");
}
END_TEST

START_TEST (nothing_ends_where_nothing_is_left_or_no_end_is_known)
{
  g_autoptr (Statement) statement = empty ();

  add_credit (statement, "a1", STATEMENT_ACTIVE, statement->as_of + 5, "0");
  add_credit (statement, "a2", STATEMENT_ACTIVE, DAY_NONE, "3");
  g_autoptr (GArray) glances = statement_glances (statement);
  const StatementGlance *glance = &g_array_index (glances, StatementGlance, 0);
  assert_decimal (glance->left.value, "3.00");
  ck_assert_int_eq (glance->expiry, DAY_NONE);
  assert_decimal (glance->expiring, "0.00");
}
END_TEST

START_TEST (what_left_the_reports_makes_what_is_left_unknown)
{
  g_autoptr (Statement) statement = empty ();

  add_credit (statement, "a1", STATEMENT_ACTIVE, DAY_NONE, "10");
  add_credit (statement, "a2", STATEMENT_UNREPORTED, DAY_NONE, "5");
  g_autoptr (GArray) glances = statement_glances (statement);
  ck_assert (!g_array_index (glances, StatementGlance, 0).left.known);
}
END_TEST

START_TEST (currencies_are_never_added)
{
  g_autoptr (Statement) statement = empty ();

  statement_credit (statement, "a1", NULL, "USD");
  statement_credit (statement, "a2", NULL, "EUR");
  g_autoptr (GArray) glances = statement_glances (statement);
  ck_assert_uint_eq (glances->len, 2);
  ck_assert_str_eq (g_array_index (glances, StatementGlance, 0).currency, "EUR");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement");
  TCase *tests = tcase_create ("statement");

  tcase_add_test (tests, texts_are_copies);
  tcase_add_test (tests, a_credit_and_a_use_are_found_again);
  tcase_add_test (tests, what_ends_soon_comes_first);
  tcase_add_test (tests, the_greatest_product_comes_first);
  tcase_add_test (tests, the_rest_makes_the_products_foot);
  tcase_add_test (tests, months_add_up_from_the_first_to_the_last);
  tcase_add_test (tests, nothing_ends_where_nothing_is_left_or_no_end_is_known);
  tcase_add_test (tests, what_left_the_reports_makes_what_is_left_unknown);
  tcase_add_test (tests, a_glance_counts_what_can_be_used);
  tcase_add_test (tests, currencies_are_never_added);
  suite_add_tcase (suite, tests);
  return suite;
}
