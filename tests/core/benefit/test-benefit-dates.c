/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/benefit/benefit-dates.h"
#include "sample-benefits.h"

/* "BEGIN END running gone FIRST LAST" of a benefit. */
static char *
dates_of (const char *row, const char *as_of)
{
  g_autoptr (BenefitBook) book = sample_book (row, NULL);
  const BenefitDates dates
      = benefit_dates_of (&g_array_index (book->benefits, Benefit, 0), sample_day (as_of));
  char begin[DAY_TEXT_SIZE] = "-", end[DAY_TEXT_SIZE] = "-";
  char first[MONTH_TEXT_SIZE] = "-", last[MONTH_TEXT_SIZE] = "-";

  if (dates.begin != DAY_NONE)
    calendar_print_day (dates.begin, begin);
  if (dates.end != DAY_NONE)
    calendar_print_day (dates.end, end);
  if (dates.first != MONTH_NONE)
    {
      calendar_print_month (dates.first, first);
      calendar_print_month (dates.last_inside, last);
    }
  return g_strdup_printf ("%s %s %d %d %s %s", begin, end, dates.is_running, dates.is_gone, first,
                          last);
}

START_TEST (a_benefit_begins_and_ends)
{
  static const struct
  {
    const char *row;
    const char *dates;
  } cases[] = {
    { "a,,Active,monthly,1,USD,i,,2026-01-31,,,,,,\n",
      "2026-01-31 2027-02-27 1 0 2026-01 2026-10" },
    { "a,,Active,monthly,1,USD,i,,2026-01-15,2026-01-20,2026-03-31,,,,\n",
      "2026-01-15 2026-03-31 1 0 2026-01 2026-03" },
    { "a,,Active,monthly,1,USD,i,,2026-01-15,,2099-01-01,,,,\n",
      "2026-01-15 2027-02-14 1 0 2026-01 2026-10" },
    { "a,,Active,bulk,1,USD,i,,2026-01-15,2026-02-01,,,,,\n",
      "2026-02-01 2027-01-31 1 0 2026-02 2026-10" },
    { "a,,Active,bulk,1,USD,i,,2024-02-29,,,,,,\n", "2024-02-29 2025-02-27 1 0 2024-02 2025-02" },
    { "a,,Active,bulk,1,USD,i,,,2026-02-01,2026-01-01,,,,\n", "2026-02-01 2026-01-01 1 0 - -" },
    { "a,,Active,bulk,1,USD,i,,,2026-10-06,,,,,\n", "2026-10-06 2027-10-05 0 0 - -" },
    { "a,,Active,bulk,1,USD,i,,,2026-10-05,,,,,\n", "2026-10-05 2027-10-04 1 0 2026-10 2026-10" },
    { "a,,Active,bulk,1,USD,i,,,,2026-12-31,,,,\n", "- - 0 0 - -" },
    { "a,,Active,bulk,1,USD,i,,,2026-01-01,,2026-10-05,,,\n",
      "2026-01-01 2026-12-31 1 1 2026-01 2026-10" },
    { "a,,Active,bulk,1,USD,i,,,2026-01-01,,2026-10-06,,,\n",
      "2026-01-01 2026-12-31 1 0 2026-01 2026-10" },
    { "a,,Active,bulk,1,USD,i,,,2026-03-01,,2026-04-02,,,\n",
      "2026-03-01 2027-02-28 1 1 2026-03 2026-04" },
    { "a,,Active,bulk,1,USD,i,,,2026-03-01,,2026-02-02,,,\n", "2026-03-01 2027-02-28 1 1 - -" },
    { "a,,Active,bulk,1,USD,i,,9999-12-31,,,,,,\n", "9999-12-31 9999-12-30 0 0 - -" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dates = dates_of (cases[i].row, "2026-10-05");
      ck_assert_msg (strcmp (dates, cases[i].dates) == 0, "%s: %s", cases[i].row, dates);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-dates");
  TCase *tests = tcase_create ("benefit-dates");

  tcase_add_test (tests, a_benefit_begins_and_ends);
  suite_add_tcase (suite, tests);
  return suite;
}
