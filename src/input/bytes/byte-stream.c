/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/byte-stream.h"

#include <stdio.h>
#include <string.h>

#include "base/recon-error.h"

/* A tar header tells itself at byte 257. */
#define PROBE_BYTES 512

struct ByteStream
{
  const ByteStreamClass *type;
  gpointer state;
  guint64 count;
  char ahead[PROBE_BYTES]; /* read by a probe, not yet handed out */
  gsize ahead_start;
  gsize ahead_end;
};

typedef struct
{
  gsize offset;
  const char *bytes;
  gsize length;
  ContentKind kind;
  const char *words;
} Magic;

/* clang-format off */
static const Magic magics[] = {
  { 0, "\x1f\x8b", 2, CONTENT_GZIP, NULL },
  { 0, "\xfd" "7zXZ\0", 6, CONTENT_XZ, NULL },
  { 0, "\x28\xb5\x2f\xfd", 4, CONTENT_ZSTD, NULL },
  { 0, "\x50\x2a\x4d\x18", 4, CONTENT_ZSTD, NULL }, /* a frame to be skipped comes first */
  { 0, "PK\x03\x04", 4, CONTENT_ZIP, NULL },
  { 0, "PK\x05\x06", 4, CONTENT_ZIP, NULL },
  { 257, "ustar\0", 6, CONTENT_TAR, NULL },
  { 257, "ustar  \0", 8, CONTENT_TAR, NULL },
  { 0, "7z\xbc\xaf\x27\x1c", 6, CONTENT_UNREADABLE, "a 7z archive" },
  { 4, "1AY&SY", 6, CONTENT_UNREADABLE, "a bzip2 file" },
  { 0, "Rar!", 4, CONTENT_UNREADABLE, "a RAR archive" },
  { 0, "%PDF-", 5, CONTENT_UNREADABLE, "a PDF document" },
  { 0, "\xd0\xcf\x11\xe0", 4, CONTENT_UNREADABLE, "an old Excel workbook" },
  { 0, "PAR1", 4, CONTENT_UNREADABLE, "a Parquet file" },
  { 0, "SQLite format 3", 15, CONTENT_UNREADABLE, "an SQLite database" },
};
/* clang-format on */

ByteStream *
byte_stream_new (const ByteStreamClass *type, gpointer state)
{
  ByteStream *self = g_new0 (ByteStream, 1);

  self->type = type;
  self->state = state;
  return self;
}

void
byte_stream_free (ByteStream *self)
{
  if (self == NULL)
    return;
  self->type->free (self->state);
  g_free (self);
}

gssize
byte_stream_read (ByteStream *self, char *buffer, gsize size, GError **error)
{
  gssize count = (gssize) MIN (size, self->ahead_end - self->ahead_start);

  if (count > 0)
    {
      memcpy (buffer, self->ahead + self->ahead_start, (gsize) count);
      self->ahead_start += (gsize) count;
    }
  else
    count = self->type->read (self->state, buffer, size, error);
  if (count > 0)
    self->count += (guint64) count;
  return count;
}

static gboolean
fill_ahead (ByteStream *self, GError **error)
{
  memmove (self->ahead, self->ahead + self->ahead_start, self->ahead_end - self->ahead_start);
  self->ahead_end -= self->ahead_start;
  self->ahead_start = 0;
  while (self->ahead_end < sizeof self->ahead)
    {
      const gssize count = self->type->read (self->state, self->ahead + self->ahead_end,
                                             sizeof self->ahead - self->ahead_end, error);
      if (count < 0)
        return FALSE;
      if (count == 0)
        break;
      self->ahead_end += (gsize) count;
    }
  return TRUE;
}

ContentKind
byte_stream_content_kind (const char *bytes, gsize length, const char **unreadable)
{
  *unreadable = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      const Magic *magic = &magics[i];
      if (magic->offset + magic->length > length
          || memcmp (bytes + magic->offset, magic->bytes, magic->length) != 0)
        continue;
      *unreadable = magic->words;
      return magic->kind;
    }
  return CONTENT_OTHER;
}

gboolean
byte_stream_probe (ByteStream *self, ContentKind *kind, const char **unreadable, GError **error)
{
  if (!fill_ahead (self, error))
    return FALSE;
  *kind = byte_stream_content_kind (self->ahead, self->ahead_end, unreadable);
  return TRUE;
}

gboolean
byte_stream_can_seek (const ByteStream *self)
{
  return self->type->seek != NULL;
}

gint64
byte_stream_seek (ByteStream *self, gint64 offset, int whence)
{
  g_assert (byte_stream_can_seek (self));
  self->ahead_start = self->ahead_end = 0;
  return self->type->seek (self->state, offset, whence);
}

gboolean
byte_stream_rewind (ByteStream *self, const char *name, GError **error)
{
  if (byte_stream_seek (self, 0, SEEK_SET) == 0)
    {
      self->count = 0;
      return TRUE;
    }
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: cannot read it once more", name);
  return FALSE;
}

guint64
byte_stream_count (const ByteStream *self)
{
  return self->count;
}
