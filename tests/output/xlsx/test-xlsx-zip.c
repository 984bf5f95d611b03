/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "output/xlsx/xlsx-zip.h"
#include "sample-xlsx.h"
#include "test-place.h"

/* Half a mebibyte that is not the same all over. (transfer full) */
static GString *
long_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, "%x;%x\n", i * 2654435761U, i % 97);
  return text;
}

static void
append_text (XlsxZip *zip, const char *text, gsize length)
{
  g_autoptr (XlsxPiece) piece = xlsx_zip_piece_new (text, length);

  xlsx_zip_append (zip, piece);
}

/* libarchive looks at lengths and check values. */
START_TEST (parts_are_read_as_they_were_written)
{
  g_autoptr (GString) text = long_text (), none = g_string_new (NULL);
  g_autoptr (GString) head = g_string_new ("<head>");
  const XlsxFile file = workbook_file ("a.zip");
  g_autoptr (XlsxZip) zip = xlsx_zip_new (file.fd);

  xlsx_zip_put (zip, "whole", text);
  xlsx_zip_begin (zip, "in/pieces", (guint16) head->len);
  append_text (zip, text->str, 100000);
  append_text (zip, "", 0);
  append_text (zip, text->str + 100000, text->len - 100000);
  xlsx_zip_end (zip, head);
  xlsx_zip_put (zip, "none", none);
  xlsx_zip_finish (zip);
  ck_assert_ptr_null (xlsx_zip_failure (zip));
  g_autofree char *whole = workbook_part ("a.zip", "whole");
  g_autofree char *pieces = workbook_part ("a.zip", "in/pieces");
  g_autofree char *empty = workbook_part ("a.zip", "none");
  ck_assert_str_eq (whole, text->str);
  ck_assert (g_str_has_prefix (pieces, "<head>"));
  ck_assert_str_eq (pieces + strlen ("<head>"), text->str);
  ck_assert_str_eq (empty, "");
}
END_TEST

/* Readers that do not trust the directory: unzip compares both with what it unpacks. */
START_TEST (other_tools_find_no_fault)
{
  g_autoptr (GString) text = long_text (), head = g_string_new (NULL);
  const XlsxFile file = workbook_file ("a.zip");
  g_autoptr (XlsxZip) zip = xlsx_zip_new (file.fd);
  g_autofree char *python = g_find_program_in_path ("python3");
  int status = 1;

  g_string_set_size (head, XLSX_ZIP_HEAD_MAX);
  memset (head->str, 'h', head->len);
  xlsx_zip_begin (zip, "part", XLSX_ZIP_HEAD_MAX);
  append_text (zip, text->str, text->len);
  xlsx_zip_end (zip, head);
  xlsx_zip_finish (zip);
  if (python == NULL)
    return;
  ck_assert (g_spawn_command_line_sync ("python3 -m zipfile -t a.zip", NULL, NULL, &status, NULL));
  ck_assert_int_eq (status, 0);
}
END_TEST

START_TEST (the_first_failure_is_told_and_the_rest_dropped)
{
  g_autoptr (GString) text = long_text ();
  const struct rlimit limit = { .rlim_cur = 1000, .rlim_max = RLIM_INFINITY };
  const XlsxFile file = workbook_file ("a.zip");
  g_autoptr (XlsxZip) zip = xlsx_zip_new (file.fd);
  g_autofree char *contents = NULL;
  gsize length;

  signal (SIGXFSZ, SIG_IGN);
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &limit), 0);
  xlsx_zip_put (zip, "part", text);
  xlsx_zip_finish (zip);
  ck_assert_str_eq (xlsx_zip_failure (zip), g_strerror (EFBIG));
  ck_assert (g_file_get_contents ("a.zip", &contents, &length, NULL));
  ck_assert_uint_eq (length, 1000);
}
END_TEST

START_TEST (a_file_that_is_not_open_is_told)
{
  g_autoptr (XlsxZip) zip = xlsx_zip_new (-1);

  xlsx_zip_finish (zip);
  ck_assert_str_eq (xlsx_zip_failure (zip), g_strerror (EBADF));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-zip");
  TCase *tests = tcase_create ("xlsx-zip");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, parts_are_read_as_they_were_written);
  tcase_add_test (tests, other_tools_find_no_fault);
  tcase_add_test (tests, the_first_failure_is_told_and_the_rest_dropped);
  tcase_add_test (tests, a_file_that_is_not_open_is_told);
  suite_add_tcase (suite, tests);
  return suite;
}
