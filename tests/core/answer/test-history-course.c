/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/history-course.h"
#include "test-main.h"

#include <check.h>

#include "record-builders.h"

static HistoryCourse *
course_of (const char *second_row)
{
  g_autoptr (Books) books = build_books ();
  ReckonPlan rules = reckon_plan_default ();

  BUILD_ROWS (books, "balance: month=2026-08 | C=100 | B=900 | expiry=2027-08-31",
              "balance: month=2026-09 | C=300 | B=700 | expiry=2027-08-31", second_row);
  g_autoptr (Report) reckoned = build_report (books, &rules);
  return history_course_new (books, reckoned, g_array_new (FALSE, FALSE, sizeof (CourseFindings)));
}

static void
assert_left (const HistoryCourse *course, Month month, const char *currency, gint64 units)
{
  const CourseLeft *left = history_course_left (course, month, currency);

  if (units < 0)
    {
      ck_assert_ptr_null (left);
      return;
    }
  ck_assert_ptr_nonnull (left);
  ck_assert (decimal_equal (left->left, decimal_from_int (units)));
}

START_TEST (what_is_left_is_summed_by_month_and_currency)
{
  g_autoptr (HistoryCourse) course
      = course_of ("balance: month=2026-09 | agreement=other | C=0 | B=50 | expiry=2027-08-31");

  assert_left (course, calendar_month (2026, 8), "USD", 900);
  assert_left (course, calendar_month (2026, 9), "USD", 750);
  assert_left (course, calendar_month (2026, 9), "EUR", -1);
  assert_left (course, calendar_month (2026, 10), "USD", -1);
}
END_TEST

START_TEST (agreements_bring_their_forecast_and_rows)
{
  g_autoptr (HistoryCourse) course
      = course_of ("balance: month=2026-10 | C=500 | B=500 | expiry=2027-08-31");
  const AgreementRow *agreement = report_row (course->balances, REPORT_AGREEMENTS, 0);

  ck_assert_uint_eq (report_row_count (course->balances, REPORT_AGREEMENTS), 1);
  ck_assert_uint_eq (report_row_count (course->balances, REPORT_ROLLFORWARD), 3);
  ck_assert (agreement->burn.known);
  ck_assert (decimal_equal (agreement->burn.value, decimal_from_int (200)));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("history-course");
  TCase *tests = tcase_create ("history-course");

  tcase_add_test (tests, what_is_left_is_summed_by_month_and_currency);
  tcase_add_test (tests, agreements_bring_their_forecast_and_rows);
  suite_add_tcase (suite, tests);
  return suite;
}
