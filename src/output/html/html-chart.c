/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-chart.h"

#include <string.h>

#include "base/language/language-number.h"
#include "base/printable.h"
#include "output/html/html-text.h"

/* The waterfall. One unit is a pixel where the page has room. */
#define STEP_WIDTH 300
#define STEP_HEIGHT 20
#define STEP_BAR_HEIGHT 12
#define LABEL_WIDTH 68
#define LABEL_WIDTH_MAX 150
#define DIGIT_WIDTH 7
#define COLUMN_WIDTH 6 /* of a letter, and half of a sign of Japanese */
#define BAR_WIDTH_MIN 60

/* The balance. */
#define BALANCE_WIDTH 360
#define BALANCE_HEIGHT 132
#define BALANCE_TOP 22
#define BALANCE_BOTTOM 108
#define BALANCE_LEFT 6
#define BALANCE_RIGHT 354
#define DAYS_AHEAD_MAX 366 /* an expiry further away is told, not drawn */
#define DAY_TEXT_WIDTH 70

/* The timeline. */
#define SPAN_WIDTH 400
#define SPAN_HEIGHT 12

void
html_chart_include (ChartRange *range, Decimal value)
{
  range->low = decimal_min (range->low, value);
  range->high = decimal_max (range->high, value);
}

gint64
html_chart_position (const ChartRange *range, Decimal value, gint64 length)
{
  Decimal whole = decimal_subtract (range->high, range->low);

  if (decimal_is_zero (whole))
    return 0;

  Decimal part
      = decimal_subtract (decimal_min (decimal_max (value, range->low), range->high), range->low);

  return decimal_to_int (
      decimal_multiply_divide (part, decimal_from_int (length), whole, 0, DECIMAL_HALF_UP));
}

void
html_chart_begin (GString *out, const char *style, gint64 width, gint64 height, const char *text)
{
  g_string_append_printf (out,
                          "<svg class=\"%s\" viewBox=\"0 0 %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          "\" role=\"img\" aria-label=\"",
                          style, width, height);
  html_text_append_escaped (out, text);
  g_string_append (out, "\">");
}

void
html_chart_rect (GString *out, const char *style, gint64 x, gint64 y, gint64 width, gint64 height)
{
  g_string_append_printf (out,
                          "<rect class=\"%s\" x=\"%" G_GINT64_FORMAT "\" y=\"%" G_GINT64_FORMAT
                          "\" width=\"%" G_GINT64_FORMAT "\" height=\"%" G_GINT64_FORMAT "\"/>",
                          style, x, y, width, height);
}

void
html_chart_line (GString *out, const char *style, gint64 x1, gint64 y1, gint64 x2, gint64 y2)
{
  g_string_append_printf (out,
                          "<line class=\"%s\" x1=\"%" G_GINT64_FORMAT "\" y1=\"%" G_GINT64_FORMAT
                          "\" x2=\"%" G_GINT64_FORMAT "\" y2=\"%" G_GINT64_FORMAT "\"/>",
                          style, x1, y1, x2, y2);
}

void
html_chart_label (GString *out, gint64 x, gint64 y, gboolean end, const char *text)
{
  g_string_append_printf (out, "<text x=\"%" G_GINT64_FORMAT "\" y=\"%" G_GINT64_FORMAT "\"%s>", x,
                          y, end ? " text-anchor=\"end\"" : "");
  html_text_append_escaped (out, text);
  g_string_append (out, "</text>");
}

gint64
html_chart_label_width (const char *text)
{
  return COLUMN_WIDTH * (gint64) printable_width (text);
}

/* The waterfall */

void
html_chart_waterfall (GString *out, const Language *language, const char *text,
                      const ChartStep *steps, guint count, const ChartScale *scale)
{
  gint64 left = CLAMP (COLUMN_WIDTH * (gint64) scale->label, LABEL_WIDTH, LABEL_WIDTH_MAX);
  gint64 width
      = MAX (BAR_WIDTH_MIN, STEP_WIDTH - left - DIGIT_WIDTH * ((gint64) scale->digits + 1));
  gint64 zero = left + html_chart_position (&scale->range, decimal_from_int (0), width);
  gint64 height = STEP_HEIGHT * (gint64) count;

  html_chart_begin (out, "waterfall", STEP_WIDTH, height, text);
  html_chart_line (out, "axis", zero, 0, zero, height);
  for (guint i = 0; i < count; i++)
    {
      gint64 a = left + html_chart_position (&scale->range, steps[i].from, width);
      gint64 b = left + html_chart_position (&scale->range, steps[i].to, width);
      gint64 y = STEP_HEIGHT * (gint64) i;
      g_autofree char *amount
          = language_number_of_decimal (language, steps[i].shown, scale->places);

      html_chart_label (out, 0, y + STEP_HEIGHT - 6, FALSE, steps[i].label);
      /* A bar of nothing is a thin one: it can be seen that there is none. */
      html_chart_rect (out, steps[i].style, MIN (a, b), y + 4, MAX (1, ABS (b - a)),
                       STEP_BAR_HEIGHT);
      if (i + 1 < count)
        html_chart_line (out, "link", b, y + 4 + STEP_BAR_HEIGHT, b, y + STEP_HEIGHT + 4);
      html_chart_label (out, STEP_WIDTH, y + STEP_HEIGHT - 6, TRUE, amount);
    }
  g_string_append (out, "</svg>");
}

