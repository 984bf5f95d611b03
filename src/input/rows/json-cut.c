/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-cut.h"

#include "input/rows/json-string.h"

/* Within a string: to after its quote, or as far as the text can be told. */
static gboolean
cut_string (JsonCut *self, const char *text, gsize length)
{
  while (self->at < length)
    switch (text[self->at])
      {
      case '"':
        self->at++;
        return TRUE;
      case '\\':
        if (self->at + 1 == length)
          return FALSE;
        self->at += 2;
        break;
      default: /* a control character is judged elsewhere */
        self->at += MAX (1, json_string_plain_length (text + self->at, length - self->at));
      }
  return FALSE;
}

gboolean
json_cut_object (JsonCut *self, const char *text, gsize length)
{
  while (self->at < length || self->in_string)
    {
      if (self->in_string && !cut_string (self, text, length))
        return FALSE;
      self->in_string = FALSE;
      if (self->at == length)
        return FALSE;
      const char byte = text[self->at++];
      self->in_string = byte == '"';
      if (byte == '{' || byte == '[')
        self->depth++;
      else if ((byte == '}' || byte == ']') && --self->depth == 0)
        return TRUE;
    }
  return FALSE;
}
