/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/zip-directory.h"

#include <stdio.h>
#include <string.h>

#include "base/recon-error.h"

/* The records of a zip file, as far as they are looked at, and where their fields stand. */
#define END_BYTES 22
#define END_COUNT 10
#define END_SIZE 12
#define END_OFFSET 16
#define END_COMMENT_LENGTH 20
#define LOCATOR_BYTES 20
#define LOCATOR_OFFSET 8
#define LARGE_END_BYTES 56
#define LARGE_END_COUNT 32
#define LARGE_END_SIZE 40
#define LARGE_END_OFFSET 48
#define RECORD_BYTES 46
#define RECORD_PACKED_SIZE 20
#define RECORD_SIZE 24
#define RECORD_NAME_LENGTH 28
#define RECORD_EXTRA_LENGTH 30
#define RECORD_COMMENT_LENGTH 32
#define RECORD_OFFSET 42
#define ENTRY_BYTES 30
#define ENTRY_NAME_LENGTH 26

#define NOT_HERE 0xFFFFFFFF /* a number that does not fit, and stands elsewhere in 64 bits */
#define EXTRA_LARGE 1

typedef struct
{
  const char *name;
  ByteStream *bytes;
  guint64 count;
  guint64 start;
  guint64 size;
  guint64 end; /* offset of what must follow it at once */
} ZipDirectory;

static guint64
number_at (const guint8 *bytes, guint width)
{
  guint64 number = 0;

  while (width-- > 0)
    number = number << 8 | bytes[width];
  return number;
}

static gboolean
refuse (const ZipDirectory *self, const char *what, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: the zip file is damaged: %s; download it again", self->name, what);
  return FALSE;
}

static gboolean
refuse_directory (const ZipDirectory *self, GError **error)
{
  return refuse (self, "its directory does not fit its entries", error);
}

/* The last @length bytes of a file; where in them the end record stands, or -1. */
static gssize
find_end (const guint8 *tail, gsize length)
{
  for (gsize comment = 0; comment + END_BYTES <= length && comment <= 0xFFFF; comment++)
    {
      const guint8 *at = tail + length - END_BYTES - comment;
      if (memcmp (at, "PK\5\6", 4) == 0 && number_at (at + END_COMMENT_LENGTH, 2) == comment)
        return at - tail;
    }
  return -1;
}

gboolean
zip_directory_ends (const guint8 *tail, gsize length)
{
  return find_end (tail, length) >= 0;
}

/* All of @size bytes at @offset. */
static gboolean
read_at (const ZipDirectory *self, guint64 offset, gpointer buffer, gsize size, GError **error)
{
  char *at = buffer;

  if (offset > G_MAXINT64 || byte_stream_seek (self->bytes, (gint64) offset, SEEK_SET) < 0)
    return refuse_directory (self, error);
  while (size > 0)
    {
      const gssize count = byte_stream_read (self->bytes, at, size, error);
      if (count < 0)
        return FALSE;
      if (count == 0)
        return refuse_directory (self, error);
      at += count;
      size -= (gsize) count;
    }
  return TRUE;
}

/* Numbers of up to 64 bits stand in a record in front of the end record, if there is one. */
static gboolean
read_large_end (ZipDirectory *self, guint64 end_offset, GError **error)
{
  guint8 locator[LOCATOR_BYTES], end[LARGE_END_BYTES];

  if (end_offset < sizeof locator)
    return TRUE;
  if (!read_at (self, end_offset - sizeof locator, locator, sizeof locator, error))
    return FALSE;
  if (memcmp (locator, "PK\6\7", 4) != 0)
    return TRUE;
  self->end = number_at (locator + LOCATOR_OFFSET, 8);
  if (!read_at (self, self->end, end, sizeof end, error))
    return FALSE;
  if (memcmp (end, "PK\6\6", 4) != 0)
    return refuse_directory (self, error);
  self->count = number_at (end + LARGE_END_COUNT, 8);
  self->size = number_at (end + LARGE_END_SIZE, 8);
  self->start = number_at (end + LARGE_END_OFFSET, 8);
  return TRUE;
}

