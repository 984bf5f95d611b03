/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/xlsx/xlsx-rows.h"

static XlsxRows rows;

static void
begin (void)
{
  xlsx_rows_init (&rows);
}

static void
end (void)
{
  xlsx_rows_clear (&rows);
}

static gboolean
put (guint32 row, guint16 column)
{
  GString *out = xlsx_rows_begin_cell (&rows, (XlsxCell){ row, column }, 7);

  if (out != NULL)
    g_string_append (out, "/>");
  return out != NULL;
}

START_TEST (rows_and_cells_follow_each_other)
{
  ck_assert (put (0, 0) && put (0, 27) && put (4, 1));
  xlsx_rows_end (&rows);
  xlsx_rows_end (&rows);
  ck_assert_str_eq (rows.xml->str, "<row r=\"1\"><c r=\"A1\" s=\"7\"/><c r=\"AB1\" s=\"7\"/></row>"
                                   "<row r=\"5\"><c r=\"B5\" s=\"7\"/></row>");
  ck_assert_uint_eq (rows.row_end, 5);
  ck_assert_uint_eq (rows.column_end, 28);
  ck_assert_ptr_null (rows.failure);
}
END_TEST

START_TEST (a_height_is_that_of_its_row_alone)
{
  xlsx_rows_set_height (&rows, 1, 2);
  ck_assert (put (1, 0));
  xlsx_rows_set_height (&rows, 1, 3);
  ck_assert (put (2, 0));
  xlsx_rows_set_height (&rows, 3, 1000);
  xlsx_rows_end (&rows);
  ck_assert_str_eq (
      rows.xml->str,
      "<row r=\"2\" ht=\"45\" customHeight=\"1\"><c r=\"A2\" s=\"7\"/></row>"
      "<row r=\"3\"><c r=\"A3\" s=\"7\"/></row><row r=\"4\" ht=\"405\" customHeight=\"1\"></row>");
}
END_TEST

static const struct
{
  guint32 row;
  guint16 column;
} misplaced[] = {
  { 4, 9 }, /* a row that is gone */
  { 5, 3 }, /* a cell that is there */
  { 5, 2 }, /* one left of it */
  { XLSX_ROWS_MAX, 0 },
  { 6, XLSX_COLUMNS_MAX },
};

START_TEST (what_is_not_in_its_place_fails_and_so_does_all_after_it)
{
  ck_assert (put (5, 3));
  ck_assert (!put (misplaced[_i].row, misplaced[_i].column));
  ck_assert_ptr_nonnull (rows.failure);
  ck_assert (!put (100, 0));
}
END_TEST

START_TEST (after_its_end_a_row_is_gone)
{
  ck_assert (put (5, 3));
  xlsx_rows_end (&rows);
  ck_assert (!put (5, 4));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-rows");
  TCase *tests = tcase_create ("xlsx-rows");

  tcase_add_checked_fixture (tests, begin, end);
  tcase_add_test (tests, rows_and_cells_follow_each_other);
  tcase_add_test (tests, a_height_is_that_of_its_row_alone);
  tcase_add_loop_test (tests, what_is_not_in_its_place_fails_and_so_does_all_after_it, 0,
                       G_N_ELEMENTS (misplaced));
  tcase_add_test (tests, after_its_end_a_row_is_gone);
  suite_add_tcase (suite, tests);
  return suite;
}
