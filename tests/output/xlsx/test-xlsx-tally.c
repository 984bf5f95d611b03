/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/xlsx/xlsx-tally.h"

static const XlsxCell a1 = { 0, 0 }, b1 = { 0, 1 }, a2 = { 1, 0 };

START_TEST (an_empty_sheet_is_all_zero)
{
  const XlsxTally empty = { 0 };
  XlsxTally other = { 0 };

  ck_assert (xlsx_tally_equal (&empty, &other));
  xlsx_tally_add_text (&other, a1, "", 0);
  ck_assert (!xlsx_tally_equal (&empty, &other));
}
END_TEST

START_TEST (cells_and_rows_are_counted)
{
  XlsxTally tally = { 0 };

  xlsx_tally_add_text (&tally, a1, "a", 1);
  xlsx_tally_add_number (&tally, b1, 1);
  xlsx_tally_add_formula (&tally, a2, "A1", 2);
  xlsx_tally_add_number (&tally, a2, 1);
  xlsx_tally_add_flag (&tally, (XlsxCell){ 9, 3 }, TRUE);
  ck_assert_uint_eq (tally.cells, 4);
  ck_assert_uint_eq (tally.rows, 3);
  ck_assert_uint_eq (tally.formulas, 1);
  ck_assert_uint_eq (tally.row_end, 10);
}
END_TEST

START_TEST (the_order_within_a_row_does_not_matter)
{
  XlsxTally one = { 0 }, other = { 0 };

  xlsx_tally_add_text (&one, a1, "a", 1);
  xlsx_tally_add_text (&one, b1, "b", 1);
  xlsx_tally_add_text (&other, b1, "b", 1);
  xlsx_tally_add_text (&other, a1, "a", 1);
  ck_assert (xlsx_tally_equal (&one, &other));
}
END_TEST

/* One cell in all ways that must not be taken for each other. */
static XlsxTally
one_cell (int way)
{
  XlsxTally tally = { 0 };

  switch (way)
    {
    case 0:
      xlsx_tally_add_text (&tally, a1, "1", 1);
      break;
    case 1:
      xlsx_tally_add_flag (&tally, a1, TRUE);
      break;
    case 2:
      xlsx_tally_add_flag (&tally, a1, FALSE);
      break;
    case 3:
      xlsx_tally_add_number (&tally, a1, 1);
      break;
    case 4:
      xlsx_tally_add_number (&tally, a1, 2);
      break;
    case 5:
      xlsx_tally_add_text (&tally, b1, "1", 1);
      break;
    case 6:
      xlsx_tally_add_text (&tally, a2, "1", 1);
      break;
    case 7:
      xlsx_tally_add_text (&tally, a1, "", 0);
      break;
    default:
      xlsx_tally_add_formula (&tally, a1, way == 8 ? "A2" : "A3", 2);
      xlsx_tally_add_number (&tally, a1, 1);
    }
  return tally;
}

START_TEST (place_kind_and_content_matter)
{
  const XlsxTally one = one_cell (_i);

  for (int i = 0; i < 10; i++)
    {
      const XlsxTally other = one_cell (i);

      ck_assert_int_eq (xlsx_tally_equal (&one, &other), i == _i);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-tally");
  TCase *tests = tcase_create ("xlsx-tally");

  tcase_add_test (tests, an_empty_sheet_is_all_zero);
  tcase_add_test (tests, cells_and_rows_are_counted);
  tcase_add_test (tests, the_order_within_a_row_does_not_matter);
  tcase_add_loop_test (tests, place_kind_and_content_matter, 0, 10);
  suite_add_tcase (suite, tests);
  return suite;
}
