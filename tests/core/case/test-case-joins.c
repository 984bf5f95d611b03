/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "sample-cases.h"

static void
case_add_in (Report *report, FindingCode code, const char *currency, int month, const char *amount)
{
  FindingRow row = case_finding (code, month, amount);

  row.currency = currency;
  report_append (report, REPORT_FINDINGS, &row);
}

START_TEST (a_missing_row_has_nothing_at_stake_where_its_months_agree_together)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_used (report, "a", 8, "100");
  case_add_used (report, "a", 10, "270");
  case_add_tie_out (report, "USD", 8, "100", "100");
  case_add_tie_out (report, "USD", 9, "0", "130");
  case_add_of (report, FINDING_MONTH_MISSING, "a", 10, "270");
  case_add_of (report, FINDING_AGREEMENT_VANISHED, "a", 9, "700");
  case_add (report, FINDING_CREDIT_WITHOUT_AGREEMENT, 9, "130");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 9, "-130");
  case_add_tie_out (report, "USD", 10, "270", "140");
  text = case_text (report);
  ck_assert_str_eq (text, "missing-row 0.00: ACO102 ACO115 ACO207 ACO401");
}
END_TEST

START_TEST (what_the_months_of_a_missing_row_differ_by_is_at_stake)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_used (report, "a", 8, "100");
  case_add_used (report, "a", 10, "270");
  case_add_tie_out (report, "USD", 8, "100", "100");
  case_add_tie_out (report, "USD", 9, "0", "130");
  case_add_of (report, FINDING_MONTH_MISSING, "a", 10, "270");
  case_add_of (report, FINDING_AGREEMENT_VANISHED, "a", 9, "700");
  case_add (report, FINDING_CREDIT_WITHOUT_AGREEMENT, 9, "130");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 9, "-130");
  case_add_tie_out (report, "USD", 10, "270", "134.50");
  text = case_text (report);
  ck_assert_str_eq (text, "missing-row 5.50: ACO102 ACO115 ACO207 ACO401");
}
END_TEST

START_TEST (a_missing_row_explains_no_difference_outside_its_months)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_used (report, "a", 8, "100");
  case_add_used (report, "a", 10, "270");
  case_add_tie_out (report, "USD", 8, "100", "100");
  case_add_tie_out (report, "USD", 9, "0", "130");
  case_add_of (report, FINDING_MONTH_MISSING, "a", 10, "270");
  case_add_of (report, FINDING_AGREEMENT_VANISHED, "a", 9, "700");
  case_add (report, FINDING_CREDIT_WITHOUT_AGREEMENT, 9, "130");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 9, "-130");
  case_add_tie_out (report, "USD", 10, "270", "140");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 8, "3");
  text = case_text (report);
  ck_assert_str_eq (
      text,
      "balance-invoice-difference 3.00: ACO401; missing-row 0.00: ACO102 ACO115 ACO207 ACO401");
}
END_TEST

START_TEST (a_missing_row_explains_no_other_agreement_that_vanished)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_used (report, "a", 8, "1");
  case_add_used (report, "a", 10, "270");
  case_add_of (report, FINDING_MONTH_MISSING, "a", 10, "270");
  case_add_of (report, FINDING_AGREEMENT_VANISHED, "b", 9, "9");
  case_add_tie_out (report, "USD", 10, "270", "270");
  text = case_text (report);
  ck_assert_str_eq (text, "agreement-vanished 9.00: ACO115; missing-row 0.00: ACO102");
}
END_TEST

/* Used from August on: 50 + 1 + 30; credited: 62. The 19 are one case once. */
START_TEST (gaps_of_two_agreements_that_overlap_are_one_case)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_used (report, "a", 7, "1");
  case_add_used (report, "a", 10, "50");
  case_add_used (report, "b", 8, "1");
  case_add_used (report, "b", 10, "30");
  case_add_of (report, FINDING_MONTH_MISSING, "a", 10, "50");
  case_add_of (report, FINDING_MONTH_MISSING, "b", 10, "30");
  case_add_tie_out (report, "USD", 8, "1", "1");
  case_add_tie_out (report, "USD", 10, "80", "61");
  text = case_text (report);
  ck_assert_str_eq (text, "missing-row 19.00: ACO102 ACO102");
}
END_TEST

