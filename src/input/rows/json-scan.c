/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-scan.h"

#include <string.h>

#include "input/rows/json-string.h"

static gboolean
fail (JsonScan *self, JsonVerdict verdict)
{
  if (self->verdict == JSON_SOUND)
    self->verdict = verdict;
  return FALSE;
}

/* What is next is not what must be next. */
static gboolean
fail_here (JsonScan *self)
{
  return fail (self, self->at >= self->length ? JSON_CUT : JSON_INVALID);
}

static gboolean
is_blank (char byte)
{
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

void
json_scan_blanks (JsonScan *self)
{
  while (self->at < self->length && is_blank (self->text[self->at]))
    self->at++;
}

static gboolean
next_is (const JsonScan *self, char byte)
{
  return self->at < self->length && self->text[self->at] == byte;
}

static gboolean
take (JsonScan *self, char byte)
{
  if (!next_is (self, byte))
    return FALSE;
  self->at++;
  return TRUE;
}

gboolean
json_scan_byte (JsonScan *self, char byte)
{
  json_scan_blanks (self);
  return take (self, byte) || fail_here (self);
}

/* After "\u". */
static gboolean
take_unit (JsonScan *self, guint *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, self->at++)
    {
      if (self->at >= self->length || !g_ascii_isxdigit (self->text[self->at]))
        return fail_here (self);
      *unit = *unit << 4 | (guint) g_ascii_xdigit_value (self->text[self->at]);
    }
  return TRUE;
}

/* A pair of surrogates is one character; half of one is none, and NUL ends no text of a file. */
static gboolean
take_character (JsonScan *self)
{
  const gsize begin = self->at;
  guint unit, second;

  if (!take_unit (self, &unit))
    return FALSE;
  if (unit != 0 && (unit < JSON_SURROGATE_HIGH || unit >= JSON_SURROGATE_END))
    return TRUE;
  if (unit >= JSON_SURROGATE_HIGH && unit < JSON_SURROGATE_LOW)
    {
      if (self->at >= self->length || (next_is (self, '\\') && self->at + 1 == self->length))
        {
          self->at = self->length;
          return fail (self, JSON_CUT);
        }
      if (take (self, '\\') && take (self, 'u'))
        {
          if (!take_unit (self, &second))
            return FALSE;
          if (second >= JSON_SURROGATE_LOW && second < JSON_SURROGATE_END)
            return TRUE;
        }
    }
  self->at = begin;
  return fail (self, JSON_NO_TEXT);
}

/* After the backslash. */
static gboolean
take_escape (JsonScan *self)
{
  if (self->at < self->length && memchr ("\"\\/bfnrt", self->text[self->at], 8) != NULL)
    {
      self->at++;
      return TRUE;
    }
  return take (self, 'u') ? take_character (self) : fail_here (self);
}

static gboolean
scan_string (JsonScan *self, JsonValue *value)
{
  if (!take (self, '"'))
    return fail_here (self);

  const gsize begin = self->at;

  *value = (JsonValue){ .kind = JSON_STRING };
  for (;;)
    {
      self->at += json_string_plain_length (self->text + self->at, self->length - self->at);
      if (take (self, '"'))
        break;
      if (!take (self, '\\'))
        return fail_here (self);
      value->is_escaped = TRUE;
      if (!take_escape (self))
        return FALSE;
    }
  value->text = (Slice){ self->text + begin, self->at - 1 - begin };
  return TRUE;
}

static gboolean
take_digits (JsonScan *self)
{
  const gsize begin = self->at;

  while (self->at < self->length && g_ascii_isdigit (self->text[self->at]))
    self->at++;
  return self->at > begin || fail_here (self);
}

static gboolean
scan_number (JsonScan *self)
{
  (void) take (self, '-');
  if (!take (self, '0') && !take_digits (self))
    return FALSE;
  if (take (self, '.') && !take_digits (self))
    return FALSE;
  if (!take (self, 'e') && !take (self, 'E'))
    return TRUE;
  if (!take (self, '+'))
    (void) take (self, '-');
  return take_digits (self);
}

static gboolean
scan_word (JsonScan *self, const char *word)
{
  for (; *word != '\0'; word++)
    if (!take (self, *word))
      return fail_here (self);
  return TRUE;
}

JsonStep
json_scan_key (JsonScan *self, gboolean is_first, JsonValue *key)
{
  json_scan_blanks (self);
  if (take (self, '}'))
    return JSON_CLOSED;
  if (!is_first && !json_scan_byte (self, ','))
    return JSON_BROKEN;
  json_scan_blanks (self);
  return scan_string (self, key) && json_scan_byte (self, ':') ? JSON_MEMBER : JSON_BROKEN;
}

static gboolean
scan_members (JsonScan *self)
{
  JsonValue inner;
  JsonStep step;

  for (gboolean is_first = TRUE; (step = json_scan_key (self, is_first, &inner)) == JSON_MEMBER;
       is_first = FALSE)
    if (!json_scan_value (self, &inner))
      return FALSE;
  return step == JSON_CLOSED;
}

static gboolean
scan_elements (JsonScan *self)
{
  JsonValue inner;

  json_scan_blanks (self);
  if (take (self, ']'))
    return TRUE;
  do
    {
      if (!json_scan_value (self, &inner))
        return FALSE;
      json_scan_blanks (self);
    }
  while (take (self, ','));
  return take (self, ']') || fail_here (self);
}

static gboolean
scan_nested (JsonScan *self, JsonKind kind)
{
  if (self->depth == JSON_DEPTH_MAX)
    return fail (self, JSON_DEEP);
  self->at++;
  self->depth++;
  if (!(kind == JSON_OBJECT ? scan_members (self) : scan_elements (self)))
    return FALSE;
  self->depth--;
  return TRUE;
}

static gboolean
scan_by_first_byte (JsonScan *self, JsonValue *value)
{
  switch (self->text[self->at])
    {
    case '{':
      value->kind = JSON_OBJECT;
      return scan_nested (self, JSON_OBJECT);
    case '[':
      value->kind = JSON_ARRAY;
      return scan_nested (self, JSON_ARRAY);
    case 't':
      value->kind = JSON_BOOLEAN;
      return scan_word (self, "true");
    case 'f':
      value->kind = JSON_BOOLEAN;
      return scan_word (self, "false");
    case 'n':
      value->kind = JSON_NULL;
      return scan_word (self, "null");
    default:
      value->kind = JSON_NUMBER;
      return scan_number (self);
    }
}

gboolean
json_scan_value (JsonScan *self, JsonValue *value)
{
  json_scan_blanks (self);
  if (next_is (self, '"'))
    return scan_string (self, value);
  if (self->at >= self->length)
    return fail (self, JSON_CUT);

  const gsize begin = self->at;

  value->is_escaped = FALSE;
  if (!scan_by_first_byte (self, value))
    return FALSE;
  value->text = (Slice){ self->text + begin, self->at - begin };
  return TRUE;
}
