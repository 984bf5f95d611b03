/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-html-part.h"

#include "output/html/html-text.h"

void
statement_html_part_words (GString *out, const char *before, const char *words, const char *after)
{
  g_string_append (out, before);
  html_text_append_escaped (out, words);
  g_string_append (out, after);
}

void
statement_html_part_heads (GString *out, const Language *language, const char *const *heads)
{
  g_string_append (out, "<thead><tr>");
  for (; *heads != NULL; heads++)
    statement_html_part_words (out, "<th scope=\"col\">",
                               language_say_in (language, "statement", *heads), "</th>");
  g_string_append (out, "</tr></thead>\n");
}

void
statement_html_part_notes (GString *out, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    statement_html_part_words (out, "<p class=\"note\">", g_ptr_array_index (notes, i), "</p>\n");
  g_ptr_array_unref (notes);
}
