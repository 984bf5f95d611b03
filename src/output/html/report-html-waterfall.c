/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-waterfall.h"

#include "base/language/language-number.h"
#include "base/printable.h"
#include "output/html/html-chart.h"
#include "output/html/html-text.h"
#include "output/waterfall-sums.h"

#define PICTURES_MAX 24 /* months per currency, the last ones */
#define CURRENCY_WIDTH 12

static const HtmlColumn columns[] = {
  { NC_ ("column", "Month"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Before PEC"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "\xe2\x88\x92 PEC"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Charges"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "\xe2\x88\x92 ACO"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "\xe2\x88\x92 Other credits"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "= Net"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "ACO available"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "ACO expected"), HTML_COLUMN_NUMBER },
};

/* What is available is known per customer only. */
static const HtmlTable table = { "waterfall", columns, G_N_ELEMENTS (columns) - 2 };
static const HtmlTable customer_table = { "waterfall1", columns, G_N_ELEMENTS (columns) };

const HtmlTable *
report_html_waterfall_table (void)
{
  return &table;
}

const HtmlTable *
report_html_waterfall_customer_table (void)
{
  return &customer_table;
}

static Decimal
before_pec (const WaterfallRow *row)
{
  return decimal_add (row->charges, row->pec_earned);
}

/* The pictures */

#define STEPS_MAX 6

typedef struct
{
  ChartScale chart;
  gboolean has_other; /* other credits; a step only where a month has some */
} PictureScale;

static guint
make_steps (const Language *language, const WaterfallRow *row, gboolean has_other,
            ChartStep steps[STEPS_MAX])
{
  const Decimal zero = decimal_from_int (0);
  Decimal before = before_pec (row);
  Decimal after_aco = decimal_subtract (row->charges, row->aco_used);
  guint count = 0;

  steps[count++] = (ChartStep){ NC_ ("step", "Before PEC"), "charges", zero, before, before };
  steps[count++] = (ChartStep){ NC_ ("step", "\xe2\x88\x92 PEC"), "pec", before, row->charges,
                                row->pec_earned };
  steps[count++]
      = (ChartStep){ NC_ ("step", "Charges"), "charges", zero, row->charges, row->charges };
  steps[count++] = (ChartStep){ NC_ ("step", "\xe2\x88\x92 ACO"), "aco", row->charges, after_aco,
                                row->aco_used };
  if (has_other)
    steps[count++] = (ChartStep){ NC_ ("step", "\xe2\x88\x92 Other"), "other", after_aco, row->net,
                                  row->other_credits };
  steps[count++] = (ChartStep){ NC_ ("step", "= Net"), "net", row->net, zero, row->net };
  for (guint i = 0; i < count; i++)
    steps[i].label = language_say_in (language, "step", steps[i].label);
  return count;
}

static PictureScale
picture_scale (const HtmlPage *page, const WaterfallRow *rows, guint count)
{
  PictureScale scale = { .chart.digits = 4 };

  for (guint i = 0; i < count; i++)
    scale.has_other |= !decimal_is_zero (rows[i].other_credits);
  for (guint i = 0; i < count; i++)
    {
      ChartStep steps[STEPS_MAX];
      guint step_count = make_steps (page->language, &rows[i], scale.has_other, steps);

      for (guint s = 0; s < step_count; s++)
        {
          g_autofree char *text = language_number_of_decimal (
              page->language, steps[s].shown, money_places_of (page->places, rows[i].currency));

          html_chart_include (&scale.chart.range, steps[s].from);
          html_chart_include (&scale.chart.range, steps[s].to);
          scale.chart.digits = MAX (scale.chart.digits, (guint) printable_width (text));
          scale.chart.label = MAX (scale.chart.label, (guint) printable_width (steps[s].label));
        }
    }
  if (count > 0)
    scale.chart.places = money_places_of (page->places, rows[0].currency);
  return scale;
}

static void
append_picture (GString *out, const HtmlPage *page, const WaterfallRow *row,
                const PictureScale *scale)
{
  const Language *language = page->language;
  const guint places = money_places_of (page->places, row->currency);
  g_autofree char *month = html_text_month (language, row->month);
  g_autoptr (GString) text = g_string_new (month);
  ChartStep steps[STEPS_MAX];
  guint count = make_steps (language, row, scale->has_other, steps);

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *amount = language_number_of_decimal (language, steps[i].shown, places);

      g_string_append_printf (text, "%s %s %s", i == 0 ? ":" : ",", steps[i].label, amount);
    }
  g_string_append (out, "<figure><figcaption>");
  html_text_append_month (out, language, row->month);
  g_string_append_c (out, ' ');
  html_text_append (out, row->currency, CURRENCY_WIDTH);
  g_string_append (out, "</figcaption>");
  html_chart_waterfall (out, language, text->str, steps, count, &scale->chart);
  g_string_append (out, "</figure>\n");
}

