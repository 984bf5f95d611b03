/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/files-ahead.h"

#include <pthread.h>

#include "base/worker.h"
#include "input/input-walk.h"

/* So many files for each thread may have been read and not taken: their books take memory. */
#define WINDOW_OF_JOB 2

typedef struct
{
  FilesAhead *owner;
  FileBooks *books; /* NULL: not begun, or taken */
  guint32 first;
  ReadBudget budget;
  guint64 spent;
  guint64 done; /* bytes on disk that were read; with is_read guarded by the owner's mutex */
  gboolean is_read;
  gboolean is_good;
} AheadFile;

struct FilesAhead
{
  FileBooksPlan plan;
  GArray *files; /* of AheadFile */
  Worker **workers;
  guint worker_count;
  pthread_mutex_t mutex; /* of what follows; of POSIX, so that ThreadSanitizer sees it */
  pthread_cond_t changed;
  guint next;  /* to be read */
  guint taken; /* how many */
  gboolean is_stopped;
};

/* As file-parts would cut it, as far as can be told from here; or it was cut, and then folded. */
static gboolean
is_for_parts (const FileBooksPlan *plan, const InputFile *file)
{
  if (file->volumes != NULL)
    return file->volumes->len > 1;
  return !file->is_packed && plan->plan->encoding == NULL
         && file->size / 2 >= plan->plan->part_bytes_min;
}

guint32
files_ahead_end (const FileBooksPlan *plan, guint32 first)
{
  const guint32 count = input_set_files (plan->inputs)->len;
  guint32 end = first;

  while (plan->plan->jobs > 1 && end < count
         && !is_for_parts (plan, input_set_file (plan->inputs, end)))
    end = input_walk_end_of_file (plan->inputs, end);
  return end;
}

static gboolean
note_progress (gpointer data, guint64 done)
{
  AheadFile *self = data;
  FilesAhead *owner = self->owner;

  pthread_mutex_lock (&owner->mutex);
  self->done = done;
  const gboolean is_wanted = !owner->is_stopped;
  pthread_cond_broadcast (&owner->changed);
  pthread_mutex_unlock (&owner->mutex);
  return is_wanted;
}

/* Whatever is wrong will be told when it is read in its turn. */
static void
read_file (AheadFile *self)
{
  const FileBooksWatch watch = { note_progress, self };
  const guint64 left = self->budget.left;

  self->books = file_books_new (&self->owner->plan, self->first);
  self->is_good = file_books_read (self->books, 1, &self->budget, &watch, NULL);
  self->spent = left - self->budget.left;
}

static guint
window (const FilesAhead *self)
{
  return self->worker_count * WINDOW_OF_JOB;
}

/* NULL: nothing is left to read. With the mutex. */
static AheadFile *
next_file (FilesAhead *self)
{
  while (!self->is_stopped && self->next < self->files->len
         && self->next >= self->taken + window (self))
    pthread_cond_wait (&self->changed, &self->mutex);
  if (self->is_stopped || self->next == self->files->len)
    return NULL;
  return &g_array_index (self->files, AheadFile, self->next++);
}

static gpointer
read_files (gpointer data)
{
  FilesAhead *self = data;
  AheadFile *file;

  pthread_mutex_lock (&self->mutex);
  while ((file = next_file (self)) != NULL)
    {
      pthread_mutex_unlock (&self->mutex);
      read_file (file);
      pthread_mutex_lock (&self->mutex);
      file->is_read = TRUE;
      pthread_cond_broadcast (&self->changed);
    }
  pthread_mutex_unlock (&self->mutex);
  return NULL;
}

/* At least one, or there is nobody to wait for. */
static gboolean
start (FilesAhead *self)
{
  const guint most = MIN (self->plan.plan->jobs, self->files->len);

  self->workers = g_new0 (Worker *, most);
  pthread_mutex_lock (&self->mutex); /* none looks at the count before it is known */
  while (self->worker_count < most
         && (self->workers[self->worker_count] = worker_try_start ("file", read_files, self))
                != NULL)
    self->worker_count++;
  pthread_mutex_unlock (&self->mutex);
  return self->worker_count > 0;
}

FilesAhead *
files_ahead_new (const FileBooksPlan *plan, guint32 first, guint32 end, const ReadBudget *budget)
{
  g_autoptr (FilesAhead) self = g_new0 (FilesAhead, 1);

  self->plan = *plan;
  self->files = g_array_new (FALSE, TRUE, sizeof (AheadFile));
  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->changed, NULL);
  for (guint32 i = first; i < end; i = input_walk_end_of_file (plan->inputs, i))
    {
      const AheadFile file = { .owner = self, .first = i, .budget = *budget };
      g_array_append_val (self->files, file);
    }
  if (plan->plan->jobs < 2 || self->files->len < 2 || !start (self))
    return NULL;
  return g_steal_pointer (&self);
}

void
files_ahead_free (FilesAhead *self)
{
  if (self == NULL)
    return;
  pthread_mutex_lock (&self->mutex);
  self->is_stopped = TRUE;
  pthread_cond_broadcast (&self->changed);
  pthread_mutex_unlock (&self->mutex);
  for (guint i = 0; i < self->worker_count; i++)
    worker_finish (self->workers[i]);
  for (guint i = 0; i < self->files->len; i++)
    file_books_free (g_array_index (self->files, AheadFile, i).books);
  g_array_unref (self->files);
  g_free (self->workers);
  pthread_mutex_destroy (&self->mutex);
  pthread_cond_destroy (&self->changed);
  g_free (self);
}

/* With the mutex. */
static guint64
bytes_done (const FilesAhead *self)
{
  guint64 sum = 0;

  for (guint i = self->taken; i < self->next; i++)
    sum += g_array_index (self->files, AheadFile, i).done;
  return sum;
}

/* With the mutex, which is free while somebody is told. */
static void
wait_for (FilesAhead *self, const AheadFile *file, const FileBooksWatch *watch)
{
  guint64 told = 0;

  while (!file->is_read)
    {
      pthread_cond_wait (&self->changed, &self->mutex);
      const guint64 done = bytes_done (self);
      if (done == told)
        continue;
      told = done;
      pthread_mutex_unlock (&self->mutex);
      (void) watch->tell (watch->data, done);
      pthread_mutex_lock (&self->mutex);
    }
}

FileBooks *
files_ahead_take (FilesAhead *self, ReadBudget *budget, const FileBooksWatch *watch)
{
  g_assert (self->taken < self->files->len);
  AheadFile *file = &g_array_index (self->files, AheadFile, self->taken);

  pthread_mutex_lock (&self->mutex);
  wait_for (self, file, watch);
  self->taken++;
  pthread_cond_broadcast (&self->changed);
  pthread_mutex_unlock (&self->mutex);

  g_autoptr (FileBooks) books = g_steal_pointer (&file->books);
  if (!file->is_good || file->spent > budget->left)
    return NULL;
  budget->left -= file->spent;
  return g_steal_pointer (&books);
}
