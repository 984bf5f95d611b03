/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/archive-stream.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/late/archive-library.h"
#include "base/recon-error.h"
#include "input/bytes/zip-directory.h"

#define BLOCK_BYTES (64 * 1024)

/* A tar archive ends with two blocks of zeros, and is padded with more of them. */
#define TAR_BLOCK_BYTES 512
#define TAR_END_BYTES (2 * TAR_BLOCK_BYTES)

/* What libarchive reads from. */
typedef struct
{
  ByteStream *bytes;
  GError *failure; /* of a read: more to the point than what libarchive makes of it */
  guint64 count;
  guint64 nonzero_end; /* behind the last byte that is not 0 */
  GByteArray *tail;    /* at least the last ZIP_END_BYTES_MAX bytes; NULL: not wanted */
  char buffer[BLOCK_BYTES];
} ArchiveInput;

struct ArchiveStream
{
  char *name;
  ContentKind kind;
  ArchiveInput input;
  struct archive *archive;
  guint entries;
  guint64 entries_named; /* by the directory of a zip file; G_MAXUINT64: not known */
  gboolean in_entry;
  gboolean is_empty;  /* there is nothing to read, and libarchive is not asked */
  gint64 entries_end; /* where the last entry ended */
};

static void
watch_block (ArchiveInput *self, gsize count)
{
  gsize used = count;

  while (used > 0 && self->buffer[used - 1] == '\0')
    used--;
  if (used > 0)
    self->nonzero_end = self->count + used;
  self->count += count;
  if (self->tail == NULL)
    return;
  g_byte_array_append (self->tail, (const guint8 *) self->buffer, (guint) count);
  if (self->tail->len > 2 * ZIP_END_BYTES_MAX)
    g_byte_array_remove_range (self->tail, 0, self->tail->len - ZIP_END_BYTES_MAX);
}

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
  watch_block (input, (gsize) count);
  return count;
}

static la_int64_t
seek_block (struct archive *archive G_GNUC_UNUSED, void *data, la_int64_t offset, int whence)
{
  const ArchiveInput *input = data;
  const gint64 place = byte_stream_seek (input->bytes, offset, whence);
  return place >= 0 ? place : ARCHIVE_FATAL;
}

static gboolean
refuse_damage (const ArchiveStream *self, const char *what, GError **error)
{
  static const char *const words[] = { [CONTENT_ZIP] = "zip", [CONTENT_TAR] = "tar" };

  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: the %s file is damaged: %s; download it again", self->name,
               self->kind == CONTENT_OTHER ? "compressed" : words[self->kind], what);
  return FALSE;
}

static gboolean
refuse (const ArchiveStream *self, const char *what, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: %s", self->name, what);
  return FALSE;
}

static gboolean
contains_any (const char *reason, const char *const *words)
{
  while (*words != NULL && (reason == NULL || strstr (reason, *words) == NULL))
    words++;
  return *words != NULL;
}

/* What no memory is enough for, and what there was none for; not all of that has its number. */
static void
set_failure (ArchiveStream *self, GError **error)
{
  static const char *const too_large[]
      = { "Lzma library error: Out of memory", "Frame requires too much memory", NULL };
  static const char *const no_memory[]
      = { "not enough memory", "Can't allocate", "Can't initialize ZIP", NULL };
  const char *reason = archive_error_string (self->archive);

  if (self->input.failure != NULL)
    g_propagate_error (error, g_steal_pointer (&self->input.failure));
  else if (contains_any (reason, too_large))
    refuse (self, "takes too much memory to unpack, expected usual settings; unpack it by hand",
            error);
  else if (archive_errno (self->archive) == ENOMEM || contains_any (reason, no_memory))
    g_set_error (error, RECON_ERROR, RECON_ERROR_INTERNAL,
                 "%s: there is not enough memory to unpack it; nothing was written", self->name);
  else
    refuse_damage (self, reason != NULL ? reason : "it ends in the middle", error);
}

static ArchiveStream *
reader_new (const char *name, ByteStream *bytes, GError **error)
{
  g_autoptr (ArchiveStream) self = g_new0 (ArchiveStream, 1);

  self->name = g_strdup (name);
  self->input.bytes = bytes;
  if (!archive_library_open (error))
    return NULL;
  self->archive = archive_read_new ();
  g_assert (self->archive != NULL);
  archive_read_set_read_callback (self->archive, read_block);
  archive_read_set_callback_data (self->archive, &self->input);
  return g_steal_pointer (&self);
}

void
archive_stream_free (ArchiveStream *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->archive, archive_read_free);
  byte_stream_free (self->input.bytes);
  g_clear_pointer (&self->input.tail, g_byte_array_unref);
  g_clear_error (&self->input.failure);
  g_free (self->name);
  g_free (self);
}

static gboolean
open_reader (ArchiveStream *self, GError **error)
{
  if (archive_read_open1 (self->archive) == ARCHIVE_OK)
    return TRUE;
  set_failure (self, error);
  return FALSE;
}

/* By its directory where it can be moved in; else one entry after the other. Never as libarchive
   finds fit: it does without a directory that it does not like. */
static gboolean
prepare_zip (ArchiveStream *self, GError **error)
{
  if (!byte_stream_can_seek (self->input.bytes))
    {
      self->input.tail = g_byte_array_new ();
      archive_read_support_format_zip_streamable (self->archive);
      return TRUE;
    }
  archive_read_support_format_zip_seekable (self->archive);
  archive_read_set_seek_callback (self->archive, seek_block);
  if (!zip_directory_check (self->name, self->input.bytes, ARCHIVE_ENTRIES_MAX,
                            &self->entries_named, error))
    return FALSE;
  self->is_empty = self->entries_named == 0; /* which libarchive takes for no zip file */
  return TRUE;
}

