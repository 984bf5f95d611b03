/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/history-html.h"

#include <string.h>

#include "base/language/language-number.h"
#include "base/visible-text.h"
#include "core/answer/month-list.h"
#include "output/html/html-chart.h"
#include "output/html/html-frame.h"
#include "output/html/html-text.h"
#include "output/html/report-html-burn-down.h"
#include "output/months/history-html-agreements.h"

#define TEXT_WIDTH 120

/* What the sections are made from. */
typedef struct
{
  const Report *list;
  const Language *language;
  const HistoryCourse *course;
  GArray *lines; /* of MonthLine */
} HistoryPage;

/* A currency of the current version of a month. */
typedef struct
{
  const ListMonth *month;
  const ListFigures *figures;
} MonthLine;

static const HtmlColumn month_columns[] = { { NC_ ("column", "Month"), HTML_COLUMN_FIXED },
                                            { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
                                            { NC_ ("column", "Used"), HTML_COLUMN_NUMBER },
                                            { NC_ ("column", "Invoiced"), HTML_COLUMN_NUMBER },
                                            { NC_ ("column", "Forfeited"), HTML_COLUMN_NUMBER },
                                            { NC_ ("column", "Left"), HTML_COLUMN_NUMBER },
                                            { NC_ ("column", "Version"), HTML_COLUMN_NUMBER },
                                            { NC_ ("column", "State"), HTML_COLUMN_TEXT },
                                            { NC_ ("column", "Prepared by"), HTML_COLUMN_TEXT },
                                            { NC_ ("column", "Approved by"), HTML_COLUMN_TEXT } };
static const HtmlTable month_table = { "months", month_columns, G_N_ELEMENTS (month_columns) };

static const HtmlColumn finding_columns[] = { { NC_ ("column", "Month"), HTML_COLUMN_FIXED },
                                              { NC_ ("column", "Open"), HTML_COLUMN_NUMBER },
                                              { NC_ ("column", "Accepted"), HTML_COLUMN_NUMBER },
                                              { NC_ ("column", "Expected"), HTML_COLUMN_NUMBER },
                                              { NC_ ("column", "Corrected"), HTML_COLUMN_NUMBER },
                                              { NC_ ("column", "Disputed"), HTML_COLUMN_NUMBER },
                                              { NC_ ("column", "Gone"), HTML_COLUMN_NUMBER } };
static const HtmlTable finding_table = { "ends", finding_columns, G_N_ELEMENTS (finding_columns) };

static const HtmlColumn event_columns[] = {
  { NC_ ("column", "Event"), HTML_COLUMN_NUMBER }, { NC_ ("column", "At"), HTML_COLUMN_FIXED },
  { NC_ ("column", "What"), HTML_COLUMN_TEXT },    { NC_ ("column", "Month"), HTML_COLUMN_FIXED },
  { NC_ ("column", "By"), HTML_COLUMN_TEXT },      { NC_ ("column", "Why"), HTML_COLUMN_WIDE }
};
static const HtmlTable event_table = { "events", event_columns, G_N_ELEMENTS (event_columns) };

/* Cells */

static void
append_text_cell (GString *out, const char *text)
{
  g_string_append (out, "<td>");
  html_text_append (out, text, TEXT_WIDTH);
  g_string_append (out, "</td>");
}

/* One of the words of the history. */
static void
append_word_cell (GString *out, const HistoryPage *self, const char *word)
{
  append_text_cell (out, report_word_say (self->language, word));
}

static void
append_count_cell (GString *out, guint64 count)
{
  g_string_append (out, "<td>");
  html_text_append_count (out, count);
  g_string_append (out, "</td>");
}

static void
append_amount_cell (GString *out, const HistoryPage *self, const Amount *amount)
{
  g_string_append (out, "<td>");
  html_text_append_amount (out, self->language, amount, 2, 2);
  g_string_append (out, "</td>");
}

static void
append_month_cell (GString *out, const HistoryPage *self, Month month)
{
  g_string_append (out, "<td>");
  html_text_append_month (out, self->language, month);
  g_string_append (out, "</td>");
}

/* Months, the latest first */

/* A month without figures has one line, too. */
static GArray *
lines_of (const Report *list)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (MonthLine));

  for (gsize i = report_row_count (list, LIST_MONTHS); i-- > 0;)
    {
      MonthLine line = { .month = report_row (list, LIST_MONTHS, i) };

      if (strcmp (line.month->state, "superseded") == 0)
        continue;
      if (line.month->figures.count == 0)
        g_array_append_val (lines, line);
      for (gsize k = 0; k < line.month->figures.count; k++)
        {
          line.figures = (const ListFigures *) line.month->figures.elements + k;
          g_array_append_val (lines, line);
        }
    }
  return lines;
}

