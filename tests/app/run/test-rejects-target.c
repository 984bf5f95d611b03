/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include "app/run/rejects-target.h"
#include "base/recon-error.h"
#include "output/rejects-csv.h"
#include "test-place.h"

static gboolean
may_be_written (const char *path, gboolean force)
{
  const char *paths[] = { "in.csv", NULL };
  g_autoptr (GError) error = NULL;

  put ("in.csv", "CustomerId\n");
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, NULL);
  const gboolean may = rejects_target_check (path, force, inputs, &error);
  ck_assert (may || g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
  return may;
}

START_TEST (new_empty_and_earlier_files_may_be_written)
{
  put ("empty.csv", "");
  put ("earlier.csv", REJECTS_CSV_HEADER "in.csv,2,,ACO901,bad,x\n");
  ck_assert (may_be_written (NULL, FALSE));
  ck_assert (may_be_written ("new.csv", FALSE));
  ck_assert (may_be_written ("empty.csv", FALSE));
  ck_assert (may_be_written ("earlier.csv", FALSE));
}
END_TEST

START_TEST (other_files_may_be_written_only_by_force)
{
  put ("other.txt", "precious\n");
  ck_assert (!may_be_written ("other.txt", FALSE));
  ck_assert (may_be_written ("other.txt", TRUE));
}
END_TEST

START_TEST (an_input_is_never_written)
{
  ck_assert (!may_be_written ("in.csv", FALSE));
  ck_assert (!may_be_written ("./in.csv", TRUE));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("rejects-target");
  TCase *tests = tcase_create ("rejects-target");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, new_empty_and_earlier_files_may_be_written);
  tcase_add_test (tests, other_files_may_be_written_only_by_force);
  tcase_add_test (tests, an_input_is_never_written);
  suite_add_tcase (suite, tests);
  return suite;
}
