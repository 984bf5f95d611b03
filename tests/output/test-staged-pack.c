/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <sys/file.h>

#include "output/staged-pack.h"
#include "test-main.h"

#include <check.h>

#include "test-place.h"

static char *
path_of (const char *name)
{
  return g_build_filename (place, name, NULL);
}

static char *
digest_of (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

START_TEST (a_pack_that_lies_there_is_taken_as_written)
{
  g_autofree char *path = path_of ("pack");
  g_autofree char *digest = digest_of ("{}"), *other = digest_of ("[]");

  put_deep ("pack/report.json", "{}");
  ck_assert_int_eq (staged_pack_finish (path, digest), STAGED_PACK_THERE);
  ck_assert_int_eq (staged_pack_finish (path, other), STAGED_PACK_LOST);
  g_autofree char *found = staged_pack_digest ("pack");
  ck_assert_str_eq (found, digest);
  ck_assert_ptr_null (staged_pack_digest ("nowhere"));
}
END_TEST

START_TEST (what_a_killed_run_staged_is_put_at_its_place)
{
  g_autofree char *path = path_of ("pack");
  g_autofree char *digest = digest_of ("{}");

  put_deep (".pack.tmp-AAAAAA/new/report.json", "other");
  put_deep (".pack.tmp-BBBBBB/new/report.json", "{}");
  put (".pack.tmp-AAAAAA/lock", "");
  put (".pack.tmp-BBBBBB/lock", "");
  ck_assert_int_eq (staged_pack_finish (path, digest), STAGED_PACK_THERE);
  assert_holds ("pack/report.json", "{}");
  assert_lists (".", "pack"); /* what else killed runs left is removed */
}
END_TEST

/* A cut of the power may take the lock, which was never synced. */
START_TEST (a_staged_pack_whose_lock_was_lost_is_found_too)
{
  g_autofree char *path = path_of ("pack");
  g_autofree char *digest = digest_of ("{}");

  put_deep (".pack.tmp-BBBBBB/new/report.json", "{}");
  ck_assert_int_eq (staged_pack_finish (path, digest), STAGED_PACK_THERE);
  assert_holds ("pack/report.json", "{}");
}
END_TEST

START_TEST (it_takes_the_place_of_an_earlier_one)
{
  g_autofree char *path = path_of ("pack");
  g_autofree char *digest = digest_of ("{}");

  put_deep ("pack/report.json", "earlier");
  put_deep (".pack.tmp-BBBBBB/new/report.json", "{}");
  put (".pack.tmp-BBBBBB/lock", "");
  ck_assert_int_eq (staged_pack_finish (path, digest), STAGED_PACK_THERE);
  assert_holds ("pack/report.json", "{}");
}
END_TEST

START_TEST (what_a_living_run_uses_is_left_alone)
{
  g_autofree char *path = path_of ("pack");
  g_autofree char *digest = digest_of ("{}");

  put_deep (".pack.tmp-BBBBBB/new/report.json", "{}");
  put (".pack.tmp-BBBBBB/lock", "");
  const int lock = open (".pack.tmp-BBBBBB/lock", O_RDWR | O_CLOEXEC);
  ck_assert_int_eq (flock (lock, LOCK_EX), 0);
  ck_assert_int_eq (staged_pack_finish (path, digest), STAGED_PACK_UNKNOWN);
  close (lock);
  ck_assert_int_eq (staged_pack_finish (path, digest), STAGED_PACK_THERE);
}
END_TEST

START_TEST (what_cannot_be_read_is_not_called_lost)
{
  g_autofree char *path = path_of ("pack");
  g_autofree char *digest = digest_of ("{}");

  put_deep ("pack/report.json/folder", "x");
  ck_assert_int_eq (staged_pack_finish (path, digest), STAGED_PACK_UNKNOWN);
  put_deep (".pack.tmp-BBBBBB/new/report.json", "{}");
  put (".pack.tmp-BBBBBB/lock", "");
  ck_assert_int_eq (staged_pack_finish (path, digest), STAGED_PACK_THERE);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("staged-pack");
  TCase *tests = tcase_create ("staged-pack");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, a_pack_that_lies_there_is_taken_as_written);
  tcase_add_test (tests, what_a_killed_run_staged_is_put_at_its_place);
  tcase_add_test (tests, a_staged_pack_whose_lock_was_lost_is_found_too);
  tcase_add_test (tests, it_takes_the_place_of_an_earlier_one);
  tcase_add_test (tests, what_a_living_run_uses_is_left_alone);
  tcase_add_test (tests, what_cannot_be_read_is_not_called_lost);
  suite_add_tcase (suite, tests);
  return suite;
}
