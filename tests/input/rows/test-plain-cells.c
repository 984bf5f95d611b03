/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/plain-cells.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
append_cell (const char *text, gsize length, gpointer data)
{
  g_string_append_c (data, '[');
  g_string_append_len (data, text, (gssize) length);
  g_string_append_c (data, ']');
}

/* "[a][b]" and, when something is left, "|" with it. */
static void
assert_cells (const char *line, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  const gsize at = plain_cells_take (line, strlen (line), ',', append_cell, found);

  if (at <= strlen (line))
    g_string_append_printf (found, "|%s", line + at);
  ck_assert_str_eq (found->str, expected);
}

START_TEST (cells_without_quotes_are_cut_at_the_separators)
{
  assert_cells ("a", "[a]");
  assert_cells ("a,b,c", "[a][b][c]");
  assert_cells (" a ,\tb", "[ a ][\tb]");
}
END_TEST

START_TEST (empty_cells_count_at_both_ends_too)
{
  assert_cells ("", "[]");
  assert_cells (",", "[][]");
  assert_cells (",a,,b,", "[][a][][b][]");
}
END_TEST

START_TEST (quotes_at_both_ends_of_a_cell_are_taken_off)
{
  assert_cells ("\"a, b\",c", "[a, b][c]");
  assert_cells ("x,\"\",\"y\"", "[x][][y]");
  assert_cells ("\"a\",", "[a][]");
  assert_cells ("\"a\rb\"", "[a\rb]");
}
END_TEST

START_TEST (what_needs_a_parser_is_left_from_its_cell_on)
{
  assert_cells ("a,\"b\"\"c\",d", "[a]|\"b\"\"c\",d");
  assert_cells ("a,\"b", "[a]|\"b");
  assert_cells ("a,\"", "[a]|\"");
  assert_cells ("\"a\"b,c", "|\"a\"b,c");
  assert_cells ("\"a\" ,c", "|\"a\" ,c");
  assert_cells ("a,b\"c,d", "[a]|b\"c,d");
  assert_cells ("a,b\"", "[a]|b\"");
  assert_cells ("a, \"b\"", "[a]| \"b\"");
  assert_cells ("\"\"\"\"", "|\"\"\"\"");
}
END_TEST

START_TEST (the_separator_is_the_one_of_the_file)
{
  const char *line = "a,b;\"c;d\"";
  g_autoptr (GString) found = g_string_new (NULL);

  ck_assert_uint_eq (plain_cells_take (line, strlen (line), ';', append_cell, found),
                     strlen (line) + 1);
  ck_assert_str_eq (found->str, "[a,b][c;d]");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("plain-cells");
  TCase *tests = tcase_create ("lines");

  tcase_add_test (tests, cells_without_quotes_are_cut_at_the_separators);
  tcase_add_test (tests, empty_cells_count_at_both_ends_too);
  tcase_add_test (tests, quotes_at_both_ends_of_a_cell_are_taken_off);
  tcase_add_test (tests, what_needs_a_parser_is_left_from_its_cell_on);
  tcase_add_test (tests, the_separator_is_the_one_of_the_file);
  suite_add_tcase (suite, tests);
  return suite;
}
