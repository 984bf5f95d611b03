/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/igzip-stream.h"

#include <string.h>

#include "input/bytes/gzip-stream.h"

#ifdef HAVE_ISAL

#include <isa-l/igzip_lib.h>

#define PACKED_BYTES (64 * 1024)
#define SKIP_BYTES (64 * 1024)

/* RFC 1952: the beginning of a member that is looked at here, and the flags that isa-l passes over:
   they announce what nobody knows. */
#define HEADER_BYTES 4
#define HEADER_ID 0x1f
#define HEADER_FLAGS_AT 3
#define HEADER_FLAGS_RESERVED 0xe0

typedef enum
{
  STEP_GOOD,
  STEP_END,
  STEP_DOUBTFUL, /* zlib is to say */
  STEP_FAILED    /* @packed did */
} Step;

typedef struct
{
  char *name;
  ByteStream *packed; /* NULL: given to the judge */
  ByteStream *judge;  /* by zlib; NULL: nothing was doubtful so far */
  guint64 handed_out;
  gboolean in_member; /* between the first byte of a member and its last */
  gboolean packed_ended;
  struct inflate_state inflater;
  guint8 buffer[PACKED_BYTES];
} IgzipState;

static void
igzip_free (gpointer data)
{
  IgzipState *self = data;

  byte_stream_free (self->packed);
  byte_stream_free (self->judge);
  g_free (self->name);
  g_free (self);
}

/* More behind what is left, which is moved to the front; nothing where @packed has ended. */
static gboolean
fill (IgzipState *self, GError **error)
{
  const gsize left = self->inflater.avail_in;

  if (left > 0)
    memmove (self->buffer, self->inflater.next_in, left);
  const gssize count = byte_stream_read (self->packed, (char *) self->buffer + left,
                                         sizeof self->buffer - left, error);
  if (count < 0)
    return FALSE;
  self->inflater.next_in = self->buffer;
  self->inflater.avail_in = (guint32) (left + (gsize) count);
  self->packed_ended = count == 0;
  return TRUE;
}

static Step
begin_member (IgzipState *self, GError **error)
{
  while (self->inflater.avail_in < HEADER_BYTES && !self->packed_ended)
    if (!fill (self, error))
      return STEP_FAILED;
  if (self->inflater.avail_in == 0)
    return STEP_END;

  const guint8 *header = self->inflater.next_in;
  if (self->inflater.avail_in < HEADER_BYTES || header[0] != HEADER_ID
      || (header[HEADER_FLAGS_AT] & HEADER_FLAGS_RESERVED) != 0)
    return STEP_DOUBTFUL;
  isal_inflate_reset (&self->inflater);
  self->inflater.crc_flag = ISAL_GZIP;
  self->in_member = TRUE;
  return STEP_GOOD;
}

/* Some of it may be unpacked and not written yet when there is nothing more to read. */
static Step
inflate_some (IgzipState *self)
{
  const guint32 in_before = self->inflater.avail_in;
  const guint32 out_before = self->inflater.avail_out;
  const int status = isal_inflate (&self->inflater);
  const gboolean has_moved
      = self->inflater.avail_in != in_before || self->inflater.avail_out != out_before;

  if (status != ISAL_DECOMP_OK && status != ISAL_END_INPUT)
    return STEP_DOUBTFUL;
  if (self->inflater.block_state == ISAL_BLOCK_FINISH)
    self->in_member = FALSE;
  return has_moved || !self->in_member ? STEP_GOOD : STEP_DOUBTFUL;
}

static Step
step (IgzipState *self, GError **error)
{
  Step step = STEP_GOOD;

  if (!self->in_member)
    step = begin_member (self, error);
  else if (self->inflater.avail_in == 0 && !self->packed_ended && !fill (self, error))
    step = STEP_FAILED;
  return step == STEP_GOOD ? inflate_some (self) : step;
}

static Step
unpack (IgzipState *self, char *buffer, guint32 wanted, GError **error)
{
  Step last = STEP_GOOD;

  self->inflater.next_out = (guint8 *) buffer;
  self->inflater.avail_out = wanted;
  while (self->inflater.avail_out == wanted && last == STEP_GOOD)
    last = step (self, error);
  return last;
}

/* From the beginning of the file on, as if nobody had read of it. */
static gboolean
call_judge (IgzipState *self, GError **error)
{
  g_autofree char *skipped = g_malloc (SKIP_BYTES);
  guint64 left = self->handed_out;

  if (!byte_stream_rewind (self->packed, self->name, error))
    return FALSE;
  self->judge = gzip_stream_new (self->name, g_steal_pointer (&self->packed));
  while (left > 0)
    {
      const gssize count
          = byte_stream_read (self->judge, skipped, (gsize) MIN (left, SKIP_BYTES), error);
      if (count <= 0)
        return count == 0;
      left -= (guint64) count;
    }
  return TRUE;
}

static gssize
igzip_read (gpointer data, char *buffer, gsize size, GError **error)
{
  IgzipState *self = data;
  const guint32 wanted = (guint32) MIN (size, G_MAXINT32);

  if (self->judge == NULL)
    {
      const Step last = unpack (self, buffer, wanted, error);
      const guint32 count = wanted - self->inflater.avail_out;

      if (last == STEP_FAILED)
        return -1;
      self->handed_out += last == STEP_DOUBTFUL ? 0 : count;
      if (last != STEP_DOUBTFUL)
        return (gssize) count;
      if (!call_judge (self, error))
        return -1;
    }
  return byte_stream_read (self->judge, buffer, size, error);
}

ByteStream *
igzip_stream_new (const char *name, ByteStream *packed)
{
  static const ByteStreamClass igzip_class = { .read = igzip_read, .free = igzip_free };

  if (!byte_stream_can_seek (packed))
    return gzip_stream_new (name, packed);
  IgzipState *self = g_new0 (IgzipState, 1);
  self->name = g_strdup (name);
  self->packed = packed;
  isal_inflate_init (&self->inflater);
  return byte_stream_new (&igzip_class, self);
}

gboolean
igzip_stream_is_available (void)
{
  return TRUE;
}

#else

ByteStream *
igzip_stream_new (const char *name, ByteStream *packed)
{
  return gzip_stream_new (name, packed);
}

gboolean
igzip_stream_is_available (void)
{
  return FALSE;
}

#endif
