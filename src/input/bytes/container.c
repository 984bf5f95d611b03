/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/container.h"
#include "input/bytes/limits.h"

#include <stdio.h>
#include <string.h>

#include "base/recon-error.h"
#include "input/bytes/archive-stream.h"
#include "input/bytes/byte-stream.h"
#include "input/bytes/file-stream.h"
#include "input/bytes/igzip-stream.h"
#include "input/bytes/read-ahead.h"

struct Container
{
  char *name;
  ByteStream *content;    /* the file, or what it holds compressed; NULL: given to the archive */
  ArchiveStream *archive; /* NULL: no archive */
  const ByteStream *file; /* borrowed from content or archive: the bytes on disk */
  const ReadAhead *ahead; /* borrowed like file, which only its thread may ask; NULL: not packed */
  guint64 file_bytes_max; /* a zip file is read in several places, and some of them twice */
  gboolean is_packed;
  gboolean is_zip_inside; /* a zip file in a compressed file */
  gboolean was_given;     /* the one content of what is no archive */
  gboolean in_entry;
  const char *entry; /* whose first bytes have not been looked at yet */
  guint64 unpacked_bytes;
  ReadBudget *budget;
};

/* What a compressed file holds, with an eye on how much that is, also where it is only skipped. */
typedef struct
{
  char *name;
  const ByteStream *file; /* borrowed from unpacked */
  ByteStream *unpacked;
  ReadBudget budget; /* as it was when the file was opened */
} WatchedState;

void
container_free (Container *self)
{
  if (self == NULL)
    return;
  byte_stream_free (self->content);
  archive_stream_free (self->archive);
  g_free (self->name);
  g_free (self);
}

static gboolean
refuse_kind (const char *name, const char *found, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found %s, expected a billing file as CSV, or such files in gzip, zip, zstd, xz "
               "or tar",
               name, found);
  return FALSE;
}

static gboolean
refuse_nested (const char *name, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found a compressed file or archive inside, expected at most one archive in one "
               "compressed file; unpack it by hand",
               name);
  return FALSE;
}

static gboolean
check_ratio (const char *name, guint64 unpacked_bytes, guint64 file_bytes, GError **error)
{
  if (unpacked_bytes <= UNPACKED_FREE_BYTES || unpacked_bytes / UNPACKED_RATIO_MAX <= file_bytes)
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: unpacks to more than 100 times its size, expected a billing file; is it a "
               "decompression bomb?",
               name);
  return FALSE;
}

ReadBudget
container_budget (guint64 max)
{
  const guint64 bytes = max > 0 ? max : G_MAXUINT64;

  return (ReadBudget){ .max = bytes, .left = bytes };
}

static gboolean
refuse_budget (const char *name, const ReadBudget *budget, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found more than %" G_GUINT64_FORMAT " bytes of input in all, expected at "
               "most that; allow more with --max-input",
               name, budget->max);
  return FALSE;
}

static gssize
watched_read (gpointer state, char *buffer, gsize size, GError **error)
{
  const WatchedState *self = state;
  const gssize count = byte_stream_read (self->unpacked, buffer, size, error);

  if (count < 0
      || !check_ratio (self->name, byte_stream_count (self->unpacked),
                       byte_stream_count (self->file), error))
    return -1;
  if (!self->budget.counts_skipped || byte_stream_count (self->unpacked) <= self->budget.left)
    return count;
  refuse_budget (self->name, &self->budget, error);
  return -1;
}

static void
watched_free (gpointer state)
{
  WatchedState *self = state;

  byte_stream_free (self->unpacked);
  g_free (self->name);
  g_free (self);
}

static ByteStream *
watched_new (const Container *container, ByteStream *unpacked)
{
  static const ByteStreamClass watched_class = { .read = watched_read, .free = watched_free };
  const ReadBudget none = { .counts_skipped = FALSE };
  WatchedState *self = g_new0 (WatchedState, 1);

  self->name = g_strdup (container->name);
  self->file = container->file;
  self->unpacked = unpacked;
  self->budget = container->budget != NULL ? *container->budget : none;
  return byte_stream_new (&watched_class, self);
}

static gboolean
unpack (Container *self, ContentKind kind, GError **error)
{
  ByteStream *packed = g_steal_pointer (&self->content);
  ByteStream *unpacked = kind == CONTENT_GZIP
                             ? igzip_stream_new (self->name, packed)
                             : archive_stream_new_unpacked (self->name, packed, error);

  if (unpacked == NULL)
    return FALSE;
  self->is_packed = TRUE;
  self->content = read_ahead_new (watched_new (self, unpacked), self->file, &self->ahead);
  return TRUE;
}

