/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/run/internal-error.h"
#include "base/recon-error.h"
#include "base/worker.h"
#include "test-place.h"

typedef enum
{
  FAULT_ABORT,
  FAULT_CRITICAL,
  FAULT_NO_MEMORY,
  FAULT_SEGMENTATION,
  FAULT_NO_STACK,
  FAULT_NO_STACK_IN_A_THREAD,
  FAULT_EXIT,
  FAULT_EXIT_IN_A_THREAD,
  FAULT_COUNT
} Fault;

static gpointer
exit_with_success (gpointer data G_GNUC_UNUSED)
{
  exit (0);
}

/* Without an end, which the compiler must not see. */
static guint
call_itself (volatile guint *depth)
{
  volatile char frame[4096];

  frame[0] = (char) ++*depth;
  return *depth == 0 ? 0 : call_itself (depth) + (guint) (guint8) frame[0];
}

static gpointer
call_itself_in_a_thread (gpointer data)
{
  return GUINT_TO_POINTER (call_itself (data));
}

static void
commit_fault (Fault fault)
{
  guint depth = 0;

  switch (fault)
    {
    case FAULT_ABORT:
      abort ();
    case FAULT_CRITICAL:
      g_critical ("a critical message");
      break;
    case FAULT_NO_MEMORY:
      g_free (g_malloc (G_MAXSIZE / 4));
      break;
    case FAULT_SEGMENTATION:
      (void) raise (SIGSEGV);
      break;
    case FAULT_NO_STACK:
      depth = call_itself (&depth);
      break;
    case FAULT_NO_STACK_IN_A_THREAD:
      worker_finish (worker_try_start ("stack", call_itself_in_a_thread, &depth));
      break;
    case FAULT_EXIT:
      exit (1);
    case FAULT_EXIT_IN_A_THREAD:
      worker_finish (worker_try_start ("exit", exit_with_success, NULL));
      break;
    case FAULT_COUNT:
    default:
      g_assert_not_reached ();
    }
}

static G_GNUC_NORETURN void
run_with_fault (Fault fault, OutputProgress progress)
{
  char stack[WORKER_FAULT_STACK_BYTES];

  begin_capture (STDERR_FILENO, "messages");
  internal_error_catch (stack);
  (void) internal_error_guard_exit ();
  internal_error_set_progress (progress);
  commit_fault (fault);
  _exit (0);
}

#define CHANGING \
  "\nacorecon: internal error while the output was put in its place; look whether it is there\n"

static const char *const texts[]
    = { [OUTPUT_UNTOUCHED] = "\nacorecon: internal error; nothing was written\n",
        [OUTPUT_CHANGING] = CHANGING,
        [OUTPUT_WRITTEN] = "\nacorecon: internal error after all output was written\n" };

/* These a sanitizer tells in its own way. */
#if defined __SANITIZE_ADDRESS__
#define HAS_SANITIZER TRUE
#elif defined __has_feature
#define HAS_SANITIZER __has_feature (address_sanitizer)
#else
#define HAS_SANITIZER FALSE
#endif

static gboolean
is_told_by_a_sanitizer (Fault fault)
{
  return HAS_SANITIZER && fault >= FAULT_NO_MEMORY && fault <= FAULT_NO_STACK_IN_A_THREAD;
}

START_TEST (every_fault_ends_with_status_70_and_a_text_that_is_true)
{
  for (guint progress = 0; progress < G_N_ELEMENTS (texts) && !is_told_by_a_sanitizer ((Fault) _i);
       progress++)
    {
      g_autofree char *messages = NULL;
      const pid_t child = fork ();
      int status;

      ck_assert_int_ge (child, 0);
      if (child == 0)
        run_with_fault ((Fault) _i, (OutputProgress) progress);
      ck_assert_int_eq (waitpid (child, &status, 0), child);
      ck_assert_msg (WIFEXITED (status) && WEXITSTATUS (status) == RECON_ERROR_INTERNAL,
                     "ended with status %x", (unsigned) status);
      ck_assert (g_file_get_contents ("messages", &messages, NULL, NULL));
      ck_assert_msg (g_str_has_suffix (messages, texts[progress]), "%s", messages);
    }
}
END_TEST

START_TEST (an_exit_that_is_allowed_keeps_its_status)
{
  const pid_t child = fork ();
  int status;

  ck_assert_int_ge (child, 0);
  if (child == 0)
    {
      char stack[WORKER_FAULT_STACK_BYTES];

      internal_error_catch (stack);
      internal_error_allow_exit (internal_error_guard_exit ());
      exit (3);
    }
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert (WIFEXITED (status) && WEXITSTATUS (status) == 3);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("internal-error");
  TCase *tests = tcase_create ("internal-error");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_loop_test (tests, every_fault_ends_with_status_70_and_a_text_that_is_true, 0,
                       FAULT_COUNT);
  tcase_add_test (tests, an_exit_that_is_allowed_keeps_its_status);
  suite_add_tcase (suite, tests);
  return suite;
}
