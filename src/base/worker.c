/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/worker.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "base/language/utf8-locale.h"

/* A sanitizer tells more of a broken pointer than we do, and has stacks of its own for it. */
#if defined __SANITIZE_ADDRESS__
#define HAS_SANITIZER TRUE
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define HAS_SANITIZER TRUE
#endif
#endif
#ifndef HAS_SANITIZER
#define HAS_SANITIZER FALSE
#endif

struct Worker
{
  pthread_t thread;
  const char *name;
  GThreadFunc work;
  gpointer data;
  gpointer locale;
};

gboolean
worker_has_fault_stack (void)
{
  return !HAS_SANITIZER;
}

void
worker_use_fault_stack (char *stack)
{
  const stack_t place = { .ss_sp = stack, .ss_size = WORKER_FAULT_STACK_BYTES };

  if (worker_has_fault_stack ())
    (void) sigaltstack (&place, NULL);
}

/* Not by GThread, which allocates before it calls us, when there is no second stack yet. */
static void *
run (void *data)
{
  const Worker *self = data;
  char stack[WORKER_FAULT_STACK_BYTES];

  worker_use_fault_stack (stack);
  utf8_locale_take_over (self->locale);
  (void) pthread_setname_np (pthread_self (), self->name);
  return self->work (self->data);
}

Worker *
worker_try_start (const char *name, GThreadFunc work, gpointer data)
{
  Worker *self = g_new (Worker, 1);

  *self = (Worker){ .name = name, .work = work, .data = data, .locale = utf8_locale_of_thread () };
  if (pthread_create (&self->thread, NULL, run, self) == 0)
    return self;
  g_free (self);
  return NULL;
}

gpointer
worker_finish (Worker *self)
{
  void *result = NULL;

  if (pthread_join (self->thread, &result) != 0)
    abort ();
  g_free (self);
  return result;
}

/* Work that several do, piece by piece. */
typedef struct
{
  guint count;
  guint next; /* atomic: the first piece that nobody has taken; may go beyond the last */
  WorkerShareFunc work;
  gpointer data;
} Share;

static gpointer
take_pieces (gpointer data)
{
  Share *self = data;
  guint index;

  while ((index = (guint) g_atomic_int_add (&self->next, 1)) < self->count)
    self->work (self->data, index);
  return NULL;
}

void
worker_share (const char *name, guint jobs, guint count, WorkerShareFunc work, gpointer data)
{
  Share share = { .count = count, .work = work, .data = data };
  const guint others = MIN (jobs, count) > 1 ? MIN (jobs, count) - 1 : 0;
  g_autofree Worker **workers = g_new0 (Worker *, others);

  for (guint i = 0; i < others; i++)
    workers[i] = worker_try_start (name, take_pieces, &share);
  take_pieces (&share);
  for (guint i = 0; i < others; i++)
    if (workers[i] != NULL)
      worker_finish (workers[i]);
}
