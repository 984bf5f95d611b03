/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-sheet.h"

#include <string.h>

#include "base/late/xlsx-library.h"
#include "output/xlsx/xlsx-text.h"

#define COLUMNS_MAX 64 /* of our sheets; only their widths are kept */
#define PAPER_A4 9
#define AMOUNT_USUAL 100000000 /* in its smallest unit */
#define LINE_HEIGHT 15
#define LINES_MAX 27 /* a row is at most 409 points high */
#define ALARM_COLOR 0xa8201a
#define ALARM_DIGITS "A8201A"
/* Serial 1 of spreadsheets is 1900-01-01, but they count a 1900-02-29 too; from 61 on they agree
   on days since 1899-12-30. */
#define SERIAL_MIN 61

struct XlsxSheet
{
  lxw_worksheet *worksheet;
  XlsxStyles *styles;
  XlsxTally tally;
  lxw_error error;
  GString *text;
  GString *formula;
  guint widths[COLUMNS_MAX];
};

XlsxSheet *
xlsx_sheet_new (lxw_worksheet *worksheet, XlsxStyles *styles)
{
  XlsxSheet *self = g_new0 (XlsxSheet, 1);
  const XlsxNumber side = xlsx_number_from_decimal (decimal_from_scaled (4, 1)); /* inches */
  const XlsxNumber end = xlsx_number_from_decimal (decimal_from_scaled (75, 2));

  self->worksheet = worksheet;
  self->styles = styles;
  self->text = g_string_new (NULL);
  self->formula = g_string_new (NULL);
  worksheet_set_landscape (worksheet);
  worksheet_set_paper (worksheet, PAPER_A4);
  worksheet_fit_to_pages (worksheet, 1, 0);
  worksheet_set_margins (worksheet, side, side, end, end);
  worksheet_set_footer (worksheet, "&L&A&RPage &P of &N");
  return self;
}

void
xlsx_sheet_free (XlsxSheet *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_string_free (self->formula, TRUE);
  g_free (self);
}

const XlsxTally *
xlsx_sheet_tally (const XlsxSheet *self)
{
  return &self->tally;
}

const char *
xlsx_sheet_failure (const XlsxSheet *self)
{
  return self->error == LXW_NO_ERROR ? NULL : lxw_strerror (self->error);
}

static void
note (XlsxSheet *self, lxw_error error)
{
  if (self->error == LXW_NO_ERROR)
    self->error = error;
}

/* Cells */

void
xlsx_sheet_put_text (XlsxSheet *self, XlsxCell cell, const char *text, XlsxStyle style)
{
  if (text == NULL || *text == '\0' || self->error != LXW_NO_ERROR)
    return;

  const char *prepared = xlsx_text_prepare (text, self->text);
  if (cell.column < COLUMNS_MAX)
    self->widths[cell.column]
        = MAX (self->widths[cell.column], (guint) g_utf8_strlen (prepared, -1));
  note (self, worksheet_write_string (self->worksheet, cell.row, cell.column, prepared,
                                      xlsx_styles_get (self->styles, style)));
  xlsx_tally_add_text (&self->tally, cell, prepared, strlen (prepared));
}

static void
put_number (XlsxSheet *self, XlsxCell cell, const char *formula, XlsxNumber number,
            lxw_format *format)
{
  if (self->error != LXW_NO_ERROR)
    return;
  if (formula == NULL)
    note (self, worksheet_write_number (self->worksheet, cell.row, cell.column, number, format));
  else
    {
      g_string_assign (self->formula, "=");
      g_string_append (self->formula, formula);
      note (self, worksheet_write_formula_num (self->worksheet, cell.row, cell.column,
                                               self->formula->str, format, number));
      xlsx_tally_add_formula (&self->tally, cell, formula, strlen (formula));
    }
  xlsx_tally_add_number (&self->tally, cell, number);
}

/* With commas, code, sign and point. Most amounts fit anyway and are not measured. */
static void
note_amount_width (XlsxSheet *self, guint16 column, Decimal amount)
{
  guint whole, places;

  if (column >= COLUMNS_MAX || (amount.limb_count <= 1 && amount.limbs[0] < AMOUNT_USUAL))
    return;
  xlsx_number_measure (amount, &whole, &places);
  self->widths[column] = MAX (self->widths[column], whole * 4 / 3 + MIN (places, 10) + 7);
}

