/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/fetch-keeping.h"

#include <string.h>

#include "app/run/interruption.h"
#include "app/run/print.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "input/service/fetch-json.h"
#include "input/service/manifest-body.h"
#include "output/fetch-folder.h"
#include "output/output-set.h"
#include "output/part-folder.h"

#define MANIFEST "manifest.json"

struct FetchKeeping
{
  const FetchOptions *options;
  FetchStore store;
  OutputSet *output;
  Interruption *interruption;
  FetchRecord *record; /* of this run */
  PartFolder *part;    /* NULL: without --resume */
  FetchRecord *before; /* what an earlier run brought, until it is taken over or fetched anew */
  GString *told;       /* what is printed at the end */
};

static char *
digest_of (const guint8 *bytes, gsize length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
}

/* What this run has, and what it has not come to yet. */
static gboolean
write_record (FetchKeeping *self, GError **error)
{
  const FetchRecord *record = self->record;
  g_autoptr (FetchRecord) all
      = fetch_record_new (record->command, record->base_url, record->parameters);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < record->files->len; i++)
    fetch_record_add (all, g_ptr_array_index (record->files, i));
  for (guint i = 0; i < self->before->files->len; i++)
    {
      const FetchRecordFile *file = g_ptr_array_index (self->before->files, i);
      if (fetch_record_find (all, file->file) == NULL)
        fetch_record_add (all, file);
    }
  fetch_folder_append_record (all, text);
  return part_folder_write (self->part, FETCH_FOLDER_RECORD, text->str, text->len, error);
}

/* The store */

