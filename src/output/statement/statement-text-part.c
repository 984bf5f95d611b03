/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-text-part.h"

#include "base/printable.h"
#include "base/visible-text.h"

#define WIDTH 80
#define LABEL_WIDTH 22
/* A text from a file is never wrapped, so that no line begins with a part of it. */
#define FACT_WIDTH (WIDTH - LABEL_WIDTH - 1)

void
statement_text_part_wrapped (GString *out, const char *text)
{
  PrintableLine filler = printable_line_at (out, WIDTH, 0, 0);

  printable_line_add_text (&filler, text);
  g_string_append_c (out, '\n');
}

/* A long one has a blank behind it. Returns the column behind it. */
static gsize
append_label (const StatementText *self, const char *label)
{
  const char *said = language_say_in (self->voice.language, "statement", label);
  gsize width = printable_width (said);

  g_string_append (self->out, said);
  do
    g_string_append_c (self->out, ' ');
  while (++width < LABEL_WIDTH);
  return width;
}

void
statement_text_part_fact (const StatementText *self, const char *label, const char *text)
{
  GString *out = self->out;

  if (text == NULL || *text == '\0')
    return;
  PrintableLine filler = printable_line_at (out, WIDTH, append_label (self, label), LABEL_WIDTH);
  printable_line_add_text (&filler, text);
  g_string_append_c (out, '\n');
}

void
statement_text_part_foreign (const StatementText *self, const char *label, const char *text)
{
  g_autofree char *visible = visible_text_guarded (text, FACT_WIDTH);

  if (*visible == '\0')
    return;
  (void) append_label (self, label);
  g_string_append_printf (self->out, "%s\n", visible);
}

void
statement_text_part_money (const StatementText *self, const char *label, Amount amount,
                           const char *currency)
{
  g_autofree char *money = statement_words_sum_text (&self->voice, &amount, currency);

  statement_text_part_fact (self, label, money);
}

void
statement_text_part_heading (GString *out, const char *text)
{
  g_autofree char *brief = printable_shorten (text, WIDTH, 0);

  g_string_append_printf (out, "\n%s\n", brief);
  for (gsize width = printable_width (brief); width > 0; width--)
    g_string_append_c (out, '-');
  g_string_append_c (out, '\n');
}

void
statement_text_part_notes (GString *out, GPtrArray *notes)
{
  if (notes->len > 0)
    g_string_append_c (out, '\n');
  for (guint i = 0; i < notes->len; i++)
    statement_text_part_wrapped (out, g_ptr_array_index (notes, i));
  g_ptr_array_unref (notes);
}

void
statement_text_part_table (const StatementText *self, const TextTable *table, const char *title)
{
  const TextStyle style = { .width = WIDTH, .language = self->voice.language };

  g_string_append_c (self->out, '\n');
  text_table_render (table, &style, title, self->out);
}

void
statement_text_part_add_column (TextTable *table, const Language *language, const char *name,
                                TextColumnFlags flags)
{
  text_table_add_column (table, language_say_in (language, "column", name), flags);
}

void
statement_text_part_add_text (TextTable *table, char *text)
{
  text_table_add_cell (table, text, 0);
  g_free (text);
}
