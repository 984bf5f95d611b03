/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/table/table-reader.h"

#include <string.h>

#include "base/printable.h"
#include "base/recon-error.h"
#include "input/bytes/text-decoder.h"
#include "input/rows/csv-reader.h"
#include "input/rows/row-reader.h"

#define FOUND_BYTES_SHOWN 40
#define COUNT_DIGITS_MAX 9

struct TableRow
{
  const TablePlaces *places;
  const TableFormat *format;
  DecimalMark decimal_mark;
  const Row *row;
  const int *cells; /* of each column among the wanted ones, or TABLE_FORM_ABSENT */
  int bad;          /* the column that was refused; -1: none */
  Slice found;
  char *expected;          /* owned; NULL: none was refused */
  gboolean is_other_order; /* it proves the other order of day and month */
};

guint64
table_reader_line (const TableRow *row)
{
  return row->row->line;
}

gboolean
table_reader_is_good (const TableRow *row)
{
  return row->bad < 0;
}

static Slice
cell_of (const TableRow *row, guint column)
{
  const int at = row->cells[column];

  return at != TABLE_FORM_ABSENT ? slice_trim (row->row->cells[at]) : (Slice){ "", 0 };
}

static void
refuse_cell (TableRow *row, guint column, Slice found, const char *expected)
{
  if (row->bad >= 0)
    return;
  row->bad = (int) column;
  row->found = found;
  g_free (row->expected); /* what was refused before may say less */
  row->expected = g_strdup (expected);
}

void
table_reader_refuse (TableRow *row, guint column, const char *expected)
{
  refuse_cell (row, column, cell_of (row, column), expected);
}

static gboolean
is_needed (const TableRow *row, guint column)
{
  return row->places->form->columns[column].is_needed
         && !row->places->form->columns[column].may_be_empty;
}

static Slice
checked (TableRow *row, guint column, Slice text)
{
  if (text.length == 0 && is_needed (row, column))
    table_reader_refuse (row, column, "a text");
  return text;
}

Slice
table_reader_name (TableRow *row, guint column)
{
  return checked (row, column, cell_of (row, column));
}

Slice
table_reader_text (TableRow *row, guint column)
{
  Slice text = cell_of (row, column);

  if (slice_is_word_for_nothing (text))
    text.length = 0;
  return checked (row, column, text);
}

static const char *
expected_day (const TableRow *row)
{
  return row->format->date_order == DATE_DAY_FIRST ? "a date like 31/10/2026 or 2026-10-31"
                                                   : "a date like 10/31/2026 or 2026-10-31";
}

static void
note_date (TableRow *row, guint column, DateVerdict verdict, const char *expected)
{
  if (verdict == DATE_OK || row->is_other_order)
    return;
  if (verdict == DATE_OTHER_ORDER)
    row->bad = -1; /* it says more than what was refused before */
  table_reader_refuse (row, column, expected);
  row->is_other_order = verdict == DATE_OTHER_ORDER;
}

Day
table_reader_day (TableRow *row, guint column)
{
  const Slice text = cell_of (row, column);
  Day day = DAY_NONE;

  if (text.length > 0 || is_needed (row, column))
    note_date (row, column,
               calendar_parse_day (text.text, text.length, row->format->date_order, &day),
               expected_day (row));
  return day;
}

Month
table_reader_month (TableRow *row, guint column)
{
  const Slice text = cell_of (row, column);
  Month month = MONTH_NONE;

  if (text.length > 0 || is_needed (row, column))
    note_date (row, column,
               calendar_parse_month (text.text, text.length, row->format->date_order, &month),
               "a month like 2026-10");
  return month;
}

Decimal
table_reader_number (TableRow *row, guint column)
{
  const Slice text = cell_of (row, column);
  Decimal number = { 0 };

  if (text.length == 0 && !is_needed (row, column))
    return number;
  if (!decimal_parse (text.text, text.length, row->decimal_mark, &number))
    table_reader_refuse (row, column,
                         row->decimal_mark == DECIMAL_COMMA ? "a number like 1234,56"
                                                            : "a number like 1234.56");
  return number;
}

Decimal
table_reader_amount (TableRow *row, guint column)
{
  const Decimal number = table_reader_number (row, column);

  if (decimal_sign (number) < 0)
    table_reader_refuse (row, column, "an amount that is not negative");
  return number;
}

guint64
table_reader_count (TableRow *row, guint column)
{
  const Slice text = cell_of (row, column);
  guint64 count = 0;
  gboolean fine = text.length <= COUNT_DIGITS_MAX;

  for (gsize i = 0; i < text.length && fine; i++)
    {
      fine = g_ascii_isdigit (text.text[i]);
      count = count * 10 + (guint64) (text.text[i] - '0');
    }
  if (!fine)
    table_reader_refuse (row, column, "a whole number like 2");
  return fine ? count : 0;
}

gboolean
table_reader_flag (TableRow *row, guint column)
{
  static const char *const words[] = { "no", "false", "0", "yes", "true", "1" };
  const Slice text = cell_of (row, column);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (slice_equals_folded (text, words[i]))
      return i >= 3;
  table_reader_refuse (row, column, "yes, true or 1, or no, false or 0");
  return FALSE;
}

/* A file */

typedef struct
{
  const TableContent *content;
  const TableForm *form;
  const TableFormat *format;
  TableRowFunc take;
  gpointer data;
  RowReader *rows;
  TablePlaces places;
  int cells[TABLE_FORM_COLUMNS_MAX];
  guint columns; /* of the header */
} TableReading;

