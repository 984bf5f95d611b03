/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/xlsx/xlsx-book.h"
#include "output/xlsx/xlsx-row.h"
#include "sample-rows.h"
#include "sample-xlsx.h"
#include "test-place.h"

/* A sheet with one row. (transfer full) */
static char *
write_row (ReportTable table, gconstpointer row, gboolean with_exact)
{
  g_autoptr (XlsxBook) book = workbook_new ("a.xlsx", 1);
  g_autoptr (XlsxRowLayout) layout = xlsx_row_layout_new (report_layout_main (), table);
  g_autoptr (GError) error = NULL;

  xlsx_row_write (layout, row, with_exact, xlsx_book_add_sheet (book, "One"), 0);
  ck_assert_msg (xlsx_book_finish (book, &error), "%s", error == NULL ? "" : error->message);
  return workbook_sheet ("a.xlsx", 1);
}

START_TEST (an_empty_row_is_written_as_it_is)
{
  const ReportTableInfo *info = report_table_info ((ReportTable) _i);
  g_autofree char *row = g_malloc0 (info->row_size);
  g_autofree char *sheet = write_row ((ReportTable) _i, row, FALSE);

  ck_assert_uint_eq (count_in (sheet, "<v>0</v>") + count_in (sheet, "<is>"),
                     count_in (sheet, "</c>"));
}
END_TEST

START_TEST (a_roll_forward_foots)
{
  const RollForwardRow row = { .customer_id = "0123",
                               .customer_name = "Contoso & Co",
                               .currency = "USD",
                               .month = calendar_month (2026, 10),
                               .opening = sample_amount ("10"),
                               .used = sample_amount ("2.50"),
                               .closing = sample_decimal ("7.5"),
                               .credit_amount = sample_decimal ("2.5"),
                               .status = "active",
                               .expired = TRUE,
                               .file = "in/a.csv",
                               .line = 12 };
  g_autofree char *sheet = write_row (REPORT_ROLLFORWARD, &row, FALSE);

  assert_text (sheet, "A1", "0123");
  assert_text (sheet, "B1", "Contoso &amp; Co");
  assert_cell (sheet, "C1", NULL);
  assert_cell (sheet, "F1", "<v>46296</v>");
  assert_cell (sheet, "G1", "<v>10</v>");
  assert_cell (sheet, "I1", "<v>2.5</v>");
  assert_cell (sheet, "L1", "<f>ROUND(G1+H1-I1-J1+K1,2)</f><v>7.5</v>");
  assert_cell (sheet, "O1", "<v>1</v>");
  assert_cell (sheet, "Q1", "<v>12</v>");
}
END_TEST

START_TEST (what_is_not_known_is_empty_and_the_result_stands_by_itself)
{
  const RollForwardRow row = { .closing = sample_decimal ("7.5") };
  const AgreementRow agreement = { .days_left = 5 };
  g_autofree char *sheet = write_row (REPORT_ROLLFORWARD, &row, FALSE);
  g_autofree char *agreements = write_row (REPORT_AGREEMENTS, &agreement, FALSE);

  assert_cell (sheet, "G1", NULL);
  assert_cell (sheet, "I1", NULL);
  assert_cell (sheet, "L1", "<v>7.5</v>");
  assert_cell (sheet, "Q1", NULL);
  assert_cell (agreements, "F1", NULL);
  assert_cell (agreements, "L1", NULL);
}
END_TEST

START_TEST (days_left_can_be_negative)
{
  const AgreementRow row
      = { .expiry_date = calendar_day (2026, 10, 31), .days_left_known = TRUE, .days_left = -3 };
  g_autofree char *sheet = write_row (REPORT_AGREEMENTS, &row, FALSE);

  assert_cell (sheet, "G1", "<v>46326</v>");
  assert_cell (sheet, "L1", "<v>-3</v>");
}
END_TEST

START_TEST (a_finding_has_code_name_and_severity)
{
  const FindingRow row = sample_finding (FINDING_CREDIT_DECREASED, "50", "it fell");
  g_autofree char *sheet = write_row (REPORT_FINDINGS, &row, FALSE);

  assert_text (sheet, "A1", "ACO101");
  assert_text (sheet, "B1", "credit-decreased");
  assert_text (sheet, "C1", "error");
  assert_text (sheet, "L1", "it fell");
}
END_TEST

START_TEST (columns_of_several_values_are_all_there)
{
  const Month months[] = { calendar_month (2026, 9), calendar_month (2026, 10) };
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (Month));
  const InputRow input = { .file = "f", .months = array };
  const InvoiceRow invoice = { .fits = { 1, 2, 3, 4, 5, 6 } };

  g_array_append_vals (array, months, 2);
  g_autofree char *inputs = write_row (REPORT_INPUTS, &input, FALSE);
  g_autofree char *invoices = write_row (REPORT_INVOICES, &invoice, FALSE);
  assert_text (inputs, "F1", "2026-09, 2026-10");
  assert_cell (invoices, "I1", "<v>1</v>");
  assert_cell (invoices, "N1", "<v>6</v>");
}
END_TEST

