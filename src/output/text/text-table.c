/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/text-table.h"

#include "base/language/language-date.h"
#include "base/language/language-number.h"
#include "base/printable.h"
#include "core/report/report-word.h"
#include "output/text/table-layout.h"

#include <libsmartcols/libsmartcols.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name; /* static, in the language */
  TextColumnFlags flags;
} Column;

typedef struct
{
  char *text; /* printable */
  gsize tail;
} Cell;

struct TextTable
{
  const Language *language;
  GArray *columns;  /* of Column */
  GArray *cells;    /* of Cell, row by row */
  GArray *emphases; /* of TextEmphasis, one per row */
};

/* How the columns are shown. */
typedef struct
{
  TableLayoutColumn *columns; /* one per column; those of common texts have no natural width */
  gsize gap;
} Layout;

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->text);
}

TextTable *
text_table_new (const Language *language)
{
  TextTable *self = g_new (TextTable, 1);

  self->language = language;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->emphases = g_array_new (FALSE, FALSE, sizeof (TextEmphasis));
  g_array_set_clear_func (self->cells, cell_clear);
  return self;
}

void
text_table_free (TextTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_array_unref (self->emphases);
  g_free (self);
}

void
text_table_add_column (TextTable *self, const char *name, TextColumnFlags flags)
{
  Column column = { .name = language_say (self->language, name), .flags = flags };

  g_assert (self->emphases->len == 0);
  g_array_append_val (self->columns, column);
}

void
text_table_add_row (TextTable *self, TextEmphasis emphasis)
{
  g_array_append_val (self->emphases, emphasis);
}

void
text_table_add_cell (TextTable *self, const char *text, gsize tail)
{
  Cell cell = { .text = printable_text (text), .tail = tail };

  g_assert (self->cells->len < self->emphases->len * self->columns->len);
  g_array_append_val (self->cells, cell);
}

void
text_table_add_month (TextTable *self, Month month)
{
  g_autofree char *text
      = month != MONTH_NONE ? language_date_of_month (self->language, month) : g_strdup ("-");

  text_table_add_cell (self, text, 0);
}

void
text_table_add_day (TextTable *self, Day day)
{
  g_autofree char *text
      = day != DAY_NONE ? language_date_of_day (self->language, day) : g_strdup ("-");

  text_table_add_cell (self, text, 0);
}

void
text_table_add_count (TextTable *self, guint64 count)
{
  g_autofree char *text = language_number_of_count (self->language, count);

  text_table_add_cell (self, text, 0);
}

void
text_table_add_word (TextTable *self, const char *word)
{
  text_table_add_cell (self, report_word_say (self->language, word), 0);
}

void
text_table_add_decimal (TextTable *self, Decimal value, guint places)
{
  g_autofree char *text = language_number_of_decimal (self->language, value, places);

  text_table_add_cell (self, text, 0);
}

void
text_table_add_amount (TextTable *self, const Amount *amount, guint places, const char *unknown)
{
  if (amount->known)
    text_table_add_decimal (self, amount->value, places);
  else
    text_table_add_cell (self, unknown, 0);
}

gsize
text_table_row_count (const TextTable *self)
{
  return self->emphases->len;
}

static const Column *
column_at (const TextTable *self, guint column)
{
  return &g_array_index (self->columns, Column, column);
}

static const Cell *
cell_at (const TextTable *self, guint row, guint column)
{
  return &g_array_index (self->cells, Cell, row * self->columns->len + column);
}

static gboolean
is_common (const TextTable *self, guint column)
{
  const char *first = cell_at (self, 0, column)->text;

  if ((column_at (self, column)->flags & TEXT_COLUMN_COMMON) == 0 || *first == '\0')
    return FALSE;
  for (guint row = 1; row < self->emphases->len; row++)
    if (strcmp (first, cell_at (self, row, column)->text) != 0)
      return FALSE;
  return TRUE;
}

static gsize
natural_width (const TextTable *self, guint column)
{
  gsize width = printable_width (column_at (self, column)->name);

  for (guint row = 0; row < self->emphases->len; row++)
    width = MAX (width, printable_width (cell_at (self, row, column)->text));
  return width;
}

static Layout
choose_layout (const TextTable *self, gsize line_width)
{
  Layout layout = { .columns = g_new0 (TableLayoutColumn, self->columns->len) };

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TextColumnFlags flags = column_at (self, i)->flags;

      layout.columns[i]
          = (TableLayoutColumn){ .natural = is_common (self, i) ? 0 : natural_width (self, i),
                                 .shrinks = (flags & TEXT_COLUMN_SHRINK) != 0,
                                 .spare = (flags & TEXT_COLUMN_SPARE) != 0 };
    }
  layout.gap = table_layout_fit (layout.columns, self->columns->len, line_width);
  return layout;
}

/* libsmartcols fails only for want of memory, where GLib ends the program too. */
static void
must (int result)
{
  if (result != 0)
    g_error ("libsmartcols: %s", g_strerror (-result));
}

static void
fill_columns (const TextTable *self, const Layout *layout, struct libscols_table *table)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = column_at (self, i);
      int flags = (column->flags & TEXT_COLUMN_RIGHT) != 0 ? SCOLS_FL_RIGHT : 0;

      if (layout->columns[i].width > 0
          && scols_table_new_column (table, column->name, 0, flags) == NULL)
        must (-ENOMEM);
    }
}

