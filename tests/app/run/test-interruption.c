/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/run/interruption.h"
#include "output/pack.h"
#include "test-place.h"

static const int signals[] = { SIGTERM, SIGINT, SIGHUP };

/* This program's signalfd() stands in for that of the C library. */
static gboolean no_signalfd;

int
signalfd (int fd, const sigset_t *set, int flags)
{
  if (no_signalfd)
    {
      errno = EMFILE;
      return -1;
    }
  return (int) syscall (SYS_signalfd4, fd, set, _NSIG / 8, flags);
}

/* Two processes tell each other when to go on. */
typedef struct
{
  int to_child[2];
  int to_parent[2];
} Channel;

static void
open_channel (Channel *channel)
{
  ck_assert_int_eq (pipe (channel->to_child), 0);
  ck_assert_int_eq (pipe (channel->to_parent), 0);
}

static void
close_channel (const Channel *channel)
{
  for (int i = 0; i < 2; i++)
    {
      ck_assert_int_eq (close (channel->to_child[i]), 0);
      ck_assert_int_eq (close (channel->to_parent[i]), 0);
    }
}

/* In the child; it must not come back into the test, whatever happens. */
static void
tell_parent (const Channel *channel, char what)
{
  if (write (channel->to_parent[1], &what, 1) != 1)
    _exit (100);
}

static void
wait_for_parent (const Channel *channel)
{
  char what;

  if (read (channel->to_child[0], &what, 1) != 1)
    _exit (101);
}

static void
sleep_until_killed (void)
{
  alarm (20);
  for (;;)
    pause ();
}

/* In the parent. */
static void
expect_of_child (const Channel *channel, char expected)
{
  char what = '-';

  ck_assert_int_eq (read (channel->to_parent[0], &what, 1), 1);
  ck_assert_int_eq (what, expected);
}

static void
assert_killed_by (pid_t child, int number)
{
  int status;

  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert_msg (WIFSIGNALED (status) && WTERMSIG (status) == number, "ended with status %x",
                 (unsigned) status);
}

static OutputSet *
output_in_preparation (void)
{
  OutputSet *output = output_set_new (pack_kind (), "out", FALSE);
  Sink *pack = output_set_open (output, "report.json", NULL);
  Sink *file = output_set_add_file (output, "bad.csv", NULL);

  if (pack == NULL || file == NULL)
    _exit (102);
  sink_append (pack, "{}");
  sink_append (file, "file,line\n");
  return output;
}

static G_GNUC_NORETURN void
run_until_killed (const Channel *channel)
{
  OutputSet *output = output_in_preparation ();
  Interruption *interruption = interruption_new (output);

  if (!output_set_prepare (output, NULL) || interruption == NULL)
    _exit (103);
  tell_parent (channel, 'r');
  sleep_until_killed ();
  _exit (104);
}

START_TEST (a_signal_removes_the_temporary_files_and_ends_the_program_by_itself)
{
  Channel channel;

  open_channel (&channel);
  const pid_t child = fork ();
  ck_assert_int_ge (child, 0);
  if (child == 0)
    run_until_killed (&channel);
  expect_of_child (&channel, 'r');
  ck_assert_int_eq (kill (child, signals[_i]), 0);
  assert_killed_by (child, signals[_i]);
  assert_lists (".", "");
  close_channel (&channel);
}
END_TEST

/* The signal comes before the commit: it wins, whether the thread that waits for it has run or not.
   It often has not, so this is tried often. */
static G_GNUC_NORETURN void
run_interrupted_before_the_commit (int number)
{
  OutputSet *output = output_in_preparation ();
  Interruption *interruption = interruption_new (output);

  if (!output_set_prepare (output, NULL) || kill (getpid (), number) != 0)
    _exit (103);
  (void) interruption_commit (interruption, NULL);
  _exit (104);
}

START_TEST (a_signal_before_the_commit_wins)
{
  for (guint attempt = 0; attempt < 100; attempt++)
    {
      const pid_t child = fork ();

      ck_assert_int_ge (child, 0);
      if (child == 0)
        run_interrupted_before_the_commit (signals[_i]);
      assert_killed_by (child, signals[_i]);
      assert_lists (".", "");
    }
}
END_TEST

/* What happened is what the parent is told, whenever the signal comes. */
static G_GNUC_NORETURN void
run_interrupted_at_some_time (const Channel *channel)
{
  OutputSet *output = output_in_preparation ();
  Interruption *interruption = interruption_new (output);

  tell_parent (channel, 'r');
  const gboolean committed
      = output_set_prepare (output, NULL) && interruption_commit (interruption, NULL);
  interruption_free (interruption);
  if (!committed)
    _exit (103);
  output_set_free (output);
  _exit (0);
}

