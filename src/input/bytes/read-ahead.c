/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/read-ahead.h"

#include <pthread.h>
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

/* One thread gives, the other takes and waits. With locks of POSIX, so that ThreadSanitizer sees
   them, which it does not with those of GLib. */
typedef struct
{
  pthread_mutex_t mutex;
  pthread_cond_t grown;
  GQueue items;
} BlockQueue;

struct ReadAhead
{
  ByteStream *source;
  const ByteStream *file;
  Worker *worker;    /* NULL: there is none to be had, and blocks are filled when wanted */
  BlockQueue empty;  /* blocks to be filled; the ReadAhead itself: nobody wants more */
  BlockQueue filled; /* in the order of the stream; after the last one the thread has ended */
  Block *block;      /* being handed out; NULL: none yet */
  gsize handed_out;  /* of it */
  guint64 file_bytes;
};

static void
queue_init (BlockQueue *self)
{
  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->grown, NULL);
  g_queue_init (&self->items);
}

static void
queue_clear (BlockQueue *self, GDestroyNotify free_item)
{
  g_queue_clear_full (&self->items, free_item);
  pthread_cond_destroy (&self->grown);
  pthread_mutex_destroy (&self->mutex);
}

/* @at: 0: it is the next; -1: the last. */
static void
queue_push (BlockQueue *self, gpointer item, int at)
{
  pthread_mutex_lock (&self->mutex);
  g_queue_push_nth (&self->items, item, at);
  pthread_cond_signal (&self->grown);
  pthread_mutex_unlock (&self->mutex);
}

static gpointer
queue_pop (BlockQueue *self)
{
  pthread_mutex_lock (&self->mutex);
  while (g_queue_is_empty (&self->items))
    pthread_cond_wait (&self->grown, &self->mutex);
  const gpointer item = g_queue_pop_head (&self->items);
  pthread_mutex_unlock (&self->mutex);
  return item;
}

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
  ReadAhead *self = data;
  gpointer next;
  gboolean ended = FALSE;

  while (!ended && (next = queue_pop (&self->empty)) != data)
    {
      fill (self, next);
      ended = is_last (next);
      queue_push (&self->filled, next, -1);
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

  if (self->worker != NULL)
    {
      queue_push (&self->empty, self, 0);
      worker_finish (self->worker);
      g_queue_remove (&self->empty.items, self);
    }
  queue_clear (&self->empty, block_free);
  queue_clear (&self->filled, block_free);
  g_clear_pointer (&self->block, block_free);
  byte_stream_free (self->source);
  g_free (self);
}

/* The next block, once all of this one has been handed out. */
static void
turn (ReadAhead *self)
{
  if (self->block != NULL)
    queue_push (&self->empty, self->block, -1);
  self->block = queue_pop (self->worker != NULL ? &self->filled : &self->empty);
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
  queue_init (&self->empty);
  queue_init (&self->filled);
  for (guint i = 0; i < BLOCK_COUNT; i++)
    queue_push (&self->empty, block_new (), -1);
  self->worker = worker_try_start ("read-ahead", keep_filling, self);
  *ahead = self;
  return byte_stream_new (&ahead_class, self);
}

guint64
read_ahead_file_bytes (const ReadAhead *self)
{
  return self->file_bytes;
}
