/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "engine/report-status.h"

START_TEST (a_finding_of_the_severity_given_makes_it_1)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  const FindingRow finding = { .code = FINDING_CREDIT_SIGN, .severity = SEVERITY_WARNING };
  WritePlan plan = { .fail_on = SEVERITY_WARNING };

  report_append (report, REPORT_FINDINGS, &finding);
  report_sort (report);
  ck_assert_uint_eq (report_status (&plan, report), 1);
  plan.fail_on = SEVERITY_ERROR;
  ck_assert_uint_eq (report_status (&plan, report), 0);
  plan.fail_on = SEVERITY_NOTICE;
  ck_assert_uint_eq (report_status (&plan, report), 1);
  plan.never_fails = TRUE;
  ck_assert_uint_eq (report_status (&plan, report), 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-status");
  TCase *tests = tcase_create ("report-status");

  tcase_add_test (tests, a_finding_of_the_severity_given_makes_it_1);
  suite_add_tcase (suite, tests);
  return suite;
}
