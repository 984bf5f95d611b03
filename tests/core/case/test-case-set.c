/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "sample-cases.h"

static guint
count_of (const CaseSet *set, const CaseScope *scope)
{
  g_autoptr (GArray) found = case_set_find (set, scope);
  return found->len;
}

START_TEST (findings_stand_by_their_codes_whatever_files_are_called)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (CaseSet) set = NULL;
  FindingRow row = case_finding (FINDING_GRANT_CHANGED, 10, "2");

  row.file = "a.csv";
  report_append (report, REPORT_FINDINGS, &row);
  case_add (report, FINDING_CREDIT_DECREASED, 10, "1");
  case_sort (report);
  set = case_set_of_all (report);
  ck_assert_uint_eq (case_set_count (set), 2);
  ck_assert_int_eq (case_set_finding (set, 0)->code, FINDING_CREDIT_DECREASED);
  ck_assert_ptr_eq (report_row (report, REPORT_FINDINGS, case_set_index (set, 1)),
                    case_set_finding (set, 1));
}
END_TEST

START_TEST (only_what_is_free_and_in_scope_is_found)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (CaseSet) set = NULL;
  CaseScope scope = { .code = FINDING_GRANT_CHANGED, .customer_id = "c" };

  case_add_of (report, FINDING_GRANT_CHANGED, "a", 9, "-2");
  case_add_of (report, FINDING_GRANT_CHANGED, "b", 10, "3");
  case_add (report, FINDING_CREDIT_DECREASED, 10, "1");
  case_sort (report);
  set = case_set_of_all (report);
  ck_assert_uint_eq (count_of (set, &scope), 2);
  scope.currency = "EUR";
  ck_assert_uint_eq (count_of (set, &scope), 0);
  scope.currency = "USD";
  scope.last = calendar_month (2026, 9);
  ck_assert_uint_eq (count_of (set, &scope), 1);
  scope.agreement_id = "b";
  ck_assert_uint_eq (count_of (set, &scope), 0);
  scope.last = MONTH_NONE;
  ck_assert_uint_eq (count_of (set, &scope), 1);
  case_set_claim (set, 2);
  ck_assert (!case_set_is_free (set, 2));
  scope.agreement_id = NULL;
  ck_assert_uint_eq (count_of (set, &scope), 1);
  scope.customer_id = NULL;
  ck_assert_uint_eq (count_of (set, &scope), 0);
}
END_TEST

START_TEST (a_sum_has_no_signs)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (CaseSet) set = NULL;
  g_autoptr (GArray) found = NULL;

  case_add (report, FINDING_GRANT_CHANGED, 9, "-2");
  case_add (report, FINDING_GRANT_CHANGED, 10, "3");
  case_sort (report);
  set = case_set_of_all (report);
  found = case_set_find (set, &(CaseScope){ .code = FINDING_GRANT_CHANGED, .customer_id = "c" });
  ck_assert (decimal_equal (case_set_sum (set, found), sample_decimal ("5")));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-set");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, findings_stand_by_their_codes_whatever_files_are_called);
  tcase_add_test (test_case, only_what_is_free_and_in_scope_is_found);
  tcase_add_test (test_case, a_sum_has_no_signs);
  suite_add_tcase (suite, test_case);
  return suite;
}
