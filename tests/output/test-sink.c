/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "output/sink.h"

#define LONG_TEXT_BYTES (300 * 1024)

/* Faults: this program's fsync() and close() stand in for those of the C library. */
static guint interruptions; /* of so many syncs */
static gboolean close_is_interrupted;

int
fsync (int fd)
{
  if (interruptions == 0)
    return (int) syscall (SYS_fsync, fd);
  interruptions--;
  errno = EINTR;
  return -1;
}

/* The number is free all the same. */
int
close (int fd)
{
  const int status = (int) syscall (SYS_close, fd);

  if (!close_is_interrupted)
    return status;
  close_is_interrupted = FALSE;
  errno = EINTR;
  return -1;
}

static void
assert_fails (Sink *sink, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!sink_flush (sink, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
  ck_assert_str_eq (error->message, message);
}

START_TEST (a_string_sink_takes_every_kind_of_piece)
{
  g_autoptr (GString) text = g_string_new ("so far: ");
  g_autoptr (Sink) sink = sink_new_string (text);

  sink_append (sink, "a");
  sink_append_bytes (sink, "b\0c", 3);
  sink_append_char (sink, 'd');
  sink_printf (sink, "%d%%", 5);
  ck_assert (sink_flush (sink, NULL));
  ck_assert (!sink_has_failed (sink));
  ck_assert_uint_eq (text->len, 15);
  ck_assert_mem_eq (text->str, "so far: ab\0cd5%", 15);
  sink_free (NULL);
}
END_TEST

START_TEST (a_full_device_is_told_at_the_end_and_every_time)
{
  int fd = open ("/dev/full", O_WRONLY | O_CLOEXEC);
  ck_assert_int_ge (fd, 0);
  g_autoptr (Sink) sink = sink_new_fd (fd, "full");

  sink_append (sink, "lost");
  ck_assert (!sink_has_failed (sink)); /* still held */
  assert_fails (sink, "full: No space left on device");
  ck_assert (sink_has_failed (sink));
  sink_append (sink, "dropped");
  assert_fails (sink, "full: No space left on device");
  ck_assert_int_eq (close (fd), 0);
}
END_TEST

START_TEST (a_long_text_fails_before_the_end_and_the_first_failure_stays)
{
  int fd = open ("/dev/full", O_WRONLY | O_CLOEXEC);
  g_autoptr (Sink) sink = sink_new_fd (fd, "full");
  g_autofree char *text = g_strnfill (LONG_TEXT_BYTES, 'x');

  sink_append (sink, text);
  ck_assert (sink_has_failed (sink));
  ck_assert_int_eq (close (fd), 0);
  assert_fails (sink, "full: No space left on device"); /* and not: bad file descriptor */
}
END_TEST

START_TEST (a_closed_standard_output_is_a_failure)
{
  ck_assert_int_ge (fflush (stdout), 0);
  int kept = dup (STDOUT_FILENO);
  close (STDOUT_FILENO);

  g_autoptr (Sink) sink = sink_new_stdout ();
  sink_append (sink, "nobody reads this");
  assert_fails (sink, "cannot write to standard output: Bad file descriptor");
  dup2 (kept, STDOUT_FILENO);
  close (kept);
}
END_TEST

START_TEST (a_new_file_never_takes_the_number_of_a_closed_standard_output)
{
  g_autofree char *place = g_dir_make_tmp ("acorecon-XXXXXX", NULL);
  int folder = open (place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int kept = dup (STDOUT_FILENO);
  close (STDOUT_FILENO);

  Sink *sink = sink_new_file (folder, "f", 0600, "f", NULL);
  ck_assert_ptr_nonnull (sink);
  ck_assert_int_eq (write (STDOUT_FILENO, "stray", 5), -1);
  dup2 (kept, STDOUT_FILENO);
  close (kept);
  ck_assert (sink_finish (sink, NULL));
  sink_free (sink);
  unlinkat (folder, "f", 0);
  close (folder);
  g_rmdir (place);
}
END_TEST

START_TEST (a_pipe_that_nobody_reads_is_a_failure_of_its_own)
{
  int ends[2];
  ck_assert_int_eq (pipe (ends), 0);
  signal (SIGPIPE, SIG_IGN);
  close (ends[0]);

  g_autoptr (Sink) sink = sink_new_fd (ends[1], "pipe");
  g_autoptr (GError) error = NULL;
  sink_append (sink, "x");
  ck_assert (!sink_flush (sink, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_PIPE));
  ck_assert_str_eq (error->message, "pipe: Broken pipe");
  close (ends[1]);
}
END_TEST

static void
ignore_signal (int number)
{
  (void) number;
}

/* A slow reader that interrupts the writer all the time. */
static void
read_slowly (int fd, pid_t writer, gsize expected)
{
  char buffer[4096];
  gsize count = 0;
  gssize length;

  while ((length = read (fd, buffer, sizeof buffer)) > 0)
    {
      for (gssize i = 0; i < length; i++, count++)
        if (buffer[i] != (char) ('a' + count % 26))
          _exit (1);
      kill (writer, SIGUSR1);
    }
  _exit (count == expected ? 0 : 2);
}

/* 0: the pipe blocks, so that signals interrupt writes; 1: it does not, so that it is full. */
START_TEST (every_byte_arrives_through_a_slow_pipe)
{
  int ends[2], status;
  struct sigaction action = { .sa_handler = ignore_signal }; /* without SA_RESTART */
  ck_assert_int_eq (sigaction (SIGUSR1, &action, NULL), 0);
  ck_assert_int_eq (pipe2 (ends, _i == 1 ? O_NONBLOCK : 0), 0);

  pid_t writer = getpid (), reader = fork ();
  ck_assert_int_ge (reader, 0);
  if (reader == 0)
    {
      close (ends[1]);
      fcntl (ends[0], F_SETFL, 0);
      read_slowly (ends[0], writer, LONG_TEXT_BYTES);
    }
  close (ends[0]);
  g_autoptr (Sink) sink = sink_new_fd (ends[1], "pipe");
  for (gsize i = 0; i < LONG_TEXT_BYTES; i++)
    sink_append_char (sink, (char) ('a' + i % 26));
  ck_assert (sink_flush (sink, NULL));
  close (ends[1]);
  while (waitpid (reader, &status, 0) < 0)
    ck_assert_int_eq (errno, EINTR);
  ck_assert_int_eq (status, 0);
}
END_TEST

START_TEST (a_file_is_new_and_has_the_mode_given)
{
  g_autofree char *place = g_dir_make_tmp ("acorecon-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (place, "f", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;
  int folder = open (place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  umask (022);
  g_autoptr (Sink) sink = sink_new_file (folder, "f", 0664, "F", NULL);
  sink_append (sink, "bytes");
  ck_assert (sink_finish (sink, NULL));
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert_str_eq (text, "bytes");
  ck_assert_int_eq (stat (path, &info), 0);
  ck_assert_int_eq (info.st_mode & 07777, 0644);

  ck_assert_ptr_null (sink_new_file (folder, "f", 0664, "F", &error));
  ck_assert_str_eq (error->message, "F: File exists");
  close (folder);
  g_unlink (path);
  g_rmdir (place);
}
END_TEST

START_TEST (interrupted_calls_lose_nothing)
{
  g_autofree char *place = g_dir_make_tmp ("acorecon-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (place, "f", NULL);
  g_autofree char *text = NULL;
  int folder = open (place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_autoptr (Sink) sink = sink_new_file (folder, "f", 0600, "F", NULL);

  sink_append (sink, "bytes");
  interruptions = 2; /* of the sync, which is made again */
  close_is_interrupted = TRUE;
  ck_assert (sink_finish (sink, NULL));
  ck_assert_uint_eq (interruptions, 0);
  ck_assert (!close_is_interrupted);
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert_str_eq (text, "bytes");
  close (folder);
  g_unlink (path);
  g_rmdir (place);
}
END_TEST

/* For a writer that writes by itself. */
START_TEST (the_file_itself_can_be_had)
{
  g_autofree char *place = g_dir_make_tmp ("acorecon-XXXXXX", NULL);
  int folder = open (place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_autoptr (Sink) sink = sink_new_file (folder, "f", 0600, "F", NULL);
  char buffer[8] = "";

  ck_assert_int_eq (write (sink_fd (sink), "book", 4), 4);
  ck_assert_int_eq (pread (sink_fd (sink), buffer, sizeof buffer, 0), 4);
  ck_assert_str_eq (buffer, "book");
  ck_assert (sink_finish (sink, NULL));
  unlinkat (folder, "f", 0);
  close (folder);
  g_rmdir (place);
}
END_TEST

START_TEST (a_link_is_not_followed)
{
  g_autofree char *place = g_dir_make_tmp ("acorecon-XXXXXX", NULL);
  int folder = open (place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  ck_assert_int_eq (symlinkat ("elsewhere", folder, "f"), 0);
  ck_assert_ptr_null (sink_new_file (folder, "f", 0664, "F", NULL));
  ck_assert_int_ne (faccessat (folder, "elsewhere", F_OK, 0), 0);
  unlinkat (folder, "f", 0);
  close (folder);
  g_rmdir (place);
}
END_TEST

typedef struct
{
  GString *taken;
  guint calls;
  guint refused; /* the call that it refuses, from 1; 0: none */
} Taker;

static int
take (gpointer data, gconstpointer bytes, gsize size)
{
  Taker *taker = data;

  g_string_append_len (taker->taken, bytes, (gssize) size);
  return ++taker->calls != taker->refused;
}

START_TEST (a_function_gets_the_bytes_in_pieces)
{
  g_autoptr (GString) taken = g_string_new (NULL);
  Taker taker = { .taken = taken };
  g_autoptr (Sink) sink = sink_new_func (take, &taker, "cannot");

  for (guint i = 0; i < 200000; i++)
    sink_append_char (sink, (char) ('a' + i % 26));
  ck_assert_uint_gt (taker.calls, 1);
  ck_assert (sink_flush (sink, NULL));
  ck_assert_uint_eq (taken->len, 200000);
  ck_assert_int_eq (taken->str[199999], 'a' + 199999 % 26);
}
END_TEST

START_TEST (a_function_that_refuses_is_not_called_again)
{
  g_autoptr (GString) taken = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Taker taker = { .taken = taken, .refused = 1 };
  g_autoptr (Sink) sink = sink_new_func (take, &taker, "cannot");

  for (guint i = 0; i < 200000; i++)
    sink_append_char (sink, 'x');
  ck_assert (sink_has_failed (sink));
  ck_assert (!sink_flush (sink, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
  ck_assert_str_eq (error->message, "cannot");
  ck_assert_uint_eq (taker.calls, 1);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("sink");
  TCase *tests = tcase_create ("sink");

  tcase_add_test (tests, a_string_sink_takes_every_kind_of_piece);
  tcase_add_test (tests, a_full_device_is_told_at_the_end_and_every_time);
  tcase_add_test (tests, a_long_text_fails_before_the_end_and_the_first_failure_stays);
  tcase_add_test (tests, a_closed_standard_output_is_a_failure);
  tcase_add_test (tests, a_new_file_never_takes_the_number_of_a_closed_standard_output);
  tcase_add_test (tests, a_pipe_that_nobody_reads_is_a_failure_of_its_own);
  tcase_add_loop_test (tests, every_byte_arrives_through_a_slow_pipe, 0, 2);
  tcase_add_test (tests, a_file_is_new_and_has_the_mode_given);
  tcase_add_test (tests, interrupted_calls_lose_nothing);
  tcase_add_test (tests, the_file_itself_can_be_had);
  tcase_add_test (tests, a_link_is_not_followed);
  tcase_add_test (tests, a_function_gets_the_bytes_in_pieces);
  tcase_add_test (tests, a_function_that_refuses_is_not_called_again);
  suite_add_tcase (suite, tests);
  return suite;
}
