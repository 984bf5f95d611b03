/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-narrowing.h"
#include "test-main.h"

#include <check.h>

#include "output/xlsx/report-xlsx.h"
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
  static const char *const options[] = { "--month=2026-10", "--tolerance=5", NULL };
  const ReportOrigin origin
      = { .month = calendar_month (2026, 10), .options = options, .config_file = "a.ini" };
  g_autoptr (Report) report = sample_report ();

  report_set_origin (report, &origin);
  g_autofree char *sheet = summary_of (report);
  assert_text (sheet, "A1", "Azure Credit Offer reconciliation");
  assert_cell (sheet, "B4", "<v>46326</v>");
  assert_cell (sheet, "B5", "<v>1</v>");
  assert_cell (sheet, "B6", "<v>1</v>");
  assert_text (sheet, "B7", "2026-10");
  assert_text (sheet, "B8", "--month=2026-10, --tolerance=5 (configuration file: a.ini)");
  assert_text (sheet, "B9", PACKAGE_STRING);
}
END_TEST

START_TEST (what_is_not_reliable_stands_in_the_first_row)
{
  g_autoptr (Report) report = report_new (calendar_day (2026, 10, 31), FALSE);

  sample_add_tie_out (report, sample_tie_out ("d", "n", "1", "1", "0", TIE_OUT_AGREES));
  g_autofree char *sheet = summary_of (report);
  g_autofree char *tie_out = workbook_sheet ("a.xlsx", 4);
  assert_text (sheet, "A1", "DO NOT RELY ON THESE FIGURES. INCOMPLETE: rows were set aside.");
  assert_text (sheet, "A2", "Azure Credit Offer reconciliation");
  assert_cell (sheet, "B6", "<v>0</v>");
  assert_cell (sheet, "B7", "<v>0</v>");
  ck_assert_ptr_nonnull (strstr (sheet, "<tabColor"));
  assert_text (tie_out, "K2", "not reliable: agrees as read");
  ck_assert_ptr_nonnull (strstr (tie_out, "NOT RELIABLE: see the sheet Summary"));
}
END_TEST

/* The sum of the sheet must be that of the report after any recalculation. */
START_TEST (what_left_the_reports_is_in_no_sum)
{
  g_autoptr (Report) report = sample_report ();
  const TotalsRow totals = { .currency = "USD", .balance = sample_amount ("600") };

  sample_add_agreement (report, "c", "n", AGREEMENT_UNREPORTED, "1000", "500", "500", 61);
  sample_add_agreement (report, "d", "n", AGREEMENT_ACTIVE, "1000", "400", "600", 61);
  report_append (report, REPORT_TOTALS, &totals);
  g_autofree char *sheet = summary_of (report);
  assert_cell (sheet, "D14",
               "<f>ROUND(SUMIFS('Agreements'!$J$2:$J$3,'Agreements'!$E$2:$E$3,A14,"
               "'Agreements'!$K$2:$K$3,\"&lt;&gt;unreported\"),2)</f><v>600</v>");
}
END_TEST

START_TEST (totals_are_sums_over_the_sheets)
{
  g_autoptr (Report) report = sample_report ();

  add_totals (report, "USD");
  g_autofree char *sheet = summary_of (report);
  assert_text (sheet, "A14", "USD");
  assert_cell (sheet, "B14",
               "<f>ROUND(SUMIFS('Roll-forward'!$I$2:$I$3,'Roll-forward'!$E$2:$E$3,A14)"
               "+SUMIFS('Roll-forward 2'!$I$2:$I$2,'Roll-forward 2'!$E$2:$E$2,A14),2)</f>"
               "<v>5.25</v>");
  assert_cell (sheet, "D14",
               "<f>ROUND(SUMIFS('Agreements'!$J$2:$J$2,'Agreements'!$E$2:$E$2,A14,"
               "'Agreements'!$K$2:$K$2,\"&lt;&gt;unreported\"),2)</f>"
               "<v>0</v>");
  assert_cell (sheet, "G14", NULL);
}
END_TEST

