/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-burn-down.h"

#include "base/language/language-number.h"
#include "core/month/agreement-end.h"
#include "output/html/html-chart.h"
#include "output/html/html-text.h"
#include "output/text/row-remarks.h"

#define ID_WIDTH 40
#define NAME_WIDTH 40
#define CURRENCY_WIDTH 12

static const HtmlColumn columns[] = {
  { NC_ ("column", "Month"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Opening"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "+ Granted"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "\xe2\x88\x92 Used"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "\xe2\x88\x92 Forfeited"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "+ Adjustment"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "= Closing"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Source"), HTML_COLUMN_WIDE },
};

static const HtmlTable table = { "burndown", columns, G_N_ELEMENTS (columns) };

const HtmlTable *
report_html_burn_down_table (void)
{
  return &table;
}

/* The picture */

/* What was there before the first month's use, where that is known, then the end of each month. */
static GArray *
chart_points (const Report *report, gsize begin, gsize end)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (ChartPoint));
  const RollForwardRow *first = report_row (report, REPORT_ROLLFORWARD, begin);

  if (first->opening.known && first->month != MONTH_NONE)
    {
      ChartPoint point = { .day = calendar_first_day (first->month),
                           .left = decimal_add (first->opening.value, first->granted) };

      g_array_append_val (points, point);
    }
  for (gsize i = begin; i < end; i++)
    {
      const RollForwardRow *row = report_row (report, REPORT_ROLLFORWARD, i);
      ChartPoint point = { .left = row->closing, .lost = row->forfeited };

      if (row->month == MONTH_NONE)
        continue;
      point.day = calendar_last_day (row->month);
      g_array_append_val (points, point);
    }
  return points;
}

static void
append_month_text (GString *text, const HtmlPage *page, const RollForwardRow *row)
{
  const Language *language = page->language;
  const guint places = money_places_of (page->places, row->currency);
  g_autofree char *month = html_text_month (language, row->month);
  g_autofree char *closing = language_number_of_decimal (language, row->closing, places);
  g_autofree char *forfeited = language_number_of_decimal (language, row->forfeited, places);

  if (decimal_is_zero (row->forfeited))
    g_string_append_printf (text, "%s %s", month, closing);
  else
    /* translators: month, balance, amount: "2026-08 580.00 (20.00 forfeited)" */
    g_string_append_printf (text, language_say (language, "%s %s (%s forfeited)"), month, closing,
                            forfeited);
}

/* The text alternative: "Balance by month: 2026-07 900.00, 2026-08 580.00". */
static char *
chart_text (const HtmlPage *page, gsize begin, gsize end)
{
  g_autoptr (GString) months = g_string_new (NULL);

  for (gsize i = begin; i < end; i++)
    {
      g_string_append (months, i == begin ? "" : ", ");
      append_month_text (months, page, report_row (page->report, REPORT_ROLLFORWARD, i));
    }
  return g_strdup_printf (language_say (page->language, "Balance by month: %s"), months->str);
}

/* Up to this day nobody knows what became of it: its end, or the as-of date if it may go on. */
static Day
unseen_to (const HtmlPage *page, const AgreementRow *agreement)
{
  if (agreement == NULL)
    return DAY_NONE;
  if (agreement_end_is_unseen (agreement))
    return agreement->expiry_date;
  return agreement_end_is_unreported (agreement) ? report_as_of (page->report) : DAY_NONE;
}

/* Where it goes if it is used on as of late: to nothing, or to what will be left at the end. */
static void
set_forecast (ChartBalance *chart, const AgreementRow *agreement)
{
  chart->forecast_day = DAY_NONE;
  if (agreement == NULL || chart->unseen_to != DAY_NONE || !agreement->burn.known)
    return;
  if (agreement->forecast_forfeit.known && decimal_sign (agreement->forecast_forfeit.value) > 0)
    {
      chart->forecast_day = agreement->expiry_date;
      chart->forecast_left = agreement->forecast_forfeit.value;
    }
  else
    chart->forecast_day = agreement->run_out_date;
}

