/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/text-style.h"

#include "base/language/language-number.h"
#include "base/printable.h"

gsize
text_style_width (const TextStyle *self)
{
  return MAX (self->width, TEXT_WIDTH_MIN);
}

gsize
text_style_limit (const TextStyle *self, gsize most)
{
  return self->all ? G_MAXSIZE : most;
}

void
text_style_append_more (const TextStyle *self, gsize count, gsize most, GString *out)
{
  const gsize limit = text_style_limit (self, most);
  g_autofree char *more
      = count > limit ? language_number_of_count (self->language, count - limit) : NULL;

  if (more != NULL)
    {
      g_string_append_printf (out, language_say (self->language, "and %s more; --all lists them"),
                              more);
      g_string_append_c (out, '\n');
    }
}

static const char *
sgr_code (TextEmphasis emphasis)
{
  static const char *const codes[] = {
    [TEXT_PLAIN] = "",   [TEXT_DIM] = "2",      [TEXT_TITLE] = "1",
    [TEXT_ERROR] = "31", [TEXT_WARNING] = "33", [TEXT_NOTICE] = "36",
  };

  g_assert ((guint) emphasis < G_N_ELEMENTS (codes));
  return codes[emphasis];
}

void
text_style_append (const TextStyle *self, TextEmphasis emphasis, const char *text, GString *out)
{
  if (!self->colour || emphasis == TEXT_PLAIN)
    {
      g_string_append (out, text);
      return;
    }

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      if (line != lines)
        g_string_append_c (out, '\n');
      if (**line != '\0')
        g_string_append_printf (out, "\033[%sm%s\033[0m", sgr_code (emphasis), *line);
    }
}

void
text_style_append_title (const TextStyle *self, const char *text, GString *out)
{
  g_autofree char *printable = printable_text (text);

  text_style_append (self, TEXT_TITLE, printable, out);
  g_string_append_c (out, '\n');
}
