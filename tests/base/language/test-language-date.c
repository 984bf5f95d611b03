/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/language/language-date.h"

static const struct
{
  const char *code, *day, *month;
} forms[] = {
  { "en", "2026-03-05", "2026-03" },
  { "de", "05.03.2026", "03.2026" },
  { "ja",
    "2026\xe5\xb9\xb4"
    "3\xe6\x9c\x88"
    "5\xe6\x97\xa5",
    "2026\xe5\xb9\xb4"
    "3\xe6\x9c\x88" },
  { "nl", "05-03-2026", "03-2026" },
  { "ru", "05.03.2026", "03.2026" },
};

START_TEST (test_forms)
{
  const Language *language;

  ck_assert (language_find (forms[_i].code, &language));
  g_autofree char *day = language_date_of_day (language, calendar_day (2026, 3, 5));
  g_autofree char *month = language_date_of_month (language, calendar_month (2026, 3));
  ck_assert_str_eq (day, forms[_i].day);
  ck_assert_str_eq (month, forms[_i].month);

  char day_printed[LANGUAGE_DATE_SIZE], month_printed[LANGUAGE_DATE_SIZE];
  language_date_print_day (language, calendar_day (2026, 3, 5), day_printed);
  language_date_print_month (language, calendar_month (2026, 3), month_printed);
  ck_assert_str_eq (day_printed, day);
  ck_assert_str_eq (month_printed, month);
}
END_TEST

START_TEST (test_english_is_that_of_the_calendar)
{
  char day[DAY_TEXT_SIZE], month[MONTH_TEXT_SIZE];
  g_autofree char *day_said = language_date_of_day (NULL, calendar_day (987, 12, 31));
  g_autofree char *month_said = language_date_of_month (NULL, calendar_month (987, 12));

  calendar_print_day (calendar_day (987, 12, 31), day);
  calendar_print_month (calendar_month (987, 12), month);
  ck_assert_str_eq (day_said, day);
  ck_assert_str_eq (month_said, month);
}
END_TEST

START_TEST (test_names)
{
  g_autofree char *first = language_date_month_name (NULL, calendar_month (2026, 1));
  g_autofree char *last = language_date_month_name (NULL, calendar_month (2026, 12));

  ck_assert_str_eq (first, "January 2026");
  ck_assert_str_eq (last, "December 2026");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("language-date");
  TCase *all = tcase_create ("all");

  tcase_add_loop_test (all, test_forms, 0, G_N_ELEMENTS (forms));
  tcase_add_test (all, test_english_is_that_of_the_calendar);
  tcase_add_test (all, test_names);
  suite_add_tcase (suite, all);
  return suite;
}
