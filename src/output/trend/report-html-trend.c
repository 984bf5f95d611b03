/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/trend/report-html-trend.h"

#include "base/language/language-number.h"
#include "output/html/html-chart.h"
#include "output/html/html-text.h"
#include "output/trend/trend-sums.h"

#define PICTURES_BYTES_MAX (HTML_SHARE_TREND / 2)
#define PICTURE_MONTHS_MAX 36 /* the last ones */
#define CURRENCY_WIDTH 12

/* A picture: what is left as a line, below it the bars of each month. */
#define WIDTH 360
#define HEIGHT 150
#define LEFT_TOP 20
#define LEFT_BOTTOM 66
#define BARS_TOP 92
#define BARS_BOTTOM 130
#define BAR_WIDTH_MAX 14
#define LABEL_WIDTH 66

static const HtmlColumn columns[] = {
  { NC_ ("column", "Month"), HTML_COLUMN_FIXED },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Used"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Invoice credit"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Left"), HTML_COLUMN_NUMBER },
};

static const HtmlTable table = { "trend", columns, G_N_ELEMENTS (columns) };

const HtmlTable *
report_html_trend_table (void)
{
  return &table;
}

/* The picture */

typedef struct
{
  const Language *language;
  const TrendMonth *months; /* of one currency */
  guint count;
  guint places;
  ChartRange left, bars;
} Picture;

static void
include (ChartRange *range, const Amount *amount)
{
  if (amount->known)
    html_chart_include (range, amount->value);
}

/* The middle of a month's room. */
static gint64
month_x (const Picture *self, guint i)
{
  return (2 * (gint64) i + 1) * WIDTH / (2 * self->count);
}

static gint64
left_y (const Picture *self, guint i)
{
  return LEFT_BOTTOM
         - html_chart_position (&self->left, self->months[i].left.value, LEFT_BOTTOM - LEFT_TOP);
}

/* A month of which it is not known breaks the line. */
static void
append_left (GString *out, const Picture *self)
{
  for (guint i = 1; i < self->count; i++)
    if (self->months[i - 1].left.known && self->months[i].left.known)
      html_chart_line (out, "curve", month_x (self, i - 1), left_y (self, i - 1), month_x (self, i),
                       left_y (self, i));
  for (guint i = 0; i < self->count; i++)
    if (self->months[i].left.known)
      g_string_append_printf (out,
                              "<circle class=\"dot\" cx=\"%" G_GINT64_FORMAT
                              "\" cy=\"%" G_GINT64_FORMAT "\" r=\"3\"/>",
                              month_x (self, i), left_y (self, i));
}

static void
append_bar (GString *out, const Picture *self, const Amount *amount, const char *style, gint64 x,
            gint64 width)
{
  const gint64 height = BARS_BOTTOM - BARS_TOP;
  const Decimal nothing = decimal_from_int (0);

  if (!amount->known)
    return;
  const gint64 zero = BARS_BOTTOM - html_chart_position (&self->bars, nothing, height);
  const gint64 end = BARS_BOTTOM - html_chart_position (&self->bars, amount->value, height);
  html_chart_rect (out, style, x, MIN (zero, end), width, MAX (1, ABS (zero - end)));
}

static void
append_bars (GString *out, const Picture *self)
{
  const gint64 room = WIDTH / self->count;
  const gint64 width = CLAMP ((room - 2) / 2, 1, BAR_WIDTH_MAX);

  for (guint i = 0; i < self->count; i++)
    {
      append_bar (out, self, &self->months[i].used, "aco", month_x (self, i) - width, width);
      append_bar (out, self, &self->months[i].invoiced, "charges", month_x (self, i), width);
    }
  html_chart_line (out, "axis", 0, BARS_BOTTOM, WIDTH, BARS_BOTTOM);
}

/* The key. */
static void
append_key (GString *out, const Picture *self)
{
  const char *used = language_say_in (self->language, "figure", "used");
  const char *invoiced = language_say_in (self->language, "figure", "invoice credit");
  const gint64 second = MAX (LABEL_WIDTH, 26 + html_chart_label_width (used));

  html_chart_rect (out, "aco", 0, 77, 9, 9);
  html_chart_label (out, 13, 86, FALSE, used);
  html_chart_rect (out, "charges", second, 77, 9, 9);
  html_chart_label (out, second + 13, 86, FALSE, invoiced);
}

/* The amounts and months at both ends. */
static void
append_labels (GString *out, const Picture *self)
{
  const TrendMonth *first = self->months, *last = first + self->count - 1;
  g_autofree char *begin = html_text_month (self->language, first->month);
  g_autofree char *end = html_text_month (self->language, last->month);

  if (first->left.known)
    {
      g_autofree char *amount
          = language_number_of_decimal (self->language, first->left.value, self->places);
      html_chart_label (out, 0, 12, FALSE, amount);
    }
  if (last->left.known)
    {
      g_autofree char *amount
          = language_number_of_decimal (self->language, last->left.value, self->places);
      g_autofree char *words = g_strdup_printf (language_say (self->language, "left: %s"), amount);
      html_chart_label (out, WIDTH, 12, TRUE, words);
    }
  append_key (out, self);
  html_chart_label (out, 0, HEIGHT - 6, FALSE, begin);
  html_chart_label (out, WIDTH, HEIGHT - 6, TRUE, end);
}

