/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "output/text/check-text.h"

static const HashKey key = { 1, 2 };

static void
assert_text (const Books *books, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  check_text_render (books, NULL, DATE_MONTH_FIRST, NULL, text);
  ck_assert_str_eq (text->str, expected);
}

static InputTally *
add_input (Books *books, guint32 index, const char *file, FileKind kind, guint64 rows)
{
  InputTally *input = input_book_file (books->inputs, index, file, kind);

  input->rows = rows;
  return input;
}

START_TEST (each_file_is_named_with_its_kind_and_rows)
{
  g_autoptr (Books) books = books_new (&key);

  assert_text (books, "");
  add_input (books, 1, "in/b.csv", KIND_INVOICE, 0);
  add_input (books, 0, "in/a.csv", KIND_ACO_BALANCE, 12);
  add_input (books, 2, "in/c.csv", KIND_DAILY_USAGE, 97000);
  assert_text (books, "in/a.csv: aco-balance, 12 rows\n"
                      "in/b.csv: invoice, 0 rows\n"
                      "in/c.csv: daily-usage, 97,000 rows\n");
}
END_TEST

START_TEST (a_file_that_is_skipped_is_said_to_be)
{
  g_autoptr (Books) books = books_new (&key);

  add_input (books, 0, "in/a.csv", KIND_SKIPPED, 0);
  assert_text (books, "in/a.csv: left out by --skip\n");
}
END_TEST

START_TEST (what_is_special_follows)
{
  g_autoptr (Books) books = books_new (&key);
  InputTally *input = add_input (books, 0, "a.csv", KIND_INVOICE, 3);

  input->unknown_columns = g_strdup ("NewColumn, (no name)");
  input_book_tally_add_unbilled (input, slice_of ("usd"), decimal_from_scaled (1050, 2),
                                 (Position){ 0, 2 });
  input_book_tally_add_unbilled (input, slice_of ("EUR"), decimal_from_scaled (71, 4),
                                 (Position){ 0, 3 });
  input_book_tally_add_unbilled (input, slice_of ("USD"), decimal_from_int (-20),
                                 (Position){ 0, 4 });
  input_book_tally_add_rejected (input, (Position){ 0, 5 }, "bad");
  input_book_tally_add_rejected (input, (Position){ 0, 6 }, "bad");
  assert_text (books, "a.csv: invoice, 3 rows\n"
                      "  columns not known and not used: NewColumn, (no name)\n"
                      "  1 row without invoice number (estimates): 0.0071 EUR\n"
                      "  2 rows without invoice number (estimates): -9.50 USD\n"
                      "  2 bad rows set aside\n");
}
END_TEST

START_TEST (a_duplicate_is_told)
{
  g_autoptr (Books) books = books_new (&key);

  add_input (books, 0, "a.csv", KIND_INVOICE, 3);
  InputTally *input = add_input (books, 1, "b.csv", KIND_INVOICE, 0);
  input->is_duplicate = TRUE;
  input->duplicate_of = g_strdup ("a.csv");
  assert_text (books, "a.csv: invoice, 3 rows\n"
                      "b.csv: invoice, 0 rows\n"
                      "  same content as a.csv: read once\n");
}
END_TEST

START_TEST (a_legacy_file_is_told_without_its_columns)
{
  g_autoptr (Books) books = books_new (&key);

  add_input (books, 0, "a.csv", KIND_LEGACY, 3)->unknown_columns = g_strdup ("OfferId");
  assert_text (books, "a.csv: legacy, 3 rows\n"
                      "  legacy file: holds no Azure Credit Offer, not used\n");
}
END_TEST

START_TEST (files_left_out_come_last)
{
  g_autoptr (Books) books = books_new (&key);

  input_book_ignore (books->inputs, "in/z.txt", FALSE);
  input_book_ignore (books->inputs, "in/a\tb.pdf", FALSE);
  add_input (books, 0, "in/a.csv", KIND_INVOICE, 3);
  assert_text (books, "in/a.csv: invoice, 3 rows\n"
                      "in/z.txt: left out, its name does not end like a download\n"
                      "in/a\\x09b.pdf: left out, its name does not end like a download\n");
}
END_TEST

START_TEST (names_are_harmless_for_a_terminal)
{
  g_autoptr (Books) books = books_new (&key);
  InputTally *input = add_input (books, 0, "a\x1b[1m.csv", KIND_INVOICE, 0);

  input->unknown_columns = g_strdup ("New\x1b[2m");
  input->is_duplicate = TRUE;
  input->duplicate_of = g_strdup ("b\x1b[3m.csv");
  assert_text (books, "a\\x1B[1m.csv: invoice, 0 rows\n"
                      "  same content as b\\x1B[3m.csv: read once\n"
                      "  columns not known and not used: New\\x1B[2m\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("check-text");
  TCase *tests = tcase_create ("check-text");

  tcase_add_test (tests, each_file_is_named_with_its_kind_and_rows);
  tcase_add_test (tests, a_file_that_is_skipped_is_said_to_be);
  tcase_add_test (tests, what_is_special_follows);
  tcase_add_test (tests, a_duplicate_is_told);
  tcase_add_test (tests, a_legacy_file_is_told_without_its_columns);
  tcase_add_test (tests, files_left_out_come_last);
  tcase_add_test (tests, names_are_harmless_for_a_terminal);
  suite_add_tcase (suite, tests);
  return suite;
}
