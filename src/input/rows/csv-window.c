/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-window.h"

#include <string.h>

#include "input/bytes/limits.h"
#include "input/rows/csv-scan.h"

#define BUFFER_BYTES CSV_SCAN_BYTES_MAX
#define BUFFER_BYTES_MAX (CSV_RECORD_BYTES_MAX + 5) /* with its line end and a byte-order mark */

void
csv_window_init (CsvWindow *self, ReadFunc read, void *stream)
{
  *self = (CsvWindow){
    .read = read, .stream = stream, .buffer = g_malloc (BUFFER_BYTES), .capacity = BUFFER_BYTES
  };
}

void
csv_window_clear (CsvWindow *self)
{
  g_clear_pointer (&self->buffer, g_free);
}

gboolean
csv_window_drop_earlier (CsvWindow *self)
{
  if (self->record == 0)
    return FALSE;
  memmove (self->buffer, self->buffer + self->record, self->filled - self->record);
  self->filled -= self->record;
  self->fed -= self->record;
  self->looked -= MIN (self->looked, self->record);
  self->record = 0;
  return TRUE;
}

gboolean
csv_window_is_full (const CsvWindow *self)
{
  return self->filled == BUFFER_BYTES_MAX;
}

gboolean
csv_window_fill (CsvWindow *self, GError **error)
{
  if (self->filled == self->capacity)
    {
      self->capacity = MIN (2 * self->capacity, BUFFER_BYTES_MAX);
      self->buffer = g_realloc (self->buffer, self->capacity);
    }

  const gsize room = self->capacity - self->filled;
  const gssize count = self->read (self->stream, self->buffer + self->filled, room, error);

  g_assert (count < 0 || (gsize) count <= room);
  if (count < 0)
    return FALSE;
  self->filled += (gsize) count;
  self->stream_ended = count == 0;
  return TRUE;
}

gboolean
csv_window_find_line (CsvWindow *self, gsize *length)
{
  const char *end = memchr (self->buffer + self->looked, '\n', self->filled - self->looked);

  self->looked = end != NULL ? (gsize) (end - self->buffer) + 1 : self->filled;
  *length = self->looked - self->fed;
  return end != NULL || self->stream_ended;
}

void
csv_window_drop_end_of_file (CsvWindow *self, gsize *length)
{
  const gsize dropped = *length > 0 && self->buffer[self->fed + *length - 1] == '\x1a' ? 1 : 0;

  *length -= dropped;
  self->filled -= dropped;
  self->looked -= dropped;
}