static GByteArray *
kept (gpointer data, const char *name)
{
  const FetchKeeping *self = data;
  const FetchRecordFile *file = self->part != NULL ? fetch_record_find (self->before, name) : NULL;
  g_autoptr (GByteArray) bytes = file != NULL ? part_folder_read (self->part, name) : NULL;

  if (bytes == NULL)
    return NULL;
  g_autofree char *digest = digest_of (bytes->data, bytes->len);
  return g_str_equal (digest, file->sha256) ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
write_into_output (FetchKeeping *self, const char *name, Slice bytes, GError **error)
{
  Sink *sink = output_set_open (self->output, name, error);

  if (sink == NULL)
    return FALSE;
  sink_append_bytes (sink, bytes.text, bytes.length);
  return output_set_close (self->output, sink, error);
}

static void
tell_file (FetchKeeping *self, const char *name, gsize length, gboolean is_kept)
{
  g_autofree char *shown = printable_text (name); /* the service gave it */

  if (is_kept)
    g_string_append_printf (self->told, "%s: kept\n", shown);
  else
    g_string_append_printf (self->told, "%s: %" G_GSIZE_FORMAT " bytes\n", shown, length);
}

static gboolean
save (gpointer data, const FetchedFile *file, Slice bytes, gboolean is_kept, GError **error)
{
  FetchKeeping *self = data;
  g_autofree char *name = g_strdup (file->name);
  g_autofree char *request = g_strdup (file->request);
  g_autofree char *digest = digest_of ((const guint8 *) bytes.text, bytes.length);
  FetchRecordFile saved = { .file = name, .request = request, .sha256 = digest };

  saved.bytes = bytes.length;
  if (file->is_page)
    saved.next = file->has_next ? FETCH_NEXT_PAGE : FETCH_LAST_PAGE;
  tell_file (self, name, bytes.length, is_kept);
  fetch_record_add (self->record, &saved);
  if (self->part == NULL)
    return write_into_output (self, name, bytes, error);
  return (is_kept || part_folder_write (self->part, name, bytes.text, bytes.length, error))
         && write_record (self, error);
}

static gboolean
has_same_manifest (const FetchKeeping *self, const ServiceManifest *manifest)
{
  g_autoptr (GByteArray) bytes = part_folder_read (self->part, MANIFEST);
  g_auto (ServiceManifest) before = { 0 };

  if (bytes == NULL || manifest->etag == NULL)
    return FALSE;
  const Slice text = { (const char *) bytes->data, bytes->len };
  return manifest_body_read (MANIFEST, text, &before, NULL)
         && g_strcmp0 (before.etag, manifest->etag) == 0;
}

/* The manifest stands in the folder from here on, but is listed only after its blobs. */
static gboolean
expect (gpointer data, const ServiceManifest *manifest, GError **error)
{
  FetchKeeping *self = data;

  if (self->part == NULL)
    return TRUE;
  if (!has_same_manifest (self, manifest))
    g_ptr_array_set_size (self->before->files, 0);
  return write_record (self, error)
         && part_folder_write (self->part, MANIFEST, manifest->text->str, manifest->text->len,
                               error);
}

/* The beginning */

static gboolean
refuse_part (const FetchKeeping *self, int code, const char *what, GError **error)
{
  g_set_error (error, RECON_ERROR, code, "%s: %s", part_folder_path (self->part), what);
  return FALSE;
}

static gboolean
read_part (FetchKeeping *self, GError **error)
{
  g_autoptr (GByteArray) bytes = part_folder_read (self->part, FETCH_FOLDER_RECORD);
  const Slice text
      = { bytes != NULL ? (const char *) bytes->data : "", bytes != NULL ? bytes->len : 0 };

  if (bytes == NULL && !part_folder_is_empty (self->part))
    return refuse_part (self, RECON_ERROR_OUTPUT,
                        "is not empty and has no fetch.json; remove it, or name another folder",
                        error);
  if (bytes == NULL)
    return write_record (self, error);
  g_autoptr (FetchRecord) before = fetch_json_read (FETCH_FOLDER_RECORD, text, NULL);
  if (before == NULL)
    return refuse_part (self, RECON_ERROR_OUTPUT,
                        "holds a fetch.json that cannot be read; remove it, or name another folder",
                        error);
  if (!fetch_record_is_same (before, self->record))
    return refuse_part (self, RECON_ERROR_USAGE,
                        "holds the beginning of a fetch with other parameters; remove it, or name "
                        "another folder",
                        error);
  fetch_record_free (self->before);
  self->before = g_steal_pointer (&before);
  return TRUE;
}

static gboolean
open_part (FetchKeeping *self, GError **error)
{
  if (!self->options->resume)
    return TRUE;
  self->part = part_folder_open (self->options->output, error);
  return self->part != NULL && read_part (self, error);
}

FetchKeeping *
fetch_keeping_new (const FetchOptions *options, const char *command, const char *parameters,
                   GError **error)
{
  g_autoptr (FetchKeeping) self = g_new0 (FetchKeeping, 1);

  self->options = options;
  self->store = (FetchStore){ self, kept, save, expect };
  self->record = fetch_record_new (command, options->base_url, parameters);
  self->before = fetch_record_new (command, options->base_url, parameters);
  self->told = g_string_new (NULL);
  self->output = output_set_new (fetch_folder_kind (), options->output, options->force);
  if (!output_set_check (self->output, error) || !open_part (self, error))
    return NULL;
  self->interruption = interruption_new (self->output);
  return g_steal_pointer (&self);
}

void
fetch_keeping_free (FetchKeeping *self)
{
  if (self == NULL)
    return;
  interruption_free (self->interruption);
  output_set_free (self->output);
  part_folder_free (self->part);
  fetch_record_free (self->record);
  fetch_record_free (self->before);
  g_string_free (self->told, TRUE);
  g_free (self);
}

const FetchStore *
fetch_keeping_store (const FetchKeeping *self)
{
  return &self->store;
}

/* The end */

static gboolean
copy_part (FetchKeeping *self, GError **error)
{
  for (guint i = 0; self->part != NULL && i < self->record->files->len; i++)
    {
      const FetchRecordFile *file = g_ptr_array_index (self->record->files, i);
      g_autoptr (GByteArray) bytes = part_folder_read (self->part, file->file);
      if (bytes == NULL)
        return refuse_part (self, RECON_ERROR_OUTPUT, "a file in it has gone", error);
      if (!write_into_output (self, file->file, (Slice){ (const char *) bytes->data, bytes->len },
                              error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_final_record (FetchKeeping *self, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  self->record->complete = TRUE;
  fetch_folder_append_record (self->record, text);
  return write_into_output (self, FETCH_FOLDER_RECORD, (Slice){ text->str, text->len }, error);
}

gboolean
fetch_keeping_publish (FetchKeeping *self, GError **error)
{
  g_string_append_printf (self->told, "%u files in %s\n", self->record->files->len,
                          self->options->output);
  if (!copy_part (self, error) || !write_final_record (self, error)
      || !output_set_prepare (self->output, error)
      || (!self->options->is_quiet && !print_text (self->told, error))
      || !interruption_commit (self->interruption, error))
    return FALSE;
  if (self->part != NULL)
    part_folder_remove (self->part);
  return TRUE;
}
