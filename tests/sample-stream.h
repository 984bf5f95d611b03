/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_STREAM_H
#define SAMPLE_STREAM_H

#include <check.h>
#include <stdio.h>
#include <string.h>

#include "base/recon-error.h"
#include "input/bytes/byte-stream.h"

/* Bytes in memory as a stream, and streams read to their end. */

typedef struct
{
  const guint8 *bytes;
  gsize length;
  gsize at;
  gsize piece;   /* no read gives more */
  gsize fail_at; /* the read that gets here fails */
} SampleStream;

#define SAMPLE_STREAM_GOOD G_MAXSIZE

static inline gssize
sample_stream_read (gpointer state, char *buffer, gsize size, GError **error)
{
  SampleStream *self = state;
  const gsize count = MIN (MIN (size, self->piece), self->length - self->at);

  if (self->at >= self->fail_at)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "cannot read on");
      return -1;
    }
  if (count > 0)
    memcpy (buffer, self->bytes + self->at, count);
  self->at += count;
  return (gssize) count;
}

static inline gint64
sample_stream_seek (gpointer state, gint64 offset, int whence)
{
  SampleStream *self = state;
  const gint64 base = whence == SEEK_END   ? (gint64) self->length
                      : whence == SEEK_CUR ? (gint64) self->at
                                           : 0;

  if (base + offset < 0 || base + offset > (gint64) self->length)
    return -1;
  self->at = (gsize) (base + offset);
  return base + offset;
}

/* @bytes are borrowed. */
static inline ByteStream *
sample_stream_new (gconstpointer bytes, gsize length, gsize piece, gsize fail_at)
{
  static const ByteStreamClass type = { .read = sample_stream_read, .free = g_free };
  SampleStream *self = g_new (SampleStream, 1);

  *self = (SampleStream){ .bytes = bytes, .length = length, .piece = piece, .fail_at = fail_at };
  return byte_stream_new (&type, self);
}

/* One that can be moved in. */
static inline ByteStream *
sample_stream_new_movable_in (gconstpointer bytes, gsize length, gsize piece, gsize fail_at)
{
  static const ByteStreamClass type
      = { .read = sample_stream_read, .seek = sample_stream_seek, .free = g_free };
  SampleStream *self = g_new (SampleStream, 1);

  *self = (SampleStream){ .bytes = bytes, .length = length, .piece = piece, .fail_at = fail_at };
  return byte_stream_new (&type, self);
}

static inline ByteStream *
sample_stream_new_movable (gconstpointer bytes, gsize length)
{
  return sample_stream_new_movable_in (bytes, length, G_MAXSIZE, SAMPLE_STREAM_GOOD);
}

/* Everything that is left, in pieces of @piece bytes; NULL with @error. */
static inline GString *
read_stream (ByteStream *stream, gsize piece, GError **error)
{
  GString *text = g_string_new (NULL);
  g_autofree char *buffer = g_malloc (piece);
  gssize count;

  while ((count = byte_stream_read (stream, buffer, piece, error)) > 0)
    g_string_append_len (text, buffer, count);
  if (count == 0)
    return text;
  g_string_free (text, TRUE);
  return NULL;
}

static inline void
assert_input_error (const GError *error, const char *message)
{
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (error->message, message);
}

#endif
