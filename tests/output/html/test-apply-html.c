/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-rows.h"
#include "output/html/apply-html.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

START_TEST (the_page_has_sums_and_charges)
{
  const ApplyHead head = { 0 };
  const ApplySummaryRow sum = { .currency = "USD", .charges = decimal_from_int (1234) };
  const ApplyChargeRow charge = { .date = 5,
                                  .product = "<VM>",
                                  .currency = "USD",
                                  .amount = decimal_from_int (1234),
                                  .due = decimal_from_int (1234),
                                  .due_reason = "no-lot",
                                  .file = "c.csv",
                                  .line = 2 };
  g_autoptr (Report) report = report_new_of (apply_rows_schema ());
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  report_set_head (report, &head);
  report_append (report, APPLY_TABLE_SUMMARY, &sum);
  report_append (report, APPLY_TABLE_CHARGES, &charge);
  report_sort (report);
  apply_html_write (report, NULL, sink);
  ck_assert (sink_flush (sink, NULL));
  ck_assert_ptr_nonnull (strstr (text->str, "&lt;VM&gt;"));
  ck_assert_ptr_nonnull (strstr (text->str, "<td>no-lot</td>"));
  ck_assert_ptr_nonnull (strstr (text->str, "c.csv:2"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("apply-html");
  TCase *tests = tcase_create ("apply-html");

  tcase_add_test (tests, the_page_has_sums_and_charges);
  suite_add_tcase (suite, tests);
  return suite;
}
