/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/report-xlsx-summary.h"

#include <string.h>

#include "io/report-verdict.h"
#include "io/report-xlsx-formula.h"

#define COLUMNS 7
#define WIDTH_FIRST 24
#define WIDTH_OTHER 18
#define WIDTH_MAX 60
#define VERDICT_LINE 105 /* characters that surely fit into the width of all columns */
#define PLACES_MIN 2

#define MEMBER(Type, row, offset) (*(Type const *) ((const char *) (row) + (offset)))

typedef struct
{
  const Report *report;
  XlsxTable *const *tables;
  XlsxSheet *sheet;
  guint32 row; /* the next */
  GString *formula;
} Summary;

/* Where the figures of the totals come from. */
static const struct
{
  const char *name;
  gsize offset; /* in TotalsRow */
  ReportTable table;
  const char *column;
} totals[] = {
  { "Used", G_STRUCT_OFFSET (TotalsRow, used), REPORT_ROLLFORWARD, "used" },
  { "Forfeited", G_STRUCT_OFFSET (TotalsRow, forfeited), REPORT_ROLLFORWARD, "forfeited" },
  { "Balance", G_STRUCT_OFFSET (TotalsRow, balance), REPORT_AGREEMENTS, "balance" },
  { "Invoice credit", G_STRUCT_OFFSET (TotalsRow, invoice_credit), REPORT_TIEOUT,
    "invoice_credit" },
  { "PEC earned", G_STRUCT_OFFSET (TotalsRow, pec_earned), REPORT_WATERFALL, "pec_earned" },
  { "Net", G_STRUCT_OFFSET (TotalsRow, net), REPORT_WATERFALL, "net" },
};

static void
put (const Summary *self, guint16 column, const char *text, XlsxStyle style)
{
  xlsx_sheet_put_text (self->sheet, (XlsxCell){ self->row, column }, text, style);
}

/* Totals */

static const ReportColumn *
find_column (const ReportTableInfo *info, const char *name)
{
  const ReportColumn *column = info->columns;

  while (!g_str_equal (column->name, name))
    column++;
  return column;
}

/* Whether a sheet's sum over rows of @currency comes out as the report's. */
static gboolean
is_sum_safe (const Summary *self, ReportTable table, const char *name, const char *currency)
{
  const ReportTableInfo *info = report_table_info (table);
  const ReportColumn *column = find_column (info, name);
  const gsize currency_at = find_column (info, "currency")->offset;
  Decimal limit = decimal_from_int (0);
  guint places = PLACES_MIN;

  for (gsize i = 0; i < report_row_count (self->report, table); i++)
    {
      gconstpointer row = report_row (self->report, table, i);
      Decimal value = column->type == COLUMN_AMOUNT ? MEMBER (Amount, row, column->offset).value
                                                    : MEMBER (Decimal, row, column->offset);

      if (g_strcmp0 (MEMBER (char *, row, currency_at), currency) != 0)
        continue;
      value = decimal_absolute (value);
      places = MAX (places, value.scale);
      decimal_accumulate (&limit, &value);
    }
  return xlsx_formula_is_safe (limit, places);
}

/* As a criterion, "*" or ">1" would mean something else than itself. */
static gboolean
is_plain_criterion (const char *text)
{
  gsize length = 0;

  while (text != NULL && g_ascii_isalpha (text[length]))
    length++;
  return length > 0 && text[length] == '\0';
}

static void
append_each_part (const Summary *self, const XlsxTable *table, const char *function,
                  const char *summed, const char *searched, const char *criterion)
{
  for (guint part = 0; part < xlsx_table_part_count (table); part++)
    {
      g_string_append_printf (self->formula, "%s%s(", part > 0 ? "+" : "", function);
      if (summed != NULL)
        {
          xlsx_table_append_range (table, part, summed, self->formula);
          g_string_append_c (self->formula, ',');
        }
      xlsx_table_append_range (table, part, searched, self->formula);
      g_string_append_printf (self->formula, ",%s)", criterion);
    }
}

static void
put_total (const Summary *self, guint index, const TotalsRow *row)
{
  const Amount *amount = &MEMBER (Amount, row, totals[index].offset);
  const XlsxCell cell = { self->row, (guint16) (index + 1) };
  g_autoptr (GString) criterion = g_string_new (NULL);

  if (!amount->known)
    return;
  if (!is_plain_criterion (row->currency)
      || !is_sum_safe (self, totals[index].table, totals[index].column, row->currency))
    {
      xlsx_sheet_put_amount (self->sheet, cell, amount->value, row->currency);
      return;
    }
  xlsx_cell_append ((XlsxCell){ self->row, 0 }, criterion);
  g_string_assign (self->formula, "ROUND(");
  append_each_part (self, self->tables[totals[index].table], "SUMIFS", totals[index].column,
                    "currency", criterion->str);
  g_string_append_printf (self->formula, ",%u)", MAX (PLACES_MIN, amount->value.scale));
  xlsx_sheet_put_amount_formula (self->sheet, cell, self->formula->str, amount->value,
                                 row->currency);
}

