/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/slash-dates.h"
#include "test-main.h"

#include <check.h>

static void
assert_column (const SlashDates *dates, Day first, Day last, gboolean is_proven)
{
  const SlashDateColumn *column = &dates->columns[ROLE_USAGE_DATE];

  ck_assert_int_eq (column->first, first);
  ck_assert_int_eq (column->last, last);
  ck_assert_int_eq (column->is_proven, is_proven);
}

static void
note (SlashDates *dates, const char *text, DateOrder order)
{
  slash_dates_note (dates, ROLE_USAGE_DATE, slice_of (text), order);
}

START_TEST (only_a_value_above_12_proves_the_order)
{
  SlashDates dates = { 0 };

  note (&dates, "10/2/2026", DATE_MONTH_FIRST);
  note (&dates, "9/12/2026 12:13:14 PM", DATE_MONTH_FIRST);
  note (&dates, "10/12/2026", DATE_MONTH_FIRST);
  assert_column (&dates, calendar_day (2026, 9, 12), calendar_day (2026, 10, 12), FALSE);
  note (&dates, "10/13/2026", DATE_MONTH_FIRST);
  assert_column (&dates, calendar_day (2026, 9, 12), calendar_day (2026, 10, 13), TRUE);
}
END_TEST

START_TEST (the_first_part_proves_that_the_day_comes_first)
{
  SlashDates dates = { 0 };

  note (&dates, "02/10/2026", DATE_DAY_FIRST);
  assert_column (&dates, calendar_day (2026, 10, 2), calendar_day (2026, 10, 2), FALSE);
  note (&dates, "31/10/2026", DATE_DAY_FIRST);
  assert_column (&dates, calendar_day (2026, 10, 2), calendar_day (2026, 10, 31), TRUE);
}
END_TEST

START_TEST (other_dates_and_other_columns_do_not_count)
{
  static const char *const others[]
      = { "", "2026-10-31", "10/2026", "/", "1/2/26", "31/10/2026", "Oct 2026", "202610" };
  SlashDates dates = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    note (&dates, others[i], DATE_MONTH_FIRST);
  slash_dates_note (&dates, ROLE_MONTH, slice_of ("10/31/2026"), DATE_MONTH_FIRST);
  assert_column (&dates, DAY_NONE, DAY_NONE, FALSE);
  ck_assert (dates.columns[ROLE_MONTH].is_proven);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("slash-dates");
  TCase *tests = tcase_create ("slash-dates");

  tcase_add_test (tests, only_a_value_above_12_proves_the_order);
  tcase_add_test (tests, the_first_part_proves_that_the_day_comes_first);
  tcase_add_test (tests, other_dates_and_other_columns_do_not_count);
  suite_add_tcase (suite, tests);
  return suite;
}
