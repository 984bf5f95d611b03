/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/interruption.h"
#include "test-place.h"

static const int signals[] = { SIGTERM, SIGINT, SIGHUP };

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
  OutputSet *output = output_set_new ("out", FALSE);
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

/* Held, the output set is not touched; let go, it is. */
static G_GNUC_NORETURN void
run_held_until_killed (const Channel *channel)
{
  OutputSet *output = output_in_preparation ();
  Interruption *interruption = interruption_new (output);

  interruption_hold (interruption);
  tell_parent (channel, 'r');
  wait_for_parent (channel);
  g_usleep (50 * 1000);
  tell_parent (channel,
               g_file_test (output_set_temporary_path (output, 0), G_FILE_TEST_IS_DIR) ? 'k' : 'x');
  wait_for_parent (channel);
  interruption_let (interruption);
  sleep_until_killed ();
  _exit (104);
}

START_TEST (a_signal_waits_while_the_output_set_is_being_changed)
{
  Channel channel;

  open_channel (&channel);
  const pid_t child = fork ();
  ck_assert_int_ge (child, 0);
  if (child == 0)
    run_held_until_killed (&channel);
  expect_of_child (&channel, 'r');
  ck_assert_int_eq (kill (child, SIGTERM), 0);
  ck_assert_int_eq (write (channel.to_child[1], "g", 1), 1);
  expect_of_child (&channel, 'k');
  ck_assert_int_eq (waitpid (child, NULL, WNOHANG), 0);
  ck_assert_int_eq (write (channel.to_child[1], "g", 1), 1);
  assert_killed_by (child, SIGTERM);
  assert_lists (".", "");
  close_channel (&channel);
}
END_TEST

/* What was committed stays: there is nothing temporary left. */
static G_GNUC_NORETURN void
run_committed_until_killed (const Channel *channel)
{
  OutputSet *output = output_in_preparation ();
  Interruption *interruption = interruption_new (output);

  interruption_hold (interruption);
  if (!output_set_prepare (output, NULL) || !output_set_commit (output, NULL))
    _exit (103);
  interruption_let (interruption);
  tell_parent (channel, 'r');
  sleep_until_killed ();
  _exit (104);
}

START_TEST (a_signal_leaves_what_was_committed)
{
  Channel channel;

  open_channel (&channel);
  const pid_t child = fork ();
  ck_assert_int_ge (child, 0);
  if (child == 0)
    run_committed_until_killed (&channel);
  expect_of_child (&channel, 'r');
  ck_assert_int_eq (kill (child, SIGTERM), 0);
  assert_killed_by (child, SIGTERM);
  assert_lists (".", "bad.csv out");
  assert_holds ("out/report.json", "{}");
  close_channel (&channel);
}
END_TEST

START_TEST (afterwards_signals_are_as_they_were)
{
  g_autoptr (OutputSet) output = output_set_new (NULL, FALSE);
  Interruption *interruption = interruption_new (output);
  sigset_t during, after;

  ck_assert_int_eq (pthread_sigmask (SIG_SETMASK, NULL, &during), 0);
  interruption_hold (interruption);
  interruption_let (interruption);
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
  g_autoptr (OutputSet) output = output_set_new (NULL, FALSE);

  for (int i = 0; i < 20; i++)
    interruption_free (interruption_new (output));
  interruption_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("interruption");
  TCase *tests = tcase_create ("interruption");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_loop_test (tests, a_signal_removes_the_temporary_files_and_ends_the_program_by_itself,
                       0, G_N_ELEMENTS (signals));
  tcase_add_test (tests, a_signal_waits_while_the_output_set_is_being_changed);
  tcase_add_test (tests, a_signal_leaves_what_was_committed);
  tcase_add_test (tests, afterwards_signals_are_as_they_were);
  tcase_add_test (tests, one_may_follow_the_other);
  suite_add_tcase (suite, tests);
  return suite;
}
