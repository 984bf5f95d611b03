/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/interruption.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "app/run/internal-error.h"
#include "base/worker.h"

#define LOOK_MS 200

struct Interruption
{
  OutputSet *output;
  Worker *worker;  /* NULL: there is none, and signals are only blocked by the commit */
  int signals;     /* signalfd */
  int stop;        /* eventfd */
  gint is_stopped; /* atomic; looked at now and then, should writing to stop fail */
  sigset_t set;    /* the signals that are waited for */
  sigset_t before;
  gboolean is_decided; /* no signal can have its way any more */
};

/* What the caller ignores, as nohup does, or blocks is none of ours. */
static void
fill_signals (Interruption *self)
{
  static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };
  struct sigaction action;

  sigemptyset (&self->set);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (sigaction (numbers[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN
        && sigismember (&self->before, numbers[i]) == 0)
      sigaddset (&self->set, numbers[i]);
}

static void
end_by_signal (int number)
{
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, number);
  (void) raise (number);
  (void) pthread_sigmask (SIG_UNBLOCK, &set, NULL);
}

/* The signal that waits to be taken; 0: none does. */
static int
take_signal (const Interruption *self)
{
  struct signalfd_siginfo info;

  if (TEMP_FAILURE_RETRY (read (self->signals, &info, sizeof info)) != (gssize) sizeof info)
    return 0;
  return (int) info.ssi_signo;
}

/* The signal is only taken once nothing can be committed any more: until then whoever commits must
   be able to see it. */
static gpointer
wait_for_signal (gpointer data)
{
  Interruption *self = data;
  struct pollfd fds[]
      = { { .fd = self->signals, .events = POLLIN }, { .fd = self->stop, .events = POLLIN } };

  while (poll (fds, G_N_ELEMENTS (fds), LOOK_MS) <= 0 && !g_atomic_int_get (&self->is_stopped))
    ;
  if (fds[0].revents != 0 && output_set_abandon (self->output))
    end_by_signal (take_signal (self));
  return NULL;
}

/* Just before it is decided, and nobody else can do anything to the output set. */
static void
take_last_look (gpointer data)
{
  Interruption *self = data;

  self->is_decided = TRUE;
  if (self->worker == NULL)
    {
      (void) pthread_sigmask (SIG_BLOCK, &self->set, NULL);
      return;
    }
  const int number = take_signal (self);
  if (number == 0)
    return;
  output_set_abandon_here (self->output);
  end_by_signal (number);
}

static void
close_fd (int fd)
{
  if (fd >= 0)
    (void) close (fd);
}

Interruption *
interruption_new (OutputSet *output)
{
  Interruption *self = g_new0 (Interruption, 1);

  self->output = output;
  (void) pthread_sigmask (SIG_BLOCK, NULL, &self->before);
  fill_signals (self);
  self->signals = signalfd (-1, &self->set, SFD_CLOEXEC | SFD_NONBLOCK);
  self->stop = eventfd (0, EFD_CLOEXEC);
  if (self->signals >= 0 && self->stop >= 0)
    {
      (void) pthread_sigmask (SIG_BLOCK, &self->set, NULL);
      self->worker = worker_try_start ("interruption", wait_for_signal, self);
    }
  if (self->worker == NULL)
    (void) pthread_sigmask (SIG_SETMASK, &self->before, NULL);
  output_set_set_last_look (output, take_last_look, self);
  return self;
}

/* A signal after the decision is not let through: the program ends as if it had come after that. */
void
interruption_free (Interruption *self)
{
  const guint64 one = 1;

  if (self == NULL)
    return;
  if (!output_set_is_committed (self->output))
    output_set_discard (self->output);
  if (self->worker != NULL)
    {
      g_atomic_int_set (&self->is_stopped, TRUE);
      (void) !TEMP_FAILURE_RETRY (write (self->stop, &one, sizeof one));
      worker_finish (self->worker);
    }
  close_fd (self->signals);
  close_fd (self->stop);
  output_set_set_last_look (self->output, NULL, NULL);
  if (!self->is_decided)
    (void) pthread_sigmask (SIG_SETMASK, &self->before, NULL);
  g_free (self);
}

void
interruption_decide (Interruption *self)
{
  static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };
  sigset_t set;

  if (self != NULL)
    output_set_decide (self->output);
  sigemptyset (&set);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    sigaddset (&set, numbers[i]);
  (void) pthread_sigmask (SIG_BLOCK, &set, NULL);
  internal_error_set_progress (OUTPUT_CHANGING);
}

gboolean
interruption_commit (Interruption *self, GError **error)
{
  internal_error_set_progress (OUTPUT_CHANGING);
  const gboolean committed = output_set_commit (self->output, error);
  if (committed) /* else it may be that not all could be put back */
    internal_error_set_progress (OUTPUT_WRITTEN);
  return committed;
}
