/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-cases.h"
#include "sample-cases.h"
#include "sample-html-page.h"
#include "test-main.h"

#include "core/case/case-rows.h"

#include <check.h>
#include <string.h>

static GString *
render (Report *report)
{
  g_auto (SamplePage) sample = { 0 };
  GString *out = g_string_new (NULL);

  case_sort (report);
  case_rows_add (report, G_MAXSIZE);
  sample = sample_page (report);
  report_html_cases (out, &sample.page);
  return out;
}

START_TEST (a_report_without_findings_has_no_cases)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) html = render (report);

  ck_assert_str_eq (html->str, "<p>No cases.</p>\n");
}
END_TEST

START_TEST (a_case_leads_to_its_codes_and_has_its_ticket)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) html = NULL;

  case_add_of (report, FINDING_CREDIT_DECREASED, "<a>", 10, "50");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-50");
  html = render (report);
  ck_assert_ptr_nonnull (strstr (html->str, "<b>1 case to settle, 50.00 USD at stake.</b>"));
  ck_assert_ptr_nonnull (
      strstr (html->str, "<a href=\"#ACO101\">ACO101</a> <a href=\"#ACO401\">ACO401</a>"));
  ck_assert_ptr_nonnull (strstr (html->str, "Agreement id: &lt;a&gt;\n"));
  ck_assert_ptr_null (strstr (html->str, "<a>"));
}
END_TEST

START_TEST (what_has_no_room_is_counted)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) html = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      FindingRow row = case_finding (FINDING_GRANT_CHANGED, 10, "5");

      row.message = "the balance grew";
      report_append (report, REPORT_FINDINGS, &row);
    }
  html = render (report);
  ck_assert_ptr_nonnull (strstr (html->str, "of 3000 rows; those with most at stake"));
  ck_assert_ptr_nonnull (strstr (html->str, "cases.csv"));
  ck_assert_uint_lt (html->len, 500 * 1024);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html-cases");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, a_report_without_findings_has_no_cases);
  tcase_add_test (test_case, a_case_leads_to_its_codes_and_has_its_ticket);
  tcase_add_test (test_case, what_has_no_room_is_counted);
  suite_add_tcase (suite, test_case);
  return suite;
}
