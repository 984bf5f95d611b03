/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-text.h"

#include <string.h>

#define ELLIPSIS "\xe2\x80\xa6"
#define REPLACEMENT 0xfffd
#define ESCAPE_LENGTH 7
#define NUMBER_SIZE 20 /* digits of the largest */

/* Nearly every text: short plain ASCII. */
static gboolean
needs_nothing (const char *text)
{
  const char *at = text;

  while (*at >= 0x20 && *at < 0x7f && *at != '_')
    at++;
  return *at == '\0' && at - text <= XLSX_TEXT_LENGTH_MAX;
}

static gboolean
looks_like_escape (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return text[6] == '_';
}

/* Returns the length of what was appended: in units of UTF-16, which spreadsheets count, and of an
   escape all of it, which the library that writes workbooks counts. */
static guint
append_character (gunichar c, const char *at, GString *out)
{
  if (c == '_' && looks_like_escape (at))
    {
      g_string_append (out, "_x005F_");
      return ESCAPE_LENGTH;
    }
  if (c < 0x20 && c != '\t' && c != '\n')
    {
      g_string_append_printf (out, "_x%04X_", c);
      return ESCAPE_LENGTH;
    }
  g_string_append_unichar (out, c == 0xfffe || c == 0xffff ? REPLACEMENT : c);
  return c > 0xffff ? 2 : 1;
}

const char *
xlsx_text_prepare (const char *text, GString *buffer)
{
  guint length = 0;

  if (needs_nothing (text))
    return text;

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  gsize room = 0; /* up to where there is still room for the ellipsis */
  g_string_truncate (buffer, 0);
  for (char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      length += append_character (g_utf8_get_char (at), at, buffer);
      if (length > XLSX_TEXT_LENGTH_MAX)
        {
          g_string_truncate (buffer, room);
          g_string_append (buffer, ELLIPSIS);
          break;
        }
      if (length < XLSX_TEXT_LENGTH_MAX)
        room = buffer->len;
    }
  return buffer->str;
}

static const char *
entity_of (char mark)
{
  switch (mark)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return "&quot;";
    }
}

static void
append_escaped (const char *text, const char *marks, GString *out)
{
  gsize plain;

  while (text[plain = strcspn (text, marks)] != '\0')
    {
      g_string_append_len (out, text, (gssize) plain);
      g_string_append (out, entity_of (text[plain]));
      text += plain + 1;
    }
  g_string_append_len (out, text, (gssize) plain);
}

void
xlsx_text_append (const char *text, GString *out)
{
  append_escaped (text, "&<>", out);
}

void
xlsx_text_append_quoted (const char *text, GString *out)
{
  append_escaped (text, "&<>\"", out);
}

void
xlsx_text_append_number (guint64 number, GString *out)
{
  char digits[NUMBER_SIZE];
  gsize at = sizeof digits;

  do
    {
      digits[--at] = (char) ('0' + number % 10);
      number /= 10;
    }
  while (number > 0);
  g_string_append_len (out, digits + at, (gssize) (sizeof digits - at));
}
