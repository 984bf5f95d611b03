/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-summary.h"

#include <string.h>

#include "core/report/report-cell.h"
#include "core/report/report-counts.h"
#include "output/text/origin-words.h"
#include "output/text/reliability-words.h"
#include "output/text/row-remarks.h"
#include "output/text/verdict/report-verdict.h"
#include "output/xlsx/xlsx-formula.h"

#define COLUMNS 7
#define WIDTH_FIRST 24
#define WIDTH_OTHER 18
#define WIDTH_MAX 60
#define TEXT_LINE 105 /* characters that surely fit into the width of all columns */
#define ALARM_LINE 85 /* the same in larger letters */
#define PLACES_MIN 2

typedef struct
{
  const Report *report;
  const Report *whole; /* whose figures and counts are told */
  XlsxTable *const *tables;
  XlsxSheet *sheet;
  gboolean reliable;
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
  { "Invoice credit", G_STRUCT_OFFSET (TotalsRow, invoice_credit), REPORT_TIE_OUT,
    "invoice_credit" },
  { "PEC earned", G_STRUCT_OFFSET (TotalsRow, pec_earned), REPORT_WATERFALL, "pec_earned" },
  { "Net", G_STRUCT_OFFSET (TotalsRow, net), REPORT_WATERFALL, "net" },
};

static void
put (const Summary *self, guint16 column, const char *text, XlsxStyle style)
{
  xlsx_sheet_put_text (self->sheet, (XlsxCell){ self->row, column }, text, style);
}

/* A text over the rest of the row from @column on. */
static void
put_wide (const Summary *self, guint16 column, const char *text, XlsxStyle style)
{
  const guint16 columns = (guint16) (COLUMNS - column);
  const guint lines
      = (guint) g_utf8_strlen (text, -1) / (TEXT_LINE * (guint) columns / COLUMNS) + 1;

  xlsx_sheet_put_wide (self->sheet, (XlsxCell){ self->row, column }, columns, lines, text, style);
}

/* Totals */

