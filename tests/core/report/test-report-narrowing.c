/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-narrowing.h"
#include "test-main.h"

#include <check.h>

/* The whole report has two inputs, two customers and three findings. */
static Report *
whole_report (void)
{
  Report *report = report_new (calendar_day (2026, 10, 31), FALSE);
  const InputRow inputs[]
      = { { .file = "a.csv", .months = g_array_new (FALSE, FALSE, 4) }, { .file = "b.csv" } };
  const TieOutRow rows[]
      = { { .customer_id = "c2", .currency = "USD" }, { .customer_id = "c1", .currency = "USD" } };
  const FindingRow findings[] = { { .code = FINDING_CREDIT_SIGN, .customer_id = "c1" },
                                  { .code = FINDING_CREDIT_SIGN, .customer_id = "c1" },
                                  { .code = FINDING_ROW_REJECTED } };

  for (guint i = 0; i < 2; i++)
    report_append (report, REPORT_INPUTS, &inputs[i]);
  for (guint i = 0; i < 2; i++)
    report_append (report, REPORT_TIE_OUT, &rows[i]);
  for (guint i = 0; i < 3; i++)
    report_append (report, REPORT_FINDINGS, &findings[i]);
  report_sort (report);
  return report;
}

START_TEST (a_part_has_rows_of_the_whole_as_they_are)
{
  g_autoptr (Report) whole = whole_report ();
  g_autoptr (ReportPart) part = report_part_new ();

  report_part_add_customer (part, "c1", NULL);
  g_autoptr (Report) shown = report_narrowing_of (whole, part);
  ck_assert_ptr_eq (report_whole (shown), whole);
  ck_assert_ptr_eq (report_part (shown), part);
  ck_assert_uint_eq (report_row_count (shown, REPORT_INPUTS), 2);
  ck_assert_uint_eq (report_row_count (shown, REPORT_TIE_OUT), 1);
  ck_assert_str_eq (((const TieOutRow *) report_row (shown, REPORT_TIE_OUT, 0))->customer_id, "c1");
  ck_assert_uint_eq (report_row_count (shown, REPORT_FINDINGS), 2);
  for (gsize i = 0; i < 2; i++)
    ck_assert_str_eq (((const FindingRow *) report_row (shown, REPORT_FINDINGS, i))->id,
                      ((const FindingRow *) report_row (whole, REPORT_FINDINGS, i))->id);
  ck_assert_int_eq (report_as_of (shown), report_as_of (whole));
  ck_assert_ptr_eq (report_origin (shown), report_origin (whole));
}
END_TEST

/* What makes figures unreliable need not be among what is shown. */
/* Of the two cases that customers have, the second is also that of another finding. */
static void
add_cases (Report *report)
{
  static const char *ids[3];
  const CaseRow cases[]
      = { { .name = "a", .customer_id = "c1", .findings = { .elements = &ids[0], .count = 1 } },
          { .name = "b", .customer_id = "c1", .findings = { .elements = &ids[1], .count = 2 } },
          { .name = "c", .customer_id = "c2" } };

  for (gsize i = 0; i < 3; i++)
    ids[i] = ((const FindingRow *) report_row (report, REPORT_FINDINGS, i))->id;
  report_set_cases (report, cases, G_N_ELEMENTS (cases), (ReportSpan){ 0 });
}

/* Which cases are shown. */
static void
assert_cases (const ReportPart *part, const char *expected)
{
  g_autoptr (Report) whole = whole_report ();
  g_autoptr (GString) names = g_string_new (NULL);

  add_cases (whole);
  g_autoptr (Report) shown = report_narrowing_of (whole, part);
  for (gsize i = 0; i < report_row_count (shown, REPORT_CASES); i++)
    g_string_append (names, ((const CaseRow *) report_row (shown, REPORT_CASES, i))->name);
  ck_assert_str_eq (names->str, expected);
}

START_TEST (a_case_is_shown_with_one_of_its_findings)
{
  g_autoptr (ReportPart) by_customer = report_part_new ();
  g_autoptr (ReportPart) by_code = report_part_new ();
  g_autoptr (ReportPart) by_another = report_part_new ();
  g_autoptr (ReportPart) by_amount = report_part_new ();

  report_part_add_customer (by_customer, "c1", NULL);
  report_part_add_code (by_code, FINDING_CREDIT_SIGN);
  report_part_add_code (by_another, FINDING_ROW_REJECTED);
  report_part_set_min (by_amount, decimal_from_int (1));
  assert_cases (by_customer, "ab");
  assert_cases (by_code, "ab");
  assert_cases (by_another, "b");
  assert_cases (by_amount, "");
}
END_TEST

START_TEST (a_part_is_as_reliable_as_the_whole)
{
  g_autoptr (Report) whole = whole_report ();
  g_autoptr (ReportPart) part = report_part_new ();

  report_part_add_code (part, FINDING_CREDIT_SIGN);
  g_autoptr (Report) shown = report_narrowing_of (whole, part);
  ck_assert (!report_is_reliable (shown));
  ck_assert (!report_is_complete (shown));
  ck_assert_ptr_eq (report_whole (whole), whole);
  ck_assert_ptr_null (report_part (whole));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-narrowing");
  TCase *tests = tcase_create ("report-narrowing");

  tcase_add_test (tests, a_part_has_rows_of_the_whole_as_they_are);
  tcase_add_test (tests, a_case_is_shown_with_one_of_its_findings);
  tcase_add_test (tests, a_part_is_as_reliable_as_the_whole);
  suite_add_tcase (suite, tests);
  return suite;
}
