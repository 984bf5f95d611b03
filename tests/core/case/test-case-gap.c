/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "sample-cases.h"

#include "core/case/case-gap.h"

START_TEST (a_gap_begins_after_the_row_before)
{
  g_autoptr (Report) report = sample_report ();
  FindingRow finding = case_finding (FINDING_MONTH_MISSING, 10, "270");

  finding.agreement_id = "a";
  case_add_used (report, "a", 6, "1");
  case_add_used (report, "a", 7, "1");
  case_add_used (report, "a", 10, "270");
  case_add_used (report, "b", 9, "4");
  case_sort (report);
  ck_assert_int_eq (case_gap_first (report, &finding), calendar_month (2026, 8));
  finding.agreement_id = "b";
  finding.month = calendar_month (2026, 9);
  ck_assert_int_eq (case_gap_first (report, &finding), calendar_month (2026, 9));
}
END_TEST

START_TEST (used_and_credited_are_those_of_all_agreements_in_these_months)
{
  g_autoptr (Report) report = sample_report ();
  const FindingRow finding = case_finding (FINDING_MONTH_MISSING, 10, "270");
  Amount difference;

  case_add_used (report, "a", 8, "1000");
  case_add_used (report, "a", 10, "270");
  case_add_used (report, "b", 9, "4");
  case_add_tie_out (report, "USD", 8, "1000", "1");
  case_add_tie_out (report, "USD", 9, "4", "130");
  case_add_tie_out (report, "USD", 10, "270", "140");
  case_add_tie_out (report, "EUR", 10, "5", "5000");
  case_sort (report);
  difference = case_gap_difference (report, &finding, calendar_month (2026, 9), finding.month);
  ck_assert (difference.known);
  ck_assert (decimal_equal (difference.value, sample_decimal ("4")));
}
END_TEST

START_TEST (an_addend_that_is_not_known_makes_the_difference_unknown)
{
  g_autoptr (Report) report = sample_report ();
  const FindingRow finding = case_finding (FINDING_MONTH_MISSING, 10, "270");

  case_add_used (report, "a", 10, NULL);
  case_sort (report);
  ck_assert (!case_gap_difference (report, &finding, finding.month, finding.month).known);
}
END_TEST

START_TEST (a_tie_out_row_is_found_by_customer_currency_and_month)
{
  g_autoptr (Report) report = sample_report ();
  FindingRow finding = case_finding (FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "1");
  TieOutRow row;

  case_add_tie_out (report, "EUR", 10, "5", "6");
  case_add_tie_out (report, "USD", 9, "7", "8");
  case_sort (report);
  ck_assert (!case_gap_tie_out (report, &finding, &row));
  finding.month = calendar_month (2026, 9);
  ck_assert (case_gap_tie_out (report, &finding, &row));
  ck_assert (decimal_equal (row.invoice_credit.value, sample_decimal ("8")));
  finding.customer_id = "d";
  ck_assert (!case_gap_tie_out (report, &finding, &row));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-gap");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, a_gap_begins_after_the_row_before);
  tcase_add_test (test_case, used_and_credited_are_those_of_all_agreements_in_these_months);
  tcase_add_test (test_case, an_addend_that_is_not_known_makes_the_difference_unknown);
  tcase_add_test (test_case, a_tie_out_row_is_found_by_customer_currency_and_month);
  suite_add_tcase (suite, test_case);
  return suite;
}
