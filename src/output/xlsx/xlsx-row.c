/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-row.h"

#include "output/xlsx/xlsx-number.h"

#define MEMBER(Type, row, offset) (*(Type const *) ((const char *) (row) + (offset)))

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
      if (g_str_equal (place.column->name, "currency"))
        self->currency = place.column;
    }
}

XlsxRowLayout *
xlsx_row_layout_new (ReportTable table)
{
  XlsxRowLayout *self = g_new0 (XlsxRowLayout, 1);

  self->info = report_table_info (table);
  self->places = g_array_new (FALSE, FALSE, sizeof (XlsxPlace));
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

static const Amount *
amount_of (const ReportColumn *column, gconstpointer row, Amount *copy)
{
  if (column->type == COLUMN_AMOUNT)
    return &MEMBER (Amount, row, column->offset);
  *copy = (Amount){ .known = column->type == COLUMN_DECIMAL };
  if (copy->known)
    copy->value = MEMBER (Decimal, row, column->offset);
  return copy;
}

static gboolean
is_inexact (const ReportColumn *column, gconstpointer row)
{
  Amount copy;
  const Amount *amount = amount_of (column, row, &copy);

  return amount->known && !xlsx_number_is_exact (amount->value);
}

gboolean
xlsx_row_is_inexact (const XlsxRowLayout *self, gconstpointer row)
{
  for (gsize i = 0; i < self->info->column_count; i++)
    if (is_inexact (&self->info->columns[i], row))
      return TRUE;
  return FALSE;
}

/* Cells */

static XlsxStyle
text_style (const ReportColumn *column, const char *text)
{
  static const char *const bad[] = { "differs", "expired", "error", NULL };
  static const char *const doubt[]
      = { "rounding", "not-comparable", "expiring", "unreported", "warning", NULL };
  const char *name = column->name;

  if (g_str_equal (name, "message"))
    return XLSX_STYLE_WRAPPED;
  if (text == NULL
      || !(g_str_equal (name, "result") || g_str_equal (name, "state")
           || g_str_equal (name, "severity")))
    return XLSX_STYLE_TEXT;
  if (g_strv_contains (bad, text))
    return XLSX_STYLE_BAD;
  return g_strv_contains (doubt, text) ? XLSX_STYLE_DOUBT : XLSX_STYLE_TEXT;
}

static void
put_text (const Line *line, XlsxCell cell, const ReportColumn *column, const char *text)
{
  xlsx_sheet_put_text (line->sheet, cell, text, text_style (column, text));
}

static void
put_amount (const Line *line, XlsxCell cell, const ReportColumn *column)
{
  const XlsxRowFormula *formula = &line->layout->formula;
  Amount copy;
  const Amount *amount = amount_of (column, line->row, &copy);

  if (!amount->known)
    return;
  if (formula->result == column && xlsx_formula_print (formula, line->row, cell.row, line->text))
    xlsx_sheet_put_amount_formula (line->sheet, cell, line->text->str, amount->value,
                                   line->currency);
  else
    xlsx_sheet_put_amount (line->sheet, cell, amount->value, line->currency);
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

static void
put_code (const Line *line, XlsxCell cell, const ReportColumn *column)
{
  const FindingInfo *info = finding_info (MEMBER (FindingCode, line->row, column->offset));

  put_text (line, cell, column, column->type == COLUMN_CODE ? info->code : info->name);
}

/* Lines are counted by what reads the files; beyond 2^53 a cell could not tell two apart. */
static void
put_line_number (const Line *line, XlsxCell cell, guint64 number)
{
  if (number != 0)
    xlsx_sheet_put_count (line->sheet, cell, (gint64) number);
}

static void
put_cell (const Line *line, XlsxCell cell, const XlsxPlace *place)
{
  const ReportColumn *column = place->column;
  const gsize at = column->offset;
  gconstpointer row = line->row;

  switch (column->type)
    {
    case COLUMN_TEXT:
      put_text (line, cell, column, MEMBER (char *, row, at));
      break;
    case COLUMN_AMOUNT:
    case COLUMN_DECIMAL:
      put_amount (line, cell, column);
      break;
    case COLUMN_MONTH:
      xlsx_sheet_put_month (line->sheet, cell, MEMBER (Month, row, at));
      break;
    case COLUMN_DAY:
      xlsx_sheet_put_day (line->sheet, cell, MEMBER (Day, row, at));
      break;
    case COLUMN_COUNT:
      xlsx_sheet_put_count (line->sheet, cell, (gint64) MEMBER (guint64, row, at));
      break;
    case COLUMN_LINE:
      put_line_number (line, cell, MEMBER (guint64, row, at));
      break;
    case COLUMN_DAYS:
      if (MEMBER (gboolean, row, column->known_offset))
        xlsx_sheet_put_count (line->sheet, cell, MEMBER (gint64, row, at));
      break;
    case COLUMN_FLAG:
      xlsx_sheet_put_flag (line->sheet, cell, MEMBER (gboolean, row, at));
      break;
    case COLUMN_CODE:
    case COLUMN_NAME:
      put_code (line, cell, column);
      break;
    case COLUMN_SEVERITY:
      put_text (line, cell, column, finding_severity_name (MEMBER (Severity, row, at)));
      break;
    case COLUMN_MONTHS:
      put_months (line, cell, MEMBER (GArray *, row, at));
      break;
    case COLUMN_FITS:
      xlsx_sheet_put_count (line->sheet, cell, (gint64) (&MEMBER (guint64, row, at))[place->fit]);
      break;
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
      Amount copy;

      if (!is_inexact (&info->columns[i], line->row))
        continue;
      g_autofree char *text
          = decimal_to_string (amount_of (&info->columns[i], line->row, &copy)->value, 2);
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
    line.currency = MEMBER (char *, row, self->currency->offset);
  for (guint16 i = 0; i < self->places->len; i++)
    put_cell (&line, (XlsxCell){ sheet_row, i }, &g_array_index (self->places, XlsxPlace, i));
  if (with_exact)
    put_exact_amounts (&line, (XlsxCell){ sheet_row, (guint16) self->places->len });
}
