/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/trend/trend-sums.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static void
add_balance (Report *report, const char *currency, int month, const char *used, const char *left)
{
  const RollForwardRow row = { .customer_id = "c1",
                               .currency = currency,
                               .month = calendar_month (2026, month),
                               .used = sample_amount (used),
                               .closing = sample_decimal (left) };

  report_append (report, REPORT_ROLLFORWARD, &row);
}

static void
add_invoice (Report *report, const char *currency, int month, const char *credit)
{
  const TieOutRow row = { .customer_id = "c1",
                          .currency = currency,
                          .month = calendar_month (2026, month),
                          .balance_used = amount_known (decimal_from_int (1)),
                          .invoice_credit = sample_amount (credit) };

  report_append (report, REPORT_TIE_OUT, &row);
}

static void
assert_amount (const Amount *amount, const char *expected)
{
  g_autofree char *text = amount->known ? decimal_to_string (amount->value, 2) : NULL;

  ck_assert_pstr_eq (text, expected);
}

static void
assert_month (const GArray *sums, guint index, const char *currency, int month,
              const char *const amounts[3])
{
  const TrendMonth *row = &g_array_index (sums, TrendMonth, index);

  ck_assert_str_eq (row->currency, currency);
  ck_assert_int_eq (row->month, calendar_month (2026, month));
  assert_amount (&row->used, amounts[0]);
  assert_amount (&row->invoiced, amounts[1]);
  assert_amount (&row->left, amounts[2]);
}

START_TEST (months_are_summed_by_currency)
{
  g_autoptr (Report) report = sample_report ();

  add_balance (report, "USD", 10, "10", "90");
  add_balance (report, "USD", 10, "0.5", "9.5");
  add_balance (report, "USD", 9, "5", "100");
  add_balance (report, "EUR", 10, "1", "2");
  add_invoice (report, "USD", 10, "10");
  add_invoice (report, "USD", 10, "0.25");
  report_sort (report);
  g_autoptr (GArray) sums = trend_sums (report);
  ck_assert_uint_eq (sums->len, 3);
  assert_month (sums, 0, "EUR", 10, (const char *const[]){ "1.00", NULL, "2.00" });
  assert_month (sums, 1, "USD", 9, (const char *const[]){ "5.00", NULL, "100.00" });
  assert_month (sums, 2, "USD", 10, (const char *const[]){ "10.50", "10.25", "99.50" });
}
END_TEST

START_TEST (what_is_not_known_leaves_a_sum_unknown)
{
  g_autoptr (Report) report = sample_report ();

  add_balance (report, "USD", 9, NULL, "100");
  add_balance (report, "USD", 9, "3", "50");
  add_invoice (report, "USD", 9, "3");
  add_invoice (report, "USD", 9, NULL);
  add_invoice (report, "USD", 10, "0");
  report_sort (report);
  g_autoptr (GArray) sums = trend_sums (report);
  ck_assert_uint_eq (sums->len, 2);
  assert_month (sums, 0, "USD", 9, (const char *const[]){ NULL, NULL, "150.00" });
  assert_month (sums, 1, "USD", 10, (const char *const[]){ NULL, "0.00", NULL });
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("trend-sums");
  TCase *tests = tcase_create ("trend-sums");

  tcase_add_test (tests, months_are_summed_by_currency);
  tcase_add_test (tests, what_is_not_known_leaves_a_sum_unknown);
  suite_add_tcase (suite, tests);
  return suite;
}
