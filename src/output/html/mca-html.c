/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/mca-html.h"

#include "base/language/language-number.h"
#include "core/mca/mca-rows.h"
#include "output/html/html-chart.h"
#include "output/html/html-frame.h"
#include "output/html/html-text.h"
#include "output/text/mca-text.h"

#define TEXT_WIDTH 60
#define BURN_DOWNS_MAX 60 /* pictures */

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
append_amount_cell (GString *out, const HtmlFrame *frame, const char *currency, Amount amount)
{
  const guint places = money_places_of (frame->places, currency);

  g_string_append (out, "<td>");
  html_text_append_amount (out, frame->language, &amount, places, places);
  g_string_append (out, "</td>");
}

static const char *
name_of (const char *name, const char *id)
{
  return name != NULL ? name : id;
}

/* Balances */

static const HtmlColumn balance_columns[] = {
  { NC_ ("column", "Billing profile"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Available"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Current"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Adjustments"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Pending charges"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Expired"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Estimated"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Expected"), HTML_COLUMN_NUMBER },
};
static const HtmlTable balance_table
    = { "balances", balance_columns, G_N_ELEMENTS (balance_columns) };

static void
append_balance (GString *out, gconstpointer data, gsize index)
{
  const HtmlFrame *frame = data;
  const McaProfileRow *row = report_row (frame->report, MCA_TABLE_PROFILES, index);
  const Amount amounts[]
      = { row->available, row->current,   row->pending_adjustments, row->pending_charges,
          row->expired,   row->estimated, row->expected_estimated };

  g_string_append (out, "<tr>");
  append_text_cell (out, name_of (row->profile_name, row->profile_id));
  append_text_cell (out, row->currency);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    append_amount_cell (out, frame, row->currency, amounts[i]);
  g_string_append (out, "</tr>\n");
}

static void
append_balances (GString *out, const HtmlFrame *frame)
{
  const HtmlRows rows
      = { append_balance, frame, report_row_count (frame->report, MCA_TABLE_PROFILES) };

  html_frame_append_rows (out, frame->language, &balance_table, NC_ ("heading", "Balances"), &rows,
                          "profiles.csv");
}

/* Credits */

static const HtmlColumn lot_columns[] = {
  { NC_ ("column", "Source"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Billing profile"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Start date"), HTML_COLUMN_FIXED },
  { NC_ ("column", "Expiration date"), HTML_COLUMN_FIXED },
  { NC_ ("column", "Runs"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Remaining amount"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Original amount"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Status"), HTML_COLUMN_TEXT },
};
static const HtmlTable lot_table = { "lots", lot_columns, G_N_ELEMENTS (lot_columns) };

typedef struct
{
  const HtmlFrame *frame;
  ChartDays days;
} Lots;

static Day
as_of (const HtmlFrame *frame)
{
  return ((const McaHead *) report_head (frame->report))->as_of;
}

/* From the first start to the last expiration of all of them. */
static ChartDays
days_of (const HtmlFrame *frame)
{
  ChartDays days = { .now = as_of (frame) };

  for (gsize i = 0; i < report_row_count (frame->report, MCA_TABLE_LOTS); i++)
    {
      const McaLotRow *row = report_row (frame->report, MCA_TABLE_LOTS, i);
      const Day ends[] = { row->start_date, row->expiration_date };

      for (guint k = 0; k < 2; k++)
        if (ends[k] != DAY_NONE)
          {
            days.first = days.first == DAY_NONE ? ends[k] : MIN (days.first, ends[k]);
            days.last = MAX (days.last, ends[k]);
          }
    }
  return days;
}

static void
append_span (GString *out, const Lots *self, const McaLotRow *row)
{
  const gboolean is_reversed = row->start_date != DAY_NONE && row->expiration_date != DAY_NONE
                               && row->start_date > row->expiration_date;
  const ChartSpan span
      = { .from = row->start_date, .to = row->expiration_date, .style = row->status };

  g_string_append (out, "<td>");
  if (self->days.first != DAY_NONE && self->days.first < self->days.last && !is_reversed)
    html_chart_span (out, report_word_say (self->frame->language, row->status), &self->days, &span);
  g_string_append (out, "</td>");
}

static void
append_lot (GString *out, gconstpointer data, gsize index)
{
  const Lots *self = data;
  const McaLotRow *row = report_row (self->frame->report, MCA_TABLE_LOTS, index);

  g_string_append (out, "<tr>");
  append_text_cell (out, name_of (row->source, row->kind));
  append_text_cell (out, name_of (row->profile_name, row->profile_id));
  append_day_cell (out, self->frame, row->start_date);
  append_day_cell (out, self->frame, row->expiration_date);
  append_span (out, self, row);
  append_amount_cell (out, self->frame, row->currency, row->remaining);
  append_amount_cell (out, self->frame, row->currency, row->original);
  append_text_cell (out, row->currency);
  g_string_append (out, "<td>");
  html_text_append_word (out, self->frame->language, row->status, row->status);
  g_string_append (out, "</td></tr>\n");
}

static void
append_lots (GString *out, const HtmlFrame *frame)
{
  const Lots lots = { frame, days_of (frame) };
  const HtmlRows rows = { append_lot, &lots, report_row_count (frame->report, MCA_TABLE_LOTS) };

  html_frame_append_rows (out, frame->language, &lot_table, NC_ ("heading", "Credits"), &rows,
                          "lots.csv");
}

/* What was used of each */

static gboolean
has_picture (const McaLotRow *row, Day day)
{
  return row->original.known && row->remaining.known && !row->mixed && day != DAY_NONE
         && row->start_date != DAY_NONE && row->start_date < day
         && (row->expiration_date == DAY_NONE || row->start_date < row->expiration_date);
}

static void
append_picture (GString *out, const HtmlFrame *frame, const McaLotRow *row, Day day)
{
  const guint places = money_places_of (frame->places, row->currency);
  const Day seen = row->expiration_date != DAY_NONE ? MIN (day, row->expiration_date) : day;
  const ChartPoint points[] = { { .day = row->start_date, .left = row->original.value },
                                { .day = seen, .left = row->remaining.value } };
  const ChartBalance balance
      = { .points = points, .count = 2, .expiry = row->expiration_date, .places = places };
  const Language *language = frame->language;
  g_autofree char *left = language_number_of_decimal (language, row->remaining.value, places);
  g_autofree char *granted = language_number_of_decimal (language, row->original.value, places);
  g_autofree char *text = g_strdup_printf (language_say (language, "%s of %s left"), left, granted);

  g_string_append (out, "<figure class=\"burndown\"><figcaption>");
  html_text_append (out, name_of (row->source, row->kind), TEXT_WIDTH);
  g_string_append (out, ", ");
  html_text_append (out, row->currency, TEXT_WIDTH);
  g_string_append (out, ": ");
  html_text_append_escaped (out, text);
  g_string_append (out, "</figcaption>\n");
  html_chart_balance (out, language, text, &balance);
  g_string_append (out, "</figure>\n");
}

static void
append_burn_downs (GString *out, const HtmlFrame *frame)
{
  g_autoptr (GString) pictures = g_string_new (NULL);
  const Language *language = frame->language;
  const Day day = as_of (frame);
  guint shown = 0;

  for (gsize i = 0; i < report_row_count (frame->report, MCA_TABLE_LOTS); i++)
    {
      const McaLotRow *row = report_row (frame->report, MCA_TABLE_LOTS, i);
      if (has_picture (row, day) && shown++ < BURN_DOWNS_MAX)
        append_picture (pictures, frame, row, day);
    }
  if (shown > 0)
    g_string_append_printf (out, "<div class=\"pictures\">\n%s</div>\n", pictures->str);
  else
    html_text_append_paragraph (
        out, NULL, language_say (language, "No credit had begun on the day of the report."));
  if (shown > BURN_DOWNS_MAX)
    {
      g_autofree char *text
          = g_strdup_printf (language_say_count (language, "Shown: %d of %u credit.",
                                                 "Shown: %d of %u credits.", shown),
                             BURN_DOWNS_MAX, shown);

      html_text_append_paragraph (out, "rest", text);
    }
}

/* Transactions */

static const HtmlColumn event_columns[] = {
  { NC_ ("column", "Date"), HTML_COLUMN_FIXED },
  { NC_ ("column", "Type"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Description"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Invoice"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Billing profile"), HTML_COLUMN_TEXT },
  { NC_ ("column", "New credit"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Adjustments"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Charges"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Expired"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Balance"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
};
static const HtmlTable event_table = { "events", event_columns, G_N_ELEMENTS (event_columns) };

static void
append_event (GString *out, gconstpointer data, gsize index)
{
  const HtmlFrame *frame = data;
  const McaEventRow *row = report_row (frame->report, MCA_TABLE_EVENTS, index);
  const Amount amounts[]
      = { row->new_credit, row->adjustments, row->charges, row->expired, row->closing };

  g_string_append (out, "<tr>");
  append_day_cell (out, frame, row->date);
  append_text_cell (out, row->type);
  append_text_cell (out, row->description);
  append_text_cell (out, row->invoice);
  append_text_cell (out, name_of (row->profile_name, row->profile_id));
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    append_amount_cell (out, frame, row->currency, amounts[i]);
  append_text_cell (out, row->currency);
  g_string_append (out, "</tr>\n");
}

static void
append_events (GString *out, const HtmlFrame *frame)
{
  const HtmlRows rows = { append_event, frame, report_row_count (frame->report, MCA_TABLE_EVENTS) };

  html_frame_append_rows (out, frame->language, &event_table, NC_ ("heading", "Transactions"),
                          &rows, "events.csv");
}

void
mca_html_write (const Report *report, const Language *language, Sink *sink)
{
  const HtmlFrameSection sections[] = {
    { "balances", NC_ ("heading", "Balances"), &balance_table, append_balances },
    { "credits", NC_ ("heading", "Credits"), &lot_table, append_lots },
    { "burn-down", NC_ ("heading", "What is left of each credit"), NULL, append_burn_downs },
    { "transactions", NC_ ("heading", "Transactions"), &event_table, append_events },
    { "findings", NC_ ("heading", "Findings"), html_frame_findings_table (),
      html_frame_append_findings },
  };
  g_autofree char *verdict = mca_text_verdict (report, language);
  const HtmlFramePage page
      = { language, language_say (language, "Azure credits of a Microsoft Customer Agreement"),
          verdict, sections, G_N_ELEMENTS (sections) };

  html_frame_write (report, &page, sink);
}