void
xlsx_sheet_put_amount_formula (XlsxSheet *self, XlsxCell cell, const char *formula, Decimal amount,
                               const char *currency)
{
  note_amount_width (self, cell.column, amount);
  put_number (self, cell, formula, xlsx_number_from_decimal (amount),
              xlsx_styles_get_amount (self->styles, amount, currency));
}

void
xlsx_sheet_put_amount (XlsxSheet *self, XlsxCell cell, Decimal amount, const char *currency)
{
  xlsx_sheet_put_amount_formula (self, cell, NULL, amount, currency);
}

void
xlsx_sheet_put_count_formula (XlsxSheet *self, XlsxCell cell, const char *formula, gint64 count)
{
  put_number (self, cell, formula, xlsx_number_from_decimal (decimal_from_int (count)),
              xlsx_styles_get (self->styles, XLSX_STYLE_COUNT));
}

void
xlsx_sheet_put_count (XlsxSheet *self, XlsxCell cell, gint64 count)
{
  xlsx_sheet_put_count_formula (self, cell, NULL, count);
}

void
xlsx_sheet_put_flag (XlsxSheet *self, XlsxCell cell, gboolean flag)
{
  if (self->error != LXW_NO_ERROR)
    return;
  note (self, worksheet_write_boolean (self->worksheet, cell.row, cell.column, flag != FALSE,
                                       xlsx_styles_get (self->styles, XLSX_STYLE_FLAG)));
  xlsx_tally_add_flag (&self->tally, cell, flag);
}

/* FALSE: it is too early for a date. */
static gboolean
put_date (XlsxSheet *self, XlsxCell cell, Day day, XlsxStyle style)
{
  const gint32 serial = day - calendar_day (1899, 12, 30);

  if (serial >= SERIAL_MIN)
    put_number (self, cell, NULL, serial, xlsx_styles_get (self->styles, style));
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
  note (self, worksheet_set_row (self->worksheet, row, LINE_HEIGHT * MIN (lines, LINES_MAX), NULL));
}

/* Merged cells do not grow with their text by themselves, so the row gets its height here. */
void
xlsx_sheet_put_wide (XlsxSheet *self, XlsxCell cell, guint16 columns, guint lines, const char *text,
                     XlsxStyle style)
{
  lxw_format *format = xlsx_styles_get (self->styles, style);
  const guint16 last = (guint16) (cell.column + columns - 1);

  if (self->error != LXW_NO_ERROR)
    return;
  xlsx_sheet_set_height (self, cell.row, lines);

  const char *prepared = xlsx_text_prepare (text, self->text);
  note (self, worksheet_merge_range (self->worksheet, cell.row, cell.column, cell.row, last,
                                     prepared, format));
  xlsx_tally_add_text (&self->tally, cell, prepared, strlen (prepared));
}

/* Layout */

void
xlsx_sheet_set_alarm (XlsxSheet *self, const char *text)
{
  g_autofree char *header = g_strconcat ("&C&\"-,Bold\"&14&K" ALARM_DIGITS, text, NULL);

  worksheet_set_tab_color (self->worksheet, ALARM_COLOR);
  note (self, worksheet_set_header (self->worksheet, header));
}

void
xlsx_sheet_set_width (XlsxSheet *self, guint16 column, guint width)
{
  note (self, worksheet_set_column (self->worksheet, column, column, width, NULL));
}

guint
xlsx_sheet_content_width (const XlsxSheet *self, guint16 column)
{
  return column < COLUMNS_MAX ? self->widths[column] : 0;
}

void
xlsx_sheet_make_table (XlsxSheet *self, guint32 rows, guint16 columns, guint16 frozen)
{
  const guint16 last = (guint16) (columns - 1);
  g_autoptr (GString) range = g_string_new (NULL);

  note (self, worksheet_autofilter (self->worksheet, 0, 0, rows, last));
  worksheet_freeze_panes (self->worksheet, 1, frozen);
  note (self, worksheet_repeat_rows (self->worksheet, 0, 0));

  /* An id of digits alone is meant to be a text; without this it gets a green corner. */
  xlsx_cell_append ((XlsxCell){ 0, 0 }, range);
  g_string_append_c (range, ':');
  xlsx_cell_append ((XlsxCell){ rows, last }, range);
  note (self,
        worksheet_ignore_errors (self->worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range->str));
}