static char *
found_text (Slice cell)
{
  gsize length = MIN (cell.length, FOUND_BYTES_SHOWN);

  while (length < cell.length && length > 0 && ((guchar) cell.text[length] & 0xC0) == 0x80)
    length--;
  g_autofree char *shown = g_strndup (cell.text, length);
  g_autofree char *printable = printable_text (shown);
  return g_strconcat (printable, length < cell.length ? "..." : "", NULL);
}

static gboolean
refuse_bad (const TableReading *self, const TableRow *row, GError **error)
{
  const char *name = self->places.names[row->bad];
  g_autofree char *column
      = printable_text (name != NULL ? name : self->form->columns[row->bad].role);
  g_autofree char *found = found_text (row->found);
  const gboolean day_first = self->format->date_order == DATE_DAY_FIRST;

  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s:%" G_GUINT64_FORMAT ": column \"%s\": found \"%s\", expected %s%s",
               self->content->name, row->row->line, column, found, row->expected,
               !row->is_other_order ? ""
               : day_first ? ": this file writes the month first; run again without --day-first"
                           : ": this file writes the day first; run again with --day-first");
  return FALSE;
}

/* A line of blanks in a file of several columns is a blank line. */
static gboolean
is_blank_line (const Row *row)
{
  return row->cell_count == 1 && slice_is_empty (slice_trim (row->raw));
}

static gboolean
take_row (TableReading *self, const Row *row, GError **error)
{
  const gboolean is_json = row_reader_is_json (self->rows);
  TableRow own = { .places = &self->places,
                   .format = self->format,
                   .decimal_mark = is_json ? DECIMAL_POINT : self->format->decimal_mark,
                   .row = row,
                   .cells = self->cells,
                   .bad = -1 };

  if (row->cell_count != self->columns)
    {
      if (is_blank_line (row))
        return TRUE;
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s:%" G_GUINT64_FORMAT ": found %u %s, expected %u like the header",
                   self->content->name, row->line, row->cell_count,
                   row->cell_count == 1 ? "cell" : "cells", self->columns);
      return FALSE;
    }
  self->take (&own, self->data);
  const gboolean is_good = own.bad < 0 || refuse_bad (self, &own, error);
  g_free (own.expected);
  return is_good;
}

/* Only what the form has is handed out, in the order in which it stands; two roles may share a
   column. */
static void
want_columns (TableReading *self)
{
  guint wanted[TABLE_FORM_COLUMNS_MAX], count = 0;

  for (guint i = 0; i < self->form->count; i++)
    self->cells[i] = TABLE_FORM_ABSENT;
  for (guint column = 0; column < self->columns && count < TABLE_FORM_COLUMNS_MAX; column++)
    {
      gboolean is_wanted = FALSE;

      for (guint i = 0; i < self->form->count; i++)
        if (self->places.columns[i] == (int) column)
          {
            self->cells[i] = (int) count;
            is_wanted = TRUE;
          }
      if (is_wanted)
        wanted[count++] = column;
    }
  row_reader_want (self->rows, wanted, count);
}

/* In JSON a later object may bring what the first lacks, so that only its cells are missing. */
static gboolean
take_header (TableReading *self, const Row *row, GError **error)
{
  self->columns = row->cell_count;
  return table_form_bind (&self->places, self->form, row, self->format->map, self->content->name,
                          error)
         && (row_reader_is_json (self->rows)
             || table_form_has_needed (&self->places, self->content->name, row->line, error));
}

static gboolean
read_rows (TableReading *self, GError **error)
{
  const Row *row;
  gboolean is_empty = TRUE;

  for (;; is_empty = FALSE)
    switch (row_reader_next (self->rows, &row, error))
      {
      case ROWS_HEADER:
        if (!take_header (self, row, error))
          return FALSE;
        want_columns (self);
        break;
      case ROWS_ROW:
        if (!take_row (self, row, error))
          return FALSE;
        break;
      case ROWS_END:
        if (is_empty)
          g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                       "%s: found an empty file, expected %s", self->content->name,
                       self->form->what);
        return !is_empty;
      case ROWS_REFUSED:
      default:
        return FALSE;
      }
}

/* What separates the cells */

static gssize
read_slice (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Slice *rest = data;
  const gsize count = MIN (size, rest->length);

  memcpy (buffer, rest->text, count);
  rest->text += count;
  rest->length -= count;
  return (gssize) count;
}

static gboolean
fits (const TableReading *self, Slice line, char separator)
{
  g_autoptr (CsvReader) reader = csv_reader_new ("", separator, read_slice, &line);
  g_auto (TablePlaces) places = { 0 };
  const Row *row;

  return csv_reader_next (reader, &row, NULL) == CSV_ROW
         && table_form_bind (&places, self->form, row, self->format->map, "", NULL)
         && table_form_has_needed (&places, "", 1, NULL);
}

static char
separator_of (const TableReading *self, Slice line)
{
  static const char candidates[] = { ',', ';', '\t' };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (!fits (self, line, self->format->separator) && fits (self, line, candidates[i]))
      return candidates[i];
  return self->format->separator;
}

gboolean
table_reader_read (const TableContent *content, const TableForm *form, const TableFormat *format,
                   TableRowFunc take, gpointer data, GError **error)
{
  g_autoptr (TextDecoder) text
      = text_decoder_new (content->name, format->encoding, content->read, content->stream);
  TableReading self
      = { .content = content, .form = form, .format = format, .take = take, .data = data };
  Slice first_line;

  if (!text_decoder_first_line (text, &first_line, error))
    return FALSE;
  self.rows = row_reader_new (content->name, separator_of (&self, first_line), text_decoder_read,
                              text, error);
  const gboolean fine = self.rows != NULL && read_rows (&self, error);
  table_form_clear_places (&self.places);
  row_reader_free (self.rows);
  return fine;
}
