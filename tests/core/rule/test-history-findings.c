/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/history-findings.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static const Month october = 2026 * 12 + 9;

static void
seal_row (Books *books, const char *text)
{
  BalanceRow row = build_balance_row (text);

  row.at = (Position){ 0 };
  if (books->baseline == NULL)
    books->baseline = baseline_new ();
  baseline_add_row (books->baseline, books->credits, row.month, &row);
}

static void
seal_invoice (Books *books, const char *number, guint64 lines, gint64 total)
{
  char usd[] = "USD";
  const SealedInvoice invoice
      = { .month = october, .currency = usd, .lines = lines, .total = decimal_from_int (total) };

  if (books->baseline == NULL)
    books->baseline = baseline_new ();
  baseline_add_invoice (books->baseline, number, &invoice);
}

static ReckonPlan
plan_of (Month month)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = month;
  return plan;
}

START_TEST (a_row_that_differs_is_found_in_its_month)
{
  g_autoptr (Books) books = build_books ();
  const ReckonPlan rules[] = { plan_of (MONTH_NONE), plan_of (october), plan_of (october + 1),
                               plan_of (october + 2), plan_of (october - 1) };
  const char *const expected[] = { "error c1 a1 USD 2026-10 -10.00 balance.csv 2",
                                   "error c1 a1 USD 2026-10 -10.00 balance.csv 2",
                                   "error c1 a1 USD 2026-10 -10.00 balance.csv 2", "", "" };

  BUILD_ROWS (books, "balance: C=290 | B=710", "balance: month=2026-11 | C=310 | B=690",
              "balance: month=2026-12 | C=310 | B=690");
  seal_row (books, "C=300 | B=700");
  g_autoptr (Report) report = build_report (books, &rules[_i]);
  EXPECT_FINDINGS (report, "ACO108", expected[_i]);
}
END_TEST

START_TEST (a_row_that_is_as_sealed_is_not_found)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "balance: C=300 | B=700");
  seal_row (books, "C=300.00 | B=700.0");
  seal_row (books, "agreement=a2 | C=1 | B=1");
  g_autoptr (Report) report = build_report (books, NULL);
  EXPECT_FINDINGS (report, "ACO108", "");
  EXPECT_ROWS (report, REPORT_AGREEMENTS, "agreement_id balance", "a1 700.00\na2 1.00");
  EXPECT_ROWS (report, REPORT_ROLLFORWARD, "agreement_id", "a1");
}
END_TEST

START_TEST (an_invoice_is_compared_by_lines_and_total)
{
  static const struct
  {
    guint64 lines;
    gint64 total;
    const char *expected;
  } cases[] = {
    { 2, 30, "" },
    { 3, 30, "warning c2 - USD 2026-10 0.00 invoice.csv 2" },
    { 2, 33, "warning c2 - USD 2026-10 -3.00 invoice.csv 2" },
  };
  g_autoptr (Books) books = build_books ();
  const ReckonPlan rules = plan_of (october + 1);

  BUILD_ROWS (books, "invoice: customer=c2 | invoice=g7 | subtotal=10 | total=10",
              "invoice: invoice=G7 | subtotal=20 | total=20",
              "invoice: invoice=G8 | subtotal=20 | total=20");
  seal_invoice (books, "G7", cases[_i].lines, cases[_i].total);
  seal_invoice (books, "G9", 1, 1);
  g_autoptr (Report) report = build_report (books, &rules);
  EXPECT_FINDINGS (report, "ACO109", cases[_i].expected);
}
END_TEST

START_TEST (another_currency_of_a_sealed_invoice_is_new)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "invoice: currency=EUR | subtotal=10 | total=10");
  seal_invoice (books, "G1", 2, 30);
  g_autoptr (Report) report = build_report (books, NULL);
  EXPECT_FINDINGS (report, "ACO109", "warning c1 - EUR 2026-10 10.00 invoice.csv 2");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("history-findings");
  TCase *tests = tcase_create ("history-findings");

  tcase_add_loop_test (tests, a_row_that_differs_is_found_in_its_month, 0, 5);
  tcase_add_test (tests, a_row_that_is_as_sealed_is_not_found);
  tcase_add_loop_test (tests, an_invoice_is_compared_by_lines_and_total, 0, 3);
  tcase_add_test (tests, another_currency_of_a_sealed_invoice_is_new);
  suite_add_tcase (suite, tests);
  return suite;
}
