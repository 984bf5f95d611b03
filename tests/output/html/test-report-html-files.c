/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-files.h"
#include "sample-html-page.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

START_TEST (files_have_their_checksums)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);
  InputRow row = { .file = "in/a&b.csv", .kind = KIND_INVOICE, .rows = 1200, .sha256 = "1996182e" };
  Month months[] = { calendar_month (2026, 7), calendar_month (2026, 10) };

  row.months = g_array_new (FALSE, FALSE, sizeof (Month));
  g_array_append_vals (row.months, months, 2);
  report_append (report, REPORT_INPUTS, &row);
  g_auto (SamplePage) sample = sample_page (report);
  report_html_files (out, &sample.page);
  ck_assert_ptr_nonnull (strstr (out->str, "<tr><td>in/a&amp;b.csv</td><td>invoice</td><td>1<i>200"
                                           "</i></td><td>0</td><td>2026-07 to 2026-10</td>"
                                           "<td class=\"id\">1996182e</td></tr>"));
}
END_TEST

START_TEST (invoices_have_their_fits)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);
  InvoiceRow row = { .invoice = "G1",
                     .month = calendar_month (2026, 7),
                     .currency = "USD",
                     .lines = 5,
                     .subtotal = sample_decimal ("505"),
                     .fits = { 3, 0, 0, 0, 2, 0 } };

  report_append (report, REPORT_INVOICES, &row);
  g_auto (SamplePage) sample = sample_page (report);
  report_html_files (out, &sample.page);
  ck_assert_ptr_nonnull (strstr (out->str, "<tr><td>G1</td><td>2026-07</td><td>USD</td><td>5</td>"
                                           "<td>505.00</td><td>0.00</td><td>0.00</td>"
                                           "<td>usage 3, none 2</td></tr>"));
}
END_TEST

START_TEST (what_has_no_room_is_counted)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    sample_input (report, KIND_INVOICE, 0);
  g_auto (SamplePage) sample = sample_page (report);
  report_html_files (out, &sample.page);
  ck_assert_uint_lt (out->len, 100 * 1024);
  ck_assert_ptr_nonnull (strstr (out->str, " of 5000 rows. All of them are in <code>report.json"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html-files");
  TCase *tests = tcase_create ("report-html-files");

  tcase_add_test (tests, files_have_their_checksums);
  tcase_add_test (tests, invoices_have_their_fits);
  tcase_add_test (tests, what_has_no_room_is_counted);
  suite_add_tcase (suite, tests);
  return suite;
}
