/* SPDX-License-Identifier: MIT */
#ifndef IO_HTML_CHART_H
#define IO_HTML_CHART_H

#include "core/calendar.h"
#include "core/decimal.h"

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

void chart_range_include (ChartRange *range, Decimal value);

/** Where @value lies on an axis of @length units that begins at range->low; rounded. */
gint64 chart_range_position (const ChartRange *range, Decimal value, gint64 length);

/** One bar of a waterfall: from one amount to another. */
typedef struct
{
  const char *label; /* "Charges" */
  const char *style; /* class of the bar */
  Decimal from;
  Decimal to;
  Decimal shown; /* the amount written beside it */
} ChartStep;

/**
 * Bars below each other. @text is the text alternative (not escaped). @range is that of all
 * waterfalls to be compared with this one, @digits the length of the longest amount among them.
 */
void html_chart_waterfall (GString *out, const char *text, const ChartStep *steps, guint count,
                           const ChartRange *range, guint digits);

/** What was left of a credit on a day; @lost of it was forfeited there, after use. */
typedef struct
{
  Day day;
  Decimal left;
  Decimal lost;
} ChartPoint;

/** A line through @points, in order of days. @expiry: DAY_NONE where it is not known. */
void html_chart_balance (GString *out, const char *text, const ChartPoint *points, guint count,
                         Day expiry);

/** The days that all bars of a timeline share, and the day they are looked at. */
typedef struct
{
  Day first;
  Day last;
  Day now; /* DAY_NONE: not marked */
} ChartDays;

/**
 * A bar of a timeline, stretched to the width of its place. DAY_NONE leaves it open at that end.
 * @style: class of the bar.
 */
void html_chart_span (GString *out, const char *text, const ChartDays *days, Day from, Day to,
                      const char *style);

#endif
