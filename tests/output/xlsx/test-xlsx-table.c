/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/xlsx/xlsx-table.h"
#include "sample-rows.h"
#include "sample-xlsx.h"
#include "test-place.h"

static void
write_table (const Report *report, ReportTable table, guint32 rows_max)
{
  g_autoptr (XlsxBook) book = workbook_new ("a.xlsx", 1);
  g_autoptr (XlsxTable) self = xlsx_table_new (report, table, "My table", rows_max);
  g_autoptr (GError) error = NULL;

  xlsx_table_write (self, book);
  ck_assert_msg (xlsx_book_finish (book, &error), "%s", error == NULL ? "" : error->message);
}

static Report *
report_with_tie_outs (guint count)
{
  Report *report = sample_report ();

  for (guint i = 0; i < count; i++)
    sample_add_tie_out (report, sample_tie_out ("c", "n", "2", "1", "1", TIE_OUT_DIFFERS));
  return report;
}

START_TEST (headers_are_readable)
{
  g_autoptr (Report) report = sample_report ();

  write_table (report, REPORT_WATERFALL, 100);
  g_autofree char *waterfall = workbook_sheet ("a.xlsx", 1);
  assert_text (waterfall, "A1", "Customer ID");
  assert_text (waterfall, "F1", "ACO used");
  assert_text (waterfall, "M1", "PEC earned");
  write_table (report, REPORT_INPUTS, 100);
  g_autofree char *inputs = workbook_sheet ("a.xlsx", 1);
  assert_text (inputs, "E1", "SHA256");
  write_table (report, REPORT_INVOICES, 100);
  g_autofree char *invoices = workbook_sheet ("a.xlsx", 1);
  assert_text (invoices, "C1", "Month source");
  assert_text (invoices, "K1", "Fits half-up");
}
END_TEST

START_TEST (an_empty_table_is_its_header)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (XlsxTable) table = xlsx_table_new (report, (ReportTable) _i, "T", 100);

  ck_assert_uint_eq (xlsx_table_part_count (table), 1);
  write_table (report, (ReportTable) _i, 100);
  g_autofree char *sheet = workbook_sheet ("a.xlsx", 1);
  ck_assert_uint_eq (count_in (sheet, "<row "), 1);
  ck_assert_uint_eq (count_in (sheet, "<autoFilter ref=\"A1:"), 1);
}
END_TEST

/* rows, and rows on the last of the sheets that take three each */
static const struct
{
  guint rows, parts, last;
} splits[] = { { 1, 1, 1 }, { 3, 1, 3 }, { 4, 2, 1 }, { 6, 2, 3 }, { 7, 3, 1 } };

START_TEST (rows_that_do_not_fit_go_on_the_next_sheet)
{
  g_autoptr (Report) report = report_with_tie_outs (splits[_i].rows);
  g_autoptr (XlsxTable) table = xlsx_table_new (report, REPORT_TIE_OUT, "My table", 3);
  const guint parts = splits[_i].parts;
  g_autofree char *next = g_strdup_printf ("xl/worksheets/sheet%u.xml", parts + 1);
  g_autofree char *title = parts == 1 ? g_strdup ("name=\"My table\"")
                                      : g_strdup_printf ("name=\"My table %u\"", parts);

  ck_assert_uint_eq (xlsx_table_part_count (table), parts);
  write_table (report, REPORT_TIE_OUT, 3);
  ck_assert_ptr_null (workbook_part ("a.xlsx", next));
  g_autofree char *sheet = workbook_sheet ("a.xlsx", parts);
  g_autofree char *workbook = workbook_part ("a.xlsx", "xl/workbook.xml");
  ck_assert_uint_eq (count_in (sheet, "<row "), splits[_i].last + 1);
  assert_cell (sheet, "H2", "<f>ROUND(E2-F2,2)</f><v>1</v>");
  ck_assert_uint_eq (count_in (workbook, title), 1);
}
END_TEST

