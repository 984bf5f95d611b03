/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/month-needs.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

#define CREDIT "reason=Azure Credit Offer"
#define ACO "credit-type=Azure Credit Applied | percent=100"

static Books *books;

static void
set_up (void)
{
  books = build_books ();
}

static void
tear_down (void)
{
  books_free (books);
}

/* "2026-10 USD bkiu; ": balance report, used known, invoice, usage, '-' for what is not. */
static void
assert_months (const char *expected, gboolean nothing_missing)
{
  const ReckonPlan plan = { 0 };
  g_autoptr (Report) report = month_needs_report (books, &plan);
  g_autoptr (GString) found = g_string_new (NULL);

  for (gsize i = 0; i < report_row_count (report, NEEDS_MONTHS); i++)
    {
      const NeedsMonth *row = report_row (report, NEEDS_MONTHS, i);
      char month[MONTH_TEXT_SIZE];

      calendar_print_month (row->month, month);
      g_string_append_printf (found, "%s %s %c%c%c%c; ", month, row->currency,
                              row->balance_report ? 'b' : '-', row->month_before ? 'k' : '-',
                              row->invoice ? 'i' : '-', row->daily_usage ? 'u' : '-');
    }
  ck_assert_str_eq (found->str, expected);
  ck_assert_int_eq (((const NeedsHead *) report_head (report))->nothing_missing, nothing_missing);
}

START_TEST (without_a_credit_nothing_is_known)
{
  assert_months ("", FALSE);
  BUILD_ROWS (books, "invoice: subtotal=5", "usage: total=5");
  assert_months ("", FALSE);
}
END_TEST

START_TEST (a_month_with_all_of_it_lacks_nothing)
{
  BUILD_ROWS (books, "balance: effective=2026-10-01 | C=5 | B=5", "invoice: subtotal=-5 | " CREDIT,
              "usage: total=5 | " ACO);
  assert_months ("2026-10 USD bkiu; ", TRUE);
}
END_TEST

START_TEST (what_was_used_needs_the_month_before)
{
  BUILD_ROWS (books, "balance: C=5 | B=5", "invoice: subtotal=-5 | " CREDIT,
              "usage: total=5 | " ACO);
  assert_months ("2026-10 USD b-iu; ", FALSE);
}
END_TEST

/* A row that is missing in it is another matter (ACO102). */
START_TEST (a_report_of_the_month_before_is_there_though_it_lacks_a_row)
{
  BUILD_ROWS (books, "balance: effective=2026-09-01 | month=2026-09 | B=5",
              "balance: effective=2026-09-01 | month=2026-10 | C=5",
              "balance: agreement=a2 | month=2026-10 | C=5");
  assert_months ("2026-09 USD bk--; 2026-10 USD bk--; ", FALSE);
}
END_TEST

START_TEST (months_between_and_up_to_the_last_lack_all)
{
  BUILD_ROWS (books, "balance: effective=2026-07-01 | month=2026-07 | C=0 | B=5",
              "balance: effective=2026-07-01 | month=2026-09 | C=5 | B=0",
              "invoice: month=2026-10 | currency=EUR | subtotal=-1 | " CREDIT);
  assert_months ("2026-07 USD bk--; 2026-08 USD ----; 2026-09 USD b---; 2026-10 EUR --i-; "
                 "2026-10 USD ----; ",
                 FALSE);
}
END_TEST

START_TEST (a_gap_of_years_is_not_filled)
{
  BUILD_ROWS (books, "balance: month=0206-10", "balance: month=2026-10 | C=5 | agreement=a2");
  assert_months ("0206-10 USD bk--; 2026-10 USD b---; ", FALSE);
}
END_TEST

/* Its lines vote for months that none has most of. */
START_TEST (an_invoice_of_an_unclear_month_leaves_it_open)
{
  BUILD_ROWS (books, "balance: effective=2026-10-01 | C=5 | B=5", "invoice: subtotal=-5 | " CREDIT,
              "usage: total=5 | " ACO, "invoice: invoice=G2 | month=2026-10",
              "invoice: invoice=G2 | month=2026-09", "invoice: invoice=G2 | month=2026-08");
  assert_months ("2026-10 USD bkiu; ", FALSE);
}
END_TEST

/* An account of another currency, without a credit, is nobody's tie-out. */
START_TEST (a_currency_without_credit_is_left_out)
{
  BUILD_ROWS (books, "balance: effective=2026-10-01 | C=5 | B=5", "invoice: subtotal=-5 | " CREDIT,
              "usage: total=5 | " ACO, "invoice: invoice=G2 | currency=EUR | month=2026-08");
  assert_months ("2026-10 USD bkiu; ", TRUE);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("month-needs");
  TCase *tests = tcase_create ("month-needs");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, without_a_credit_nothing_is_known);
  tcase_add_test (tests, a_month_with_all_of_it_lacks_nothing);
  tcase_add_test (tests, what_was_used_needs_the_month_before);
  tcase_add_test (tests, a_report_of_the_month_before_is_there_though_it_lacks_a_row);
  tcase_add_test (tests, months_between_and_up_to_the_last_lack_all);
  tcase_add_test (tests, a_gap_of_years_is_not_filled);
  tcase_add_test (tests, an_invoice_of_an_unclear_month_leaves_it_open);
  tcase_add_test (tests, a_currency_without_credit_is_left_out);
  suite_add_tcase (suite, tests);
  return suite;
}
