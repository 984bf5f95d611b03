/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/xlsx/xlsx-layout.h"
#include "sample-xlsx.h"

static GPtrArray *merged; /* of GString */

static void
begin (void)
{
  merged = g_ptr_array_new ();
}

static void
end (void)
{
  g_ptr_array_unref (merged);
}

START_TEST (a_head_is_as_long_as_its_room_and_ends_where_rows_begin)
{
  g_autoptr (GString) least = g_string_new ("before"), most = g_string_new (NULL);
  const XlsxLayout empty = { 0 };
  XlsxLayout full = { .is_first = TRUE,
                      .row_end = XLSX_ROWS_MAX,
                      .column_end = XLSX_COLUMNS_MAX,
                      .is_table = TRUE,
                      .frozen = 63,
                      .alarm = "alarm" };

  for (guint i = 0; i < XLSX_LAYOUT_COLUMNS; i++)
    full.widths[i] = 999;
  xlsx_layout_append_head (&empty, least);
  xlsx_layout_append_head (&full, most);
  ck_assert_uint_eq (least->len, strlen ("before") + XLSX_LAYOUT_HEAD_BYTES);
  ck_assert_uint_eq (most->len, XLSX_LAYOUT_HEAD_BYTES);
  ck_assert (g_str_has_suffix (least->str, " <sheetData>"));
  ck_assert (g_str_has_suffix (most->str, " <sheetData>"));
  ck_assert_uint_eq (count_in (least->str, "<dimension ref=\"A1:A1\"/>"), 1);
  ck_assert_uint_eq (count_in (least->str, "<cols>") + count_in (least->str, "<pane"), 0);
  ck_assert_uint_eq (count_in (most->str, "<dimension ref=\"A1:XFD1048576\"/>"), 1);
  ck_assert_uint_eq (count_in (most->str, "<col "), XLSX_LAYOUT_COLUMNS);
  ck_assert_uint_eq (count_in (most->str, "tabSelected"), 1);
}
END_TEST

START_TEST (a_table_has_a_filter_and_a_pane)
{
  g_autoptr (GString) head = g_string_new (NULL), tail = g_string_new (NULL);
  const XlsxLayout layout = { .is_table = TRUE, .rows = 7, .columns = 3, .frozen = 2 };

  xlsx_layout_append_head (&layout, head);
  xlsx_layout_append_tail (&layout, merged, tail);
  ck_assert_uint_eq (count_in (head->str, "<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\""), 1);
  ck_assert (g_str_has_prefix (tail->str, "</sheetData><autoFilter ref=\"A1:C8\"/><pageMargins"));
  ck_assert_uint_eq (count_in (tail->str, "sqref=\"A1:C8\" numberStoredAsText=\"1\""), 1);
}
END_TEST

START_TEST (another_sheet_has_none_but_merged_cells_and_an_alarm)
{
  g_autoptr (GString) tail = g_string_new (NULL), one = g_string_new ("A2:G2"),
                      two = g_string_new ("B7:G7");
  const XlsxLayout layout = { .alarm = "a < b" };

  g_ptr_array_add (merged, one);
  g_ptr_array_add (merged, two);
  xlsx_layout_append_tail (&layout, merged, tail);
  ck_assert (g_str_has_prefix (tail->str, "</sheetData><mergeCells count=\"2\"><mergeCell "
                                          "ref=\"A2:G2\"/><mergeCell ref=\"B7:G7\"/>"));
  ck_assert_uint_eq (count_in (tail->str, "a &lt; b</oddHeader>"), 1);
  ck_assert (g_str_has_suffix (tail->str, "</headerFooter></worksheet>"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-layout");
  TCase *tests = tcase_create ("xlsx-layout");

  tcase_add_checked_fixture (tests, begin, end);
  tcase_add_test (tests, a_head_is_as_long_as_its_room_and_ends_where_rows_begin);
  tcase_add_test (tests, a_table_has_a_filter_and_a_pane);
  tcase_add_test (tests, another_sheet_has_none_but_merged_cells_and_an_alarm);
  suite_add_tcase (suite, tests);
  return suite;
}
