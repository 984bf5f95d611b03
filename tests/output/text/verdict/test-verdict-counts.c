/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/text/verdict/verdict-counts.h"

static void
add (Report *report, TieOutResult result, gint64 cents)
{
  const TieOutRow row = { .customer_id = "c",
                          .currency = "USD",
                          .month = calendar_month (2026, 10),
                          .result = result,
                          .invoice_credit = { TRUE, decimal_from_int (1000) },
                          .balance_used = { TRUE, decimal_from_int (1000) },
                          .difference = { TRUE, decimal_from_scaled (cents, 2) } };

  report_append (report, REPORT_TIE_OUT, &row);
}

START_TEST (rows_are_counted_by_result)
{
  Report *report = report_new (calendar_day (2026, 10, 31), TRUE);

  add (report, TIE_OUT_AGREES, 0);
  add (report, TIE_OUT_AGREES, -1);
  add (report, TIE_OUT_ROUNDING, 2);
  add (report, TIE_OUT_DIFFERS, -300);
  add (report, TIE_OUT_NOT_COMPARABLE, 0);
  report_sort (report);

  g_auto (VerdictCounts) counts = verdict_counts_of (report, FALSE, NULL);
  g_autofree char *agreed = verdict_counts_money (&counts, counts.agreed);
  g_autofree char *widest = verdict_counts_money (&counts, counts.widest);
  g_autofree char *difference = verdict_counts_money (&counts, counts.difference);
  g_autofree char *number = verdict_counts_number (&counts, 1234);

  ck_assert_uint_eq (counts.rows, 5);
  ck_assert_uint_eq (counts.agrees, 3);
  ck_assert_uint_eq (counts.tolerated, 1);
  ck_assert_uint_eq (counts.rounding, 1);
  ck_assert_uint_eq (counts.differs, 1);
  ck_assert_uint_eq (counts.not_comparable, 1);
  ck_assert_str_eq (agreed, "3,000.00 USD");
  ck_assert_str_eq (widest, "0.01 USD");
  ck_assert_str_eq (difference, "3.00 USD");
  ck_assert_str_eq (number, "1,234");
  report_free (report);
}
END_TEST

START_TEST (a_program_reads_plain_numbers)
{
  Report *report = report_new (calendar_day (2026, 10, 31), TRUE);

  add (report, TIE_OUT_AGREES, 0);
  report_sort (report);

  g_auto (VerdictCounts) counts = verdict_counts_of (report, TRUE, NULL);
  g_autofree char *agreed = verdict_counts_money (&counts, counts.agreed);
  g_autofree char *number = verdict_counts_number (&counts, 1234);

  ck_assert_str_eq (agreed, "1000.00 USD");
  ck_assert_str_eq (number, "1234");
  report_free (report);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("verdict-counts");
  TCase *all = tcase_create ("all");

  tcase_add_test (all, rows_are_counted_by_result);
  tcase_add_test (all, a_program_reads_plain_numbers);
  suite_add_tcase (suite, all);
  return suite;
}