static void
append_chart (GString *out, const HtmlPage *page, const AgreementRow *agreement, gsize begin,
              gsize end)
{
  const RollForwardRow *row = report_row (page->report, REPORT_ROLLFORWARD, begin);
  g_autoptr (GArray) points = chart_points (page->report, begin, end);
  g_autofree char *text = chart_text (page, begin, end);
  ChartBalance chart = { .points = (const ChartPoint *) (gpointer) points->data,
                         .count = points->len,
                         .expiry = agreement != NULL ? agreement->expiry_date : DAY_NONE,
                         .unseen_to = unseen_to (page, agreement),
                         .places = money_places_of (page->places, row->currency) };

  set_forecast (&chart, agreement);
  if (points->len > 0)
    html_chart_balance (out, page->language, text, &chart);
}

static void
append_remark (GString *out, const HtmlPage *page, const AgreementRow *agreement)
{
  g_autofree char *remark = row_remarks_of_agreement (agreement, page->places);

  if (remark == NULL)
    return;
  g_string_append (out, "<br><span class=\"remark\">");
  html_text_append_escaped (out, remark);
  g_string_append (out, "</span>");
}

static void
append_caption (GString *out, const HtmlPage *page, const RollForwardRow *row,
                const AgreementRow *agreement)
{
  g_string_append (out, "<figcaption>");
  html_text_append (out, row->credit_name, NAME_WIDTH);
  g_string_append_c (out, ' ');
  html_text_append (out, row->currency, CURRENCY_WIDTH);
  g_string_append (out, " <span class=\"id\">");
  html_text_append (out, row->agreement_id, ID_WIDTH);
  g_string_append (out, "</span>");
  if (agreement != NULL)
    {
      g_autofree char *day = html_text_day (page->language, agreement->expiry_date);
      /* translators: a state and a day: "expiring, expiry 2026-12-31" */
      g_autofree char *text = g_strdup_printf (
          language_say (page->language, "%s, expiry %s"),
          report_word_say (page->language, report_word_of_state (agreement->state).text), day);

      g_string_append (out, "<br><span>");
      html_text_append_escaped (out, text);
      g_string_append (out, "</span>");
      append_remark (out, page, agreement);
    }
  g_string_append (out, "</figcaption>");
}

/* The table */

static void
append_row (GString *out, const HtmlPage *page, const RollForwardRow *row, guint places)
{
  const guint least = money_places_of (page->places, row->currency);
  const Amount amounts[] = { row->opening,
                             { TRUE, row->granted },
                             row->used,
                             { TRUE, row->forfeited },
                             { TRUE, row->adjustment },
                             { TRUE, row->closing } };

  g_string_append (out, "<tr><td>");
  html_text_append_month (out, page->language, row->month);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_string_append (out, "</td><td>");
      html_text_append_amount (out, page->language, &amounts[i], least, places);
    }
  g_string_append (out, "</td><td>");
  html_text_append_source (out, row->file, row->line);
  g_string_append (out, "</td></tr>\n");
}

static guint
row_places (const HtmlPage *page, guint places, const RollForwardRow *row)
{
  const guint least = money_places_of (page->places, row->currency);

  places = MAX (places, html_text_decimal_places (row->granted, least));
  places = MAX (places, html_text_decimal_places (row->closing, least));
  if (row->used.known)
    places = MAX (places, html_text_decimal_places (row->used.value, least));
  return MAX (places, html_text_decimal_places (row->forfeited, least));
}

static void
append_table (GString *out, const HtmlPage *page, gsize begin, gsize end)
{
  const Report *report = page->report;
  guint places = 2;

  for (gsize i = begin; i < end; i++)
    places = row_places (page, places, report_row (report, REPORT_ROLLFORWARD, i));
  html_table_begin (out, page->language, &table,
                    language_say_in (page->language, "heading", "Roll-forward"), FALSE);
  for (gsize i = begin; i < end; i++)
    append_row (out, page, report_row (report, REPORT_ROLLFORWARD, i), places);
  html_table_end (out);
}

void
report_html_burn_down (GString *out, const HtmlPage *page, const AgreementRow *agreement,
                       gsize first, gsize count, gsize max)
{
  gsize end = first + count;
  gsize begin = end - MIN (count, max);

  if (count == 0)
    return;
  g_string_append (out, "<div class=\"credit\"><figure class=\"burndown\">");
  append_caption (out, page, report_row (page->report, REPORT_ROLLFORWARD, begin), agreement);
  append_chart (out, page, agreement, begin, end);
  g_string_append (out, "</figure>\n");
  append_table (out, page, begin, end);
  g_string_append (out, "</div>\n");
  html_table_append_rest (out, page->language, end - begin, count, NULL, REPORT_ROLLFORWARD);
}
