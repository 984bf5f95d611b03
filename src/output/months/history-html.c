/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/history-html.h"

#include <string.h>

#include "core/answer/month-list.h"
#include "core/report/grouped-number.h"
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
  const HistoryCourse *course;
  GArray *lines; /* of MonthLine */
} HistoryPage;

/* A currency of the current version of a month. */
typedef struct
{
  const ListMonth *month;
  const ListFigures *figures;
} MonthLine;

static const HtmlColumn month_columns[]
    = { { "Month", HTML_COLUMN_FIXED },      { "Currency", HTML_COLUMN_TEXT },
        { "Used", HTML_COLUMN_NUMBER },      { "Invoiced", HTML_COLUMN_NUMBER },
        { "Forfeited", HTML_COLUMN_NUMBER }, { "Left", HTML_COLUMN_NUMBER },
        { "Version", HTML_COLUMN_NUMBER },   { "State", HTML_COLUMN_TEXT },
        { "Prepared by", HTML_COLUMN_TEXT }, { "Approved by", HTML_COLUMN_TEXT } };
static const HtmlTable month_table = { "months", month_columns, G_N_ELEMENTS (month_columns) };

static const HtmlColumn finding_columns[]
    = { { "Month", HTML_COLUMN_FIXED },      { "Open", HTML_COLUMN_NUMBER },
        { "Accepted", HTML_COLUMN_NUMBER },  { "Expected", HTML_COLUMN_NUMBER },
        { "Corrected", HTML_COLUMN_NUMBER }, { "Disputed", HTML_COLUMN_NUMBER },
        { "Gone", HTML_COLUMN_NUMBER } };
static const HtmlTable finding_table = { "ends", finding_columns, G_N_ELEMENTS (finding_columns) };

static const HtmlColumn event_columns[]
    = { { "Event", HTML_COLUMN_NUMBER }, { "At", HTML_COLUMN_FIXED }, { "What", HTML_COLUMN_TEXT },
        { "Month", HTML_COLUMN_FIXED },  { "By", HTML_COLUMN_TEXT },  { "Why", HTML_COLUMN_WIDE } };
static const HtmlTable event_table = { "events", event_columns, G_N_ELEMENTS (event_columns) };

/* Cells */

static void
append_text_cell (GString *out, const char *text)
{
  g_string_append (out, "<td>");
  html_text_append (out, text, TEXT_WIDTH);
  g_string_append (out, "</td>");
}

static void
append_count_cell (GString *out, guint64 count)
{
  g_string_append (out, "<td>");
  html_text_append_count (out, count);
  g_string_append (out, "</td>");
}

static void
append_amount_cell (GString *out, const Amount *amount)
{
  g_string_append (out, "<td>");
  html_text_append_amount (out, amount, 2, 2);
  g_string_append (out, "</td>");
}

static void
append_month_cell (GString *out, Month month)
{
  g_string_append (out, "<td>");
  html_text_append_month (out, month);
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
  append_month_cell (out, line->month->month);
  append_text_cell (out, figures != NULL ? figures->currency : NULL);
  append_amount_cell (out, figures != NULL ? &figures->balance_used : &unknown);
  append_amount_cell (out, figures != NULL ? &figures->invoice_credit : &unknown);
  append_amount_cell (out, figures != NULL ? &figures->forfeited : &unknown);
  append_amount_cell (out, &left);
  append_count_cell (out, line->month->version);
  append_text_cell (out, line->month->state);
  append_text_cell (out, line->month->preparer);
  append_text_cell (out, line->month->approver);
  g_string_append (out, "</tr>\n");
}

/* A line for each currency: what was left at the end of each month that is sealed. */
static void
append_left_picture (GString *out, const HistoryPage *self, const char *currency)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ChartPoint));
  g_autoptr (GString) text = g_string_new ("Left at the end of each month, ");

  g_string_append (text, currency);
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
      g_autofree char *amount = grouped_number_of_decimal (left.value, 2);
      g_array_append_val (points, point);
      g_string_append (text, points->len == 1 ? ": " : ", ");
      html_text_append_month (text, line->month->month);
      g_string_append_printf (text, " %s", amount);
    }
  if (points->len < 2)
    return;
  const ChartBalance chart = { .points = (const ChartPoint *) (gpointer) points->data,
                               .count = points->len,
                               .places = 2 };
  g_string_append (out, "<figure class=\"burndown\"><figcaption>Left, ");
  html_text_append (out, currency, TEXT_WIDTH);
  g_string_append (out, "</figcaption>");
  html_chart_balance (out, text->str, &chart);
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
  html_frame_append_rows (out, &month_table, "Months", &rows, "months.csv");
}

/* Findings */

static void
append_ends (GString *out, gconstpointer data, gsize index)
{
  const HistoryPage *self = data;
  const GArray *ends = self->course->findings;
  const CourseFindings *row = &g_array_index (ends, CourseFindings, ends->len - 1 - index);

  g_string_append (out, "<tr>");
  append_month_cell (out, row->month);
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

  g_string_append (out, "<p>By the last decision about each. Gone: of an earlier version of the "
                        "month, and not found any more when it was restated.</p>\n");
  html_frame_append_rows (out, &finding_table, "Findings by month", &rows, "resolutions.csv");
}

static void
append_agreements (GString *out, const HtmlFrame *frame)
{
  const HistoryPage *self = frame->data;
  history_html_agreements (out, self->course->balances);
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
  append_text_cell (out, row->what);
  append_month_cell (out, row->month);
  append_text_cell (out, row->by);
  append_text_cell (out, row->reason);
  g_string_append (out, "</tr>\n");
}

static void
append_events (GString *out, const HtmlFrame *frame)
{
  const HistoryPage *self = frame->data;
  const HtmlRows rows = { append_event, self, report_row_count (self->list, LIST_EVENTS) };

  html_frame_append_rows (out, &event_table, "Events", &rows, "events.csv");
}

/* The page */

/* "From 2026-08 to 2026-10: 9 agreements." (transfer full) */
static char *
verdict_of (const HistoryPage *self)
{
  const gsize count = report_row_count (self->list, LIST_MONTHS);
  const gsize agreements = report_row_count (self->course->balances, REPORT_AGREEMENTS);
  char first[MONTH_TEXT_SIZE], last[MONTH_TEXT_SIZE];

  if (count == 0)
    return g_strdup ("No month is sealed.");
  calendar_print_month (((const ListMonth *) report_row (self->list, LIST_MONTHS, 0))->month,
                        first);
  calendar_print_month (
      ((const ListMonth *) report_row (self->list, LIST_MONTHS, count - 1))->month, last);
  return g_strdup_printf ("From %s to %s: %" G_GSIZE_FORMAT " %s.", first, last, agreements,
                          agreements == 1 ? "agreement" : "agreements");
}

void
history_html_write (const Report *list, const HistoryCourse *course, Sink *sink)
{
  g_autoptr (GArray) lines = lines_of (list);
  const HistoryPage self = { list, course, lines };
  g_autofree char *verdict = verdict_of (&self);
  const HtmlFrameSection sections[]
      = { { "months", "Months", &month_table, append_months },
          { "findings", "Findings by month", &finding_table, append_findings },
          { "agreements", "Agreements", report_html_burn_down_table (), append_agreements },
          { "events", "Events", &event_table, append_events } };
  const HtmlFramePage page = { "Closed months", verdict, sections, G_N_ELEMENTS (sections) };

  html_frame_write_with (list, &page, &self, sink);
}
