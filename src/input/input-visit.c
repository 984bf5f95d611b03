/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/input-visit.h"

#include "input/billing/content-reader.h"
#include "input/bytes/source.h"
#include "input/input-walk.h"

typedef struct
{
  const InputSet *inputs;
  const ReadPlan *plan;
  const Books *books;
  FileVisitor visitor;
  gpointer data;
} Visit;

static gboolean
wants_file (gpointer data, guint32 index)
{
  const Visit *self = data;
  const RecordVisitor *records = &self->visitor.records;

  return !input_book_lookup (self->books->inputs, index)->is_duplicate
         && (records->wants == NULL || records->wants (self->data, index));
}

static gboolean
visit_content (gpointer data, guint32 index, Container *container, GError **error)
{
  const Visit *self = data;
  g_autoptr (Source) source = source_new (container, FALSE, NULL);
  const Content content = { .name = input_set_file (self->inputs, index)->name,
                            .index = index,
                            .read = source_read,
                            .stream = source };

  return content_reader_read (&content, self->plan, NULL, &self->visitor, self->data, error);
}

gboolean
input_visit_read (const InputSet *inputs, const ReadPlan *plan, const Books *books,
                  const RecordVisitor *visitor, gpointer data, GError **error)
{
  Visit visit = {
    .inputs = inputs, .plan = plan, .books = books, .visitor.records = *visitor, .data = data
  };
  const InputWalk walk
      = { .inputs = inputs, .wants = wants_file, .take = visit_content, .data = &visit };
  guint64 byte_count = 0;

  for (guint32 i = 0; i < input_set_files (inputs)->len;)
    {
      const guint32 end = input_walk_end_of_file (inputs, i);
      if (!input_walk_file (&walk, i, end, &byte_count, error))
        return FALSE;
      i = end;
    }
  return TRUE;
}
