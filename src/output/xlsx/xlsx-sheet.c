/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-sheet.h"

#include <string.h>

#include "output/xlsx/xlsx-number.h"
#include "output/xlsx/xlsx-rows.h"
#include "output/xlsx/xlsx-text.h"

#define PIECE_BYTES (256 * 1024) /* what goes into the archive at once */
#define AMOUNT_USUAL 100000000   /* in its smallest unit */
/* Serial 1 of spreadsheets is 1900-01-01, but they count a 1900-02-29 too; from 61 on they agree
   on days since 1899-12-30. */
#define SERIAL_MIN 61

struct XlsxSheet
{
  XlsxStyles *styles;
  XlsxZip *zip; /* NULL: rows of a sheet that somebody else writes */
  XlsxLayout layout;
  GPtrArray *merged;                         /* of GString */
  guint content_widths[XLSX_LAYOUT_COLUMNS]; /* what the columns hold */
  XlsxRows rows;
  XlsxPiece *piece; /* of a share that is packed */
  GString *text;
};

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

static XlsxSheet *
new_sheet (XlsxStyles *styles)
{
  XlsxSheet *self = g_new0 (XlsxSheet, 1);

  self->styles = styles;
  self->merged = g_ptr_array_new_with_free_func (free_text);
  xlsx_rows_init (&self->rows);
  self->text = g_string_new (NULL);
  return self;
}

XlsxSheet *
xlsx_sheet_new (guint number, XlsxStyles *styles, XlsxZip *zip)
{
  g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", number);
  XlsxSheet *self = new_sheet (styles);

  self->zip = zip;
  self->layout.is_first = number == 1;
  xlsx_zip_begin (zip, name, XLSX_LAYOUT_HEAD_BYTES);
  return self;
}

XlsxSheet *
xlsx_sheet_new_share (const XlsxSheet *self)
{
  return new_sheet (self->styles);
}

void
xlsx_sheet_free (XlsxSheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->merged);
  xlsx_zip_piece_free (self->piece);
  xlsx_rows_clear (&self->rows);
  g_string_free (self->text, TRUE);
  g_free (self);
}

const XlsxLayout *
xlsx_sheet_layout (const XlsxSheet *self)
{
  return &self->layout;
}

const char *
xlsx_sheet_failure (const XlsxSheet *self)
{
  if (self->rows.failure == NULL && self->zip != NULL)
    return xlsx_zip_failure (self->zip);
  return self->rows.failure;
}

void
xlsx_sheet_learn (XlsxSheet *self, const char *currency)
{
  xlsx_styles_learn (self->styles, currency);
}

/* Into the archive */

static void
flush_rows (XlsxSheet *self)
{
  g_autoptr (XlsxPiece) piece = xlsx_zip_piece_new (self->rows.xml->str, self->rows.xml->len);

  xlsx_zip_append (self->zip, piece);
  g_string_truncate (self->rows.xml, 0);
}

void
xlsx_sheet_pack (XlsxSheet *self)
{
  xlsx_rows_end (&self->rows);
  self->piece = xlsx_zip_piece_new (self->rows.xml->str, self->rows.xml->len);
  g_string_truncate (self->rows.xml, 0);
}

void
xlsx_sheet_add (XlsxSheet *self, const XlsxSheet *share)
{
  xlsx_rows_end (&self->rows);
  flush_rows (self);
  xlsx_zip_append (self->zip, share->piece);
  if (self->rows.failure == NULL)
    self->rows.failure = share->rows.failure;
  self->rows.row_end = share->rows.row_end;
  self->rows.column_end = MAX (self->rows.column_end, share->rows.column_end);
  for (guint i = 0; i < XLSX_LAYOUT_COLUMNS; i++)
    self->content_widths[i] = MAX (self->content_widths[i], share->content_widths[i]);
}