static void
write_totals (Summary *self)
{
  put (self, 0, "Totals by currency", XLSX_STYLE_HEADING);
  self->row++;
  put (self, 0, "Currency", XLSX_STYLE_HEADER);
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    put (self, (guint16) (i + 1), totals[i].name, XLSX_STYLE_HEADER_NUMBER);
  self->row++;
  for (gsize i = 0; i < report_row_count (self->report, REPORT_TOTALS); i++, self->row++)
    {
      const TotalsRow *row = report_row (self->report, REPORT_TOTALS, i);

      put (self, 0, row->currency, XLSX_STYLE_TEXT);
      for (guint j = 0; j < G_N_ELEMENTS (totals); j++)
        put_total (self, j, row);
    }
  self->row++;
}

/* Counts */

/* A line "what, how many": the rows of @table whose column @name holds the text in column A. */
static void
put_count (const Summary *self, guint16 column, ReportTable table, const char *name, gsize count)
{
  g_autoptr (GString) criterion = g_string_new (NULL);

  xlsx_cell_append ((XlsxCell){ self->row, 0 }, criterion);
  g_string_truncate (self->formula, 0);
  append_each_part (self, self->tables[table], "COUNTIF", NULL, name, criterion->str);
  xlsx_sheet_put_count_formula (self->sheet, (XlsxCell){ self->row, column }, self->formula->str,
                                (gint64) count);
}

static gsize
count_text (const Summary *self, ReportTable table, const char *name, const char *text)
{
  const gsize at = find_column (report_table_info (table), name)->offset;
  gsize count = 0;

  for (gsize i = 0; i < report_row_count (self->report, table); i++)
    if (g_strcmp0 (MEMBER (char *, report_row (self->report, table, i), at), text) == 0)
      count++;
  return count;
}

static void
write_counts (Summary *self, const char *heading, ReportTable table, const char *name,
              const char *const *texts)
{
  put (self, 0, heading, XLSX_STYLE_HEADING);
  self->row++;
  put (self, 0, table == REPORT_TIEOUT ? "Result" : "State", XLSX_STYLE_HEADER);
  put (self, 1, table == REPORT_TIEOUT ? "Customer-months" : "Agreements",
       XLSX_STYLE_HEADER_NUMBER);
  self->row++;
  for (; *texts != NULL; texts++, self->row++)
    {
      put (self, 0, *texts, XLSX_STYLE_TEXT);
      put_count (self, 1, table, name, count_text (self, table, name, *texts));
    }
  self->row++;
}

static void
write_findings (Summary *self)
{
  gsize counts[FINDING_CODE_COUNT] = { 0 };

  for (gsize i = 0; i < report_row_count (self->report, REPORT_FINDINGS); i++)
    counts[((const FindingRow *) report_row (self->report, REPORT_FINDINGS, i))->code]++;
  put (self, 0, "Findings", XLSX_STYLE_HEADING);
  self->row++;
  put (self, 0, "Code", XLSX_STYLE_HEADER);
  put (self, 1, "Findings", XLSX_STYLE_HEADER_NUMBER);
  put (self, 2, "Name", XLSX_STYLE_HEADER);
  self->row++;
  for (guint code = 0; code < FINDING_CODE_COUNT; code++)
    {
      if (counts[code] == 0)
        continue;
      put (self, 0, finding_info ((FindingCode) code)->code, XLSX_STYLE_TEXT);
      put_count (self, 1, REPORT_FINDINGS, "code", counts[code]);
      put (self, 2, finding_info ((FindingCode) code)->name, XLSX_STYLE_TEXT);
      self->row++;
    }
}

/* The sheet */

static void
write_head (Summary *self)
{
  g_autofree char *verdict = report_verdict (self->report);
  const guint lines = (guint) g_utf8_strlen (verdict, -1) / VERDICT_LINE + 1;

  xlsx_sheet_set_height (self->sheet, self->row, 2);
  put (self, 0, "Azure Credit Offer reconciliation", XLSX_STYLE_TITLE);
  self->row = 1;
  xlsx_sheet_put_wide (self->sheet, (XlsxCell){ self->row, 0 }, COLUMNS, lines, verdict);
  self->row = 3;
  put (self, 0, "As of", XLSX_STYLE_TEXT);
  xlsx_sheet_put_day (self->sheet, (XlsxCell){ self->row, 1 }, report_as_of (self->report));
  self->row++;
  put (self, 0, "Complete", XLSX_STYLE_TEXT);
  xlsx_sheet_put_flag (self->sheet, (XlsxCell){ self->row, 1 }, report_is_complete (self->report));
  self->row++;
  put (self, 0, "An empty cell is a figure that is not known.", XLSX_STYLE_NOTE);
  self->row += 2;
}

void
xlsx_summary_write (const Report *report, XlsxTable *const *tables, XlsxSheet *sheet)
{
  static const char *const results[] = { "agrees", "rounding", "differs", "not-comparable", NULL };
  static const char *const states[]
      = { "active", "expiring", "expired", "used", "not-started", NULL };
  g_autoptr (GString) formula = g_string_new (NULL);
  Summary self = { .report = report, .tables = tables, .sheet = sheet, .formula = formula };

  write_head (&self);
  write_totals (&self);
  write_counts (&self, "Tie-out", REPORT_TIEOUT, "result", results);
  write_counts (&self, "Agreements", REPORT_AGREEMENTS, "state", states);
  write_findings (&self);
  for (guint16 i = 0; i < COLUMNS; i++)
    xlsx_sheet_set_width (
        sheet, i,
        i == 0 ? WIDTH_FIRST : CLAMP (xlsx_sheet_content_width (sheet, i), WIDTH_OTHER, WIDTH_MAX));
}