START_TEST (the_status_is_true_whenever_a_signal_comes)
{
  guint committed = 0;
  Channel channel;
  int status;

  open_channel (&channel);
  for (guint attempt = 0; attempt < 300; attempt++)
    {
      const pid_t child = fork ();

      ck_assert_int_ge (child, 0);
      if (child == 0)
        run_interrupted_at_some_time (&channel);
      expect_of_child (&channel, 'r');
      g_usleep (attempt % 100 * 20);
      ck_assert_int_eq (kill (child, SIGTERM), 0);
      ck_assert_int_eq (waitpid (child, &status, 0), child);
      if (WIFEXITED (status))
        {
          ck_assert_int_eq (WEXITSTATUS (status), 0);
          assert_lists (".", "bad.csv out");
          remove_all ("out");
          remove_all ("bad.csv");
          committed++;
        }
      ck_assert (WIFEXITED (status) || WTERMSIG (status) == SIGTERM);
      assert_lists (".", "");
    }
  close_channel (&channel);
  ck_assert_uint_gt (committed, 0);
}
END_TEST

/* What was committed stays, and the program ends as if nothing had come. */
static G_GNUC_NORETURN void
run_interrupted_after_the_commit (const Channel *channel)
{
  OutputSet *output = output_in_preparation ();
  Interruption *interruption = interruption_new (output);

  if (!output_set_prepare (output, NULL) || !interruption_commit (interruption, NULL))
    _exit (103);
  tell_parent (channel, 'r');
  wait_for_parent (channel);
  interruption_free (interruption);
  output_set_free (output);
  tell_parent (channel, 'f');
  wait_for_parent (channel);
  _exit (0);
}

START_TEST (a_signal_after_the_commit_is_too_late)
{
  Channel channel;
  int status;

  open_channel (&channel);
  const pid_t child = fork ();
  ck_assert_int_ge (child, 0);
  if (child == 0)
    run_interrupted_after_the_commit (&channel);
  expect_of_child (&channel, 'r');
  ck_assert_int_eq (kill (child, SIGTERM), 0);
  ck_assert_int_eq (write (channel.to_child[1], "g", 1), 1);
  expect_of_child (&channel, 'f');
  ck_assert_int_eq (kill (child, SIGINT), 0);
  ck_assert_int_eq (write (channel.to_child[1], "g", 1), 1);
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert_int_eq (status, 0);
  assert_lists (".", "bad.csv out");
  assert_holds ("out/report.json", "{}");
  close_channel (&channel);
}
END_TEST

/* Something else was made true first, as in the history: what belongs to it is not taken away. */
static G_GNUC_NORETURN void
run_interrupted_after_the_decision (gboolean has_output)
{
  OutputSet *output = output_in_preparation ();
  Interruption *interruption = has_output ? interruption_new (output) : NULL;

  interruption_decide (interruption);
  if (kill (getpid (), SIGTERM) != 0 || !output_set_prepare (output, NULL))
    _exit (103);
  g_usleep (20 * 1000);
  const gboolean is_committed
      = has_output ? interruption_commit (interruption, NULL) : output_set_commit (output, NULL);
  interruption_free (interruption);
  output_set_free (output);
  _exit (is_committed ? 0 : 104);
}

START_TEST (a_signal_after_the_decision_is_too_late)
{
  int status;

  const pid_t child = fork ();
  ck_assert_int_ge (child, 0);
  if (child == 0)
    run_interrupted_after_the_decision (_i == 1);
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert_int_eq (status, 0);
  assert_lists (".", "bad.csv out");
}
END_TEST

/* It was decided, and what was to be made true failed: the program goes on to say so. */
static G_GNUC_NORETURN void
run_interrupted_and_failed (void)
{
  OutputSet *output = output_in_preparation ();
  Interruption *interruption = interruption_new (output);

  interruption_decide (interruption);
  if (kill (getpid (), SIGTERM) != 0)
    _exit (103);
  interruption_free (interruption);
  output_set_free (output);
  _exit (4);
}

START_TEST (a_failure_after_the_decision_is_told)
{
  int status;

  const pid_t child = fork ();
  ck_assert_int_ge (child, 0);
  if (child == 0)
    run_interrupted_and_failed ();
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert (WIFEXITED (status) && WEXITSTATUS (status) == 4);
  assert_lists (".", "");
}
END_TEST

/* A writer that goes on and on does not keep the program from ending. */
static G_GNUC_NORETURN void
run_writing_until_killed (const Channel *channel)
{
  OutputSet *output = output_in_preparation ();

  if (interruption_new (output) == NULL)
    _exit (103);
  tell_parent (channel, 'r');
  alarm (20);
  for (guint i = 0;; i++)
    {
      g_autofree char *path = g_strdup_printf ("file-%u", i);

      sink_append (output_set_add_file (output, path, NULL), "x");
    }
}

START_TEST (whatever_is_being_written_ends_at_once)
{
  Channel channel;

  open_channel (&channel);
  const pid_t child = fork ();
  ck_assert_int_ge (child, 0);
  if (child == 0)
    run_writing_until_killed (&channel);
  expect_of_child (&channel, 'r');
  g_usleep (20 * 1000);
  const gint64 start = g_get_monotonic_time ();
  ck_assert_int_eq (kill (child, SIGTERM), 0);
  assert_killed_by (child, SIGTERM);
  ck_assert_int_lt (g_get_monotonic_time () - start, G_USEC_PER_SEC);
  assert_lists (".", "");
  close_channel (&channel);
}
END_TEST

