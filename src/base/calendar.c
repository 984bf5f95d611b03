/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/calendar.h"

#define YEAR_MAX 9999
#define DAY_MAX ((Day) 3652059) /* 9999-12-31 */

/* For reckoning back from days, years begin on 1 March, so that the leap day ends one. */
#define DAYS_FROM_MARCH_OF_YEAR_0 305
#define DAYS_PER_400_YEARS 146097

/* Civil days */

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap_year (year));
}

Day
calendar_day (int year, int month, int day)
{
  static const guint16 days_before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
  int years;

  if (calendar_month (year, month) == MONTH_NONE || day < 1 || day > days_in_month (year, month))
    return DAY_NONE;
  years = year - 1;
  return 365 * years + years / 4 - years / 100 + years / 400 + days_before[month - 1]
         + (month > 2 && is_leap_year (year)) + day;
}

static void
day_to_civil (Day day, int *year, int *month, int *day_of_month)
{
  int days, cycle_days, years, march_month;

  g_assert (day >= 1 && day <= DAY_MAX);
  days = day + DAYS_FROM_MARCH_OF_YEAR_0;
  cycle_days = days % DAYS_PER_400_YEARS;

  /* Leap days taken out, each year has 365; the last of 400 years has its leap day at its end. */
  years = (cycle_days - cycle_days / 1460 + cycle_days / 36524 - cycle_days / 146096) / 365;
  days = cycle_days - (365 * years + years / 4 - years / 100);
  years += (day + DAYS_FROM_MARCH_OF_YEAR_0) / DAYS_PER_400_YEARS * 400;

  /* From March on, every five months have 153 days, in the same pattern. */
  march_month = (5 * days + 2) / 153;
  *day_of_month = days - (153 * march_month + 2) / 5 + 1;
  *month = march_month < 10 ? march_month + 3 : march_month - 9;
  *year = years + (*month <= 2);
}

Month
calendar_month (int year, int month)
{
  if (year < 1 || year > YEAR_MAX || month < 1 || month > 12)
    return MONTH_NONE;
  return year * 12 + month - 1;
}

static void
month_to_civil (Month month, int *year, int *month_of_year)
{
  *year = month / 12;
  *month_of_year = month % 12 + 1;
  g_assert (*year >= 1 && *year <= YEAR_MAX);
}

Month
calendar_month_of (Day day)
{
  int year, month, day_of_month;

  day_to_civil (day, &year, &month, &day_of_month);
  return calendar_month (year, month);
}

Day
calendar_first_day (Month month)
{
  int year, month_of_year;

  month_to_civil (month, &year, &month_of_year);
  return calendar_day (year, month_of_year, 1);
}

Day
calendar_last_day (Month month)
{
  int year, month_of_year;

  month_to_civil (month, &year, &month_of_year);
  return calendar_day (year, month_of_year, days_in_month (year, month_of_year));
}

/* Writing */

static void
print_digits (char *text, guint digits, int value)
{
  for (guint i = digits; i > 0; i--, value /= 10)
    text[i - 1] = (char) ('0' + value % 10);
}

void
calendar_print_day (Day day, char text[DAY_TEXT_SIZE])
{
  int year, month, day_of_month;

  day_to_civil (day, &year, &month, &day_of_month);
  calendar_print_month (calendar_month (year, month), text);
  text[7] = '-';
  print_digits (text + 8, 2, day_of_month);
  text[10] = '\0';
}

void
calendar_print_month (Month month, char text[MONTH_TEXT_SIZE])
{
  int year, month_of_year;

  month_to_civil (month, &year, &month_of_year);
  print_digits (text, 4, year);
  text[4] = '-';
  print_digits (text + 5, 2, month_of_year);
  text[7] = '\0';
}
