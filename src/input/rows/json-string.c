/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-string.h"

#include <string.h>

/* The high bit of every byte of @word that is below @limit (at most 0x80), and perhaps of bytes
   after the first such. */
static guint64
bytes_below (guint64 word, guint8 limit)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);

  return (word - ones * limit) & ~word & (ones << 7);
}

static guint64
bytes_equal (guint64 word, guint8 byte)
{
  return bytes_below (word ^ (G_GUINT64_CONSTANT (0x0101010101010101) * byte), 1);
}

gsize
json_string_plain_length (const char *text, gsize length)
{
  gsize at = 0;

  for (; at + sizeof (guint64) <= length; at += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, text + at, sizeof word);
      if ((bytes_below (word, 0x20) | bytes_equal (word, '"') | bytes_equal (word, '\\')) != 0)
        break;
    }
  while (at < length && text[at] != '"' && text[at] != '\\' && (guchar) text[at] >= 0x20)
    at++;
  return at;
}

static guint
read_unit (const char *text)
{
  guint unit = 0;

  for (int i = 0; i < 4; i++)
    unit = unit << 4 | (guint) g_ascii_xdigit_value (text[i]);
  return unit;
}

/* @text: after "\u". Returns how much of it was read. */
static gsize
append_character (const char *text, char *out, gsize *length)
{
  const guint unit = read_unit (text);

  if (unit < JSON_SURROGATE_HIGH || unit >= JSON_SURROGATE_END)
    {
      *length += (gsize) g_unichar_to_utf8 (unit, out + *length);
      return 4;
    }
  const guint low = read_unit (text + 6) - JSON_SURROGATE_LOW;
  *length += (gsize) g_unichar_to_utf8 (0x10000 + ((unit - JSON_SURROGATE_HIGH) << 10) + low,
                                        out + *length);
  return 10;
}

gsize
json_string_unescape (Slice escaped, char *out)
{
  static const char names[] = "bfnrt", meanings[] = "\b\f\n\r\t";
  gsize length = 0;

  for (gsize at = 0; at < escaped.length;)
    {
      const gsize plain = json_string_plain_length (escaped.text + at, escaped.length - at);

      memcpy (out + length, escaped.text + at, plain);
      length += plain;
      at += plain;
      if (at == escaped.length)
        break;
      const char escape = escaped.text[at + 1];
      const char *name = strchr (names, escape);
      at += 2;
      if (escape == 'u')
        at += append_character (escaped.text + at, out, &length);
      else
        out[length++] = name != NULL ? meanings[name - names] : escape;
    }
  return length;
}
