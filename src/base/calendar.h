/* SPDX-License-Identifier: MIT */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include <glib.h>

/**
 * Days and months of the Gregorian calendar as plain integers. Knows no clock and no time zone:
 * the calendar day as written counts (spec section 2, "Dates").
 */

/** Days counted from 0001-01-01 = 1 on, so that days subtract; DAY_NONE is "no date". */
typedef gint32 Day;
#define DAY_NONE ((Day) 0)

/** year x 12 + (month - 1), so that months subtract; MONTH_NONE is "no month". Years 1 to 9999. */
typedef gint32 Month;
#define MONTH_NONE ((Month) 0)

/** Which number of a slash date comes first. */
typedef enum
{
  DATE_MONTH_FIRST, /* M/D/YYYY */
  DATE_DAY_FIRST    /* D/M/YYYY */
} DateOrder;

typedef enum
{
  DATE_OK,
  DATE_BAD,        /* not a date that is accepted */
  DATE_OTHER_ORDER /* a slash date that proves the file has the other order: 13 to 31 where the
                      month should be, 1 to 12 where the day should be, four-digit year */
} DateVerdict;

/**
 * Reads the whole of @text (@length bytes, outer blanks already removed): M/D/YYYY (or D/M/YYYY)
 * or YYYY-MM-DD, each with optional time (H:MM, H:MM:SS, fraction, AM/PM, Z or an offset such as
 * -08:00, +0100, +01), after a blank or, in the ISO form, 'T'. Impossible days and two-digit years
 * are DATE_BAD. *out is set only on DATE_OK.
 */
DateVerdict calendar_parse_day (const char *text, gsize length, DateOrder order, Day *out);

/**
 * Reads YYYY-MM, YYYYMM, M/YYYY, any date calendar_parse_day() takes (its month), "Oct 2026" or
 * "October 2026" (English, any case, one or more blanks between). *out is set only on DATE_OK.
 */
DateVerdict calendar_parse_month (const char *text, gsize length, DateOrder order, Month *out);

/** DAY_NONE or MONTH_NONE when there is no such day or month. */
Day calendar_day (int year, int month, int day);
Month calendar_month (int year, int month);

/* All below take a day or month that exists; "none" is the caller's fault and aborts. */
Month calendar_month_of (Day day);
Day calendar_first_day (Month month);
Day calendar_last_day (Month month);

/** "YYYY-MM-DD" and "YYYY-MM" with their closing NUL. */
#define DAY_TEXT_SIZE 11
#define MONTH_TEXT_SIZE 8
void calendar_print_day (Day day, char text[DAY_TEXT_SIZE]);
void calendar_print_month (Month month, char text[MONTH_TEXT_SIZE]);

#endif
