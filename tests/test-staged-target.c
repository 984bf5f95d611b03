/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/recon-error.h"
#include "io/staged-target.h"
#include "test-place.h"

#define OUR_REPORT "{\n  \"schema\": \"acorecon.report/1\",\n"

/* Faults: this program's functions stand in for those of the C library, and fail with this code;
   0: they do as they should. */
static int fsync_code, rename_code, exchange_code, chmod_code, mkdir_code;
static gboolean temporary_folder_is_a_link;

static int
fail_with (int code)
{
  errno = code;
  return -1;
}

int
fsync (int fd)
{
  return fsync_code != 0 ? fail_with (fsync_code) : (int) syscall (SYS_fsync, fd);
}

int
renameat (int from, const char *old, int to, const char *new)
{
  return rename_code != 0 ? fail_with (rename_code)
                          : (int) syscall (SYS_renameat2, from, old, to, new, 0);
}

int
renameat2 (int from, const char *old, int to, const char *new, unsigned flags)
{
  return exchange_code != 0 ? fail_with (exchange_code)
                            : (int) syscall (SYS_renameat2, from, old, to, new, flags);
}

int
fchmodat (int at, const char *path, mode_t mode, int flags)
{
  ck_assert_int_eq (flags, 0);
  return chmod_code != 0 ? fail_with (chmod_code) : (int) syscall (SYS_fchmodat, at, path, mode);
}

int
mkdirat (int at, const char *path, mode_t mode)
{
  return mkdir_code != 0 ? fail_with (mkdir_code) : (int) syscall (SYS_mkdirat, at, path, mode);
}

char *
mkdtemp (char *template)
{
  memcpy (template + strlen (template) - 6, "abcdef", 6);
  if (temporary_folder_is_a_link)
    return symlink (".", template) == 0 ? template : NULL;
  return syscall (SYS_mkdirat, AT_FDCWD, template, 0700) == 0 ? template : NULL;
}

static void
make_quiet_place (void)
{
  fsync_code = rename_code = exchange_code = chmod_code = mkdir_code = 0;
  temporary_folder_is_a_link = FALSE;
  make_place ();
}

static void
assert_refused (const GError *error, const char *message)
{
  g_autofree char *whole = g_strconcat (message, "; nothing was written", NULL);

  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
  ck_assert_str_eq (error->message, whole);
}

static void
write_sink (StagedTarget *target, const char *name, const char *text)
{
  g_autoptr (Sink) sink = staged_target_new_sink (target, name, "failed", NULL);

  ck_assert_ptr_nonnull (sink);
  sink_append (sink, text);
  ck_assert (sink_finish (sink, NULL));
}

/* A target that only has to be published. @path: a folder or a single file. */
static StagedTarget *
prepared (const char *path, gboolean is_folder)
{
  StagedTarget *target = staged_target_new (path, is_folder, TRUE);

  ck_assert (staged_target_check (target, NULL));
  ck_assert (staged_target_stage (target, NULL));
  write_sink (target, "report.json", OUR_REPORT "new");
  ck_assert (staged_target_prepare (target, NULL));
  return target;
}

static void
make_earlier_pack (void)
{
  put_deep ("out/report.json", OUR_REPORT);
  ck_assert_int_eq (chmod ("out", 0750), 0);
}

START_TEST (slashes_at_the_end_do_not_count)
{
  g_autoptr (StagedTarget) folder = staged_target_new ("sub/out//", TRUE, FALSE);
  g_autoptr (StagedTarget) root = staged_target_new ("//", TRUE, FALSE);

  ck_assert_str_eq (staged_target_path (folder), "sub/out");
  ck_assert_str_eq (staged_target_path (root), "/");
  ck_assert_ptr_null (staged_target_temporary_path (folder));
}
END_TEST

