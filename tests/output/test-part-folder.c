/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "output/part-folder.h"
#include "test-place.h"

START_TEST (what_is_written_is_there_for_the_next_run)
{
  g_autoptr (PartFolder) part = part_folder_open ("out//", NULL);

  ck_assert_str_eq (part_folder_path (part), "out.part");
  ck_assert (part_folder_is_empty (part));
  ck_assert (part_folder_write (part, "a", "one", 3, NULL));
  ck_assert (part_folder_write (part, "a", "two!", 4, NULL));
  ck_assert (!part_folder_is_empty (part));
  g_autoptr (GByteArray) bytes = part_folder_read (part, "a");
  ck_assert_uint_eq (bytes->len, 4);
  ck_assert_int_eq (memcmp (bytes->data, "two!", 4), 0);
  ck_assert_ptr_null (part_folder_read (part, "b"));
  part_folder_remove (part);
  ck_assert (!g_file_test ("out.part", G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST (a_link_is_not_followed)
{
  g_autoptr (PartFolder) part = part_folder_open ("out", NULL);

  ck_assert (g_file_set_contents ("secret", "x", -1, NULL));
  ck_assert_int_eq (symlink ("../secret", "out.part/a"), 0);
  ck_assert_ptr_null (part_folder_read (part, "a"));
  ck_assert (part_folder_write (part, "a", "new", 3, NULL));
  g_autofree char *secret = NULL;
  ck_assert (g_file_get_contents ("secret", &secret, NULL, NULL));
  ck_assert_str_eq (secret, "x");
}
END_TEST

START_TEST (one_run_at_a_time)
{
  g_autoptr (PartFolder) part = part_folder_open ("out", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_nonnull (part);
  ck_assert_ptr_null (part_folder_open ("out", &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
}
END_TEST

START_TEST (a_file_in_its_place_is_no_folder)
{
  g_autoptr (GError) error = NULL;

  ck_assert (g_file_set_contents ("out.part", "x", -1, NULL));
  ck_assert_ptr_null (part_folder_open ("out", &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("part-folder");
  TCase *tests = tcase_create ("part-folder");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, what_is_written_is_there_for_the_next_run);
  tcase_add_test (tests, a_link_is_not_followed);
  tcase_add_test (tests, one_run_at_a_time);
  tcase_add_test (tests, a_file_in_its_place_is_no_folder);
  suite_add_tcase (suite, tests);
  return suite;
}
