/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/recon-error.h"
#include "io/output-set.h"
#include "test-place.h"

#define EARLIER_REPORT "{\n  \"schema\": \"acorecon.report/1\",\n"

/* Faults: this program's fsync(), renameat() and renameat2() stand in for those of the C library.
   A countdown of 1 fails the next call, 0 none. */
static int fsync_countdown, rename_countdown;
static gboolean no_exchange, renames_keep_failing;

int
fsync (int fd)
{
  if (fsync_countdown > 0 && --fsync_countdown == 0)
    {
      errno = EIO;
      return -1;
    }
  return (int) syscall (SYS_fsync, fd);
}

static gboolean
rename_fails (void)
{
  if (rename_countdown == 0 || --rename_countdown > 0)
    return FALSE;
  rename_countdown = renames_keep_failing;
  errno = EACCES;
  return TRUE;
}

int
renameat (int from, const char *old, int to, const char *new)
{
  return rename_fails () ? -1 : (int) syscall (SYS_renameat2, from, old, to, new, 0);
}

int
renameat2 (int from, const char *old, int to, const char *new, unsigned flags)
{
  if (no_exchange && flags == RENAME_EXCHANGE)
    {
      errno = EINVAL;
      return -1;
    }
  return rename_fails () ? -1 : (int) syscall (SYS_renameat2, from, old, to, new, flags);
}

static void
make_quiet_place (void)
{
  fsync_countdown = rename_countdown = 0;
  no_exchange = renames_keep_failing = FALSE;
  make_place ();
}

static void
make_earlier_pack (const char *path)
{
  g_autofree char *report = g_build_filename (path, "report.json", NULL);
  g_autofree char *findings = g_build_filename (path, "findings.csv", NULL);

  ck_assert_int_eq (g_mkdir (path, 0750), 0);
  put (report, EARLIER_REPORT);
  put (findings, "old\n");
}

static void
assert_refused (const GError *error, const char *message)
{
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
  ck_assert_str_eq (error->message, message);
}

/* A file of the pack that is written without a sink. */
static void
reserve (OutputSet *set)
{
  const char *path = output_set_staged_path (set, "report.xlsx", NULL);

  ck_assert_ptr_nonnull (path);
  put (path, "book");
}

/* Two files of a pack, and a rejects file elsewhere when @rejects is not NULL. */
static void
fill (OutputSet *set, const char *rejects)
{
  Sink *sink = output_set_open (set, "report.json", NULL);
  ck_assert_ptr_nonnull (sink);
  sink_append (sink, EARLIER_REPORT "new");
  sink = output_set_open (set, "tieout.csv", NULL);
  ck_assert_ptr_nonnull (sink);
  sink_append (sink, "new\n");
  if (rejects != NULL)
    {
      sink = output_set_add_file (set, rejects, NULL);
      ck_assert_ptr_nonnull (sink);
      sink_append (sink, "rejected\n");
    }
}

static void
publish (OutputSet *set)
{
  GError *error = NULL;

  ck_assert_msg (output_set_prepare (set, &error), "%s", error == NULL ? "" : error->message);
  ck_assert_msg (output_set_commit (set, &error), "%s", error == NULL ? "" : error->message);
}

START_TEST (a_new_folder_appears_whole)
{
  g_autoptr (OutputSet) set = output_set_new (_i == 0 ? "out" : "out//", FALSE);

  ck_assert (output_set_check (set, NULL));
  assert_lists (".", "");
  fill (set, NULL);
  ck_assert (output_set_prepare (set, NULL));
  ck_assert (!g_file_test ("out", G_FILE_TEST_EXISTS));
  ck_assert (output_set_commit (set, NULL));
  assert_lists (".", "out");
  assert_lists ("out", "report.json tieout.csv");
  assert_holds ("out/report.json", EARLIER_REPORT "new");
  assert_holds ("out/tieout.csv", "new\n");
  ck_assert_uint_eq (mode_of ("out"), 0755);
  ck_assert_uint_eq (mode_of ("out/tieout.csv"), 0644);
}
END_TEST

START_TEST (the_umask_is_heeded)
{
  g_autoptr (OutputSet) set = output_set_new ("out", FALSE);

  umask (027);
  fill (set, "rejects.csv");
  publish (set);
  ck_assert_uint_eq (mode_of ("out"), 0750);
  ck_assert_uint_eq (mode_of ("out/tieout.csv"), 0640);
  ck_assert_uint_eq (mode_of ("rejects.csv"), 0640);
}
END_TEST

