/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/fetch-records.h"

#include <string.h>

#include "base/printable.h"
#include "base/recon-error.h"
#include "input/bytes/file-stream.h"
#include "input/service/fetch-json.h"

#define SCHEMA "\"acorecon.fetch/"
#define RECORD_BYTES_MAX (64 * 1024 * 1024)
#define READ_BYTES 65536

typedef struct
{
  char *name;
  char *path;
  FetchRecord *record;
} KeptRecord;

struct FetchRecords
{
  GPtrArray *records; /* of KeptRecord */
};

static void
free_kept (gpointer data)
{
  KeptRecord *kept = data;

  g_free (kept->name);
  g_free (kept->path);
  fetch_record_free (kept->record);
  g_free (kept);
}

FetchRecords *
fetch_records_new (void)
{
  FetchRecords *self = g_new0 (FetchRecords, 1);

  self->records = g_ptr_array_new_with_free_func (free_kept);
  return self;
}

void
fetch_records_free (FetchRecords *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->records);
  g_free (self);
}

guint
fetch_records_count (const FetchRecords *self)
{
  return self->records->len;
}

gboolean
fetch_records_knows (const GString *text)
{
  const char *at = text->str;

  if (g_str_has_prefix (at, "\xef\xbb\xbf"))
    at += 3;
  while (g_ascii_isspace (*at))
    at++;
  return *at == '{' && strstr (at, "\"schema\"") != NULL && strstr (at, SCHEMA) != NULL;
}

static gboolean
read_rest (Container *container, GString *text, GError **error)
{
  g_autofree char *buffer = g_malloc (READ_BYTES);
  gssize count;

  while ((count = container_read (container, buffer, READ_BYTES, error)) > 0
         && text->len <= RECORD_BYTES_MAX)
    g_string_append_len (text, buffer, count);
  return count >= 0;
}

gboolean
fetch_records_take (FetchRecords *self, const char *name, const char *path, GString *text,
                    Container *container, GError **error)
{
  if (!read_rest (container, text, error))
    return FALSE;
  FetchRecord *record = fetch_json_read (name, (Slice){ text->str, text->len }, error);
  if (record == NULL)
    return FALSE;
  KeptRecord *kept = g_new0 (KeptRecord, 1);
  kept->name = g_strdup (name);
  kept->path = g_strdup (path);
  kept->record = record;
  g_ptr_array_add (self->records, kept);
  return TRUE;
}

/* Checking */

static gboolean
refuse (const KeptRecord *kept, const char *file, const char *what, GError **error)
{
  g_autofree char *shown = printable_text (file);

  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: \"%s\" %s; fetch again, and name the whole folder", kept->name, shown, what);
  return FALSE;
}

/* Of the bytes as they lie there, packed or not. (transfer full) */
static char *
digest_of (const char *name, const char *path, GError **error)
{
  g_autoptr (ByteStream) stream = file_stream_new (name, path, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *buffer = g_malloc (READ_BYTES);
  gssize count = stream != NULL ? 1 : -1;

  while (count > 0)
    {
      count = byte_stream_read (stream, buffer, READ_BYTES, error);
      if (count > 0)
        g_checksum_update (sum, (const guchar *) buffer, count);
    }
  return count == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

static gboolean
check_file (const KeptRecord *kept, const FetchRecordFile *file, FetchPlaceFunc place,
            gpointer data, GError **error)
{
  const char *slash = strrchr (kept->name, '/');
  const gsize folder = slash != NULL ? (gsize) (slash + 1 - kept->name) : 0;
  g_autofree char *name = g_strdup_printf ("%.*s%s", (int) folder, kept->name, file->file);
  const char *path = place (name, data);

  if (path == NULL)
    return refuse (kept, file->file, "is missing beside it", error);
  if (*path == '\0')
    return TRUE;
  g_autofree char *digest = digest_of (name, path, error);
  if (digest == NULL)
    return FALSE;
  return g_str_equal (digest, file->sha256)
         || refuse (kept, file->file, "is not what was fetched, its digest is another", error);
}

static gboolean
check_record (const KeptRecord *kept, FetchPlaceFunc place, gpointer data, GError **error)
{
  for (guint i = 0; i < kept->record->files->len; i++)
    if (!check_file (kept, g_ptr_array_index (kept->record->files, i), place, data, error))
      return FALSE;
  return TRUE;
}

gboolean
fetch_records_check (const FetchRecords *self, FetchPlaceFunc place, gpointer data, GError **error)
{
  for (guint i = 0; i < self->records->len; i++)
    if (!check_record (g_ptr_array_index (self->records, i), place, data, error))
      return FALSE;
  return TRUE;
}
