/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "input/bytes/standard-input.h"
#include "test-place.h"

/* Each test has a process, and so a standard input, of its own; or one that is put back. */
static int before;

/* This program's open() stands in for that of the C library: on some file systems no file can be
   without a name, and some files nobody may open anew. */
static gboolean has_no_tmpfile, has_no_reopening;

int
open (const char *path, int flags, ...)
{
  va_list arguments;
  va_start (arguments, flags);
  const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (arguments, mode_t) : 0;
  va_end (arguments);

  if (has_no_tmpfile && (flags & O_TMPFILE) == O_TMPFILE)
    {
      errno = EOPNOTSUPP;
      return -1;
    }
  if (has_no_reopening && g_str_has_prefix (path, "/proc/"))
    {
      errno = EACCES;
      return -1;
    }
  return openat (AT_FDCWD, path, flags, mode);
}

static void
set_up (void)
{
  make_place ();
  has_no_tmpfile = has_no_reopening = FALSE;
  ck_assert (g_setenv ("TMPDIR", place, TRUE));
  before = fcntl (STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
}

static void
tear_down (void)
{
  if (before >= 0)
    {
      ck_assert_int_eq (dup2 (before, STDIN_FILENO), STDIN_FILENO);
      close (before);
    }
  remove_place ();
}

static void
take (int fd)
{
  ck_assert_int_ge (fd, 0);
  ck_assert_int_eq (dup2 (fd, STDIN_FILENO), STDIN_FILENO);
  ck_assert_int_eq (close (fd), 0);
}

static void
take_file (const char *path)
{
  take (open (path, O_RDONLY | O_CLOEXEC));
}

/* A pipe that holds @text and is closed. */
static void
take_pipe (const char *text)
{
  int ends[2];

  ck_assert_int_eq (pipe (ends), 0);
  ck_assert_int_eq (write (ends[1], text, strlen (text)), (gssize) strlen (text));
  ck_assert_int_eq (close (ends[1]), 0);
  take (ends[0]);
}

static void
keep (void)
{
  g_autoptr (GError) error = NULL;
  const gboolean good = standard_input_keep (0, &error);

  ck_assert_msg (good, "%s", error == NULL ? "" : error->message);
}

static void
assert_refuses (guint64 max_bytes, int code, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!standard_input_keep (max_bytes, &error));
  ck_assert_str_eq (error->message, message);
  ck_assert (g_error_matches (error, RECON_ERROR, code));
}

/* Opened anew, it holds @text from its beginning. */
static void
assert_reads (const char *text)
{
  char bytes[64] = "";
  const int fd = open (standard_input_place ("-"), O_RDONLY | O_CLOEXEC);

  ck_assert_int_ge (fd, 0);
  ck_assert_int_eq (read (fd, bytes, sizeof bytes - 1), (gssize) strlen (text));
  ck_assert_str_eq (bytes, text);
  ck_assert_int_eq (close (fd), 0);
}

/* Of the folder for temporary files. */
static void
assert_nothing_is_left (void)
{
  assert_lists (place, "");
}

START_TEST (only_a_minus_is_standard_input)
{
  ck_assert (standard_input_is ("-"));
  ck_assert (!standard_input_is ("./-") && !standard_input_is ("") && !standard_input_is ("--"));
  ck_assert_str_eq (standard_input_place ("./-"), "./-");
  ck_assert_str_ne (standard_input_place ("-"), "-");
}
END_TEST

START_TEST (a_pipe_can_be_read_twice_and_kept_twice)
{
  struct stat info;

  has_no_tmpfile = _i == 1;
  take_pipe ("a,b\n1,2\n");
  keep ();
  assert_reads ("a,b\n1,2\n");
  keep ();
  assert_reads ("a,b\n1,2\n");
  ck_assert_int_eq (fstat (STDIN_FILENO, &info), 0);
  ck_assert (S_ISREG (info.st_mode));
  ck_assert_int_eq (info.st_mode & 0777, 0600);
  ck_assert_uint_eq (info.st_nlink, 0);
  assert_nothing_is_left ();
}
END_TEST

START_TEST (a_file_is_not_copied)
{
  struct stat file, input;

  put ("file", "one\n");
  take_file ("file");
  keep ();
  assert_reads ("one\n");
  ck_assert_int_eq (stat ("file", &file), 0);
  ck_assert_int_eq (fstat (STDIN_FILENO, &input), 0);
  ck_assert_uint_eq (file.st_ino, input.st_ino);
}
END_TEST

