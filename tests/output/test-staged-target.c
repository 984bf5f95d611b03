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

#include "base/recon-error.h"
#include "output/pack.h"
#include "output/staged-target.h"
#include "test-place.h"

#define OUR_REPORT "{\n  \"schema\": \"acorecon.report/1\",\n"

/* Faults: this program's functions stand in for those of the C library, and fail with this code;
   0: they do as they should. */
static int fsync_code, rename_code, exchange_code, chmod_code, mkdir_code, staging_code;
static guint interruptions; /* so many calls are interrupted before one comes through */

/* What somebody puts in the place of the temporary folder as soon as it is made. */
typedef enum
{
  INTRUSION_NONE,
  INTRUSION_LINK,    /* to another folder */
  INTRUSION_FOREIGN, /* another folder, of another user */
  INTRUSION_FULL     /* another folder, which holds something */
} Intrusion;

static Intrusion intrusion;

static int
fail_with (int code)
{
  errno = code;
  return -1;
}

static gboolean
is_interrupted (void)
{
  if (interruptions == 0)
    return FALSE;
  interruptions--;
  errno = EINTR;
  return TRUE;
}

int
fsync (int fd)
{
  if (is_interrupted ())
    return -1;
  return fsync_code != 0 ? fail_with (fsync_code) : (int) syscall (SYS_fsync, fd);
}

int
renameat (int from, const char *old, int to, const char *new)
{
  if (is_interrupted ())
    return -1;
  return rename_code != 0 ? fail_with (rename_code)
                          : (int) syscall (SYS_renameat2, from, old, to, new, 0);
}

int
renameat2 (int from, const char *old, int to, const char *new, unsigned flags)
{
  if (is_interrupted ())
    return -1;
  return exchange_code != 0 ? fail_with (exchange_code)
                            : (int) syscall (SYS_renameat2, from, old, to, new, flags);
}

int
fchmodat (int at, const char *path, mode_t mode, int flags)
{
  ck_assert_int_eq (flags, 0);
  return chmod_code != 0 ? fail_with (chmod_code) : (int) syscall (SYS_fchmodat, at, path, mode);
}

static int
intrude (int at, const char *path)
{
  g_autofree char *inner = g_build_filename (path, "letter.docx", NULL);

  if (intrusion == INTRUSION_LINK)
    return symlinkat ("victim", at, path);
  if (syscall (SYS_mkdirat, at, path, 0700) != 0)
    return -1;
  if (intrusion == INTRUSION_FOREIGN)
    return fchownat (at, path, 1, 1, 0);
  if (intrusion == INTRUSION_FULL)
    return syscall (SYS_mkdirat, at, inner, 0700) == 0 ? 0 : -1;
  return 0;
}

int
mkdirat (int at, const char *path, mode_t mode)
{
  if (is_interrupted ())
    return -1;
  if (strchr (path, '.') != NULL) /* the temporary folder, and not what is in it */
    return staging_code != 0 ? fail_with (staging_code) : intrude (at, path);
  return mkdir_code != 0 ? fail_with (mkdir_code) : (int) syscall (SYS_mkdirat, at, path, mode);
}

static void
make_quiet_place (void)
{
  fsync_code = rename_code = exchange_code = chmod_code = mkdir_code = staging_code = 0;
  intrusion = INTRUSION_NONE;
  interruptions = 0;
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
  StagedTarget *target = staged_target_new (path, is_folder ? pack_kind () : NULL, TRUE);

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
  g_autoptr (StagedTarget) folder = staged_target_new ("sub/out//", pack_kind (), FALSE);
  g_autoptr (StagedTarget) root = staged_target_new ("//", pack_kind (), FALSE);

  ck_assert_str_eq (staged_target_path (folder), "sub/out");
  ck_assert_str_eq (staged_target_path (root), "/");
  ck_assert_ptr_null (staged_target_temporary_path (folder));
}
END_TEST

/* Within the temporary folder. (transfer full) */
static char *
staged (const StagedTarget *target, const char *path)
{
  ck_assert_ptr_nonnull (staged_target_temporary_path (target));
  return g_build_filename (staged_target_temporary_path (target), path, NULL);
}

/* Nothing stands in the working folder but what is temporary for @name. */
static void
assert_only_temporary (const StagedTarget *target, const char *name)
{
  g_autofree char *prefix = g_strdup_printf ("./.%s.tmp-", name);
  const char *path = staged_target_temporary_path (target);

  ck_assert_msg (g_str_has_prefix (path, prefix), "%s", path);
  ck_assert_uint_eq (strlen (path), strlen (prefix) + 6);
  assert_lists (".", path + 2);
}

