/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/benefit/benefit-months.h"
#include "core/benefit/benefit-uses.h"
#include "sample-benefits.h"

/* "MONTH opening granted used over lapsed revoked closing" of each month. */
static char *
months_of (const char *row, const char *uses, const char *as_of)
{
  g_autoptr (BenefitBook) book = sample_book (row, uses);
  g_autoptr (BenefitUses) used = benefit_uses_new (book);
  const Benefit *benefit = &g_array_index (book->benefits, Benefit, 0);
  const Day day = sample_day (as_of);
  const BenefitDates dates = benefit_dates_of (benefit, day);
  g_autoptr (GArray) months
      = benefit_months_of (benefit, &dates, benefit_uses_months (used, benefit), day);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < months->len; i++)
    {
      const BenefitMonthRow *month = &g_array_index (months, BenefitMonthRow, i);
      char text[MONTH_TEXT_SIZE];
      calendar_print_month (month->month, text);
      g_string_append_printf (
          out, "%s %d %d %d %d %d %d %d%s\n", text, (int) decimal_to_int (month->opening),
          (int) decimal_to_int (month->granted), (int) decimal_to_int (month->used),
          (int) decimal_to_int (month->over), (int) decimal_to_int (month->lapsed),
          (int) decimal_to_int (month->revoked), (int) decimal_to_int (month->closing),
          month->is_inside ? "" : " outside");
    }
  return g_string_free (out, FALSE);
}

START_TEST (monthly_credit_lapses_with_its_month)
{
  g_autofree char *months
      = months_of ("a,,Active,monthly,100,USD,i,,2026-08-20,,,,,,\n",
                   "i,2026-07,5,\ni,2026-08,40,\ni,2026-09,130,\ni,2026-11,9,\n", "2026-10-05");

  ck_assert_str_eq (months, "2026-07 0 0 5 5 0 0 0 outside\n"
                            "2026-08 0 100 40 0 60 0 0\n"
                            "2026-09 0 100 130 30 0 0 0\n"
                            "2026-10 0 100 0 0 0 0 100\n");
}
END_TEST

START_TEST (thirteen_months_are_granted)
{
  g_autofree char *months
      = months_of ("a,,Active,monthly,1,USD,i,,2024-01-15,,,,,,\n", NULL, "2026-10-05");
  guint lines = 0;

  for (const char *at = months; *at != '\0'; at++)
    lines += *at == '\n';
  ck_assert_uint_eq (lines, 14); /* begin and end share a month of the calendar with others */
  ck_assert (g_str_has_suffix (months, "2025-02 0 1 0 0 1 0 0\n"));
}
END_TEST

START_TEST (bulk_credit_is_carried_over_until_it_ends)
{
  g_autofree char *months = months_of ("a,,Active,bulk,100,USD,i,,,2026-01-31,2026-03-05,,,,\n",
                                       "i,2026-02,30,\ni,2026-05,1,\n", "2026-10-05");

  ck_assert_str_eq (months, "2026-01 0 100 0 0 0 0 100\n"
                            "2026-02 100 0 30 0 0 0 70\n"
                            "2026-03 70 0 0 0 70 0 0\n"
                            "2026-05 0 0 1 1 0 0 0 outside\n");
}
END_TEST

START_TEST (what_is_left_is_taken_back)
{
  g_autofree char *bulk = months_of ("a,,Active,bulk,100,USD,i,,,2026-01-31,,2026-03-05,,,\n",
                                     "i,2026-02,30,\n", "2026-10-05");
  g_autofree char *monthly = months_of ("a,,Active,monthly,100,USD,i,,2026-01-31,,,2026-03-05,,,\n",
                                        "i,2026-03,30,\n", "2026-10-05");
  g_autofree char *before
      = months_of ("a,,Active,monthly,100,USD,i,,2026-03-20,,,2026-03-05,,,\n", NULL, "2026-10-05");

  ck_assert_str_eq (bulk, "2026-01 0 100 0 0 0 0 100\n2026-02 100 0 30 0 0 0 70\n"
                          "2026-03 70 0 0 0 0 70 0\n");
  ck_assert_str_eq (monthly, "2026-01 0 100 0 0 100 0 0\n2026-02 0 100 0 0 100 0 0\n"
                             "2026-03 0 100 30 0 0 70 0\n");
  ck_assert_str_eq (before, "2026-03 0 0 0 0 0 0 0\n");
}
END_TEST

START_TEST (what_has_not_begun_has_no_months)
{
  g_autofree char *none = months_of ("a,,Active,bulk,100,USD,i,,,,,,,,\n", NULL, "2026-10-05");
  g_autofree char *later
      = months_of ("a,,Active,bulk,100,USD,i,,,2026-10-06,,,,,\n", "i,2026-10,1,\n", "2026-10-05");

  ck_assert_str_eq (none, "");
  ck_assert_str_eq (later, "2026-10 0 0 1 1 0 0 0 outside\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-months");
  TCase *tests = tcase_create ("benefit-months");

  tcase_add_test (tests, monthly_credit_lapses_with_its_month);
  tcase_add_test (tests, thirteen_months_are_granted);
  tcase_add_test (tests, bulk_credit_is_carried_over_until_it_ends);
  tcase_add_test (tests, what_is_left_is_taken_back);
  tcase_add_test (tests, what_has_not_begun_has_no_months);
  suite_add_tcase (suite, tests);
  return suite;
}
