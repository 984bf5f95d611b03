/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/container.h"

#include <stdio.h>
#include <string.h>

#include "core/recon-error.h"
#include "io/archive-stream.h"
#include "io/byte-stream.h"
#include "io/file-stream.h"
#include "io/gzip-stream.h"

/* A bomb unpacks to thousands of times its size; billing files to 10 or 20 times. */
#define RATIO_FREE_BYTES (10 * 1024 * 1024)
#define RATIO_MAX 100

struct Container
{
  char *name;
  ByteStream *content;    /* the file, or what it holds compressed; NULL: given to the archive */
  ArchiveReader *archive; /* NULL: no archive */
  const ByteStream *file; /* borrowed from content or archive: the bytes on disk */
  gboolean is_packed;
  gboolean was_given; /* the one content of what is no archive */
  gboolean entry_is_new;
  guint64 unpacked_bytes;
  ReadBudget *budget;
};

void
container_free (Container *self)
{
  if (self == NULL)
    return;
  byte_stream_free (self->content);
  archive_reader_free (self->archive);
  g_free (self->name);
  g_free (self);
}

static gboolean
refuse_kind (const Container *self, const char *found, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found %s, expected a billing file as CSV, or such files in gzip, zip, zstd, xz "
               "or tar",
               self->name, found);
  return FALSE;
}

static gboolean
refuse_nested (const Container *self, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found a compressed file or archive inside, expected at most one archive in one "
               "compressed file; unpack it by hand",
               self->name);
  return FALSE;
}

static gboolean
unpack (Container *self, ContentKind kind, GError **error)
{
  switch (kind)
    {
    case CONTENT_GZIP:
      self->content = gzip_stream_new (self->name, self->content);
      break;
    case CONTENT_XZ:
    case CONTENT_ZSTD:
      self->content = archive_stream_new_unpacked (self->name, self->content, error);
      break;
    case CONTENT_OTHER:
    case CONTENT_ZIP:
    case CONTENT_TAR:
    case CONTENT_UNREADABLE:
    default:
      return TRUE;
    }
  self->is_packed = TRUE;
  return self->content != NULL;
}

/* After the compressed layer, if there was one: text or an archive. */
static gboolean
enter (Container *self, GError **error)
{
  ContentKind kind;
  const char *unreadable;

  if (!byte_stream_probe (self->content, &kind, &unreadable, error))
    return FALSE;
  if (!self->is_packed && kind != CONTENT_OTHER)
    {
      if (!unpack (self, kind, error))
        return FALSE;
      if (self->is_packed)
        return enter (self, error);
    }
  if (kind == CONTENT_UNREADABLE)
    return refuse_kind (self, unreadable, error);
  if (kind == CONTENT_OTHER)
    return TRUE;
  if (kind != CONTENT_ZIP && kind != CONTENT_TAR)
    return refuse_nested (self, error);
  if (byte_stream_can_seek (self->content))
    byte_stream_seek (self->content, 0, SEEK_SET);
  self->is_packed = TRUE;
  self->archive = archive_reader_new (self->name, g_steal_pointer (&self->content), error);
  return self->archive != NULL;
}

Container *
container_open (const char *name, const char *path, ReadBudget *budget, GError **error)
{
  g_autoptr (Container) self = g_new0 (Container, 1);

  self->name = g_strdup (name);
  self->budget = budget;
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
  self->entry_is_new = TRUE;
  switch (archive_reader_next (self->archive, path, error))
    {
    case ARCHIVE_STEP_ENTRY:
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
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s: found more than %" G_GUINT64_FORMAT " bytes of input in all, expected at "
                   "most that; allow more with --max-input",
                   self->name, self->budget->max);
      return FALSE;
    }
  self->budget->left -= count;
  return TRUE;
}

static gboolean
check_ratio (Container *self, gsize count, GError **error)
{
  self->unpacked_bytes += count;
  if (!self->is_packed || self->unpacked_bytes <= RATIO_FREE_BYTES
      || self->unpacked_bytes / RATIO_MAX <= byte_stream_count (self->file))
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: unpacks to more than 100 times its size, expected a billing file; is it a "
               "decompression bomb?",
               self->name);
  return FALSE;
}

/* Content of an archive must not be packed once more. */
static gboolean
check_entry (Container *self, const char *bytes, gsize length, GError **error)
{
  static const char *const nested[] = { "\x1f\x8b",
                                        "\xfd"
                                        "7zXZ",
                                        "\x28\xb5\x2f\xfd", "PK\x03\x04" };

  self->entry_is_new = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (nested); i++)
    if (length >= strlen (nested[i]) && memcmp (bytes, nested[i], strlen (nested[i])) == 0)
      return refuse_nested (self, error);
  return TRUE;
}

gssize
container_read (Container *self, char *buffer, gsize size, GError **error)
{
  const gssize count = self->archive != NULL
                           ? archive_reader_read (self->archive, buffer, size, error)
                           : byte_stream_read (self->content, buffer, size, error);

  if (count <= 0)
    return count;
  if (self->archive != NULL && self->entry_is_new
      && !check_entry (self, buffer, (gsize) count, error))
    return -1;
  return spend_budget (self, (gsize) count, error) && check_ratio (self, (gsize) count, error)
             ? count
             : -1;
}

guint64
container_file_bytes (const Container *self)
{
  return byte_stream_count (self->file);
}