static Amount
left_of (const HistoryPage *self, const MonthLine *line)
{
  const CourseLeft *left
      = history_course_left (self->course, line->month->month, line->figures->currency);

  return left != NULL ? amount_known (left->left) : (Amount){ 0 };
}

static void
append_line (GString *out, gconstpointer data, gsize index)
{
  const HistoryPage *self = data;
  const MonthLine *line = &g_array_index (self->lines, MonthLine, index);
  const Amount unknown = { 0 };
  const Amount left = line->figures != NULL ? left_of (self, line) : unknown;
  const ListFigures *figures = line->figures;

  g_string_append (out, "<tr>");
  append_month_cell (out, self, line->month->month);
  append_text_cell (out, figures != NULL ? figures->currency : NULL);
  append_amount_cell (out, self, figures != NULL ? &figures->balance_used : &unknown);
  append_amount_cell (out, self, figures != NULL ? &figures->invoice_credit : &unknown);
  append_amount_cell (out, self, figures != NULL ? &figures->forfeited : &unknown);
  append_amount_cell (out, self, &left);
  append_count_cell (out, line->month->version);
  append_word_cell (out, self, line->month->state);
  append_text_cell (out, line->month->preparer);
  append_text_cell (out, line->month->approver);
  g_string_append (out, "</tr>\n");
}

/* A line for each currency: what was left at the end of each month that is sealed. */
static void
append_left_picture (GString *out, const HistoryPage *self, const char *currency)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ChartPoint));
  const Language *language = self->language;
  g_autoptr (GString) months = g_string_new (NULL);

  for (guint i = self->lines->len; i-- > 0;)
    {
      const MonthLine *line = &g_array_index (self->lines, MonthLine, i);
      if (line->figures == NULL || strcmp (line->figures->currency, currency) != 0)
        continue;
      const Amount left = left_of (self, line);
      const ChartPoint point
          = { .day = calendar_last_day (line->month->month), .left = left.value };
      if (!left.known)
        continue;
      g_autofree char *amount = language_number_of_decimal (language, left.value, 2);
      g_autofree char *month = html_text_month (language, line->month->month);
      g_array_append_val (points, point);
      g_string_append_printf (months, "%s%s %s", points->len == 1 ? "" : ", ", month, amount);
    }
  if (points->len < 2)
    return;
  const ChartBalance chart = { .points = (const ChartPoint *) (gpointer) points->data,
                               .count = points->len,
                               .places = 2 };
  g_autofree char *shown = visible_text (currency, TEXT_WIDTH);
  /* translators: an amount of money in this currency */
  g_autofree char *title = g_strdup_printf (language_say (language, "Left, %s"), shown);
  g_autofree char *text = g_strdup_printf (
      language_say (language, "Left at the end of each month, %s: %s"), currency, months->str);

  g_string_append (out, "<figure class=\"burndown\"><figcaption>");
  html_text_append_escaped (out, title);
  g_string_append (out, "</figcaption>");
  html_chart_balance (out, language, text, &chart);
  g_string_append (out, "</figure>\n");
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
append_left_pictures (GString *out, const HistoryPage *self)
{
  g_autoptr (GPtrArray) currencies = g_ptr_array_new ();

  for (guint i = 0; i < self->lines->len; i++)
    {
      const MonthLine *line = &g_array_index (self->lines, MonthLine, i);
      if (line->figures != NULL
          && !g_ptr_array_find_with_equal_func (currencies, line->figures->currency, g_str_equal,
                                                NULL))
        g_ptr_array_add (currencies, (gpointer) (guintptr) line->figures->currency);
    }
  g_ptr_array_sort (currencies, compare_names);
  for (guint i = 0; i < currencies->len; i++)
    append_left_picture (out, self, g_ptr_array_index (currencies, i));
}

