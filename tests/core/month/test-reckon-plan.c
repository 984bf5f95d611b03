/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/month-counts.h"
#include "core/month/reckon-plan.h"
#include "test-main.h"

#include <check.h>

START_TEST (without_options_the_documented_defaults_hold)
{
  const ReckonPlan plan = reckon_plan_default ();
  g_autofree char *tolerance = decimal_to_string (plan.tolerance, 2);

  ck_assert_int_eq (plan.month, MONTH_NONE);
  ck_assert_int_eq (plan.as_of, DAY_NONE);
  ck_assert_int_eq (plan.expiring_days, 60);
  ck_assert_str_eq (tolerance, "0.01");
  ck_assert_ptr_null (plan.invoice_months);
}
END_TEST

/* Months of 2026; 0 is none. */
static const struct
{
  int month;       /* --month */
  int as_of_month; /* --as-of, and its day */
  int as_of_day;
  int asked;
  gboolean reported;
} cases[] = {
  /* Without options all months. */
  { 0, 0, 0, 1, TRUE },
  { 0, 0, 0, 12, TRUE },
  /* With --month only that one. */
  { 10, 0, 0, 9, FALSE },
  { 10, 0, 0, 10, TRUE },
  { 10, 0, 0, 11, FALSE },
  /* With --as-of those not after its month, whatever the day. */
  { 0, 10, 1, 9, TRUE },
  { 0, 10, 1, 10, TRUE },
  { 0, 10, 31, 10, TRUE },
  { 0, 10, 31, 11, FALSE },
  /* With both, --month decides alone. */
  { 10, 9, 30, 10, TRUE },
  { 10, 9, 30, 9, FALSE },
  { 10, 12, 31, 11, FALSE },
  /* What has no month is always reported. */
  { 0, 0, 0, 0, TRUE },
  { 10, 0, 0, 0, TRUE },
  { 0, 1, 1, 0, TRUE },
};

static Month
month_of_2026 (int month)
{
  return month != 0 ? calendar_month (2026, month) : MONTH_NONE;
}

START_TEST (months_are_reported_as_the_options_say)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = month_of_2026 (cases[_i].month);
  if (cases[_i].as_of_month != 0)
    plan.as_of = calendar_day (2026, cases[_i].as_of_month, cases[_i].as_of_day);
  ck_assert_int_eq (reckon_plan_reports_month (&plan, month_of_2026 (cases[_i].asked)),
                    cases[_i].reported);
}
END_TEST

START_TEST (of_several_months_one_is_enough)
{
  g_autoptr (GArray) months = month_counts_new ();
  ReckonPlan plan = reckon_plan_default ();

  ck_assert (!reckon_plan_reports_any_month (&plan, months));
  month_counts_add (months, month_of_2026 (8), 1);
  month_counts_add (months, month_of_2026 (10), 3);
  ck_assert (reckon_plan_reports_any_month (&plan, months));
  plan.month = month_of_2026 (10);
  ck_assert (reckon_plan_reports_any_month (&plan, months));
  plan.month = month_of_2026 (9);
  ck_assert (!reckon_plan_reports_any_month (&plan, months));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("reckon-plan");
  TCase *tcase = tcase_create ("reckon-plan");

  tcase_add_test (tcase, without_options_the_documented_defaults_hold);
  tcase_add_loop_test (tcase, months_are_reported_as_the_options_say, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tcase, of_several_months_one_is_enough);
  suite_add_tcase (suite, tcase);
  return suite;
}