START_TEST (a_file_appears)
{
  g_autoptr (StagedTarget) target = staged_target_new ("a.csv", NULL, FALSE);

  ck_assert (staged_target_check (target, NULL));
  assert_lists (".", "");
  ck_assert (staged_target_stage (target, NULL));
  assert_only_temporary (target, "a.csv");
  ck_assert_uint_eq (mode_of (staged_target_temporary_path (target)), 0700);
  write_sink (target, NULL, "text");
  ck_assert (staged_target_prepare (target, NULL));
  assert_only_temporary (target, "a.csv");
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

  assert_only_temporary (target, "out");
  ck_assert (staged_target_publish (target, NULL));
  ck_assert (staged_target_sync_place (target, NULL));
  staged_target_settle (target);
  assert_lists (".", "out");
  assert_holds ("out/report.json", OUR_REPORT "new");
  ck_assert_uint_eq (mode_of ("out"), 0700);
  ck_assert_uint_eq (mode_of ("out/report.json"), 0600);
}
END_TEST

START_TEST (a_file_of_a_folder_is_made_once)
{
  g_autoptr (StagedTarget) target = staged_target_new ("out", pack_kind (), FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert (staged_target_check (target, NULL));
  ck_assert (staged_target_stage (target, NULL));
  write_sink (target, "a.csv", "");
  ck_assert_ptr_null (staged_target_new_sink (target, "a.csv", "cannot write", &error));
  assert_refused (error, "cannot write: File exists");
}
END_TEST

START_TEST (what_is_shared_has_the_modes_that_the_umask_leaves)
{
  g_autoptr (StagedTarget) target = staged_target_new ("out", pack_kind (), FALSE);

  umask (027);
  staged_target_set_shared (target, TRUE);
  ck_assert (staged_target_check (target, NULL) && staged_target_stage (target, NULL));
  ck_assert_uint_eq (mode_of (staged_target_temporary_path (target)), 0700);
  write_sink (target, "report.json", OUR_REPORT);
  ck_assert (staged_target_prepare (target, NULL) && staged_target_publish (target, NULL));
  ck_assert_uint_eq (mode_of ("out"), 0750);
  ck_assert_uint_eq (mode_of ("out/report.json"), 0640);
}
END_TEST

/* Shared or not; a file that was not there before has a mode as if nothing had been there. */
START_TEST (what_is_replaced_gives_its_mode)
{
  const gboolean is_shared = _i == 1;

  put ("a.csv", "old");
  ck_assert_int_eq (chmod ("a.csv", 06640), 0);
  make_earlier_pack ();
  ck_assert_int_eq (chmod ("out/report.json", 0604), 0);
  g_autoptr (StagedTarget) file = staged_target_new ("a.csv", NULL, FALSE);
  g_autoptr (StagedTarget) folder = staged_target_new ("out", pack_kind (), TRUE);
  StagedTarget *const targets[] = { file, folder };

  for (guint i = 0; i < 2; i++)
    {
      staged_target_set_shared (targets[i], is_shared);
      ck_assert (staged_target_check (targets[i], NULL) && staged_target_stage (targets[i], NULL));
      write_sink (targets[i], "report.json", "new");
      if (i == 1)
        write_sink (folder, "tieout.csv", "new");
      ck_assert (staged_target_prepare (targets[i], NULL));
      ck_assert (staged_target_publish (targets[i], NULL));
      staged_target_settle (targets[i]);
    }
  assert_lists (".", "a.csv out");
  ck_assert_uint_eq (mode_of ("a.csv"), 0640); /* it runs as nobody else */
  ck_assert_uint_eq (mode_of ("out"), 0750);
  ck_assert_uint_eq (mode_of ("out/report.json"), 0604);
  ck_assert_uint_eq (mode_of ("out/tieout.csv"), is_shared ? 0644 : 0600);
}
END_TEST

START_TEST (only_what_was_written_is_published)
{
  static const char *const strange[] = { "tmp.abc", "folder", "tieout.csv", "a file" };
  g_autoptr (StagedTarget) target = staged_target_new ("out", pack_kind (), FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert (staged_target_check (target, NULL) && staged_target_stage (target, NULL));
  write_sink (target, "report.json", OUR_REPORT);
  write_sink (target, "tieout.csv", "x");
  g_autofree char *tie_out = staged (target, "new/tieout.csv");
  g_autofree char *path
      = g_strconcat (staged_target_temporary_path (target), "/new/", strange[_i], NULL);
  if (_i == 0)
    put (path, "left over");
  else if (_i == 1)
    ck_assert_int_eq (g_mkdir (path, 0700), 0);
  else
    ck_assert_int_eq (g_unlink (tie_out), 0);
  if (_i == 2)
    ck_assert_int_eq (symlink ("report.json", tie_out), 0);
  ck_assert (!staged_target_prepare (target, &error));
  g_autofree char *message
      = g_strdup_printf ("out: found \"%s\" where only what was written may stand; nothing was "
                         "written",
                         strange[_i]);
  if (_i == 3)
    ck_assert (strstr (error->message, "tieout.csv") != NULL);
  else
    ck_assert_str_eq (error->message, message);
  staged_target_unstage (target);
  assert_lists (".", "");
}
END_TEST

START_TEST (a_file_that_is_none_any_more_is_not_published)
{
  g_autoptr (StagedTarget) target = staged_target_new ("a.csv", NULL, FALSE);

  ck_assert (staged_target_check (target, NULL) && staged_target_stage (target, NULL));
  write_sink (target, NULL, "text");
  g_autofree char *path = staged (target, "new");
  ck_assert (g_unlink (path) == 0 && symlink ("/etc/passwd", path) == 0);
  ck_assert (!staged_target_prepare (target, NULL));
}
END_TEST

/* Before the program ends, while a writer may still have its files open. */
START_TEST (what_is_abandoned_leaves_no_trace)
{
  g_autoptr (StagedTarget) target = staged_target_new ("out", pack_kind (), FALSE);

  ck_assert (staged_target_check (target, NULL) && staged_target_stage (target, NULL));
  g_autoptr (Sink) sink = staged_target_new_sink (target, "report.json", "failed", NULL);
  staged_target_abandon (target);
  assert_lists (".", "");
  sink_append (sink, "too late");
  ck_assert (sink_finish (sink, NULL));
  ck_assert_ptr_null (staged_target_new_sink (target, "tieout.csv", "failed", NULL));
  ck_assert (!staged_target_prepare (target, NULL));
  assert_lists (".", "");
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

  g_autofree char *more = staged (target, "new/more"), *link = staged (target, "new/link");
  put (more, "x");
  ck_assert_int_eq (symlink ("..", link), 0);
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
      g_autoptr (StagedTarget) target
          = staged_target_new ("out", i == 0 ? pack_kind () : NULL, TRUE);
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
  g_autoptr (StagedTarget) target = staged_target_new (nameless[_i], pack_kind (), TRUE);
  g_autoptr (GError) error = NULL;

  ck_assert (!staged_target_check (target, &error));
  ck_assert (g_str_has_suffix (error->message, "cannot be replaced by renaming; give a name below "
                                               "it; nothing was written"));
}
END_TEST

START_TEST (the_parent_must_be_there)
{
  g_autoptr (StagedTarget) target = staged_target_new ("no/out", pack_kind (), FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert (!staged_target_check (target, &error));
  assert_refused (error, "no/out: cannot write into no: No such file or directory");
}
END_TEST

START_TEST (a_mount_point_is_refused)
{
  g_autoptr (StagedTarget) target = staged_target_new ("/proc", pack_kind (), TRUE);
  g_autoptr (GError) error = NULL;

  if (geteuid () != 0)
    return; /* refused already because "/" cannot be written */
  ck_assert (!staged_target_check (target, &error));
  assert_refused (error, "/proc: is a mount point; give a name below it");
}
END_TEST

START_TEST (a_place_without_permission_is_refused)
{
  g_autoptr (StagedTarget) inside = staged_target_new ("locked/out", pack_kind (), FALSE);
  g_autoptr (StagedTarget) pack = staged_target_new ("out", pack_kind (), TRUE);
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
  g_autoptr (StagedTarget) target = staged_target_new (name, pack_kind (), FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert (!staged_target_check (target, &error));
  assert_refused (error, message);
}
END_TEST

/* Failures */

START_TEST (a_temporary_folder_that_cannot_be_made_is_told)
{
  g_autoptr (StagedTarget) target = staged_target_new ("out", pack_kind (), FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert (staged_target_check (target, NULL));
  staging_code = _i == 0 ? EEXIST : ENOSPC;
  ck_assert (!staged_target_stage (target, &error));
  assert_refused (error, _i == 0 ? "out: cannot write beside it: File exists"
                                 : "out: cannot write beside it: No space left on device");
}
END_TEST

/* Nothing is written into it or removed from it. */
START_TEST (a_temporary_folder_that_somebody_exchanged_is_left_alone)
{
  g_autoptr (StagedTarget) target = staged_target_new ("out", pack_kind (), FALSE);
  g_autoptr (GError) error = NULL;

  if (_i == INTRUSION_FOREIGN && geteuid () != 0)
    return; /* only root can give folders away */
  put_deep ("victim/new", "precious");
  intrusion = (Intrusion) _i;
  ck_assert (staged_target_check (target, NULL));
  ck_assert (!staged_target_stage (target, &error));
  assert_refused (error, _i == INTRUSION_LINK ? "out: cannot write beside it: Not a directory"
                                              : "out: cannot write beside it: Operation not "
                                                "permitted");
  staged_target_unstage (target);
  assert_holds ("victim/new", "precious");
  g_autoptr (GDir) folder = g_dir_open (".", 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (folder)) != NULL) /* what is ours is gone again */
    ck_assert_msg (g_str_equal (name, "victim") || _i != INTRUSION_FOREIGN, "%s", name);
}
END_TEST

START_TEST (interrupted_calls_are_made_again)
{
  make_earlier_pack ();
  exchange_code = _i == 0 ? 0 : ENOSYS;
  g_autoptr (StagedTarget) target = staged_target_new ("out", pack_kind (), TRUE);

  ck_assert (staged_target_check (target, NULL));
  interruptions = 2;
  ck_assert (staged_target_stage (target, NULL));
  write_sink (target, "report.json", OUR_REPORT "new");
  interruptions = 2;
  ck_assert (staged_target_prepare (target, NULL));
  interruptions = 2;
  ck_assert (staged_target_publish (target, NULL));
  interruptions = 2;
  ck_assert (staged_target_sync_place (target, NULL));
  ck_assert_uint_eq (interruptions, 0);
  staged_target_settle (target);
  assert_lists (".", "out");
  assert_holds ("out/report.json", OUR_REPORT "new");
}
END_TEST

START_TEST (a_folder_that_cannot_be_made_is_told)
{
  g_autoptr (StagedTarget) target = staged_target_new ("out", pack_kind (), FALSE);
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
  g_autofree char *report = staged (target, "new/report.json");
  staged_target_free (target);
  assert_holds (report, OUR_REPORT);

  /* It is not for the next run to remove. */
  exchange_code = 0;
  staged_target_free (prepared ("out", TRUE));
  assert_holds (report, OUR_REPORT);
}
END_TEST

/* Whoever may rename it does not get what is in it, and it is not looked for elsewhere. */
START_TEST (a_temporary_folder_that_somebody_renames_is_emptied_all_the_same)
{
  g_autoptr (StagedTarget) target = prepared ("out", TRUE);

  ck_assert_int_eq (g_rename (staged_target_temporary_path (target), "stolen"), 0);
  ck_assert_int_eq (g_mkdir ("victim", 0755), 0);
  put ("victim/new", "precious");
  ck_assert_int_eq (symlink ("victim", staged_target_temporary_path (target)), 0);
  staged_target_unstage (target);
  assert_lists ("stolen", "");
  assert_holds ("victim/new", "precious");
}
END_TEST

START_TEST (a_temporary_folder_that_cannot_be_removed_keeps_its_path)
{
  g_autoptr (StagedTarget) target = prepared ("out", TRUE);

  g_autofree char *deep = staged (target, "new/a/b/c");
  ck_assert_int_eq (g_mkdir_with_parents (deep, 0700), 0);
  staged_target_unstage (target);
  ck_assert_ptr_nonnull (staged_target_temporary_path (target));
  assert_lists (deep, "");
}
END_TEST

static TCase *
tests_of_writing (void)
{
  TCase *tests = tcase_create ("writing");

  tcase_add_test (tests, slashes_at_the_end_do_not_count);
  tcase_add_test (tests, a_file_appears);
  tcase_add_test (tests, a_folder_appears);
  tcase_add_test (tests, a_file_of_a_folder_is_made_once);
  tcase_add_test (tests, what_is_shared_has_the_modes_that_the_umask_leaves);
  tcase_add_loop_test (tests, what_is_replaced_gives_its_mode, 0, 2);
  tcase_add_loop_test (tests, only_what_was_written_is_published, 0, 4);
  tcase_add_test (tests, a_file_that_is_none_any_more_is_not_published);
  tcase_add_test (tests, what_is_abandoned_leaves_no_trace);
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

  tcase_add_loop_test (tests, a_temporary_folder_that_cannot_be_made_is_told, 0, 2);
  tcase_add_loop_test (tests, a_temporary_folder_that_somebody_exchanged_is_left_alone,
                       INTRUSION_LINK, INTRUSION_FULL + 1);
  tcase_add_loop_test (tests, interrupted_calls_are_made_again, 0, 2);
  tcase_add_test (tests, a_folder_that_cannot_be_made_is_told);
  tcase_add_test (tests, a_mode_that_cannot_be_kept_is_told);
  tcase_add_test (tests, a_failed_sync_is_told);
  tcase_add_test (tests, a_folder_that_knows_no_sync_is_fine);
  tcase_add_loop_test (tests, a_failed_rename_is_told, 0, 2);
  tcase_add_test (tests, what_cannot_be_put_back_is_kept);
  tcase_add_test (tests, a_temporary_folder_that_somebody_renames_is_emptied_all_the_same);
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
