/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/interruption.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

struct Interruption
{
  OutputSet *output;
  GMutex lock; /* held while the output set is being changed */
  GThread *thread;
  int signals; /* signalfd */
  int stop;    /* eventfd */
  sigset_t before;
};

static void
fill_signals (sigset_t *set)
{
  sigemptyset (set);
  sigaddset (set, SIGTERM);
  sigaddset (set, SIGINT);
  sigaddset (set, SIGHUP);
}

static void
end_by_signal (Interruption *self, int number)
{
  sigset_t set;

  g_mutex_lock (&self->lock);
  output_set_discard (self->output);
  sigemptyset (&set);
  sigaddset (&set, number);
  signal (number, SIG_DFL);
  raise (number);
  pthread_sigmask (SIG_UNBLOCK, &set, NULL);
}

static gpointer
wait_for_signal (gpointer data)
{
  Interruption *self = data;
  struct pollfd fds[]
      = { { .fd = self->signals, .events = POLLIN }, { .fd = self->stop, .events = POLLIN } };
  struct signalfd_siginfo info;

  while (poll (fds, G_N_ELEMENTS (fds), -1) < 0)
    ;
  if (fds[0].revents != 0 && read (self->signals, &info, sizeof info) == (gssize) sizeof info)
    end_by_signal (self, (int) info.ssi_signo);
  return NULL;
}

Interruption *
interruption_new (OutputSet *output)
{
  Interruption *self = g_new0 (Interruption, 1);
  sigset_t set;

  self->output = output;
  g_mutex_init (&self->lock);
  fill_signals (&set);
  pthread_sigmask (SIG_BLOCK, &set, &self->before);
  self->signals = signalfd (-1, &set, SFD_CLOEXEC);
  self->stop = eventfd (0, EFD_CLOEXEC);
  g_assert (self->signals >= 0 && self->stop >= 0);
  self->thread = g_thread_new ("interruption", wait_for_signal, self);
  return self;
}

void
interruption_free (Interruption *self)
{
  const guint64 one = 1;

  if (self == NULL)
    return;
  g_assert (write (self->stop, &one, sizeof one) == (gssize) sizeof one);
  g_thread_join (self->thread);
  close (self->signals);
  close (self->stop);
  g_mutex_clear (&self->lock);
  pthread_sigmask (SIG_SETMASK, &self->before, NULL);
  g_free (self);
}

void
interruption_hold (Interruption *self)
{
  g_mutex_lock (&self->lock);
}

void
interruption_let (Interruption *self)
{
  g_mutex_unlock (&self->lock);
}
