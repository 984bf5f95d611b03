/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/sink-crew.h"

#include "base/worker.h"

#define WORKERS_MAX 8
#define WAITING_MAX 32

struct SinkCrew
{
  GMutex lock; /* of all that follows */
  GCond changed;
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

  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
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
  g_mutex_unlock (&self->lock);
  sink_finish (sink, &error);
  sink_free (sink);
  g_mutex_lock (&self->lock);
  self->busy--;
  if (error != NULL && (self->error == NULL || number < self->failed))
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      self->failed = number;
    }
  g_clear_error (&error);
  g_cond_broadcast (&self->changed);
}

static gpointer
work (gpointer data)
{
  SinkCrew *self = data;

  g_mutex_lock (&self->lock);
  while (!self->ends)
    if (g_queue_is_empty (&self->waiting))
      g_cond_wait (&self->changed, &self->lock);
    else
      finish_next (self);
  g_mutex_unlock (&self->lock);
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
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->waiting, sink);
  add_worker (self);
  if (self->worker_count == 0)
    finish_next (self);
  g_cond_broadcast (&self->changed);
  while (self->waiting.length > WAITING_MAX)
    g_cond_wait (&self->changed, &self->lock);
  const gboolean fine = self->error == NULL;
  g_mutex_unlock (&self->lock);
  return fine;
}

gboolean
sink_crew_wait (SinkCrew *self, GError **error)
{
  g_mutex_lock (&self->lock);
  while (self->busy > 0 || !g_queue_is_empty (&self->waiting))
    g_cond_wait (&self->changed, &self->lock);
  const gboolean fine = self->error == NULL;
  if (!fine)
    g_propagate_error (error, g_error_copy (self->error));
  g_mutex_unlock (&self->lock);
  return fine;
}

void
sink_crew_free (SinkCrew *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->ends = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  for (guint i = 0; i < self->worker_count; i++)
    worker_finish (self->workers[i]);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) sink_free);
  g_clear_error (&self->error);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  g_free (self);
}
