/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/gzip-stream.h"

#include <zlib.h>

#include "base/recon-error.h"

#define PACKED_BYTES (64 * 1024)

/* inflateInit2: the largest window, and a gzip header around it. */
#define GZIP_WINDOW_BITS (15 + 16)

typedef struct
{
  char *name;
  ByteStream *packed;
  z_stream inflater;
  gboolean has_inflater;
  gboolean in_member; /* between the first byte of a member and its last */
  gboolean packed_ended;
  guint8 buffer[PACKED_BYTES];
} GzipState;

static void
gzip_free (gpointer data)
{
  GzipState *self = data;

  if (self->has_inflater)
    inflateEnd (&self->inflater);
  byte_stream_free (self->packed);
  g_free (self->name);
  g_free (self);
}

static gboolean
refuse (const GzipState *self, const char *what, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: the gzip file is damaged: %s; download it again", self->name, what);
  return FALSE;
}

static gboolean
refuse_memory (const GzipState *self, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INTERNAL,
               "%s: there is not enough memory to unpack it; nothing was written", self->name);
  return FALSE;
}

static gboolean
fill (GzipState *self, GError **error)
{
  const gssize count
      = byte_stream_read (self->packed, (char *) self->buffer, sizeof self->buffer, error);

  if (count < 0)
    return FALSE;
  self->inflater.next_in = self->buffer;
  self->inflater.avail_in = (uInt) count;
  self->packed_ended = count == 0;
  return TRUE;
}

static gboolean
begin (GzipState *self, GError **error)
{
  self->has_inflater = inflateInit2 (&self->inflater, GZIP_WINDOW_BITS) == Z_OK;
  return self->has_inflater || refuse_memory (self, error);
}

/* Another member may follow the one that ended; anything else may not. */
static gboolean
begin_member (GzipState *self, GError **error)
{
  if (self->inflater.next_in[0] != 0x1f)
    return refuse (self, "found bytes behind its end, expected none", error);
  if (inflateReset (&self->inflater) != Z_OK)
    return refuse (self, "it cannot be unpacked", error);
  self->in_member = TRUE;
  return TRUE;
}

static gboolean
inflate_some (GzipState *self, GError **error)
{
  const int status = inflate (&self->inflater, Z_NO_FLUSH);

  if (status == Z_MEM_ERROR)
    return refuse_memory (self, error);
  if (status == Z_STREAM_END)
    self->in_member = FALSE;
  else if (status != Z_OK && status != Z_BUF_ERROR)
    return refuse (self, self->inflater.msg != NULL ? self->inflater.msg : "it cannot be unpacked",
                   error);
  return TRUE;
}

/* TRUE: go on, unless everything has ended. */
static gboolean
step (GzipState *self, GError **error)
{
  if (self->inflater.avail_in == 0 && !self->packed_ended && !fill (self, error))
    return FALSE;
  if (self->inflater.avail_in == 0)
    return !self->in_member || refuse (self, "it ends in the middle", error);
  if (!self->in_member && !begin_member (self, error))
    return FALSE;
  return inflate_some (self, error);
}

static gssize
gzip_read (gpointer data, char *buffer, gsize size, GError **error)
{
  GzipState *self = data;
  const uInt wanted = (uInt) MIN (size, G_MAXINT32);

  if (!self->has_inflater && !begin (self, error))
    return -1;
  self->inflater.next_out = (Bytef *) buffer;
  self->inflater.avail_out = wanted;
  while (self->inflater.avail_out == wanted)
    {
      if (!step (self, error))
        return -1;
      if (self->packed_ended && !self->in_member && self->inflater.avail_in == 0)
        break;
    }
  return (gssize) (wanted - self->inflater.avail_out);
}

static const ByteStreamClass gzip_class = { .read = gzip_read, .free = gzip_free };

ByteStream *
gzip_stream_new (const char *name, ByteStream *packed)
{
  GzipState *self = g_new0 (GzipState, 1);

  self->name = g_strdup (name);
  self->packed = packed;
  return byte_stream_new (&gzip_class, self);
}
