/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdio.h>
#include <zlib.h>

#include "base/recon-error.h"
#include "fuzz-target.h"
#include "input/bytes/gzip-stream.h"
#include "input/bytes/igzip-stream.h"

/*
 * What igzip-stream says of a gzip file is what zlib says: the same bytes, or the same words. Only
 * sets of codes that are not complete may be unpacked where zlib refuses them.
 *
 * Choices: whether the bytes are a file, a member's deflate stream, which gets a header and the
 * trailer that fits, or text to be packed; how it is packed; how long reads are, in and out; bits
 * that are turned over, three characters each.
 */

typedef enum
{
  BYTES_FILE,
  BYTES_DEFLATED,
  BYTES_TEXT,
  BYTES_COUNT
} BytesKind;

#define MEMBER_HEADER "\x1f\x8b\x08\0\0\0\0\0\0\3"
#define MEMBER_HEADER_BYTES 10
/* No more than what 4 KiB can unpack to. */
#define UNPACKED_MAX (5 * 1024 * 1024)

/* The file; streams of it can be moved in. */
typedef struct
{
  const GByteArray *bytes;
  gsize piece;
  gsize at;
} Stream;

static gssize
stream_read (gpointer state, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Stream *self = state;
  const gsize count = MIN (MIN (size, self->piece), self->bytes->len - self->at);

  if (count > 0)
    memcpy (buffer, self->bytes->data + self->at, count);
  self->at += count;
  return (gssize) count;
}

static gint64
stream_seek (gpointer state, gint64 offset, int whence)
{
  Stream *self = state;

  REQUIRE (offset == 0 && whence == SEEK_SET);
  self->at = 0;
  return 0;
}

static ByteStream *
stream_new (const GByteArray *bytes, gsize piece)
{
  static const ByteStreamClass type = { .read = stream_read, .seek = stream_seek, .free = g_free };
  Stream *self = g_new (Stream, 1);

  *self = (Stream){ .bytes = bytes, .piece = piece };
  return byte_stream_new (&type, self);
}

static void
append_number (GByteArray *file, guint32 number)
{
  const guint32 bytes = GUINT32_TO_LE (number);
  g_byte_array_append (file, (const guint8 *) &bytes, sizeof bytes);
}

/* A member whose check and length are those of what zlib finds in @deflated. */
static void
append_deflated (GByteArray *file, Slice deflated)
{
  g_autofree guint8 *unpacked = g_malloc (UNPACKED_MAX);
  z_stream inflater = { .next_in = (Bytef *) (guintptr) deflated.text,
                        .avail_in = (uInt) deflated.length,
                        .next_out = unpacked,
                        .avail_out = UNPACKED_MAX };

  REQUIRE (inflateInit2 (&inflater, -15) == Z_OK);
  inflate (&inflater, Z_FINISH);
  g_byte_array_append (file, (const guint8 *) MEMBER_HEADER, MEMBER_HEADER_BYTES);
  g_byte_array_append (file, (const guint8 *) deflated.text, (guint) inflater.total_in);
  append_number (file, (guint32) crc32 (0, unpacked, (uInt) inflater.total_out));
  append_number (file, (guint32) inflater.total_out);
  inflateEnd (&inflater);
}

static void
append_packed (GByteArray *file, Slice text, guint how)
{
  z_stream deflater = { .next_in = (Bytef *) (guintptr) text.text, .avail_in = (uInt) text.length };

  REQUIRE (deflateInit2 (&deflater, (int) (how % 10), Z_DEFLATED, 31, 8, (int) (how / 10)) == Z_OK);
  const uLong most = deflateBound (&deflater, deflater.avail_in);
  g_autofree guint8 *packed = g_malloc (most);
  deflater.next_out = packed;
  deflater.avail_out = (uInt) most;
  REQUIRE (deflate (&deflater, Z_FINISH) == Z_STREAM_END);
  g_byte_array_append (file, packed, (guint) deflater.total_out);
  deflateEnd (&deflater);
}

/* NULL with @error; @text is what came out, in either case. */
static gboolean
unpack (ByteStream *stream, gsize piece, GString *text, GError **error)
{
  g_autofree char *buffer = g_malloc (piece);
  gssize count;

  while ((count = byte_stream_read (stream, buffer, piece, error)) > 0)
    g_string_append_len (text, buffer, count);
  byte_stream_free (stream);
  REQUIRE ((count < 0) == (*error != NULL));
  REQUIRE (*error == NULL || g_error_matches (*error, RECON_ERROR, RECON_ERROR_INPUT));
  return count == 0;
}

static gboolean
is_about_codes (const GError *error)
{
  return strstr (error->message, ": invalid code lengths set") != NULL
         || strstr (error->message, ": invalid literal/lengths set") != NULL
         || strstr (error->message, ": invalid distances set") != NULL;
}

static void
check (const GByteArray *file, gsize piece_in, gsize piece_out)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GError) error = NULL, zlib_error = NULL;
  const gboolean expects
      = unpack (gzip_stream_new ("f", stream_new (file, G_MAXSIZE)), 65536, expected, &zlib_error);
  const gboolean unpacks
      = unpack (igzip_stream_new ("f", stream_new (file, piece_in)), piece_out, text, &error);

  if (!unpacks)
    REQUIRE (!expects && g_str_equal (error->message, zlib_error->message));
  else if (expects)
    REQUIRE (g_string_equal (text, expected));
  else
    REQUIRE (is_about_codes (zlib_error) && g_str_has_prefix (text->str, expected->str));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const gsize pieces[] = { G_MAXSIZE, 1, 3, 100 };
  static const gsize pieces_out[] = { 256 * 1024, 1, 50, 4096 };
  g_autoptr (GByteArray) file = g_byte_array_new ();
  Slice rest;
  Choices choices = take_choices (data, size, &rest);
  const guint kind = choose (&choices, BYTES_COUNT);
  const guint how = choose (&choices, 50);
  const gsize piece_in = pieces[choose (&choices, G_N_ELEMENTS (pieces))];
  const gsize piece_out = pieces_out[choose (&choices, G_N_ELEMENTS (pieces_out))];

  if (kind == BYTES_FILE)
    g_byte_array_append (file, (const guint8 *) rest.text, (guint) rest.length);
  else if (kind == BYTES_DEFLATED)
    append_deflated (file, rest);
  else
    append_packed (file, rest, how);
  while (choices.left > 2 && file->len > 0)
    {
      const guint place
          = (choose (&choices, 64) * 64 + choose (&choices, 64)) * 64 + choose (&choices, 64);
      file->data[place / 8 % file->len] ^= (guint8) (1 << place % 8);
    }
  check (file, piece_in, piece_out);
  return 0;
}
