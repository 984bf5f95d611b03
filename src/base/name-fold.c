/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/name-fold.h"

static gunichar
char_at (const char *text)
{
  return (guchar) *text < 0x80 ? (guchar) *text : g_utf8_get_char (text);
}

/* What is left of @c, or 0: a look-up per byte where nearly all names are ASCII. */
static gunichar
folded_char (gunichar c)
{
  if (c >= 'A' && c <= 'Z')
    return c + ('a' - 'A');
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) ? c : 0;
  return g_unichar_isalnum (c) ? g_unichar_tolower (c) : 0;
}

char *
name_fold (const char *text, gsize length)
{
  GString *folded = g_string_sized_new (length);
  const char *end = text + length;

  for (const char *at = text; at < end; at += g_utf8_skip[(guchar) *at])
    {
      const gunichar c = folded_char (char_at (at));
      if (c != 0 && c < 0x80)
        g_string_append_c (folded, (char) c);
      else if (c != 0)
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

gboolean
name_fold_equals (const char *name, const char *folded)
{
  for (; *name != '\0'; name += g_utf8_skip[(guchar) *name])
    {
      const gunichar c = folded_char (char_at (name));
      if (c == 0)
        continue;
      if (*folded == '\0' || char_at (folded) != c)
        return FALSE;
      folded += g_utf8_skip[(guchar) *folded];
    }
  return *folded == '\0';
}
