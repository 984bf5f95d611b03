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

#include "base/recon-error.h"
#include "output/pack.h"
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
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), _i == 0 ? "out" : "out//", FALSE);

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
  ck_assert_uint_eq (mode_of ("out"), 0700);
  ck_assert_uint_eq (mode_of ("out/tieout.csv"), 0600);
}
END_TEST

START_TEST (what_is_shared_heeds_the_umask)
{
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", FALSE);

  umask (027);
  output_set_set_shared (set, TRUE);
  fill (set, "rejects.csv");
  publish (set);
  ck_assert_uint_eq (mode_of ("out"), 0750);
  ck_assert_uint_eq (mode_of ("out/tieout.csv"), 0640);
  ck_assert_uint_eq (mode_of ("rejects.csv"), 0640);
}
END_TEST

START_TEST (the_temporary_folder_is_private_and_named_after_its_target)
{
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", FALSE);

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
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", FALSE);

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
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", TRUE);

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
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", FALSE);
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
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "no/out", FALSE);
  g_autoptr (GError) error = NULL, file_error = NULL;

  ck_assert (!output_set_check (set, &error));
  assert_refused (error,
                  "no/out: cannot write into no: No such file or directory; nothing was written");
  ck_assert (!output_set_check_file (set, "no/r.csv", &file_error));
  ck_assert_ptr_null (output_set_add_file (set, "no/r.csv", NULL));
  put ("file", "");
  g_autoptr (OutputSet) below_file = output_set_new (pack_kind (), "file/out", FALSE);
  ck_assert (!output_set_check (below_file, NULL));
}
END_TEST

/* 0: free, 1: discard, 2: both after prepare */
START_TEST (nothing_is_left_after_giving_up)
{
  OutputSet *set = output_set_new (pack_kind (), "out", TRUE);

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
  g_autoptr (OutputSet) set = output_set_new (NULL, NULL, FALSE);

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
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", FALSE);

  publish (set);
  assert_lists (".", "");
}
END_TEST

START_TEST (one_path_cannot_be_two_outputs)
{
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", FALSE);
  g_autoptr (GError) error = NULL, folder_error = NULL;

  fill (set, "rejects.csv");
  ck_assert_ptr_null (output_set_add_file (set, "./rejects.csv", &error));
  assert_refused (error, "./rejects.csv: is named for two outputs; nothing was written");
  ck_assert_ptr_null (output_set_add_file (set, "out", &folder_error));
  assert_refused (folder_error, "out: is named for two outputs; nothing was written");
}
END_TEST

START_TEST (single_files_are_private)
{
  g_autoptr (OutputSet) set = output_set_new (NULL, NULL, FALSE);

  sink_append (output_set_add_file (set, "rejects.csv", NULL), "a");
  publish (set);
  ck_assert_uint_eq (mode_of ("rejects.csv"), 0600);
}
END_TEST

START_TEST (a_writer_of_its_own_may_use_the_file_of_a_sink)
{
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", FALSE);
  const Sink *sink = output_set_open (set, "report.xlsx", NULL);

  ck_assert_ptr_nonnull (sink);
  ck_assert_int_eq (write (sink_fd (sink), "book", 4), 4);
  fill (set, NULL);
  publish (set);
  assert_lists ("out", "report.json report.xlsx tieout.csv");
  assert_holds ("out/report.xlsx", "book");
}
END_TEST

START_TEST (a_strange_file_among_the_new_ones_writes_nothing)
{
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", TRUE);
  g_autoptr (GError) error = NULL;

  make_earlier_pack ("out");
  fill (set, "rejects.csv");
  g_autofree char *path
      = g_build_filename (output_set_temporary_path (set, 0), "new", "tmp.abc", NULL);
  put (path, "left over");
  ck_assert (!output_set_prepare (set, &error));
  assert_refused (error, "out: found \"tmp.abc\" where only what was written may stand; nothing "
                         "was written");
  output_set_discard (set);
  assert_lists (".", "out");
  assert_lists ("out", "findings.csv report.json");
}
END_TEST

/* The end by a signal, from another thread. The lock is then held for good, so that the set cannot
   be freed any more. */

static OutputSet *abandoned;

static void
count_call (gpointer data)
{
  guint *calls = data;
  (*calls)++;
}

START_TEST (what_is_abandoned_leaves_no_trace)
{
  OutputSet *set = abandoned = output_set_new (pack_kind (), "out", FALSE);

  if (_i > 0)
    fill (set, "rejects.csv");
  if (_i == 2)
    ck_assert (output_set_prepare (set, NULL));
  ck_assert (!output_set_is_committed (set));
  ck_assert (output_set_abandon (set));
  assert_lists (".", "");
}
END_TEST

START_TEST (what_is_committed_cannot_be_abandoned)
{
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", FALSE);
  guint calls = 0;

  fill (set, "rejects.csv");
  output_set_set_last_look (set, count_call, &calls);
  ck_assert (output_set_prepare (set, NULL));
  ck_assert_uint_eq (calls, 0);
  ck_assert (output_set_commit (set, NULL));
  ck_assert_uint_eq (calls, 1);
  ck_assert (output_set_is_committed (set));
  ck_assert (!output_set_abandon (set));
  assert_lists (".", "out rejects.csv");
}
END_TEST

static gpointer
abandon (gpointer set)
{
  return GINT_TO_POINTER (output_set_abandon (set));
}

