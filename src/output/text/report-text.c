/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/report-text.h"

#include "core/report/grouped-number.h"
#include "output/case/cases-text.h"
#include "output/text/days-text.h"
#include "output/text/finding/findings-text.h"
#include "output/text/origin-words.h"
#include "output/text/report-text-agreements.h"
#include "output/text/report-text-part.h"
#include "output/text/report-verdict.h"
#include "output/text/row-remarks.h"
#include "output/text/totals-text.h"

#define ROWS_LISTED_MAX 40 /* beyond it, rows that are in order are only counted */

/* The verdict */

static TextEmphasis
verdict_emphasis (VerdictKind kind)
{
  switch (kind)
    {
    case VERDICT_NOT_RELIABLE:
      return TEXT_ERROR;
    case VERDICT_NOT_RECONCILED:
      return TEXT_WARNING;
    case VERDICT_RECONCILED:
    default:
      return TEXT_TITLE;
    }
}

static void
append_verdict (const ReportText *self, VerdictKind kind)
{
  g_autofree char *verdict = report_verdict (self->report);

  report_text_part_append_wrapped (self, verdict_emphasis (kind), verdict);
}

/* For whoever has nothing but this text: what it was made with. */
static void
append_origin (const ReportText *self)
{
  g_autofree char *month = origin_words_month (self->report);
  g_autofree char *options = origin_words_options (self->report);
  g_autofree char *text = g_strdup_printf ("Made by %s; month: %s; options: %s.",
                                           origin_words_program (), month, options);

  report_text_part_append_wrapped (self, TEXT_DIM, text);
}

/* The tie-out */

static gboolean
is_usage_known (const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const TieOutRow *) g_ptr_array_index (rows, i))->usage_credit.known)
      return TRUE;
  return FALSE;
}