START_TEST (the_temporary_folder_is_private_and_named_after_its_target)
{
  g_autoptr (OutputSet) set = output_set_new ("out", FALSE);

  ck_assert_ptr_null (output_set_temporary_path (set, 0));
  fill (set, "rejects.csv");
  const char *path = output_set_temporary_path (set, 0);
  ck_assert (g_str_has_prefix (path, "./.out.tmp-"));
  ck_assert_uint_eq (mode_of (path), 0700);
  ck_assert (g_str_has_prefix (output_set_temporary_path (set, 1), "./.rejects.csv.tmp-"));
  ck_assert_ptr_null (output_set_temporary_path (set, 2));
  publish (set);
  ck_assert_ptr_null (output_set_temporary_path (set, 0));
  assert_lists (".", "out rejects.csv");
}
END_TEST

START_TEST (an_empty_folder_is_filled_and_keeps_its_mode)
{
  g_autoptr (OutputSet) set = output_set_new ("out", FALSE);

  ck_assert_int_eq (g_mkdir ("out", 0700), 0);
  ck_assert (output_set_check (set, NULL));
  fill (set, NULL);
  publish (set);
  assert_lists (".", "out");
  assert_lists ("out", "report.json tieout.csv");
  ck_assert_uint_eq (mode_of ("out"), 0700);
}
END_TEST

START_TEST (an_earlier_pack_is_replaced_as_a_whole_with_force)
{
  g_autoptr (OutputSet) set = output_set_new ("out", TRUE);

  make_earlier_pack ("out");
  no_exchange = _i == 1;
  ck_assert (output_set_check (set, NULL));
  fill (set, NULL);
  ck_assert (output_set_prepare (set, NULL));
  assert_holds ("out/report.json", EARLIER_REPORT);
  ck_assert (output_set_commit (set, NULL));
  assert_lists (".", "out");
  assert_lists ("out", "report.json tieout.csv");
  ck_assert_uint_eq (mode_of ("out"), 0750);
}
END_TEST

START_TEST (an_earlier_pack_is_not_replaced_without_force)
{
  g_autoptr (OutputSet) set = output_set_new ("out", FALSE);
  g_autoptr (GError) error = NULL;

  make_earlier_pack ("out");
  ck_assert (!output_set_check (set, &error));
  assert_refused (error, "out: holds an earlier report pack, which only --force replaces; nothing "
                         "was written");
  ck_assert_ptr_null (output_set_open (set, "report.json", NULL));
  assert_lists (".", "out");
}
END_TEST

START_TEST (the_parent_must_be_there)
{
  g_autoptr (OutputSet) set = output_set_new ("no/out", FALSE);
  g_autoptr (GError) error = NULL, file_error = NULL;

  ck_assert (!output_set_check (set, &error));
  assert_refused (error,
                  "no/out: cannot write into no: No such file or directory; nothing was written");
  ck_assert (!output_set_check_file (set, "no/r.csv", &file_error));
  ck_assert_ptr_null (output_set_add_file (set, "no/r.csv", NULL));
  put ("file", "");
  g_autoptr (OutputSet) below_file = output_set_new ("file/out", FALSE);
  ck_assert (!output_set_check (below_file, NULL));
}
END_TEST

/* 0: free, 1: discard, 2: both after prepare */
START_TEST (nothing_is_left_after_giving_up)
{
  OutputSet *set = output_set_new ("out", TRUE);

  make_earlier_pack ("out");
  put ("rejects.csv", "mine");
  fill (set, "rejects.csv");
  if (_i == 2)
    ck_assert (output_set_prepare (set, NULL));
  if (_i > 0)
    output_set_discard (set);
  output_set_free (set);
  assert_lists (".", "out rejects.csv");
  assert_lists ("out", "findings.csv report.json");
  assert_holds ("out/report.json", EARLIER_REPORT);
  assert_holds ("rejects.csv", "mine");
  output_set_free (NULL);
}
END_TEST

