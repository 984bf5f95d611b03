/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "base/calendar.h"

/* Text still to be read. */
typedef struct
{
  const char *at;
  const char *end;
} Cursor;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
take_char (Cursor *cursor, char c)
{
  if (cursor->at == cursor->end || *cursor->at != c)
    return FALSE;
  cursor->at++;
  return TRUE;
}

static gboolean
skip_blanks (Cursor *cursor)
{
  const char *start = cursor->at;

  while (cursor->at < cursor->end && is_blank (*cursor->at))
    cursor->at++;
  return cursor->at > start;
}

/* Reads up to @digits_max digits; returns how many there were. */
static guint
take_digits (Cursor *cursor, guint digits_max, int *value)
{
  guint count = 0;

  *value = 0;
  for (; count < digits_max && cursor->at < cursor->end && g_ascii_isdigit (*cursor->at); count++)
    *value = *value * 10 + (*cursor->at++ - '0');
  return count;
}

/* Reads two digits that are a number of at most @max. */
static gboolean
take_two_digits (Cursor *cursor, int max)
{
  int value;

  return take_digits (cursor, 2, &value) == 2 && value <= max;
}

/* Times: recognised and forgotten, as the calendar day as written counts. */

/* Reads AM or PM, if there; *twelve_hours says whether it was. */
static void
take_half_of_day (Cursor *cursor, gboolean *twelve_hours)
{
  *twelve_hours = cursor->end - cursor->at >= 2
                  && (g_ascii_strncasecmp (cursor->at, "AM", 2) == 0
                      || g_ascii_strncasecmp (cursor->at, "PM", 2) == 0);
  if (*twelve_hours)
    cursor->at += 2;
}

/* Reads Z, +HH, +HHMM or +HH:MM. */
static gboolean
take_zone (Cursor *cursor)
{
  if (take_char (cursor, 'Z') || take_char (cursor, 'z'))
    return TRUE;
  if (!take_char (cursor, '+') && !take_char (cursor, '-'))
    return FALSE;
  if (!take_two_digits (cursor, 23))
    return FALSE;
  if (cursor->at == cursor->end)
    return TRUE;
  (void) take_char (cursor, ':');
  return take_two_digits (cursor, 59);
}

static gboolean
take_fraction (Cursor *cursor)
{
  const char *start = cursor->at;

  while (cursor->at < cursor->end && g_ascii_isdigit (*cursor->at))
    cursor->at++;
  return cursor->at > start;
}

/* Reads H:MM with optional seconds and fraction. */
static gboolean
take_clock (Cursor *cursor, int *hour)
{
  if (take_digits (cursor, 2, hour) == 0 || !take_char (cursor, ':')
      || !take_two_digits (cursor, 59))
    return FALSE;
  if (!take_char (cursor, ':'))
    return TRUE;
  if (!take_two_digits (cursor, 60)) /* 60: a leap second */
    return FALSE;
  return !take_char (cursor, '.') || take_fraction (cursor);
}

/* Reads a clock time with optional half of day and zone, up to the end. */
static gboolean
take_time (Cursor *cursor)
{
  gboolean twelve_hours;
  int hour;

  if (!take_clock (cursor, &hour))
    return FALSE;
  skip_blanks (cursor);
  take_half_of_day (cursor, &twelve_hours);
  if (twelve_hours ? hour < 1 || hour > 12 : hour > 23)
    return FALSE;
  skip_blanks (cursor);
  return cursor->at == cursor->end || (take_zone (cursor) && cursor->at == cursor->end);
}

/* What may follow a date: nothing, or a time after blanks or, where @t_allowed, a T. */
static gboolean
take_rest (Cursor *cursor, gboolean t_allowed)
{
  if (cursor->at == cursor->end)
    return TRUE;
  if (!skip_blanks (cursor) && !(t_allowed && take_char (cursor, 'T')))
    return FALSE;
  return take_time (cursor);
}

/* Dates */

static DateVerdict
judge_day (int year, int month, int day, Day *out)
{
  Day found = calendar_day (year, month, day);

  if (found == DAY_NONE)
    return DATE_BAD;
  *out = found;
  return DATE_OK;
}

