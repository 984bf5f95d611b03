/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/name-fold.h"

char *
name_fold (const char *text, gsize length)
{
  GString *folded = g_string_sized_new (length);
  const char *end = text + length;

  for (const char *at = text; at < end; at += g_utf8_skip[(guchar) *at])
    {
      const gunichar c = g_utf8_get_char (at);
      if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_string_free (folded, FALSE);
}
