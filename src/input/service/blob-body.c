/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/service/blob-body.h"

#include <string.h>

#include "input/bytes/gzip-stream.h"

static gssize
read_slice (gpointer state, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Slice *left = state;
  const gsize length = MIN (size, left->length);

  memcpy (buffer, left->text, length);
  left->text += length;
  left->length -= length;
  return (gssize) length;
}

static void
leave_state (gpointer state G_GNUC_UNUSED)
{
}

gboolean
blob_body_is_whole (Slice body)
{
  static const ByteStreamClass type = { .read = read_slice, .free = leave_state };
  static const char start[] = "\x1f\x8b";
  Slice left = body;
  g_autofree char *buffer = g_malloc (65536);
  gssize count;

  if (body.length < 2 || memcmp (body.text, start, 2) != 0)
    return FALSE;
  g_autoptr (ByteStream) stream = gzip_stream_new ("blob", byte_stream_new (&type, &left));
  do
    count = byte_stream_read (stream, buffer, 65536, NULL);
  while (count > 0);
  return count == 0;
}
