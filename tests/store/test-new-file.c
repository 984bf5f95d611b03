/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "store/new-file.h"
#include "test-main.h"

#include <check.h>

#include "test-place.h"

static NewFile *
prepare (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("content", 7);

  return new_file_prepare (path, bytes, error);
}

START_TEST (it_appears_whole_and_for_its_owner_alone)
{
  g_autoptr (NewFile) file = prepare ("new", NULL);
  gboolean is_there;

  assert_lists (".", "");
  ck_assert (new_file_appear (file, &is_there, NULL));
  assert_holds ("new", "content");
  ck_assert_uint_eq (mode_of ("new"), 0600);
  assert_lists (".", "new");
}
END_TEST

START_TEST (what_is_there_stays)
{
  g_autoptr (NewFile) file = prepare ("new", NULL);
  gboolean is_there = FALSE;

  put ("new", "older");
  ck_assert (!new_file_appear (file, &is_there, NULL));
  ck_assert (is_there);
  assert_holds ("new", "older");
}
END_TEST

START_TEST (what_is_not_wanted_after_all_leaves_nothing)
{
  new_file_free (prepare ("new", NULL));
  assert_lists (".", "");
}
END_TEST

START_TEST (without_a_folder_it_fails)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (prepare ("nowhere/new", &error));
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
  tcase_add_test (tests, what_is_not_wanted_after_all_leaves_nothing);
  tcase_add_test (tests, without_a_folder_it_fails);
  suite_add_tcase (suite, tests);
  return suite;
}