START_TEST (single_files_need_no_folder)
{
  g_autoptr (OutputSet) set = output_set_new (NULL, FALSE);

  ck_assert_int_eq (g_mkdir ("sub", 0755), 0);
  put ("old.csv", "mine");
  ck_assert_int_eq (chmod ("old.csv", 0600), 0);
  ck_assert (output_set_check (set, NULL));
  ck_assert (output_set_check_file (set, "old.csv", NULL));
  sink_append (output_set_add_file (set, "old.csv", NULL), "a");
  sink_append (output_set_add_file (set, "sub/new.csv", NULL), "b");
  publish (set);
  assert_lists (".", "old.csv sub");
  assert_lists ("sub", "new.csv");
  assert_holds ("old.csv", "a");
  assert_holds ("sub/new.csv", "b");
  ck_assert_uint_eq (mode_of ("old.csv"), 0600);
}
END_TEST

START_TEST (a_set_without_files_changes_nothing)
{
  g_autoptr (OutputSet) set = output_set_new ("out", FALSE);

  publish (set);
  assert_lists (".", "");
}
END_TEST

START_TEST (one_path_cannot_be_two_outputs)
{
  g_autoptr (OutputSet) set = output_set_new ("out", FALSE);
  g_autoptr (GError) error = NULL, folder_error = NULL;

  fill (set, "rejects.csv");
  ck_assert_ptr_null (output_set_add_file (set, "./rejects.csv", &error));
  assert_refused (error, "./rejects.csv: is named for two outputs; nothing was written");
  ck_assert_ptr_null (output_set_add_file (set, "out", &folder_error));
  assert_refused (folder_error, "out: is named for two outputs; nothing was written");
}
END_TEST

START_TEST (a_file_written_without_a_sink_appears_with_the_others)
{
  g_autoptr (OutputSet) set = output_set_new ("out", FALSE);

  umask (027);
  if (_i == 0)
    reserve (set); /* before there is a temporary folder */
  fill (set, NULL);
  if (_i == 1)
    reserve (set);
  ck_assert_ptr_null (output_set_staged_path (set, "tieout.csv", NULL));
  publish (set);
  assert_lists ("out", "report.json report.xlsx tieout.csv");
  assert_holds ("out/report.xlsx", "book");
}
END_TEST

START_TEST (a_file_written_without_a_sink_leaves_no_trace)
{
  g_autoptr (OutputSet) set = output_set_new ("out", FALSE);

  fill (set, NULL);
  reserve (set);
  output_set_discard (set);
  assert_lists (".", "");
}
END_TEST

