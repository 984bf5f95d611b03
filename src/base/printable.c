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

/* g_utf8_next_char() for text that stays const. */
static const char *
next_character (const char *text)
{
  return text + g_utf8_skip[(guchar) *text];
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
  return (gsize) (next_character (text) - text);
}

/* Nearly all of nearly every text: what is as it is in one byte and one column. */
static gsize
plain_length (const char *text, gsize most)
{
  gsize length = 0;

  while (length < most && text[length] >= 0x20 && text[length] < 0x7F)
    length++;
  return length;
}

char *
printable_text (const char *text)
{
  gsize plain = text != NULL ? plain_length (text, G_MAXSIZE) : 0;

  if (text == NULL || text[plain] == '\0')
    return g_strndup (text != NULL ? text : "", plain);

  GString *out = g_string_new (NULL);
  while (*text != '\0')
    {
      plain = plain_length (text, G_MAXSIZE);
      g_string_append_len (out, text, (gssize) plain);
      text += plain;
      if (*text != '\0')
        text += append_visible (out, text);
    }
  return g_string_free (out, FALSE);
}

static gsize
character_width (gunichar c)
{
  if (c < 0x80)
    return 1;
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static gsize
width_of (const char *text, gsize length)
{
  const char *end = text + length;
  gsize width = 0;

  while (text < end)
    {
      const gsize plain = plain_length (text, (gsize) (end - text));

      width += plain;
      text += plain;
      if (text == end)
        break;
      width += character_width (g_utf8_get_char (text));
      text = next_character (text);
    }
  return width;
}

gsize
printable_width (const char *text)
{
  return width_of (text, strlen (text));
}

gboolean
printable_has_common_widths (const char *text)
{
  static const struct
  {
    gunichar first, last;
  } common[] = {
    { 0x20, 0x7E },     { 0xA1, 0xAC },     { 0xAE, 0x24F },    /* Latin, no soft hyphen */
    { 0x391, 0x3A1 },   { 0x3A3, 0x3CE },   { 0x400, 0x482 },   /* Greek, Cyrillic */
    { 0x48A, 0x52F },   { 0x2026, 0x2026 }, { 0x3041, 0x3096 }, /* an ellipsis, kana */
    { 0x30A1, 0x30FA }, { 0x4E00, 0x9FEF }, { 0xAC00, 0xD7A3 }, /* Han, Hangul */
  };

  for (text += plain_length (text, G_MAXSIZE); *text != '\0'; text = next_character (text))
    {
      const gunichar c = g_utf8_get_char (text);
      guint i = 0;

      while (i < G_N_ELEMENTS (common) && (c < common[i].first || c > common[i].last))
        i++;
      if (i == G_N_ELEMENTS (common))
        return FALSE;
    }
  return TRUE;
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
      text = next_character (text);
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
      text = next_character (text);
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
append_blanks (GString *out, gsize count)
{
  while (count-- > 0)
    g_string_append_c (out, ' ');
}

static void
start_line (PrintableLine *self)
{
  g_string_append_c (self->out, '\n');
  append_blanks (self->out, self->indent);
  self->column = self->indent;
  self->line_has_word = FALSE;
}

static void
add_word (PrintableLine *self, const char *word, gsize length, gsize gap)
{
  const gsize width = width_of (word, length);

  if (width == 0)
    return;
  if (self->line_has_word && self->column + gap + width > self->width)
    start_line (self);
  if (self->line_has_word)
    {
      append_blanks (self->out, gap);
      self->column += gap;
    }
  g_string_append_len (self->out, word, (gssize) length);
  self->column += width;
  self->line_has_word = TRUE;
}

void
printable_line_add_word (PrintableLine *self, const char *word, gsize gap)
{
  add_word (self, word, strlen (word), gap);
}

static gboolean
is_one_of (gunichar c, const gunichar *set, gsize count)
{
  for (gsize i = 0; i < count; i++)
    if (set[i] == c)
      return TRUE;
  return FALSE;
}

/* What no line of Japanese or Chinese begins with: what closes, ends or prolongs. */
static gboolean
never_begins (gunichar c)
{
  static const gunichar set[]
      = { ')',    ']',    '}',    ',',    '.',    ':',    ';',    '!',    '?',    '%',    0x2026,
          0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3041, 0x3043,
          0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x30A1, 0x30A3, 0x30A5,
          0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6, 0x30FB, 0x30FC,
          0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D };

  return is_one_of (c, set, G_N_ELEMENTS (set)) || character_width (c) == 0;
}

/* And what none ends with: what opens. */
static gboolean
never_ends (gunichar c)
{
  static const gunichar set[]
      = { '(', '[', '{', 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08, 0xFF3B, 0xFF5B };

  return is_one_of (c, set, G_N_ELEMENTS (set));
}

/* The bytes that @word begins with which stay together: lines break between wide characters, and
   between them and others, as there are no blanks there. */
static gsize
unit_length (const char *word, gsize length)
{
  const char *end = word + length;
  gunichar last = g_utf8_get_char (word);
  const char *at = next_character (word);

  while (at < end)
    {
      const gunichar c = g_utf8_get_char (at);

      if ((g_unichar_iswide (last) || g_unichar_iswide (c)) && !never_ends (last)
          && !never_begins (c))
        break;
      last = c;
      at = next_character (at);
    }
  return (gsize) (at - word);
}

static void
add_units (PrintableLine *self, const char *word, gsize length)
{
  if (plain_length (word, length) == length)
    {
      add_word (self, word, length, 1);
      return;
    }
  for (gsize gap = 1; length > 0; gap = 0)
    {
      const gsize unit = unit_length (word, length);

      add_word (self, word, unit, gap);
      word += unit;
      length -= unit;
    }
}

void
printable_line_add_text (PrintableLine *self, const char *text)
{
  for (const char *blank; (blank = strchr (text, ' ')) != NULL; text = blank + 1)
    add_units (self, text, (gsize) (blank - text));
  add_units (self, text, strlen (text));
}
