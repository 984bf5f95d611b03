/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/input-walk.h"

#include <string.h>

#include "base/search.h"
#include "input/bytes/file-stream.h"

#define NO_INPUT G_MAXUINT32

/* One file on disk. */
typedef struct
{
  const InputWalk *walk;
  guint32 first;
  guint32 end;
  gboolean *is_taken; /* from first on */
} WalkedFile;

static gboolean
is_wanted (const WalkedFile *self, guint32 index)
{
  const InputWalk *walk = self->walk;

  return !input_set_file (walk->inputs, index)->is_skipped
         && (walk->wants == NULL || walk->wants (walk->data, index));
}

static gboolean
is_any_wanted (const WalkedFile *self)
{
  for (guint32 i = self->first; i < self->end; i++)
    if (is_wanted (self, i))
      return TRUE;
  return FALSE;
}

static int
compare_with_input (gconstpointer path, gconstpointer input)
{
  const char *entry = ((const InputFile *) input)->entry;
  return entry != NULL ? strcmp (path, entry) : 0;
}

/* Which input the entry at @path is (NULL: the file itself), or NO_INPUT. Inputs of one archive
   have the order of their entries. */
static guint32
index_of (const WalkedFile *self, const char *path)
{
  const InputFile *inputs = input_set_file (self->walk->inputs, self->first);
  const guint32 count = self->end - self->first;

  if (path == NULL)
    return self->first;
  while (g_str_has_prefix (path, "./"))
    path += 2;
  const guint32 at = search_lower_bound (inputs, count, sizeof *inputs, path, compare_with_input);
  return at < count && compare_with_input (path, &inputs[at]) == 0 ? self->first + at : NO_INPUT;
}

static gboolean
take_contents (const WalkedFile *self, Container *container, GError **error)
{
  const char *path;
  ContainerStep step;

  while ((step = container_next (container, &path, error)) == CONTAINER_CONTENT)
    {
      const guint32 index = index_of (self, path);
      if (index == NO_INPUT || !is_wanted (self, index))
        continue;
      if (!self->walk->take (self->walk->data, index, container, error))
        return FALSE;
      self->is_taken[index - self->first] = TRUE;
    }
  return step == CONTAINER_END;
}

static gboolean
check_complete (const WalkedFile *self, GError **error)
{
  for (guint32 i = self->first; i < self->end; i++)
    {
      if (!self->is_taken[i - self->first] && is_wanted (self, i))
        return file_stream_refuse_changed (input_set_file (self->walk->inputs, i)->name, error);
    }
  return TRUE;
}

gboolean
input_walk_file (const InputWalk *self, guint32 first, guint32 end, guint64 *byte_count,
                 GError **error)
{
  const InputFile *on_disk = input_set_file (self->inputs, first);
  g_autofree gboolean *is_taken = g_new0 (gboolean, end - first);
  const WalkedFile file = { .walk = self, .first = first, .end = end, .is_taken = is_taken };

  if (!is_any_wanted (&file))
    return TRUE;
  g_autoptr (Container) container
      = container_open (on_disk->whole, on_disk->path, self->budget, error);
  if (container == NULL || !take_contents (&file, container, error)
      || !check_complete (&file, error))
    return FALSE;
  *byte_count += on_disk->size;
  return TRUE;
}

guint32
input_walk_end_of_file (const InputSet *inputs, guint32 first)
{
  const GArray *files = input_set_files (inputs);
  const InputFile *file = &g_array_index (files, InputFile, first);
  guint32 end = first + 1;

  while (file->entry != NULL && end < files->len
         && g_array_index (files, InputFile, end).entry != NULL
         && strcmp (g_array_index (files, InputFile, end).path, file->path) == 0
         && strcmp (g_array_index (files, InputFile, end).entry,
                    g_array_index (files, InputFile, end - 1).entry)
                > 0)
    end++;
  return end;
}
