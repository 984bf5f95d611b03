/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "sample-cases.h"

#include "core/case/case-draft.h"

/* Of what @report holds, beginning with the finding that has the first code. */
static CaseDraft
draft_of (CaseSet *set)
{
  const guint anchor = 0;
  CaseDraft draft = { .set = set, .anchor = anchor };

  draft.findings = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (draft.findings, anchor);
  return draft;
}

static Report *
two_unpaired (void)
{
  Report *report = sample_report ();

  case_add (report, FINDING_CREDIT_SIGN, 10, "50");
  case_add (report, FINDING_CREDIT_UNPAIRED, 10, "-30");
  case_add (report, FINDING_CREDIT_UNPAIRED, 10, "20");
  case_add (report, FINDING_CREDIT_UNPAIRED, 9, "1");
  case_sort (report);
  return report;
}

START_TEST (all_of_the_row_are_taken_and_summed_without_signs)
{
  g_autoptr (Report) report = two_unpaired ();
  g_autoptr (CaseSet) set = case_set_of_all (report);
  CaseDraft draft = draft_of (set);
  const CaseScope scope = case_draft_scope (&draft, FINDING_CREDIT_UNPAIRED);

  ck_assert (decimal_equal (case_draft_take_all (&draft, &scope), sample_decimal ("50")));
  ck_assert_uint_eq (draft.findings->len, 3);
  ck_assert (case_draft_holds (&draft, 0));
  case_draft_take_all (&draft, &scope);
  ck_assert_uint_eq (draft.findings->len, 3);
  g_array_unref (draft.findings);
}
END_TEST

START_TEST (more_than_there_is_is_not_taken_at_all)
{
  g_autoptr (Report) report = two_unpaired ();
  g_autoptr (CaseSet) set = case_set_of_all (report);
  CaseDraft draft = draft_of (set);
  const CaseScope scope = case_draft_scope (&draft, FINDING_CREDIT_UNPAIRED);

  ck_assert (decimal_is_zero (case_draft_take_up_to (&draft, &scope, sample_decimal ("49.99"))));
  ck_assert_uint_eq (draft.findings->len, 1);
  ck_assert (decimal_equal (case_draft_take_up_to (&draft, &scope, sample_decimal ("50")),
                            sample_decimal ("50")));
  ck_assert_uint_eq (draft.findings->len, 3);
  g_array_unref (draft.findings);
}
END_TEST

START_TEST (one_is_found_only_where_there_are_not_several)
{
  g_autoptr (Report) report = two_unpaired ();
  g_autoptr (CaseSet) set = case_set_of_all (report);
  CaseDraft draft = draft_of (set);
  CaseScope scope = case_draft_scope (&draft, FINDING_CREDIT_UNPAIRED);
  guint number = 0;

  ck_assert (!case_draft_find_one (&draft, &scope, &number));
  scope.first = scope.last = calendar_month (2026, 9);
  ck_assert (case_draft_find_one (&draft, &scope, &number));
  ck_assert_int_eq (case_set_finding (set, number)->month, calendar_month (2026, 9));
  scope.first = scope.last = calendar_month (2026, 8);
  ck_assert (!case_draft_find_one (&draft, &scope, &number));
  g_array_unref (draft.findings);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-draft");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, all_of_the_row_are_taken_and_summed_without_signs);
  tcase_add_test (test_case, more_than_there_is_is_not_taken_at_all);
  tcase_add_test (test_case, one_is_found_only_where_there_are_not_several);
  suite_add_tcase (suite, test_case);
  return suite;
}
