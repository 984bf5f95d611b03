/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/credit-html.h"

#include "core/credit/credit-rows.h"
#include "output/html/html-frame.h"
#include "output/html/html-text.h"
#include "output/text/credit-text.h"

#define TEXT_WIDTH 60

static const HtmlColumn columns[] = { { NC_ ("column", "Kind"), HTML_COLUMN_TEXT },
                                      { NC_ ("column", "Owner"), HTML_COLUMN_WIDE },
                                      { NC_ ("column", "Credit"), HTML_COLUMN_WIDE },
                                      { NC_ ("column", "Granted"), HTML_COLUMN_NUMBER },
                                      { NC_ ("column", "Used"), HTML_COLUMN_NUMBER },
                                      { NC_ ("column", "Left"), HTML_COLUMN_NUMBER },
                                      { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
                                      { NC_ ("column", "State"), HTML_COLUMN_TEXT },
                                      { NC_ ("column", "End"), HTML_COLUMN_FIXED },
                                      { NC_ ("column", "Days left"), HTML_COLUMN_NUMBER },
                                      { NC_ ("column", "At risk"), HTML_COLUMN_NUMBER } };
static const HtmlTable table = { "credits", columns, G_N_ELEMENTS (columns) };

static void
append_text_cell (GString *out, const char *text)
{
  g_string_append (out, "<td>");
  html_text_append (out, text, TEXT_WIDTH);
  g_string_append (out, "</td>");
}

static void
append_amount_cell (GString *out, const HtmlFrame *frame, const Amount *amount, guint places)
{
  g_string_append (out, "<td>");
  html_text_append_amount (out, frame->language, amount, places, places);
  g_string_append (out, "</td>");
}

static void
append_end_cells (GString *out, const HtmlFrame *frame, const CreditRow *row)
{
  g_string_append (out, "<td>");
  html_text_append_day (out, frame->language, row->end_date);
  if (row->days_left_known)
    g_string_append_printf (out, "</td><td>%" G_GINT64_FORMAT "</td>", row->days_left);
  else
    g_string_append (out, "</td><td>" HTML_DASH "</td>");
}

static void
append_credit (GString *out, gconstpointer data, gsize index)
{
  const HtmlFrame *frame = data;
  const CreditRow *row = report_row (frame->report, CREDIT_TABLE_CREDITS, index);
  const guint places = money_places_of (frame->places, row->currency);

  g_string_append (out, "<tr>");
  append_text_cell (out, row->kind);
  append_text_cell (out, row->owner != NULL ? row->owner : row->owner_id);
  append_text_cell (out, row->credit != NULL ? row->credit : row->credit_id);
  append_amount_cell (out, frame, &row->granted, places);
  append_amount_cell (out, frame, &row->used, places);
  append_amount_cell (out, frame, &row->left, places);
  append_text_cell (out, row->currency);
  append_text_cell (out, row->state);
  append_end_cells (out, frame, row);
  append_amount_cell (out, frame, &row->at_risk, places);
  g_string_append (out, "</tr>\n");
}

static void
append_credits (GString *out, const HtmlFrame *frame)
{
  const HtmlRows rows
      = { append_credit, frame, report_row_count (frame->report, CREDIT_TABLE_CREDITS) };

  html_frame_append_rows (out, frame->language, &table, NC_ ("heading", "Credits"), &rows,
                          "credits.csv");
}

void
credit_html_write (const Report *report, const Language *language, Sink *sink)
{
  const HtmlFrameSection sections[]
      = { { "credits", NC_ ("heading", "Credits"), &table, append_credits } };
  g_autofree char *verdict = credit_text_verdict (report, language);
  const HtmlFramePage page = { language, language_say (language, "All credits"), verdict, sections,
                               G_N_ELEMENTS (sections) };

  html_frame_write (report, &page, sink);
}
