/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_HTML_CHART_H
#define OUTPUT_HTML_HTML_CHART_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/language/language.h"

/**
 * The pictures of the page as inline SVG, each with a text that says the same. Geometry is reckoned
 * in whole units from exact amounts; colours are classes of the style sheet. Knows no report: what
 * is drawn is handed over as plain values.
 */

/** The amounts that an axis spans; starts as {0}: 0 is always on it. */
typedef struct
{
  Decimal low;  /* <= 0 */
  Decimal high; /* >= 0 */
} ChartRange;

void html_chart_include (ChartRange *range, Decimal value);

/** Where @value lies on an axis of @length units that begins at range->low; rounded. */
gint64 html_chart_position (const ChartRange *range, Decimal value, gint64 length);

/*
 * What pictures are made of, for those that are drawn elsewhere, too. @style: class of the element;
 * @text is not escaped; with @end a label ends at @x instead of beginning there.
 */
void html_chart_begin (GString *out, const char *style, gint64 width, gint64 height,
                       const char *text);
void html_chart_rect (GString *out, const char *style, gint64 x, gint64 y, gint64 width,
                      gint64 height);
void html_chart_line (GString *out, const char *style, gint64 x1, gint64 y1, gint64 x2, gint64 y2);
void html_chart_label (GString *out, gint64 x, gint64 y, gboolean end, const char *text);
/** How wide a label is, at most, for what is to stand beside it. */
gint64 html_chart_label_width (const char *text);

/** One bar of a waterfall: from one amount to another. */
typedef struct
{
  const char *label; /* "Charges", said already */
  const char *style; /* class of the bar */
  Decimal from;
  Decimal to;
  Decimal shown; /* the amount written beside it */
} ChartStep;

/** What waterfalls that are to be compared with each other have in common. */
typedef struct
{
  ChartRange range; /* of all of them */
  guint digits;     /* the length of the longest amount among them */
  guint places;     /* decimals of amounts, at least */
  guint label;      /* the columns of the longest label among them */
} ChartScale;

/** Bars below each other. @text is the text alternative (not escaped). */
void html_chart_waterfall (GString *out, const Language *language, const char *text,
                           const ChartStep *steps, guint count, const ChartScale *scale);

/** What was left of a credit on a day; @lost of it was forfeited there, after use. */
typedef struct
{
  Day day;
  Decimal left;
  Decimal lost;
} ChartPoint;

typedef struct
{
  const ChartPoint *points; /* in order of days */
  guint count;              /* at least 1 */
  Day expiry;               /* DAY_NONE where it is not known */
  Day unseen_to; /* from the last point to this day nobody knows; DAY_NONE: all is seen */
  guint places;  /* decimals of amounts, at least */
  /* Where it goes if it is used on as of late. */
  Day forecast_day; /* DAY_NONE: no forecast */
  Decimal forecast_left;
} ChartBalance;

/**
 * A line through the points; from the last on a broken one, level with a "?" where nobody knows,
 * else to the forecast.
 */
void html_chart_balance (GString *out, const Language *language, const char *text,
                         const ChartBalance *balance);

/** The days that all bars of a timeline share, and the day they are looked at. */
typedef struct
{
  Day first;
  Day last;
  Day now; /* DAY_NONE: not marked */
} ChartDays;

typedef struct
{
  Day from; /* DAY_NONE leaves it open at that end */
  Day to;
  Day seen_to;       /* what comes after it nobody knows; DAY_NONE: all is seen */
  const char *style; /* class of the bar; of its rest it is "unseen" */
} ChartSpan;

/** A bar of a timeline, stretched to the width of its place. */
void html_chart_span (GString *out, const char *text, const ChartDays *days, const ChartSpan *span);

#endif