void
xlsx_sheet_finish (XlsxSheet *self)
{
  g_autoptr (GString) head = g_string_sized_new (XLSX_LAYOUT_HEAD_BYTES);

  xlsx_rows_end (&self->rows);
  self->layout.row_end = self->rows.row_end;
  self->layout.column_end = self->rows.column_end;
  xlsx_layout_append_tail (&self->layout, self->merged, self->rows.xml);
  flush_rows (self);
  xlsx_layout_append_head (&self->layout, head);
  xlsx_zip_end (self->zip, head);
}

/* Cells */

/* NULL: it cannot be put. */
static GString *
begin_cell (XlsxSheet *self, XlsxCell cell, guint style)
{
  if (self->zip != NULL && self->rows.xml->len >= PIECE_BYTES)
    flush_rows (self);
  return xlsx_rows_begin_cell (&self->rows, cell, style);
}

static void
note_width (XlsxSheet *self, guint16 column, guint width)
{
  if (column < XLSX_LAYOUT_COLUMNS)
    self->content_widths[column] = MAX (self->content_widths[column], width);
}

/* In characters, which are at most as many as the bytes. */
static void
note_text_width (XlsxSheet *self, guint16 column, const char *text)
{
  if (column < XLSX_LAYOUT_COLUMNS && strlen (text) > self->content_widths[column])
    note_width (self, column, (guint) g_utf8_strlen (text, -1));
}

static gboolean
has_blank_ends (const char *text)
{
  return *text != '\0' && (g_ascii_isspace (*text) || g_ascii_isspace (text[strlen (text) - 1]));
}

/* @prepared: as a cell can hold it. */
static void
put_prepared (XlsxSheet *self, XlsxCell cell, const char *prepared, XlsxStyle style)
{
  GString *out = begin_cell (self, cell, xlsx_styles_get (style));

  if (out == NULL)
    return;
  g_string_append (out, has_blank_ends (prepared)
                            ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                            : " t=\"inlineStr\"><is><t>");
  xlsx_text_append (prepared, out);
  g_string_append (out, "</t></is></c>");
}

void
xlsx_sheet_put_text (XlsxSheet *self, XlsxCell cell, const char *text, XlsxStyle style)
{
  if (text == NULL || *text == '\0')
    return;

  const char *prepared = xlsx_text_prepare (text, self->text);
  note_text_width (self, cell.column, prepared);
  put_prepared (self, cell, prepared, style);
}

static void
put_number (XlsxSheet *self, XlsxCell cell, const char *formula, const Decimal *number, guint style)
{
  GString *out = begin_cell (self, cell, style);

  if (out == NULL)
    return;
  g_string_append_c (out, '>');
  if (formula != NULL)
    {
      g_string_append (out, "<f>");
      xlsx_text_append (formula, out);
      g_string_append (out, "</f>");
    }
  g_string_append (out, "<v>");
  xlsx_number_append (number, out);
  g_string_append (out, "</v></c>");
}

/* With commas, code, sign and point. Most amounts fit anyway and are not measured. */
static void
note_amount_width (XlsxSheet *self, guint16 column, Decimal amount)
{
  guint whole, places;

  if (amount.limb_count <= 1 && amount.limbs[0] < AMOUNT_USUAL)
    return;
  xlsx_number_measure (amount, &whole, &places);
  note_width (self, column, whole * 4 / 3 + MIN (places, 10) + 7);
}

void
xlsx_sheet_put_amount_formula (XlsxSheet *self, XlsxCell cell, const char *formula, Decimal amount,
                               const char *currency)
{
  note_amount_width (self, cell.column, amount);
  put_number (self, cell, formula, &amount,
              xlsx_styles_get_amount (self->styles, &amount, currency));
}

void
xlsx_sheet_put_amount (XlsxSheet *self, XlsxCell cell, Decimal amount, const char *currency)
{
  xlsx_sheet_put_amount_formula (self, cell, NULL, amount, currency);
}