START_TEST (signals_that_the_caller_ignores_or_blocks_stay_so)
{
  const gboolean is_blocked = _i == 1;
  g_autoptr (OutputSet) output = output_set_new (NULL, NULL, FALSE);
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGHUP);
  if (is_blocked)
    ck_assert_int_eq (pthread_sigmask (SIG_BLOCK, &set, NULL), 0);
  else
    ck_assert (signal (SIGHUP, SIG_IGN) != SIG_ERR);
  Interruption *interruption = interruption_new (output);
  ck_assert_int_eq (raise (SIGHUP), 0);
  ck_assert_int_eq (kill (getpid (), SIGHUP), 0);
  g_usleep (20 * 1000);
  ck_assert (output_set_prepare (output, NULL));
  ck_assert (interruption_commit (interruption, NULL));
  interruption_free (interruption);
  ck_assert_int_eq (sigpending (&set), 0);
  ck_assert_int_eq (sigismember (&set, SIGHUP), is_blocked);
}
END_TEST

/* Without a thread signals do what they would do without an Interruption, except in the commit. */
START_TEST (what_cannot_be_had_is_done_without)
{
  Channel channel;

  open_channel (&channel);
  no_signalfd = TRUE;
  const pid_t child = fork ();
  ck_assert_int_ge (child, 0);
  if (child == 0 && signal (SIGTERM, SIG_DFL) == SIG_ERR) /* Check has a handler of its own */
    _exit (105);
  if (child == 0 && _i == 0)
    run_until_killed (&channel);
  else if (child == 0)
    run_interrupted_after_the_commit (&channel);
  expect_of_child (&channel, 'r');
  ck_assert_int_eq (kill (child, SIGTERM), 0);
  if (_i == 0)
    assert_killed_by (child, SIGTERM);
  else
    {
      int status;
      ck_assert_int_eq (write (channel.to_child[1], "gg", 2), 2);
      expect_of_child (&channel, 'f');
      ck_assert_int_eq (waitpid (child, &status, 0), child);
      ck_assert_int_eq (status, 0);
      assert_lists (".", "bad.csv out");
    }
  close_channel (&channel);
}
END_TEST

START_TEST (what_is_not_committed_is_discarded)
{
  g_autoptr (OutputSet) output = output_in_preparation ();

  interruption_free (interruption_new (output));
  assert_lists (".", "");
}
END_TEST

START_TEST (afterwards_signals_are_as_they_were)
{
  g_autoptr (OutputSet) output = output_set_new (NULL, NULL, FALSE);
  Interruption *interruption = interruption_new (output);
  sigset_t during, after;

  ck_assert_int_eq (pthread_sigmask (SIG_SETMASK, NULL, &during), 0);
  interruption_free (interruption);
  ck_assert_int_eq (pthread_sigmask (SIG_SETMASK, NULL, &after), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      ck_assert_int_eq (sigismember (&during, signals[i]), 1);
      ck_assert_int_eq (sigismember (&after, signals[i]), 0);
    }
}
END_TEST

START_TEST (one_may_follow_the_other)
{
  g_autoptr (OutputSet) output = output_set_new (NULL, NULL, FALSE);

  for (int i = 0; i < 20; i++)
    interruption_free (interruption_new (output));
  interruption_free (NULL);
}
END_TEST

/* The tests may be run by what ignores hangups, like nohup; they expect the usual. */
static void
expect_signals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    ck_assert (signal (signals[i], SIG_DFL) != SIG_ERR);
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("interruption");
  TCase *tests = tcase_create ("interruption");

  tcase_add_checked_fixture (tests, expect_signals, NULL);
  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_set_timeout (tests, 60);
  tcase_add_loop_test (tests, a_signal_removes_the_temporary_files_and_ends_the_program_by_itself,
                       0, G_N_ELEMENTS (signals));
  tcase_add_loop_test (tests, a_signal_before_the_commit_wins, 0, G_N_ELEMENTS (signals));
  tcase_add_test (tests, the_status_is_true_whenever_a_signal_comes);
  tcase_add_test (tests, a_signal_after_the_commit_is_too_late);
  tcase_add_loop_test (tests, a_signal_after_the_decision_is_too_late, 0, 2);
  tcase_add_test (tests, a_failure_after_the_decision_is_told);
  tcase_add_test (tests, whatever_is_being_written_ends_at_once);
  tcase_add_loop_test (tests, signals_that_the_caller_ignores_or_blocks_stay_so, 0, 2);
  tcase_add_loop_test (tests, what_cannot_be_had_is_done_without, 0, 2);
  tcase_add_test (tests, what_is_not_committed_is_discarded);
  tcase_add_test (tests, afterwards_signals_are_as_they_were);
  tcase_add_test (tests, one_may_follow_the_other);
  suite_add_tcase (suite, tests);
  return suite;
}
