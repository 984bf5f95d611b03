/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/finding-order.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static void
add (Report *report, FindingCode code, const char *currency, const char *amount, guint64 line)
{
  FindingRow row = sample_finding (code, amount, "message");

  row.currency = currency;
  row.line = line;
  report_append (report, REPORT_FINDINGS, &row);
}

static char *
lines_of (const GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                            (int) ((const FindingRow *) g_ptr_array_index (rows, i))->line);
  return g_string_free (text, FALSE);
}

START_TEST (worst_is_by_severity_then_by_money)
{
  g_autoptr (Report) report = sample_report ();

  add (report, FINDING_AGREEMENT_EXPIRING, "USD", "99999", 1); /* notice */
  add (report, FINDING_CREDIT_SIGN, "USD", "5", 2);            /* errors */
  add (report, FINDING_CREDIT_SIGN, "USD", "-4000", 3);
  add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, "USD", "70", 4);
  add (report, FINDING_MONTH_MISSING, "USD", "800", 5); /* warning */
  g_autoptr (GPtrArray) rows = finding_order_worst_first (report);
  g_autofree char *lines = lines_of (rows);
  ck_assert_str_eq (lines, "3 4 2 5 1");
}
END_TEST

START_TEST (amounts_of_two_currencies_are_not_compared)
{
  g_autoptr (Report) report = sample_report ();

  add (report, FINDING_CREDIT_SIGN, NULL, "0", 1);
  add (report, FINDING_CREDIT_SIGN, "JPY", "90000", 2);
  add (report, FINDING_CREDIT_SIGN, "EUR", "1", 3);
  add (report, FINDING_CREDIT_SIGN, "JPY", "100000", 4);
  add (report, FINDING_CREDIT_SIGN, "EUR", "20", 5);
  g_autoptr (GPtrArray) rows = finding_order_worst_first (report);
  g_autofree char *lines = lines_of (rows);
  ck_assert_str_eq (lines, "5 3 4 2 1");
}
END_TEST

START_TEST (equal_ones_stay_in_the_order_of_the_report)
{
  g_autoptr (Report) report = sample_report ();

  for (guint64 line = 1; line <= 5; line++)
    add (report, FINDING_CREDIT_SIGN, "USD", line % 2 == 0 ? "7" : "-7", line);
  g_autoptr (GPtrArray) rows = finding_order_worst_first (report);
  g_autofree char *lines = lines_of (rows);
  ck_assert_str_eq (lines, "1 2 3 4 5");
}
END_TEST

START_TEST (some_are_sorted_as_all_are)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  for (guint line = 0; line < 4; line++)
    add (report, FINDING_CREDIT_SIGN, "USD", line == 3 ? "-9" : "5", line);
  for (guint i = 1; i < 4; i++)
    g_ptr_array_add (some, (gpointer) (guintptr) report_row (report, REPORT_FINDINGS, i));
  g_autoptr (GPtrArray) rows = finding_order_sorted (some);
  g_autofree char *lines = lines_of (rows);
  g_autofree char *before = lines_of (some);
  ck_assert_str_eq (lines, "3 1 2");
  ck_assert_str_eq (before, "1 2 3");
}
END_TEST

START_TEST (where_room_is_short_no_currency_hides_another)
{
  g_autoptr (Report) report = sample_report ();

  add (report, FINDING_AGREEMENT_EXPIRING, "AUD", "7", 6);
  add (report, FINDING_CREDIT_SIGN, "EUR", "3", 1);
  add (report, FINDING_CREDIT_SIGN, "EUR", "2", 2);
  add (report, FINDING_CREDIT_SIGN, "USD", "9", 3);
  add (report, FINDING_CREDIT_SIGN, "USD", "8", 4);
  add (report, FINDING_CREDIT_SIGN, NULL, "0", 5);
  g_autoptr (GPtrArray) rows = finding_order_worst_first (report);
  g_autoptr (GPtrArray) in_turn = finding_order_in_turn (rows);
  g_autofree char *lines = lines_of (in_turn);
  ck_assert_str_eq (lines, "1 3 2 4 5 6");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("finding-order");
  TCase *tests = tcase_create ("finding-order");

  tcase_add_test (tests, worst_is_by_severity_then_by_money);
  tcase_add_test (tests, amounts_of_two_currencies_are_not_compared);
  tcase_add_test (tests, equal_ones_stay_in_the_order_of_the_report);
  tcase_add_test (tests, some_are_sorted_as_all_are);
  tcase_add_test (tests, where_room_is_short_no_currency_hides_another);
  suite_add_tcase (suite, tests);
  return suite;
}
