/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-counts.h"
#include "test-main.h"

#include <check.h>

START_TEST (rows_are_counted_by_what_they_say)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  const FindingRow findings[] = { { .code = FINDING_CREDIT_SIGN, .severity = SEVERITY_ERROR },
                                  { .code = FINDING_CREDIT_SIGN, .severity = SEVERITY_NOTICE },
                                  { .code = FINDING_ROW_REJECTED, .severity = SEVERITY_ERROR } };
  const TieOutRow tie_outs[] = { { .customer_id = "c1", .result = TIE_OUT_AGREES },
                                 { .customer_id = "c2", .result = TIE_OUT_AGREES } };
  const AgreementRow agreement = { .customer_id = "c1", .state = AGREEMENT_EXPIRED };

  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    report_append (report, REPORT_FINDINGS, &findings[i]);
  for (guint i = 0; i < G_N_ELEMENTS (tie_outs); i++)
    report_append (report, REPORT_TIE_OUT, &tie_outs[i]);
  report_append (report, REPORT_AGREEMENTS, &agreement);
  report_sort (report);
  ck_assert_uint_eq (report_counts_findings (report, SEVERITY_ERROR), 2);
  ck_assert_uint_eq (report_counts_findings (report, SEVERITY_NOTICE), 1);
  ck_assert_uint_eq (report_counts_findings (report, SEVERITY_WARNING), 0);
  ck_assert_uint_eq (report_counts_place (report, FINDING_CREDIT_DECREASED), 0);
  ck_assert_uint_eq (report_counts_place (report, FINDING_CREDIT_UNPAIRED), 2);
  ck_assert_uint_eq (report_counts_place (report, FINDING_ROW_REJECTED), 2);
  ck_assert_uint_eq (report_counts_result (report, TIE_OUT_AGREES), 2);
  ck_assert_uint_eq (report_counts_state (report, AGREEMENT_EXPIRED), 1);
  ck_assert_uint_eq (report_counts_state (report, AGREEMENT_ACTIVE), 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-counts");
  TCase *tests = tcase_create ("report-counts");

  tcase_add_test (tests, rows_are_counted_by_what_they_say);
  suite_add_tcase (suite, tests);
  return suite;
}
