/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/apply-html.h"

#include "core/mca/apply-rows.h"
#include "output/html/html-frame.h"
#include "output/html/html-text.h"
#include "output/text/apply-text.h"

#define TEXT_WIDTH 60

static void
append_text_cell (GString *out, const char *text)
{
  g_string_append (out, "<td>");
  html_text_append (out, text, TEXT_WIDTH);
  g_string_append (out, "</td>");
}

static void
append_day_cell (GString *out, const HtmlFrame *frame, Day day)
{
  g_string_append (out, "<td>");
  html_text_append_day (out, frame->language, day);
  g_string_append (out, "</td>");
}

static void
append_amount_cells (GString *out, const HtmlFrame *frame, const char *currency,
                     const Amount *amounts, guint count)
{
  const guint places = money_places_of (frame->places, currency);

  for (guint i = 0; i < count; i++)
    {
      g_string_append (out, "<td>");
      html_text_append_amount (out, frame->language, &amounts[i], places, places);
      g_string_append (out, "</td>");
    }
}

/* Sums */

static const HtmlColumn sum_columns[] = {
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Charges"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Refunds"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Not covered"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Eligible"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Paid by credits"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Due"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Lapsed"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Left of credits"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Nothing left on"), HTML_COLUMN_FIXED },
};
static const HtmlTable sum_table = { "sums", sum_columns, G_N_ELEMENTS (sum_columns) };

static void
append_sum (GString *out, gconstpointer data, gsize index)
{
  const HtmlFrame *frame = data;
  const ApplySummaryRow *row = report_row (frame->report, APPLY_TABLE_SUMMARY, index);
  const Amount amounts[] = { amount_known (row->charges),     amount_known (row->refunds),
                             amount_known (row->not_covered), amount_known (row->eligible),
                             amount_known (row->credit),      amount_known (row->due),
                             amount_known (row->lapsed),      amount_known (row->closing) };

  g_string_append (out, "<tr>");
  append_text_cell (out, row->currency);
  append_amount_cells (out, frame, row->currency, amounts, G_N_ELEMENTS (amounts));
  append_day_cell (out, frame, row->zero_on);
  g_string_append (out, "</tr>\n");
}

static void
append_sums (GString *out, const HtmlFrame *frame)
{
  const HtmlRows rows
      = { append_sum, frame, report_row_count (frame->report, APPLY_TABLE_SUMMARY) };

  html_frame_append_rows (out, frame->language, &sum_table, NC_ ("heading", "Sums"), &rows,
                          "summary.csv");
}

/* Lots */

static const HtmlColumn lot_columns[] = {
  { NC_ ("column", "Lot"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Source"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Start date"), HTML_COLUMN_FIXED },
  { NC_ ("column", "Expiration date"), HTML_COLUMN_FIXED },
  { NC_ ("column", "Opening"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Used"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Lapsed"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Closing"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
};
static const HtmlTable lot_table = { "lots", lot_columns, G_N_ELEMENTS (lot_columns) };

static void
append_lot (GString *out, gconstpointer data, gsize index)
{
  const HtmlFrame *frame = data;
  const ApplyLotRow *row = report_row (frame->report, APPLY_TABLE_LOTS, index);
  const Amount amounts[]
      = { row->opening, amount_known (row->used), amount_known (row->lapsed), row->closing };

  g_string_append (out, "<tr>");
  append_text_cell (out, row->lot_id);
  append_text_cell (out, row->source);
  append_day_cell (out, frame, row->start_date);
  append_day_cell (out, frame, row->expiration_date);
  append_amount_cells (out, frame, row->currency, amounts, G_N_ELEMENTS (amounts));
  append_text_cell (out, row->currency);
  g_string_append (out, "</tr>\n");
}

static void
append_lots (GString *out, const HtmlFrame *frame)
{
  const HtmlRows rows = { append_lot, frame, report_row_count (frame->report, APPLY_TABLE_LOTS) };

  html_frame_append_rows (out, frame->language, &lot_table, NC_ ("heading", "Credits"), &rows,
                          "lots.csv");
}

/* Charges */

static const HtmlColumn charge_columns[] = {
  { NC_ ("column", "Date"), HTML_COLUMN_FIXED },
  { NC_ ("column", "Product"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Amount"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Paid by credits"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Due"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Because"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Where"), HTML_COLUMN_TEXT },
};
static const HtmlTable charge_table = { "charges", charge_columns, G_N_ELEMENTS (charge_columns) };

typedef struct
{
  const HtmlFrame *frame;
  ReportBuffer *buffer; /* of the rows, which are read one after the other */
} Charges;

static void
append_charge (GString *out, gconstpointer data, gsize index)
{
  const Charges *self = data;
  const ApplyChargeRow *row
      = report_read (self->frame->report, APPLY_TABLE_CHARGES, index, self->buffer);
  const Amount amounts[]
      = { amount_known (row->amount), amount_known (row->credit), amount_known (row->due) };

  g_string_append (out, "<tr>");
  append_day_cell (out, self->frame, row->date);
  append_text_cell (out, row->product);
  append_amount_cells (out, self->frame, row->currency, amounts, G_N_ELEMENTS (amounts));
  append_text_cell (out, row->currency);
  append_text_cell (out, row->rule != NULL ? row->rule : row->due_reason);
  g_string_append (out, "<td class=\"source\">");
  html_text_append_source (out, row->file, row->line);
  g_string_append (out, "</td></tr>\n");
}

static void
append_charges (GString *out, const HtmlFrame *frame)
{
  ReportBuffer buffer = { 0 };
  const Charges charges = { frame, &buffer };
  const HtmlRows rows
      = { append_charge, &charges, report_row_count (frame->report, APPLY_TABLE_CHARGES) };

  html_frame_append_rows (out, frame->language, &charge_table, NC_ ("heading", "Charges"), &rows,
                          "charges.csv");
}

void
apply_html_write (const Report *report, const Language *language, Sink *sink)
{
  const HtmlFrameSection sections[] = {
    { "sums", NC_ ("heading", "Charges and credits"), &sum_table, append_sums },
    { "credits", NC_ ("heading", "Credits"), &lot_table, append_lots },
    { "charges", NC_ ("heading", "Charges"), &charge_table, append_charges },
    { "findings", NC_ ("heading", "Findings"), html_frame_findings_table (),
      html_frame_append_findings },
  };
  g_autofree char *verdict = apply_text_verdict (report, language);
  const HtmlFramePage page = { language, language_say (language, "Azure credits against charges"),
                               verdict, sections, G_N_ELEMENTS (sections) };

  html_frame_write (report, &page, sink);
}
