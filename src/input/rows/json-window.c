/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-window.h"

#include <string.h>

#define BUFFER_BYTES (256 * 1024)

struct JsonWindow
{
  ReadFunc read;
  void *stream;
  gboolean has_ended;
  char *buffer;
  gsize capacity;
  gsize start; /* of the text in the buffer */
  gsize filled;
  JsonPlace place; /* of the byte at start */
};

JsonWindow *
json_window_new (ReadFunc read, void *stream)
{
  JsonWindow *self = g_new0 (JsonWindow, 1);

  self->read = read;
  self->stream = stream;
  self->capacity = BUFFER_BYTES;
  self->buffer = g_malloc (self->capacity);
  self->place = (JsonPlace){ 1, 1 };
  return self;
}

void
json_window_free (JsonWindow *self)
{
  if (self == NULL)
    return;
  g_free (self->buffer);
  g_free (self);
}

Slice
json_window_text (const JsonWindow *self)
{
  return (Slice){ self->buffer + self->start, self->filled - self->start };
}

gboolean
json_window_has_ended (const JsonWindow *self)
{
  return self->has_ended;
}

gboolean
json_window_is_full (const JsonWindow *self)
{
  return self->filled - self->start == JSON_WINDOW_BYTES_MAX;
}

static void
make_room (JsonWindow *self)
{
  memmove (self->buffer, self->buffer + self->start, self->filled - self->start);
  self->filled -= self->start;
  self->start = 0;
  if (self->filled == self->capacity)
    {
      self->capacity = MIN (2 * self->capacity, JSON_WINDOW_BYTES_MAX);
      self->buffer = g_realloc (self->buffer, self->capacity);
    }
}

/* Twice as much, so that text which is looked at anew from its beginning costs no more than a few
   times its length. */
gboolean
json_window_fill (JsonWindow *self, GError **error)
{
  make_room (self);
  const gsize goal = MIN (2 * self->filled + 1, self->capacity);

  while (self->filled < goal && !self->has_ended)
    {
      const gsize room = self->capacity - self->filled;
      const gssize count = self->read (self->stream, self->buffer + self->filled, room, error);

      g_assert (count <= 0 || (gsize) count <= room);
      if (count < 0)
        return FALSE;
      self->filled += (gsize) count;
      self->has_ended = count == 0;
    }
  return TRUE;
}

JsonPlace
json_window_place (const JsonWindow *self, gsize offset)
{
  const char *at = self->buffer + self->start, *end = at + offset, *feed;
  JsonPlace place = self->place;

  g_assert (offset <= self->filled - self->start);
  for (; at < end && (feed = memchr (at, '\n', (gsize) (end - at))) != NULL; at = feed + 1)
    place = (JsonPlace){ place.line + 1, 1 };
  place.byte += (guint64) (end - at);
  return place;
}

void
json_window_pass (JsonWindow *self, gsize count)
{
  self->place = json_window_place (self, count);
  self->start += count;
}
