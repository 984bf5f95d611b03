/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "io/report-xlsx.h"
#include "sample-rows.h"
#include "sample-xlsx.h"
#include "test-place.h"

/* The summary of @report, whose tables take two rows a sheet. (transfer full) */
static char *
summary_of (const Report *report)
{
  g_autoptr (GError) error = NULL;
  const XlsxFile file = workbook_file ("a.xlsx");

  ck_assert_msg (report_xlsx_write_split (report, &file, 1, 2, &error), "%s",
                 error == NULL ? "" : error->message);
  return workbook_sheet ("a.xlsx", 1);
}

/* One currency: used 5.25 of three rows, balance of no row. */
static void
add_totals (Report *report, const char *currency)
{
  const TotalsRow totals = { .currency = currency,
                             .used = sample_amount ("5.25"),
                             .balance = sample_amount ("0"),
                             .net = sample_amount (NULL) };

  for (guint i = 0; i < 3; i++)
    {
      const RollForwardRow row
          = { .currency = currency, .used = sample_amount (i == 0 ? "3.25" : "1") };
      report_append (report, REPORT_ROLLFORWARD, &row);
    }
  report_append (report, REPORT_TOTALS, &totals);
}

START_TEST (the_head_says_what_the_report_is)
{
  g_autoptr (Report) report = report_new (day_from_civil (2026, 10, 31), FALSE);
  g_autofree char *sheet = summary_of (report);

  assert_text (sheet, "A1", "Azure Credit Offer reconciliation");
  ck_assert_uint_eq (count_in (sheet, "INCOMPLETE"), 1);
  assert_cell (sheet, "B4", "<v>46326</v>");
  assert_cell (sheet, "B5", "<v>0</v>");
}
END_TEST

START_TEST (totals_are_sums_over_the_sheets)
{
  g_autoptr (Report) report = sample_report ();

  add_totals (report, "USD");
  g_autofree char *sheet = summary_of (report);
  assert_text (sheet, "A10", "USD");
  assert_cell (sheet, "B10",
               "<f>ROUND(SUMIFS('Roll-forward'!$I$2:$I$3,'Roll-forward'!$E$2:$E$3,A10)"
               "+SUMIFS('Roll-forward 2'!$I$2:$I$2,'Roll-forward 2'!$E$2:$E$2,A10),2)</f>"
               "<v>5.25</v>");
  assert_cell (sheet, "D10",
               "<f>ROUND(SUMIFS('Agreements'!$J$2:$J$2,'Agreements'!$E$2:$E$2,A10),2)</f>"
               "<v>0</v>");
  assert_cell (sheet, "G10", NULL);
}
END_TEST

/* What a sum of spreadsheets would look for would be something else. */
START_TEST (an_odd_currency_has_plain_totals)
{
  static const char *const currencies[] = { "*", ">0", "=USD", "U?D", NULL };
  g_autoptr (Report) report = sample_report ();

  add_totals (report, currencies[_i]);
  g_autofree char *sheet = summary_of (report);
  assert_cell (sheet, "B10", "<v>5.25</v>");
}
END_TEST

START_TEST (a_total_that_numbers_cannot_reckon_stands_by_itself)
{
  g_autoptr (Report) report = sample_report ();
  const RollForwardRow row = { .currency = "USD", .used = sample_amount ("1000000000000.01") };
  const TotalsRow totals = { .currency = "USD", .used = sample_amount ("1000000000000.01") };

  report_append (report, REPORT_ROLLFORWARD, &row);
  report_append (report, REPORT_TOTALS, &totals);
  g_autofree char *sheet = summary_of (report);
  assert_cell (sheet, "B10", "<v>1000000000000.01</v>");
}
END_TEST

START_TEST (rows_are_counted)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_tie_out (report, sample_tie_out ("c", "n", "2", "1", "1", "differs"));
  sample_add_tie_out (report, sample_tie_out ("d", "n", "1", "1", "0", "agrees"));
  sample_add_agreement (report, "c", "n", "expired", "1", "1", "0", -1);
  sample_add_finding (report, sample_finding (FINDING_CREDIT_DECREASED, "50", "it fell"));
  g_autofree char *sheet = summary_of (report);
  assert_text (sheet, "A13", "agrees");
  assert_cell (sheet, "B13", "<f>COUNTIF('Tie-out'!$J$2:$J$3,A13)</f><v>1</v>");
  assert_cell (sheet, "B14", "<f>COUNTIF('Tie-out'!$J$2:$J$3,A14)</f><v>0</v>");
  assert_text (sheet, "A22", "expired");
  assert_cell (sheet, "B22", "<f>COUNTIF('Agreements'!$K$2:$K$2,A22)</f><v>1</v>");
  assert_text (sheet, "A28", "ACO101");
  assert_cell (sheet, "B28", "<f>COUNTIF('Findings'!$A$2:$A$2,A28)</f><v>1</v>");
  assert_text (sheet, "C28", "credit-decreased");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-xlsx-summary");
  TCase *tests = tcase_create ("report-xlsx-summary");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, the_head_says_what_the_report_is);
  tcase_add_test (tests, totals_are_sums_over_the_sheets);
  tcase_add_loop_test (tests, an_odd_currency_has_plain_totals, 0, 5);
  tcase_add_test (tests, a_total_that_numbers_cannot_reckon_stands_by_itself);
  tcase_add_test (tests, rows_are_counted);
  suite_add_tcase (suite, tests);
  return suite;
}
