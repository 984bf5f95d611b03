/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/table/json-text.h"

/* What of @text may stand as it is. */
static gsize
plain_length (const char *text)
{
  gsize length = 0;

  while ((guchar) text[length] >= 0x20 && text[length] != '"' && text[length] != '\\')
    length++;
  return length;
}

static void
append_escaped (GString *out, char c)
{
  static const char *const escapes[]
      = { ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f",
          ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\" };

  if (escapes[(guchar) c] != NULL)
    g_string_append (out, escapes[(guchar) c]);
  else
    g_string_append_printf (out, "\\u%04x", (guint) (guchar) c);
}

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

/* Nearly all texts are ASCII and stand as they are. */
static gboolean
is_plain (const char *text, gsize length)
{
  guint64 word, high = 0;
  gsize at = 0;

  for (; at + sizeof word <= length; at += sizeof word)
    {
      memcpy (&word, text + at, sizeof word);
      high |= word | bytes_below (word, 0x20) | bytes_equal (word, '"') | bytes_equal (word, '\\');
    }
  for (; at < length; at++)
    if ((guchar) text[at] < 0x20 || (guchar) text[at] >= 0x80 || text[at] == '"'
        || text[at] == '\\')
      return FALSE;
  return (high & (G_GUINT64_CONSTANT (0x0101010101010101) << 7)) == 0;
}

void
json_text_append_plain (GString *out, const char *text, gsize length)
{
  json_text_append_bytes (out, "\"", 1);
  json_text_append_bytes (out, text, length);
  json_text_append_bytes (out, "\"", 1);
}

static void
append_any (GString *out, const char *text)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (text, -1, NULL)) /* a path may hold any bytes */
    text = valid = g_utf8_make_valid (text, -1);
  g_string_append_c (out, '"');
  while (*text != '\0')
    {
      const gsize plain = plain_length (text);

      g_string_append_len (out, text, (gssize) plain);
      text += plain;
      if (*text != '\0')
        append_escaped (out, *text++);
    }
  g_string_append_c (out, '"');
}

void
json_text_append (GString *out, const char *text)
{
  const gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0)
    json_text_append_bytes (out, "null", 4);
  else if (is_plain (text, length))
    json_text_append_plain (out, text, length);
  else
    append_any (out, text);
}
