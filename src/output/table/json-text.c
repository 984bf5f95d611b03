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

void
json_text_append (GString *out, const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL || *text == '\0')
    {
      g_string_append (out, "null");
      return;
    }
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
