/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/fetch-record.h"

static void
free_file (gpointer data)
{
  FetchRecordFile *file = data;

  g_free (file->file);
  g_free (file->request);
  g_free (file->sha256);
  g_free (file);
}

FetchRecord *
fetch_record_new (const char *command, const char *base_url, const char *parameters)
{
  FetchRecord *self = g_new0 (FetchRecord, 1);

  self->command = g_strdup (command);
  self->base_url = g_strdup (base_url);
  self->parameters = g_strdup (parameters);
  self->files = g_ptr_array_new_with_free_func (free_file);
  return self;
}

void
fetch_record_free (FetchRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->command);
  g_free (self->base_url);
  g_free (self->parameters);
  g_ptr_array_unref (self->files);
  g_free (self);
}

gboolean
fetch_record_is_same (const FetchRecord *self, const FetchRecord *other)
{
  return g_strcmp0 (self->command, other->command) == 0
         && g_strcmp0 (self->base_url, other->base_url) == 0
         && g_strcmp0 (self->parameters, other->parameters) == 0;
}

const FetchRecordFile *
fetch_record_find (const FetchRecord *self, const char *name)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const FetchRecordFile *file = g_ptr_array_index (self->files, i);
      if (g_str_equal (file->file, name))
        return file;
    }
  return NULL;
}

void
fetch_record_add (FetchRecord *self, const FetchRecordFile *file)
{
  FetchRecordFile *copy = g_new0 (FetchRecordFile, 1);

  copy->file = g_strdup (file->file);
  copy->request = g_strdup (file->request);
  copy->sha256 = g_strdup (file->sha256);
  copy->bytes = file->bytes;
  copy->next = file->next;
  g_ptr_array_add (self->files, copy);
}
