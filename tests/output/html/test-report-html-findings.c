/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-findings.h"
#include "sample-html-page.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

START_TEST (the_worst_comes_first_with_its_source)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  sample_add_finding (report, sample_finding (FINDING_AGREEMENT_EXPIRING, "5", "soon"));
  sample_add_finding (report,
                      sample_finding (FINDING_BALANCE_INVOICE_DIFFERENCE, "-12.5", "a < b"));
  report_sort (report);
  g_auto (SamplePage) sample = sample_page (report);
  report_html_findings (out, &sample.page);
  const char *first = strstr (out->str, "<tbody>\n<tr>");

  ck_assert_ptr_nonnull (first);
  ck_assert (g_str_has_prefix (
      first, "<tbody>\n<tr><td><b class=\"error\">error</b></td><td><a href=\"#ACO401\">ACO401</a>"
             "</td><td>Contoso Ltd</td><td>2026-10</td><td>-12.50</td><td>USD</td><td>a &lt; b</td>"
             "<td>balance.csv:7</td></tr>\n<tr><td><b class=\"notice\">notice</b></td>"));
}
END_TEST

START_TEST (each_code_that_occurs_is_explained_once)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < 3; i++)
    sample_add_finding (report, sample_finding (FINDING_AGREEMENT_EXPIRED, "1", "over"));
  g_auto (SamplePage) sample = sample_page (report);
  report_html_findings (out, &sample.page);
  const FindingInfo *info = finding_info (FINDING_AGREEMENT_EXPIRED);

  ck_assert_ptr_nonnull (strstr (out->str, "<article id=\"ACO110\"><h4>ACO110 <span class=\"name\">"
                                           "agreement-expired</span> <small>3 findings</small>"));
  ck_assert_ptr_nonnull (strstr (out->str, "<dt>Severity</dt>"));
  ck_assert_ptr_nonnull (strstr (out->str, info->meaning));
  ck_assert_ptr_null (strstr (out->str, "id=\"ACO101\""));
}
END_TEST

START_TEST (a_customer_has_a_list)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < 3; i++)
    sample_add_finding (report, sample_finding (FINDING_CREDIT_DECREASED, "50", "fell"));
  g_auto (SamplePage) sample = sample_page (report);
  report_html_findings_list (out, &sample.page, html_customers_get (sample.customers, 0), 1);
  ck_assert_str_eq (
      out->str, "<ul class=\"findings\">\n<li><b class=\"error\">error</b> <a href=\"#ACO101\">"
                "ACO101</a> credit-decreased, 2026-10, 50.00 USD: fell <span class=\"source\">"
                "balance.csv:7</span></li>\n</ul>\n<p class=\"rest\">Shown: 1 of 3 rows. All of "
                "them are in <code>findings.csv</code> of the report pack.</p>\n");
}
END_TEST

START_TEST (what_has_no_room_is_counted)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < 9000; i++)
    sample_add_finding (report, sample_finding (FINDING_CREDIT_DECREASED, "50", "fell"));
  g_auto (SamplePage) sample = sample_page (report);
  report_html_findings (out, &sample.page);
  ck_assert_uint_lt (out->len, 620 * 1024);
  ck_assert_ptr_nonnull (strstr (out->str,
                                 " of 9000 rows; those with most at stake, as many as there "
                                 "is room for."));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html-findings");
  TCase *tests = tcase_create ("report-html-findings");

  tcase_add_test (tests, the_worst_comes_first_with_its_source);
  tcase_add_test (tests, each_code_that_occurs_is_explained_once);
  tcase_add_test (tests, a_customer_has_a_list);
  tcase_add_test (tests, what_has_no_room_is_counted);
  suite_add_tcase (suite, tests);
  return suite;
}
