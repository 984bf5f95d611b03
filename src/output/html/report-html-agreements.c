/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-agreements.h"

#include "core/month/agreement-end.h"
#include "output/html/html-chart.h"
#include "output/html/html-text.h"
#include "output/text/row-remarks.h"

/* Beyond it, only those that expired, will soon or are not reported. */
#define ROWS_LISTED_MAX 600
/* Before and after the as-of date: a date typed wrong would press all others together. */
#define TIMELINE_DAYS_MAX 1461
#define ID_WIDTH 40
#define NAME_WIDTH 40
#define CURRENCY_WIDTH 12

static const HtmlColumn columns[] = {
  { NC_ ("column", "Customer"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Agreement"), HTML_COLUMN_TEXT },
  { NC_ ("column", "State"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Effective"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Expiry"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Timeline"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Days left"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Granted"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Used"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Forfeited"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Balance"), HTML_COLUMN_NUMBER },
};

static const HtmlTable table = { "agreements", columns, G_N_ELEMENTS (columns) };

const HtmlTable *
report_html_agreements_table (void)
{
  return &table;
}

/* Those that a large page shows, too. */
static gboolean
is_telling (const AgreementRow *row)
{
  return row->state == AGREEMENT_EXPIRED || row->state == AGREEMENT_EXPIRING
         || agreement_end_is_unreported (row);
}

/* What was lost, or is left, is not known. */
static gboolean
is_uncertain (const AgreementRow *row)
{
  return agreement_end_is_unreported (row) || agreement_end_is_unseen (row);
}

/* The timeline */

static void
include_day (ChartDays *days, Day day)
{
  if (day == DAY_NONE || ABS (day - days->now) > TIMELINE_DAYS_MAX)
    return;
  days->first = MIN (days->first, day);
  days->last = MAX (days->last, day);
}

/* The page is about the as-of date, so the timeline always holds it. */
static ChartDays
timeline_days (const Report *report, const GPtrArray *rows)
{
  Day now = report_as_of (report);
  ChartDays days = { .first = now, .last = now, .now = now };

  for (guint i = 0; i < rows->len; i++)
    {
      const AgreementRow *row = g_ptr_array_index (rows, i);

      include_day (&days, row->effective_date);
      include_day (&days, row->expiry_date);
    }
  return days;
}

static void
append_timeline (GString *out, const Language *language, const AgreementRow *row,
                 const ChartDays *days)
{
  g_autofree char *begin = html_text_day (language, row->effective_date);
  g_autofree char *end = html_text_day (language, row->expiry_date);
  g_autofree char *text = g_strdup_printf (language_say (language, "%s to %s"), begin, end);
  const ChartSpan span = { .from = row->effective_date,
                           .to = row->expiry_date,
                           .seen_to = is_uncertain (row) && row->last_month != MONTH_NONE
                                          ? calendar_last_day (row->last_month)
                                          : DAY_NONE,
                           .style = report_word_of_state (row->state).text };
  html_chart_span (out, text, days, &span);
}

/* The table */

typedef struct
{
  const HtmlPage *page;
  const GPtrArray *rows; /* of AgreementRow */
  const ChartDays *days;
  guint places;
} Agreements;

static void
append_days_left (GString *out, const AgreementRow *row)
{
  if (row->days_left_known)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, row->days_left);
  else
    g_string_append (out, HTML_DASH);
}

/* Below the bar: what is not known of it. */
static void
append_remark (GString *out, const HtmlPage *page, const AgreementRow *row)
{
  g_autofree char *remark = row_remarks_of_agreement (row, page->places);

  if (remark == NULL)
    return;
  g_string_append (out, "<small class=\"remark\">");
  html_text_append_escaped (out, remark);
  g_string_append (out, "</small>");
}

static void
append_terms (GString *out, const HtmlPage *page, const AgreementRow *row, const ChartDays *days)
{
  g_string_append (out, "</td><td class=\"id\">");
  html_text_append (out, row->agreement_id, ID_WIDTH);
  g_string_append (out, "</td><td>");
  html_text_append_word (out, page->language, report_word_of_state (row->state).text,
                         report_word_of_state (row->state).text);
  g_string_append (out, "</td><td>");
  html_text_append_day (out, page->language, row->effective_date);
  g_string_append (out, "</td><td>");
  html_text_append_day (out, page->language, row->expiry_date);
  g_string_append (out, "</td><td>");
  append_timeline (out, page->language, row, days);
  append_remark (out, page, row);
  g_string_append (out, "</td><td>");
  append_days_left (out, row);
  g_string_append (out, "</td><td>");
  html_text_append (out, row->currency, CURRENCY_WIDTH);
}

static void
append_row (GString *out, gconstpointer data, gsize index)
{
  const Agreements *self = data;
  const HtmlPage *page = self->page;
  const AgreementRow *row = g_ptr_array_index (self->rows, index);
  const guint least = money_places_of (page->places, row->currency);
  const gboolean uncertain = is_uncertain (row);
  const Amount amounts[] = { { TRUE, row->granted },
                             { TRUE, row->used_total },
                             { !uncertain, agreement_end_forfeited (row) },
                             { TRUE, row->balance } };

  g_string_append (out, "<tr><td>");
  html_customers_append (page->customers, out, row->customer_id);
  append_terms (out, page, row, self->days);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      /* A balance that was last seen then is no balance now. */
      g_string_append (out, uncertain && i + 1 == G_N_ELEMENTS (amounts)
                                ? "</td><td class=\"past\">"
                                : "</td><td>");
      html_text_append_amount (out, page->language, &amounts[i], least, self->places);
    }
  g_string_append (out, "</td></tr>\n");
}

