/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-scalar.h"

#include <string.h>

#include "base/decimal.h"
#include "input/rows/json-string.h"

/* Whatever has no exponent and no more bytes is held by a Decimal. */
#define SHORT_NUMBER_BYTES 38

/* Strings */

/* What was taken of the string is UTF-8. A character that the end of the file cuts is refused
   behind it. */
static gboolean
check_encoding (JsonBytes *self, GError **error)
{
  const gsize length = self->at - self->token;
  const char *bad;

  if (slice_is_plain ((Slice){ self->buffer + self->token, length })
      || g_utf8_validate (self->buffer + self->token, (gssize) length, &bad))
    return TRUE;
  const gsize at = (gsize) (bad - self->buffer);
  const gboolean is_cut
      = self->at == self->end && self->has_ended
        && g_utf8_get_char_validated (bad, (gssize) (self->end - at)) == (gunichar) -2;
  if (!is_cut)
    self->at = at;
  return json_bytes_refuse_next (self, "text in UTF-8", error);
}

static gboolean
refuse_in_string (JsonBytes *self, const char *expected, GError **error)
{
  return check_encoding (self, error) && json_bytes_refuse_next (self, expected, error);
}

/* After "\u". */
static gboolean
take_unit (JsonBytes *self, guint *unit, GError **error)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, self->at++)
    {
      const int byte = json_bytes_peek (self);
      if (byte == JSON_BYTES_END || !g_ascii_isxdigit ((char) byte))
        return refuse_in_string (self, "four hexadecimal digits", error);
      *unit = *unit << 4 | (guint) g_ascii_xdigit_value ((char) byte);
    }
  return TRUE;
}

/* @offset: of the backslash in the token. */
static gboolean
refuse_escape (JsonBytes *self, gsize offset, const char *found, GError **error)
{
  return check_encoding (self, error)
         && json_bytes_refuse (self, json_bytes_place (self, self->token + offset), found,
                               "an escape that is a character", error);
}

/* After "\u": one character, of which a pair of surrogates is the two halves. */
static gboolean
take_character (JsonBytes *self, gsize offset, GError **error)
{
  guint unit, second = 0;

  if (!take_unit (self, &unit, error))
    return FALSE;
  if (unit == 0)
    return refuse_escape (self, offset, "the escape of a NUL character", error);
  if (unit < JSON_SURROGATE_HIGH || unit >= JSON_SURROGATE_END)
    return TRUE;
  if (unit < JSON_SURROGATE_LOW && json_bytes_take (self, '\\'))
    {
      if (json_bytes_take (self, 'u'))
        {
          if (!take_unit (self, &second, error))
            return FALSE;
        }
      else if (json_bytes_peek (self) == JSON_BYTES_END)
        return refuse_in_string (self, "the rest of a string", error);
    }
  else if (unit < JSON_SURROGATE_LOW && json_bytes_peek (self) == JSON_BYTES_END)
    return refuse_in_string (self, "the rest of a string", error);
  if (second >= JSON_SURROGATE_LOW && second < JSON_SURROGATE_END)
    return TRUE;
  return refuse_escape (self, offset, "half of a surrogate pair", error);
}

/* At the backslash. */
static gboolean
take_escape (JsonBytes *self, GError **error)
{
  const gsize offset = self->at - self->token;

  self->at++;
  const int byte = json_bytes_peek (self);
  if (byte != JSON_BYTES_END && byte != 0 && strchr ("\"\\/bfnrt", byte) != NULL)
    {
      self->at++;
      return TRUE;
    }
  if (json_bytes_take (self, 'u'))
    return take_character (self, offset, error);
  return refuse_in_string (self, "one of \"\\/bfnrtu after a backslash", error);
}

/* At the quote. */
gboolean
json_scalar_take_string (JsonBytes *self, GString *room, Slice *text, GError **error)
{
  gboolean is_escaped = FALSE;

  for (self->at++;;)
    {
      self->at += json_string_plain_length (self->buffer + self->at, self->end - self->at);
      const int byte = json_bytes_peek (self);
      if (byte == '"')
        break;
      if (byte == '\\')
        {
          is_escaped = TRUE;
          if (!take_escape (self, error))
            return FALSE;
        }
      else if (byte == JSON_BYTES_END || byte < 0x20)
        return refuse_in_string (self, "the rest of a string", error);
    }
  if (!check_encoding (self, error))
    return FALSE;
  *text = (Slice){ self->buffer + self->token + 1, self->at - self->token - 1 };
  self->at++;
  if (is_escaped)
    {
      g_string_set_size (room, text->length);
      text->length = json_string_unescape (*text, room->str);
      text->text = room->str;
    }
  return TRUE;
}

/* Numbers and words */

static gboolean
take_digits (JsonBytes *self, GError **error)
{
  int byte = json_bytes_peek (self);

  if (byte < '0' || byte > '9')
    return json_bytes_refuse_next (self, "a digit", error);
  for (; byte >= '0' && byte <= '9'; byte = json_bytes_peek (self))
    self->at++;
  return TRUE;
}

static gboolean
take_exponent (JsonBytes *self, GError **error)
{
  if (!json_bytes_take (self, '+'))
    (void) json_bytes_take (self, '-');
  return take_digits (self, error);
}

gboolean
json_scalar_take_number (JsonBytes *self, Slice *text, GError **error)
{
  gboolean has_exponent = FALSE;
  Decimal number;

  (void) json_bytes_take (self, '-');
  if (!json_bytes_take (self, '0') && !take_digits (self, error))
    return FALSE;
  if (json_bytes_take (self, '.') && !take_digits (self, error))
    return FALSE;
  if (json_bytes_take (self, 'e') || json_bytes_take (self, 'E'))
    {
      has_exponent = TRUE;
      if (!take_exponent (self, error))
        return FALSE;
    }
  *text = (Slice){ self->buffer + self->token, self->at - self->token };
  if ((!has_exponent && text->length <= SHORT_NUMBER_BYTES)
      || decimal_parse (text->text, text->length, DECIMAL_POINT, &number))
    return TRUE;
  return json_bytes_refuse (self, json_bytes_place (self, self->token),
                            "a number that cannot be held exactly",
                            "one of at most 38 digits and 38 decimals", error);
}

gboolean
json_scalar_take_word (JsonBytes *self, const char *word, GError **error)
{
  for (const char *at = word; *at != '\0'; at++)
    if (!json_bytes_take (self, *at))
      return json_bytes_refuse_next (self, word, error);
  return TRUE;
}
