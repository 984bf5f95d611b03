/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/language/language-fill.h"

#include <string.h>

/* The number of the text that the placeholder at @at is, from 0 on, and its length; @next: what
   "%s" is. FALSE: it is none. */
static gboolean
read_placeholder (const char *at, gsize *next, gsize *number, gsize *length)
{
  if (at[1] == 's')
    {
      *number = (*next)++;
      *length = 2;
      return TRUE;
    }
  if (at[1] < '1' || at[1] > '9' || at[2] != '$' || at[3] != 's')
    return FALSE;
  *number = (gsize) (at[1] - '1');
  *length = 4;
  return TRUE;
}

void
language_fill (GString *out, const char *format, const char *const *texts, gsize count)
{
  gsize next = 0;

  for (const char *at = format; *at != '\0';)
    {
      const gsize plain = strcspn (at, "%");
      gsize number, length;

      g_string_append_len (out, at, (gssize) plain);
      at += plain;
      if (*at == '\0')
        break;
      if (read_placeholder (at, &next, &number, &length))
        {
          if (number < count && texts[number] != NULL)
            g_string_append (out, texts[number]);
          at += length;
          continue;
        }
      g_string_append_c (out, '%');
      at += at[1] == '%' ? 2 : 1;
    }
}
