/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "store/new-file.h"
#include "test-main.h"

#include <check.h>

#include "test-place.h"

START_TEST (it_appears_whole_and_for_its_owner_alone)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("content", 7);
  gboolean is_there;

  ck_assert (new_file_write ("new", bytes, &is_there, NULL));
  assert_holds ("new", "content");
  ck_assert_uint_eq (mode_of ("new"), 0600);
  assert_lists (".", "new");
}
END_TEST

START_TEST (what_is_there_stays)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("content", 7);
  gboolean is_there = FALSE;

  put ("new", "older");
  ck_assert (!new_file_write ("new", bytes, &is_there, NULL));
  ck_assert (is_there);
  assert_holds ("new", "older");
}
END_TEST

START_TEST (without_a_folder_it_fails)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("content", 7);
  g_autoptr (GError) error = NULL;
  gboolean is_there = TRUE;

  ck_assert (!new_file_write ("nowhere/new", bytes, &is_there, &error));
  ck_assert (!is_there);
  ck_assert_int_eq (error->code, RECON_ERROR_OUTPUT);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("new-file");
  TCase *tests = tcase_create ("new-file");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, it_appears_whole_and_for_its_owner_alone);
  tcase_add_test (tests, what_is_there_stays);
  tcase_add_test (tests, without_a_folder_it_fails);
  suite_add_tcase (suite, tests);
  return suite;
}
