/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/verification.h"
#include "core/benefit/benefit-rows.h"
#include "core/mca/apply-rows.h"
#include "core/report/report-summary.h"
#include "sample-decimal.h"
#include "test-main.h"

#include <check.h>

static const FindingRow findings[] = {
  { .code = FINDING_BALANCE_INVOICE_DIFFERENCE, .severity = SEVERITY_ERROR, .currency = "USD" },
  { .code = FINDING_BALANCE_INVOICE_DIFFERENCE, .severity = SEVERITY_ERROR, .currency = "EUR" },
  { .code = FINDING_BALANCE_INVOICE_DIFFERENCE, .severity = SEVERITY_ERROR, .currency = "USD" },
  { .code = FINDING_INVOICE_USAGE_DIFFERENCE, .severity = SEVERITY_NOTICE, .currency = "USD" },
  { .code = FINDING_INVOICE_USAGE_DIFFERENCE, .severity = SEVERITY_ERROR, .currency = "USD" },
  { .code = FINDING_ROW_REJECTED, .severity = SEVERITY_ERROR },
};

static const char *const amounts[] = { "12.50", "0.1", "-12.50", "-7", "3", "0" };

static Report *
build (void)
{
  Report *report = report_new (DAY_NONE, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      FindingRow row = findings[i];

      row.amount = number (amounts[i]);
      report_append (report, REPORT_FINDINGS, &row);
    }
  report_sort (report);
  return report;
}

/* "USD -7.00 7.00" for each currency, joined by commas. */
static void
assert_amounts (ReportSpan span, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const SummaryMoney *money = span.elements;

  for (gsize i = 0; i < span.count; i++)
    {
      g_autofree char *sum = decimal_to_string (money[i].signed_sum, 2);
      g_autofree char *absolute = decimal_to_string (money[i].absolute_sum, 2);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "," : "",
                              money[i].currency != NULL ? money[i].currency : "null", sum,
                              absolute);
    }
  ck_assert_str_eq (text->str, expected);
}

START_TEST (amounts_of_a_severity_are_added_with_and_without_their_signs)
{
  g_autoptr (Report) report = build ();
  g_autoptr (ReportSummary) summary = report_summary_new (report, 1);
  const SummaryRow *row = report_summary_row (summary);
  const SummarySeverity *severity = row->severities.elements;

  ck_assert_uint_eq (row->exit_status, 1);
  ck_assert_uint_eq (row->findings, 6);
  ck_assert_uint_eq (row->severities.count, 3);
  ck_assert_int_eq (severity[0].severity, SEVERITY_ERROR);
  ck_assert_uint_eq (severity[0].findings, 5);
  assert_amounts (severity[0].amounts, "EUR 0.10 0.10,USD 3.00 28.00");
  ck_assert_int_eq (severity[1].severity, SEVERITY_WARNING);
  ck_assert_uint_eq (severity[1].findings, 0);
  assert_amounts (severity[1].amounts, "");
  ck_assert_uint_eq (severity[2].findings, 1);
  assert_amounts (severity[2].amounts, "USD -7.00 7.00");
}
END_TEST

START_TEST (a_code_of_two_severities_is_there_twice)
{
  g_autoptr (Report) report = build ();
  g_autoptr (ReportSummary) summary = report_summary_new (report, 1);
  const SummaryRow *row = report_summary_row (summary);
  const SummaryCode *code = row->codes.elements;

  ck_assert_uint_eq (row->codes.count, 4);
  ck_assert_int_eq (code[0].code, FINDING_BALANCE_INVOICE_DIFFERENCE);
  ck_assert_uint_eq (code[0].findings, 3);
  assert_amounts (code[0].amounts, "EUR 0.10 0.10,USD 0.00 25.00");
  ck_assert_int_eq (code[1].code, FINDING_INVOICE_USAGE_DIFFERENCE);
  ck_assert_int_eq (code[1].severity, SEVERITY_ERROR);
  assert_amounts (code[1].amounts, "USD 3.00 3.00");
  ck_assert_int_eq (code[2].code, FINDING_INVOICE_USAGE_DIFFERENCE);
  ck_assert_int_eq (code[2].severity, SEVERITY_NOTICE);
  ck_assert_int_eq (code[3].code, FINDING_ROW_REJECTED);
  assert_amounts (code[3].amounts, "");
}
END_TEST

