/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/archive-stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "core/recon-error.h"

#define BLOCK_BYTES (64 * 1024)

/* What libarchive reads from. */
typedef struct
{
  ByteStream *bytes;
  GError *failure; /* of a read: more to the point than what libarchive makes of it */
  char buffer[BLOCK_BYTES];
} ArchiveInput;

struct ArchiveReader
{
  char *name;
  ArchiveInput input;
  struct archive *archive;
  guint entries;
};

static la_ssize_t
read_block (struct archive *archive, void *data, const void **block)
{
  ArchiveInput *input = data;
  gssize count;

  if (input->failure != NULL)
    return ARCHIVE_FATAL;
  count = byte_stream_read (input->bytes, input->buffer, sizeof input->buffer, &input->failure);
  *block = input->buffer;
  if (count < 0)
    {
      archive_set_error (archive, EIO, "cannot be read");
      return ARCHIVE_FATAL;
    }
  return count;
}

static la_int64_t
seek_block (struct archive *archive G_GNUC_UNUSED, void *data, la_int64_t offset, int whence)
{
  const ArchiveInput *input = data;
  const gint64 place = byte_stream_seek (input->bytes, offset, whence);
  return place >= 0 ? place : ARCHIVE_FATAL;
}

static void
set_failure (ArchiveReader *self, GError **error)
{
  const char *reason = archive_error_string (self->archive);

  if (self->input.failure != NULL)
    g_propagate_error (error, g_steal_pointer (&self->input.failure));
  else
    g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                 "%s: the compressed file is damaged: %s; download it again", self->name,
                 reason != NULL ? reason : "it ends in the middle");
}

static gboolean
refuse (const ArchiveReader *self, const char *what, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: %s", self->name, what);
  return FALSE;
}

static ArchiveReader *
reader_new (const char *name, ByteStream *bytes)
{
  ArchiveReader *self = g_new0 (ArchiveReader, 1);

  self->name = g_strdup (name);
  self->input.bytes = bytes;
  self->archive = archive_read_new ();
  g_assert (self->archive != NULL);
  archive_read_set_read_callback (self->archive, read_block);
  archive_read_set_callback_data (self->archive, &self->input);
  return self;
}

void
archive_reader_free (ArchiveReader *self)
{
  if (self == NULL)
    return;
  archive_read_free (self->archive);
  byte_stream_free (self->input.bytes);
  g_clear_error (&self->input.failure);
  g_free (self->name);
  g_free (self);
}

static gboolean
open_reader (ArchiveReader *self, GError **error)
{
  if (archive_read_open1 (self->archive) == ARCHIVE_OK)
    return TRUE;
  set_failure (self, error);
  return FALSE;
}

ArchiveReader *
archive_reader_new (const char *name, ByteStream *bytes, GError **error)
{
  g_autoptr (ArchiveReader) self = reader_new (name, bytes);

  archive_read_support_format_tar (self->archive);
  archive_read_support_format_zip (self->archive);
  if (byte_stream_can_seek (bytes))
    archive_read_set_seek_callback (self->archive, seek_block);
  return open_reader (self, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
is_path_outside (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  return path[0] == '/' || g_strv_contains ((const char *const *) parts, "..");
}

static gboolean
check_entry (const ArchiveReader *self, struct archive_entry *entry, GError **error)
{
  const char *path = archive_entry_pathname (entry);

  if (path == NULL || path[0] == '\0')
    return refuse (self, "found an entry without a readable name, expected names in UTF-8", error);
  if (is_path_outside (path))
    return refuse (self,
                   "found an entry whose path leads out of the archive, expected none; "
                   "get the archive from its source again",
                   error);
  if (archive_entry_symlink (entry) != NULL || archive_entry_hardlink (entry) != NULL
      || (archive_entry_filetype (entry) != AE_IFREG && archive_entry_filetype (entry) != AE_IFDIR))
    return refuse (self,
                   "found a link or a device in the archive, expected files; unpack and "
                   "check it by hand",
                   error);
  if (archive_entry_is_encrypted (entry))
    return refuse (self, "found an encrypted entry, expected none; unpack it with its password",
                   error);
  return TRUE;
}

ArchiveStep
archive_reader_next (ArchiveReader *self, const char **path, GError **error)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK)
    {
      if (++self->entries > ARCHIVE_ENTRIES_MAX)
        {
          refuse (self, "found more than 10,000 entries, expected at most 10,000", error);
          return ARCHIVE_STEP_REFUSED;
        }
      if (!check_entry (self, entry, error))
        return ARCHIVE_STEP_REFUSED;
      *path = archive_entry_pathname (entry);
      if (archive_entry_filetype (entry) == AE_IFREG)
        return ARCHIVE_STEP_ENTRY;
    }
  if (status == ARCHIVE_EOF)
    return ARCHIVE_STEP_END;
  set_failure (self, error);
  return ARCHIVE_STEP_REFUSED;
}

gssize
archive_reader_read (ArchiveReader *self, char *buffer, gsize size, GError **error)
{
  const la_ssize_t count = archive_read_data (self->archive, buffer, size);

  if (count >= 0)
    return count;
  set_failure (self, error);
  return -1;
}

static gssize
unpacked_read (gpointer state, char *buffer, gsize size, GError **error)
{
  return archive_reader_read (state, buffer, size, error);
}

static void
unpacked_free (gpointer state)
{
  archive_reader_free (state);
}

/* libarchive peels off as many layers as there are; one is what downloads have. */
static gboolean
has_one_layer (struct archive *archive)
{
  guint layers = 0;

  for (int i = 0; i < archive_filter_count (archive); i++)
    layers += archive_filter_code (archive, i) != ARCHIVE_FILTER_NONE ? 1 : 0;
  return layers <= 1;
}

ByteStream *
archive_stream_new_unpacked (const char *name, ByteStream *packed, GError **error)
{
  static const ByteStreamClass unpacked_class = { .read = unpacked_read, .free = unpacked_free };
  g_autoptr (ArchiveReader) self = reader_new (name, packed);
  struct archive_entry *entry;

  archive_read_support_filter_xz (self->archive);
  archive_read_support_filter_zstd (self->archive);
  archive_read_support_format_raw (self->archive);
  archive_read_support_format_empty (self->archive);
  if (!open_reader (self, error))
    return NULL;
  const int status = archive_read_next_header (self->archive, &entry);
  if (status != ARCHIVE_OK && status != ARCHIVE_EOF)
    {
      set_failure (self, error);
      return NULL;
    }
  if (!has_one_layer (self->archive))
    {
      refuse (self,
              "found a compressed file inside a compressed file, expected one layer; unpack "
              "it by hand",
              error);
      return NULL;
    }
  return byte_stream_new (&unpacked_class, g_steal_pointer (&self));
}
