/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "sample-cases.h"

#include "output/case/case-choice.h"

static Report *
report_of (const CaseRow *rows, gsize count)
{
  Report *report = sample_report ();

  case_sort (report);
  report_set_cases (report, rows, count, (ReportSpan){ 0 });
  return report;
}

START_TEST (a_case_is_to_be_settled_to_be_known_or_decided)
{
  const CaseRow error = { .severity = SEVERITY_ERROR, .open = 1 };
  const CaseRow notice = { .severity = SEVERITY_NOTICE, .open = 2 };
  const CaseRow decided = { .severity = SEVERITY_ERROR, .open = 0 };

  ck_assert_int_eq (case_choice_kind (&error), CASES_TO_SETTLE);
  ck_assert_int_eq (case_choice_kind (&notice), CASES_TO_KNOW);
  ck_assert_int_eq (case_choice_kind (&decided), CASES_DECIDED);
}
END_TEST

static const CaseRow rows[] = {
  { .severity = SEVERITY_ERROR, .open = 1, .currency = "USD" },
  { .severity = SEVERITY_ERROR, .open = 1, .currency = "USD" },
  { .severity = SEVERITY_WARNING, .open = 1, .currency = "EUR" },
  { .severity = SEVERITY_NOTICE, .open = 1, .currency = "EUR" },
};

static Report *
four_cases (void)
{
  static const char *const amounts[] = { "900", "800", "1", "5" };
  CaseRow copies[G_N_ELEMENTS (rows)];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      copies[i] = rows[i];
      copies[i].amount = sample_decimal (amounts[i]);
    }
  return report_of (copies, G_N_ELEMENTS (copies));
}

START_TEST (sums_are_of_one_kind_and_by_currency)
{
  g_autoptr (Report) report = four_cases ();
  g_auto (CasesSum) open = case_choice_sum (report, CASES_TO_SETTLE);
  g_auto (CasesSum) known = case_choice_sum (report, CASES_TO_KNOW);
  g_autofree char *money = money_tally_to_string (open.money, NULL);

  ck_assert_uint_eq (open.count, 3);
  ck_assert_str_eq (money, "1.00 EUR and 1,700.00 USD");
  ck_assert_uint_eq (known.count, 1);
}
END_TEST

START_TEST (the_largest_of_each_currency_come_first)
{
  g_autoptr (Report) report = four_cases ();
  g_autoptr (GPtrArray) chosen = case_choice_in_turn (report, CASES_TO_SETTLE);

  ck_assert_uint_eq (chosen->len, 3);
  ck_assert_ptr_eq (g_ptr_array_index (chosen, 2), report_row (report, REPORT_CASES, 1));
  case_choice_sort (chosen);
  ck_assert_ptr_eq (g_ptr_array_index (chosen, 2), report_row (report, REPORT_CASES, 2));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-choice");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, a_case_is_to_be_settled_to_be_known_or_decided);
  tcase_add_test (test_case, sums_are_of_one_kind_and_by_currency);
  tcase_add_test (test_case, the_largest_of_each_currency_come_first);
  suite_add_tcase (suite, test_case);
  return suite;
}