START_TEST (a_file_written_without_a_sink_must_be_durable_and_there)
{
  g_autoptr (OutputSet) set = output_set_new ("out", FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  reserve (set);
  if (_i == 0)
    fsync_countdown = 1;
  else
    ck_assert_int_eq (g_unlink (output_set_staged_path (set, "report.html", NULL)), 0);
  ck_assert (!output_set_prepare (set, &error));
  message = g_strdup_printf ("out: %s cannot be made durable: %s; nothing was written",
                             _i == 0 ? "report.xlsx" : "report.html",
                             g_strerror (_i == 0 ? EIO : ENOENT));
  assert_refused (error, message);
}
END_TEST

START_TEST (a_file_in_the_folder_belongs_to_the_pack)
{
  g_autoptr (OutputSet) set = output_set_new ("out", FALSE);
  g_autoptr (GError) error = NULL, twice = NULL;

  ck_assert (output_set_check_file (set, "./out/rejects.csv", NULL));
  ck_assert (!output_set_check_file (set, "out/bad.csv", &error));
  assert_refused (error, "out: a report pack cannot hold \"bad.csv\"; nothing was written");
  ck_assert_ptr_null (output_set_add_file (set, "out/bad.csv", NULL));
  fill (set, "./out/rejects.csv");
  ck_assert_ptr_null (output_set_add_file (set, "out/report.json", &twice));
  assert_refused (twice, "out: cannot write report.json: File exists; nothing was written");
  publish (set);
  assert_lists (".", "out");
  assert_lists ("out", "rejects.csv report.json tieout.csv");
}
END_TEST

START_TEST (what_appears_in_the_folder_meanwhile_is_not_lost)
{
  g_autoptr (OutputSet) set = output_set_new ("out", TRUE);
  g_autoptr (GError) error = NULL;

  no_exchange = _i == 1;
  make_earlier_pack ("out");
  fill (set, "rejects.csv");
  ck_assert (output_set_prepare (set, NULL));
  put ("out/letter.docx", "mine");
  ck_assert (!output_set_commit (set, &error));
  assert_refused (error, "out: holds \"letter.docx\", which is no part of a report pack; nothing "
                         "was written");
  assert_lists (".", "out");
  assert_lists ("out", "findings.csv letter.docx report.json");
}
END_TEST

START_TEST (a_folder_that_appears_meanwhile_is_not_lost)
{
  g_autoptr (OutputSet) set = output_set_new ("out", FALSE);

  fill (set, "rejects.csv");
  ck_assert (output_set_prepare (set, NULL));
  ck_assert_int_eq (g_mkdir ("out", 0755), 0);
  put ("out/letter.docx", "mine");
  ck_assert (!output_set_commit (set, NULL));
  assert_lists (".", "out");
  assert_lists ("out", "letter.docx");
}
END_TEST

/* The syncs of fill(): three files, then the pack's folder, then two parents. */
START_TEST (a_failed_sync_writes_nothing_and_is_not_tried_again)
{
  g_autoptr (OutputSet) set = output_set_new ("out", TRUE);
  g_autoptr (GError) error = NULL;

  make_earlier_pack ("out");
  fill (set, "rejects.csv");
  fsync_countdown = _i;
  ck_assert (!(output_set_prepare (set, &error) && output_set_commit (set, &error)));
  ck_assert_int_eq (fsync_countdown, 0);
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
  ck_assert (g_str_has_suffix (error->message, "Input/output error; nothing was written"));
  output_set_discard (set);
  assert_lists (".", "out");
  assert_lists ("out", "findings.csv report.json");
}
END_TEST

/* The renames of fill(): one for the folder, one for the rejects file; without exchange the
   folder takes three. */
START_TEST (a_failed_rename_puts_everything_back)
{
  g_autoptr (OutputSet) set = output_set_new ("out", TRUE);
  g_autoptr (GError) error = NULL;

  no_exchange = _i >= 3;
  make_earlier_pack ("out");
  fill (set, "rejects.csv");
  ck_assert (output_set_prepare (set, NULL));
  rename_countdown = no_exchange ? _i - 2 : _i;
  ck_assert (!output_set_commit (set, &error));
  assert_refused (error, rename_countdown == 0 && (_i == 2 || _i == 6)
                             ? "rejects.csv: cannot be renamed into place: Permission denied; "
                               "nothing was written"
                             : "out: cannot be renamed into place: Permission denied; nothing was "
                               "written");
  assert_lists (".", "out");
  assert_lists ("out", "findings.csv report.json");
  assert_holds ("out/report.json", EARLIER_REPORT);
}
END_TEST

/* The renames cannot be made durable, and then the folder cannot be renamed back. */
START_TEST (what_cannot_be_put_back_is_kept)
{
  g_autoptr (OutputSet) set = output_set_new ("out", TRUE);
  g_autoptr (GError) error = NULL;

  make_earlier_pack ("out");
  fill (set, "rejects.csv");
  ck_assert (output_set_prepare (set, NULL));
  g_autofree char *kept = g_strdup (output_set_temporary_path (set, 0));
  g_autofree char *report = g_build_filename (kept, "new", "report.json", NULL);
  g_autofree char *message
      = g_strdup_printf ("out: cannot be put back; what stood there before is in %s", kept);
  fsync_countdown = 1;  /* of the first parent, after both renames */
  rename_countdown = 4; /* folder, file, file back, folder back */
  ck_assert (!output_set_commit (set, &error));
  assert_refused (error, message);
  assert_holds (report, EARLIER_REPORT);
  ck_assert_str_eq (output_set_temporary_path (set, 0), kept);
  ck_assert_ptr_null (output_set_temporary_path (set, 1));
}
END_TEST

/* Without exchange the second or third rename fails, and so does every later one. */
START_TEST (the_only_copy_of_the_old_pack_is_kept)
{
  OutputSet *set = output_set_new ("out", TRUE);
  g_autoptr (GError) error = NULL;

  make_earlier_pack ("out");
  fill (set, NULL);
  ck_assert (output_set_prepare (set, NULL));
  g_autofree char *kept = g_strdup (output_set_temporary_path (set, 0));
  g_autofree char *report = g_build_filename (kept, "old", "report.json", NULL);
  no_exchange = renames_keep_failing = TRUE;
  rename_countdown = _i;
  ck_assert (!output_set_commit (set, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "what stood there before is in ./.out.tmp-"));
  output_set_discard (set);
  output_set_free (set);
  assert_holds (report, EARLIER_REPORT);
}
END_TEST

static gboolean
mount_small_disk (const char *path)
{
  return geteuid () == 0 && unshare (CLONE_NEWNS) == 0
         && mount ("none", "/", "", MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("none", path, "tmpfs", 0, "size=64k") == 0;
}

/* Sizes up to a few pages below and above what fits. */
START_TEST (a_full_disk_writes_nothing)
{
  guint refused_count = 0;

  ck_assert_int_eq (g_mkdir ("disk", 0755), 0);
  if (!mount_small_disk ("disk"))
    return; /* only root may mount */

  for (gsize pages = 8; pages < 24; pages++)
    {
      g_autoptr (OutputSet) set = output_set_new ("disk/out", FALSE);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strnfill (pages * 4096, 'x');

      sink_append (output_set_open (set, "report.json", NULL), text);
      sink_append (output_set_add_file (set, "disk/rejects.csv", NULL), "r");
      gboolean fine = output_set_prepare (set, &error) && output_set_commit (set, &error);
      if (fine)
        {
          assert_holds ("disk/out/report.json", text);
          assert_holds ("disk/rejects.csv", "r");
          remove_all ("disk/out");
          g_unlink ("disk/rejects.csv");
          continue;
        }
      refused_count++;
      ck_assert_ptr_nonnull (
          strstr (error->message, "No space left on device; nothing was written"));
      output_set_discard (set);
      assert_lists ("disk", "");
    }
  ck_assert_uint_ge (refused_count, 8);
  ck_assert_uint_lt (refused_count, 16);
  ck_assert_int_eq (umount ("disk"), 0);
}
END_TEST

static TCase *
tests_of_checks (void)
{
  TCase *tests = tcase_create ("checks");

  tcase_add_test (tests, an_earlier_pack_is_not_replaced_without_force);
  tcase_add_test (tests, the_parent_must_be_there);
  tcase_add_test (tests, one_path_cannot_be_two_outputs);
  return tests;
}

static TCase *
tests_of_writing (void)
{
  TCase *tests = tcase_create ("writing");

  tcase_add_loop_test (tests, a_new_folder_appears_whole, 0, 2);
  tcase_add_test (tests, the_umask_is_heeded);
  tcase_add_test (tests, the_temporary_folder_is_private_and_named_after_its_target);
  tcase_add_test (tests, an_empty_folder_is_filled_and_keeps_its_mode);
  tcase_add_loop_test (tests, an_earlier_pack_is_replaced_as_a_whole_with_force, 0, 2);
  tcase_add_test (tests, single_files_need_no_folder);
  tcase_add_test (tests, a_set_without_files_changes_nothing);
  tcase_add_test (tests, a_file_in_the_folder_belongs_to_the_pack);
  tcase_add_loop_test (tests, a_file_written_without_a_sink_appears_with_the_others, 0, 2);
  tcase_add_test (tests, a_file_written_without_a_sink_leaves_no_trace);
  tcase_add_loop_test (tests, a_file_written_without_a_sink_must_be_durable_and_there, 0, 2);
  return tests;
}

static TCase *
tests_of_faults (void)
{
  TCase *tests = tcase_create ("faults");

  tcase_add_loop_test (tests, nothing_is_left_after_giving_up, 0, 3);
  tcase_add_loop_test (tests, what_appears_in_the_folder_meanwhile_is_not_lost, 0, 2);
  tcase_add_test (tests, a_folder_that_appears_meanwhile_is_not_lost);
  tcase_add_loop_test (tests, a_failed_sync_writes_nothing_and_is_not_tried_again, 1, 7);
  tcase_add_loop_test (tests, a_failed_rename_puts_everything_back, 1, 7);
  tcase_add_test (tests, what_cannot_be_put_back_is_kept);
  tcase_add_loop_test (tests, the_only_copy_of_the_old_pack_is_kept, 2, 4);
  tcase_add_test (tests, a_full_disk_writes_nothing);
  return tests;
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("output-set");
  TCase *cases[] = { tests_of_checks (), tests_of_writing (), tests_of_faults () };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tcase_add_checked_fixture (cases[i], make_quiet_place, remove_place);
      suite_add_tcase (suite, cases[i]);
    }
  return suite;
}