/* Whether a sheet's sum over rows of @currency comes out as the report's. */
static gboolean
is_sum_safe (const Summary *self, ReportTable table, const char *name, const char *currency)
{
  const ReportTableInfo *info = report_table_info (table);
  const ReportColumn *column = report_cell_column (info, name);
  const ReportColumn *currencies = report_cell_column (info, "currency");
  ReportBuffer buffer = { 0 };
  Decimal limit = decimal_from_int (0);
  guint places = PLACES_MIN;

  for (gsize i = 0; i < report_row_count (self->report, table); i++)
    {
      gconstpointer row = report_read (self->report, table, i, &buffer);
      const ReportCell cell = report_cell (column, row);

      if (cell.type != CELL_DECIMAL
          || g_strcmp0 (report_cell_text (currencies, row), currency) != 0)
        continue;
      const Decimal value = decimal_absolute (*cell.decimal);
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

/* @also: a further column and its criterion, ",'Sheet'!range,criterion"; or NULL. */
static void
append_further (const Summary *self, const XlsxTable *table, guint part, const char *const *also)
{
  if (also == NULL)
    return;
  g_string_append_c (self->formula, ',');
  xlsx_table_append_range (table, part, also[0], self->formula);
  g_string_append_printf (self->formula, ",%s", also[1]);
}

static void
append_each_part (const Summary *self, const XlsxTable *table, const char *function,
                  const char *summed, const char *const *searched, const char *const *also)
{
  for (guint part = 0; part < xlsx_table_part_count (table); part++)
    {
      g_string_append_printf (self->formula, "%s%s(", part > 0 ? "+" : "", function);
      if (summed != NULL)
        {
          xlsx_table_append_range (table, part, summed, self->formula);
          g_string_append_c (self->formula, ',');
        }
      xlsx_table_append_range (table, part, searched[0], self->formula);
      g_string_append_printf (self->formula, ",%s", searched[1]);
      append_further (self, table, part, also);
      g_string_append_c (self->formula, ')');
    }
}

static void
put_total (const Summary *self, guint index, const TotalsRow *row)
{
  const Amount *amount = (gconstpointer) ((const char *) row + totals[index].offset);
  const XlsxCell cell = { self->row, (guint16) (index + 1) };
  g_autoptr (GString) criterion = g_string_new (NULL);
  /* What is left of an agreement that left the balance reports nobody knows. */
  g_autofree char *state
      = g_strdup_printf ("\"<>%s\"", report_word_of_state (AGREEMENT_UNREPORTED).text);
  const char *const still_reported[] = { "state", state };

  if (!amount->known)
    return;
  if (report_part (self->report) != NULL || !is_plain_criterion (row->currency)
      || !is_sum_safe (self, totals[index].table, totals[index].column, row->currency))
    {
      xlsx_sheet_put_amount (self->sheet, cell, amount->value, row->currency);
      return;
    }
  xlsx_cell_append ((XlsxCell){ self->row, 0 }, criterion);
  g_string_assign (self->formula, "ROUND(");
  append_each_part (self, self->tables[totals[index].table], "SUMIFS", totals[index].column,
                    (const char *[]){ "currency", criterion->str },
                    totals[index].table == REPORT_AGREEMENTS ? still_reported : NULL);
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

/* A line "what, how many": the rows of @table whose column @name holds the text in column A. The
   sheets of a part do not hold them all. */
static void
put_count (const Summary *self, guint16 column, ReportTable table, const char *name, gsize count)
{
  g_autoptr (GString) criterion = g_string_new (NULL);

  if (report_part (self->report) != NULL)
    {
      xlsx_sheet_put_count (self->sheet, (XlsxCell){ self->row, column }, (gint64) count);
      return;
    }
  xlsx_cell_append ((XlsxCell){ self->row, 0 }, criterion);
  g_string_truncate (self->formula, 0);
  append_each_part (self, self->tables[table], "COUNTIF", NULL,
                    (const char *[]){ name, criterion->str }, NULL);
  xlsx_sheet_put_count_formula (self->sheet, (XlsxCell){ self->row, column }, self->formula->str,
                                (gint64) count);
}

static void
begin_counts (Summary *self, const char *heading, const char *what, const char *counted)
{
  put (self, 0, heading, XLSX_STYLE_HEADING);
  self->row++;
  put (self, 0, what, XLSX_STYLE_HEADER);
  put (self, 1, counted, XLSX_STYLE_HEADER_NUMBER);
  self->row++;
}

static void
write_count (Summary *self, ReportTable table, const char *name, ReportWord word, gsize count)
{
  put (self, 0, word.text, XLSX_STYLE_TEXT);
  put_count (self, 1, table, name, count);
  self->row++;
}

static void
write_results (Summary *self)
{
  static const TieOutResult results[]
      = { TIE_OUT_AGREES, TIE_OUT_ROUNDING, TIE_OUT_DIFFERS, TIE_OUT_NOT_COMPARABLE };

  begin_counts (self, "Tie-out", self->reliable ? "Result" : "Result, as read", "Customer-months");
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    write_count (self, REPORT_TIE_OUT, "result", report_word_of_tie_out (results[i]),
                 report_counts_result (self->whole, results[i]));
  self->row++;
}

static void
write_states (Summary *self)
{
  static const AgreementState states[]
      = { AGREEMENT_ACTIVE, AGREEMENT_EXPIRING,    AGREEMENT_EXPIRED,
          AGREEMENT_USED,   AGREEMENT_NOT_STARTED, AGREEMENT_UNREPORTED };

  begin_counts (self, "Agreements", "State", "Agreements");
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    write_count (self, REPORT_AGREEMENTS, "state", report_word_of_state (states[i]),
                 report_counts_state (self->whole, states[i]));
  self->row++;
}

/* How many of the rows counted above it agree, but not to the cent. */
static void
write_inexact (Summary *self)
{
  ReportBuffer buffer = { 0 };
  gsize count = 0;

  for (gsize i = 0; i < report_row_count (self->whole, REPORT_TIE_OUT); i++)
    count += row_remarks_of_tie_out (report_read (self->whole, REPORT_TIE_OUT, i, &buffer)) != NULL
                 ? 1
                 : 0;
  self->row--;
  if (count > 0)
    {
      g_autofree char *text = g_strdup_printf (
          "%" G_GSIZE_FORMAT " of them agree%s within tolerance or rounding only: see the column "
          "Remark of the sheet Tie-out.",
          count, count == 1 ? "s" : "");

      put_wide (self, 0, text, XLSX_STYLE_WRAPPED);
      self->row++;
    }
  put_wide (self, 0, row_remarks_on_allowance (), XLSX_STYLE_WRAPPED);
  self->row += 2;
}

static void
write_findings (Summary *self)
{
  gsize counts[FINDING_CODE_COUNT] = { 0 };
  ReportBuffer buffer = { 0 };

  for (gsize i = 0; i < report_row_count (self->whole, REPORT_FINDINGS); i++)
    counts[((const FindingRow *) report_read (self->whole, REPORT_FINDINGS, i, &buffer))->code]++;
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

/* Before everything else. */
static void
write_alarm (Summary *self)
{
  g_autofree char *words = g_strchomp (reliability_words_of_report (self->report, NULL));
  g_autofree char *text = g_strdup_printf ("DO NOT RELY ON THESE FIGURES. %s", words);

  if (self->reliable)
    return;
  put_wide (self, 0, text, XLSX_STYLE_ALARM);
  xlsx_sheet_set_height (self->sheet, self->row, (guint) g_utf8_strlen (text, -1) / ALARM_LINE + 2);
  xlsx_sheet_set_alarm (self->sheet, "NOT RELIABLE");
  self->row++;
}

static void
write_fact (Summary *self, const char *name, const char *text)
{
  put (self, 0, name, XLSX_STYLE_TEXT);
  put_wide (self, 1, text, XLSX_STYLE_WRAPPED);
  self->row++;
}

static void
write_flag (Summary *self, const char *name, gboolean flag)
{
  put (self, 0, name, XLSX_STYLE_TEXT);
  xlsx_sheet_put_flag (self->sheet, (XlsxCell){ self->row, 1 }, flag);
  self->row++;
}

static void
write_head (Summary *self)
{
  g_autofree char *verdict = report_verdict (self->report, NULL);
  g_autofree char *month = origin_words_month (self->report, NULL);
  g_autofree char *options = origin_words_options (self->report, NULL);

  write_alarm (self);
  xlsx_sheet_set_height (self->sheet, self->row, 2);
  put (self, 0, "Azure Credit Offer reconciliation", XLSX_STYLE_TITLE);
  self->row++;
  put_wide (self, 0, verdict, XLSX_STYLE_WRAPPED);
  self->row += 2;
  put (self, 0, "As of", XLSX_STYLE_TEXT);
  xlsx_sheet_put_day (self->sheet, (XlsxCell){ self->row, 1 }, report_as_of (self->report));
  self->row++;
  write_flag (self, "Complete", report_is_complete (self->report));
  write_flag (self, "Reliable", self->reliable);
  write_fact (self, "Month", month);
  write_fact (self, "Options", options);
  write_fact (self, "Made by", origin_words_program ());
  put (self, 0, "An empty cell is a figure that is not known.", XLSX_STYLE_NOTE);
  self->row += 2;
}

void
xlsx_summary_write (const Report *report, XlsxTable *const *tables, XlsxSheet *sheet)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  Summary self = { .report = report,
                   .whole = report_whole (report),
                   .tables = tables,
                   .sheet = sheet,
                   .reliable = report_verdict_kind (report) != VERDICT_NOT_RELIABLE,
                   .formula = formula };

  write_head (&self);
  write_totals (&self);
  write_results (&self);
  write_inexact (&self);
  write_states (&self);
  write_findings (&self);
  for (guint16 i = 0; i < COLUMNS; i++)
    xlsx_sheet_set_width (
        sheet, i,
        i == 0 ? WIDTH_FIRST : CLAMP (xlsx_sheet_content_width (sheet, i), WIDTH_OTHER, WIDTH_MAX));
}
