/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-formula.h"

#include <string.h>

#include "core/report/report-cell.h"
#include "output/xlsx/xlsx-cell.h"
#include "output/xlsx/xlsx-number.h"

#define PLACES_MIN 2
/* One less than a number holds: room for the errors that add up before the sum is rounded. */
#define DIGITS_SAFE (XLSX_NUMBER_DIGITS - 1)

static const struct
{
  ReportTable table;
  const char *result;
  const char *terms[XLSX_FORMULA_TERMS_MAX]; /* with their signs */
} formulas[] = {
  { REPORT_ROLLFORWARD,
    "closing",
    { "+opening", "+granted", "-used", "-forfeited", "+adjustment" } },
  { REPORT_TIE_OUT, "difference", { "+balance_used", "-invoice_credit" } },
  { REPORT_WATERFALL, "net", { "+charges", "-aco_used", "-other_credits" } },
};

gboolean
xlsx_formula_init (XlsxRowFormula *self, ReportTable table)
{
  const ReportTableInfo *info = report_table_info (table);
  gsize found = 0;

  memset (self, 0, sizeof *self);
  while (found < G_N_ELEMENTS (formulas) && formulas[found].table != table)
    found++;
  if (found == G_N_ELEMENTS (formulas))
    return FALSE;

  self->result = report_cell_column (info, formulas[found].result);
  for (; self->term_count < XLSX_FORMULA_TERMS_MAX; self->term_count++)
    {
      const char *text = formulas[found].terms[self->term_count];
      if (text == NULL)
        break;

      XlsxFormulaTerm *term = &self->terms[self->term_count];
      term->column = report_cell_column (info, text + 1);
      g_assert (term->column != NULL);
      term->index = (guint16) (term->column - info->columns);
      term->negative = *text == '-';
    }
  return TRUE;
}

/* FALSE: not known. */
static gboolean
get_value (const ReportColumn *column, gconstpointer row, Decimal *out)
{
  const ReportCell cell = report_cell (column, row);

  if (cell.type != CELL_DECIMAL)
    return FALSE;
  *out = *cell.decimal;
  return TRUE;
}

gboolean
xlsx_formula_is_safe (Decimal limit, guint places)
{
  guint whole, ignored;

  xlsx_number_measure (limit, &whole, &ignored);
  return whole + places <= DIGITS_SAFE;
}

/* FALSE: a term is not known, or their sum is not the result. */
static gboolean
foots (const XlsxRowFormula *self, gconstpointer row, Decimal *limit, guint *places)
{
  Decimal result, sum = decimal_from_int (0);

  if (!get_value (self->result, row, &result))
    return FALSE;
  *limit = decimal_absolute (result);
  *places = MAX (PLACES_MIN, result.scale);
  for (guint i = 0; i < self->term_count; i++)
    {
      Decimal value;

      if (!get_value (self->terms[i].column, row, &value))
        return FALSE;
      sum = self->terms[i].negative ? decimal_subtract (sum, value) : decimal_add (sum, value);
      *limit = decimal_max (*limit, decimal_absolute (value));
      *places = MAX (*places, value.scale);
    }
  return decimal_equal (sum, result);
}

gboolean
xlsx_formula_print (const XlsxRowFormula *self, gconstpointer row, guint32 sheet_row, GString *out)
{
  Decimal limit;
  guint places = 0;

  if (!foots (self, row, &limit, &places) || !xlsx_formula_is_safe (limit, places))
    return FALSE;
  g_string_assign (out, "ROUND(");
  for (guint i = 0; i < self->term_count; i++)
    {
      const XlsxFormulaTerm *term = &self->terms[i];

      if (i > 0 || term->negative)
        g_string_append_c (out, term->negative ? '-' : '+');
      xlsx_cell_append ((XlsxCell){ sheet_row, term->index }, out);
    }
  g_string_append_printf (out, ",%u)", places);
  return TRUE;
}
