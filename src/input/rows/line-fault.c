/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/line-fault.h"

#include <string.h>

/* What messages say was found and expected; never the text of a cell. */
#define UTF16 "text in UTF-16; expected UTF-8 (save the file as CSV UTF-8)"
#define NUL_BYTE "a NUL byte; expected text in UTF-8 (save a UTF-16 file as CSV UTF-8)"
#define NOT_UTF8 "invalid UTF-8; expected text in UTF-8 (save it as CSV UTF-8, or give --encoding)"
#define LONE_RETURN "a lone carriage return outside quotes; expected lines to end with LF or CRLF"

static gboolean
begins (Slice line, const char *bytes)
{
  const gsize length = strlen (bytes);
  return line.length >= length && memcmp (line.text, bytes, length) == 0;
}

gsize
line_fault_mark_length (Slice line)
{
  return begins (line, "\xef\xbb\xbf") ? 3 : 0;
}

const char *
line_fault_of_mark (Slice line)
{
  return begins (line, "\xff\xfe") || begins (line, "\xfe\xff") ? UTF16 : NULL;
}

/* A CR is data inside quotes, and nothing known outside. */
static gboolean
has_lone_return (Slice line, gboolean is_quoted)
{
  if (memchr (line.text, '\r', line.length) == NULL)
    return FALSE;
  for (gsize i = 0; i < line.length; i++)
    if (line.text[i] == '"')
      is_quoted = !is_quoted;
    else if (line.text[i] == '\r' && !is_quoted)
      return TRUE;
  return FALSE;
}

const char *
line_fault (Slice line, gboolean is_quoted)
{
  if (!slice_is_plain (line))
    {
      if (memchr (line.text, '\0', line.length) != NULL)
        return NUL_BYTE;
      if (!g_utf8_validate (line.text, (gssize) line.length, NULL))
        return NOT_UTF8;
    }
  return has_lone_return (line, is_quoted) ? LONE_RETURN : NULL;
}
