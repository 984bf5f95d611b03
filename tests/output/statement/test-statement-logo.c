/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-logo.h"
#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "test-place.h"

#define PNG "\x89PNG\r\n\x1a\n"
#define JPEG "\xff\xd8\xff"

static void
assert_refused (const char *path, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strdup_printf ("--logo: %s: %s", path, message);

  ck_assert_ptr_null (statement_logo_load (path, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (error->message, expected);
}

static void
assert_loaded (const char *path, const char *expected)
{
  g_autofree char *uri = statement_logo_load (path, NULL);
  ck_assert_pstr_eq (uri, expected);
}

START_TEST (a_picture_is_known_by_its_first_bytes)
{
  put ("logo.jpg", PNG "."); /* whatever its name */
  put ("logo", JPEG ".");
  assert_loaded ("logo.jpg", "data:image/png;base64,iVBORw0KGgou");
  assert_loaded ("logo", "data:image/jpeg;base64,/9j/Lg==");
}
END_TEST

START_TEST (other_files_are_refused)
{
  put ("a.svg", "<svg onload=\"alert(1)\"/>");
  put ("a.png", "");
  put ("b.png", PNG); /* nothing behind it */
  assert_refused ("a.svg", "is neither a PNG nor a JPEG picture");
  assert_refused ("a.png", "is neither a PNG nor a JPEG picture");
  assert_refused ("b.png", "is neither a PNG nor a JPEG picture");
}
END_TEST

START_TEST (what_cannot_be_read_is_refused)
{
  ck_assert_int_eq (g_mkdir ("folder", 0755), 0);
  ck_assert_int_eq (mkfifo ("pipe", 0600), 0);
  assert_refused ("missing", "No such file or directory");
  assert_refused ("folder", "is not a regular file");
  assert_refused ("pipe", "is not a regular file");
}
END_TEST

static void
put_picture (const char *path, gsize length)
{
  g_autofree char *bytes = g_malloc0 (length);

  memcpy (bytes, JPEG, strlen (JPEG));
  ck_assert (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

START_TEST (a_picture_may_have_512_kib_and_no_more)
{
  put_picture ("most", STATEMENT_LOGO_BYTES_MAX);
  put_picture ("more", STATEMENT_LOGO_BYTES_MAX + 1);
  g_autofree char *uri = statement_logo_load ("most", NULL);
  ck_assert_ptr_nonnull (uri);
  assert_refused ("more", "is larger than 512 KiB");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-logo");
  TCase *tests = tcase_create ("statement-logo");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, a_picture_is_known_by_its_first_bytes);
  tcase_add_test (tests, other_files_are_refused);
  tcase_add_test (tests, what_cannot_be_read_is_refused);
  tcase_add_test (tests, a_picture_may_have_512_kib_and_no_more);
  suite_add_tcase (suite, tests);
  return suite;
}
