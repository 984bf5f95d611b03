/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "output/staging-folder.h"
#include "test-place.h"

/* Faults: this program's flock() stands in for that of the C library, and fails with this code. */
static int flock_code;
/* What a run that sweeps does to a folder that is just being made: 1: removes it before it is
   locked, 2: holds its lock. Then it is gone. */
static guint meddling;
static int meddler;

int
flock (int fd, int operation)
{
  if (meddling == 1)
    ck_assert_int_eq (system ("rm -r .out.tmp-*"), 0);
  if (meddling == 2)
    {
      g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
      meddler = open (path, O_RDWR | O_CLOEXEC);
      ck_assert_int_eq ((int) syscall (SYS_flock, meddler, LOCK_EX), 0);
    }
  meddling = 0;
  if (flock_code == 0)
    return (int) syscall (SYS_flock, fd, operation);
  errno = flock_code;
  return -1;
}

static int parent;

static void
make_parent (void)
{
  flock_code = 0;
  meddling = 0;
  meddler = -1;
  make_place ();
  parent = open (".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  ck_assert_int_ge (parent, 0);
}

static void
remove_parent (void)
{
  ck_assert_int_eq (close (parent), 0);
  remove_place ();
}

/* (transfer full) */
static char *
path_in (const StagingFolder *folder, const char *name)
{
  return g_build_filename (staging_folder_name (folder), name, NULL);
}

/* A folder with everything that one may hold. */
static StagingFolder *
make_full (const char *target)
{
  StagingFolder *folder = staging_folder_new (parent, target);

  ck_assert_ptr_nonnull (folder);
  g_autofree char *new = path_in (folder, "new/report.json");
  g_autofree char *scratch = path_in (folder, "scratch/tmp.abc");
  put_deep (new, "{}");
  put_deep (scratch, "x");
  return folder;
}

START_TEST (it_is_private_and_named_after_its_target)
{
  g_autoptr (StagingFolder) folder = staging_folder_new (parent, "out");

  ck_assert_ptr_nonnull (folder);
  ck_assert (g_str_has_prefix (staging_folder_name (folder), ".out.tmp-"));
  ck_assert_uint_eq (strlen (staging_folder_name (folder)), strlen (".out.tmp-") + 6);
  ck_assert_uint_eq (mode_of (staging_folder_name (folder)), 0700);
  assert_lists (staging_folder_name (folder), "lock");
  assert_lists (".", staging_folder_name (folder));
  ck_assert (staging_folder_remove (folder));
  ck_assert (staging_folder_remove (folder)); /* again */
  assert_lists (".", "");
  staging_folder_free (NULL);
}
END_TEST

START_TEST (a_long_name_is_shortened)
{
  g_autofree char *name = g_strnfill (255, 'x');
  g_autoptr (StagingFolder) folder = staging_folder_new (parent, name);

  ck_assert_ptr_nonnull (folder);
  ck_assert (staging_folder_remove (folder));
}
END_TEST

START_TEST (it_is_removed_with_all_that_is_in_it)
{
  g_autoptr (StagingFolder) folder = make_full ("out");

  ck_assert (staging_folder_remove (folder));
  assert_lists (".", "");
}
END_TEST

START_TEST (what_is_too_deep_is_none_of_ours_and_stays)
{
  g_autoptr (StagingFolder) folder = make_full ("out");
  g_autofree char *deep = path_in (folder, "new/a/b/c");

  put_deep (deep, "x");
  ck_assert (!staging_folder_remove (folder));
  assert_holds (deep, "x");
}
END_TEST

START_TEST (one_of_a_parent_that_is_gone_is_told)
{
  ck_assert_int_eq (g_mkdir ("sub", 0755), 0);
  const int sub = open ("sub", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  ck_assert_int_eq (g_rmdir ("sub"), 0);
  ck_assert_ptr_null (staging_folder_new (sub, "out"));
  ck_assert_int_eq (errno, ENOENT);
  ck_assert_int_eq (close (sub), 0);
}
END_TEST

START_TEST (another_is_made_when_one_is_taken_for_that_of_a_killed_run)
{
  meddling = (guint) _i;
  g_autoptr (StagingFolder) folder = staging_folder_new (parent, "out");

  ck_assert_ptr_nonnull (folder);
  ck_assert_uint_eq (meddling, 0);
  assert_lists (staging_folder_name (folder), "lock");
  if (meddler >= 0)
    ck_assert_int_eq (close (meddler), 0);
}
END_TEST

/* Sweeping */

START_TEST (one_that_is_in_use_is_not_swept)
{
  g_autoptr (StagingFolder) folder = make_full ("out");
  g_autofree char *report = path_in (folder, "new/report.json");

  staging_folder_sweep (parent, "out");
  assert_holds (report, "{}");
}
END_TEST

START_TEST (one_that_nobody_uses_is_swept)
{
  staging_folder_free (make_full ("out"));
  staging_folder_free (make_full ("out"));
  staging_folder_sweep (parent, "out");
  assert_lists (".", "");
}
END_TEST

/* By a process of its own, which cannot even close anything. */
START_TEST (one_of_a_killed_run_is_swept)
{
  int ends[2];
  char made;

  ck_assert_int_eq (pipe (ends), 0);
  const pid_t child = fork ();
  ck_assert_int_ge (child, 0);
  if (child == 0)
    {
      StagingFolder *folder = make_full ("out");

      if (folder == NULL || write (ends[1], "m", 1) != 1)
        _exit (1);
      alarm (20);
      for (;;)
        pause ();
    }
  ck_assert_int_eq (read (ends[0], &made, 1), 1);
  staging_folder_sweep (parent, "out");
  GDir *place_folder = g_dir_open (".", 0, NULL);
  ck_assert_ptr_nonnull (g_dir_read_name (place_folder)); /* it is alive */
  g_dir_close (place_folder);
  ck_assert_int_eq (kill (child, SIGKILL), 0);
  ck_assert_int_eq (waitpid (child, NULL, 0), child);
  staging_folder_sweep (parent, "out");
  assert_lists (".", "");
  ck_assert (close (ends[0]) == 0 && close (ends[1]) == 0);
}
END_TEST

START_TEST (one_killed_as_it_was_made_or_removed_is_swept)
{
  ck_assert_int_eq (g_mkdir (".out.tmp-Abc123", 0700), 0);
  if (_i == 1)
    put (".out.tmp-Abc123/lock", "");
  staging_folder_sweep (parent, "out");
  assert_lists (".", "");
}
END_TEST

/* Without exchange a kill between two renames leaves nothing at the target. */
START_TEST (what_stood_at_the_target_is_given_back)
{
  StagingFolder *folder = make_full ("out");
  g_autofree char *old = path_in (folder, "old/report.json");

  put_deep (old, "earlier");
  if (_i == 1)
    put_deep ("out/report.json", "later");
  staging_folder_free (folder);
  staging_folder_sweep (parent, "out");
  assert_lists (".", "out");
  assert_holds ("out/report.json", _i == 1 ? "later" : "earlier");
}
END_TEST

START_TEST (one_that_is_kept_is_not_swept)
{
  StagingFolder *folder = make_full ("out");
  g_autofree char *report = path_in (folder, "new/report.json");

  staging_folder_keep (folder);
  staging_folder_free (folder);
  staging_folder_sweep (parent, "out");
  assert_holds (report, "{}");
}
END_TEST

/* Somebody gave another folder such a name, or it belongs to another target. */
START_TEST (what_is_not_of_ours_is_not_swept)
{
  static const char *const paths[]
      = { ".out.tmp-abc123/new/x",    ".out.tmp-abc123/letter.docx", ".out.tmp-abc12/lock",
          ".out.tmp-abc1234/lock",    ".out.tmp-abc-23/lock",        ".outer.tmp-abc123/lock",
          ".out.tmp.tmp-abc123/lock", "out.tmp-abc123/lock" };
  g_autofree char *folder = g_path_get_dirname (paths[_i]);
  g_autofree char *lock = g_build_filename (folder, "lock", NULL);

  put_deep (paths[_i], "x");
  if (_i == 1)
    put (lock, "");
  ck_assert_int_eq (chmod (folder, 0700), 0);
  staging_folder_sweep (parent, "out");
  assert_holds (paths[_i], "x");
}
END_TEST

START_TEST (one_that_others_can_enter_is_not_swept)
{
  StagingFolder *folder = make_full ("out");
  g_autofree char *name = g_strdup (staging_folder_name (folder));

  ck_assert_int_eq (chmod (name, 0755), 0);
  staging_folder_free (folder);
  staging_folder_sweep (parent, "out");
  assert_lists (".", name);
}
END_TEST

START_TEST (one_of_another_user_is_not_swept)
{
  if (geteuid () != 0)
    return; /* only root can give folders away */
  StagingFolder *folder = make_full ("out");
  g_autofree char *name = g_strdup (staging_folder_name (folder));
  g_autofree char *lock = path_in (folder, "lock");

  ck_assert_int_eq (chown (name, 1, 1), 0);
  if (_i == 1)
    ck_assert_int_eq (chown (lock, 1, 1), 0);
  staging_folder_free (folder);
  staging_folder_sweep (parent, "out");
  assert_lists (".", name);
}
END_TEST

START_TEST (links_are_not_followed)
{
  put_deep ("victim/new/x", "precious");
  put ("victim/lock", "");
  ck_assert_int_eq (chmod ("victim", 0700), 0);
  ck_assert_int_eq (symlink ("victim", ".out.tmp-abc123"), 0);
  staging_folder_sweep (parent, "out");
  assert_holds ("victim/new/x", "precious");
}
END_TEST

/* Where there are no locks, nobody can know. */
START_TEST (without_locks_nothing_is_swept)
{
  flock_code = ENOLCK;
  StagingFolder *folder = make_full ("out");
  g_autofree char *name = g_strdup (staging_folder_name (folder));

  staging_folder_free (folder);
  staging_folder_sweep (parent, "out");
  assert_lists (".", name);
}
END_TEST

static TCase *
tests_of_making (void)
{
  TCase *tests = tcase_create ("making");

  tcase_add_test (tests, it_is_private_and_named_after_its_target);
  tcase_add_test (tests, a_long_name_is_shortened);
  tcase_add_test (tests, it_is_removed_with_all_that_is_in_it);
  tcase_add_test (tests, what_is_too_deep_is_none_of_ours_and_stays);
  tcase_add_test (tests, one_of_a_parent_that_is_gone_is_told);
  tcase_add_loop_test (tests, another_is_made_when_one_is_taken_for_that_of_a_killed_run, 1, 3);
  return tests;
}

static TCase *
tests_of_sweeping (void)
{
  TCase *tests = tcase_create ("sweeping");

  tcase_add_test (tests, one_that_is_in_use_is_not_swept);
  tcase_add_test (tests, one_that_nobody_uses_is_swept);
  tcase_add_test (tests, one_of_a_killed_run_is_swept);
  tcase_add_loop_test (tests, one_killed_as_it_was_made_or_removed_is_swept, 0, 2);
  tcase_add_loop_test (tests, what_stood_at_the_target_is_given_back, 0, 2);
  tcase_add_test (tests, one_that_is_kept_is_not_swept);
  tcase_add_loop_test (tests, what_is_not_of_ours_is_not_swept, 0, 8);
  tcase_add_test (tests, one_that_others_can_enter_is_not_swept);
  tcase_add_loop_test (tests, one_of_another_user_is_not_swept, 0, 2);
  tcase_add_test (tests, links_are_not_followed);
  tcase_add_test (tests, without_locks_nothing_is_swept);
  return tests;
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("staging-folder");
  TCase *cases[] = { tests_of_making (), tests_of_sweeping () };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tcase_add_checked_fixture (cases[i], make_parent, remove_parent);
      suite_add_tcase (suite, cases[i]);
    }
  return suite;
}