/* The balance */

typedef struct
{
  GString *out;
  const Language *language;
  const ChartPoint *points;
  guint count;
  Day expiry;
  Day unseen_to;
  guint places;
  ChartRange range;
  Day first, last;
} BalanceChart;

static gint64
day_x (const BalanceChart *self, Day day)
{
  gint64 days = MAX (1, self->last - self->first);

  return BALANCE_LEFT + (gint64) (day - self->first) * (BALANCE_RIGHT - BALANCE_LEFT) / days;
}

static gint64
left_y (const BalanceChart *self, Decimal left)
{
  gint64 height = BALANCE_BOTTOM - BALANCE_TOP;

  return BALANCE_BOTTOM - html_chart_position (&self->range, left, height);
}

static gint64
point_x (const BalanceChart *self, guint i)
{
  return day_x (self, self->points[i].day);
}

static gint64
point_y (const BalanceChart *self, guint i)
{
  return left_y (self, self->points[i].left);
}

/* What was left before anything was forfeited. */
static gint64
point_top (const BalanceChart *self, guint i)
{
  return left_y (self, decimal_add (self->points[i].left, self->points[i].lost));
}

static void
append_points (const BalanceChart *self)
{
  for (guint i = 0; i < self->count; i++)
    {
      gint64 x = point_x (self, i);

      g_string_append_printf (self->out, "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT " ", x,
                              point_top (self, i));
      if (point_top (self, i) != point_y (self, i))
        g_string_append_printf (self->out, "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT " ", x,
                                point_y (self, i));
    }
  g_string_truncate (self->out, self->out->len - 1);
}

static void
append_curve (const BalanceChart *self)
{
  gint64 zero = left_y (self, decimal_from_int (0));

  g_string_append_printf (self->out, "<polygon class=\"area\" points=\"%d,%" G_GINT64_FORMAT " ",
                          BALANCE_LEFT, zero);
  append_points (self);
  g_string_append_printf (self->out, " %" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "\"/>",
                          point_x (self, self->count - 1), zero);
  html_chart_line (self->out, "axis", BALANCE_LEFT, zero, BALANCE_RIGHT, zero);
  g_string_append (self->out, "<polyline class=\"curve\" points=\"");
  append_points (self);
  g_string_append (self->out, "\"/>");
}

static void
append_marks (const BalanceChart *self)
{
  for (guint i = 0; i < self->count; i++)
    {
      gint64 x = point_x (self, i);

      if (!decimal_is_zero (self->points[i].lost))
        html_chart_line (self->out, "lost", x, point_top (self, i), x, point_y (self, i));
      g_string_append_printf (self->out,
                              "<circle class=\"dot\" cx=\"%" G_GINT64_FORMAT
                              "\" cy=\"%" G_GINT64_FORMAT "\" r=\"3\"/>",
                              x, point_y (self, i));
    }
}

/* From where it was last seen on, a broken line with a question mark: nobody knows. */
static void
append_unseen (const BalanceChart *self)
{
  gint64 x = point_x (self, self->count - 1), y = point_y (self, self->count - 1);
  gint64 end = day_x (self, CLAMP (self->unseen_to, self->first, self->last));

  if (self->unseen_to == DAY_NONE || end <= x)
    return;
  html_chart_line (self->out, "unseen", x, y, end, y);
  html_chart_label (self->out, x + (end - x) / 2, MAX (y - 4, BALANCE_TOP), FALSE, "?");
}

/* From the last point to where it is expected to go. */
static void
append_forecast (const BalanceChart *self, Day day, Decimal left)
{
  const gint64 x = point_x (self, self->count - 1), end = day_x (self, day);

  if (day == DAY_NONE || end <= x)
    return;
  html_chart_line (self->out, "unseen", x, point_y (self, self->count - 1), end,
                   left_y (self, left));
}

/* Above the picture: where it began on the left, what is left at its end on the right. */
static void
append_amounts (const BalanceChart *self)
{
  const Language *language = self->language;
  g_autofree char *first
      = language_number_of_decimal (language, self->points[0].left, self->places);
  g_autofree char *last
      = language_number_of_decimal (language, self->points[self->count - 1].left, self->places);
  g_autofree char *end = self->unseen_to != DAY_NONE
                             ? g_strdup_printf (language_say (language, "last seen: %s"), last)
                             : g_strdup_printf (language_say (language, "left: %s"), last);

  if (self->count > 1)
    html_chart_label (self->out, 0, 12, FALSE, first);
  html_chart_label (self->out, BALANCE_WIDTH, 12, TRUE, end);
}

