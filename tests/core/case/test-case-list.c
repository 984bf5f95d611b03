/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "sample-cases.h"

START_TEST (a_report_without_findings_has_no_cases)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  text = case_text (report);
  ck_assert_str_eq (text, "");
}
END_TEST

START_TEST (what_no_rule_joins_is_a_case_of_its_own_by_the_name_of_the_finding)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add_of (report, FINDING_GRANT_CHANGED, "a", 10, "-3");
  case_add_of (report, FINDING_BALANCE_NEGATIVE, "a", 10, "-7");
  text = case_text (report);
  ck_assert_str_eq (text, "balance-negative 7.00: ACO105; grant-changed 3.00: ACO104");
}
END_TEST

START_TEST (equal_amounts_stand_as_the_rules_do)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add (report, FINDING_CREDIT_UNPAIRED, 10, "40");
  case_add_of (report, FINDING_CREDIT_DECREASED, "a", 10, "5");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-40");
  text = case_text (report);
  ck_assert_str_eq (text, "decrease 40.00: ACO101 ACO401; credit-unpaired 40.00: ACO204");
}
END_TEST

/* The difference of October could go with that of September, too. */
START_TEST (a_rule_that_comes_first_has_what_two_could_claim)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 9, "40");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-40");
  case_add_of (report, FINDING_CREDIT_DECREASED, "a", 10, "5");
  text = case_text (report);
  ck_assert_str_eq (text,
                    "decrease 40.00: ACO101 ACO401; balance-invoice-difference 40.00: ACO401");
}
END_TEST

/* Every order of four findings that two rules could claim. */
START_TEST (which_findings_a_case_claims_does_not_depend_on_their_order)
{
  static const int months[] = { 7, 8, 9, 10 };
  static const char *const amounts[] = { "40", "-40", "40", "-40" };

  for (guint turn = 0; turn < 256; turn++)
    {
      g_autoptr (Report) report = sample_report ();
      g_autofree char *text = NULL;
      gboolean seen[4] = { FALSE };

      for (guint i = 0; i < 4; i++)
        {
          guint next = (turn >> (2 * i)) % 4;

          while (seen[next])
            next = (next + 1) % 4;
          seen[next] = TRUE;
          case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, months[next], amounts[next]);
        }
      text = case_text (report);
      ck_assert_str_eq (text,
                        "next-invoice 40.00: ACO401 ACO401; next-invoice 40.00: ACO401 ACO401");
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-list");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, a_report_without_findings_has_no_cases);
  tcase_add_test (test_case, what_no_rule_joins_is_a_case_of_its_own_by_the_name_of_the_finding);
  tcase_add_test (test_case, equal_amounts_stand_as_the_rules_do);
  tcase_add_test (test_case, a_rule_that_comes_first_has_what_two_could_claim);
  tcase_add_test (test_case, which_findings_a_case_claims_does_not_depend_on_their_order);
  suite_add_tcase (suite, test_case);
  return suite;
}
