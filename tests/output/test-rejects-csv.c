/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "output/rejects-csv.h"

#define HEADER "file,line,column,code,reason,raw text\n"

static void
assert_written (const Rejects *rejects, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  rejects_csv_write (rejects, sink);
  ck_assert (g_str_has_prefix (text->str, HEADER));
  ck_assert_str_eq (text->str + strlen (HEADER), expected);
}

START_TEST (without_rows_there_is_a_header)
{
  g_autoptr (Rejects) rejects = rejects_new ();

  assert_written (rejects, "");
}
END_TEST

START_TEST (rows_are_written_with_their_code)
{
  g_autoptr (Rejects) rejects = rejects_new ();

  rejects_add (rejects, "in/a.csv", 12, "Subtotal",
               "column \"Subtotal\": found \"1,2x\", expected a number like 1234.56",
               slice_of ("c1,\"1,2x\",USD"));
  rejects_add (rejects, "b.csv", 3, NULL, "found 2 cells, expected 5 like the header",
               slice_of ("two\nlines"));
  assert_written (rejects,
                  "in/a.csv,12,Subtotal,ACO901,\"column \"\"Subtotal\"\": found \"\"1,2x\"\", "
                  "expected a number like 1234.56\",\"c1,\"\"1,2x\"\",USD\"\n"
                  "b.csv,3,,ACO901,\"found 2 cells, expected 5 like the header\",\"two\nlines\"\n");
}
END_TEST

START_TEST (no_cell_is_a_formula)
{
  g_autoptr (Rejects) rejects = rejects_new ();

  rejects_add (rejects, "=a.csv", 2, "@Subtotal", "+1", slice_of ("-1"));
  assert_written (rejects, "'=a.csv,2,'@Subtotal,ACO901,'+1,'-1\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("rejects-csv");
  TCase *tests = tcase_create ("rejects-csv");

  tcase_add_test (tests, without_rows_there_is_a_header);
  tcase_add_test (tests, rows_are_written_with_their_code);
  tcase_add_test (tests, no_cell_is_a_formula);
  suite_add_tcase (suite, tests);
  return suite;
}