START_TEST (without_the_row_before_only_the_month_itself_is_known)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_used (report, "a", 10, "270");
  case_add_tie_out (report, "USD", 10, "270", "140");
  case_add_of (report, FINDING_MONTH_MISSING, "a", 10, "270");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 9, "-130");
  text = case_text (report);
  ck_assert_str_eq (text, "missing-row 130.00: ACO102; balance-invoice-difference 130.00: ACO401");
}
END_TEST

START_TEST (what_is_not_known_leaves_all_that_was_used_at_stake)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_used (report, "a", 10, "270");
  case_add_tie_out (report, "USD", 10, "270", NULL);
  case_add_of (report, FINDING_MONTH_MISSING, "a", 10, "270");
  text = case_text (report);
  ck_assert_str_eq (text, "missing-row 270.00: ACO102");
}
END_TEST

START_TEST (a_decrease_and_its_difference_are_one_case)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_of (report, FINDING_CREDIT_DECREASED, "a", 10, "50");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-170");
  text = case_text (report);
  ck_assert_str_eq (text, "decrease 170.00: ACO101 ACO401");
}
END_TEST

START_TEST (a_decrease_explains_no_difference_the_other_way)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_of (report, FINDING_CREDIT_DECREASED, "a", 10, "50");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "170");
  text = case_text (report);
  ck_assert_str_eq (text,
                    "balance-invoice-difference 170.00: ACO401; credit-decreased 50.00: ACO101");
}
END_TEST

START_TEST (a_decrease_explains_no_difference_of_another_month)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_of (report, FINDING_CREDIT_DECREASED, "a", 10, "50");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 9, "-170");
  text = case_text (report);
  ck_assert_str_eq (text,
                    "balance-invoice-difference 170.00: ACO401; credit-decreased 50.00: ACO101");
}
END_TEST

START_TEST (differences_of_two_months_that_cancel_are_one_case)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 9, "40");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-40");
  case_add (report, FINDING_ACO_OVER_AVAILABLE, 10, "30");
  case_add (report, FINDING_CREDIT_UNPAIRED, 10, "40");
  case_add (report, FINDING_UNCOVERED_WHILE_ACO_REMAINED, 9, "40");
  text = case_text (report);
  ck_assert_str_eq (text, "next-invoice 40.00: ACO401 ACO401 ACO306 ACO204 ACO304");
}
END_TEST

START_TEST (differences_that_do_not_cancel_are_two)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 9, "40");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-39.99");
  text = case_text (report);
  ck_assert_str_eq (
      text, "balance-invoice-difference 40.00: ACO401; balance-invoice-difference 39.99: ACO401");
}
END_TEST

START_TEST (differences_two_months_apart_are_two)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 8, "40");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-40");
  text = case_text (report);
  ck_assert_str_eq (
      text, "balance-invoice-difference 40.00: ACO401; balance-invoice-difference 40.00: ACO401");
}
END_TEST

START_TEST (a_credit_comes_after_its_use_not_before)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 9, "-40");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "40");
  text = case_text (report);
  ck_assert_str_eq (
      text, "balance-invoice-difference 40.00: ACO401; balance-invoice-difference 40.00: ACO401");
}
END_TEST

START_TEST (unpaired_credits_of_more_than_the_difference_are_other_money)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 9, "40");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-40");
  case_add (report, FINDING_CREDIT_UNPAIRED, 10, "30");
  case_add (report, FINDING_CREDIT_UNPAIRED, 10, "20");
  text = case_text (report);
  ck_assert_str_eq (text, "next-invoice 40.00: ACO401 ACO401; credit-unpaired 30.00: ACO204; "
                          "credit-unpaired 20.00: ACO204");
}
END_TEST