/* The months of one currency, to one scale. */
static void
append_currency (GString *out, const HtmlPage *page, const WaterfallRow *rows, guint count)
{
  guint skipped = count - MIN (count, PICTURES_MAX);
  PictureScale scale = picture_scale (page, rows + skipped, count - skipped);

  g_string_append (out, "<div class=\"pictures\">\n");
  for (guint i = skipped; i < count; i++)
    append_picture (out, page, &rows[i], &scale);
  g_string_append (out, "</div>\n");
}

static void
append_pictures (GString *out, const HtmlPage *page, const GArray *sums)
{
  const gsize start = out->len;
  const WaterfallRow *rows = (const WaterfallRow *) (gpointer) sums->data;

  for (guint begin = 0, end; begin < sums->len && out->len - start <= HTML_SHARE_WATERFALL_PICTURES;
       begin = end)
    {
      for (end = begin + 1;
           end < sums->len && g_strcmp0 (rows[begin].currency, rows[end].currency) == 0; end++)
        ;
      append_currency (out, page, rows + begin, end - begin);
    }
}

/* The tables */

static guint
row_places (const HtmlPage *page, guint places, const WaterfallRow *row)
{
  const guint least = money_places_of (page->places, row->currency);

  places = MAX (places, html_text_decimal_places (row->charges, least));
  places = MAX (places, html_text_decimal_places (row->aco_used, least));
  return MAX (places, html_text_decimal_places (row->net, least));
}

static void
append_row (GString *out, const HtmlPage *page, const WaterfallRow *row, guint places,
            gboolean of_customer)
{
  const guint least = money_places_of (page->places, row->currency);
  const Decimal amounts[] = { before_pec (row), row->pec_earned,    row->charges,
                              row->aco_used,    row->other_credits, row->net };
  const Amount *available[] = { &row->aco_available, &row->aco_expected };

  g_string_append (out, "<tr><td>");
  html_text_append_month (out, page->language, row->month);
  g_string_append (out, "</td><td>");
  html_text_append (out, row->currency, CURRENCY_WIDTH);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_string_append (out, "</td><td>");
      html_text_append_decimal (out, page->language, amounts[i], least, places);
    }
  for (gsize i = 0; of_customer && i < G_N_ELEMENTS (available); i++)
    {
      g_string_append (out, "</td><td>");
      html_text_append_amount (out, page->language, available[i], least, places);
    }
  g_string_append (out, "</td></tr>\n");
}

typedef struct
{
  const HtmlPage *page;
  const WaterfallRow *rows;
  guint places;
} Sums;

static void
append_sum (GString *out, gconstpointer data, gsize index)
{
  const Sums *self = data;

  append_row (out, self->page, &self->rows[index], self->places, FALSE);
}

static void
append_table (GString *out, const HtmlPage *page, const GArray *array)
{
  Sums sums = { page, (const WaterfallRow *) (gpointer) array->data, MONEY_PLACES };
  const HtmlRows rows = { append_sum, &sums, array->len };
  gsize shown;

  for (guint i = 0; i < array->len; i++)
    sums.places = row_places (page, sums.places, &sums.rows[i]);
  html_table_begin (
      out, page->language, &table,
      language_say (page->language, "Waterfall of all customers per month and currency"), FALSE);
  shown = html_table_append_rows (out, &rows, HTML_SHARE_WATERFALL);
  html_table_end (out);
  html_table_append_rest (out, page->language, shown, rows.count, NULL, REPORT_WATERFALL);
}

void
report_html_waterfall (GString *out, const HtmlPage *page)
{
  g_autoptr (GArray) sums = waterfall_sums_by_month (page->report);

  if (sums->len == 0)
    html_text_append_paragraph (out, NULL, language_say (page->language, "No invoice was read."));
  else
    {
      html_text_append_paragraph (
          out, NULL,
          language_say (page->language,
                        "All customers together. Partner Earned Credit (PEC) is part of the "
                        "invoice\xe2\x80\x99s prices, so that before PEC \xe2\x88\x92 PEC = "
                        "charges; charges \xe2\x88\x92 ACO \xe2\x88\x92 other credits = net."));
      append_pictures (out, page, sums);
      append_table (out, page, sums);
    }
}

void
report_html_waterfall_customer (GString *out, const HtmlPage *page, const HtmlCustomer *customer,
                                gsize max)
{
  const Report *report = page->report;
  gsize count = customer->count[REPORT_WATERFALL];
  gsize end = customer->first[REPORT_WATERFALL] + count;
  gsize begin = end - MIN (count, max);
  guint places = 2;

  if (count == 0)
    return;
  for (gsize i = begin; i < end; i++)
    places = row_places (page, places, report_row (report, REPORT_WATERFALL, i));
  const char *title = language_say_in (page->language, "heading", "Waterfall");

  g_string_append (out, "<h4>");
  html_text_append_escaped (out, title);
  g_string_append (out, "</h4>\n");
  html_table_begin (out, page->language, &customer_table, title, FALSE);
  for (gsize i = begin; i < end; i++)
    append_row (out, page, report_row (report, REPORT_WATERFALL, i), places, TRUE);
  html_table_end (out);
  html_table_append_rest (out, page->language, end - begin, count, NULL, REPORT_WATERFALL);
}
