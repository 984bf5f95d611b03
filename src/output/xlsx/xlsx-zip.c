/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-zip.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#define LEVEL 1 /* a workbook is a fourth larger than with 6, and made in a third of the time */
#define SPARE_BYTES 64
#define LOCAL_BYTES 30   /* of the header before a part, without its name */
#define CENTRAL_BYTES 46 /* of its entry in the directory */
#define END_BYTES 22
#define STORED_BYTES 5 /* before what is stored: the kind of block, its length, twice */
#define LOCAL_MAGIC 0x04034b50
#define CENTRAL_MAGIC 0x02014b50
#define END_MAGIC 0x06054b50
#define ZIP_VERSION 20
#define METHOD_DEFLATE 8
#define FIRST_DAY 0x0021 /* 1980-01-01 */

typedef struct
{
  char *name;
  guint64 offset; /* of its header */
  guint64 packed;
  guint64 length;
  guint32 check;
} Part;

struct XlsxZip
{
  int fd;
  guint64 end; /* of what was written */
  GArray *parts;
  guint16 room;        /* of the part at hand */
  const char *failure; /* the first */
};

/* Pieces */

/* A want of memory ends the program as everywhere. */

static voidpf
take_memory (voidpf data G_GNUC_UNUSED, uInt count, uInt size)
{
  return g_malloc_n (count, size);
}

static void
give_memory (voidpf data G_GNUC_UNUSED, voidpf memory)
{
  g_free (memory);
}

static void
deflate_all (z_stream *stream, GByteArray *out)
{
  const gsize room = deflateBound (stream, stream->avail_in) + SPARE_BYTES;

  g_byte_array_set_size (out, (guint) room);
  stream->next_out = out->data;
  stream->avail_out = (uInt) room;
  const int status = deflate (stream, Z_SYNC_FLUSH); /* ends at a whole byte */
  g_assert (status == Z_OK && stream->avail_in == 0 && stream->avail_out > 0);
  g_byte_array_set_size (out, (guint) (room - stream->avail_out));
}