START_TEST (what_no_cell_can_hold_stands_beside)
{
  TieOutRow row = sample_tie_out ("c", "n", "12345678901234567.89", "1", "12345678901234566.89",
                                  TIE_OUT_DIFFERS);
  g_autoptr (XlsxRowLayout) layout = xlsx_row_layout_new (report_layout_main (), REPORT_TIE_OUT);

  ck_assert (xlsx_row_is_inexact (layout, &row));
  g_autofree char *sheet = write_row (REPORT_TIE_OUT, &row, TRUE);
  assert_cell (sheet, "E1", "<v>1.23456789012346E+16</v>");
  assert_cell (sheet, "H1", "<v>1.23456789012346E+16</v>");
  assert_text (sheet, "K1", "balance_used 12345678901234567.89; difference 12345678901234566.89");

  row = sample_tie_out ("c", "n", "1234567890123.45", "1", NULL, TIE_OUT_DIFFERS);
  ck_assert (!xlsx_row_is_inexact (layout, &row));
  g_autofree char *other = write_row (REPORT_TIE_OUT, &row, TRUE);
  assert_cell (other, "K1", NULL);
}
END_TEST

/* The style of a cell, as the sheet counts styles. (transfer full) */
static char *
style_of (const char *sheet, const char *name)
{
  g_autofree char *start = g_strdup_printf ("<c r=\"%s\" s=\"", name);
  const char *cell = strstr (sheet, start);

  ck_assert_msg (cell != NULL, "%s has no style", name);
  return g_strndup (cell + strlen (start), strcspn (cell + strlen (start), "\""));
}

START_TEST (a_verdict_is_coloured_by_its_tone_and_other_texts_are_not)
{
  static const TieOutResult results[]
      = { TIE_OUT_AGREES, TIE_OUT_ROUNDING, TIE_OUT_NOT_COMPARABLE, TIE_OUT_DIFFERS };
  g_autoptr (XlsxBook) book = workbook_new ("a.xlsx", 1);
  g_autoptr (XlsxRowLayout) layout = xlsx_row_layout_new (report_layout_main (), REPORT_TIE_OUT);
  XlsxSheet *sheet = xlsx_book_add_sheet (book, "One");

  for (guint32 i = 0; i < G_N_ELEMENTS (results); i++)
    {
      const TieOutRow row = sample_tie_out ("differs", "error", "1", "1", "0", results[i]);

      xlsx_row_write (layout, &row, FALSE, sheet, i);
    }
  ck_assert (xlsx_book_finish (book, NULL));
  g_autofree char *xml = workbook_sheet ("a.xlsx", 1);
  g_autofree char *text = style_of (xml, "A1"), *agrees = style_of (xml, "J1");
  g_autofree char *rounding = style_of (xml, "J2"), *unknown = style_of (xml, "J3");
  g_autofree char *differs = style_of (xml, "J4");

  ck_assert_str_eq (agrees, text);
  ck_assert_str_eq (rounding, unknown);
  ck_assert_str_ne (rounding, agrees);
  ck_assert_str_ne (differs, agrees);
  ck_assert_str_ne (differs, rounding);
}
END_TEST

/* No text column of any table may be forgotten. */
START_TEST (every_text_column_is_a_text)
{
  const ReportTableInfo *info = report_table_info ((ReportTable) _i);
  g_autofree char *row = g_malloc0 (info->row_size);
  const char *payload = "=1+1";
  guint expected = 0;

  for (gsize i = 0; i < info->column_count; i++)
    if (info->columns[i].type == COLUMN_TEXT)
      {
        memcpy (row + info->columns[i].offset, &payload, sizeof payload);
        expected++;
      }
  g_autofree char *sheet = write_row ((ReportTable) _i, row, FALSE);
  ck_assert_uint_eq (count_in (sheet, "<is><t>=1+1</t></is>"), expected);
  ck_assert_uint_eq (count_in (sheet, "<f>=1"), 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-row");
  TCase *tests = tcase_create ("xlsx-row");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_loop_test (tests, an_empty_row_is_written_as_it_is, 0, REPORT_TABLE_COUNT);
  tcase_add_test (tests, a_roll_forward_foots);
  tcase_add_test (tests, what_is_not_known_is_empty_and_the_result_stands_by_itself);
  tcase_add_test (tests, days_left_can_be_negative);
  tcase_add_test (tests, a_finding_has_code_name_and_severity);
  tcase_add_test (tests, columns_of_several_values_are_all_there);
  tcase_add_test (tests, what_no_cell_can_hold_stands_beside);
  tcase_add_test (tests, a_verdict_is_coloured_by_its_tone_and_other_texts_are_not);
  tcase_add_loop_test (tests, every_text_column_is_a_text, 0, REPORT_TABLE_COUNT);
  suite_add_tcase (suite, tests);
  return suite;
}