static gboolean
open_archive (Container *self, ContentKind kind, GError **error)
{
  if (kind == CONTENT_ZIP && byte_stream_can_seek (self->content))
    self->file_bytes_max = (guint64) byte_stream_seek (self->content, 0, SEEK_END);
  self->is_zip_inside = kind == CONTENT_ZIP && self->is_packed;
  self->is_packed = TRUE;
  self->archive = archive_stream_new (self->name, g_steal_pointer (&self->content), kind, error);
  return self->archive != NULL;
}

/* After the compressed layer, if there was one: text or an archive. */
static gboolean
enter (Container *self, GError **error)
{
  ContentKind kind;
  const char *unreadable;

  if (!byte_stream_probe (self->content, &kind, &unreadable, error))
    return FALSE;
  switch (kind)
    {
    case CONTENT_OTHER:
      return TRUE;
    case CONTENT_GZIP:
    case CONTENT_XZ:
    case CONTENT_ZSTD:
      if (self->is_packed)
        return refuse_nested (self->name, error);
      return unpack (self, kind, error) && enter (self, error);
    case CONTENT_ZIP:
    case CONTENT_TAR:
      return open_archive (self, kind, error);
    case CONTENT_UNREADABLE:
      return refuse_kind (self->name, unreadable, error);
    default:
      g_assert_not_reached ();
    }
}

Container *
container_open (const char *name, const char *path, ReadBudget *budget, GError **error)
{
  g_autoptr (Container) self = g_new0 (Container, 1);

  self->name = g_strdup (name);
  self->budget = budget;
  self->file_bytes_max = G_MAXUINT64;
  self->content = file_stream_new (name, path, error);
  if (self->content == NULL)
    return NULL;
  self->file = self->content;
  return enter (self, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
container_is_archive (const Container *self)
{
  return self->archive != NULL;
}

gboolean
container_is_packed (const Container *self)
{
  return self->is_packed;
}

/* What of an entry is left cannot always be passed over without unpacking it; here it is counted
   and checked on the way. */
static gboolean
read_rest (Container *self, GError **error)
{
  char buffer[16 * 1024];
  gssize count;

  self->entry = NULL;
  while ((count = container_read (self, buffer, sizeof buffer, error)) > 0)
    continue;
  return count == 0;
}

ContainerStep
container_next (Container *self, const char **path, GError **error)
{
  *path = NULL;
  if (self->archive == NULL)
    {
      const gboolean again = self->was_given;
      self->was_given = TRUE;
      return again ? CONTAINER_END : CONTAINER_CONTENT;
    }
  if (self->is_zip_inside && self->in_entry && !read_rest (self, error))
    return CONTAINER_REFUSED;
  self->in_entry = FALSE;
  switch (archive_stream_next (self->archive, path, error))
    {
    case ARCHIVE_STEP_ENTRY:
      self->in_entry = TRUE;
      self->entry = *path;
      return CONTAINER_CONTENT;
    case ARCHIVE_STEP_END:
      return CONTAINER_END;
    case ARCHIVE_STEP_REFUSED:
      return CONTAINER_REFUSED;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
spend_budget (const Container *self, gsize count, GError **error)
{
  if (self->budget == NULL)
    return TRUE;
  if (count > self->budget->left)
    return refuse_budget (self->name, self->budget, error);
  self->budget->left -= count;
  return TRUE;
}

/* Content of an archive must not be packed once more. */
static gboolean
check_entry (Container *self, const char *bytes, gsize length, GError **error)
{
  const char *unreadable;
  const ContentKind kind = byte_stream_content_kind (bytes, length, &unreadable);

  if (kind == CONTENT_OTHER)
    {
      self->entry = NULL;
      return TRUE;
    }
  g_autofree char *name = g_strdup_printf ("%s/%s", self->name, self->entry);
  return kind == CONTENT_UNREADABLE ? refuse_kind (name, unreadable, error)
                                    : refuse_nested (name, error);
}

static gboolean
check_ratio_so_far (const Container *self, GError **error)
{
  return !self->is_packed
         || check_ratio (self->name, self->unpacked_bytes, container_file_bytes (self), error);
}

gssize
container_read (Container *self, char *buffer, gsize size, GError **error)
{
  const gssize count = self->archive != NULL
                           ? archive_stream_read (self->archive, buffer, size, error)
                           : byte_stream_read (self->content, buffer, size, error);

  if (count <= 0)
    return count;
  self->unpacked_bytes += (guint64) count;
  if (self->entry != NULL && !check_entry (self, buffer, (gsize) count, error))
    return -1;
  if (!spend_budget (self, (gsize) count, error) || !check_ratio_so_far (self, error))
    return -1;
  return count;
}

guint64
container_file_bytes (const Container *self)
{
  return self->ahead != NULL ? read_ahead_file_bytes (self->ahead)
                             : MIN (byte_stream_count (self->file), self->file_bytes_max);
}
