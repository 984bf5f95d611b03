/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/header-lines.h"

#include <string.h>

#include "input/bytes/byte-stream.h"
#include "input/bytes/text-decoder.h"

/* The first line of @bytes, with its end; 0: it has none, is blank, or may go on within quotes. */
static gsize
plain_line_length (const char *bytes, gsize length)
{
  const char *end = memchr (bytes, '\n', length);
  gsize quotes = 0, graphic = 0;

  if (end == NULL)
    return 0;
  for (const char *c = bytes; c < end; c++)
    {
      quotes += *c == '"';
      graphic += g_ascii_isgraph (*c);
    }
  return quotes % 2 == 0 && graphic > 0 ? (gsize) (end - bytes) + 1 : 0;
}

/* Of the byte-order mark of UTF-8. */
static gsize
mark_length (const char *bytes, gsize length)
{
  return length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

static gboolean
is_text_of_lines (const char *bytes, gsize length)
{
  const char *unreadable;

  if (byte_stream_content_kind (bytes, length, &unreadable) != CONTENT_OTHER)
    return FALSE;
  if (text_decoder_marked_encoding (bytes, length) != NULL)
    return FALSE;
  const gsize mark = mark_length (bytes, length);
  bytes += mark, length -= mark;
  while (length > 0 && g_ascii_isspace (*bytes))
    bytes++, length--;
  return length > 0 && *bytes != '{' && *bytes != '[';
}

/* Whether a first line, without mark and end, begins as one that names the separator: then it is
   one if a single character follows ("sep=;"). */
static gboolean
begins_like_sep_line (const char *line, gsize length, gboolean *is_sep_line)
{
  static const char beginning[] = "sep=";
  const gsize before = strlen (beginning);

  if (length < before || g_ascii_strncasecmp (line, beginning, before) != 0)
    return FALSE;
  *is_sep_line = length > before && (gsize) g_utf8_skip[(guchar) line[before]] == length - before;
  return TRUE;
}

static gsize
length_without_end (const char *line, gsize length)
{
  while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
    length--;
  return length;
}

gboolean
header_lines_find (const char *bytes, gsize length, HeaderLines *found)
{
  gboolean is_sep_line;
  gsize line;

  if (length == 0 || !is_text_of_lines (bytes, length))
    return FALSE;
  const gsize mark = mark_length (bytes, length);
  line = plain_line_length (bytes, length);
  *found = (HeaderLines){ .length = line, .lines = 1 };
  if (line > mark
      && begins_like_sep_line (bytes + mark, length_without_end (bytes + mark, line - mark),
                               &is_sep_line))
    {
      if (!is_sep_line)
        return FALSE;
      line = plain_line_length (bytes + line, length - line);
      *found = (HeaderLines){ .length = found->length + line, .lines = 2 };
    }
  return line > 0;
}
