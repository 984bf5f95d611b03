/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/sep-line.h"

#define BEGINNING "sep="
#define STAND_IN '\xff'

void
sep_line_clear (SepLine *self)
{
  if (self->shortened != NULL)
    g_string_free (self->shortened, TRUE);
  *self = (SepLine){ 0 };
}

/* What means something of its own separates nothing. */
static gboolean
can_separate (gunichar found)
{
  return found != 0 && found != '\r' && found != '\n' && found != '"' && found < 0x110000;
}

gboolean
sep_line_take (SepLine *self, Slice line)
{
  const gsize before = strlen (BEGINNING);

  if (line.length <= before || !slice_begins_folded (line, BEGINNING))
    return FALSE;

  const Slice rest = { line.text + before, line.length - before };

  if (!can_separate (g_utf8_get_char_validated (rest.text, (gssize) rest.length))
      || (gsize) g_utf8_skip[(guchar) rest.text[0]] != rest.length)
    return FALSE;
  self->length = rest.length;
  memcpy (self->bytes, rest.text, rest.length);
  return TRUE;
}

static gboolean
is_long (const SepLine *self)
{
  return self->length > 1;
}

char
sep_line_byte (const SepLine *self)
{
  g_assert (self->length > 0);
  return is_long (self) ? STAND_IN : self->bytes[0];
}

Slice
sep_line_shorten (SepLine *self, Slice text)
{
  if (!is_long (self))
    return text;
  if (self->shortened == NULL)
    self->shortened = g_string_new (NULL);
  g_string_truncate (self->shortened, 0);
  for (gsize at = 0; at < text.length;)
    if (text.length - at >= self->length && memcmp (text.text + at, self->bytes, self->length) == 0)
      {
        g_string_append_c (self->shortened, STAND_IN);
        at += self->length;
      }
    else
      g_string_append_c (self->shortened, text.text[at++]);
  return (Slice){ self->shortened->str, self->shortened->len };
}

gsize
sep_line_restore (const SepLine *self, Slice cell, char *to)
{
  gsize length = 0;

  for (gsize i = 0; i < cell.length; i++)
    if (cell.text[i] == STAND_IN)
      {
        memcpy (to + length, self->bytes, self->length);
        length += self->length;
      }
    else
      to[length++] = cell.text[i];
  return length;
}