XlsxPiece *
xlsx_zip_piece_new (const char *text, gsize length)
{
  XlsxPiece *self = g_new0 (XlsxPiece, 1);
  z_stream stream = { .next_in = (Bytef *) (guintptr) text,
                      .avail_in = (uInt) length,
                      .zalloc = take_memory,
                      .zfree = give_memory };

  self->bytes = g_byte_array_new ();
  self->length = length;
  self->check = (guint32) crc32_z (0, (const Bytef *) text, length);
  if (length == 0)
    return self;
  const int status
      = deflateInit2 (&stream, LEVEL, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
  g_assert (status == Z_OK);
  deflate_all (&stream, self->bytes);
  deflateEnd (&stream);
  return self;
}

void
xlsx_zip_piece_free (XlsxPiece *self)
{
  if (self == NULL)
    return;
  g_byte_array_unref (self->bytes);
  g_free (self);
}

/* Writing */

static void
clear_part (gpointer data)
{
  g_free (((Part *) data)->name);
}

XlsxZip *
xlsx_zip_new (int fd)
{
  XlsxZip *self = g_new0 (XlsxZip, 1);

  self->fd = fd;
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
  return self;
}

void
xlsx_zip_free (XlsxZip *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_free (self);
}

const char *
xlsx_zip_failure (const XlsxZip *self)
{
  return self->failure;
}

static void
write_at (XlsxZip *self, guint64 offset, const guint8 *bytes, gsize length)
{
  while (length > 0 && self->failure == NULL)
    {
      const gssize count = TEMP_FAILURE_RETRY (pwrite (self->fd, bytes, length, (off_t) offset));

      if (count <= 0)
        self->failure = g_strerror (count < 0 ? errno : ENOSPC);
      else
        {
          offset += (guint64) count;
          bytes += count;
          length -= (gsize) count;
        }
    }
}

static void
append (XlsxZip *self, const guint8 *bytes, gsize length)
{
  if (self->end + length > G_MAXUINT32 && self->failure == NULL)
    self->failure = "it is larger than a workbook can be";
  write_at (self, self->end, bytes, length);
  self->end += length;
}

/* Numbers are written with their lowest byte first. */
static guint8 *
put_short (guint8 *at, guint value)
{
  at[0] = (guint8) value;
  at[1] = (guint8) (value >> 8);
  return at + 2;
}

static guint8 *
put_long (guint8 *at, guint64 value)
{
  return put_short (put_short (at, (guint) (value & 0xffff)), (guint) (value >> 16 & 0xffff));
}

/* What the header before a part and its entry in the directory have in common. */
static guint8 *
put_facts (guint8 *at, const Part *part)
{
  at = put_short (at, ZIP_VERSION);
  at = put_short (at, 0);
  at = put_short (at, METHOD_DEFLATE);
  at = put_short (at, 0);
  at = put_short (at, FIRST_DAY);
  at = put_long (at, part->check);
  at = put_long (at, part->packed);
  at = put_long (at, part->length);
  at = put_short (at, (guint) strlen (part->name));
  return put_short (at, 0);
}

static void
write_header (XlsxZip *self, const Part *part)
{
  guint8 header[LOCAL_BYTES];

  put_facts (put_long (header, LOCAL_MAGIC), part);
  write_at (self, part->offset, header, sizeof header);
}

static Part *
last_part (const XlsxZip *self)
{
  return &g_array_index (self->parts, Part, self->parts->len - 1);
}

/* Parts */

void
xlsx_zip_begin (XlsxZip *self, const char *name, guint16 room)
{
  const Part part = { .name = g_strdup (name), .offset = self->end };

  g_array_append_val (self->parts, part);
  self->room = room;
  self->end += LOCAL_BYTES;
  append (self, (const guint8 *) name, strlen (name));
  if (room > 0)
    self->end += STORED_BYTES + (guint64) room;
}

void
xlsx_zip_append (XlsxZip *self, const XlsxPiece *piece)
{
  Part *part = last_part (self);

  append (self, piece->bytes->data, piece->bytes->len);
  part->check = (guint32) crc32_combine (part->check, piece->check, (z_off_t) piece->length);
  part->length += piece->length;
}

static void
write_head (XlsxZip *self, Part *part, const GString *head)
{
  const guint64 offset = part->offset + LOCAL_BYTES + strlen (part->name);
  const guint32 check = (guint32) crc32_z (0, (const Bytef *) head->str, head->len);
  guint8 block[STORED_BYTES] = { 0 };

  g_assert (head->len == self->room);
  put_short (put_short (block + 1, self->room), (guint) (guint16) ~self->room);
  write_at (self, offset, block, sizeof block);
  write_at (self, offset + STORED_BYTES, (const guint8 *) head->str, head->len);
  part->check = (guint32) crc32_combine (check, part->check, (z_off_t) part->length);
  part->length += head->len;
}

void
xlsx_zip_end (XlsxZip *self, const GString *head)
{
  static const guint8 last_block[STORED_BYTES] = { 1, 0, 0, 0xff, 0xff };
  Part *part = last_part (self);

  if (self->room > 0)
    write_head (self, part, head);
  append (self, last_block, sizeof last_block);
  part->packed = self->end - part->offset - LOCAL_BYTES - strlen (part->name);
  if (part->length > G_MAXUINT32 && self->failure == NULL)
    self->failure = "a sheet is larger than a workbook can hold";
  write_header (self, part);
}

void
xlsx_zip_put (XlsxZip *self, const char *name, const GString *text)
{
  g_autoptr (XlsxPiece) piece = xlsx_zip_piece_new (text->str, text->len);

  xlsx_zip_begin (self, name, 0);
  xlsx_zip_append (self, piece);
  xlsx_zip_end (self, NULL);
}

static void
append_entry (XlsxZip *self, const Part *part)
{
  guint8 entry[CENTRAL_BYTES] = { 0 };
  guint8 *at = put_short (put_long (entry, CENTRAL_MAGIC), ZIP_VERSION);

  put_facts (at, part);
  put_long (entry + CENTRAL_BYTES - 4, part->offset);
  append (self, entry, sizeof entry);
  append (self, (const guint8 *) part->name, strlen (part->name));
}

void
xlsx_zip_finish (XlsxZip *self)
{
  const guint64 start = self->end;
  guint8 last[END_BYTES] = { 0 };

  for (guint i = 0; i < self->parts->len; i++)
    append_entry (self, &g_array_index (self->parts, Part, i));
  guint8 *at = put_long (put_long (last, END_MAGIC), 0);
  at = put_short (put_short (at, self->parts->len), self->parts->len);
  put_long (put_long (at, self->end - start), start);
  append (self, last, sizeof last);
}
