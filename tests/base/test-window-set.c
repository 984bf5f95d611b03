/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/window-set.h"
#include "test-main.h"

#include <check.h>

START_TEST (no_windows_hold_nothing)
{
  g_autoptr (WindowSet) set = window_set_new ();

  ck_assert (window_set_is_empty (set));
  ck_assert (!window_set_holds (set, 5));
  ck_assert (!window_set_begins_between (set, 1, 9));
  window_set_free (NULL);
}
END_TEST

START_TEST (both_ends_are_in_a_window)
{
  g_autoptr (WindowSet) set = window_set_new ();

  window_set_add (set, 10, 20);
  ck_assert (!window_set_is_empty (set));
  ck_assert (!window_set_holds (set, 9));
  ck_assert (window_set_holds (set, 10));
  ck_assert (window_set_holds (set, 20));
  ck_assert (!window_set_holds (set, 21));
}
END_TEST

START_TEST (a_date_not_given_is_no_limit)
{
  g_autoptr (WindowSet) open_start = window_set_new ();
  g_autoptr (WindowSet) open_end = window_set_new ();

  window_set_add (open_start, DAY_NONE, 20);
  window_set_add (open_end, 10, DAY_NONE);
  ck_assert (window_set_holds (open_start, calendar_day (1, 1, 1)));
  ck_assert (!window_set_holds (open_start, 21));
  ck_assert (window_set_holds (open_end, calendar_day (9999, 12, 31)));
  ck_assert (!window_set_holds (open_end, 9));
}
END_TEST

START_TEST (a_window_that_ends_before_it_begins_holds_nothing)
{
  g_autoptr (WindowSet) set = window_set_new ();

  window_set_add (set, 20, 10);
  for (Day day = 9; day <= 21; day++)
    ck_assert (!window_set_holds (set, day));
}
END_TEST

START_TEST (two_days_are_held_by_one_window_or_not_at_all)
{
  g_autoptr (WindowSet) set = window_set_new ();

  window_set_add (set, 10, 20);
  window_set_add (set, 15, 30);
  ck_assert (window_set_holds_both (set, 10, 20));
  ck_assert (!window_set_holds_both (set, 10, 21));
  ck_assert (window_set_holds_both (set, 15, 30));
  ck_assert (!window_set_holds_both (set, 14, 30));
}
END_TEST

START_TEST (a_window_begins_after_the_one_day_and_not_after_the_other)
{
  g_autoptr (WindowSet) set = window_set_new ();

  window_set_add (set, 10, 20);
  ck_assert (!window_set_begins_between (set, 10, 30));
  ck_assert (window_set_begins_between (set, 9, 10));
  ck_assert (!window_set_begins_between (set, 1, 9));
}
END_TEST

/* Against looking at each window. */
START_TEST (answers_are_those_of_all_windows_looked_at)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) _i);
  g_autoptr (WindowSet) set = window_set_new ();
  Day first[8], last[8];

  for (int i = 0; i < 8; i++)
    {
      first[i] = g_rand_int_range (random, 1, 12);
      last[i] = g_rand_int_range (random, 1, 12);
      window_set_add (set, first[i], last[i]);
    }
  for (Day day = -1; day <= 13; day++)
    for (Day later = day; later <= 13; later++)
      {
        gboolean both = FALSE, begins = FALSE;

        for (int i = 0; i < 8; i++)
          {
            both = both || (first[i] <= day && later <= last[i]);
            begins = begins || (day < first[i] && first[i] <= later);
          }
        ck_assert_int_eq (window_set_holds_both (set, day, later), both);
        ck_assert_int_eq (window_set_begins_between (set, day, later), begins);
      }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("window-set");
  TCase *tests = tcase_create ("windows");

  tcase_add_test (tests, no_windows_hold_nothing);
  tcase_add_test (tests, both_ends_are_in_a_window);
  tcase_add_test (tests, a_date_not_given_is_no_limit);
  tcase_add_test (tests, a_window_that_ends_before_it_begins_holds_nothing);
  tcase_add_test (tests, two_days_are_held_by_one_window_or_not_at_all);
  tcase_add_test (tests, a_window_begins_after_the_one_day_and_not_after_the_other);
  tcase_add_loop_test (tests, answers_are_those_of_all_windows_looked_at, 0, 50);
  suite_add_tcase (suite, tests);
  return suite;
}
