/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/content-reader.h"
#include "io/input-reader.h"
#include "io/source.h"

static gboolean
visit_content (const InputSet *inputs, guint32 index, const ReadPlan *plan, Container *container,
               const FileVisitor *visitor, gpointer data, GError **error)
{
  const char *name = input_set_file (inputs, index)->name;
  g_autoptr (Source) source = source_new (container, FALSE);
  return content_reader_read (name, index, plan, NULL, source_read, source, visitor, data, error);
}

static gboolean
is_wanted (const InputSet *inputs, const Books *books, const FileVisitor *visitor, gpointer data,
           guint32 index)
{
  return !input_set_file (inputs, index)->is_skipped
         && !input_book_lookup (books->inputs, index)->is_duplicate
         && (visitor->wants == NULL || visitor->wants (data, index));
}

/* Nothing of a file on disk is opened of which nothing is wanted. */
static gboolean
is_any_wanted (const InputSet *inputs, guint32 first, guint32 end, const Books *books,
               const FileVisitor *visitor, gpointer data)
{
  for (guint32 i = first; i < end; i++)
    if (is_wanted (inputs, books, visitor, data, i))
      return TRUE;
  return FALSE;
}

static gboolean
visit_container (const InputSet *inputs, guint32 first, guint32 end, const ReadPlan *plan,
                 const Books *books, const FileVisitor *visitor, gpointer data, GError **error)
{
  const char *file = input_set_file (inputs, first)->path;
  const char *path;
  ContainerStep step;

  if (!is_any_wanted (inputs, first, end, books, visitor, data))
    return TRUE;
  g_autoptr (Container) container = container_open (file, file, NULL, error);
  if (container == NULL)
    return FALSE;
  while ((step = container_next (container, &path, error)) == CONTAINER_CONTENT)
    {
      const guint32 index = content_reader_index_of (inputs, first, end, path);
      if (index == G_MAXUINT32 || !is_wanted (inputs, books, visitor, data, index))
        continue;
      if (!visit_content (inputs, index, plan, container, visitor, data, error))
        return FALSE;
    }
  return step == CONTAINER_END;
}

gboolean
input_reader_visit (const InputSet *inputs, const ReadPlan *plan, const Books *books,
                    const FileVisitor *visitor, gpointer data, GError **error)
{
  for (guint32 i = 0; i < input_set_files (inputs)->len;)
    {
      const guint32 end = content_reader_end_of_file (inputs, i);
      if (!visit_container (inputs, i, end, plan, books, visitor, data, error))
        return FALSE;
      i = end;
    }
  return TRUE;
}
