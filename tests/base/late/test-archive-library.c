/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/late/archive-library.h"

START_TEST (an_archive_is_read)
{
  static const char text[] = "no archive";
  struct archive *archive;
  struct archive_entry *entry;
  GError *error = NULL;

  ck_assert (archive_library_open (&error));
  archive = archive_read_new ();
  ck_assert_ptr_nonnull (archive);
  ck_assert_int_eq (archive_read_support_format_tar (archive), ARCHIVE_OK);
  archive_set_error (archive, 7, "%s", text);
  ck_assert_int_eq (archive_errno (archive), 7);
  ck_assert_str_eq (archive_error_string (archive), text);
  ck_assert_int_eq (archive_read_next_header (archive, &entry), ARCHIVE_FATAL);
  ck_assert_int_eq (archive_read_free (archive), ARCHIVE_OK);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("archive-library");
  TCase *tests = tcase_create ("archive-library");

  tcase_add_test (tests, an_archive_is_read);
  suite_add_tcase (suite, tests);
  return suite;
}