/* However the two threads take turns, either all is there or nothing. */
START_TEST (abandoning_while_something_is_written_leaves_no_trace)
{
  OutputSet *set = abandoned = output_set_new (pack_kind (), "out", FALSE);

  sink_append (output_set_open (set, "report.json", NULL), "x");
  GThread *thread = g_thread_new ("abandon", abandon, set);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/new/%u", output_set_temporary_path (set, 0), i);
      const int file = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

      if (file < 0)
        break; /* the folder is gone */
      ck_assert_int_eq (close (file), 0);
    }
  ck_assert (GPOINTER_TO_INT (g_thread_join (thread)));
  assert_lists (".", "");
}
END_TEST

START_TEST (a_file_in_the_folder_belongs_to_the_pack)
{
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", FALSE);
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
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", TRUE);
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
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", FALSE);

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
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", TRUE);
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
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", TRUE);
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

/* The only entry that begins like a temporary folder of "out". (transfer full) */
static char *
find_staged (void)
{
  g_autoptr (GDir) names = g_dir_open (".", 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (names)) != NULL)
    if (g_str_has_prefix (name, ".out.tmp-"))
      return g_build_filename (name, "new", NULL);
  return NULL;
}

/* The commit is not reached, or its renaming fails. */
START_TEST (what_was_promised_stays_when_it_cannot_take_its_place)
{
  OutputSet *set = output_set_new (pack_kind (), "out", FALSE);

  fill (set, NULL);
  ck_assert (output_set_prepare (set, NULL));
  ck_assert (output_set_promise (set, NULL));
  rename_countdown = _i;
  ck_assert (_i == 0 || !output_set_commit (set, NULL));
  output_set_free (set);
  g_autofree char *staged = find_staged ();
  ck_assert_ptr_nonnull (staged);
  assert_lists (staged, "report.json tieout.csv");
}
END_TEST

START_TEST (what_was_promised_stays_at_a_place_that_cannot_be_synced)
{
  OutputSet *set = output_set_new (pack_kind (), "out", FALSE);

  fill (set, NULL);
  ck_assert (output_set_prepare (set, NULL));
  ck_assert (output_set_promise (set, NULL));
  fsync_countdown = 1;
  ck_assert (!output_set_commit (set, NULL));
  output_set_free (set);
  assert_lists ("out", "report.json tieout.csv");
}
END_TEST

/* The syncs of a promise: the temporary folder, and that in which it stands. */
START_TEST (a_promise_that_cannot_be_kept_or_is_taken_back_leaves_nothing)
{
  OutputSet *set = output_set_new (pack_kind (), "out", FALSE);
  g_autoptr (GError) error = NULL;

  fill (set, NULL);
  ck_assert (output_set_prepare (set, NULL));
  fsync_countdown = _i;
  ck_assert_int_eq (output_set_promise (set, &error), _i == 0);
  if (_i == 0)
    output_set_give_up (set);
  else
    assert_refused (error, "out: cannot be made durable: Input/output error; nothing was written");
  output_set_free (set);
  assert_lists (".", "");
}
END_TEST

/* The renames cannot be made durable, and then the folder cannot be renamed back. */
START_TEST (what_cannot_be_put_back_is_kept)
{
  g_autoptr (OutputSet) set = output_set_new (pack_kind (), "out", TRUE);
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
  OutputSet *set = output_set_new (pack_kind (), "out", TRUE);
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
      g_autoptr (OutputSet) set = output_set_new (pack_kind (), "disk/out", FALSE);
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
  tcase_add_test (tests, what_is_shared_heeds_the_umask);
  tcase_add_test (tests, the_temporary_folder_is_private_and_named_after_its_target);
  tcase_add_test (tests, an_empty_folder_is_filled_and_keeps_its_mode);
  tcase_add_loop_test (tests, an_earlier_pack_is_replaced_as_a_whole_with_force, 0, 2);
  tcase_add_test (tests, single_files_need_no_folder);
  tcase_add_test (tests, a_set_without_files_changes_nothing);
  tcase_add_test (tests, a_file_in_the_folder_belongs_to_the_pack);
  tcase_add_test (tests, single_files_are_private);
  tcase_add_test (tests, a_writer_of_its_own_may_use_the_file_of_a_sink);
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
  tcase_add_loop_test (tests, what_was_promised_stays_when_it_cannot_take_its_place, 0, 2);
  tcase_add_test (tests, what_was_promised_stays_at_a_place_that_cannot_be_synced);
  tcase_add_loop_test (tests, a_promise_that_cannot_be_kept_or_is_taken_back_leaves_nothing, 0, 3);
  tcase_add_loop_test (tests, a_failed_rename_puts_everything_back, 1, 7);
  tcase_add_test (tests, what_cannot_be_put_back_is_kept);
  tcase_add_loop_test (tests, the_only_copy_of_the_old_pack_is_kept, 2, 4);
  tcase_add_test (tests, a_full_disk_writes_nothing);
  tcase_add_test (tests, a_strange_file_among_the_new_ones_writes_nothing);
  tcase_add_loop_test (tests, what_is_abandoned_leaves_no_trace, 0, 3);
  tcase_add_test (tests, what_is_committed_cannot_be_abandoned);
  tcase_add_loop_test (tests, abandoning_while_something_is_written_leaves_no_trace, 0, 20);
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
