/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "output/xlsx/xlsx-book.h"
#include "sample-xlsx.h"
#include "test-place.h"

START_TEST (a_workbook_is_written_and_leaves_nothing_beside_it)
{
  g_autoptr (XlsxBook) book = workbook_new ("a.xlsx", 1000000000);

  xlsx_sheet_put_text (xlsx_book_add_sheet (book, "One"), (XlsxCell){ 0, 0 }, "first",
                       XLSX_STYLE_TEXT);
  xlsx_sheet_put_text (xlsx_book_add_sheet (book, "Two"), (XlsxCell){ 0, 0 }, "second",
                       XLSX_STYLE_TEXT);
  ck_assert (xlsx_book_finish (book, NULL));
  assert_lists (".", "a.xlsx");
  g_autofree char *first = workbook_sheet ("a.xlsx", 1), *second = workbook_sheet ("a.xlsx", 2);
  assert_text (first, "A1", "first");
  assert_text (second, "A1", "second");
}
END_TEST

static const struct
{
  gint64 created;
  const char *text;
} times[] = {
  { 1000000000, "2001-09-09T01:46:40Z" }, { 1, "1970-01-01T00:00:01Z" },
  { 0, "1970-01-01T00:00:01Z" },          { -1, "1970-01-01T00:00:01Z" },
  { G_MAXINT64, "9999-12-31T23:59:59Z" },
};

START_TEST (the_time_is_the_one_given)
{
  g_autoptr (XlsxBook) book = workbook_new ("a.xlsx", times[_i].created);

  ck_assert_ptr_nonnull (xlsx_book_add_sheet (book, "One"));
  ck_assert (xlsx_book_finish (book, NULL));
  g_autofree char *core = workbook_part ("a.xlsx", "docProps/core.xml");
  ck_assert_uint_eq (count_in (core, times[_i].text), 2); /* created and modified */
}
END_TEST

static void
assert_fails (XlsxBook *book, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!xlsx_book_finish (book, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
  ck_assert_msg (g_str_has_prefix (error->message, message), "%s", error->message);
  ck_assert (g_str_has_suffix (error->message, "; nothing was written"));
}

START_TEST (a_bad_sheet_name_fails_at_the_end)
{
  static const char *const names[]
      = { "One", "a/b", "longer than thirty-one characters", "oNE", "" };
  g_autoptr (XlsxBook) book = workbook_new ("a.xlsx", 1);

  ck_assert_ptr_nonnull (xlsx_book_add_sheet (book, "One"));
  ck_assert_ptr_null (xlsx_book_add_sheet (book, names[_i]));
  ck_assert_ptr_null (xlsx_book_add_sheet (book, "Two"));
  assert_fails (book, "report.xlsx: cannot be written: a sheet cannot be added");
  assert_lists (".", "a.xlsx");
}
END_TEST

START_TEST (a_cell_that_cannot_be_written_fails_at_the_end)
{
  g_autoptr (XlsxBook) book = workbook_new ("a.xlsx", 1);
  XlsxSheet *sheet = xlsx_book_add_sheet (book, "One");

  xlsx_sheet_put_text (sheet, (XlsxCell){ XLSX_ROWS_MAX, 0 }, "a", XLSX_STYLE_TEXT);
  ck_assert_ptr_nonnull (xlsx_sheet_failure (sheet));
  assert_fails (book, "report.xlsx: cannot be written: a cell is not in its place");
}
END_TEST

START_TEST (a_file_that_cannot_be_written_is_told)
{
  const XlsxFile closed = { .name = "report.xlsx", .fd = -1 };
  g_autoptr (XlsxBook) book = xlsx_book_new (&closed, 1);

  (void) xlsx_book_add_sheet (book, "One");
  assert_fails (book, "report.xlsx: cannot be written: ");
}
END_TEST

/* Whoever may write into the folder of the workbook may put something else in its place: what is
   written stays where it was opened. */
START_TEST (names_do_not_matter_once_it_is_open)
{
  ck_assert_int_eq (g_mkdir ("staging", 0700), 0);
  put ("victim.txt", "precious");
  const XlsxFile file = { .name = "report.xlsx",
                          .fd = open ("staging/a.xlsx", O_RDWR | O_CREAT | O_CLOEXEC, 0600) };
  g_autoptr (XlsxBook) book = xlsx_book_new (&file, 1);

  ck_assert_int_eq (g_rename ("staging", "elsewhere"), 0);
  ck_assert_int_eq (g_mkdir ("staging", 0700), 0);
  ck_assert_int_eq (symlink ("../victim.txt", "staging/a.xlsx"), 0);
  xlsx_sheet_put_text (xlsx_book_add_sheet (book, "One"), (XlsxCell){ 0, 0 }, "a", XLSX_STYLE_TEXT);
  ck_assert (xlsx_book_finish (book, NULL));
  assert_holds ("victim.txt", "precious");
  assert_lists ("staging", "a.xlsx");
  assert_lists ("elsewhere", "a.xlsx");
  g_autofree char *sheet = workbook_sheet ("elsewhere/a.xlsx", 1);
  assert_text (sheet, "A1", "a");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-book");
  TCase *tests = tcase_create ("xlsx-book");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, a_workbook_is_written_and_leaves_nothing_beside_it);
  tcase_add_loop_test (tests, the_time_is_the_one_given, 0, G_N_ELEMENTS (times));
  tcase_add_loop_test (tests, a_bad_sheet_name_fails_at_the_end, 0, 5);
  tcase_add_test (tests, a_cell_that_cannot_be_written_fails_at_the_end);
  tcase_add_test (tests, a_file_that_cannot_be_written_is_told);
  tcase_add_test (tests, names_do_not_matter_once_it_is_open);
  suite_add_tcase (suite, tests);
  return suite;
}
