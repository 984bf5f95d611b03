/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_GZIP_H
#define SAMPLE_GZIP_H

#include <check.h>
#include <glib.h>
#include <string.h>
#include <zlib.h>

/* Gzip files, packed by zlib. */

typedef struct
{
  int level;
  int strategy;
  gz_header *header; /* NULL: a plain one */
} SampleGzip;

/* Appends one member. */
static inline void
sample_gzip_append_as (GByteArray *bytes, const char *text, const SampleGzip *how)
{
  g_autofree char *copy = g_strdup (text);
  z_stream deflater = { .next_in = (Bytef *) copy, .avail_in = (uInt) strlen (text) };

  ck_assert_int_eq (deflateInit2 (&deflater, how->level, Z_DEFLATED, 31, 8, how->strategy), Z_OK);
  if (how->header != NULL)
    ck_assert_int_eq (deflateSetHeader (&deflater, how->header), Z_OK);
  const uLong most = deflateBound (&deflater, deflater.avail_in);
  g_autofree guint8 *packed = g_malloc (most);
  deflater.next_out = packed;
  deflater.avail_out = (uInt) most;
  ck_assert_int_eq (deflate (&deflater, Z_FINISH), Z_STREAM_END);
  g_byte_array_append (bytes, packed, (guint) deflater.total_out);
  deflateEnd (&deflater);
}

static inline void
sample_gzip_append (GByteArray *bytes, const char *text)
{
  sample_gzip_append_as (bytes, text, &(SampleGzip){ .level = Z_DEFAULT_COMPRESSION });
}

static inline GByteArray *
sample_gzip_of (const char *text)
{
  GByteArray *bytes = g_byte_array_new ();

  sample_gzip_append (bytes, text);
  return bytes;
}

#endif
