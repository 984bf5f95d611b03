/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-waterfall.h"
#include "sample-html-page.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

START_TEST (months_of_all_customers_are_added_and_foot)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);
  Month month = calendar_month (2026, 10);
  WaterfallRow row = { .customer_id = "c2",
                       .month = month,
                       .currency = "USD",
                       .charges = sample_decimal ("170"),
                       .aco_used = sample_decimal ("50"),
                       .net = sample_decimal ("120"),
                       .pec_earned = sample_decimal ("30") };

  sample_add_waterfall (report, month, "USD", "1000", "400", "600");
  report_append (report, REPORT_WATERFALL, &row);
  sample_add_waterfall (report, month, "EUR", "10", "0", "10");
  report_sort (report);
  g_auto (SamplePage) sample = sample_page (report);
  report_html_waterfall (out, &sample.page);

  /* 1200 - 30 = 1000 + 170; - 450 = 720 */
  ck_assert_ptr_nonnull (strstr (out->str, "<tr><td>2026-10</td><td>USD</td><td>1<i>200</i>.00</td>"
                                           "<td>30.00</td><td>1<i>170</i>.00</td>"
                                           "<td>450.00</td><td>0.00</td>"
                                           "<td>720.00</td></tr>"));
  ck_assert_ptr_nonnull (strstr (out->str,
                                 "aria-label=\"2026-10: Before PEC 1,200.00, \xe2\x88\x92 PEC "
                                 "30.00, Charges 1,170.00, \xe2\x88\x92 ACO 450.00, = Net "
                                 "720.00\""));
  ck_assert (strstr (out->str, "2026-10 EUR") < strstr (out->str, "2026-10 USD"));
}
END_TEST

START_TEST (a_picture_for_each_of_the_last_months)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);
  guint pictures = 0;

  for (int i = 0; i < 30; i++)
    sample_add_waterfall (report, calendar_month (2024, 1) + i, "USD", "10", "4", "6");
  g_auto (SamplePage) sample = sample_page (report);
  report_html_waterfall (out, &sample.page);
  for (const char *at = out->str; (at = strstr (at, "<svg")) != NULL; at++)
    pictures++;
  ck_assert_uint_eq (pictures, 24);
  ck_assert_ptr_null (strstr (out->str, "<figcaption>2024-06"));
  ck_assert_ptr_nonnull (strstr (out->str, "<figcaption>2024-07"));
}
END_TEST

START_TEST (a_customer_sees_what_was_available)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  sample_add_waterfall (report, calendar_month (2026, 10), "USD", "10", "4", "6");
  g_auto (SamplePage) sample = sample_page (report);
  report_html_waterfall_customer (out, &sample.page, html_customers_get (sample.customers, 0), 24);
  ck_assert_ptr_nonnull (
      strstr (out->str, "<td>6.00</td><td>\xe2\x80\x93</td><td>\xe2\x80\x93</td>"));
}
END_TEST

START_TEST (no_invoice_no_waterfall)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  g_auto (SamplePage) sample = sample_page (report);
  report_html_waterfall (out, &sample.page);
  ck_assert_ptr_nonnull (strstr (out->str, "<p>No invoice was read.</p>"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html-waterfall");
  TCase *tests = tcase_create ("report-html-waterfall");

  tcase_add_test (tests, months_of_all_customers_are_added_and_foot);
  tcase_add_test (tests, a_picture_for_each_of_the_last_months);
  tcase_add_test (tests, a_customer_sees_what_was_available);
  tcase_add_test (tests, no_invoice_no_waterfall);
  suite_add_tcase (suite, tests);
  return suite;
}