static char *
shown_text (const TextTable *self, const Layout *layout, guint row, guint column)
{
  const Cell *cell = cell_at (self, row, column);

  return printable_width (cell->text) <= layout->columns[column].width
             ? g_strdup (cell->text)
             : printable_shorten (cell->text, layout->columns[column].width, cell->tail);
}

static void
fill_row (const TextTable *self, const Layout *layout, guint row, struct libscols_table *table)
{
  struct libscols_line *line = scols_table_new_line (table, NULL);
  gsize shown = 0;

  if (line == NULL)
    must (-ENOMEM);
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (layout->columns[i].width == 0)
        continue;
      g_autofree char *text = shown_text (self, layout, row, i);

      must (scols_line_set_data (line, shown++, text));
    }
}

/*
 * The printed table. Not being on a terminal keeps libsmartcols from reducing columns on its own.
 * It measures by the locale of the thread, hence the fixed one; where that cannot be had, columns
 * may stand a little wrong. (transfer full)
 */
static char *
print_table (const TextTable *self, const Layout *layout)
{
  locale_t utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0);
  locale_t previous = utf8 != (locale_t) 0 ? uselocale (utf8) : (locale_t) 0;
  struct libscols_table *table = scols_new_table ();
  char *text = NULL;

  if (table == NULL)
    must (-ENOMEM);
  must (scols_table_set_termforce (table, SCOLS_TERMFORCE_NEVER));
  must (scols_table_enable_noencoding (table, TRUE));
  must (scols_table_set_column_separator (table, layout->gap == 2 ? "  " : " "));
  fill_columns (self, layout, table);
  for (guint row = 0; row < self->emphases->len; row++)
    fill_row (self, layout, row, table);
  must (scols_print_table_to_string (table, &text));
  scols_unref_table (table);
  if (utf8 != (locale_t) 0)
    {
      (void) uselocale (previous);
      freelocale (utf8);
    }
  return text;
}

/* The same where libsmartcols makes no more than this of it: columns as wide as their widest cell,
   with blanks between. */

static void
append_blanks (GString *out, gsize count)
{
  while (count-- > 0)
    g_string_append_c (out, ' ');
}

static void
append_padded (GString *out, const char *text, gsize width, TextColumnFlags flags)
{
  const gsize blanks = width - printable_width (text);

  if ((flags & TEXT_COLUMN_RIGHT) != 0)
    append_blanks (out, blanks);
  g_string_append (out, text);
  if ((flags & TEXT_COLUMN_RIGHT) == 0)
    append_blanks (out, blanks);
}

static char *
print_plain_table (const TextTable *self, const Layout *layout)
{
  GString *out = g_string_new (NULL);

  for (guint line = 0; line <= self->emphases->len; line++)
    {
      const char *gap = "";

      for (guint i = 0; i < self->columns->len; i++)
        {
          const Column *column = column_at (self, i);
          if (layout->columns[i].width == 0)
            continue;
          g_autofree char *text
              = line == 0 ? g_strdup (column->name) : shown_text (self, layout, line - 1, i);

          g_string_append (out, gap);
          append_padded (out, text, MAX (printable_width (column->name), layout->columns[i].width),
                         column->flags);
          gap = layout->gap == 2 ? "  " : " ";
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static gboolean
has_common_widths (const TextTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (!printable_has_common_widths (column_at (self, i)->name))
      return FALSE;
  for (guint i = 0; i < self->cells->len; i++)
    if (!printable_has_common_widths (g_array_index (self->cells, Cell, i).text))
      return FALSE;
  return TRUE;
}

static void
append_title (const TextTable *self, const Layout *layout, const TextStyle *style,
              const char *title, GString *out)
{
  g_autoptr (GString) line = g_string_new (title);
  const char *before = " (";

  for (guint i = 0; i < self->columns->len; i++)
    if (layout->columns[i].natural == 0)
      {
        g_string_append_printf (line, "%s%s", before, cell_at (self, 0, i)->text);
        before = ", ";
      }
  if (*before == ',')
    g_string_append_c (line, ')');
  text_style_append (style, TEXT_TITLE, line->str, out);
  g_string_append_c (out, '\n');
}

void
text_table_render (const TextTable *self, const TextStyle *style, const char *title, GString *out)
{
  g_assert (self->emphases->len > 0
            && self->cells->len == self->emphases->len * self->columns->len);

  Layout layout = choose_layout (self, text_style_width (style));
  char *text
      = has_common_widths (self) ? print_plain_table (self, &layout) : print_table (self, &layout);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  free (text);
  append_title (self, &layout, style, title, out);
  for (guint i = 0; i <= self->emphases->len; i++)
    {
      /* The first line holds the column names. */
      TextEmphasis emphasis
          = i == 0 ? TEXT_TITLE : g_array_index (self->emphases, TextEmphasis, i - 1);

      g_assert (lines[i] != NULL);
      text_style_append (style, emphasis, g_strchomp (lines[i]), out);
      g_string_append_c (out, '\n');
    }
  g_free (layout.columns);
}
