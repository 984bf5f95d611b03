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
  GHashTable *entries; /* of its archive: name to digest; NULL: not looked at */
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
  g_clear_pointer (&kept->entries, g_hash_table_unref);
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

/* Of all that @read gives. (transfer full) */
typedef gssize (*ReadBytes) (gpointer from, char *buffer, gsize size, GError **error);

static char *
digest_of (ReadBytes read, gpointer from, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *buffer = g_malloc (READ_BYTES);
  gssize count;

  while ((count = read (from, buffer, READ_BYTES, error)) > 0)
    g_checksum_update (sum, (const guchar *) buffer, count);
  return count == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

static gssize
read_file (gpointer from, char *buffer, gsize size, GError **error)
{
  return byte_stream_read (from, buffer, size, error);
}

/* Of the bytes as they lie there, packed or not. (transfer full) */
static char *
digest_of_file (const char *name, const char *path, GError **error)
{
  g_autoptr (ByteStream) stream = file_stream_new (name, path, error);

  return stream != NULL ? digest_of (read_file, stream, error) : NULL;
}

static gssize
read_entry (gpointer from, char *buffer, gsize size, GError **error)
{
  return container_read (from, buffer, size, error);
}

/* Of the entry at which @container stands. */
static gboolean
add_entry (KeptRecord *kept, Container *container, const char *entry, GError **error)
{
  g_autofree char *base = g_path_get_basename (entry);
  g_autofree char *name = g_build_filename (kept->path, entry, NULL);
  char *digest;

  if (fetch_record_find (kept->record, base) == NULL)
    return TRUE;
  digest = digest_of (read_entry, container, error);
  if (digest == NULL)
    return FALSE;
  g_hash_table_insert (kept->entries, g_canonicalize_filename (name, "/"), digest);
  return TRUE;
}

/* What the archive holds that the record may speak of; it is unpacked once more. */
static gboolean
add_entries (KeptRecord *kept, GError **error)
{
  g_autoptr (Container) container = container_open (kept->path, kept->path, NULL, error);
  ContainerStep step = CONTAINER_REFUSED;
  const char *entry;

  kept->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  while (container != NULL
         && (step = container_next (container, &entry, error)) == CONTAINER_CONTENT)
    if (!add_entry (kept, container, entry, error))
      return FALSE;
  return step == CONTAINER_END;
}

/* The digest of the file of this name; "": its archive is not that of the record. (transfer full)
 */
static char *
find_digest (KeptRecord *kept, const char *name, const char *path, GError **error)
{
  if (!g_str_has_prefix (name, path) || name[strlen (path)] != '/')
    return digest_of_file (name, path, error);
  if (kept->entries == NULL && !add_entries (kept, error))
    return NULL;
  g_autofree char *canonical = g_canonicalize_filename (name, "/");
  const char *digest = g_hash_table_lookup (kept->entries, canonical);
  return g_strdup (digest != NULL ? digest : "");
}

static gboolean
check_file (KeptRecord *kept, const FetchRecordFile *file, FetchPlaceFunc place, gpointer data,
            GError **error)
{
  const char *slash = strrchr (kept->name, '/');
  const gsize folder = slash != NULL ? (gsize) (slash + 1 - kept->name) : 0;
  g_autofree char *name = g_strdup_printf ("%.*s%s", (int) folder, kept->name, file->file);
  const char *path = place (name, data);

  if (path == NULL)
    return refuse (kept, file->file, "is missing beside it", error);
  if (*path == '\0')
    return TRUE;
  g_autofree char *digest = find_digest (kept, name, path, error);
  if (digest == NULL)
    return FALSE;
  return g_str_equal (digest, file->sha256)
         || refuse (kept, file->file, "is not what was fetched, its digest is another", error);
}

static gboolean
check_record (KeptRecord *kept, FetchPlaceFunc place, gpointer data, GError **error)
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
