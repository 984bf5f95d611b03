/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/report-html-agreements.h"

#include "io/html-chart.h"
#include "io/html-text.h"

#define TABLE_BYTES_MAX (400 * 1024)
#define ROWS_LISTED_MAX 600 /* beyond it, only those that expired or will soon */
#define TIMELINE_DAYS_MAX \
  1461 /* before and after the as-of date: a date typed wrong would \
          press all others together */
#define ID_WIDTH 40
#define NAME_WIDTH 40
#define CURRENCY_WIDTH 12

static const HtmlColumn columns[] = {
  { "Customer", HTML_COLUMN_TEXT },    { "Agreement", HTML_COLUMN_TEXT },
  { "State", HTML_COLUMN_TEXT },       { "Effective", HTML_COLUMN_TEXT },
  { "Expiry", HTML_COLUMN_TEXT },      { "Timeline", HTML_COLUMN_WIDE },
  { "Days left", HTML_COLUMN_NUMBER }, { "Currency", HTML_COLUMN_TEXT },
  { "Granted", HTML_COLUMN_NUMBER },   { "Used", HTML_COLUMN_NUMBER },
  { "Forfeited", HTML_COLUMN_NUMBER }, { "Balance", HTML_COLUMN_NUMBER },
};

static const HtmlTable table = { "agreements", columns, G_N_ELEMENTS (columns) };

static const char *const states[]
    = { "not-started", "active", "expiring", "expired", "used", NULL };

const HtmlTable *
report_html_agreements_table (void)
{
  return &table;
}

/* granted = used + balance + forfeited so far */
static Decimal
agreement_forfeited (const AgreementRow *row)
{
  return decimal_subtract (decimal_subtract (row->granted, row->used_total), row->balance);
}

static gboolean
is_expired_or_expiring (const AgreementRow *row)
{
  return g_strcmp0 (row->state, "expired") == 0 || g_strcmp0 (row->state, "expiring") == 0;
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
append_timeline (GString *out, const AgreementRow *row, const ChartDays *days)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *style = row->state != NULL && g_strv_contains (states, row->state) ? row->state : "";

  html_append_day (text, row->effective_date);
  g_string_append (text, " to ");
  html_append_day (text, row->expiry_date);
  html_chart_span (out, text->str, days, row->effective_date, row->expiry_date, style);
}

/* The table */

static void
append_days_left (GString *out, const AgreementRow *row)
{
  if (row->days_left_known)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, row->days_left);
  else
    g_string_append (out, HTML_DASH);
}

static void
append_terms (GString *out, const AgreementRow *row, const ChartDays *days)
{
  g_string_append (out, "</td><td class=\"id\">");
  html_append_text (out, row->agreement_id, ID_WIDTH);
  g_string_append (out, "</td><td>");
  html_append_word (out, row->state, states);
  g_string_append (out, "</td><td>");
  html_append_day (out, row->effective_date);
  g_string_append (out, "</td><td>");
  html_append_day (out, row->expiry_date);
  g_string_append (out, "</td><td>");
  append_timeline (out, row, days);
  g_string_append (out, "</td><td>");
  append_days_left (out, row);
  g_string_append (out, "</td><td>");
  html_append_text (out, row->currency, CURRENCY_WIDTH);
}

static void
append_row (GString *out, const AgreementRow *row, const HtmlCustomers *customers,
            const ChartDays *days, guint places)
{
  const Decimal amounts[]
      = { row->granted, row->used_total, agreement_forfeited (row), row->balance };

  g_string_append (out, "<tr><td>");
  html_customers_append (customers, out, row->customer_id);
  append_terms (out, row, days);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_string_append (out, "</td><td>");
      html_append_decimal (out, amounts[i], places);
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
listed_rows (const Report *report, const HtmlCustomers *customers)
{
  gsize count = report_row_count (report, REPORT_AGREEMENTS);
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < count; i++)
    {
      const AgreementRow *row = report_row (report, REPORT_AGREEMENTS, i);

      if (count <= ROWS_LISTED_MAX || is_expired_or_expiring (row))
        g_ptr_array_add (rows, (gpointer) (guintptr) row);
    }
  g_ptr_array_sort_with_data (rows, compare_rows, (gpointer) (guintptr) customers);
  return rows;
}

static guint
row_places (guint places, const AgreementRow *row)
{
  places = MAX (places, html_decimal_places (row->granted));
  places = MAX (places, html_decimal_places (row->used_total));
  return MAX (places, html_decimal_places (row->balance));
}

static gsize
append_rows (GString *out, const GPtrArray *rows, const HtmlCustomers *customers,
             const ChartDays *days)
{
  gsize begin = out->len;
  guint places = 2;

  for (guint i = 0; i < MIN (rows->len, 2 * ROWS_LISTED_MAX); i++)
    places = row_places (places, g_ptr_array_index (rows, i));
  for (guint i = 0; i < rows->len; i++)
    {
      gsize before = out->len;

      append_row (out, g_ptr_array_index (rows, i), customers, days, places);
      if (out->len - begin > TABLE_BYTES_MAX)
        {
          g_string_truncate (out, before);
          return i;
        }
    }
  return rows->len;
}

static void
append_legend (GString *out, const ChartDays *days)
{
  if (days->now == DAY_NONE)
    return;
  g_string_append (out, "<p>In order of expiry. The timeline runs from ");
  html_append_day (out, days->first);
  g_string_append (out, " to ");
  html_append_day (out, days->last);
  g_string_append (out, "; the upright mark is the as-of date, ");
  html_append_day (out, days->now);
  g_string_append (out, ".</p>\n");
}

static const char *
left_out (gboolean lasting, gboolean others)
{
  if (!others)
    return "those that neither expired nor will soon are left out";
  return lasting ? "those that neither expired nor will soon, and others for which there is no "
                   "room, are left out"
                 : "there is no room for the others";
}

static void
append_table (GString *out, const GPtrArray *rows, gsize total, const HtmlCustomers *customers,
              const ChartDays *days)
{
  gsize begin = out->len, shown;

  html_table_append_tools (out, "State", 2, states);
  html_table_begin (out, &table, "Agreements in order of expiry", TRUE);
  shown = append_rows (out, rows, customers, days);
  html_table_end (out);
  html_table_insert_rest (out, begin, shown, total, left_out (rows->len < total, shown < rows->len),
                          "agreements.csv");
}

void
report_html_agreements (GString *out, const Report *report, const HtmlCustomers *customers)
{
  g_autoptr (GPtrArray) rows = listed_rows (report, customers);
  gsize total = report_row_count (report, REPORT_AGREEMENTS);
  ChartDays days = timeline_days (report, rows);

  g_string_append (out, "<section id=\"agreements\"><h2>Agreements</h2>\n");
  if (total == 0)
    g_string_append (out, "<p>No balance report, no agreements.</p>\n");
  else
    {
      append_legend (out, &days);
      append_table (out, rows, total, customers, &days);
    }
  g_string_append (out, "</section>\n");
}