static TextTable *
new_tie_out_table (const ReportText *self, gboolean with_usage)
{
  TextTable *table = text_table_new ();

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Month", TEXT_COLUMN_COMMON);
  text_table_add_column (table, report_text_part_by_width (self, "Currency", "Cur"),
                         TEXT_COLUMN_COMMON);
  text_table_add_column (table, report_text_part_by_width (self, "Balance used", "Balance"),
                         TEXT_COLUMN_RIGHT);
  text_table_add_column (table, report_text_part_by_width (self, "Invoice credit", "Invoice"),
                         TEXT_COLUMN_RIGHT);
  if (with_usage)
    text_table_add_column (table, report_text_part_by_width (self, "Usage credit", "Usage"),
                           TEXT_COLUMN_RIGHT);
  text_table_add_column (table, report_text_part_by_width (self, "Difference", "Diff."),
                         TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Result", TEXT_COLUMN_LEFT);
  return table;
}

/* Figures that are not reliable agree by chance. */
static TextEmphasis
tie_out_emphasis (const ReportText *self, const TieOutRow *row)
{
  if (report_word_tie_out_agrees (row->result))
    return self->reliable ? TEXT_DIM : TEXT_WARNING;
  return row->result == TIE_OUT_DIFFERS ? TEXT_ERROR : TEXT_WARNING;
}

/* A long result would take its columns from the customers' names. (transfer full) */
static char *
result_text (const ReportText *self, const TieOutRow *row)
{
  const char *remark = row_remarks_of_tie_out (row);
  const char *agrees = self->reliable ? "agrees" : "seems to agree";

  if (row->result == TIE_OUT_NOT_COMPARABLE)
    return g_strdup (report_text_part_by_width (self, "not-comparable", "not comp."));
  if (!report_word_tie_out_agrees (row->result))
    return g_strdup (report_word_of_tie_out (row->result).text);
  if (remark == NULL)
    return g_strdup (agrees);
  return self->reliable && report_text_part_by_width (self, NULL, remark) != NULL
             ? g_strdup (remark)
             : g_strdup_printf ("%s %s", agrees, remark);
}

static void
add_tie_out_row (const ReportText *self, TextTable *table, const TieOutRow *row,
                 gboolean with_usage)
{
  const guint places = money_places_of (self->places, row->currency);
  g_autofree char *result = result_text (self, row);

  text_table_add_row (table, tie_out_emphasis (self, row));
  report_text_part_add_customer (self, table, row->customer_id);
  text_table_add_month (table, row->month);
  text_table_add_cell (table, row->currency, 0);
  text_table_add_amount (table, &row->balance_used, places, "-");
  text_table_add_amount (table, &row->invoice_credit, places, "-");
  if (with_usage)
    text_table_add_amount (table, &row->usage_credit, places, "-");
  text_table_add_amount (table, &row->difference, places, "-");
  text_table_add_cell (table, result, 0);
}

/* "35 of 41 customer-months agree, 2 of them not to the cent, and are not listed; ..." */
static void
append_left_out (const ReportText *self, guint left_out, guint inexact, guint total)
{
  if (left_out == total)
    g_string_append_c (self->out, '\n');

  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *out = grouped_number_of_count (left_out);
  g_autofree char *all = grouped_number_of_count (total);
  g_autofree char *near = grouped_number_of_count (inexact);

  g_string_append_printf (text, "%s of %s customer-months %s", out, all,
                          self->reliable ? "agree" : "seem to agree");
  if (inexact > 0)
    g_string_append_printf (text, ", %s of them not to the cent,", near);
  g_string_append (text, " and are not listed; --all lists them.");
  report_text_part_append_wrapped (self, TEXT_PLAIN, text->str);
}

static void
append_tie_out (const ReportText *self)
{
  g_autoptr (GPtrArray) rows = report_text_part_rows_by_customer (self, REPORT_TIE_OUT);
  gboolean with_usage = is_usage_known (rows);
  g_autoptr (TextTable) table = new_tie_out_table (self, with_usage);
  guint left_out = 0, inexact = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const TieOutRow *row = g_ptr_array_index (rows, i);

      if (rows->len <= text_style_limit (self->style, ROWS_LISTED_MAX)
          || !report_word_tie_out_agrees (row->result))
        {
          add_tie_out_row (self, table, row, with_usage);
          continue;
        }
      left_out++;
      inexact += row_remarks_of_tie_out (row) != NULL ? 1 : 0;
    }
  if (text_table_row_count (table) > 0)
    report_text_part_append_table (self, table,
                                   self->reliable ? "TIE-OUT OF CREDIT USED"
                                                  : "TIE-OUT OF CREDIT USED, NOT RELIABLE");
  if (left_out > 0)
    append_left_out (self, left_out, inexact, rows->len);
}

/* How to see more */

static void
append_closing (const ReportText *self)
{
  g_autoptr (GString) text = g_string_new ("More: ");

  if (report_row_count (self->report, REPORT_FINDINGS) > 0)
    g_string_append (text, "acorecon explain CODE (what a finding means, what to do); ");
  if (report_part (self->report) != NULL)
    g_string_append (text, "the same without --customer, --code and --min (all of it); ");
  g_string_append (text, "--format json (every row); --output DIR (all tables as files).");
  g_string_append_c (self->out, '\n');
  report_text_part_append_wrapped (self, TEXT_DIM, text->str);
}

void
report_text_render (const Report *report, const TextStyle *style, GString *out)
{
  g_assert (report != NULL && style != NULL && out != NULL);

  g_autoptr (CustomerLabels) labels = customer_labels_new (report);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  const VerdictKind kind = report_verdict_kind (report);
  ReportText self = { .report = report,
                      .labels = labels,
                      .places = places,
                      .reliable = kind != VERDICT_NOT_RELIABLE,
                      .style = style,
                      .out = out };

  append_verdict (&self, kind);
  append_origin (&self);
  cases_text_render (report, labels, places, style, out);
  append_tie_out (&self);
  report_text_agreements (&self);
  days_text_render (report, labels, places, style, out);
  totals_text_render_waterfall (report, places, style, out);
  findings_text_render (report, labels, places, style, out);
  totals_text_render_totals (report, places, style, out);
  append_closing (&self);
}
