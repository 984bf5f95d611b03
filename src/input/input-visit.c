/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/input-visit.h"

#include "input/billing/content-reader.h"
#include "input/bytes/source.h"
#include "input/input-walk.h"

#define PROGRESS_BYTES (4 * 1024 * 1024)

typedef struct
{
  const InputVisit *visit;
  FileVisitor visitor;
  gpointer data;
  guint64 total, done; /* bytes on disk of the files that are wanted, and of those that are read */
} Visiting;

/* Progress is in bytes of the files on disk, packed as they are. */
typedef struct
{
  const Visiting *visiting;
  const Container *container;
  Source *source;
  guint64 told;
} ContentStream;

static gboolean
wants_file (gpointer data, guint32 index)
{
  const Visiting *self = data;
  const RecordVisitor *records = &self->visitor.records;

  return input_set_file (self->visit->inputs, index)->volumes == NULL
         && !input_book_lookup (self->visit->books->inputs, index)->is_duplicate
         && (records->wants == NULL || records->wants (self->data, index));
}

static void
tell (const Visiting *self, guint64 done)
{
  if (self->visit->progress != NULL)
    self->visit->progress (done, self->total, self->visit->progress_data);
}

static gssize
read_content (void *data, char *buffer, gsize size, GError **error)
{
  ContentStream *self = data;
  const gssize count = source_read (self->source, buffer, size, error);
  const guint64 done = container_file_bytes (self->container);

  if (count >= 0 && done >= self->told + PROGRESS_BYTES)
    {
      self->told = done;
      tell (self->visiting, self->visiting->done + done);
    }
  return count;
}

static gboolean
visit_content (gpointer data, guint32 index, Container *container, GError **error)
{
  const Visiting *self = data;
  g_autoptr (Source) source = source_new (container, FALSE, NULL);
  ContentStream stream = { .visiting = self, .container = container, .source = source };
  const Content content = { .name = input_set_file (self->visit->inputs, index)->name,
                            .index = index,
                            .read = read_content,
                            .stream = &stream };

  return content_reader_read (&content, self->visit->plan, NULL, &self->visitor, self->data, error);
}

/* Of the file on disk that holds the inputs from @first up to @end. */
static guint64
wanted_size (Visiting *self, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++)
    if (!input_set_file (self->visit->inputs, i)->is_skipped && wants_file (self, i))
      return input_set_file (self->visit->inputs, first)->size;
  return 0;
}

static guint64
total_size (Visiting *self)
{
  const InputSet *inputs = self->visit->inputs;
  guint64 total = 0;

  for (guint32 i = 0, end; i < input_set_files (inputs)->len; i = end)
    {
      end = input_walk_end_of_file (inputs, i);
      total += wanted_size (self, i, end);
    }
  return total;
}

gboolean
input_visit_read (const InputVisit *self, const RecordVisitor *visitor, gpointer data,
                  GError **error)
{
  Visiting visiting = { .visit = self, .visitor.records = *visitor, .data = data };
  const InputWalk walk
      = { .inputs = self->inputs, .wants = wants_file, .take = visit_content, .data = &visiting };

  visiting.total = self->progress != NULL ? total_size (&visiting) : 0;
  for (guint32 i = 0, end; i < input_set_files (self->inputs)->len; i = end)
    {
      const guint64 before = visiting.done;

      end = input_walk_end_of_file (self->inputs, i);
      if (!input_walk_file (&walk, i, end, &visiting.done, error))
        return FALSE;
      if (visiting.done > before)
        tell (&visiting, visiting.done);
    }
  return TRUE;
}
