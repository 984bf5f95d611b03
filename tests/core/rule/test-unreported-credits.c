/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/unreported-credits.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

/* What of it can be seen in a report is in test-tie-out. */

static ReckonPlan plan;

static MonthCell
cell (int month, const char *currency, int credit, guint64 line)
{
  return (MonthCell){ .customer = "c1",
                      .currency = currency,
                      .month = calendar_month (2026, month),
                      .credit = { .invoice_credit = decimal_from_int (credit),
                                  .first_line = { .file = 0, .line = line } } };
}

static void
add (MissingReports *missing, MonthCell added)
{
  missing_reports_add (missing, &added);
}

/* Into a report of books with one file, called "invoice.csv" as its file 0. */
static Report *
report_of (const MissingReports *missing)
{
  g_autoptr (Books) books = build_books ();

  plan = reckon_plan_default ();
  (void) input_book_file (books->inputs, 0, "invoice.csv", KIND_INVOICE);
  const Reckoning reckoning
      = { .books = books, .plan = &plan, .report = report_new (calendar_day (2026, 10, 31), TRUE) };
  unreported_credits_report (&reckoning, missing);
  report_sort (reckoning.report);
  return reckoning.report;
}

START_TEST (a_month_and_currency_is_told_once_with_its_sum_and_first_line)
{
  g_autoptr (MissingReports) missing = missing_reports_new ();

  add (missing, cell (10, "USD", 5, 9));
  add (missing, cell (10, "USD", 7, 4));
  add (missing, cell (10, "EUR", 1, 6));
  add (missing, cell (9, "USD", 2, 8));
  g_autoptr (Report) report = report_of (missing);
  EXPECT_FINDINGS (report, "ACO407",
                   "warning - - EUR 2026-10 1.00 invoice.csv 6\n"
                   "warning - - USD 2026-09 2.00 invoice.csv 8\n"
                   "warning - - USD 2026-10 12.00 invoice.csv 4");
}
END_TEST

START_TEST (where_nothing_is_missing_nothing_is_told)
{
  g_autoptr (MissingReports) missing = missing_reports_new ();
  g_autoptr (Report) report = report_of (missing);

  EXPECT_CODES (report, "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("unreported-credits");
  TCase *found = tcase_create ("found");

  tcase_add_test (found, a_month_and_currency_is_told_once_with_its_sum_and_first_line);
  tcase_add_test (found, where_nothing_is_missing_nothing_is_told);
  suite_add_tcase (suite, found);
  return suite;
}