START_TEST (credit_that_was_taken_back_is_one_case)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add (report, FINDING_CREDIT_SIGN, 10, "15");
  case_add (report, FINDING_CREDIT_SIGN, 10, "10");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "25");
  text = case_text (report);
  ck_assert_str_eq (text, "void 25.00: ACO203 ACO203 ACO401");
}
END_TEST

START_TEST (credit_taken_back_explains_no_other_difference)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add (report, FINDING_CREDIT_SIGN, 10, "25");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "26");
  text = case_text (report);
  ck_assert_str_eq (text, "balance-invoice-difference 26.00: ACO401; credit-sign 25.00: ACO203");
}
END_TEST

/* Two customers on the invoices of October, of which there are @invoices. */
static char *
rounded (Report *report, guint invoices)
{
  const InvoiceRow invoice
      = { .invoice = "G1", .month = calendar_month (2026, 10), .currency = "USD" };
  FindingRow other = case_finding (FINDING_ROUNDING_DIFFERENCE, 10, "-0.02");

  for (guint i = 0; i < invoices; i++)
    report_append (report, REPORT_INVOICES, &invoice);
  case_add (report, FINDING_ROUNDING_DIFFERENCE, 10, "0.01");
  case_add (report, FINDING_ROUNDING_DIFFERENCE, 9, "0.04");
  other.customer_id = "d";
  report_append (report, REPORT_FINDINGS, &other);
  return case_text (report);
}

START_TEST (rounding_of_one_invoice_is_one_case)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = rounded (report, 1);

  ck_assert_str_eq (text, "rounding-difference 0.04: ACO403; rounding 0.03: ACO403 ACO403");
}
END_TEST

START_TEST (rounding_of_two_invoices_is_not)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = rounded (report, 2);

  ck_assert_str_eq (text, "rounding-difference 0.04: ACO403; rounding-difference 0.02: ACO403; "
                          "rounding-difference 0.01: ACO403");
}
END_TEST

START_TEST (a_balance_in_another_currency_is_the_same_money_once)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add (report, FINDING_CURRENCY_NOT_COMPARABLE, 10, "90");
  case_add_in (report, FINDING_NO_INVOICE, "EUR", 10, "100");
  case_add_in (report, FINDING_BALANCE_INVOICE_DIFFERENCE, "EUR", 10, "100");
  case_add_tie_out (report, "EUR", 10, "100", "0");
  text = case_text (report);
  ck_assert_str_eq (text, "currency 90.00: ACO404 ACO405 ACO401");
}
END_TEST

START_TEST (a_balance_that_is_credited_in_its_currency_is_other_money)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add (report, FINDING_CURRENCY_NOT_COMPARABLE, 10, "90");
  case_add_in (report, FINDING_BALANCE_INVOICE_DIFFERENCE, "EUR", 10, "100");
  case_add_tie_out (report, "EUR", 10, "101", "1");
  text = case_text (report);
  ck_assert_str_eq (
      text, "balance-invoice-difference 100.00: ACO401; currency-not-comparable 90.00: ACO404");
}
END_TEST

START_TEST (credit_lost_and_idle_before_is_one_case)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_of (report, FINDING_AGREEMENT_EXPIRED, "a", 10, "100");
  case_add_of (report, FINDING_USED_AFTER_EXPIRY, "a", 10, "10");
  case_add (report, FINDING_PEC_WHILE_ACO_REMAINED, 9, "60");
  case_add (report, FINDING_UNCOVERED_WHILE_ACO_REMAINED, 8, "40");
  text = case_text (report);
  ck_assert_str_eq (text, "expiry 110.00: ACO110 ACO113 ACO302 ACO304");
}
END_TEST