static DateVerdict
parse_iso_date (Cursor *cursor, int year, Day *out)
{
  int month, day;

  if (take_digits (cursor, 2, &month) != 2 || !take_char (cursor, '-')
      || take_digits (cursor, 2, &day) != 2 || !take_rest (cursor, TRUE))
    return DATE_BAD;
  return judge_day (year, month, day, out);
}

static DateVerdict
parse_slash_date (Cursor *cursor, int first, DateOrder order, Day *out)
{
  int second, year, month, day;

  if (take_digits (cursor, 2, &second) == 0 || !take_char (cursor, '/')
      || take_digits (cursor, 4, &year) != 4 || !take_rest (cursor, FALSE))
    return DATE_BAD;

  month = order == DATE_MONTH_FIRST ? first : second;
  day = order == DATE_MONTH_FIRST ? second : first;
  if (month >= 13 && month <= 31 && day >= 1 && day <= 12)
    return DATE_OTHER_ORDER;
  return judge_day (year, month, day, out);
}

DateVerdict
calendar_parse_day (const char *text, gsize length, DateOrder order, Day *out)
{
  Cursor cursor = { text, text + length };
  int number;
  guint digit_count = take_digits (&cursor, 4, &number);

  if (digit_count == 4 && take_char (&cursor, '-'))
    return parse_iso_date (&cursor, number, out);
  if (digit_count >= 1 && digit_count <= 2 && take_char (&cursor, '/'))
    return parse_slash_date (&cursor, number, order, out);
  return DATE_BAD;
}

/* Months */

static DateVerdict
judge_month (int year, int month, Month *out)
{
  Month found = calendar_month (year, month);

  if (found == MONTH_NONE)
    return DATE_BAD;
  *out = found;
  return DATE_OK;
}

/* 1 to 12 for an English name or its first three letters, else 0. */
static int
month_of_name (const char *name, gsize length)
{
  static const char *const names[]
      = { "January", "February", "March",     "April",   "May",      "June",
          "July",    "August",   "September", "October", "November", "December" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((length == 3 || length == strlen (names[i]))
        && g_ascii_strncasecmp (name, names[i], length) == 0)
      return (int) i + 1;
  return 0;
}

/* "Oct 2026" */
static DateVerdict
parse_named_month (Cursor cursor, Month *out)
{
  const char *name = cursor.at;
  int month, year;

  while (cursor.at < cursor.end && g_ascii_isalpha (*cursor.at))
    cursor.at++;
  month = month_of_name (name, (gsize) (cursor.at - name));
  if (month == 0 || !skip_blanks (&cursor) || take_digits (&cursor, 4, &year) != 4
      || cursor.at != cursor.end)
    return DATE_BAD;
  return judge_month (year, month, out);
}

/* YYYYMM or YYYY-MM; DATE_BAD is also every other form. */
static DateVerdict
parse_year_month (Cursor cursor, Month *out)
{
  int year, month;

  if (take_digits (&cursor, 4, &year) != 4)
    return DATE_BAD;
  (void) take_char (&cursor, '-');
  if (take_digits (&cursor, 2, &month) != 2 || cursor.at != cursor.end)
    return DATE_BAD;
  return judge_month (year, month, out);
}

/* M/YYYY; DATE_BAD is also every other form. */
static DateVerdict
parse_slash_month (Cursor cursor, Month *out)
{
  int year, month;

  if (take_digits (&cursor, 2, &month) == 0 || !take_char (&cursor, '/')
      || take_digits (&cursor, 4, &year) != 4 || cursor.at != cursor.end)
    return DATE_BAD;
  return judge_month (year, month, out);
}

DateVerdict
calendar_parse_month (const char *text, gsize length, DateOrder order, Month *out)
{
  Cursor cursor = { text, text + length };
  DateVerdict verdict;
  Day day;

  if (length > 0 && g_ascii_isalpha (*text))
    return parse_named_month (cursor, out);
  if (parse_year_month (cursor, out) == DATE_OK || parse_slash_month (cursor, out) == DATE_OK)
    return DATE_OK;

  verdict = calendar_parse_day (text, length, order, &day);
  if (verdict == DATE_OK)
    *out = calendar_month_of (day);
  return verdict;
}
