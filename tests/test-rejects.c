/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "io/rejects.h"

#define HEADER "file,line,column,code,reason,raw text\n"

static void
assert_written (const Rejects *rejects, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  rejects_write (rejects, sink);
  ck_assert (g_str_has_prefix (text->str, HEADER));
  ck_assert_str_eq (text->str + strlen (HEADER), expected);
}

START_TEST (without_rows_there_is_a_header)
{
  g_autoptr (Rejects) rejects = rejects_new ();

  ck_assert_uint_eq (rejects_count (rejects), 0);
  assert_written (rejects, "");
}
END_TEST

START_TEST (rows_are_kept_in_order_as_copies)
{
  g_autoptr (Rejects) rejects = rejects_new ();
  char file[] = "a.csv", column[] = "Subtotal", reason[] = "bad", raw[] = "1,2x,rest";

  rejects_add (rejects, file, 5, column, reason, (Slice){ raw, 4 });
  rejects_add (rejects, "b.csv", G_MAXUINT64, NULL, "ragged", slice_of (""));
  file[0] = column[0] = reason[0] = raw[0] = '#';
  ck_assert_uint_eq (rejects_count (rejects), 2);
  const Reject *first = rejects_get (rejects, 0);
  ck_assert_str_eq (first->file, "a.csv");
  ck_assert_uint_eq (first->line, 5);
  ck_assert_str_eq (first->column, "Subtotal");
  ck_assert_str_eq (first->reason, "bad");
  ck_assert_str_eq (first->raw, "1,2x");
  const Reject *second = rejects_get (rejects, 1);
  ck_assert_uint_eq (second->line, G_MAXUINT64);
  ck_assert_ptr_null (second->column);
  ck_assert_str_eq (second->raw, "");
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

START_TEST (rows_move_from_one_list_to_another)
{
  g_autoptr (Rejects) rejects = rejects_new ();
  g_autoptr (Rejects) further = rejects_new ();

  rejects_add (rejects, "a.csv", 2, NULL, "bad", slice_of ("x"));
  rejects_add (further, "b.csv", 3, NULL, "bad", slice_of ("y"));
  rejects_move (rejects, further);
  ck_assert_uint_eq (rejects_count (rejects), 2);
  ck_assert_uint_eq (rejects_count (further), 0);
  ck_assert_str_eq (rejects_get (rejects, 1)->file, "b.csv");
  rejects_add (further, "c.csv", 4, NULL, "bad", slice_of ("z"));
  ck_assert_uint_eq (rejects_count (further), 1);
}
END_TEST

START_TEST (freeing_nothing_is_fine) { rejects_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("rejects");
  TCase *tests = tcase_create ("rejects");

  tcase_add_test (tests, without_rows_there_is_a_header);
  tcase_add_test (tests, rows_are_kept_in_order_as_copies);
  tcase_add_test (tests, rows_are_written_with_their_code);
  tcase_add_test (tests, no_cell_is_a_formula);
  tcase_add_test (tests, rows_move_from_one_list_to_another);
  tcase_add_test (tests, freeing_nothing_is_fine);
  suite_add_tcase (suite, tests);
  return suite;
}