START_TEST (a_range_holds_the_rows_of_its_sheet)
{
  g_autoptr (Report) report = report_with_tie_outs (4);
  g_autoptr (XlsxTable) table = xlsx_table_new (report, REPORT_TIE_OUT, "Tie-out", 3);
  g_autoptr (XlsxTable) empty = xlsx_table_new (report, REPORT_AGREEMENTS, "A", 3);
  g_autoptr (GString) text = g_string_new (NULL);

  xlsx_table_append_range (table, 0, "difference", text);
  ck_assert_str_eq (text->str, "'Tie-out'!$H$2:$H$4");
  g_string_truncate (text, 0);
  xlsx_table_append_range (table, 1, "currency", text);
  ck_assert_str_eq (text->str, "'Tie-out 2'!$D$2:$D$2");
  g_string_truncate (text, 0);
  xlsx_table_append_range (empty, 0, "balance", text);
  ck_assert_str_eq (text->str, "'A'!$J$2:$J$2");
}
END_TEST

START_TEST (a_table_with_long_amounts_has_one_more_column)
{
  g_autoptr (Report) report = report_with_tie_outs (1);

  sample_add_tie_out (
      report, sample_tie_out ("d", "n", "12345678901234567.89", "1", NULL, TIE_OUT_NOT_COMPARABLE));
  write_table (report, REPORT_TIE_OUT, 100);
  g_autofree char *sheet = workbook_sheet ("a.xlsx", 1);
  assert_text (sheet, "K1", "Exact amounts");
  assert_cell (sheet, "K2", NULL);
  assert_text (sheet, "K3", "balance_used 12345678901234567.89");
}
END_TEST

START_TEST (a_table_with_something_to_remark_has_one_more_column)
{
  g_autoptr (Report) report = report_with_tie_outs (1);

  sample_add_tie_out (report, sample_tie_out ("d", "n", "5", "5.01", "-0.01", TIE_OUT_AGREES));
  sample_add_tie_out (
      report, sample_tie_out ("d", "n", "12345678901234567.89", "1", NULL, TIE_OUT_NOT_COMPARABLE));
  write_table (report, REPORT_TIE_OUT, 100);
  g_autofree char *sheet = workbook_sheet ("a.xlsx", 1);
  assert_text (sheet, "I1", "Allowance for rounding");
  assert_text (sheet, "K1", "Exact amounts");
  assert_text (sheet, "L1", "Remark");
  assert_cell (sheet, "L2", NULL);
  assert_text (sheet, "L3", "within tolerance");
}
END_TEST

START_TEST (an_agreement_that_left_the_reports_is_remarked)
{
  g_autoptr (Report) report = sample_report ();
  const AgreementRow row = { .currency = "USD",
                             .balance = decimal_from_int (500),
                             .state = AGREEMENT_UNREPORTED,
                             .last_month = calendar_month (2026, 9) };

  report_append (report, REPORT_AGREEMENTS, &row);
  write_table (report, REPORT_AGREEMENTS, 100);
  g_autofree char *sheet = workbook_sheet ("a.xlsx", 1);
  assert_text (sheet, "Q1", "Remark");
  assert_text (sheet, "Q2", "not reported since 2026-09; last balance 500.00 USD");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-table");
  TCase *tests = tcase_create ("xlsx-table");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, headers_are_readable);
  tcase_add_loop_test (tests, an_empty_table_is_its_header, 0, REPORT_TABLE_COUNT);
  tcase_add_loop_test (tests, rows_that_do_not_fit_go_on_the_next_sheet, 0, G_N_ELEMENTS (splits));
  tcase_add_test (tests, a_range_holds_the_rows_of_its_sheet);
  tcase_add_test (tests, a_table_with_long_amounts_has_one_more_column);
  tcase_add_test (tests, a_table_with_something_to_remark_has_one_more_column);
  tcase_add_test (tests, an_agreement_that_left_the_reports_is_remarked);
  suite_add_tcase (suite, tests);
  return suite;
}
