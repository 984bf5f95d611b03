/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-burn-down.h"
#include "page/sample-page.h"
#include "sample-html-page.h"
#include "test-main.h"

#include <check.h>

START_TEST (a_picture_and_the_roll_forward)
{
  g_autoptr (Report) report = sample_page_of_many (1, 3, 9);
  g_autoptr (GString) out = g_string_new (NULL);

  g_auto (SamplePage) sample = sample_page (report);
  report_html_burn_down (out, &sample.page, report_row (report, REPORT_AGREEMENTS, 0), 0, 3, 24);
  ck_assert_ptr_nonnull (strstr (out->str,
                                 "aria-label=\"Balance by month: 2026-08 1,924.75, 2026-09 "
                                 "1,849.50, 2026-10 1,774.25\""));
  ck_assert_ptr_nonnull (
      strstr (out->str, "<span>expiring, expiry 2026-11-30</span></figcaption>"));
  ck_assert_ptr_nonnull (strstr (out->str,
                                 "<tr><td>2026-08</td><td>2<i>000</i>.00</td><td>0.00</td>"
                                 "<td>75.25</td><td>0.00</td><td>0.00</td>"
                                 "<td>1<i>924</i>.75</td><td>in/ACO-balance.csv:7</td>"));
}
END_TEST

START_TEST (what_is_forfeited_is_told_and_what_is_unknown_left_open)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);
  RollForwardRow row = { .customer_id = "c1",
                         .month = calendar_month (2026, 9),
                         .currency = "USD",
                         .forfeited = decimal_from_int (300) };

  report_append (report, REPORT_ROLLFORWARD, &row);
  g_auto (SamplePage) sample = sample_page (report);
  report_html_burn_down (out, &sample.page, NULL, 0, 1, 24);
  ck_assert_ptr_nonnull (strstr (out->str, "Balance by month: 2026-09 0.00 (300.00 forfeited)"));
  ck_assert_ptr_nonnull (strstr (out->str, "<tr><td>2026-09</td><td>\xe2\x80\x93</td>"));
  ck_assert_ptr_null (strstr (out->str, "expiry"));
}
END_TEST

START_TEST (only_the_last_months_are_shown)
{
  g_autoptr (Report) report = sample_page_of_many (1, 5, 9);
  g_autoptr (GString) out = g_string_new (NULL);

  g_auto (SamplePage) sample = sample_page (report);
  report_html_burn_down (out, &sample.page, NULL, 0, 5, 2);
  ck_assert_ptr_null (strstr (out->str, "<td>2026-08</td>"));
  ck_assert_ptr_nonnull (strstr (out->str, "Shown: 2 of 5 rows."));
  g_string_truncate (out, 0);
  report_html_burn_down (out, &sample.page, NULL, 0, 0, 2);
  ck_assert_str_eq (out->str, "");
}
END_TEST

START_TEST (where_nobody_saw_the_line_is_broken)
{
  g_autoptr (Report) report = sample_page_of_many (1, 3, 9);
  g_autoptr (GString) out = g_string_new (NULL);
  AgreementRow row = *(const AgreementRow *) report_row (report, REPORT_AGREEMENTS, 0);

  row.state = AGREEMENT_EXPIRED; /* on 2026-11-30, and the last row is of October */
  row.last_month = calendar_month (2026, 10);
  g_auto (SamplePage) sample = sample_page (report);
  report_html_burn_down (out, &sample.page, &row, 0, 3, 24);
  ck_assert_ptr_nonnull (strstr (out->str, "<line class=\"unseen\""));
  ck_assert_ptr_nonnull (strstr (out->str, ">last seen: 1,774.25</text>"));
  ck_assert_ptr_nonnull (strstr (out->str,
                                 "<br><span class=\"remark\">at most 1,097.00 USD forfeited; "
                                 "the last balance row read is of 2026-10</span>"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html-burn-down");
  TCase *tests = tcase_create ("report-html-burn-down");

  tcase_add_test (tests, a_picture_and_the_roll_forward);
  tcase_add_test (tests, what_is_forfeited_is_told_and_what_is_unknown_left_open);
  tcase_add_test (tests, only_the_last_months_are_shown);
  tcase_add_test (tests, where_nobody_saw_the_line_is_broken);
  suite_add_tcase (suite, tests);
  return suite;
}
