/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "output/renaming.h"
#include "test-place.h"

/* Faults: this program's renames stand in for those of the C library. */
static int flags_code;          /* with flags they fail with this; 0: they work */
static guint fail_from;         /* from this call on they fail, counted from 1; 0: none does */
static guint interruptions;     /* so many calls are interrupted */
static gboolean happens_anyway; /* though they are interrupted */
static guint calls;

static int
rename_with_faults (int from, const char *old, int to, const char *new, unsigned flags)
{
  const gboolean is_interrupted = interruptions > 0;

  calls++;
  if (flags != 0 && flags_code != 0)
    {
      errno = flags_code;
      return -1;
    }
  if (fail_from > 0 && calls >= fail_from)
    {
      errno = EACCES;
      return -1;
    }
  if ((!is_interrupted || happens_anyway)
      && syscall (SYS_renameat2, from, old, to, new, flags) != 0)
    return -1;
  if (!is_interrupted)
    return 0;
  interruptions--;
  errno = EINTR;
  return -1;
}

int
renameat (int from, const char *old, int to, const char *new)
{
  return rename_with_faults (from, old, to, new, 0);
}

int
renameat2 (int from, const char *old, int to, const char *new, unsigned flags)
{
  return rename_with_faults (from, old, to, new, flags);
}

static int inner;

static void
make_two_folders (void)
{
  make_place ();
  flags_code = 0;
  fail_from = interruptions = calls = 0;
  happens_anyway = FALSE;
  put_deep ("in/old", "new text");
  inner = open ("in", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  ck_assert_int_ge (inner, 0);
}

static void
remove_two_folders (void)
{
  ck_assert_int_eq (close (inner), 0);
  remove_place ();
}

START_TEST (a_file_moves)
{
  put ("new", "old text");
  ck_assert_int_eq (renaming_move (inner, "old", AT_FDCWD, "new"), 0);
  assert_holds ("new", "new text");
  assert_lists ("in", "");
  ck_assert_int_eq (renaming_move (inner, "old", AT_FDCWD, "new"), -1);
  ck_assert_int_eq (errno, ENOENT);
}
END_TEST

START_TEST (what_stands_there_is_not_replaced_by_something_new)
{
  put ("new", "old text");
  ck_assert_int_eq (renaming_move_new (inner, "old", AT_FDCWD, "new"), -1);
  ck_assert_int_eq (errno, EEXIST);
  assert_holds ("new", "old text");
  ck_assert_int_eq (renaming_move_new (inner, "old", AT_FDCWD, "other"), 0);
  assert_holds ("other", "new text");
}
END_TEST

START_TEST (something_new_moves_where_the_file_system_cannot_look_in_the_same_step)
{
  flags_code = _i == 0 ? EINVAL : ENOSYS;
  ck_assert_int_eq (renaming_move_new (inner, "old", AT_FDCWD, "new"), 0);
  assert_holds ("new", "new text");
}
END_TEST

START_TEST (two_things_are_exchanged)
{
  gboolean is_spare = TRUE;

  flags_code = _i == 0 ? 0 : EINVAL;
  put ("new", "old text");
  ck_assert_int_eq (renaming_exchange (inner, "old", AT_FDCWD, "new", "spare", &is_spare), 0);
  ck_assert (!is_spare);
  assert_holds ("new", "new text");
  assert_holds ("in/old", "old text");
  assert_lists ("in", "old");
}
END_TEST

/* The second or third of three steps fails, and those that would take it back do or do not. */
START_TEST (a_failed_step_is_taken_back_or_told)
{
  gboolean is_spare = FALSE;

  flags_code = EINVAL;
  put ("new", "old text");
  fail_from = 2 + (guint) _i; /* the call with flags is the first */
  ck_assert_int_eq (renaming_exchange (inner, "old", AT_FDCWD, "new", "spare", &is_spare), -1);
  ck_assert_int_eq (errno, EACCES);
  ck_assert_int_eq (is_spare, _i > 0);
  if (_i == 0)
    assert_holds ("new", "old text");
  else
    assert_holds ("in/spare", "old text");
}
END_TEST

START_TEST (an_interrupted_move_is_made_once)
{
  interruptions = 1 + (guint) _i % 2 * 2;
  happens_anyway = _i >= 2;
  if (happens_anyway)
    interruptions = 1;
  ck_assert_int_eq (renaming_move (inner, "old", AT_FDCWD, "new"), 0);
  ck_assert_uint_eq (interruptions, 0);
  assert_holds ("new", "new text");
  assert_lists ("in", "");
}
END_TEST

/* Made a second time, it would be taken back. */
START_TEST (an_interrupted_exchange_is_made_once)
{
  gboolean is_spare = FALSE;

  interruptions = 1;
  happens_anyway = _i == 1;
  put ("new", "old text");
  ck_assert_int_eq (renaming_exchange (inner, "old", AT_FDCWD, "new", "spare", &is_spare), 0);
  assert_holds ("new", "new text");
  assert_holds ("in/old", "old text");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("renaming");
  TCase *tests = tcase_create ("renaming");

  tcase_add_checked_fixture (tests, make_two_folders, remove_two_folders);
  tcase_add_test (tests, a_file_moves);
  tcase_add_test (tests, what_stands_there_is_not_replaced_by_something_new);
  tcase_add_loop_test (
      tests, something_new_moves_where_the_file_system_cannot_look_in_the_same_step, 0, 2);
  tcase_add_loop_test (tests, two_things_are_exchanged, 0, 2);
  tcase_add_loop_test (tests, a_failed_step_is_taken_back_or_told, 0, 3);
  tcase_add_loop_test (tests, an_interrupted_move_is_made_once, 0, 4);
  tcase_add_loop_test (tests, an_interrupted_exchange_is_made_once, 0, 2);
  suite_add_tcase (suite, tests);
  return suite;
}
