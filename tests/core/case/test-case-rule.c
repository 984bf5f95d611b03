/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "sample-cases.h"

START_TEST (every_rule_has_a_name_and_says_what_to_do_and_whom_to_ask)
{
  for (CaseRule rule = 0; rule < CASE_RULE_COUNT; rule++)
    {
      const CaseRuleInfo *info = case_rule_info (rule);
      CaseRule found = CASE_RULE_COUNT;

      ck_assert (case_rule_from_text (info->name, &found));
      ck_assert_int_eq (found, rule);
      ck_assert_ptr_nonnull (info->sentence);
      ck_assert_ptr_nonnull (info->joins);
      ck_assert_ptr_nonnull (info->stake);
      ck_assert_int_eq (info->ask == NULL, rule == CASE_SINGLE);
      ck_assert_int_eq (info->remedy == NULL, rule == CASE_SINGLE);
    }
}
END_TEST

START_TEST (a_rule_is_found_without_case_and_whole)
{
  CaseRule rule = CASE_RULE_COUNT;

  ck_assert (case_rule_from_text ("Missing-Row", &rule));
  ck_assert_int_eq (rule, CASE_MISSING_ROW);
  ck_assert (!case_rule_from_text ("missing", &rule));
  ck_assert (!case_rule_from_text ("", &rule));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-rule");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, every_rule_has_a_name_and_says_what_to_do_and_whom_to_ask);
  tcase_add_test (test_case, a_rule_is_found_without_case_and_whole);
  suite_add_tcase (suite, test_case);
  return suite;
}
