/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/printable.h"

#include <string.h>

#define ELLIPSIS "\xE2\x80\xA6"
#define ELLIPSIS_WIDTH 1

/* Characters that reorder or break lines without being seen. */
static gboolean
is_hidden_layout (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F
         || c == 0x061C || c == 0x2028 || c == 0x2029;
}

static gboolean
is_control (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

/* Appends the character or byte that @text begins with; returns the bytes it took. */
static gsize
append_visible (GString *out, const char *text)
{
  gunichar c = g_utf8_get_char_validated (text, -1);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      g_string_append_printf (out, "\\x%02X", (guint) (guchar) *text);
      return 1;
    }
  if (is_control (c))
    g_string_append_printf (out, "\\x%02X", (guint) c);
  else if (is_hidden_layout (c))
    g_string_append_printf (out, "\\u%04X", (guint) c);
  else
    g_string_append_unichar (out, c);
  return (gsize) (g_utf8_find_next_char (text, NULL) - text);
}

char *
printable_text (const char *text)
{
  GString *out = g_string_new (NULL);

  if (text != NULL)
    while (*text != '\0')
      text += append_visible (out, text);
  return g_string_free (out, FALSE);
}

static gsize
character_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

gsize
printable_width (const char *text)
{
  gsize width = 0;

  for (; *text != '\0'; text = g_utf8_find_next_char (text, NULL))
    width += character_width (g_utf8_get_char (text));
  return width;
}

/* The end of the longest beginning of @text that takes at most @width columns. */
static const char *
skip_columns (const char *text, gsize width)
{
  while (*text != '\0')
    {
      gsize next = character_width (g_utf8_get_char (text));

      if (next > width)
        break;
      width -= next;
      text = g_utf8_find_next_char (text, NULL);
    }
  return text;
}

/* The beginning of the longest end of @text that takes at most @width columns. */
static const char *
last_columns (const char *text, gsize width)
{
  gsize left = printable_width (text);

  /* A mark that combines with what was cut off goes with it. */
  while (*text != '\0' && (left > width || character_width (g_utf8_get_char (text)) == 0))
    {
      left -= character_width (g_utf8_get_char (text));
      text = g_utf8_find_next_char (text, NULL);
    }
  return text;
}

char *
printable_shorten (const char *text, gsize width, gsize tail)
{
  g_assert (width >= 3);

  if (printable_width (text) <= width)
    return g_strdup (text);

  gsize room = width - ELLIPSIS_WIDTH;
  gsize end_width = MIN (MAX (tail, room * 2 / 5), room - 1);
  const char *end = last_columns (text, end_width);
  const char *cut = skip_columns (text, room - end_width);

  return g_strdup_printf ("%.*s" ELLIPSIS "%s", (int) (cut - text), text, end);
}

PrintableLine
printable_line_at (GString *out, gsize width, gsize column, gsize indent)
{
  g_assert (out != NULL);
  return (PrintableLine){ .out = out, .width = width, .indent = indent, .column = column };
}

static void
start_line (PrintableLine *self)
{
  g_string_append_c (self->out, '\n');
  g_string_append_printf (self->out, "%*s", (int) self->indent, "");
  self->column = self->indent;
  self->line_has_word = FALSE;
}

void
printable_line_add_word (PrintableLine *self, const char *word, gsize gap)
{
  gsize width = printable_width (word);

  if (width == 0)
    return;
  if (self->line_has_word && self->column + gap + width > self->width)
    start_line (self);
  if (self->line_has_word)
    {
      g_string_append_printf (self->out, "%*s", (int) gap, "");
      self->column += gap;
    }
  g_string_append (self->out, word);
  self->column += width;
  self->line_has_word = TRUE;
}

void
printable_line_add_text (PrintableLine *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL; word++)
    printable_line_add_word (self, *word, 1);
}
