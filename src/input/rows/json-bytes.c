/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-bytes.h"

#include <string.h>

#include "base/recon-error.h"
#include "input/bytes/limits.h"

#define BUFFER_BYTES (256 * 1024)

void
json_bytes_init (JsonBytes *self, const char *name, ReadFunc read, void *stream)
{
  *self = (JsonBytes){ .name = name,
                       .read = read,
                       .stream = stream,
                       .buffer = g_malloc (BUFFER_BYTES),
                       .room = BUFFER_BYTES,
                       .line = 1 };
}

void
json_bytes_clear (JsonBytes *self)
{
  g_clear_error (&self->failure);
  g_clear_pointer (&self->buffer, g_free);
}

gboolean
json_bytes_fill (JsonBytes *self)
{
  if (self->has_ended)
    return FALSE;
  if (self->end - self->token > CSV_CELL_BYTES_MAX)
    {
      self->has_ended = TRUE;
      g_set_error (&self->failure, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s:%" G_GUINT64_FORMAT ": found a text or number of more than 1 MiB, expected "
                   "a shorter one",
                   self->name, self->line);
      return FALSE;
    }
  memmove (self->buffer, self->buffer + self->token, self->end - self->token);
  self->base += self->token;
  self->at -= self->token;
  self->end -= self->token;
  self->token = 0;
  if (self->end == self->room)
    self->buffer = g_realloc (self->buffer, self->room *= 2);
  const gssize count
      = self->read (self->stream, self->buffer + self->end, self->room - self->end, &self->failure);
  self->has_ended = count <= 0;
  self->end += self->has_ended ? 0 : (gsize) count;
  return !self->has_ended;
}

JsonPlace
json_bytes_place (const JsonBytes *self, gsize at)
{
  return (JsonPlace){ self->line, self->base + at - self->line_base + 1 };
}

static void
pass_blanks (JsonBytes *self)
{
  do
    {
      for (; self->at < self->end; self->at++)
        {
          const char byte = self->buffer[self->at];
          if (byte == '\n')
            {
              self->line++;
              self->line_base = self->base + self->at + 1;
            }
          else if (byte != ' ' && byte != '\t' && byte != '\r')
            return;
        }
      self->token = self->at;
    }
  while (json_bytes_fill (self));
}

void
json_bytes_pass_mark (JsonBytes *self)
{
  while (self->end < 3 && json_bytes_fill (self))
    ;
  if (self->end >= 3 && memcmp (self->buffer, "\xef\xbb\xbf", 3) == 0)
    self->at = 3;
}

void
json_bytes_begin_token (JsonBytes *self)
{
  self->token = self->at;
  pass_blanks (self);
  self->token = self->at;
}

gboolean
json_bytes_refuse (const JsonBytes *self, JsonPlace place, const char *found, const char *expected,
                   GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s:%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": found %s, expected %s", self->name,
               place.line, place.byte, found, expected);
  return FALSE;
}

gboolean
json_bytes_refuse_next (JsonBytes *self, const char *expected, GError **error)
{
  const int byte = json_bytes_peek (self);
  char found[32];

  if (self->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return FALSE;
    }
  if (byte == JSON_BYTES_END)
    g_strlcpy (found, "the end of the file", sizeof found);
  else if (byte > ' ' && byte < 0x7F)
    g_snprintf (found, sizeof found, "\"%c\"", byte);
  else
    g_snprintf (found, sizeof found, "the byte 0x%02X", (guint) byte);
  return json_bytes_refuse (self, json_bytes_place (self, self->at), found, expected, error);
}