static gboolean
read_end (ZipDirectory *self, GError **error)
{
  const gint64 size = byte_stream_seek (self->bytes, 0, SEEK_END);
  const gsize length = (gsize) CLAMP (size, 0, ZIP_END_BYTES_MAX);
  g_autofree guint8 *tail = g_malloc (length + 1);

  if (!read_at (self, (guint64) size - length, tail, length, error))
    return FALSE;
  const gssize at = find_end (tail, length);
  if (at < 0)
    return refuse (self, "found no directory at its end, expected one and nothing behind it",
                   error);
  self->count = number_at (tail + at + END_COUNT, 2);
  self->size = number_at (tail + at + END_SIZE, 4);
  self->start = number_at (tail + at + END_OFFSET, 4);
  self->end = (guint64) size - length + (guint64) at;
  return read_large_end (self, self->end, error);
}

/* Of a record with its name and extra fields: where the entry stands. */
static gboolean
find_entry (const guint8 *record, const guint8 *extra, gsize extra_length, guint64 *offset)
{
  const gsize skipped = (number_at (record + RECORD_SIZE, 4) == NOT_HERE ? 8U : 0U)
                        + (number_at (record + RECORD_PACKED_SIZE, 4) == NOT_HERE ? 8U : 0U);

  *offset = number_at (record + RECORD_OFFSET, 4);
  if (*offset != NOT_HERE)
    return TRUE;
  while (extra_length >= 4)
    {
      const gsize size = (gsize) number_at (extra + 2, 2);
      if (size + 4 > extra_length)
        return FALSE;
      if (number_at (extra, 2) == EXTRA_LARGE && size >= skipped + 8)
        {
          *offset = number_at (extra + 4 + skipped, 8);
          return TRUE;
        }
      extra += size + 4;
      extra_length -= size + 4;
    }
  return FALSE;
}

/* The entry itself says its name once more. */
static gboolean
check_entry (const ZipDirectory *self, guint64 offset, const guint8 *name, gsize name_length,
             GError **error)
{
  g_autofree guint8 *entry = g_malloc (ENTRY_BYTES + name_length);

  if (!read_at (self, offset, entry, ENTRY_BYTES + name_length, error))
    return FALSE;
  if (memcmp (entry, "PK\3\4", 4) != 0 || number_at (entry + ENTRY_NAME_LENGTH, 2) != name_length
      || memcmp (entry + ENTRY_BYTES, name, name_length) != 0)
    return refuse_directory (self, error);
  return TRUE;
}

/* *at: of the record; moved behind it. */
static gboolean
check_record (const ZipDirectory *self, guint64 *at, GError **error)
{
  guint8 record[RECORD_BYTES];
  guint64 offset;

  if (!read_at (self, *at, record, sizeof record, error))
    return FALSE;
  const gsize name_length = (gsize) number_at (record + RECORD_NAME_LENGTH, 2);
  const gsize extra_length = (gsize) number_at (record + RECORD_EXTRA_LENGTH, 2);
  g_autofree guint8 *name = g_malloc (name_length + extra_length + 1);
  if (memcmp (record, "PK\1\2", 4) != 0)
    return refuse_directory (self, error);
  if (!read_at (self, *at + sizeof record, name, name_length + extra_length, error))
    return FALSE;
  if (!find_entry (record, name + name_length, extra_length, &offset))
    return refuse_directory (self, error);
  *at += sizeof record + name_length + extra_length + number_at (record + RECORD_COMMENT_LENGTH, 2);
  return check_entry (self, offset, name, name_length, error);
}

gboolean
zip_directory_check (const char *name, ByteStream *bytes, guint count_max, guint64 *count,
                     GError **error)
{
  ZipDirectory self = { .name = name, .bytes = bytes };

  if (!read_end (&self, error))
    return FALSE;
  if (self.start > self.end || self.end - self.start != self.size)
    return refuse_directory (&self, error);
  guint64 at = self.start;
  for (guint64 i = 0; i < MIN (self.count, count_max); i++)
    if (!check_record (&self, &at, error))
      return FALSE;
  if (self.count <= count_max && at != self.end)
    return refuse_directory (&self, error);
  byte_stream_seek (bytes, 0, SEEK_SET);
  *count = self.count;
  return TRUE;
}
