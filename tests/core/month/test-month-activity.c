/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/books.h"
#include "core/month/month-activity.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static MonthActivity *
activity_of (Books *books, const char *const *texts)
{
  const ReckonPlan plan = reckon_plan_default ();

  build_rows (books, texts);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (InvoiceMonths) months = invoice_months_decide (invoices, books->inputs, &plan, NULL);
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  g_autoptr (GPtrArray) charges = charge_book_list (books->charges);
  g_autoptr (GPtrArray) usage = usage_book_list (books->usage);
  return month_activity_new (credits, charges, usage, months);
}

#define ACTIVITY_OF(books, ...) activity_of (books, (const char *const[]){ __VA_ARGS__, NULL })

static Month
month (int number)
{
  return calendar_month (2026, number);
}

START_TEST (of_nothing_there_is_nothing)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (MonthActivity) activity = activity_of (books, (const char *const[]){ NULL });

  ck_assert (!month_activity_has_balances (activity, month (10), "USD"));
  ck_assert (!month_activity_has_lines (activity, month (10), "USD"));
  ck_assert (!month_activity_has_invoices (activity, month (10)));
  ck_assert (!month_activity_has_usage (activity, month (10)));
  ck_assert_int_eq (month_activity_next_balances (activity, month (10)), MONTH_NONE);
  ck_assert_int_eq (month_activity_last_balances (activity, month (10)), MONTH_NONE);
  ck_assert_uint_eq (month_activity_count_after (activity, month (1)), 0);
  month_activity_free (NULL);
}
END_TEST

START_TEST (what_was_read_of_a_month_is_known_whoever_it_is_about)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (MonthActivity) activity
      = ACTIVITY_OF (books, "balance: month=2026-09", "invoice: customer=c2",
                     "usage: customer=c3 | day=2026-11-05 | invoice=other");

  ck_assert (month_activity_has_balances (activity, month (9), "USD"));
  ck_assert (!month_activity_has_balances (activity, month (10), "USD"));
  ck_assert (month_activity_has_lines (activity, month (10), "USD"));
  ck_assert (!month_activity_has_lines (activity, month (9), "USD"));
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

/* A partner has an account, with a balance report and an invoice, for each currency. */
START_TEST (accounts_are_told_apart_by_currency)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (MonthActivity) activity
      = ACTIVITY_OF (books, "balance: currency=eur", "invoice: currency=USD|pricing-currency=EUR");

  ck_assert (month_activity_has_balances (activity, month (10), "EUR"));
  ck_assert (!month_activity_has_balances (activity, month (10), "USD"));
  ck_assert (month_activity_has_lines (activity, month (10), "USD"));
  ck_assert (!month_activity_has_lines (activity, month (10), "EUR"));
}
END_TEST

START_TEST (the_last_balances_are_those_not_after_a_month)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (MonthActivity) activity
      = ACTIVITY_OF (books, "balance: month=2026-09", "balance: customer=c2 | month=2026-11");

  ck_assert_int_eq (month_activity_last_balances (activity, month (8)), MONTH_NONE);
  ck_assert_int_eq (month_activity_last_balances (activity, month (9)), month (9));
  ck_assert_int_eq (month_activity_last_balances (activity, month (10)), month (9));
  ck_assert_int_eq (month_activity_last_balances (activity, month (12)), month (11));
}
END_TEST

START_TEST (months_are_counted_once_whatever_was_read_of_them)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (MonthActivity) activity
      = ACTIVITY_OF (books, "balance: month=2026-10", "invoice: month=2026-10",
                     "invoice: invoice=G2|month=2026-11", "usage: day=2026-12-05|invoice=other");

  ck_assert_uint_eq (month_activity_count_after (activity, month (9)), 3);
  ck_assert_uint_eq (month_activity_count_after (activity, month (10)), 2);
  ck_assert_uint_eq (month_activity_count_after (activity, month (12)), 0);
}
END_TEST

START_TEST (both_documents_count_where_the_month_is_reported)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (MonthActivity) activity
      = ACTIVITY_OF (books, "balance: month=2026-09", "balance: month=2026-10",
                     "invoice: month=2026-10", "invoice: invoice=G2|month=2026-11");
  ReckonPlan plan = reckon_plan_default ();

  ck_assert (month_activity_has_both (activity, &plan));
  plan.month = month (10);
  ck_assert (month_activity_has_both (activity, &plan));
  plan.month = month (9);
  ck_assert (!month_activity_has_both (activity, &plan));
  plan.month = month (11);
  ck_assert (!month_activity_has_both (activity, &plan));
}
END_TEST

START_TEST (sealed_rows_make_no_account_but_are_present)
{
  g_autoptr (Books) books = build_books ();
  BalanceRow sealed = build_balance_row ("month=2026-09 | B=5");

  sealed.at = (Position){ 0 };
  (void) credit_book_add_missing (books->credits, &sealed);
  g_autoptr (MonthActivity) activity
      = ACTIVITY_OF (books, "balance: customer=c2 | month=2026-08", "invoice: month=2026-09");
  const ReckonPlan plan = { .month = month (9) };

  ck_assert (!month_activity_has_balances (activity, month (9), "USD"));
  ck_assert (!month_activity_has_both (activity, &plan));
  ck_assert_int_eq (month_activity_next_balances (activity, month (8)), month (9));
  ck_assert_int_eq (month_activity_last_balances (activity, month (10)), month (9));
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
  tcase_add_test (tests, accounts_are_told_apart_by_currency);
  tcase_add_test (tests, the_last_balances_are_those_not_after_a_month);
  tcase_add_test (tests, months_are_counted_once_whatever_was_read_of_them);
  tcase_add_test (tests, both_documents_count_where_the_month_is_reported);
  tcase_add_test (tests, sealed_rows_make_no_account_but_are_present);
  suite_add_tcase (suite, tests);
  return suite;
}
