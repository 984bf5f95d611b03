/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/calendar.h"
#include "test-main.h"

#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

START_TEST (months_subtract_and_follow_each_other)
{
  ck_assert_int_eq (calendar_month (2027, 1) - calendar_month (2026, 12), 1);
  ck_assert_int_eq (calendar_month (2027, 3) - calendar_month (2026, 1), 14);
}
END_TEST

START_TEST (months_outside_the_calendar_are_none)
{
  ck_assert_int_eq (calendar_month (2026, 0), MONTH_NONE);
  ck_assert_int_eq (calendar_month (2026, 13), MONTH_NONE);
  ck_assert_int_eq (calendar_month (0, 12), MONTH_NONE);
  ck_assert_int_eq (calendar_month (10000, 1), MONTH_NONE);
  ck_assert_int_eq (calendar_month (G_MININT, G_MININT), MONTH_NONE);
}
END_TEST

START_TEST (days_outside_the_calendar_are_none)
{
  ck_assert_int_eq (calendar_day (2026, 2, 29), DAY_NONE);
  ck_assert_int_eq (calendar_day (2026, 1, 0), DAY_NONE);
  ck_assert_int_eq (calendar_day (2026, 1, 32), DAY_NONE);
  ck_assert_int_eq (calendar_day (0, 12, 31), DAY_NONE);
  ck_assert_int_eq (calendar_day (10000, 1, 1), DAY_NONE);
  ck_assert_int_eq (calendar_day (G_MININT, 1, 1), DAY_NONE);
  ck_assert_int_eq (calendar_day (G_MAXINT, 12, 31), DAY_NONE);
}
END_TEST

/* Day by day */

static int
simple_month_length (int year, int month)
{
  switch (month)
    {
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
    case 2:
      if (year % 400 == 0)
        return 29;
      return year % 4 == 0 && year % 100 != 0 ? 29 : 28;
    default:
      return 31;
    }
}

/* Every way to make or take apart one day, against the count. */
static void
check_day (Day expected, int year, int month, int day)
{
  char iso[DAY_TEXT_SIZE], month_first[32], day_first[32], printed[DAY_TEXT_SIZE];
  Day found = DAY_NONE;

  g_snprintf (iso, sizeof iso, "%04u-%02u-%02u", (guint) year % 10000, (guint) month % 100,
              (guint) day % 100);
  g_snprintf (month_first, sizeof month_first, "%d/%d/%04d", month, day, year);
  g_snprintf (day_first, sizeof day_first, "%d/%d/%04d", day, month, year);

  ck_assert_msg (calendar_day (year, month, day) == expected, "%s is not day %d", iso, expected);
  calendar_print_day (expected, printed);
  ck_assert_str_eq (printed, iso);
  ck_assert_int_eq (calendar_month_of (expected), year * 12 + month - 1);
  ck_assert_int_eq (calendar_parse_day (iso, strlen (iso), DATE_MONTH_FIRST, &found), DATE_OK);
  ck_assert_int_eq (found, expected);
  ck_assert_int_eq (
      calendar_parse_day (month_first, strlen (month_first), DATE_MONTH_FIRST, &found), DATE_OK);
  ck_assert_int_eq (found, expected);
  ck_assert_int_eq (calendar_parse_day (day_first, strlen (day_first), DATE_DAY_FIRST, &found),
                    DATE_OK);
  ck_assert_int_eq (found, expected);
}

static void
check_month (Day first, int year, int month)
{
  Month found = calendar_month (year, month);
  int length = simple_month_length (year, month);

  ck_assert_int_eq (found, year * 12 + month - 1);
  ck_assert_int_eq (calendar_first_day (found), first);
  ck_assert_int_eq (calendar_last_day (found), first + length - 1);
  ck_assert_int_eq (calendar_day (year, month, length + 1), DAY_NONE);
}

START_TEST (every_day_from_1900_to_2100_agrees_with_a_simple_count)
{
  Day expected = calendar_day (1900, 1, 1);

  ck_assert_int_eq (expected, 693596);
  for (int year = 1900; year <= 2100; year++)
    for (int month = 1; month <= 12; month++)
      {
        check_month (expected, year, month);
        for (int day = 1; day <= simple_month_length (year, month); day++)
          check_day (expected++, year, month, day);
      }
}
END_TEST

START_TEST (every_month_of_all_years_agrees_with_a_simple_count)
{
  Day first = 1;

  for (int year = 1; year <= 9999; year++)
    for (int month = 1; month <= 12; month++)
      {
        int length = simple_month_length (year, month);

        check_month (first, year, month);
        ck_assert_int_eq (calendar_month_of (first), calendar_month_of (first + length - 1));
        first += length;
      }
  ck_assert_int_eq (first - 1, 3652059);
}
END_TEST

START_TEST (years_are_leap_by_the_gregorian_rule)
{
  ck_assert_int_ne (calendar_day (1904, 2, 29), DAY_NONE);
  ck_assert_int_ne (calendar_day (2000, 2, 29), DAY_NONE);
  ck_assert_int_ne (calendar_day (2400, 2, 29), DAY_NONE);
  ck_assert_int_eq (calendar_day (1900, 2, 29), DAY_NONE);
  ck_assert_int_eq (calendar_day (2100, 2, 29), DAY_NONE);
  ck_assert_int_eq (calendar_day (2023, 2, 29), DAY_NONE);
  ck_assert_int_eq (calendar_day (2024, 3, 1) - calendar_day (2024, 2, 28), 2);
  ck_assert_int_eq (calendar_day (2023, 3, 1) - calendar_day (2023, 2, 28), 1);
}
END_TEST

/* The caller's faults abort */

START_TEST (no_day_has_no_text)
{
  char text[DAY_TEXT_SIZE];

  calendar_print_day (DAY_NONE, text);
}
END_TEST

START_TEST (a_day_past_the_calendar_has_no_month) { (void) calendar_month_of (3652060); }
END_TEST

START_TEST (no_month_has_no_first_day) { (void) calendar_first_day (MONTH_NONE); }
END_TEST

static void
add_abort_tests (TCase *tcase)
{
  /* Without a process of its own for each test, an abort ends them all. */
  if (g_strcmp0 (g_getenv ("CK_FORK"), "no") == 0)
    return;
  tcase_add_test_raise_signal (tcase, no_day_has_no_text, SIGABRT);
  tcase_add_test_raise_signal (tcase, a_day_past_the_calendar_has_no_month, SIGABRT);
  tcase_add_test_raise_signal (tcase, no_month_has_no_first_day, SIGABRT);
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("calendar");
  TCase *tcase = tcase_create ("calendar");

  tcase_add_test (tcase, months_subtract_and_follow_each_other);
  tcase_add_test (tcase, months_outside_the_calendar_are_none);
  tcase_add_test (tcase, days_outside_the_calendar_are_none);
  tcase_add_test (tcase, every_day_from_1900_to_2100_agrees_with_a_simple_count);
  tcase_add_test (tcase, every_month_of_all_years_agrees_with_a_simple_count);
  tcase_add_test (tcase, years_are_leap_by_the_gregorian_rule);
  add_abort_tests (tcase);
  suite_add_tcase (suite, tcase);
  return suite;
}
