/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/sandbox/call-filter.h"
#include "test-main.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Nothing takes the filter back: only where each test is a process of its own. */
static gboolean
confine (gboolean with_network)
{
  GError *error = NULL;

  if (!call_filter_is_there () || g_strcmp0 (g_getenv ("CK_FORK"), "no") == 0)
    return FALSE;
  ck_assert_msg (call_filter_enforce (with_network, &error), "%s",
                 error != NULL ? error->message : "");
  return TRUE;
}

START_TEST (no_other_program_runs)
{
  char *const words[] = { (char[]){ "true" }, NULL };

  if (!confine (FALSE))
    return;
  ck_assert_int_eq (execv ("/bin/true", words), -1);
  ck_assert_int_eq (errno, EPERM);
}
END_TEST

START_TEST (no_process_begins)
{
  if (!confine (FALSE))
    return;
#if !CALL_FILTER_FOR_SANITIZERS
  ck_assert_int_eq ((int) syscall (SYS_clone, SIGCHLD, NULL, NULL, NULL, 0), -1);
  ck_assert_int_eq (errno, EPERM);
#endif
}
END_TEST

static gpointer
answer (gpointer data)
{
  return data;
}

START_TEST (threads_begin)
{
  if (!confine (FALSE))
    return;
  GThread *thread = g_thread_new ("answer", answer, GINT_TO_POINTER (42));
  ck_assert_int_eq (GPOINTER_TO_INT (g_thread_join (thread)), 42);
}
END_TEST

START_TEST (no_socket_opens)
{
  if (!confine (FALSE))
    return;
  ck_assert_int_eq (socket (AF_INET, SOCK_STREAM, 0), -1);
  ck_assert_int_eq (errno, EPERM);
  ck_assert_int_eq (socket (AF_UNIX, SOCK_STREAM, 0), -1);
  ck_assert_int_eq (errno, EPERM);
}
END_TEST

START_TEST (sockets_stay_for_who_fetches)
{
  if (!confine (TRUE))
    return;
  const int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  ck_assert_int_ge (fd, 0);
  close (fd);
}
END_TEST

START_TEST (nothing_is_mounted_or_traced)
{
  if (!confine (FALSE))
    return;
  ck_assert_int_eq (mount ("none", "/nowhere", "tmpfs", 0, NULL), -1);
  ck_assert_int_eq (errno, EPERM);
  ck_assert_int_eq ((int) syscall (SYS_bpf, 0, NULL, 0), -1);
  ck_assert_int_eq (errno, EPERM);
  ck_assert_int_eq ((int) syscall (SYS_unshare, 0), -1);
  ck_assert_int_eq (errno, EPERM);
}
END_TEST

START_TEST (nothing_is_typed_into_a_terminal)
{
  if (!confine (FALSE))
    return;
  ck_assert_int_eq (ioctl (STDIN_FILENO, TIOCSTI, "x"), -1);
  ck_assert_int_eq (errno, EPERM);
}
END_TEST

START_TEST (what_came_later_does_not_exist)
{
  if (!confine (FALSE))
    return;
  ck_assert_int_eq ((int) syscall (5000), -1);
  ck_assert_int_eq (errno, ENOSYS);
}
END_TEST

START_TEST (files_open_and_memory_grows)
{
  if (!confine (FALSE))
    return;
  const int fd = open ("/dev/null", O_RDONLY | O_CLOEXEC);
  ck_assert_int_ge (fd, 0);
  close (fd);
  g_free (g_malloc (64 * 1024 * 1024));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("call-filter");
  TCase *tests = tcase_create ("call-filter");

  tcase_add_test (tests, no_other_program_runs);
  tcase_add_test (tests, no_process_begins);
  tcase_add_test (tests, threads_begin);
  tcase_add_test (tests, no_socket_opens);
  tcase_add_test (tests, sockets_stay_for_who_fetches);
  tcase_add_test (tests, nothing_is_mounted_or_traced);
  tcase_add_test (tests, nothing_is_typed_into_a_terminal);
  tcase_add_test (tests, what_came_later_does_not_exist);
  tcase_add_test (tests, files_open_and_memory_grows);
  suite_add_tcase (suite, tests);
  return suite;
}