/* The days of its begin and its expiry; without one, or where that is far away, of its end. */
static void
append_days (const BalanceChart *self)
{
  const Day last = self->points[self->count - 1].day;
  g_autofree char *first = html_text_day (self->language, self->first);

  html_chart_label (self->out, 0, BALANCE_HEIGHT - 6, FALSE, first);
  if (self->expiry != DAY_NONE && self->expiry >= self->first && self->expiry <= self->last)
    {
      const gint64 x = day_x (self, self->expiry);
      g_autofree char *day = html_text_day (self->language, self->expiry);
      g_autofree char *label = g_strdup_printf (language_say (self->language, "expiry %s"), day);
      const gint64 room = MAX (2 * DAY_TEXT_WIDTH + 30,
                               html_chart_label_width (first) + html_chart_label_width (label));

      html_chart_line (self->out, "expiry", x, BALANCE_TOP, x, BALANCE_BOTTOM + 6);
      html_chart_label (self->out, MAX (x, MIN (room, BALANCE_WIDTH)), BALANCE_HEIGHT - 6, TRUE,
                        label);
    }
  else if (day_x (self, last) > 2 * DAY_TEXT_WIDTH)
    {
      g_autofree char *day = html_text_day (self->language, last);

      html_chart_label (self->out, day_x (self, last), BALANCE_HEIGHT - 6, TRUE, day);
    }
}

/* An expiry, or a day up to which nothing was seen, far ahead would press the rest together. */
static Day
last_day (const ChartBalance *balance)
{
  const Day last = balance->points[balance->count - 1].day;
  Day end = last;

  if (balance->expiry > end && balance->expiry - last <= DAYS_AHEAD_MAX)
    end = balance->expiry;
  if (balance->unseen_to > end)
    end = MIN (balance->unseen_to, last + DAYS_AHEAD_MAX);
  if (balance->forecast_day > end && balance->forecast_day - last <= DAYS_AHEAD_MAX)
    end = balance->forecast_day;
  return end;
}

void
html_chart_balance (GString *out, const Language *language, const char *text,
                    const ChartBalance *balance)
{
  g_assert (balance->count > 0);

  BalanceChart self = { .out = out,
                        .language = language,
                        .points = balance->points,
                        .count = balance->count,
                        .expiry = balance->expiry,
                        .unseen_to = balance->unseen_to,
                        .places = balance->places,
                        .first = balance->points[0].day,
                        .last = last_day (balance) };

  for (guint i = 0; i < self.count; i++)
    {
      html_chart_include (&self.range, self.points[i].left);
      html_chart_include (&self.range, decimal_add (self.points[i].left, self.points[i].lost));
    }
  html_chart_begin (out, "balance", BALANCE_WIDTH, BALANCE_HEIGHT, text);
  append_curve (&self);
  append_unseen (&self);
  append_forecast (&self, balance->forecast_day <= self.last ? balance->forecast_day : DAY_NONE,
                   balance->forecast_left);
  append_marks (&self);
  append_amounts (&self);
  append_days (&self);
  g_string_append (out, "</svg>");
}

/* The timeline */

static gint64
span_x (const ChartDays *days, Day day)
{
  gint64 whole = MAX (1, days->last - days->first);

  return (gint64) (CLAMP (day, days->first, days->last) - days->first) * SPAN_WIDTH / whole;
}

void
html_chart_span (GString *out, const char *text, const ChartDays *days, const ChartSpan *span)
{
  gint64 begin = span->from != DAY_NONE ? span_x (days, span->from) : 0;
  gint64 end = span->to != DAY_NONE ? span_x (days, span->to) : SPAN_WIDTH;
  gint64 seen = span->seen_to != DAY_NONE ? CLAMP (span_x (days, span->seen_to), begin, end) : end;

  g_string_append_printf (out,
                          "<svg class=\"span\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\""
                          " role=\"img\" aria-label=\"",
                          SPAN_WIDTH, SPAN_HEIGHT);
  html_text_append_escaped (out, text);
  g_string_append (out, "\">");
  html_chart_rect (out, "rail", 0, 5, SPAN_WIDTH, 2);
  html_chart_rect (out, span->style, begin, 2, MAX (2, seen - begin), SPAN_HEIGHT - 4);
  if (end > seen)
    html_chart_rect (out, "unseen", seen, 2, end - seen, SPAN_HEIGHT - 4);
  if (days->now != DAY_NONE)
    html_chart_rect (out, "now", MIN (span_x (days, days->now), SPAN_WIDTH - 2), 0, 2, SPAN_HEIGHT);
  g_string_append (out, "</svg>");
}
