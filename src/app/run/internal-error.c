/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/internal-error.h"

#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "base/worker.h"

/* Only what a signal handler may do. @text begins a line of its own: GLib may have broken off in
   the middle of one. */
static G_GNUC_NORETURN void
end (const char *text)
{
  (void) !write (STDERR_FILENO, text, strlen (text));
  _exit (RECON_ERROR_INTERNAL);
}

static void
end_untouched (int number G_GNUC_UNUSED)
{
  end ("\nacorecon: internal error; nothing was written\n");
}

static void
end_changing (int number G_GNUC_UNUSED)
{
  end ("\nacorecon: internal error while the output was put in its place; look whether it is "
       "there\n");
}

static void
end_written (int number G_GNUC_UNUSED)
{
  end ("\nacorecon: internal error after all output was written\n");
}

/* A handler can know nothing but which one it is. */
void
internal_error_set_progress (OutputProgress progress)
{
  static const int signals[] = { SIGABRT, SIGTRAP, SIGSYS, SIGSEGV, SIGBUS, SIGFPE, SIGILL };
  const gsize count = worker_has_fault_stack () ? G_N_ELEMENTS (signals) : 3;
  static void (*const handlers[]) (int) = { [OUTPUT_UNTOUCHED] = end_untouched,
                                            [OUTPUT_CHANGING] = end_changing,
                                            [OUTPUT_WRITTEN] = end_written };
  struct sigaction action = { .sa_handler = handlers[progress], .sa_flags = SA_ONSTACK };

  for (gsize i = 0; i < count; i++)
    (void) sigaction (signals[i], &action, NULL);
}

/* GLib goes on after a critical message; a program that reckons money must not. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize field_count, gpointer data)
{
  g_log_writer_standard_streams (level, fields, field_count, data);
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL)) != 0)
    abort ();
  return G_LOG_WRITER_HANDLED;
}

void
internal_error_catch (char *stack)
{
  worker_use_fault_stack (stack);
  g_log_set_writer_func (write_log, NULL, NULL);
  internal_error_set_progress (OUTPUT_UNTOUCHED);
}

/* Exits */

struct ExitGuard
{
  gboolean is_allowed;
};

static void
judge_exit (int status G_GNUC_UNUSED, void *data)
{
  ExitGuard *guard = data;

  if (!guard->is_allowed)
    abort ();
  g_free (guard);
}

ExitGuard *
internal_error_guard_exit (void)
{
  ExitGuard *guard = g_new0 (ExitGuard, 1);

  if (on_exit (judge_exit, guard) != 0)
    abort ();
  return guard;
}

void
internal_error_allow_exit (ExitGuard *guard)
{
  guard->is_allowed = TRUE;
}
