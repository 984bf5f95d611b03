/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/visible-text.h"

#include <string.h>

#include "base/formula-guard.h"
#include "base/printable.h"

#define BYTES_PER_COLUMN_MAX 8

static void
cut_bytes (char *text, gsize length)
{
  if (strlen (text) <= length)
    return;
  while (length > 0 && ((guchar) text[length] & 0xC0) == 0x80) /* never within a character */
    length--;
  text[length] = '\0';
}

char *
visible_text (const char *text, gsize width)
{
  if (text == NULL || *text == '\0')
    return g_strdup ("");

  g_autofree char *printable = printable_text (text);
  char *brief = printable_shorten (printable, width, 0);

  cut_bytes (brief, width * BYTES_PER_COLUMN_MAX);
  return brief;
}

char *
visible_text_guarded (const char *text, gsize width)
{
  g_autofree char *visible = visible_text (text, width);

  return formula_guard_text (visible);
}
