/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/row-overlap.h"
#include "output/text/reliability-words.h"
#include "record-builders.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static void
add_read_twice (Report *report, const char *file, Severity severity)
{
  FindingRow row = sample_finding (FINDING_ROWS_READ_TWICE, "10", "rows");

  row.file = file;
  row.severity = severity;
  sample_add_finding (report, row);
}

static void
assert_words (const Report *report, const char *expected)
{
  g_autofree char *words = reliability_words_of_report (report, NULL);

  ck_assert_str_eq (words, expected);
}

START_TEST (nothing_is_said_where_nothing_speaks_against_the_figures)
{
  g_autoptr (Report) report = sample_report ();

  assert_words (report, "");
  add_read_twice (report, "b.csv", SEVERITY_WARNING);
  sample_add_finding (report, sample_finding (FINDING_CREDIT_SIGN, "1", "error"));
  assert_words (report, "");
}
END_TEST

START_TEST (rows_read_twice_name_the_first_file)
{
  g_autoptr (Report) report = sample_report ();

  add_read_twice (report, "b.csv", SEVERITY_ERROR);
  assert_words (report, "NOT RELIABLE: rows of b.csv were read before and count twice (ACO907). ");
  add_read_twice (report, "c.csv", SEVERITY_ERROR);
  assert_words (report, "NOT RELIABLE: rows of b.csv and in 1 other place were read before and "
                        "count twice (ACO907). ");
  add_read_twice (report, "d.csv", SEVERITY_ERROR);
  assert_words (report, "NOT RELIABLE: rows of b.csv and in 2 other places were read before and "
                        "count twice (ACO907). ");
}
END_TEST

START_TEST (rows_set_aside_are_counted)
{
  g_autoptr (Report) report = report_new (DAY_NONE, FALSE);

  assert_words (report, "INCOMPLETE: rows were set aside. ");
  sample_input (report, KIND_INVOICE, 1);
  assert_words (report, "INCOMPLETE: 1 row was set aside. ");
  sample_input (report, KIND_INVOICE, 2);
  add_read_twice (report, "b.csv", SEVERITY_ERROR);
  assert_words (report, "NOT RELIABLE: rows of b.csv were read before and count twice (ACO907). "
                        "INCOMPLETE: 3 rows were set aside. ");
}
END_TEST

START_TEST (books_say_the_same_and_name_the_file_read_first)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (GPtrArray) doubled = g_ptr_array_new_with_free_func (row_overlap_free);

  input_book_file (books->inputs, 0, "a.csv", KIND_INVOICE);
  input_book_file (books->inputs, 1, "b.csv", KIND_INVOICE);
  input_book_file (books->inputs, 2, "c.csv", KIND_INVOICE);
  g_autofree char *none = reliability_words_of_books (books, doubled, 0, NULL);
  ck_assert_str_eq (none, "");
  g_ptr_array_add (doubled, row_overlap_new (KIND_INVOICE, "g1", 2, 4));
  g_ptr_array_add (doubled, row_overlap_new (KIND_INVOICE, "g1", 1, 4));
  g_autofree char *words = reliability_words_of_books (books, doubled, 5, NULL);
  ck_assert_str_eq (words, "NOT RELIABLE: rows of b.csv and in 1 other place were read before and "
                           "count twice (ACO907). INCOMPLETE: 5 rows were set aside. ");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("reliability-words");
  TCase *tests = tcase_create ("reliability-words");

  tcase_add_test (tests, nothing_is_said_where_nothing_speaks_against_the_figures);
  tcase_add_test (tests, rows_read_twice_name_the_first_file);
  tcase_add_test (tests, rows_set_aside_are_counted);
  tcase_add_test (tests, books_say_the_same_and_name_the_file_read_first);
  suite_add_tcase (suite, tests);
  return suite;
}
