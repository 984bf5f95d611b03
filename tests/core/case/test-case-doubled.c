/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "sample-cases.h"

/* Rows of invoice G1 over 70.00, in @file again. */
static void
case_add_twice (Report *report, const char *file, Severity severity)
{
  FindingRow row = case_finding (FINDING_ROWS_READ_TWICE, 10, "70");

  row.customer_id = NULL;
  row.severity = severity;
  row.file = file;
  row.subject = "G1//";
  report_append (report, REPORT_FINDINGS, &row);
}

START_TEST (an_invoice_read_twice_explains_credits_that_are_there_twice)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_twice (report, "in/b.csv", SEVERITY_ERROR);
  case_add_tie_out (report, "USD", 10, "100", "200");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-100");
  text = case_text (report);
  ck_assert_str_eq (text, "doubled-invoice 100.00: ACO907 ACO401");
}
END_TEST

START_TEST (an_invoice_read_twice_explains_no_other_difference)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_twice (report, "in/b.csv", SEVERITY_ERROR);
  case_add_tie_out (report, "USD", 10, "100", "201");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-101");
  text = case_text (report);
  ck_assert_str_eq (text,
                    "balance-invoice-difference 101.00: ACO401; doubled-invoice 70.00: ACO907");
}
END_TEST

START_TEST (some_rows_read_twice_are_no_invoice_read_twice)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_twice (report, "in/b.csv", SEVERITY_WARNING);
  case_add_tie_out (report, "USD", 10, "100", "200");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-100");
  text = case_text (report);
  ck_assert_str_eq (text,
                    "balance-invoice-difference 100.00: ACO401; rows-read-twice 70.00: ACO907");
}
END_TEST

/* Days once, credits twice; the line is of that invoice, in the file that was read again. */
START_TEST (an_invoice_read_twice_explains_days_and_its_unpaired_credits)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;
  TieOutRow row = sample_tie_out ("c", NULL, NULL, "200", NULL, TIE_OUT_NOT_COMPARABLE);
  FindingRow line = case_finding (FINDING_CREDIT_UNPAIRED, 10, "5");
  FindingRow other = case_finding (FINDING_CREDIT_UNPAIRED, 10, "4");

  row.usage_credit = sample_amount ("100");
  report_append (report, REPORT_TIE_OUT, &row);
  line.subject = "G1/p/s";
  other.subject = "G11/p/s"; /* an invoice whose number begins alike */
  line.file = other.file = "in/b.csv";
  report_append (report, REPORT_FINDINGS, &line);
  report_append (report, REPORT_FINDINGS, &other);
  case_add (report, FINDING_INVOICE_USAGE_DIFFERENCE, 10, "100");
  case_add_twice (report, "in/b.csv", SEVERITY_ERROR);
  text = case_text (report);
  ck_assert_str_eq (text, "doubled-invoice 70.00: ACO907 ACO204 ACO402; "
                          "credit-unpaired 4.00: ACO204");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-doubled");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, an_invoice_read_twice_explains_credits_that_are_there_twice);
  tcase_add_test (test_case, an_invoice_read_twice_explains_no_other_difference);
  tcase_add_test (test_case, some_rows_read_twice_are_no_invoice_read_twice);
  tcase_add_test (test_case, an_invoice_read_twice_explains_days_and_its_unpaired_credits);
  suite_add_tcase (suite, test_case);
  return suite;
}