/* What a sum of spreadsheets would look for would be something else. */
START_TEST (an_odd_currency_has_plain_totals)
{
  static const char *const currencies[] = { "*", ">0", "=USD", "U?D", NULL };
  g_autoptr (Report) report = sample_report ();

  add_totals (report, currencies[_i]);
  g_autofree char *sheet = summary_of (report);
  assert_cell (sheet, "B14", "<v>5.25</v>");
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
  assert_cell (sheet, "B14", "<v>1000000000000.01</v>");
}
END_TEST

START_TEST (rows_are_counted)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_tie_out (report, sample_tie_out ("c", "n", "2", "1", "1", TIE_OUT_DIFFERS));
  sample_add_tie_out (report, sample_tie_out ("d", "n", "1", "1", "0", TIE_OUT_AGREES));
  sample_add_agreement (report, "c", "n", AGREEMENT_EXPIRED, "1", "1", "0", -1);
  sample_add_finding (report, sample_finding (FINDING_CREDIT_DECREASED, "50", "it fell"));
  g_autofree char *sheet = summary_of (report);
  assert_text (sheet, "A17", "agrees");
  assert_cell (sheet, "B17", "<f>COUNTIF('Tie-out'!$J$2:$J$3,A17)</f><v>1</v>");
  assert_cell (sheet, "B18", "<f>COUNTIF('Tie-out'!$J$2:$J$3,A18)</f><v>0</v>");
  assert_text (sheet, "A27", "expired");
  assert_cell (sheet, "B27", "<f>COUNTIF('Agreements'!$K$2:$K$2,A27)</f><v>1</v>");
  assert_text (sheet, "A34", "ACO101");
  assert_cell (sheet, "B34", "<f>COUNTIF('Findings'!$A$2:$A$2,A34)</f><v>1</v>");
  assert_text (sheet, "C34", "credit-decreased");
}
END_TEST

/* Its sheets do not hold what the figures are reckoned from. */
START_TEST (a_part_has_figures_of_all_and_no_formula)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (ReportPart) part = report_part_new ();

  report_part_add_customer (part, "nobody", NULL);
  add_totals (report, "USD");
  sample_add_tie_out (report, sample_tie_out ("d", "n", "1", "1", "0", TIE_OUT_AGREES));
  sample_add_agreement (report, "c", "n", AGREEMENT_EXPIRED, "1", "1", "0", -1);
  sample_add_finding (report, sample_finding (FINDING_CREDIT_DECREASED, "50", "it fell"));
  report_sort (report);
  g_autoptr (Report) shown = report_narrowing_of (report, part);
  g_autofree char *sheet = summary_of (shown);
  assert_cell (sheet, "B14", "<v>5.25</v>");
  assert_cell (sheet, "B18", "<v>1</v>");
  assert_cell (sheet, "B28", "<v>1</v>");
  assert_text (sheet, "A35", "ACO101");
  assert_cell (sheet, "B35", "<v>1</v>");
  ck_assert_ptr_null (strstr (sheet, "<f>"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-summary");
  TCase *tests = tcase_create ("xlsx-summary");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, the_head_says_what_the_report_is);
  tcase_add_test (tests, what_is_not_reliable_stands_in_the_first_row);
  tcase_add_test (tests, what_left_the_reports_is_in_no_sum);
  tcase_add_test (tests, totals_are_sums_over_the_sheets);
  tcase_add_loop_test (tests, an_odd_currency_has_plain_totals, 0, 5);
  tcase_add_test (tests, a_total_that_numbers_cannot_reckon_stands_by_itself);
  tcase_add_test (tests, rows_are_counted);
  tcase_add_test (tests, a_part_has_figures_of_all_and_no_formula);
  suite_add_tcase (suite, tests);
  return suite;
}
