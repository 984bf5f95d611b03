/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/read-ahead.h"

#include <string.h>

#include "base/worker.h"

#define BLOCK_BYTES (256 * 1024)
#define BLOCK_COUNT 4

typedef struct
{
  gsize length; /* less than the whole block: the stream ended behind it, or failed */
  GError *error;
  guint64 file_bytes;
  char bytes[BLOCK_BYTES];
} Block;

struct ReadAhead
{
  ByteStream *source;
  const ByteStream *file;
  Worker *worker;      /* NULL: there is none to be had, and blocks are filled when wanted */
  GAsyncQueue *empty;  /* blocks to be filled; the ReadAhead itself: nobody wants more */
  GAsyncQueue *filled; /* in the order of the stream; after the last one the thread has ended */
  Block *block;        /* being handed out; NULL: none yet */
  gsize handed_out;    /* of it */
  guint64 file_bytes;
};

static gboolean
is_last (const Block *block)
{
  return block->length < BLOCK_BYTES;
}

/* A block is filled as far as the stream goes, so that where blocks end is no matter of chance. */
static void
fill (const ReadAhead *self, Block *block)
{
  block->length = 0;
  while (block->length < BLOCK_BYTES)
    {
      const gssize count = byte_stream_read (self->source, block->bytes + block->length,
                                             BLOCK_BYTES - block->length, &block->error);
      if (count <= 0)
        break;
      block->length += (gsize) count;
    }
  block->file_bytes = byte_stream_count (self->file);
}

static gpointer
keep_filling (gpointer data)
{
  const ReadAhead *self = data;
  gpointer next;
  gboolean ended = FALSE;

  while (!ended && (next = g_async_queue_pop (self->empty)) != data)
    {
      fill (self, next);
      ended = is_last (next);
      g_async_queue_push (self->filled, next);
    }
  return NULL;
}

static Block *
block_new (void)
{
  Block *block = g_new (Block, 1); /* its bytes are set when it is filled */

  block->length = 0;
  block->error = NULL;
  block->file_bytes = 0;
  return block;
}

static void
block_free (gpointer data)
{
  Block *block = data;

  g_clear_error (&block->error);
  g_free (block);
}

static void
ahead_free (gpointer data)
{
  ReadAhead *self = data;
  gpointer block;

  if (self->worker != NULL)
    {
      g_async_queue_push_front (self->empty, self);
      worker_finish (self->worker);
    }
  while ((block = g_async_queue_try_pop (self->empty)) != NULL)
    if (block != self)
      block_free (block);
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->filled);
  g_clear_pointer (&self->block, block_free);
  byte_stream_free (self->source);
  g_free (self);
}

/* The next block, once all of this one has been handed out. */
static void
turn (ReadAhead *self)
{
  if (self->block != NULL)
    g_async_queue_push (self->empty, self->block);
  self->block = g_async_queue_pop (self->worker != NULL ? self->filled : self->empty);
  if (self->worker == NULL)
    fill (self, self->block);
  self->handed_out = 0;
  self->file_bytes = self->block->file_bytes;
}

static gssize
ahead_read (gpointer data, char *buffer, gsize size, GError **error)
{
  ReadAhead *self = data;

  if (self->block == NULL || (self->handed_out == self->block->length && !is_last (self->block)))
    turn (self);
  const gsize count = MIN (size, self->block->length - self->handed_out);
  if (count == 0 && self->block->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->block->error));
      return -1;
    }
  memcpy (buffer, self->block->bytes + self->handed_out, count);
  self->handed_out += count;
  return (gssize) count;
}

ByteStream *
read_ahead_new (ByteStream *source, const ByteStream *file, const ReadAhead **ahead)
{
  static const ByteStreamClass ahead_class = { .read = ahead_read, .free = ahead_free };
  ReadAhead *self = g_new0 (ReadAhead, 1);

  self->source = source;
  self->file = file;
  self->empty = g_async_queue_new ();
  self->filled = g_async_queue_new_full (block_free);
  for (guint i = 0; i < BLOCK_COUNT; i++)
    g_async_queue_push (self->empty, block_new ());
  self->worker = worker_try_start ("read-ahead", keep_filling, self);
  *ahead = self;
  return byte_stream_new (&ahead_class, self);
}

guint64
read_ahead_file_bytes (const ReadAhead *self)
{
  return self->file_bytes;
}