ArchiveStream *
archive_stream_new (const char *name, ByteStream *bytes, ContentKind kind, GError **error)
{
  g_autoptr (ArchiveStream) self = reader_new (name, bytes, error);

  if (self == NULL)
    return NULL;
  self->kind = kind;
  self->entries_named = G_MAXUINT64;
  if (kind == CONTENT_TAR)
    archive_read_support_format_tar (self->archive);
  else if (!prepare_zip (self, error))
    return NULL;
  return self->is_empty || open_reader (self, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
is_path_outside (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  return path[0] == '/' || g_strv_contains ((const char *const *) parts, "..");
}

static gboolean
check_entry (const ArchiveStream *self, struct archive_entry *entry, GError **error)
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
  if (archive_entry_filetype (entry) == AE_IFDIR && archive_entry_size (entry) > 0)
    return refuse_damage (self, "found a folder with content, expected a file", error);
  if (archive_entry_is_encrypted (entry))
    return refuse (self, "found an encrypted entry, expected none; unpack it with its password",
                   error);
  return TRUE;
}

/* What is left of the entry is skipped here, to know where it ends. */
static int
next_header (ArchiveStream *self, struct archive_entry **entry)
{
  if (self->is_empty)
    return ARCHIVE_EOF;
  if (self->in_entry && archive_read_data_skip (self->archive) != ARCHIVE_OK)
    return ARCHIVE_FATAL;
  self->in_entry = FALSE;
  self->entries_end = archive_filter_bytes (self->archive, 0);
  const int status = archive_read_next_header (self->archive, entry);
  self->in_entry = status == ARCHIVE_OK;
  return status;
}

/* libarchive stops at the end of the archive; its container may be damaged behind it. */
static gboolean
read_rest (ArchiveStream *self, GError **error)
{
  const void *block;
  la_ssize_t count;

  if (byte_stream_can_seek (self->input.bytes) && self->kind == CONTENT_ZIP)
    byte_stream_seek (self->input.bytes, 0, SEEK_END);
  while ((count = read_block (self->archive, &self->input, &block)) > 0)
    continue;
  if (count < 0)
    set_failure (self, error);
  return count == 0;
}

static gboolean
check_tar_end (const ArchiveStream *self, gint64 end, GError **error)
{
  if (end - self->entries_end < TAR_END_BYTES || self->input.count % TAR_BLOCK_BYTES != 0)
    return refuse_damage (self, "it ends in the middle", error);
  if (self->input.nonzero_end > (guint64) end)
    return refuse_damage (self, "found bytes behind its end, expected none", error);
  return TRUE;
}

static gboolean
check_end (ArchiveStream *self, GError **error)
{
  const GByteArray *tail = self->input.tail;
  const gint64 end = archive_filter_bytes (self->archive, 0);

  if (!read_rest (self, error))
    return FALSE;
  if (self->kind == CONTENT_TAR)
    return check_tar_end (self, end, error);
  if (self->entries_named != G_MAXUINT64 && self->entries != self->entries_named)
    return refuse_damage (self, "its directory does not fit its entries", error);
  if (tail != NULL && !zip_directory_ends (tail->data, tail->len))
    return refuse_damage (self, "found no directory at its end, expected one and nothing behind it",
                          error);
  return TRUE;
}

ArchiveStep
archive_stream_next (ArchiveStream *self, const char **path, GError **error)
{
  struct archive_entry *entry;
  int status;

  while ((status = next_header (self, &entry)) == ARCHIVE_OK)
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
    return check_end (self, error) ? ARCHIVE_STEP_END : ARCHIVE_STEP_REFUSED;
  set_failure (self, error);
  return ARCHIVE_STEP_REFUSED;
}

gssize
archive_stream_read (ArchiveStream *self, char *buffer, gsize size, GError **error)
{
  const la_ssize_t count = self->is_empty ? 0 : archive_read_data (self->archive, buffer, size);

  if (count >= 0)
    return count;
  set_failure (self, error);
  return -1;
}

static gssize
unpacked_read (gpointer state, char *buffer, gsize size, GError **error)
{
  return archive_stream_read (state, buffer, size, error);
}

/* libarchive peels off as many layers as there are. */
static guint
count_layers (struct archive *archive)
{
  guint layers = 0;

  for (int i = 0; i < archive_filter_count (archive); i++)
    layers += archive_filter_code (archive, i) != ARCHIVE_FILTER_NONE ? 1 : 0;
  return layers;
}

/* Nothing is in it, or so it seems to libarchive where it cannot read on. */
static gboolean
take_empty (ArchiveStream *self, GError **error)
{
  self->is_empty = TRUE;
  if (archive_error_string (self->archive) == NULL)
    return read_rest (self, error);
  set_failure (self, error);
  return FALSE;
}

ByteStream *
archive_stream_new_unpacked (const char *name, ByteStream *packed, GError **error)
{
  static const ByteStreamClass unpacked_class
      = { .read = unpacked_read, .free = (GDestroyNotify) archive_stream_free };
  g_autoptr (ArchiveStream) self = reader_new (name, packed, error);
  struct archive_entry *entry;

  if (self == NULL)
    return NULL;
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
  if (status == ARCHIVE_EOF && !take_empty (self, error))
    return NULL;
  if (count_layers (self->archive) != 1)
    {
      refuse (self,
              "found a compressed file or archive inside, expected at most one archive in one "
              "compressed file; unpack it by hand",
              error);
      return NULL;
    }
  return byte_stream_new (&unpacked_class, g_steal_pointer (&self));
}
