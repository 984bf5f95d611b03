/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/parts-reader.h"

#include "base/recon-error.h"
#include "base/worker.h"
#include "input/billing/content-reader.h"

#define PROGRESS_BYTES (8 * 1024 * 1024)

/* All of the parts. */
typedef struct
{
  FileParts *parts;
  PartsProgressFunc tell;
  gpointer tell_data;
  gint is_refused; /* atomic: some part is not good, and the others are in vain */
} PartsReading;

/* One of them; a thread has one at a time. */
typedef struct
{
  PartsReading *reading;
  BookPart part;
  FilePartStream stream;
  guint64 told; /* bytes, as of the last progress */
} PartReading;

static void
refuse (PartReading *self)
{
  g_atomic_int_set (&self->reading->is_refused, TRUE);
}

/* Only the first part is read in the thread that may be told. */
static void
tell_progress (PartReading *self)
{
  const PartsReading *reading = self->reading;

  if (self->stream.index > 0 || reading->tell == NULL
      || self->stream.done < self->told + PROGRESS_BYTES)
    return;
  self->told = self->stream.done;
  reading->tell (reading->tell_data, self->told * file_parts_count (reading->parts));
}

static gssize
read_stream (void *data, char *buffer, gsize size, GError **error)
{
  PartReading *self = data;

  if (g_atomic_int_get (&self->reading->is_refused))
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_INPUT, "another part is not good");
      return -1;
    }
  const gssize count = file_parts_read (&self->stream, buffer, size, error);
  tell_progress (self);
  return count;
}

static gpointer
count_lines (gpointer data)
{
  PartReading *self = data;

  if (!file_parts_count_lines (self->reading->parts, self->stream.index))
    refuse (self);
  return NULL;
}

/* A bad row is only set aside where the run goes on; else which of them are named depends on where
   reading stops. */
static gboolean
is_good (const PartReading *self)
{
  return self->part.input != NULL
         && (rejects_count (self->part.rejects) == 0
             || (self->part.plan->keep_going && !book_part_is_hopeless (&self->part)));
}

static gpointer
read_part (gpointer data)
{
  PartReading *self = data;
  const Content content = {
    .name = self->part.name,
    .index = self->part.index,
    .read = read_stream,
    .stream = self,
    .lines_before = file_parts_lines_before (self->reading->parts, self->stream.index),
  };

  if (!content_reader_read (&content, self->part.plan, &self->part.signs,
                            book_part_visitor (self->part.plan), &self->part, NULL)
      || !is_good (self))
    refuse (self);
  return NULL;
}

/* Each in a thread of its own, the first in this one, and so is whatever finds no thread. */
static void
do_all (PartReading *readings, guint count, GThreadFunc work)
{
  g_autofree Worker **workers = g_new0 (Worker *, count);

  for (guint i = 1; i < count; i++)
    workers[i] = worker_try_start ("part", work, &readings[i]);
  for (guint i = 0; i < count; i++)
    if (workers[i] == NULL)
      work (&readings[i]);
  for (guint i = 1; i < count; i++)
    if (workers[i] != NULL)
      worker_finish (workers[i]);
}

static void
part_reading_init (PartReading *self, PartsReading *reading, const BookPart *whole,
                   const HashKey *key, guint index)
{
  *self
      = (PartReading){ .reading = reading, .stream = { .parts = reading->parts, .index = index } };
  book_part_init (&self->part, whole->plan, key, whole->name, whole->index);
}

static gboolean
are_good (const PartsReading *self, const PartReading *readings, guint count)
{
  guint64 rejects = 0;

  for (guint i = 0; i < count; i++)
    rejects += rejects_count (readings[i].part.rejects);
  return !self->is_refused && file_parts_are_unchanged (self->parts)
         && rejects <= readings[0].part.plan->max_rejects;
}

static void
put_together (BookPart *whole, PartReading *readings, guint count)
{
  book_part_clear (whole);
  *whole = readings[0].part;
  readings[0].part = (BookPart){ 0 };
  for (guint i = 1; i < count; i++)
    book_part_merge (whole, &readings[i].part);
}

gboolean
parts_reader_read (BookPart *whole, FileParts *parts, const HashKey *key, PartsProgressFunc tell,
                   gpointer tell_data)
{
  const guint count = file_parts_count (parts);
  PartsReading reading = { .parts = parts, .tell = tell, .tell_data = tell_data };
  g_autofree PartReading *readings = g_new0 (PartReading, count);

  for (guint i = 0; i < count; i++)
    part_reading_init (&readings[i], &reading, whole, key, i);
  do_all (readings, count - 1, count_lines);
  do_all (readings, count, read_part);
  const gboolean good = are_good (&reading, readings, count);
  if (good)
    put_together (whole, readings, count);
  for (guint i = 0; i < count; i++)
    book_part_clear (&readings[i].part);
  return good;
}
