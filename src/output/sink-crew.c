/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/sink-crew.h"

#include <pthread.h>

#include "base/worker.h"

#define WORKERS_MAX 8
#define WAITING_MAX 32

struct SinkCrew
{
  pthread_mutex_t lock; /* of all that follows; of POSIX, so that ThreadSanitizer sees it */
  pthread_cond_t changed;
  GQueue waiting; /* of Sink, the first given first */
  guint64 begun;  /* of those given; they are begun in the same order */
  guint busy;     /* workers that are finishing one */
  gboolean ends;
  guint64 failed; /* the number of the one whose failure is told */
  GError *error;  /* NULL: none has failed */
  Worker *workers[WORKERS_MAX];
  guint worker_count;
};

SinkCrew *
sink_crew_new (void)
{
  SinkCrew *self = g_new0 (SinkCrew, 1);

  pthread_mutex_init (&self->lock, NULL);
  pthread_cond_init (&self->changed, NULL);
  g_queue_init (&self->waiting);
  return self;
}

/* The lock is held, but not while the disk is waited for. */
static void
finish_next (SinkCrew *self)
{
  Sink *sink = g_queue_pop_head (&self->waiting);
  const guint64 number = self->begun++;
  GError *error = NULL;

  self->busy++;
  pthread_mutex_unlock (&self->lock);
  sink_finish (sink, &error);
  sink_free (sink);
  pthread_mutex_lock (&self->lock);
  self->busy--;
  if (error != NULL && (self->error == NULL || number < self->failed))
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      self->failed = number;
    }
  g_clear_error (&error);
  pthread_cond_broadcast (&self->changed);
}

static gpointer
work (gpointer data)
{
  SinkCrew *self = data;

  pthread_mutex_lock (&self->lock);
  while (!self->ends)
    if (g_queue_is_empty (&self->waiting))
      pthread_cond_wait (&self->changed, &self->lock);
    else
      finish_next (self);
  pthread_mutex_unlock (&self->lock);
  return NULL;
}

/* One more for each file that finds the others busy. */
static void
add_worker (SinkCrew *self)
{
  if (self->worker_count == WORKERS_MAX || self->busy < self->worker_count)
    return;

  Worker *worker = worker_try_start ("sync", work, self);
  if (worker != NULL)
    self->workers[self->worker_count++] = worker;
}

gboolean
sink_crew_take (SinkCrew *self, Sink *sink)
{
  pthread_mutex_lock (&self->lock);
  g_queue_push_tail (&self->waiting, sink);
  add_worker (self);
  if (self->worker_count == 0)
    finish_next (self);
  pthread_cond_broadcast (&self->changed);
  while (self->waiting.length > WAITING_MAX)
    pthread_cond_wait (&self->changed, &self->lock);
  const gboolean fine = self->error == NULL;
  pthread_mutex_unlock (&self->lock);
  return fine;
}

gboolean
sink_crew_wait (SinkCrew *self, GError **error)
{
  pthread_mutex_lock (&self->lock);
  while (self->busy > 0 || !g_queue_is_empty (&self->waiting))
    pthread_cond_wait (&self->changed, &self->lock);
  const gboolean fine = self->error == NULL;
  if (!fine)
    g_propagate_error (error, g_error_copy (self->error));
  pthread_mutex_unlock (&self->lock);
  return fine;
}

void
sink_crew_free (SinkCrew *self)
{
  if (self == NULL)
    return;
  pthread_mutex_lock (&self->lock);
  self->ends = TRUE;
  pthread_cond_broadcast (&self->changed);
  pthread_mutex_unlock (&self->lock);
  for (guint i = 0; i < self->worker_count; i++)
    worker_finish (self->workers[i]);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) sink_free);
  g_clear_error (&self->error);
  pthread_cond_destroy (&self->changed);
  pthread_mutex_destroy (&self->lock);
  g_free (self);
}