void
xlsx_sheet_put_count_formula (XlsxSheet *self, XlsxCell cell, const char *formula, gint64 count)
{
  const Decimal number = decimal_from_int (count);

  put_number (self, cell, formula, &number, xlsx_styles_get (XLSX_STYLE_COUNT));
}

void
xlsx_sheet_put_count (XlsxSheet *self, XlsxCell cell, gint64 count)
{
  xlsx_sheet_put_count_formula (self, cell, NULL, count);
}

void
xlsx_sheet_put_flag (XlsxSheet *self, XlsxCell cell, gboolean flag)
{
  GString *out = begin_cell (self, cell, xlsx_styles_get (XLSX_STYLE_FLAG));

  if (out != NULL)
    g_string_append (out, flag ? " t=\"b\"><v>1</v></c>" : " t=\"b\"><v>0</v></c>");
}

/* FALSE: it is too early for a date. */
static gboolean
put_date (XlsxSheet *self, XlsxCell cell, Day day, XlsxStyle style)
{
  const gint32 serial = day - calendar_day (1899, 12, 30);
  const Decimal number = decimal_from_int (serial);

  if (serial >= SERIAL_MIN)
    put_number (self, cell, NULL, &number, xlsx_styles_get (style));
  return serial >= SERIAL_MIN;
}

void
xlsx_sheet_put_day (XlsxSheet *self, XlsxCell cell, Day day)
{
  char text[DAY_TEXT_SIZE];

  if (day == DAY_NONE || put_date (self, cell, day, XLSX_STYLE_DAY))
    return;
  calendar_print_day (day, text);
  xlsx_sheet_put_text (self, cell, text, XLSX_STYLE_TEXT);
}

void
xlsx_sheet_put_month (XlsxSheet *self, XlsxCell cell, Month month)
{
  char text[MONTH_TEXT_SIZE];

  if (month == MONTH_NONE || put_date (self, cell, calendar_first_day (month), XLSX_STYLE_MONTH))
    return;
  calendar_print_month (month, text);
  xlsx_sheet_put_text (self, cell, text, XLSX_STYLE_TEXT);
}

void
xlsx_sheet_set_height (XlsxSheet *self, guint32 row, guint lines)
{
  xlsx_rows_set_height (&self->rows, row, lines);
}

/* Merged cells do not grow with their text by themselves, so the row gets its height here. */
void
xlsx_sheet_put_wide (XlsxSheet *self, XlsxCell cell, guint16 columns, guint lines, const char *text,
                     XlsxStyle style)
{
  const guint16 last = (guint16) (cell.column + columns - 1);
  GString *range = g_string_new (NULL);

  xlsx_sheet_set_height (self, cell.row, lines);
  put_prepared (self, cell, xlsx_text_prepare (text, self->text), style);
  for (guint16 i = (guint16) (cell.column + 1); i <= last; i++)
    {
      GString *out = begin_cell (self, (XlsxCell){ cell.row, i }, xlsx_styles_get (style));

      if (out != NULL)
        g_string_append (out, "/>");
    }
  xlsx_layout_append_range (cell, (XlsxCell){ cell.row, last }, range);
  g_ptr_array_add (self->merged, range);
}

/* Layout */

void
xlsx_sheet_set_alarm (XlsxSheet *self, const char *text)
{
  self->layout.alarm = text;
}

void
xlsx_sheet_set_width (XlsxSheet *self, guint16 column, guint width)
{
  g_assert (column < XLSX_LAYOUT_COLUMNS);
  self->layout.widths[column] = width;
}

guint
xlsx_sheet_content_width (const XlsxSheet *self, guint16 column)
{
  return column < XLSX_LAYOUT_COLUMNS ? self->content_widths[column] : 0;
}

void
xlsx_sheet_make_table (XlsxSheet *self, guint32 rows, guint16 columns, guint16 frozen)
{
  self->layout.is_table = TRUE;
  self->layout.rows = rows;
  self->layout.columns = columns;
  self->layout.frozen = frozen;
}
