/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/rows/csv-reader.h"
#include "input/rows/json-row.h"
#include "sample-csv.h"

static JsonRow *row;

static void
set_up (void)
{
  row = json_row_new ();
}

static void
tear_down (void)
{
  json_row_free (row);
}

static JsonRowVerdict
take (const char *text)
{
  JsonScan scan = { .text = text, .length = strlen (text) };
  return json_row_take (row, &scan);
}

static void
take_good (const char *text)
{
  ck_assert_int_eq ((int) take (text), JSON_ROW_TAKEN);
}

/* All cells of the last row, and all names, with a bar after each. */
static void
assert_cells (const char *names, const char *expected)
{
  const guint count = json_row_column_count (row);
  g_autofree guint *columns = g_new (guint, count);
  g_autofree Slice *cells = g_new (Slice, count);
  g_autoptr (GString) found = g_string_new (NULL), found_names = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    columns[i] = i;
  json_row_cells (row, columns, count, cells);
  for (guint i = 0; i < count; i++)
    {
      g_string_append_printf (found_names, "%s|", json_row_column_name (row, i));
      g_string_append_len (found, cells[i].text, (gssize) cells[i].length);
      g_string_append_c (found, '|');
    }
  ck_assert_str_eq (found_names->str, names);
  ck_assert_str_eq (found->str, expected);
}

START_TEST (cells_are_the_values_as_written)
{
  take_good ("{\"a\":0.1999968000511991808131,\"b\":\"0.10\",\"c\":12345678901234567890,\"d\":null,"
             "\"e\":true,\"f\":[ \"x\\n\" ],\"g\":{\"h\":1},\"i\":\"\",\"j\":\"\\u0041\\\"\"}");
  assert_cells ("a|b|c|d|e|f|g|i|j|", "0.1999968000511991808131|0.10|12345678901234567890||true|"
                                      "[ \"x\\n\" ]|{\"h\":1}||A\"|");
}
END_TEST

START_TEST (further_keys_are_further_columns)
{
  take_good ("{\"a\":1,\"b\":2}");
  take_good ("{\"b\":3}");
  assert_cells ("a|b|", "|3|");
  take_good ("{\"c\":4,\"a\":5}");
  assert_cells ("a|b|c|", "5||4|");
  take_good ("{}");
  assert_cells ("a|b|c|", "|||");
  take_good ("{\"b\":6,\"c\":7,\"a\":8}");
  assert_cells ("a|b|c|", "8|6|7|");
}
END_TEST

START_TEST (keys_that_differ_by_case_or_punctuation_are_one_column)
{
  take_good ("{\"customerId\":1,\"@odata.etag\":2}");
  take_good ("{\"CustomerID\":3}");
  take_good ("{\"Customer_Id\":4}");
  assert_cells ("customerId|@odata.etag|", "4||");
  take_good ("{\"\\u0063ustomerId\":5}");
  assert_cells ("customerId|@odata.etag|", "5||");
}
END_TEST

START_TEST (keys_of_punctuation_are_columns_of_their_own)
{
  take_good ("{\"\":1,\"-\":2,\"--\":3}");
  assert_cells ("|-|--|", "1|2|3|");
}
END_TEST

START_TEST (a_column_stands_once_in_an_object)
{
  static const char *const twice[] = { "{\"a\":1,\"a\":1}", "{\"b\":0,\"aB\":1,\"a_b\":2}",
                                       "{\"\":1,\"\":2}", "{\"a\":1,\"\\u0061\":1}" };

  ck_assert_int_eq ((int) take (twice[_i]), JSON_ROW_TWICE);
  ck_assert_uint_eq (json_row_last_column (row), _i == 1 ? 1 : 0);
}
END_TEST

START_TEST (what_is_unsound_is_said_by_the_scan)
{
  static const char *const unsound[] = { "{\"a\":1", "{\"a\" 1}", "{a:1}", "{\"a\":01}", "[1]" };

  ck_assert_int_eq ((int) take (unsound[_i]), JSON_ROW_UNSOUND);
}
END_TEST

START_TEST (limits_are_limits)
{
  g_autofree char *most_key = g_strnfill (JSON_KEY_BYTES_MAX, 'k');
  g_autofree char *most_cell = g_strnfill (CSV_CELL_BYTES_MAX, 'c');
  g_autofree char *key = g_strdup_printf ("{\"%s\":1}", most_key);
  g_autofree char *long_key = g_strdup_printf ("{\"%sk\":1}", most_key);
  g_autofree char *cell = g_strdup_printf ("{\"a\":\"%s\"}", most_cell);
  g_autofree char *long_cell = g_strdup_printf ("{\"a\":\"%sc\"}", most_cell);

  take_good (key);
  ck_assert_int_eq ((int) take (long_key), JSON_ROW_LONG_KEY);
  take_good (cell);
  ck_assert_int_eq ((int) take (long_cell), JSON_ROW_LONG_CELL);
}
END_TEST

/* In all objects together. */
START_TEST (there_are_at_most_4096_columns)
{
  for (guint i = 0; i < CSV_COLUMNS_MAX; i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"k%u\":1}", i);
      take_good (text);
    }
  take_good ("{\"K0\":1,\"k4095\":1}");
  ck_assert_int_eq ((int) take ("{\"k4096\":1}"), JSON_ROW_MANY_KEYS);
}
END_TEST

START_TEST (only_the_columns_asked_for_are_handed_out)
{
  const guint columns[] = { 1, 7 };
  Slice cells[2];

  take_good ("{\"a\":1,\"b\":2}");
  json_row_cells (row, columns, 2, cells);
  assert_slice (cells[0], "2");
  assert_slice (cells[1], "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-row");
  TCase *tests = tcase_create ("json-row");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, cells_are_the_values_as_written);
  tcase_add_test (tests, further_keys_are_further_columns);
  tcase_add_test (tests, keys_that_differ_by_case_or_punctuation_are_one_column);
  tcase_add_test (tests, keys_of_punctuation_are_columns_of_their_own);
  tcase_add_loop_test (tests, a_column_stands_once_in_an_object, 0, 4);
  tcase_add_loop_test (tests, what_is_unsound_is_said_by_the_scan, 0, 5);
  tcase_add_test (tests, limits_are_limits);
  tcase_add_test (tests, there_are_at_most_4096_columns);
  tcase_add_test (tests, only_the_columns_asked_for_are_handed_out);
  suite_add_tcase (suite, tests);
  return suite;
}
