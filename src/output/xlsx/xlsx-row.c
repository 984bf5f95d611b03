/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-row.h"

#include "core/report/report-cell.h"
#include "output/xlsx/xlsx-number.h"

/* A row on its way into a sheet. */
typedef struct
{
  const XlsxRowLayout *layout;
  gconstpointer row;
  const char *currency;
  XlsxSheet *sheet;
  GString *text;
} Line;

/* Layouts */

static void
add_places (XlsxRowLayout *self)
{
  for (gsize i = 0; i < self->info->column_count; i++)
    {
      XlsxPlace place = { .column = &self->info->columns[i] };
      const guint count = place.column->type == COLUMN_FITS ? FIT_COUNT : 1;

      for (; place.fit < count; place.fit++)
        g_array_append_val (self->places, place);
    }
}

XlsxRowLayout *
xlsx_row_layout_new (const ReportSchema *schema, ReportTable table)
{
  XlsxRowLayout *self = g_new0 (XlsxRowLayout, 1);

  self->info = &schema->tables[table].info;
  self->places = g_array_new (FALSE, FALSE, sizeof (XlsxPlace));
  self->currency = report_cell_column (self->info, "currency");
  add_places (self);
  (void) xlsx_formula_init (&self->formula, table);
  return self;
}

void
xlsx_row_layout_free (XlsxRowLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_free (self);
}

/* Amounts */

static gboolean
is_inexact (const ReportCell *cell)
{
  return cell->type == CELL_DECIMAL && !xlsx_number_is_exact (cell->decimal);
}

gboolean
xlsx_row_is_inexact (const XlsxRowLayout *self, gconstpointer row)
{
  for (gsize i = 0; i < self->info->column_count; i++)
    {
      const ReportCell cell = report_cell (&self->info->columns[i], row);

      if (is_inexact (&cell))
        return TRUE;
    }
  return FALSE;
}

/* Cells */

static XlsxStyle
text_style (const ReportColumn *column)
{
  return g_str_equal (column->name, "message") ? XLSX_STYLE_WRAPPED : XLSX_STYLE_TEXT;
}

static XlsxStyle
word_style (ReportTone tone)
{
  switch (tone)
    {
    case TONE_BAD:
      return XLSX_STYLE_BAD;
    case TONE_DOUBT:
      return XLSX_STYLE_DOUBT;
    case TONE_PLAIN:
    default:
      return XLSX_STYLE_TEXT;
    }
}

static void
put_amount (const Line *line, XlsxCell cell, const ReportColumn *column, Decimal amount)
{
  const XlsxRowFormula *formula = &line->layout->formula;

  if (formula->result == column && xlsx_formula_print (formula, line->row, cell.row, line->text))
    xlsx_sheet_put_amount_formula (line->sheet, cell, line->text->str, amount, line->currency);
  else
    xlsx_sheet_put_amount (line->sheet, cell, amount, line->currency);
}

/* "2026-07, 2026-08" */
static void
put_months (const Line *line, XlsxCell cell, const GArray *months)
{
  char text[MONTH_TEXT_SIZE];

  g_string_truncate (line->text, 0);
  for (guint i = 0; months != NULL && i < months->len; i++)
    {
      calendar_print_month (g_array_index (months, Month, i), text);
      g_string_append_printf (line->text, i == 0 ? "%s" : ", %s", text);
    }
  xlsx_sheet_put_text (line->sheet, cell, line->text->str, XLSX_STYLE_TEXT);
}

/* "ACO101, ACO401", as far as a cell holds it. */
static void
put_texts (const Line *line, XlsxCell cell, ReportSpan texts)
{
  const char *const *elements = texts.elements;

  g_string_truncate (line->text, 0);
  for (gsize i = 0; i < texts.count; i++)
    g_string_append_printf (line->text, i == 0 ? "%s" : ", %s", elements[i]);
  xlsx_sheet_put_text (line->sheet, cell, line->text->str, XLSX_STYLE_TEXT);
}

/* A cell holds every count below 2^53, and no input has so many rows or lines. */
static void
put_cell (const Line *line, XlsxCell cell, const XlsxPlace *place)
{
  const ReportColumn *column = place->column;
  const ReportCell value = report_cell (column, line->row);

  switch (value.type)
    {
    case CELL_NULL:
      break;
    case CELL_TEXT:
      xlsx_sheet_put_text (line->sheet, cell, value.text, text_style (column));
      break;
    case CELL_WORD:
      xlsx_sheet_put_text (line->sheet, cell, value.word.text, word_style (value.word.tone));
      break;
    case CELL_DECIMAL:
      put_amount (line, cell, column, *value.decimal);
      break;
    case CELL_COUNT:
      xlsx_sheet_put_count (line->sheet, cell, (gint64) value.count);
      break;
    case CELL_DAYS:
      xlsx_sheet_put_count (line->sheet, cell, value.days);
      break;
    case CELL_MONTH:
      xlsx_sheet_put_month (line->sheet, cell, value.month);
      break;
    case CELL_DAY:
      xlsx_sheet_put_day (line->sheet, cell, value.day);
      break;
    case CELL_FLAG:
      xlsx_sheet_put_flag (line->sheet, cell, value.flag);
      break;
    case CELL_MONTHS:
      put_months (line, cell, value.months);
      break;
    case CELL_FITS:
      xlsx_sheet_put_count (line->sheet, cell, (gint64) value.fits[place->fit]);
      break;
    case CELL_TEXTS:
      put_texts (line, cell, value.span);
      break;
    case CELL_ROWS:
    default:
      g_assert_not_reached ();
    }
}

static void
put_exact_amounts (const Line *line, XlsxCell cell)
{
  const ReportTableInfo *info = line->layout->info;

  g_string_truncate (line->text, 0);
  for (gsize i = 0; i < info->column_count; i++)
    {
      const ReportCell value = report_cell (&info->columns[i], line->row);

      if (!is_inexact (&value))
        continue;
      g_autofree char *text = decimal_to_string (*value.decimal, 2);
      g_string_append_printf (line->text, "%s%s %s", line->text->len > 0 ? "; " : "",
                              info->columns[i].name, text);
    }
  xlsx_sheet_put_text (line->sheet, cell, line->text->str, XLSX_STYLE_TEXT);
}

void
xlsx_row_write (const XlsxRowLayout *self, gconstpointer row, gboolean with_exact, XlsxSheet *sheet,
                guint32 sheet_row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Line line = { .layout = self, .row = row, .sheet = sheet, .text = text };

  if (self->currency != NULL)
    line.currency = report_cell_text (self->currency, row);
  for (guint16 i = 0; i < self->places->len; i++)
    put_cell (&line, (XlsxCell){ sheet_row, i }, &g_array_index (self->places, XlsxPlace, i));
  if (with_exact)
    put_exact_amounts (&line, (XlsxCell){ sheet_row, (guint16) self->places->len });
}