START_TEST (what_was_decided_is_counted_and_still_a_finding)
{
  g_autoptr (Report) report = build ();
  g_autoptr (Resolutions) resolutions = resolutions_new ();
  const FindingRow *last = report_row (report, REPORT_FINDINGS, 5);
  const Resolution decided = { .finding_id = last->id,
                               .finding_key = last->key,
                               .amount = "0.00",
                               .resolution = "accepted",
                               .note = "told",
                               .by = "Ada",
                               .at = "2026-11-03T09:00:00Z" };

  resolutions_add (resolutions, &decided);
  report_resolve (report, g_steal_pointer (&resolutions));
  g_autoptr (ReportSummary) summary = report_summary_new (report, 1);
  const SummaryRow *row = report_summary_row (summary);
  const SummarySeverity *severity = row->severities.elements;
  const SummaryCode *code = row->codes.elements;

  ck_assert_uint_eq (row->findings, 6);
  ck_assert_uint_eq (row->resolved, 1);
  ck_assert_uint_eq (severity[0].findings, 5);
  ck_assert_uint_eq (severity[0].resolved, 1);
  ck_assert_uint_eq (code[0].resolved, 0);
  ck_assert_uint_eq (code[3].resolved, 1);
}
END_TEST

START_TEST (each_result_of_the_tie_out_has_its_count)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  const TieOutRow rows[] = { { .customer_id = "c1", .result = TIE_OUT_AGREES },
                             { .customer_id = "c2", .result = TIE_OUT_DIFFERS },
                             { .customer_id = "c3", .result = TIE_OUT_AGREES } };
  const TieOutResult order[]
      = { TIE_OUT_AGREES, TIE_OUT_ROUNDING, TIE_OUT_DIFFERS, TIE_OUT_NOT_COMPARABLE };
  const guint counts[] = { 2, 0, 1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    report_append (report, REPORT_TIE_OUT, &rows[i]);
  report_sort (report);
  g_autoptr (ReportSummary) summary = report_summary_new (report, 0);
  const SummaryRow *row = report_summary_row (summary);
  const SummaryResult *results = row->tieout.elements;

  ck_assert_uint_eq (row->tieout.count, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      ck_assert_int_eq (results[i].result, order[i]);
      ck_assert_uint_eq (results[i].customer_months, counts[i]);
    }
}
END_TEST

START_TEST (findings_of_another_schema_are_counted_alike)
{
  g_autoptr (Report) report = report_new_of (benefit_rows_schema ());
  const BenefitFindingRow finding = { .code = FINDING_BENEFIT_USED_TOO_MUCH,
                                      .severity = SEVERITY_ERROR,
                                      .currency = "EUR",
                                      .amount = number ("4.20") };

  report_append (report, BENEFIT_TABLE_FINDINGS, &finding);
  report_sort (report);
  g_autoptr (ReportSummary) summary = report_summary_new (report, 1);
  const SummaryRow *row = report_summary_row (summary);

  ck_assert_uint_eq (row->findings, 1);
  ck_assert_uint_eq (row->codes.count, 1);
  assert_amounts (((const SummaryCode *) row->codes.elements)->amounts, "EUR 4.20 4.20");
  ck_assert_uint_eq (row->tieout.count, 0);
}
END_TEST

static void
assert_info (ReportTableInfo info, const char *name, const char *last)
{
  ck_assert_str_eq (info.name, name);
  ck_assert_str_eq (info.columns[0].name, "exit_status");
  ck_assert_str_eq (info.columns[info.column_count - 1].name, last);
}

START_TEST (a_schema_has_the_members_of_which_it_can_say_anything)
{
  assert_info (report_summary_info (report_layout_main ()), "summary", "tieout");
  assert_info (report_summary_info (report_layout_resolved ()), "summary", "tieout");
  assert_info (report_summary_info (benefit_rows_schema ()), "summary", "codes");
  assert_info (report_summary_info (verification_schema ()), "summary", "exit_status");
  assert_info (report_summary_info_bare (), "summary", "exit_status");
}
END_TEST

START_TEST (a_table_called_summary_keeps_its_name)
{
  assert_info (report_summary_info (apply_rows_schema ()), "run_summary", "codes");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-summary");
  TCase *tests = tcase_create ("report-summary");

  tcase_add_test (tests, amounts_of_a_severity_are_added_with_and_without_their_signs);
  tcase_add_test (tests, a_code_of_two_severities_is_there_twice);
  tcase_add_test (tests, what_was_decided_is_counted_and_still_a_finding);
  tcase_add_test (tests, each_result_of_the_tie_out_has_its_count);
  tcase_add_test (tests, findings_of_another_schema_are_counted_alike);
  tcase_add_test (tests, a_schema_has_the_members_of_which_it_can_say_anything);
  tcase_add_test (tests, a_table_called_summary_keeps_its_name);
  suite_add_tcase (suite, tests);
  return suite;
}
