/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/folder-walk.h"
#include "test-place.h"

START_TEST (files_below_a_folder_come_in_byte_order)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  put_deep ("in/b.csv", "");
  put_deep ("in/a/z.txt", "");
  put_deep ("in/B.csv", "");
  put_deep ("in/.hidden/a.csv", "");
  put_deep ("in/.a.csv", "");
  ck_assert (folder_walk_list ("in//", found, NULL));
  ck_assert_uint_eq (found->len, 3);
  ck_assert_str_eq (g_ptr_array_index (found, 0), "in/B.csv");
  ck_assert_str_eq (g_ptr_array_index (found, 1), "in/a/z.txt");
  ck_assert_str_eq (g_ptr_array_index (found, 2), "in/b.csv");
}
END_TEST

START_TEST (what_is_no_folder_is_refused)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  ck_assert (!folder_walk_list ("none", found, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
}
END_TEST

START_TEST (endings_are_those_of_downloads)
{
  static const char *const read[] = { "a.csv", "a.TGZ", "a.tar", "x.y/a", "a.jsonl" };
  static const char *const left[] = { "a.txt", "a.tar.bak", "x/a.tg", "a.", "a.csv/b.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    ck_assert_msg (folder_walk_reads (read[i], FOLDER_FILES_BILLING), "%s", read[i]);
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    ck_assert_msg (!folder_walk_reads (left[i], FOLDER_FILES_BILLING), "%s", left[i]);
}
END_TEST

START_TEST (names_are_joined_with_one_slash)
{
  g_autofree char *plain = folder_walk_join ("a", "b");
  g_autofree char *slashes = folder_walk_join ("a//", "b");
  g_autofree char *root = folder_walk_join ("/", "b");

  ck_assert_str_eq (plain, "a/b");
  ck_assert_str_eq (slashes, "a/b");
  ck_assert_str_eq (root, "/b");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("folder-walk");
  TCase *tests = tcase_create ("folder-walk");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, files_below_a_folder_come_in_byte_order);
  tcase_add_test (tests, what_is_no_folder_is_refused);
  tcase_add_test (tests, endings_are_those_of_downloads);
  tcase_add_test (tests, names_are_joined_with_one_slash);
  suite_add_tcase (suite, tests);
  return suite;
}
