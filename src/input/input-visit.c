/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/content-reader.h"
#include "input/bytes/source.h"
#include "input/input-reader.h"

/* One reading of files that were read before. */
typedef struct
{
  const InputSet *inputs;
  const ReadPlan *plan;
  const Books *books;
  FileVisitor visitor;
  gpointer data;
} Visit;

static gboolean
visit_content (const Visit *self, guint32 index, Container *container, GError **error)
{
  g_autoptr (Source) source = source_new (container, FALSE);
  const Content content = { .name = input_set_file (self->inputs, index)->name,
                            .index = index,
                            .read = source_read,
                            .stream = source };

  return content_reader_read (&content, self->plan, NULL, &self->visitor, self->data, error);
}

static gboolean
is_wanted (const Visit *self, guint32 index)
{
  return !input_set_file (self->inputs, index)->is_skipped
         && !input_book_lookup (self->books->inputs, index)->is_duplicate
         && (self->visitor.records.wants == NULL
             || self->visitor.records.wants (self->data, index));
}

/* Nothing of a file on disk is opened of which nothing is wanted. */
static gboolean
is_any_wanted (const Visit *self, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++)
    if (is_wanted (self, i))
      return TRUE;
  return FALSE;
}

static gboolean
visit_container (const Visit *self, guint32 first, guint32 end, GError **error)
{
  const char *file = input_set_file (self->inputs, first)->path;
  const char *path;
  ContainerStep step;

  if (!is_any_wanted (self, first, end))
    return TRUE;
  g_autoptr (Container) container = container_open (file, file, NULL, error);
  if (container == NULL)
    return FALSE;
  while ((step = container_next (container, &path, error)) == CONTAINER_CONTENT)
    {
      const guint32 index = content_reader_index_of (self->inputs, first, end, path);
      if (index == G_MAXUINT32 || !is_wanted (self, index))
        continue;
      if (!visit_content (self, index, container, error))
        return FALSE;
    }
  return step == CONTAINER_END;
}

gboolean
input_reader_visit (const InputSet *inputs, const ReadPlan *plan, const Books *books,
                    const RecordVisitor *visitor, gpointer data, GError **error)
{
  const Visit visit = {
    .inputs = inputs, .plan = plan, .books = books, .visitor.records = *visitor, .data = data
  };

  for (guint32 i = 0; i < input_set_files (inputs)->len;)
    {
      const guint32 end = content_reader_end_of_file (inputs, i);
      if (!visit_container (&visit, i, end, error))
        return FALSE;
      i = end;
    }
  return TRUE;
}
