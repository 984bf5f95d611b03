/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-rows.h"
#include "output/text/apply-text.h"
#include "test-main.h"

#include <check.h>

START_TEST (what_is_paid_and_due_is_told)
{
  const TextStyle style = { .width = 80 };
  const ApplyHead head = { .as_of = calendar_day (2026, 10, 31) };
  const ApplySummaryRow sum = { .currency = "USD",
                                .charges = decimal_from_int (9),
                                .credit = decimal_from_int (5),
                                .due = decimal_from_int (4) };
  const ApplyChargeRow charges[]
      = { { .date = 5, .currency = "USD", .amount = decimal_from_int (5) },
          { .date = 6,
            .currency = "USD",
            .amount = decimal_from_int (4),
            .due = decimal_from_int (4),
            .product = "VM",
            .due_reason = "exhausted" } };
  g_autoptr (Report) report = report_new_of (apply_rows_schema ());
  g_autoptr (GString) text = g_string_new (NULL);

  report_set_head (report, &head);
  report_append (report, APPLY_TABLE_SUMMARY, &sum);
  report_append (report, APPLY_TABLE_CHARGES, &charges[0]);
  report_append (report, APPLY_TABLE_CHARGES, &charges[1]);
  report_sort (report);
  apply_text_render (report, &style, text);
  ck_assert_str_eq (text->str,
                    "Charges to 2026-10-31: credits pay 5.00 USD, due are 4.00 USD; no findings.\n"
                    "\n"
                    "CHARGES AND CREDITS\n"
                    "Cur  Charges  Refunds  Not covered  Eligible  Credit   Due  Zero on\n"
                    "USD     9.00     0.00         0.00      0.00    5.00  4.00  -\n"
                    "\n"
                    "LEFT TO PAY\n"
                    "Date        Product  Amount   Due  Cur  Because\n"
                    "0001-01-06  VM         4.00  4.00  USD  exhausted\n");
}
END_TEST

START_TEST (nothing_is_told_of_nothing)
{
  g_autoptr (Report) report = report_new_of (apply_rows_schema ());
  const ApplyHead head = { 0 };

  report_set_head (report, &head);
  report_sort (report);
  g_autofree char *verdict = apply_text_verdict (report, NULL);
  ck_assert_str_eq (verdict, "Charges: credits pay nothing, due are 0.00; no findings.");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("apply-text");
  TCase *tests = tcase_create ("apply-text");

  tcase_add_test (tests, what_is_paid_and_due_is_told);
  tcase_add_test (tests, nothing_is_told_of_nothing);
  suite_add_tcase (suite, tests);
  return suite;
}