START_TEST (more_idle_credit_than_was_lost_is_other_money)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_of (report, FINDING_AGREEMENT_EXPIRED, "a", 10, "100");
  case_add (report, FINDING_PEC_WHILE_ACO_REMAINED, 9, "60");
  case_add (report, FINDING_UNCOVERED_WHILE_ACO_REMAINED, 8, "41");
  text = case_text (report);
  ck_assert_str_eq (text,
                    "expiry 100.00: ACO110 ACO302; uncovered-while-aco-remained 41.00: ACO304");
}
END_TEST

START_TEST (an_expiry_without_a_loss_explains_nothing)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_of (report, FINDING_AGREEMENT_EXPIRED, "a", 10, "0");
  case_add (report, FINDING_PEC_WHILE_ACO_REMAINED, 9, "60");
  text = case_text (report);
  ck_assert_str_eq (text, "pec-while-aco-remained 60.00: ACO302; agreement-expired 0.00: ACO110");
}
END_TEST

START_TEST (an_agreement_that_takes_over_is_a_renewal)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_of (report, FINDING_AGREEMENT_VANISHED, "a", 10, "80");
  case_add_of (report, FINDING_BASELINE_UNKNOWN, "b", 10, "20");
  text = case_text (report);
  ck_assert_str_eq (text, "renewal 80.00: ACO115 ACO103");
}
END_TEST

START_TEST (an_agreement_that_was_there_before_is_no_renewal)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_of (report, FINDING_AGREEMENT_VANISHED, "a", 10, "80");
  case_add_of (report, FINDING_BASELINE_UNKNOWN, "b", 9, "20");
  text = case_text (report);
  ck_assert_str_eq (text, "agreement-vanished 80.00: ACO115; baseline-unknown 20.00: ACO103");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-joins");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, a_missing_row_has_nothing_at_stake_where_its_months_agree_together);
  tcase_add_test (test_case, what_the_months_of_a_missing_row_differ_by_is_at_stake);
  tcase_add_test (test_case, a_missing_row_explains_no_difference_outside_its_months);
  tcase_add_test (test_case, a_missing_row_explains_no_other_agreement_that_vanished);
  tcase_add_test (test_case, gaps_of_two_agreements_that_overlap_are_one_case);
  tcase_add_test (test_case, without_the_row_before_only_the_month_itself_is_known);
  tcase_add_test (test_case, what_is_not_known_leaves_all_that_was_used_at_stake);
  tcase_add_test (test_case, a_decrease_and_its_difference_are_one_case);
  tcase_add_test (test_case, a_decrease_explains_no_difference_the_other_way);
  tcase_add_test (test_case, a_decrease_explains_no_difference_of_another_month);
  tcase_add_test (test_case, differences_of_two_months_that_cancel_are_one_case);
  tcase_add_test (test_case, differences_that_do_not_cancel_are_two);
  tcase_add_test (test_case, differences_two_months_apart_are_two);
  tcase_add_test (test_case, a_credit_comes_after_its_use_not_before);
  tcase_add_test (test_case, unpaired_credits_of_more_than_the_difference_are_other_money);
  tcase_add_test (test_case, credit_that_was_taken_back_is_one_case);
  tcase_add_test (test_case, credit_taken_back_explains_no_other_difference);
  tcase_add_test (test_case, rounding_of_one_invoice_is_one_case);
  tcase_add_test (test_case, rounding_of_two_invoices_is_not);
  tcase_add_test (test_case, a_balance_in_another_currency_is_the_same_money_once);
  tcase_add_test (test_case, a_balance_that_is_credited_in_its_currency_is_other_money);
  tcase_add_test (test_case, credit_lost_and_idle_before_is_one_case);
  tcase_add_test (test_case, more_idle_credit_than_was_lost_is_other_money);
  tcase_add_test (test_case, an_expiry_without_a_loss_explains_nothing);
  tcase_add_test (test_case, an_agreement_that_takes_over_is_a_renewal);
  tcase_add_test (test_case, an_agreement_that_was_there_before_is_no_renewal);
  suite_add_tcase (suite, test_case);
  return suite;
}