/* By expiry, those without one last; then as people look them up. */
static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const AgreementRow *x = *(const AgreementRow *const *) a;
  const AgreementRow *y = *(const AgreementRow *const *) b;
  gint order;

  if (x->expiry_date != y->expiry_date)
    return (x->expiry_date == DAY_NONE
            || (y->expiry_date != DAY_NONE && x->expiry_date > y->expiry_date))
               ? 1
               : -1;
  order = html_customers_compare (data, x->customer_id, y->customer_id);
  return order != 0 ? order : (x > y) - (x < y);
}

static GPtrArray *
listed_rows (const HtmlPage *page)
{
  const Report *report = page->report;
  gsize count = report_row_count (report, REPORT_AGREEMENTS);
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < count; i++)
    {
      const AgreementRow *row = report_row (report, REPORT_AGREEMENTS, i);

      if (count <= ROWS_LISTED_MAX || is_telling (row))
        g_ptr_array_add (rows, (gpointer) (guintptr) row);
    }
  g_ptr_array_sort_with_data (rows, compare_rows, page->customers);
  return rows;
}

static guint
row_places (const HtmlPage *page, guint places, const AgreementRow *row)
{
  const guint least = money_places_of (page->places, row->currency);

  places = MAX (places, html_text_decimal_places (row->granted, least));
  places = MAX (places, html_text_decimal_places (row->used_total, least));
  return MAX (places, html_text_decimal_places (row->balance, least));
}

/* Of those that may fit. */
static guint
widest_places (const HtmlPage *page, const GPtrArray *rows)
{
  guint places = MONEY_PLACES;

  for (guint i = 0; i < MIN (rows->len, 2 * ROWS_LISTED_MAX); i++)
    places = row_places (page, places, g_ptr_array_index (rows, i));
  return places;
}

static void
append_legend (GString *out, const Language *language, const ChartDays *days)
{
  g_autofree char *first = html_text_day (language, days->first);
  g_autofree char *last = html_text_day (language, days->last);
  g_autofree char *now = html_text_day (language, days->now);

  if (days->now == DAY_NONE)
    return;
  g_autofree char *text = g_strdup_printf (
      language_say (language,
                    "In order of expiry. The timeline runs from %s to %s; the upright mark is the "
                    "as-of date, %s. Where a bar is pale, no balance report tells of that time."),
      first, last, now);
  html_text_append_paragraph (out, NULL, text);
}

static const char *
left_out (const Language *language, gboolean lasting, gboolean others)
{
  if (!others)
    return language_say (language, "those that go on are left out");
  return lasting ? language_say (language, "those that go on, and others for which there is no "
                                           "room, are left out")
                 : language_say (language, "there is no room for the others");
}

static void
append_tools (GString *out, const Language *language)
{
  const char *const states[] = { report_word_of_state (AGREEMENT_NOT_STARTED).text,
                                 report_word_of_state (AGREEMENT_ACTIVE).text,
                                 report_word_of_state (AGREEMENT_EXPIRING).text,
                                 report_word_of_state (AGREEMENT_EXPIRED).text,
                                 report_word_of_state (AGREEMENT_USED).text,
                                 report_word_of_state (AGREEMENT_UNREPORTED).text,
                                 NULL };

  const HtmlChoice choice = { NC_ ("column", "State"), "state", 2, states };

  html_table_append_tools (out, language, &choice, 1);
}

static void
append_table (GString *out, const HtmlPage *page, const GPtrArray *listed, gsize total,
              const ChartDays *days)
{
  const Agreements agreements = { page, listed, days, widest_places (page, listed) };
  const HtmlRows rows = { append_row, &agreements, listed->len };
  const Language *language = page->language;
  const gsize begin = out->len;
  g_autoptr (GString) rest = g_string_new (NULL);
  gsize shown;

  append_tools (out, language);
  html_table_begin (out, language, &table, language_say (language, "Agreements in order of expiry"),
                    TRUE);
  shown = html_table_append_fitting_rows (out, &rows, HTML_SHARE_AGREEMENTS);
  html_table_end (out);
  /* Above the table, whose rows had to be written to be counted. */
  html_table_append_rest (rest, language, shown, total,
                          left_out (language, rows.count < total, shown < rows.count),
                          REPORT_AGREEMENTS);
  g_string_insert_len (out, (gssize) begin, rest->str, (gssize) rest->len);
}

void
report_html_agreements (GString *out, const HtmlPage *page)
{
  g_autoptr (GPtrArray) rows = listed_rows (page);
  gsize total = report_row_count (page->report, REPORT_AGREEMENTS);
  ChartDays days = timeline_days (page->report, rows);

  if (total == 0)
    html_text_append_paragraph (out, NULL,
                                language_say (page->language, "No balance report, no agreements."));
  else
    {
      append_legend (out, page->language, &days);
      append_table (out, page, rows, total, &days);
    }
}
