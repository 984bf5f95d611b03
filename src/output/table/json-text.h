/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TABLE_JSON_TEXT_H
#define OUTPUT_TABLE_JSON_TEXT_H

#include <glib.h>
#include <string.h>

/**
 * JsonText: one text of a JSON file that we write, whatever the file is about.
 */

/**
 * Appends @text in quotes, made valid UTF-8, escaped where JSON demands it and nowhere else; null
 * where there is none: NULL or "".
 */
void json_text_append (GString *out, const char *text);

/** The same of what is known to be ASCII, not empty and without a character that is escaped. */
void json_text_append_plain (GString *out, const char *text, gsize length);

/** Bytes as they are. Inline, for a report is made of few bytes at a time; GLib's is a call. */
static inline void
json_text_append_bytes (GString *out, const char *bytes, gsize length)
{
  if (out->allocated_len - out->len <= length)
    {
      g_string_append_len (out, bytes, (gssize) length);
      return;
    }
  memcpy (out->str + out->len, bytes, length);
  out->len += length;
  out->str[out->len] = '\0';
}

#endif
