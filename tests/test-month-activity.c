/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/books.h"
#include "core/month-activity.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static MonthActivity *
activity_of (Books *books, const char *const *texts)
{
  const Rules rules = rules_default ();

  build_rows (books, texts);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (InvoiceMonths) months = invoice_months_decide (invoices, books->inputs, &rules, NULL);
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  g_autoptr (GPtrArray) charges = charge_book_list (books->charges);
  g_autoptr (GPtrArray) usage = usage_book_list (books->usage);
  return month_activity_new (credits, charges, usage, months);
}

#define ACTIVITY_OF(books, ...) activity_of (books, (const char *const[]){ __VA_ARGS__, NULL })

static Month
month (int number)
{
  return month_from_civil (2026, number);
}

START_TEST (of_nothing_there_is_nothing)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (MonthActivity) activity = activity_of (books, (const char *const[]){ NULL });

  ck_assert (!month_activity_has_balances (activity, month (10)));
  ck_assert (!month_activity_has_invoices (activity, month (10)));
  ck_assert (!month_activity_has_usage (activity, month (10)));
  ck_assert_int_eq (month_activity_next_balances (activity, month (10)), MONTH_NONE);
  month_activity_free (NULL);
}
END_TEST

START_TEST (what_was_read_of_a_month_is_known_whoever_it_is_about)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (MonthActivity) activity
      = ACTIVITY_OF (books, "balance: month=2026-09", "invoice: customer=c2",
                     "usage: customer=c3 | day=2026-11-05 | invoice=other");

  ck_assert (month_activity_has_balances (activity, month (9)));
  ck_assert (!month_activity_has_balances (activity, month (10)));
  ck_assert (month_activity_has_invoices (activity, month (10)));
  ck_assert (!month_activity_has_invoices (activity, month (11)));
  ck_assert (month_activity_has_usage (activity, month (11)));
  ck_assert (!month_activity_has_usage (activity, month (10)));
}
END_TEST

START_TEST (the_next_balances_are_those_of_any_customer)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (MonthActivity) activity
      = ACTIVITY_OF (books, "balance: month=2026-09", "balance: customer=c2 | month=2026-11",
                     "balance: customer=c3 | month=2026-07");

  ck_assert_int_eq (month_activity_next_balances (activity, month (1)), month (7));
  ck_assert_int_eq (month_activity_next_balances (activity, month (7)), month (9));
  ck_assert_int_eq (month_activity_next_balances (activity, month (10)), month (11));
  ck_assert_int_eq (month_activity_next_balances (activity, month (11)), MONTH_NONE);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("month-activity");
  TCase *tests = tcase_create ("months");

  tcase_add_test (tests, of_nothing_there_is_nothing);
  tcase_add_test (tests, what_was_read_of_a_month_is_known_whoever_it_is_about);
  tcase_add_test (tests, the_next_balances_are_those_of_any_customer);
  suite_add_tcase (suite, tests);
  return suite;
}