START_TEST (of_a_file_that_was_begun_the_rest_is_read)
{
  put ("file", "one\ntwo\n");
  take_file ("file");
  ck_assert_int_eq (lseek (STDIN_FILENO, 4, SEEK_SET), 4);
  keep ();
  assert_reads ("two\n");
  assert_lists (place, "file");
}
END_TEST

START_TEST (a_file_that_may_not_be_opened_anew_is_copied)
{
  put ("file", "one\n");
  take_file ("file");
  has_no_reopening = TRUE;
  keep ();
  has_no_reopening = FALSE;
  ck_assert_int_eq (unlink ("file"), 0);
  assert_reads ("one\n");
  assert_nothing_is_left ();
}
END_TEST

#define WAYS "expected a file or what another program writes, as in `acorecon check - <FILE'"

START_TEST (a_terminal_is_refused)
{
  const int master = posix_openpt (O_RDWR | O_NOCTTY);

  ck_assert_int_ge (master, 0);
  ck_assert (grantpt (master) == 0 && unlockpt (master) == 0);
  take (open (ptsname (master), O_RDWR | O_NOCTTY | O_CLOEXEC));
  assert_refuses (0, RECON_ERROR_USAGE, "-: standard input is a terminal, " WAYS);
  ck_assert_int_eq (close (master), 0);
}
END_TEST

START_TEST (a_closed_one_is_refused)
{
  if (_i == 0)
    ck_assert_int_eq (close (STDIN_FILENO), 0);
  else
    take (open ("/dev/null", O_WRONLY | O_CLOEXEC));
  assert_refuses (0, RECON_ERROR_USAGE, "-: standard input is closed, " WAYS);
}
END_TEST

START_TEST (a_folder_is_refused)
{
  take_file (".");
  assert_refuses (
      0, RECON_ERROR_INPUT,
      "-: standard input is a folder, expected a file; name the folder as PATH instead");
}
END_TEST

START_TEST (what_is_too_much_is_refused_and_goes)
{
  take_pipe ("123456789");
  assert_refuses (8, RECON_ERROR_INPUT,
                  "-: found more than 8 bytes on standard input, expected at most that; allow more "
                  "with --max-input");
  assert_nothing_is_left ();
  take_pipe ("12345678");
  ck_assert (standard_input_keep (8, NULL));
  assert_reads ("12345678");
}
END_TEST

START_TEST (what_cannot_be_kept_is_refused)
{
  struct rlimit usual, small;

  ck_assert (g_setenv ("TMPDIR", "/nowhere", TRUE));
  take_pipe ("12345678");
  if (_i == 0)
    assert_refuses (0, RECON_ERROR_INPUT,
                    "-: cannot be kept in /nowhere: No such file or directory; name a folder with "
                    "room for it in TMPDIR");
  else
    {
      g_autofree char *message = g_strdup_printf (
          "-: cannot be kept in %s: File too large; name a folder with room for it in TMPDIR",
          place);
      ck_assert (g_setenv ("TMPDIR", place, TRUE));
      (void) signal (SIGXFSZ, SIG_IGN);
      ck_assert_int_eq (getrlimit (RLIMIT_FSIZE, &usual), 0);
      small = (struct rlimit){ 4, usual.rlim_max };
      ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &small), 0);
      assert_refuses (0, RECON_ERROR_INPUT, message);
      ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &usual), 0);
      assert_nothing_is_left ();
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("standard-input");
  TCase *tests = tcase_create ("standard-input");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, only_a_minus_is_standard_input);
  tcase_add_loop_test (tests, a_pipe_can_be_read_twice_and_kept_twice, 0, 2);
  tcase_add_test (tests, a_file_is_not_copied);
  tcase_add_test (tests, of_a_file_that_was_begun_the_rest_is_read);
  tcase_add_test (tests, a_file_that_may_not_be_opened_anew_is_copied);
  tcase_add_test (tests, a_terminal_is_refused);
  tcase_add_loop_test (tests, a_closed_one_is_refused, 0, 2);
  tcase_add_test (tests, a_folder_is_refused);
  tcase_add_test (tests, what_is_too_much_is_refused_and_goes);
  tcase_add_loop_test (tests, what_cannot_be_kept_is_refused, 0, 2);
  suite_add_tcase (suite, tests);
  return suite;
}