static void
append_months (GString *out, const HtmlFrame *frame)
{
  const HistoryPage *self = frame->data;
  const HtmlRows rows = { append_line, self, self->lines->len };

  append_left_pictures (out, self);
  html_frame_append_rows (out, frame->language, &month_table, NC_ ("heading", "Months"), &rows,
                          "months.csv");
}

/* Findings */

static void
append_ends (GString *out, gconstpointer data, gsize index)
{
  const HistoryPage *self = data;
  const GArray *ends = self->course->findings;
  const CourseFindings *row = &g_array_index (ends, CourseFindings, ends->len - 1 - index);

  g_string_append (out, "<tr>");
  append_month_cell (out, self, row->month);
  append_count_cell (out, row->open);
  append_count_cell (out, row->accepted);
  append_count_cell (out, row->expected);
  append_count_cell (out, row->corrected);
  append_count_cell (out, row->disputed);
  append_count_cell (out, row->gone);
  g_string_append (out, "</tr>\n");
}

static void
append_findings (GString *out, const HtmlFrame *frame)
{
  const HistoryPage *self = frame->data;
  const HtmlRows rows = { append_ends, self, self->course->findings->len };

  html_text_append_paragraph (
      out, NULL,
      language_say (frame->language, "By the last decision about each. Gone: of an earlier version "
                                     "of the month, and not found any more when it was "
                                     "restated."));
  html_frame_append_rows (out, frame->language, &finding_table,
                          NC_ ("heading", "Findings by month"), &rows, "resolutions.csv");
}

static void
append_agreements (GString *out, const HtmlFrame *frame)
{
  const HistoryPage *self = frame->data;
  history_html_agreements (out, self->course->balances, self->language);
}

/* Events */

static void
append_event (GString *out, gconstpointer data, gsize index)
{
  const HistoryPage *self = data;
  const gsize count = report_row_count (self->list, LIST_EVENTS);
  const ListEvent *row = report_row (self->list, LIST_EVENTS, count - 1 - index);

  g_string_append (out, "<tr>");
  append_count_cell (out, row->n);
  append_text_cell (out, row->at);
  append_word_cell (out, self, row->what);
  append_month_cell (out, self, row->month);
  append_text_cell (out, row->by);
  append_text_cell (out, row->reason);
  g_string_append (out, "</tr>\n");
}

static void
append_events (GString *out, const HtmlFrame *frame)
{
  const HistoryPage *self = frame->data;
  const HtmlRows rows = { append_event, self, report_row_count (self->list, LIST_EVENTS) };

  html_frame_append_rows (out, frame->language, &event_table, NC_ ("heading", "Events"), &rows,
                          "events.csv");
}

/* The page */

/* "From 2026-08 to 2026-10: 9 agreements." (transfer full) */
static char *
verdict_of (const HistoryPage *self)
{
  const gsize count = report_row_count (self->list, LIST_MONTHS);
  const gsize agreements = report_row_count (self->course->balances, REPORT_AGREEMENTS);

  if (count == 0)
    return g_strdup (language_say (self->language, "No month is sealed."));
  const ListMonth *begin = report_row (self->list, LIST_MONTHS, 0);
  const ListMonth *end = report_row (self->list, LIST_MONTHS, count - 1);
  g_autofree char *first = html_text_month (self->language, begin->month);
  g_autofree char *last = html_text_month (self->language, end->month);
  g_autofree char *number = html_text_count (self->language, agreements);
  return g_strdup_printf (language_say_count (self->language, "From %s to %s: %s agreement.",
                                              "From %s to %s: %s agreements.", agreements),
                          first, last, number);
}

void
history_html_write (const Report *list, const HistoryCourse *course, const Language *language,
                    Sink *sink)
{
  g_autoptr (GArray) lines = lines_of (list);
  const HistoryPage self = { list, language, course, lines };
  g_autofree char *verdict = verdict_of (&self);
  const HtmlFrameSection sections[]
      = { { "months", NC_ ("heading", "Months"), &month_table, append_months },
          { "findings", NC_ ("heading", "Findings by month"), &finding_table, append_findings },
          { "agreements", NC_ ("heading", "Agreements"), report_html_burn_down_table (),
            append_agreements },
          { "events", NC_ ("heading", "Events"), &event_table, append_events } };
  const HtmlFramePage page = { language, language_say_in (language, "heading", "Closed months"),
                               verdict, sections, G_N_ELEMENTS (sections) };

  html_frame_write_with (list, &page, &self, sink);
}
