/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "sample-cases.h"

#include "core/case/case-rows.h"

static const CaseRow *
row_of (const Report *report, gsize index)
{
  return report_row (report, REPORT_CASES, index);
}

/* A fall with its difference, and a notice. */
static Report *
two_cases (void)
{
  Report *report = sample_report ();
  FindingRow notice = case_finding (FINDING_UNBILLED_LINES, 10, "900");

  case_add_of (report, FINDING_CREDIT_DECREASED, "a", 10, "50");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-50");
  notice.severity = SEVERITY_NOTICE;
  notice.customer_id = NULL;
  notice.month = MONTH_NONE;
  notice.message = "2 lines are unbilled";
  report_append (report, REPORT_FINDINGS, &notice);
  case_add_tie_out (report, "USD", 10, "-50", "0");
  return report;
}

START_TEST (what_is_to_be_settled_stands_before_what_is_to_be_known)
{
  g_autoptr (Report) report = two_cases ();

  case_sort (report);
  case_rows_add (report, G_MAXSIZE);
  ck_assert_uint_eq (report_row_count (report, REPORT_CASES), 2);
  ck_assert_str_eq (row_of (report, 0)->name, "decrease");
  ck_assert_str_eq (row_of (report, 1)->name, "unbilled-lines");
  ck_assert_int_eq (row_of (report, 1)->month, MONTH_NONE);
  ck_assert_str_eq (row_of (report, 1)->sentence, "2 lines are unbilled");
  ck_assert_str_eq (row_of (report, 1)->ask, "nobody");
  ck_assert_ptr_null (row_of (report, 1)->ticket);
}
END_TEST

START_TEST (a_row_names_its_findings)
{
  g_autoptr (Report) report = two_cases ();
  const CaseRow *row;
  const FindingRow *first;

  case_sort (report);
  case_rows_add (report, G_MAXSIZE);
  row = row_of (report, 0);
  first = report_row (report, REPORT_FINDINGS, 0);
  ck_assert_uint_eq (row->open, 2);
  ck_assert_uint_eq (row->codes.count, 2);
  ck_assert_str_eq (((const char *const *) row->codes.elements)[1], "ACO401");
  ck_assert_uint_eq (row->findings.count, 2);
  ck_assert_str_eq (((const char *const *) row->findings.elements)[0], first->id);
  ck_assert_ptr_nonnull (row->ticket);
}
END_TEST

START_TEST (where_findings_have_no_ids_cases_have_no_tickets)
{
  g_autoptr (Report) report = two_cases ();

  report_set_origin (report, &(ReportOrigin){ .month = MONTH_NONE });
  report_leave_unnamed (report);
  report_sort (report);
  case_rows_add (report, G_MAXSIZE);
  ck_assert_str_eq (row_of (report, 0)->name, "decrease");
  ck_assert_uint_eq (row_of (report, 0)->findings.count, 0);
  ck_assert_ptr_null (row_of (report, 0)->ticket);
}
END_TEST

/* Decided: nothing is to be settled any more; disputed: it is. */
START_TEST (what_is_decided_comes_last)
{
  g_autoptr (Report) report = two_cases ();
  Resolutions *resolutions = resolutions_new ();

  case_sort (report);
  for (gsize i = 0; i < 2; i++)
    {
      const FindingRow *finding = report_row (report, REPORT_FINDINGS, i + 1);
      const Resolution decision = { .finding_id = finding->id,
                                    .finding_key = finding->key,
                                    .amount = i == 0 ? "900.00" : "-50.00",
                                    .resolution = i == 0 ? "accepted" : "disputed",
                                    .note = "n",
                                    .by = "b",
                                    .at = "2026-11-01T00:00:00Z" };
      resolutions_add (resolutions, &decision);
    }
  report_resolve (report, resolutions);
  case_rows_add (report, G_MAXSIZE);
  ck_assert_str_eq (row_of (report, 0)->name, "decrease");
  ck_assert_uint_eq (row_of (report, 0)->open, 2);
  ck_assert_str_eq (row_of (report, 1)->name, "unbilled-lines");
  ck_assert_uint_eq (row_of (report, 1)->open, 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-rows");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, what_is_to_be_settled_stands_before_what_is_to_be_known);
  tcase_add_test (test_case, a_row_names_its_findings);
  tcase_add_test (test_case, where_findings_have_no_ids_cases_have_no_tickets);
  tcase_add_test (test_case, what_is_decided_comes_last);
  suite_add_tcase (suite, test_case);
  return suite;
}