static void
append_month_text (GString *text, const Picture *self, const TrendMonth *month)
{
  const Language *language = self->language;
  const Amount *amounts[] = { &month->used, &month->invoiced, &month->left };
  static const char *const names[]
      = { NC_ ("figure", "used"), NC_ ("figure", "invoice credit"), NC_ ("figure", "left") };
  g_autofree char *name = html_text_month (language, month->month);

  g_string_append (text, name);
  for (gsize k = 0; k < G_N_ELEMENTS (amounts); k++)
    {
      g_autofree char *amount
          = amounts[k]->known
                ? language_number_of_decimal (language, amounts[k]->value, self->places)
                : g_strdup (language_say (language, "not known"));

      g_string_append_printf (text, "%s %s %s", k == 0 ? "" : ",",
                              language_say_in (language, "figure", names[k]), amount);
    }
}

/* "USD by month: 2026-07 used 100.00, invoice credit 100.00, left 900.00; 2026-08 ..." */
static char *
picture_text (const Picture *self)
{
  g_autoptr (GString) months = g_string_new (NULL);

  for (guint i = 0; i < self->count; i++)
    {
      g_string_append (months, i == 0 ? "" : "; ");
      append_month_text (months, self, &self->months[i]);
    }
  /* translators: a currency, and what follows month by month */
  return g_strdup_printf (language_say (self->language, "%s by month: %s"), self->months->currency,
                          months->str);
}

static void
append_picture (GString *out, const HtmlPage *page, const TrendMonth *months, guint count)
{
  const guint skipped = count - MIN (count, PICTURE_MONTHS_MAX);
  Picture self = { .language = page->language,
                   .months = months + skipped,
                   .count = count - skipped,
                   .places = money_places_of (page->places, months->currency) };

  for (guint i = 0; i < self.count; i++)
    {
      include (&self.left, &self.months[i].left);
      include (&self.bars, &self.months[i].used);
      include (&self.bars, &self.months[i].invoiced);
    }
  g_autofree char *text = picture_text (&self);
  g_string_append (out, "<figure class=\"burndown\"><figcaption>");
  html_text_append (out, months->currency, CURRENCY_WIDTH);
  g_string_append (out, "</figcaption>");
  html_chart_begin (out, "course", WIDTH, HEIGHT, text);
  append_left (out, &self);
  append_bars (out, &self);
  append_labels (out, &self);
  g_string_append (out, "</svg></figure>\n");
}

/* A single month is no trend, and the table has it. */
static void
append_pictures (GString *out, const HtmlPage *page, const GArray *sums)
{
  const TrendMonth *months = (const TrendMonth *) (gpointer) sums->data;
  const gsize start = out->len;

  g_string_append (out, "<div class=\"pictures\">\n");
  for (guint begin = 0, end; begin < sums->len && out->len - start <= PICTURES_BYTES_MAX;
       begin = end)
    {
      for (end = begin + 1;
           end < sums->len && g_strcmp0 (months[begin].currency, months[end].currency) == 0; end++)
        ;
      if (end - begin > 1 && months[begin].currency != NULL && months[begin].month != MONTH_NONE)
        append_picture (out, page, months + begin, end - begin);
    }
  g_string_append (out, "</div>\n");
}

/* The table */

typedef struct
{
  const HtmlPage *page;
  const GArray *sums; /* of TrendMonth */
  guint places;
} Trend;

static void
append_row (GString *out, gconstpointer data, gsize index)
{
  const Trend *self = data;
  const TrendMonth *row = &g_array_index (self->sums, TrendMonth, index);
  const guint least = money_places_of (self->page->places, row->currency);
  const Amount *amounts[] = { &row->used, &row->invoiced, &row->left };

  g_string_append (out, "<tr><td>");
  html_text_append_month (out, self->page->language, row->month);
  g_string_append (out, "</td><td>");
  html_text_append (out, row->currency, CURRENCY_WIDTH);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_string_append (out, "</td><td>");
      html_text_append_amount (out, self->page->language, amounts[i], least, self->places);
    }
  g_string_append (out, "</td></tr>\n");
}

static guint
widest_places (const HtmlPage *page, const GArray *sums)
{
  guint places = MONEY_PLACES;

  for (guint i = 0; i < sums->len; i++)
    {
      const TrendMonth *row = &g_array_index (sums, TrendMonth, i);
      const guint least = money_places_of (page->places, row->currency);
      const Amount *amounts[] = { &row->used, &row->invoiced, &row->left };

      for (gsize k = 0; k < G_N_ELEMENTS (amounts); k++)
        if (amounts[k]->known)
          places = MAX (places, html_text_decimal_places (amounts[k]->value, least));
    }
  return places;
}

void
report_html_trend (GString *out, const HtmlPage *page)
{
  const Language *language = page->language;
  g_autoptr (GArray) sums = trend_sums (page->report);
  const Trend trend = { page, sums, widest_places (page, sums) };
  const HtmlRows rows = { append_row, &trend, sums->len };
  gsize shown;

  if (sums->len == 0)
    {
      html_text_append_paragraph (out, NULL, language_say (language, "No month was read."));
      return;
    }
  html_text_append_paragraph (
      out, NULL,
      language_say (language, "All customers together. Left is what the balance rows of the month "
                              "say; a credit whose row is missing is not in it."));
  append_pictures (out, page, sums);
  html_table_begin (out, language, &table,
                    language_say_in (language, "heading", "Used, invoiced and left by month"),
                    FALSE);
  shown = html_table_append_fitting_rows (out, &rows, HTML_SHARE_TREND - PICTURES_BYTES_MAX);
  html_table_end (out);
  html_table_append_rest (out, language, shown, rows.count,
                          language_say (language, "these are sums"), REPORT_ROLLFORWARD);
}
