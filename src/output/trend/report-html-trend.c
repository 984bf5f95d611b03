/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/trend/report-html-trend.h"

#include "core/report/grouped-number.h"
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
  { "Month", HTML_COLUMN_FIXED }, { "Currency", HTML_COLUMN_TEXT },
  { "Used", HTML_COLUMN_NUMBER }, { "Invoice credit", HTML_COLUMN_NUMBER },
  { "Left", HTML_COLUMN_NUMBER },
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

/* The key, and the amounts and months at both ends. */
static void
append_labels (GString *out, const Picture *self)
{
  const TrendMonth *first = self->months, *last = first + self->count - 1;
  char text[MONTH_TEXT_SIZE];

  if (first->left.known)
    {
      g_autofree char *amount = grouped_number_of_decimal (first->left.value, self->places);
      html_chart_label (out, 0, 12, FALSE, amount);
    }
  if (last->left.known)
    {
      g_autofree char *amount = grouped_number_of_decimal (last->left.value, self->places);
      g_autofree char *words = g_strconcat ("left: ", amount, NULL);
      html_chart_label (out, WIDTH, 12, TRUE, words);
    }
  html_chart_rect (out, "aco", 0, 77, 9, 9);
  html_chart_label (out, 13, 86, FALSE, "used");
  html_chart_rect (out, "charges", LABEL_WIDTH, 77, 9, 9);
  html_chart_label (out, LABEL_WIDTH + 13, 86, FALSE, "invoice credit");
  calendar_print_month (first->month, text);
  html_chart_label (out, 0, HEIGHT - 6, FALSE, text);
  calendar_print_month (last->month, text);
  html_chart_label (out, WIDTH, HEIGHT - 6, TRUE, text);
}

/* "USD by month: 2026-07 used 100.00, invoice credit 100.00, left 900.00; 2026-08 ..." */
static char *
picture_text (const HtmlPage *page, const Picture *self)
{
  GString *text = g_string_new (self->months->currency);

  g_string_append (text, " by month");
  for (guint i = 0; i < self->count; i++)
    {
      const TrendMonth *month = &self->months[i];
      const Amount *amounts[] = { &month->used, &month->invoiced, &month->left };
      static const char *const names[] = { "used", "invoice credit", "left" };

      g_string_append (text, i == 0 ? ": " : "; ");
      html_text_append_month (text, month->month);
      for (gsize k = 0; k < G_N_ELEMENTS (amounts); k++)
        {
          g_autofree char *amount
              = amounts[k]->known
                    ? money_places_print (page->places, amounts[k]->value, month->currency)
                    : g_strdup ("not known");

          g_string_append_printf (text, "%s %s %s", k == 0 ? "" : ",", names[k], amount);
        }
    }
  return g_string_free (text, FALSE);
}

static void
append_picture (GString *out, const HtmlPage *page, const TrendMonth *months, guint count)
{
  const guint skipped = count - MIN (count, PICTURE_MONTHS_MAX);
  Picture self = { .months = months + skipped,
                   .count = count - skipped,
                   .places = money_places_of (page->places, months->currency) };

  for (guint i = 0; i < self.count; i++)
    {
      include (&self.left, &self.months[i].left);
      include (&self.bars, &self.months[i].used);
      include (&self.bars, &self.months[i].invoiced);
    }
  g_autofree char *text = picture_text (page, &self);
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
  html_text_append_month (out, row->month);
  g_string_append (out, "</td><td>");
  html_text_append (out, row->currency, CURRENCY_WIDTH);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_string_append (out, "</td><td>");
      html_text_append_amount (out, amounts[i], least, self->places);
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
  g_autoptr (GArray) sums = trend_sums (page->report);
  const Trend trend = { page, sums, widest_places (page, sums) };
  const HtmlRows rows = { append_row, &trend, sums->len };
  gsize shown;

  if (sums->len == 0)
    {
      g_string_append (out, "<p>No month was read.</p>\n");
      return;
    }
  g_string_append (out, "<p>All customers together. Left is what the balance rows of the month "
                        "say; a credit whose row is missing is not in it.</p>\n");
  append_pictures (out, page, sums);
  html_table_begin (out, &table, "Used, invoiced and left by month", FALSE);
  shown = html_table_append_fitting_rows (out, &rows, HTML_SHARE_TREND - PICTURES_BYTES_MAX);
  html_table_end (out);
  html_table_append_rest (out, shown, rows.count, "these are sums", REPORT_ROLLFORWARD);
}