START_TEST (a_reserved_file_is_like_one_of_a_sink)
{
  const gboolean is_folder = _i == 1;
  g_autoptr (StagedTarget) target = staged_target_new ("out", is_folder, FALSE);

  umask (027);
  ck_assert (staged_target_check (target, NULL) && staged_target_stage (target, NULL));
  g_autofree char *path = staged_target_reserve (target, "a.xlsx", "failed", NULL);
  ck_assert_str_eq (path, is_folder ? "./.out.tmp-abcdef/new/a.xlsx" : "./.out.tmp-abcdef/new");
  ck_assert_uint_eq (mode_of (path), 0640);
  ck_assert_ptr_null (staged_target_reserve (target, "a.xlsx", "failed", NULL));
  FILE *file = fopen (path, "wb");
  ck_assert (file != NULL && fputs ("book", file) >= 0 && fclose (file) == 0);
  ck_assert (staged_target_sync_reserved (target, "a.xlsx", NULL));
  ck_assert (staged_target_prepare (target, NULL) && staged_target_publish (target, NULL));
  assert_holds (is_folder ? "out/a.xlsx" : "out", "book");
  ck_assert_uint_eq (mode_of (is_folder ? "out/a.xlsx" : "out"), 0640);
}
END_TEST

START_TEST (a_reserved_file_that_cannot_be_synced_is_told)
{
  g_autoptr (StagedTarget) target = staged_target_new ("out", TRUE, FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert (staged_target_check (target, NULL) && staged_target_stage (target, NULL));
  g_autofree char *path = staged_target_reserve (target, "a.xlsx", "failed", NULL);
  ck_assert_ptr_nonnull (path);
  fsync_code = EIO;
  ck_assert (!staged_target_sync_reserved (target, "a.xlsx", &error));
  assert_refused (error, "out: a.xlsx cannot be made durable: Input/output error");
}
END_TEST

START_TEST (a_file_appears)
{
  g_autoptr (StagedTarget) target = staged_target_new ("a.csv", FALSE, FALSE);

  ck_assert (staged_target_check (target, NULL));
  assert_lists (".", "");
  ck_assert (staged_target_stage (target, NULL));
  ck_assert_str_eq (staged_target_temporary_path (target), "./.a.csv.tmp-abcdef");
  ck_assert_uint_eq (mode_of (".a.csv.tmp-abcdef"), 0700);
  write_sink (target, NULL, "text");
  ck_assert (staged_target_prepare (target, NULL));
  assert_lists (".", ".a.csv.tmp-abcdef");
  ck_assert (staged_target_publish (target, NULL));
  ck_assert (staged_target_sync_place (target, NULL));
  staged_target_settle (target);
  ck_assert_ptr_null (staged_target_temporary_path (target));
  assert_lists (".", "a.csv");
  assert_holds ("a.csv", "text");
}
END_TEST

START_TEST (a_folder_appears)
{
  g_autoptr (StagedTarget) target = prepared ("out", TRUE);

  assert_lists (".", ".out.tmp-abcdef");
  ck_assert (staged_target_publish (target, NULL));
  ck_assert (staged_target_sync_place (target, NULL));
  staged_target_settle (target);
  assert_lists (".", "out");
  assert_holds ("out/report.json", OUR_REPORT "new");
  ck_assert_uint_eq (mode_of ("out"), 0755);
}
END_TEST

START_TEST (a_file_of_a_folder_is_made_once)
{
  g_autoptr (StagedTarget) target = staged_target_new ("out", TRUE, FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert (staged_target_check (target, NULL));
  ck_assert (staged_target_stage (target, NULL));
  write_sink (target, "a.csv", "");
  ck_assert_ptr_null (staged_target_new_sink (target, "a.csv", "cannot write", &error));
  assert_refused (error, "cannot write: File exists");
}
END_TEST

START_TEST (what_is_replaced_gives_its_mode)
{
  put ("a.csv", "old");
  ck_assert_int_eq (chmod ("a.csv", 0600), 0);
  make_earlier_pack ();
  g_autoptr (StagedTarget) file = prepared ("a.csv", FALSE);
  g_autoptr (StagedTarget) folder = prepared ("out", TRUE);

  ck_assert (staged_target_publish (file, NULL));
  ck_assert (staged_target_publish (folder, NULL));
  staged_target_settle (file);
  staged_target_settle (folder);
  assert_lists (".", "a.csv out");
  ck_assert_uint_eq (mode_of ("a.csv"), 0600);
  ck_assert_uint_eq (mode_of ("out"), 0750);
}
END_TEST

/* With exchange and, where the file system has none, without. */
START_TEST (publishing_can_be_taken_back)
{
  const gboolean is_new = _i >= 2;

  exchange_code = _i % 2 == 0 ? 0 : ENOSYS;
  if (!is_new)
    make_earlier_pack ();
  g_autoptr (StagedTarget) target = prepared ("out", TRUE);
  ck_assert (staged_target_publish (target, NULL));
  assert_holds ("out/report.json", OUR_REPORT "new");
  ck_assert (staged_target_withdraw (target));
  staged_target_unstage (target);
  ck_assert_ptr_null (staged_target_temporary_path (target));
  assert_lists (".", is_new ? "" : "out");
  if (!is_new)
    assert_holds ("out/report.json", OUR_REPORT);
}
END_TEST

START_TEST (what_was_never_published_is_withdrawn)
{
  g_autoptr (StagedTarget) target = prepared ("out", TRUE);

  ck_assert (staged_target_withdraw (target));
  staged_target_unstage (target);
  assert_lists (".", "");
}
END_TEST

START_TEST (freeing_removes_every_temporary_trace)
{
  StagedTarget *target = prepared ("out", TRUE);

  put (".out.tmp-abcdef/new/more", "x");
  ck_assert_int_eq (g_mkdir (".out.tmp-abcdef/new/sub", 0755), 0);
  ck_assert_int_eq (symlink ("..", ".out.tmp-abcdef/new/sub/link"), 0);
  staged_target_free (target);
  staged_target_free (NULL);
  assert_lists (".", "");
}
END_TEST

START_TEST (what_takes_the_place_meanwhile_is_judged)
{
  g_autoptr (StagedTarget) target = prepared ("out", TRUE);
  g_autoptr (GError) error = NULL;

  put_deep ("out/letter.docx", "mine");
  ck_assert (!staged_target_publish (target, &error));
  assert_refused (error, "out: holds \"letter.docx\", which is no part of a report pack");
  ck_assert (staged_target_withdraw (target));
  assert_holds ("out/letter.docx", "mine");
}
END_TEST

/* Places that are refused */

static void
make_odd_thing (const char *kind)
{
  if (g_str_equal (kind, "link"))
    {
      ck_assert_int_eq (g_mkdir ("real", 0755), 0);
      ck_assert_int_eq (symlink ("real", "out"), 0);
    }
  else if (g_str_equal (kind, "broken link"))
    ck_assert_int_eq (symlink ("nowhere", "out"), 0);
  else if (g_str_equal (kind, "fifo"))
    ck_assert_int_eq (mkfifo ("out", 0600), 0);
  else if (g_str_equal (kind, "folder"))
    ck_assert_int_eq (g_mkdir ("out", 0755), 0);
  else
    put ("out", "mine");
}

static const struct
{
  const char *kind, *as_folder, *as_file; /* NULL: taken */
} odd_things[] = {
  { "link", "out: is a symbolic link; name what it points to",
    "out: is a symbolic link; name what it points to" },
  { "broken link", "out: is a symbolic link; name what it points to",
    "out: is a symbolic link; name what it points to" },
  { "fifo", "out: is not a folder", "out: is not a regular file" },
  { "file", "out: is not a folder", NULL },
  { "folder", NULL, "out: is not a regular file" },
};

START_TEST (links_fifos_and_the_other_kind_are_refused)
{
  const char *const expected[] = { odd_things[_i].as_folder, odd_things[_i].as_file };

  make_odd_thing (odd_things[_i].kind);
  for (gsize i = 0; i < 2; i++)
    {
      g_autoptr (StagedTarget) target = staged_target_new ("out", i == 0, TRUE);
      g_autoptr (GError) error = NULL;

      ck_assert_int_eq (staged_target_check (target, &error), expected[i] == NULL);
      if (expected[i] != NULL)
        assert_refused (error, expected[i]);
    }
}
END_TEST

static const char *const nameless[] = { ".", "..", "/", "", "./", "../..", "/." };

START_TEST (a_folder_that_cannot_be_renamed_is_refused)
{
  g_autoptr (StagedTarget) target = staged_target_new (nameless[_i], TRUE, TRUE);
  g_autoptr (GError) error = NULL;

  ck_assert (!staged_target_check (target, &error));
  ck_assert (g_str_has_suffix (error->message, "cannot be replaced by renaming; give a name below "
                                               "it; nothing was written"));
}
END_TEST

START_TEST (the_parent_must_be_there)
{
  g_autoptr (StagedTarget) target = staged_target_new ("no/out", TRUE, FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert (!staged_target_check (target, &error));
  assert_refused (error, "no/out: cannot write into no: No such file or directory");
}
END_TEST

START_TEST (a_mount_point_is_refused)
{
  g_autoptr (StagedTarget) target = staged_target_new ("/proc", TRUE, TRUE);
  g_autoptr (GError) error = NULL;

  if (geteuid () != 0)
    return; /* refused already because "/" cannot be written */
  ck_assert (!staged_target_check (target, &error));
  assert_refused (error, "/proc: is a mount point; give a name below it");
}
END_TEST

START_TEST (a_place_without_permission_is_refused)
{
  g_autoptr (StagedTarget) inside = staged_target_new ("locked/out", TRUE, FALSE);
  g_autoptr (StagedTarget) pack = staged_target_new ("out", TRUE, TRUE);
  g_autoptr (GError) error = NULL, pack_error = NULL;

  make_earlier_pack ();
  ck_assert_int_eq (g_mkdir ("locked", 0555), 0);
  if (geteuid () == 0)
    return; /* root may write everywhere */
  ck_assert (!staged_target_check (inside, &error));
  assert_refused (error, "locked/out: cannot write into locked: Permission denied");
  ck_assert_int_eq (chmod ("out", 0555), 0);
  ck_assert (!staged_target_check (pack, &pack_error));
  assert_refused (pack_error, "out: cannot replace the folder: Permission denied");
  ck_assert_int_eq (chmod ("out", 0755), 0);
}
END_TEST

START_TEST (an_overlong_name_is_refused)
{
  g_autofree char *name = g_strnfill (300, 'x');
  g_autofree char *message = g_strdup_printf ("%s: File name too long", name);
  g_autoptr (StagedTarget) target = staged_target_new (name, TRUE, FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert (!staged_target_check (target, &error));
  assert_refused (error, message);
}
END_TEST

/* Failures */

START_TEST (a_temporary_folder_that_cannot_be_made_is_told)
{
  g_autoptr (StagedTarget) target = staged_target_new ("out", TRUE, FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert (staged_target_check (target, NULL));
  put (".out.tmp-abcdef", "in the way");
  ck_assert (!staged_target_stage (target, &error));
  assert_refused (error, "out: cannot write beside it: File exists");
}
END_TEST

START_TEST (a_temporary_folder_that_somebody_exchanged_is_not_followed)
{
  g_autoptr (StagedTarget) target = staged_target_new ("out", TRUE, FALSE);
  g_autoptr (GError) error = NULL;

  temporary_folder_is_a_link = TRUE;
  ck_assert (staged_target_check (target, NULL));
  ck_assert (!staged_target_stage (target, &error));
  assert_refused (error, "./.out.tmp-abcdef: Not a directory");
}
END_TEST

START_TEST (a_folder_that_cannot_be_made_is_told)
{
  g_autoptr (StagedTarget) target = staged_target_new ("out", TRUE, FALSE);
  g_autoptr (GError) error = NULL;

  mkdir_code = ENOSPC;
  ck_assert (staged_target_check (target, NULL));
  ck_assert (!staged_target_stage (target, &error));
  assert_refused (error, "out: No space left on device");
}
END_TEST

START_TEST (a_mode_that_cannot_be_kept_is_told)
{
  make_earlier_pack ();
  g_autoptr (StagedTarget) target = prepared ("out", TRUE);
  g_autoptr (GError) error = NULL;

  chmod_code = EPERM;
  ck_assert (!staged_target_prepare (target, &error));
  assert_refused (error, "out: cannot keep its mode: Operation not permitted");
}
END_TEST

START_TEST (a_failed_sync_is_told)
{
  g_autoptr (StagedTarget) target = prepared ("out", TRUE);
  g_autoptr (GError) error = NULL, place_error = NULL;

  fsync_code = EIO;
  ck_assert (!staged_target_prepare (target, &error));
  assert_refused (error, "out: cannot be made durable: Input/output error");
  ck_assert (!staged_target_sync_place (target, &place_error));
  assert_refused (place_error, "out: cannot be made durable: Input/output error");
}
END_TEST

START_TEST (a_folder_that_knows_no_sync_is_fine)
{
  g_autoptr (StagedTarget) target = prepared ("out", TRUE);

  fsync_code = EINVAL;
  ck_assert (staged_target_prepare (target, NULL));
  ck_assert (staged_target_publish (target, NULL));
  ck_assert (staged_target_sync_place (target, NULL));
  staged_target_settle (target);
  assert_lists (".", "out");
}
END_TEST

START_TEST (a_failed_rename_is_told)
{
  g_autoptr (GError) error = NULL;

  if (_i == 1)
    make_earlier_pack ();
  g_autoptr (StagedTarget) target = prepared ("out", TRUE);
  rename_code = exchange_code = EACCES;
  ck_assert (!staged_target_publish (target, &error));
  assert_refused (error, "out: cannot be renamed into place: Permission denied");
  rename_code = exchange_code = 0;
  ck_assert (staged_target_withdraw (target));
  staged_target_unstage (target);
  assert_lists (".", _i == 1 ? "out" : "");
}
END_TEST

START_TEST (what_cannot_be_put_back_is_kept)
{
  make_earlier_pack ();
  StagedTarget *target = prepared ("out", TRUE);
  ck_assert (staged_target_publish (target, NULL));
  exchange_code = EACCES;
  ck_assert (!staged_target_withdraw (target));
  ck_assert_str_eq (staged_target_temporary_path (target), "./.out.tmp-abcdef");
  staged_target_free (target);
  assert_holds (".out.tmp-abcdef/new/report.json", OUR_REPORT);
}
END_TEST

/* Its parent has become a file. */
START_TEST (a_temporary_folder_that_cannot_be_removed_keeps_its_path)
{
  ck_assert_int_eq (g_mkdir ("sub", 0755), 0);
  g_autoptr (StagedTarget) target = prepared ("sub/out", TRUE);

  ck_assert_int_eq (rename ("sub", "elsewhere"), 0);
  put ("sub", "");
  staged_target_unstage (target);
  ck_assert_str_eq (staged_target_temporary_path (target), "sub/.out.tmp-abcdef");
}
END_TEST

static TCase *
tests_of_writing (void)
{
  TCase *tests = tcase_create ("writing");

  tcase_add_test (tests, slashes_at_the_end_do_not_count);
  tcase_add_test (tests, a_file_appears);
  tcase_add_loop_test (tests, a_reserved_file_is_like_one_of_a_sink, 0, 2);
  tcase_add_test (tests, a_folder_appears);
  tcase_add_test (tests, a_file_of_a_folder_is_made_once);
  tcase_add_test (tests, what_is_replaced_gives_its_mode);
  tcase_add_loop_test (tests, publishing_can_be_taken_back, 0, 4);
  tcase_add_test (tests, what_was_never_published_is_withdrawn);
  tcase_add_test (tests, freeing_removes_every_temporary_trace);
  tcase_add_test (tests, what_takes_the_place_meanwhile_is_judged);
  return tests;
}

static TCase *
tests_of_checks (void)
{
  TCase *tests = tcase_create ("checks");

  tcase_add_loop_test (tests, links_fifos_and_the_other_kind_are_refused, 0,
                       G_N_ELEMENTS (odd_things));
  tcase_add_loop_test (tests, a_folder_that_cannot_be_renamed_is_refused, 0,
                       G_N_ELEMENTS (nameless));
  tcase_add_test (tests, the_parent_must_be_there);
  tcase_add_test (tests, a_mount_point_is_refused);
  tcase_add_test (tests, a_place_without_permission_is_refused);
  tcase_add_test (tests, an_overlong_name_is_refused);
  return tests;
}

static TCase *
tests_of_faults (void)
{
  TCase *tests = tcase_create ("faults");

  tcase_add_test (tests, a_temporary_folder_that_cannot_be_made_is_told);
  tcase_add_test (tests, a_temporary_folder_that_somebody_exchanged_is_not_followed);
  tcase_add_test (tests, a_folder_that_cannot_be_made_is_told);
  tcase_add_test (tests, a_mode_that_cannot_be_kept_is_told);
  tcase_add_test (tests, a_failed_sync_is_told);
  tcase_add_test (tests, a_reserved_file_that_cannot_be_synced_is_told);
  tcase_add_test (tests, a_folder_that_knows_no_sync_is_fine);
  tcase_add_loop_test (tests, a_failed_rename_is_told, 0, 2);
  tcase_add_test (tests, what_cannot_be_put_back_is_kept);
  tcase_add_test (tests, a_temporary_folder_that_cannot_be_removed_keeps_its_path);
  return tests;
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("staged-target");
  TCase *cases[] = { tests_of_writing (), tests_of_checks (), tests_of_faults () };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tcase_add_checked_fixture (cases[i], make_quiet_place, remove_place);
      suite_add_tcase (suite, cases[i]);
    }
  return suite;
}
